import CostEngine
import Terms

/// Reads scenarios.csv, overridden by scenario-regions.csv.
final class ScenarioResolution {
  /// Where a cell of the terms was found.
  private struct Found {
    let table: Table
    let column: Int
    let row: Int
    let key: [String]

    var cell: Cell { table.rows[row].cells[column] }
  }

  /// A scenario in a region whose terms are looked up.
  private struct Subject {
    let scenario: String
    /// In scenarios.csv.
    let row: Int
    let region: String
    /// Rows of scenario-regions.csv, from the most specific.
    let overrides: [Int]
  }

  /// Two cells that were checked together, and the region if one of them was overridden for that region.
  private struct Judgement: Hashable {
    let cells: [Int]
    let region: String?
  }

  private let cells: CellResolver
  private let horizon: (first: Int, last: Int)?
  /// Codes of the profiles in use, in the order of phase-in.csv.
  let profiles: [String]
  /// Levels that a scenario aims for in some region.
  private(set) var levels: Set<Int> = []
  /// Measures (indices in measures.csv) that a scenario names, and the regions in which one uses them.
  private(set) var regionsByMeasure: [Int: Set<Int>] = [:]
  private let profileIndex: [String: Int]
  /// Places whose years have been checked, so that each is reported once.
  private var judged: Set<Judgement> = []
  private let unknown = Quantity.certain(0)

  private var tables: StudyTables { cells.tables }

  init(cells: CellResolver, horizon: (first: Int, last: Int)?) {
    self.cells = cells
    self.horizon = horizon
    var inUse: Set<String> = []
    for phaseIn in [Column.Term.phaseIn.ofScenario, Column.Term.phaseIn.ofRegion] {
      let table = cells.tables[phaseIn.table]
      let column = table.position(of: phaseIn)
      for row in table.rows {
        if let profile = row.cells[column].text { inUse.insert(profile) }
      }
    }
    profiles = cells.tables[.profile].codes.filter { inUse.contains($0) }
    profileIndex = Dictionary(uniqueKeysWithValues: profiles.enumerated().map { ($1, $0) })
  }

  /// The scenarios; their terms refer to measures by their index in measures.csv.
  func scenarios() -> [Scenario] {
    let table = tables[.scenarios]
    return tables[.scenario].codes.compactMap { code in
      guard let row = table.row([code]) else { return nil }
      let terms = tables[.region].codes.enumerated().map { index, region in
        let overrides = tables[.scenarioRegions].candidates([code, region])
        return self.terms(Subject(scenario: code, row: row, region: region, overrides: overrides), region: index)
      }
      let own = measures(in: table.rows[row].cells[table.position(of: Column.Term.measures.ofScenario)])
      for measure in own { _ = regionsByMeasure[measure, default: []] }
      return Scenario(code: code, name: cells.name(.scenarios(.name), row: row), terms: terms, measures: own)
    }
  }

  private func terms(_ subject: Subject, region: Int) -> ScenarioTerms {
    let level = required(.level, subject)?.cell.text.flatMap { tables[.level].index[$0] }
    if let level { levels.insert(level) }
    let measures = find(.measures, subject).map { self.measures(in: $0.cell) } ?? []
    for measure in measures { regionsByMeasure[measure, default: []].insert(region) }
    return ScenarioTerms(
      level: level ?? 0, phaseIn: phaseIn(subject) ?? .step(from: unknown),
      delay: quantity(.delayYears, subject) ?? unknown, bandwidth: quantity(.bandwidth, subject) ?? unknown,
      release: quantity(.release, subject) ?? unknown, measures: measures)
  }

  /// The measures of a list, by their indices in measures.csv.
  private func measures(in cell: Cell) -> [Int] {
    guard case .codes(let codes) = cell else { return [] }
    return codes.compactMap { tables[.measure].index[$0] }.sorted()
  }

  private func phaseIn(_ subject: Subject) -> PhaseIn? {
    guard let found = required(.phaseIn, subject) else { return nil }
    if case .text(let profile) = found.cell { return profileIndex[profile].map { .profile($0) } }
    guard let word = found.cell.word else { return nil }
    let from = quantity(.from, subject)
    let until = word == "step" ? nil : quantity(.until, subject)
    judge(from: from, until: until, subject)
    switch word {
    case "linear": return .linear(from: from ?? unknown, until: until ?? unknown)
    case "scurve": return .scurve(from: from ?? unknown, until: until ?? unknown)
    default: return .step(from: from ?? unknown)
    }
  }

  // MARK: Cells

  /// The cell that applies to a region: its own, that of all regions, or the scenario's; nil if all are blank.
  private func find(_ term: Column.Term, _ subject: Subject) -> Found? {
    let regional = tables[.scenarioRegions]
    let override = regional.position(of: term.ofRegion)
    if let row = regional.firstFilled(override, subject.overrides) {
      return Found(table: regional, column: override, row: row, key: [subject.scenario, subject.region])
    }
    let table = tables[.scenarios]
    let column = table.position(of: term.ofScenario)
    if table.rows[subject.row].cells[column].isBlank { return nil }
    return Found(table: table, column: column, row: subject.row, key: [subject.scenario])
  }

  private func required(_ term: Column.Term, _ subject: Subject) -> Found? {
    if let found = find(term, subject) { return found }
    let table = tables[.scenarios]
    let column = table.position(of: term.ofScenario)
    if !table.missingColumns.contains(column) {
      cells.reportMissing(table, [column], [subject.scenario], rows: [subject.row])
    }
    return nil
  }

  private func quantity(_ term: Column.Term, _ subject: Subject) -> Quantity? {
    let regional = [subject.scenario, subject.region]
    if let own = cells.overridden(InputName(term.ofRegion, key: regional), exactly: true) { return own }
    if let found = find(term, subject), found.table.id == .scenarioRegions {
      return cells.quantity(term.ofRegion, found.key, row: found.row)
    }
    let quantity = cells.quantity(term.ofScenario, [subject.scenario], rows: [subject.row])
    cells.noteInherited(
      quantity, InputName(term.ofRegion, key: regional), from: InputName(term.ofScenario, key: [subject.scenario]))
    return quantity
  }

  /// The cell to report, also if it is blank and overridden.
  private func place(_ term: Column.Term, _ subject: Subject) -> Found {
    let table = tables[.scenarios]
    return find(term, subject)
      ?? Found(table: table, column: table.position(of: term.ofScenario), row: subject.row, key: [subject.scenario])
  }

  /// Whether a region's own first or last year was overridden.
  private func isReplaced(_ subject: Subject) -> Bool {
    [Column.Term.from, .until].contains {
      cells.overridden(InputName($0.ofRegion, key: [subject.scenario, subject.region]), exactly: true) != nil
    }
  }

  // MARK: Years

  private func judge(from: Quantity?, until: Quantity?, _ subject: Subject) {
    guard let from else { return }
    let start = place(.from, subject)
    let region = isReplaced(subject) ? subject.region : nil
    let first = cells.register.support(of: from)
    if let horizon, first.lower > Double(horizon.last), isNew(start, start, region) {
      let what = Bilingual(
        nl: "Het begin van scenario \(quoted(subject.scenario))",
        en: "The start of scenario \(quoted(subject.scenario))")
      report(.outsideHorizon(what, first: horizon.first, last: horizon.last), start, isError: false)
    }
    guard let until, until != from else { return }
    let end = self.place(.until, subject)
    let last = cells.register.support(of: until)
    guard !(last.lower >= first.upper), isNew(start, end, region) else { return }
    // The regional cell is the one that invalidates what was valid in the scenario.
    let place = cells.place(tables[.scenarioRegions], [subject.scenario, subject.region])
    let isRegional = region != nil || start.table.id == .scenarioRegions || end.table.id == .scenarioRegions
    report(
      .untilBeforeFrom(
        until: last, from: first, place: isRegional ? place : cells.place(tables[.scenarios], [subject.scenario])),
      start.table.id == .scenarioRegions && end.table.id != .scenarioRegions ? start : end, isError: true)
  }

  /// Whether this pair of cells is checked for the first time.
  private func isNew(_ first: Found, _ second: Found, _ region: String?) -> Bool {
    let cells = [first.table.id.rawValue, first.row, second.table.id.rawValue, second.row, second.column]
    return judged.insert(Judgement(cells: cells, region: region)).inserted
  }

  private func report(_ problem: CellProblem, _ found: Found, isError: Bool) {
    let row = found.table.rows[found.row].number
    let column = found.table.header(found.column)
    if isError {
      cells.diagnostics.error(problem, file: found.table.file, row: row, column: column)
    } else {
      cells.diagnostics.notice(problem, file: found.table.file, row: row, column: column)
    }
  }
}
