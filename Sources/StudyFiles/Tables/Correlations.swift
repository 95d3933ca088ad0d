import CostEngine

/// Reads correlations.csv: which common factors move which uncertain cells, and how strongly.
final class Correlations {
  /// A row, with its table and column by their English names and its item as a key.
  private struct Rule {
    let row: Int
    let factor: Int
    let table: TableID
    let column: String
    let loading: Double
    var hasMatch = false
  }

  /// The cells that a row may speak of: a table and a column.
  private struct Target: Hashable {
    let table: TableID
    let column: String
  }

  private let cells: CellResolver
  private(set) var factors: [String] = []
  private var rules: [Rule] = []
  /// By target and factor: the rules by the parts of their item.
  private var rulesByItem: [Target: [Int: [[String]: Int]]] = [:]

  private var table: Table { cells.tables[.correlations] }
  private var register: VariableRegister { cells.register }

  init(cells: CellResolver) {
    self.cells = cells
    readRules()
  }

  /// Gives the study's variables their loadings.
  func apply() {
    var reported: Set<[Int]> = []
    for variable in register.variables.indices {
      let origin = register.origins[variable]
      guard let byFactor = rulesByItem[Target(table: origin.table, column: origin.column)] else { continue }
      var matching: [Int] = []
      for factor in byFactor.keys.sorted() {
        if let rule = mostSpecific(byFactor[factor]!, origin.key) { matching.append(rule) }
      }
      let squares = matching.reduce(0) { $0 + rules[$1].loading * rules[$1].loading }
      // Squares of decimals such as 0.6 and 0.8 may add up to a hair more than 1.
      if !(squares <= 1 + 1e-9) {
        let rows = matching.map { table.rows[rules[$0].row].number }.sorted()
        if reported.insert(rows).inserted {
          cells.diagnostics.error(
            .loadingsTooLarge(rows: rows, variable: register.variables[variable].name, sum: squares),
            file: table.file, row: rows[rows.count - 1], column: table.header(0))
        }
        continue
      }
      let loadings = matching.filter { rules[$0].loading != 0 }.map {
        FactorLoading(factor: rules[$0].factor, loading: rules[$0].loading)
      }
      if !loadings.isEmpty { register.set(loadings: loadings, of: variable) }
    }
  }

  /// Notices of rows that match nothing.
  func judge() {
    for rule in rules where !rule.hasMatch {
      let target = Target(table: rule.table, column: rule.column)
      let example = register.origins.first { Target(table: $0.table, column: $0.column) == target }
      cells.diagnostics.notice(
        .correlationWithoutEffect(
          table: rule.table, column: rule.column, example: example?.key.joined(separator: "/")),
        file: table.file, row: table.rows[rule.row].number, column: header(3))
    }
  }

  /// The rule that counts for a key: parts are compared from left to right, a named one goes before `*`.
  private func mostSpecific(_ rulesByItem: [[String]: Int], _ key: [String]) -> Int? {
    var found: Int?
    for pattern in 0..<(1 << key.count) {
      var parts = key
      for part in key.indices where pattern & (1 << (key.count - 1 - part)) != 0 { parts[part] = "*" }
      if let rule = rulesByItem[parts] {
        rules[rule].hasMatch = true
        found = found ?? rule
      }
    }
    return found
  }

  // MARK: Rows

  private func readRules() {
    var factorIndex: [String: Int] = [:]
    for (index, row) in table.rows.enumerated() {
      let factor = factorIndex[row.key[0]] ?? factors.count
      if factor == factors.count {
        factorIndex[row.key[0]] = factor
        factors.append(row.key[0])
      }
      guard let target = target(row) else { continue }
      let loading: Double
      switch row.cells[0] {
      case .certain(let value):
        loading = value
      case .blank:
        if !table.missingColumns.contains(0) {
          cells.diagnostics.error(
            .blankLoading, file: table.file, row: row.number, column: table.header(0))
        }
        continue
      default:
        continue
      }
      let item = item(row.key[3], of: target)
      if let first = rulesByItem[target]?[factor]?[item] {
        cells.diagnostics.error(
          .sameCorrelation(firstRow: table.rows[rules[first].row].number), file: table.file, row: row.number)
        continue
      }
      rulesByItem[target, default: [:]][factor, default: [:]][item] = rules.count
      rules.append(
        Rule(row: index, factor: factor, table: target.table, column: target.column, loading: loading))
    }
  }

  private func target(_ row: TableRow) -> Target? {
    let candidates = TableID.allCases.filter { !uncertainColumns(of: $0).isEmpty }
    let name = row.key[1].hasSuffix(".csv") ? String(row.key[1].dropLast(4)) : row.key[1]
    guard let id = candidates.first(where: { $0.stem == name }) else {
      cells.diagnostics.error(
        .unknownTable(row.key[1], known: candidates.map(\.stem)), file: table.file, row: row.number, column: header(1))
      return nil
    }
    let columns = uncertainColumns(of: id)
    if let column = columns.first(where: { $0.contains(row.key[2]) }) { return Target(table: id, column: column[0]) }
    if !cells.tables[id].isReliable { return nil }
    cells.diagnostics.error(
      .notUncertainColumn(row.key[2], table: id, known: columns.flatMap { $0 }), file: table.file, row: row.number,
      column: header(2))
    return nil
  }

  /// Names, English first, of the columns that may hold random variables.
  private func uncertainColumns(of id: TableID) -> [[String]] {
    var names = id.description.columns.filter(\.mayBeUncertain).map { $0.id == $0.dutch ? [$0.id] : [$0.id, $0.dutch] }
    if id == .measures { names.append(["in_force"]) }
    if id == .regions { names += cells.tables[id].furtherColumns.map { [$0.name] } }
    return names
  }

  /// The parts of an item, as they stand in the names of variables; a lone `*` is one for each part.
  private func item(_ text: String, of target: Target) -> [String] {
    let count = target.column == "in_force" ? 2 : target.table.description.keys.count
    if text == "*" { return [String](repeating: "*", count: count) }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0).trimmedOfBlanks }
    if target.table == .settings {
      parts = parts.map { SettingDescription.named($0)?.id ?? $0 }
    }
    if target.table == .measureEffects, parts.count == 3 {
      parts[2] = WordList.drivers.id(of: parts[2]) ?? parts[2]
    }
    return parts
  }

  private func header(_ key: Int) -> String {
    let column = table.description.keys[key]
    return table.document?.header.first { column.isCalled($0) } ?? column.id
  }
}
