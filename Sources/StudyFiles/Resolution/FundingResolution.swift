import CostEngine
import Terms

/// Reads funding.csv, the key of the municipalities, and the distribution keys that either takes from regions.csv.
final class FundingResolution {
  private let cells: CellResolver
  private let shared: SharedVariables
  private let empirical: EmpiricalColumns
  private let horizon: (first: Int, last: Int)?
  /// Keys by the column's English name, or for a further column by its own name.
  private var keys: [String: [Quantity]] = [:]
  private let unknown = Quantity.certain(0)

  private var tables: StudyTables { cells.tables }

  init(
    cells: CellResolver, shared: SharedVariables, empirical: EmpiricalColumns, horizon: (first: Int, last: Int)?
  ) {
    self.cells = cells
    self.shared = shared
    self.empirical = empirical
    self.horizon = horizon
  }

  func funds() -> [Fund] {
    let table = tables[.funding]
    var rowsByFund: [String: [(year: Int, row: Int)]] = [:]
    for (index, row) in table.rows.enumerated() {
      rowsByFund[row.key[0], default: []].append((Int(row.key[1])!, index))
    }
    return tables[.fund].codes.compactMap { code in
      guard let rows = rowsByFund[code]?.sorted(by: { $0.year < $1.year }) else { return nil }
      let fund = fund(code, rows)
      judge(fund, rows)
      return fund
    }
  }

  private func fund(_ code: String, _ rows: [(year: Int, row: Int)]) -> Fund {
    let table = tables[.funding]
    let share = Column.funding(.share)
    let key = table.position(of: .funding(.key))
    let payer = table.position(of: .funding(.payer))
    var currentPayer = Payer.state
    var currentShare: Quantity?
    /// Year of the row that gives the current share; nil before the first row.
    var shareYear: Int?
    var currentKey: [Quantity]?
    var hasKey = false
    let entries = rows.map { year, row in
      let place = [code, String(year)]
      if let shareYear, table.rows[row].cells[table.position(of: share)].isBlank,
        cells.overridden(InputName(share, key: place), exactly: true) == nil
      {
        cells.noteInherited(
          currentShare, InputName(share, key: place),
          from: InputName(share, key: [code, String(shareYear)]))
      } else {
        currentShare = cells.quantity(share, place, rows: [row])
        shareYear = year
      }
      if !table.rows[row].cells[key].isBlank {
        currentKey = distributionKey(
          table.rows[row].cells[key], fund: code,
          CellReader.Place(file: table.file, row: table.rows[row].number, column: table.header(key)))
        hasKey = true
      } else if !hasKey {
        if table.isReliable && !table.missingColumns.contains(key) && !table.mayHaveBeenMeant(place) {
          cells.diagnostics.error(
            .firstKeyBlank(fund: code), file: table.file, row: table.rows[row].number, column: table.header(key))
        }
        // Reported once; later rows inherit the problem.
        hasKey = true
      }
      if let word = table.rows[row].cells[payer].word { currentPayer = Payer(word: word) }
      return Fund.Entry(
        year: year, amount: cells.quantity(.funding(.amount), place, rows: [row]) ?? unknown,
        share: currentShare ?? unknown, key: currentKey ?? tables[.region].codes.map { _ in unknown },
        payer: currentPayer)
    }
    let named = rows.map({ $0.row }).sorted().first { !cells.isNameless(.funding(.name), row: $0) }
    return Fund(code: code, name: named.map { cells.name(.funding(.name), row: $0) } ?? code, entries: entries)
  }

  private func judge(_ fund: Fund, _ rows: [(year: Int, row: Int)]) {
    guard let horizon, let first = rows.first, let last = rows.last else { return }
    let code = fund.code
    let isEnded = fund.entries.last?.amount == .certain(0)
    let table = tables[.funding]
    let year = Column.funding(.year).name
    let column = tables[.funding].document?.header.first { $0 == year.id || $0 == year.dutchID }
    if first.year > horizon.last {
      let what = Bilingual(nl: "Het eerste jaar van \(quoted(code))", en: "The first year of \(quoted(code))")
      cells.diagnostics.notice(
        .outsideHorizon(what, first: horizon.first, last: horizon.last), file: table.file,
        row: table.rows[first.row].number, column: column)
    } else if last.year < horizon.last && !isEnded {
      cells.diagnostics.notice(
        .fundingEnds(code, lastYear: last.year, horizon: horizon.last), file: table.file,
        row: table.rows[last.row].number, column: column)
    }
  }

  // MARK: Distribution keys

  /// How the municipalities divide the amount that no fund covers; nil if neither the setting nor a payer column
  /// requests it.
  func municipalKey() -> MunicipalKey? {
    let settings = tables[.settings]
    if let row = settings.row([Setting.municipalKey.name.id]), !settings.rows[row].cells[0].isBlank {
      let place = CellReader.Place(file: settings.file, row: settings.rows[row].number, column: settings.header(0))
      let cell = settings.rows[row].cells[0]
      return distributionKey(cell, fund: nil, place).map { .pooled(name: cell.text, $0) }
    }
    let funding = tables[.funding]
    return funding.columnPositions[funding.position(of: .funding(.payer))] == nil ? nil : .ownRegion
  }

  /// The key to which a cell refers, a value for each region; nil if there is a problem with it.
  private func distributionKey(_ cell: Cell, fund: String?, _ place: CellReader.Place) -> [Quantity]? {
    switch cell {
    case .word:
      return tables[.region].codes.map { _ in .certain(1) }
    case .text(let name):
      guard let key = key(named: name, place) else { return nil }
      if !key.isEmpty, key.allSatisfy({ cells.register.support(of: $0).upper <= 0 }) {
        cells.diagnostics.error(.zeroKey(name, fund: fund), file: place.file, row: place.row, column: place.column)
      } else if let chance = chanceOfNone(key) {
        let problem = CellProblem.keyMayBeZero(name, fund: fund, chance: chance)
        if chance >= Self.seldom {
          cells.diagnostics.error(problem, file: place.file, row: place.row, column: place.column)
        } else {
          cells.diagnostics.notice(problem, file: place.file, row: place.row, column: place.column)
        }
      }
      return key
    default:
      return nil
    }
  }

  /// With a smaller chance than this a run of 10,000 draws comes upon it in less than 1 of 100 studies.
  private static let seldom = 1e-6

  /// The chance that a key is 0 in all regions in a draw, if what it depends on is independent; nil if it cannot be, or if
  /// no draw would ever show it.
  private func chanceOfNone(_ key: [Quantity]) -> Double? {
    guard !key.isEmpty else { return nil }
    var variables: Set<Int> = []
    for quantity in key {
      if quantity == .certain(0) { continue }
      guard case .uncertain(let variable) = quantity else { return nil }
      variables.insert(variable)
    }
    let chance = variables.sorted().reduce(1.0) { $0 * cells.register.variables[$1].distribution.shareAtMostZero }
    return chance > 1e-12 ? chance : nil
  }

  private func key(named name: String, _ place: CellReader.Place) -> [Quantity]? {
    let regions = tables[.regions]
    // A column that may be left out is a key only where it is there.
    let described = regions.description.columns.enumerated()
      .filter { $1.mayBeUncertain && (!$1.mayBeLeftOut || regions.columnPositions[$0] != nil) }.map { $1 }
    let id = described.first { $0.isCalled(name) }?.id ?? name
    if let known = keys[id] { return known.count == tables[.region].codes.count ? known : nil }
    var values: [Quantity?]
    if let known = TableID.regions.column(id: id), described.contains(where: { $0.id == id }) {
      values = tables[.region].codes.map {
        cells.quantity(known, [$0], rows: regions.candidates([$0]))
      }
    } else if let further = regions.furtherColumns.first(where: { $0.name == name }) {
      values = furtherKey(further.name, position: further.position)
    } else {
      if regions.isReliable {
        let names =
          described.map { Bilingual(nl: $0.dutch, en: $0.id) }
          + regions.furtherColumns.map { Bilingual(same: $0.name) }
          + WordList.distributionKeys.words.map { Bilingual(nl: $0.dutch, en: $0.id) }
        cells.diagnostics.error(
          .unknownDistributionKey(name, known: names), file: place.file, row: place.row, column: place.column)
      }
      return nil
    }
    if values.contains(where: { $0 == nil }) { values = [] }
    keys[id] = values.compactMap { $0 }
    return values.isEmpty && !tables[.region].codes.isEmpty ? nil : keys[id]
  }

  /// The values of a column of regions.csv whose only meaning comes from its use as a key.
  private func furtherKey(_ name: String, position: Int) -> [Quantity?] {
    let table = tables[.regions]
    guard let document = table.document else { return [] }
    let reader = CellReader(
      parser: CellParser(dialect: document.dialect, empirical: empirical.values), diagnostics: cells.diagnostics)
    let content = ColumnDescription.Content.number(.nonNegative)
    let values = table.rows.map { row -> Cell in
      let text = document.rows[row.documentRow].cells[position]
      if text.isEmpty { return .blank }
      let place = CellReader.Place(file: table.file, row: row.number, column: name)
      let cell = reader.cell(text, content, table: .regions, place)
      if case .reference(let variable) = cell { return shared.value(of: variable, content, at: place) }
      return cell
    }
    return tables[.region].codes.map { code in
      guard let row = table.candidates([code]).first(where: { !values[$0].isBlank }) else {
        if let own = cells.overridden(.regions, name, [code]) { return own }
        cells.reportMissingKey(name, region: code)
        return nil
      }
      return cells.quantity(of: values[row], .regions, name, [code])
    }
  }
}
