import CostEngine
import Terms

/// Figures that no year, person or price can hold: see ``Thresholds/limits(_:)``.
struct LimitRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    TableID.allCases.flatMap { id -> [Doubt] in
      let table = context.table(id)
      return id.columns.dropFirst(table.table.description.keys.count).flatMap { column -> [Doubt] in
        guard let limits = Thresholds.limits(column) else { return [] }
        return table.rows.compactMap { doubt(table, column, $0, limits) }
      }
    }
  }

  private func doubt(_ table: ReadTable, _ column: Column, _ row: TableRow, _ limits: Thresholds.Limits) -> Doubt? {
    guard let figure = table.figure(column, row) else { return nil }
    let value = figure.middle
    let isHigh = limits.high.map { value > $0 } ?? false
    let isLow = limits.low.map { value > 0 && value < $0 } ?? false
    guard isHigh || isLow else { return nil }
    let text = table.text(column, row)
    return Doubt(
      table.place(column, row), written: text, expected: expected(column, text, value, limits, isHigh: isHigh),
      correction: correction(table, column, row, figure, text, isHigh: isHigh))
  }

  private func expected(
    _ column: Column, _ text: String, _ value: Double, _ limits: Thresholds.Limits, isHigh: Bool
  ) -> Bilingual {
    let shown = quoted(text)
    if isHours(column) {
      return value > Thresholds.hoursOfYear
        ? Bilingual(
          nl: "\(shown) uur is meer dan een jaar heeft (8.766 uur).",
          en: "\(shown) hours is more than a year has (8,766 hours).")
        : Bilingual(
          nl: "\(shown) uur is meer dan iemand in een jaar werkt (1.363 uur).",
          en: "\(shown) hours is more than a person works in a year (1,363 hours).")
    }
    let limit = (isHigh ? limits.high : limits.low) ?? 0
    if isShare(column) {
      let (share, bound) = (Percentage.words(value), Percentage.words(limit))
      return Bilingual(
        nl: "\(shown) is \(share.dutch); te verwachten is \(isHigh ? "hooguit" : "ten minste") \(bound.dutch).",
        en: "\(shown) is \(share.english); \(isHigh ? "at most" : "at least") \(bound.english) is expected.")
    }
    let (dutch, english) = (NumberFormat.people(.dutch).shortest(limit), NumberFormat.people(.english).shortest(limit))
    let (noun, unit) = (column.name.name.dutch, column.name.name.english)
    return Bilingual(
      nl: "\(shown) is als \(noun) \(isHigh ? "heel veel" : "heel weinig"); te verwachten is "
        + "\(isHigh ? "hooguit" : "ten minste") \(dutch).",
      en: "\(shown) is very \(isHigh ? "much" : "little") as \(unit); \(isHigh ? "at most" : "at least") \(english) is "
        + "expected.")
  }

  private func correction(
    _ table: ReadTable, _ column: Column, _ row: TableRow, _ figure: Figure, _ text: String, isHigh: Bool
  ) -> Correction {
    let value = figure.middle
    if isHigh, isShare(column), value > 1, let meant = Percentage.signed(text) {
      if let people = asPeople(table, column, row, figure) { return people }
      return .percentage(write: meant)
    }
    guard figure.isCertain else { return LikelyCorrections(expected: 0).correction }
    if isShare(column) {
      if isHigh, column == .staffing(.turnover), let certified = table.figure(.staffing(.certified), row)?.middle,
        certified > 0, certified < 0.4
      {
        return .swapped(with: table.table.header(.staffing(.certified)))
      }
      return isHigh
        ? .factor(10, write: table.writePercentage(value / 10)) : .percentage(write: table.writePercentage(100 * value))
    }
    switch column {
    case .norms(.recertifyYears), .scenarios(.delayYears), .scenarioRegions(.delayYears), .measures(.rampYears):
      return .look(
        Bilingual(
          nl:
            "Waarschijnlijk zijn het maanden, en hier horen jaren: schrijf \(table.write((value / 12 * 100).rounded() / 100)).",
          en:
            "These are probably months, and years belong here: write \(table.write((value / 12 * 100).rounded() / 100))."
        ))
    default: break
    }
    return isHigh
      ? .factor(powerOfTen(column, value), write: table.write(value / powerOfTen(column, value)))
      : .factor(0.1, write: table.write(value * 10))
  }

  /// People where their share is asked; nil unless the number is one that the norm could ask.
  private func asPeople(_ table: ReadTable, _ column: Column, _ row: TableRow, _ figure: Figure) -> Correction? {
    guard column == .staffing(.personsShare), figure.isCertain, figure.middle.rounded(.down) == figure.middle,
      row.key[0] != "*", let per = FunctionNorms(context).per(ofFunction: row.key[1]),
      let units = FunctionNorms(context).units(per, ofRegion: row.key[0]),
      table.table.columnPositions[table.table.position(of: .staffing(.persons))] != nil
    else { return nil }
    let norms = FunctionNorms(context).persons(ofFunction: row.key[1]).values.map { $0 * units }
    guard norms.contains(where: { figure.middle < 2 * $0 && figure.middle > $0 / 3 }) else { return nil }
    return .swapped(with: table.table.header(.staffing(.persons)))
  }

  /// What brings a value under its limit.
  private func powerOfTen(_ column: Column, _ value: Double) -> Double {
    var factor = 10.0
    let high = isHours(column) ? 100 : Thresholds.limits(column)?.high ?? value
    while value / factor > high { factor *= 10 }
    return factor
  }

  private func isHours(_ column: Column) -> Bool {
    switch column {
    case .training(.initialHours), .training(.annualHours), .norms(.initialHours), .norms(.annualHours): return true
    default: return false
    }
  }

  private func isShare(_ column: Column) -> Bool {
    switch column {
    case .staffing, .measureEffects: return true
    default: return false
    }
  }
}
