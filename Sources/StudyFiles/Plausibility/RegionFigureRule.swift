import CostEngine
import Terms

/// What regions say they have, against the norm, the other regions and the row for all regions.
struct RegionFigureRule {
  let context: DoubtFinder.Context

  /// A column of what regions have, and how its figures compare between regions.
  private struct Subject {
    let column: Column
    /// Whether its figures grow with the size of a region.
    let isCount: Bool
    /// What the norm asks for a unit; empty if it asks nothing.
    let norm: (_ item: String) -> (values: [Double], mayBeNone: Bool)
    let per: (_ item: String) -> UnitBasis?
    /// Whether one region tells what to expect of another.
    var isCompared = true
  }

  func doubts() -> [Doubt] {
    let norms = FunctionNorms(context)
    let doubted = PlaceRule(context: context).regions()
    let subjects = [
      Subject(
        column: .staffing(.persons), isCount: true, norm: norms.persons, per: norms.per(ofFunction:)),
      Subject(
        column: .staffing(.standbyPositions), isCount: true, norm: norms.positions, per: norms.per(ofFunction:)),
      Subject(
        column: .staffing(.personsShare), isCount: false, norm: { _ in ([], true) }, per: { _ in .region }),
      Subject(
        column: .staffing(.certified), isCount: false, norm: { _ in ([], true) }, per: { _ in .region },
        isCompared: false),
      Subject(column: .staffing(.turnover), isCount: false, norm: { _ in ([], true) }, per: { _ in .region }),
      Subject(
        column: .training(.initialHours), isCount: false, norm: norms.initialHours, per: norms.per(ofFunction:)),
      Subject(
        column: .training(.annualHours), isCount: false, norm: norms.annualHours, per: norms.per(ofFunction:)),
      Subject(
        column: .provisionCurrent(.quantity), isCount: false, norm: norms.quantity, per: norms.per(ofProvision:)),
    ]
    return subjects.flatMap { doubts($0, norms, doubted) }
  }

  private func doubts(_ subject: Subject, _ norms: FunctionNorms, _ doubted: Set<String>) -> [Doubt] {
    let table = context.table(subject.column.table)
    /// Units by which figures are compared, and how much wider the thresholds are: where those of the region are doubted
    /// themselves, what regions usually have must do.
    func units(_ row: TableRow) -> (number: Double, slack: Double)? {
      guard let per = subject.per(row.key[1]) else { return nil }
      if !subject.isCount || per == .region { return (1, 1) }
      if doubted.contains(row.key[0]) { return (PlaceRule.usualUnits(per), Thresholds.slack) }
      return norms.units(per, ofRegion: row.key[0]).flatMap { $0 > 0 ? ($0, 1) : nil }
    }
    var others: [String: OtherRegions] = [:]
    for row in table.rows where subject.isCompared && row.key[0] != "*" && row.key[1] != "*" {
      guard let figure = table.figure(subject.column, row), let units = units(row) else { continue }
      others[row.key[1], default: OtherRegions()].add(figure.middle / units.number)
    }
    for item in others.keys { others[item]!.sort() }
    return table.rows.compactMap { row -> Doubt? in
      guard let figure = table.figure(subject.column, row), row.key[1] != "*" else { return nil }
      // A row for all regions tells nothing of the size of one.
      if row.key[0] == "*", subject.isCount { return nil }
      guard let (units, slack) = units(row) else { return nil }
      let norm = subject.norm(row.key[1])
      var expectation = Expectation()
      for value in norm.values { expectation.add(value * units, Expectation.norm) }
      var fallback: Figure?
      if row.key[0] != "*", subject.isCompared {
        let median = others[row.key[1]]?.median(without: figure.middle / units)
        expectation.add(median.map { $0 * units }, Expectation.others)
        fallback = subject.isCount ? nil : allRegions(table, subject.column, row)
        expectation.add(fallback?.middle, Expectation.allRegions)
      }
      return judge(
        Found(
          table: table, column: subject.column, row: row, figure: figure, expectation: expectation,
          normMayBeNone: norm.mayBeNone, fallback: fallback, norms: norms, slack: slack))
    }
  }

  /// What the row for all regions says of the same function or provision.
  private func allRegions(_ table: ReadTable, _ column: Column, _ row: TableRow) -> Figure? {
    let position = table.table.position(of: column)
    guard let found = table.table.firstFilled(position, table.table.candidates(["*", row.key[1]])) else { return nil }
    return table.figure(column, table.rows[found])
  }

  // MARK: One figure

  private struct Found {
    let table: ReadTable
    let column: Column
    let row: TableRow
    let figure: Figure
    let expectation: Expectation
    let normMayBeNone: Bool
    let fallback: Figure?
    let norms: FunctionNorms
    /// How much wider the thresholds are.
    let slack: Double

    var text: String { table.text(column, row) }
    var value: Double { figure.middle }
    /// Whether a region says so itself.
    var isReported: Bool { row.key[0] != "*" }
  }

  private func judge(_ found: Found) -> Doubt? {
    if found.value == 0 { return zero(found) }
    if let one = one(found) { return one }
    let isPeople = found.column == .staffing(.persons) && found.value.rounded(.down) == found.value
    let least = isPeople ? Thresholds.leastPeople : Thresholds.least
    if found.expectation.references.isEmpty { return withoutExpectation(found) }
    // How few are on standby, and whether anyone is, is for a region to say.
    if let missed = found.expectation.missed(
      by: found.value, most: Thresholds.most * found.slack,
      least: found.column == .staffing(.standbyPositions) ? 0 : least / found.slack)
    {
      return Doubt(
        found.table.place(found.column, found.row), written: found.text,
        expected: Expectation.sentence(found.text, found.value, missed),
        correction: correction(found, expected: missed.value))
    }
    return total(found)
  }

  /// A figure for the region where one for each of its units is asked, though it is not that far off.
  private func total(_ found: Found) -> Doubt? {
    guard found.column == .provisionCurrent(.quantity), found.isReported, found.figure.isCertain,
      let per = found.norms.per(ofProvision: found.row.key[1]), per != .region,
      let units = found.norms.units(per, ofRegion: found.row.key[0]), units > 1.5,
      let most = found.expectation.references.max(by: { $0.value < $1.value }),
      found.value > Thresholds.mostOfTotal * most.value, found.value / units > Thresholds.least * most.value
    else { return nil }
    return Doubt(
      found.table.place(found.column, found.row), written: found.text,
      expected: Expectation.sentence(found.text, found.value, most),
      correction: .total(of: words(per), write: found.table.write(rounded(found.value / units))))
  }

  private func words(_ per: UnitBasis) -> Bilingual {
    per == .per100k
      ? Bilingual(nl: "100.000 inwoners", en: "100,000 inhabitants") : Bilingual(nl: "gemeente", en: "municipality")
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// 0 where everything says that there is something.
  private func zero(_ found: Found) -> Doubt? {
    guard found.isReported, found.figure.isCertain, !found.expectation.references.isEmpty else { return nil }
    switch found.column {
    case .staffing(.persons): if found.normMayBeNone { return nil }
    case .training: if found.normMayBeNone { return nil }
    case .staffing(.turnover), .provisionCurrent:
      if hasNobody(found.row), found.column == .staffing(.turnover) { return nil }
      if let fallback = found.fallback {
        if fallback.least <= 0 { return nil }
      } else if !found.expectation.references.contains(where: { $0.origin == Expectation.others }) {
        return nil
      }
    default: return nil
    }
    let reference = found.expectation.references[0]
    let (dutch, english) = (
      Expectation.about(reference.value, .dutch), Expectation.about(reference.value, .english)
    )
    return Doubt(
      found.table.place(found.column, found.row), written: found.text,
      expected: Bilingual(
        nl: "Hier staat 0; te verwachten is ongeveer \(dutch) (\(reference.origin.dutch)).",
        en: "This is 0; about \(english) is expected (\(reference.origin.english))."),
      correction: .unknown)
  }

  /// Whether the region says that it has no people for this function.
  private func hasNobody(_ row: TableRow) -> Bool {
    let staffing = context.table(.staffing)
    guard let index = staffing.table.row(row.key) else { return false }
    return [Column.staffing(.persons), .staffing(.personsShare)].contains {
      staffing.figure($0, staffing.rows[index])?.middle == 0
    }
  }

  /// `1` where a share is asked: one person, or all of them?
  private func one(_ found: Found) -> Doubt? {
    guard found.isReported, found.text == "1", found.column.isShareOfStaff else { return nil }
    let remedy =
      found.column == .staffing(.personsShare)
      ? Bilingual(
        nl: "Is één persoon bedoeld? Schrijf dat dan in kolom personen. Is alles bedoeld? Schrijf 100%.",
        en: "If one person is meant, write that in the column persons. If all of it is meant, write 100%.")
      : Bilingual(
        nl: "Waarschijnlijk is één persoon bedoeld: schrijf welk deel van de mensen dat is. Is iedereen bedoeld? "
          + "Schrijf 100%.",
        en: "Probably one person is meant: write what share of the people that is. If everyone is meant, write 100%.")
    return Doubt(
      found.table.place(found.column, found.row), written: found.text,
      expected: Bilingual(
        nl: "1 is hier 100 %: in deze kolom staat een aandeel, geen aantal.",
        en: "1 is 100% here: this column holds a share, not a number."),
      correction: .look(remedy))
  }

  /// Without a norm people can still be held to the inhabitants.
  private func withoutExpectation(_ found: Found) -> Doubt? {
    guard found.column == .staffing(.persons), let inhabitants = found.norms.inhabitants(ofRegion: found.row.key[0]),
      inhabitants > 0, found.value > Thresholds.peopleAmongInhabitants * inhabitants
    else { return nil }
    let (share, write) = (Percentage.words(rounded(found.value / inhabitants)), found.table.write)
    return Doubt(
      found.table.place(found.column, found.row), written: found.text,
      expected: Bilingual(
        nl: "\(quoted(found.text)) personen is \(share.dutch) van de inwoners.",
        en: "\(quoted(found.text)) persons is \(share.english) of the inhabitants."),
      correction: .factor(1_000, write: write((found.value / 1_000).rounded())))
  }

  // MARK: What was probably meant

  private func correction(_ found: Found, expected: Double) -> Correction {
    var corrections = LikelyCorrections(expected: expected)
    guard found.figure.isCertain else { return corrections.correction }
    let (value, write) = (found.value, found.table.write)
    let isPercentage = found.column.isShareOfStaff
    func written(_ number: Double) -> String {
      if isPercentage { return found.table.writePercentage(number) }
      // People come whole.
      return write(found.column == .staffing(.persons) && number > 1 ? number.rounded() : number)
    }
    switch found.column {
    case .staffing(.persons):
      if value < 1, let share = header(found, .staffing(.personsShare)) { return .swapped(with: share) }
      if let positions = found.table.figure(.staffing(.standbyPositions), found.row)?.middle, positions > value {
        corrections.consider(
          positions, .swapped(with: found.table.table.header(.staffing(.standbyPositions))), weight: Thresholds.likelier
        )
      }
    case .staffing(.standbyPositions):
      if let persons = found.table.figure(.staffing(.persons), found.row)?.middle, persons > 0, persons < value {
        corrections.consider(
          persons, .swapped(with: found.table.table.header(.staffing(.persons))), weight: Thresholds.likelier)
      }
    case .staffing(.turnover):
      if let certified = found.table.figure(.staffing(.certified), found.row)?.middle, certified < value {
        corrections.consider(
          certified, .swapped(with: found.table.table.header(.staffing(.certified))), weight: Thresholds.likelier)
      }
    case .training:
      if value < expected, value.rounded(.down) == value || value <= 1 {
        corrections.consider(
          value * Thresholds.hoursOfDay, .days(write: write(value * Thresholds.hoursOfDay)), weight: Thresholds.likelier
        )
      }
      if value > expected, let persons = persons(found.row), persons > 1.5 {
        corrections.consider(
          value / persons, .total(of: Bilingual(nl: "persoon", en: "person"), write: write(rounded(value / persons))),
          weight: Thresholds.likelier)
      }
    case .provisionCurrent:
      if value > expected, let per = found.norms.per(ofProvision: found.row.key[1]), per != .region,
        let units = found.norms.units(per, ofRegion: found.row.key[0]), units > 1.5
      {
        corrections.consider(
          value / units, .total(of: words(per), write: write(rounded(value / units))), weight: Thresholds.likelier)
      }
    default: break
    }
    corrections.considerFactors(value, written)
    return corrections.correction
  }

  /// The name of a column that the file has.
  private func header(_ found: Found, _ column: Column) -> String? {
    let table = found.table.table
    return table.columnPositions[table.position(of: column)] == nil ? nil : table.header(column)
  }

  /// People of the region for a function, as far as it says so itself.
  private func persons(_ row: TableRow) -> Double? {
    let staffing = context.table(.staffing)
    return staffing.table.row(row.key).flatMap { staffing.figure(.staffing(.persons), staffing.rows[$0])?.middle }
  }
}

extension Column {
  /// Whether it holds shares of people today.
  fileprivate var isShareOfStaff: Bool {
    switch self {
    case .staffing(.personsShare), .staffing(.turnover), .staffing(.certified): return true
    default: return false
    }
  }
}
