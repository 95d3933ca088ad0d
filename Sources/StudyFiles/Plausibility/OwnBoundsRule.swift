import CostEngine
import Terms

/// Figures outside the bounds that the study itself gives in plausibility.csv.
struct OwnBoundsRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    let bounds = OwnBounds(tables: context.tables, diagnostics: DiagnosticCollector())
    return bounds.targets().flatMap { doubts($0) }
  }

  private func doubts(_ target: OwnBounds.Target) -> [Doubt] {
    let table = context.table(target.table)
    return table.rows.compactMap { row -> Doubt? in
      guard let index = target.items.rows(asked: row.key).first, let ends = ends(table, target, row) else { return nil }
      let rule = target.rules[index]
      let isLow = rule.low.map { ends.low < $0 } ?? false
      let isHigh = rule.high.map { ends.high > $0 } ?? false
      guard isLow || isHigh else { return nil }
      let number = context.tables[.plausibility].rows[rule.row].number
      let place =
        target.column.map { table.place($0, row) }
        ?? Doubt.Place(file: table.table.file, row: row.number, column: target.name)
      let text = target.column.map { table.text($0, row) } ?? further(table, target, row)
      return Doubt(
        place, written: text, expected: sentence(text, rule, number),
        correction: correction(ends, rule, table, isHigh: isHigh))
    }
  }

  /// The ends of what a cell can be, but for the outer hundredths.
  private func ends(
    _ table: ReadTable, _ target: OwnBounds.Target, _ row: TableRow
  ) -> (low: Double, high: Double, isCertain: Bool)? {
    if let column = target.column {
      if case .distribution(let distribution) = row.cells[column] {
        return (distribution.quantile(0.01), distribution.quantile(0.99), false)
      }
      return table.figure(column, row).map { ($0.middle, $0.middle, $0.isCertain) }
    }
    guard let value = try? table.notation.read(further(table, target, row)) else { return nil }
    return (value, value, true)
  }

  private func further(_ table: ReadTable, _ target: OwnBounds.Target, _ row: TableRow) -> String {
    table.text(at: table.table.furtherColumns.first { $0.name == target.name }?.position, row)
  }

  private func sentence(_ text: String, _ rule: OwnBounds.Rule, _ row: Int) -> Bilingual {
    func bounds(_ language: Language) -> String {
      let format = NumberFormat.people(language)
      switch (rule.low, rule.high) {
      case (let low?, let high?):
        return language(
          nl: "\(format.shortest(low)) tot \(format.shortest(high))",
          en: "\(format.shortest(low)) to \(format.shortest(high))")
      case (let low?, nil):
        return language(nl: "\(format.shortest(low)) of meer", en: "\(format.shortest(low)) or more")
      case (nil, let high?):
        return language(nl: "\(format.shortest(high)) of minder", en: "\(format.shortest(high)) or less")
      case (nil, nil): return ""
      }
    }
    return Bilingual(
      nl:
        "\(quoted(text)) ligt buiten wat deze studie zelf aannemelijk noemt: \(bounds(.dutch)) (plausibility.csv, rij "
        + "\(row)).",
      en: "\(quoted(text)) lies outside what this study itself calls plausible: \(bounds(.english)) (plausibility.csv, "
        + "row \(row)).")
  }

  /// A power of ten that brings it between the bounds.
  private func correction(
    _ ends: (low: Double, high: Double, isCertain: Bool), _ rule: OwnBounds.Rule, _ table: ReadTable, isHigh: Bool
  ) -> Correction {
    if ends.isCertain {
      for factor in [10.0, 100, 1_000] {
        let value = isHigh ? ends.high / factor : ends.low * factor
        if value >= rule.low ?? -.infinity, value <= rule.high ?? .infinity, value != 0 {
          return .factor(isHigh ? factor : 1 / factor, write: table.write(value))
        }
      }
    }
    return LikelyCorrections(expected: 0).correction
  }
}
