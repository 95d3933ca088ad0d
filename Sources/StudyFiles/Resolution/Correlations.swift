import CostEngine
import Terms

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

  /// The cells that a row may refer to: a table and a column.
  private struct Target: Hashable {
    let table: TableID
    let column: String
  }

  /// The rules of a target, by their items.
  private struct RulesByItem {
    /// Leads to indices in ``rules``.
    var items = KeyTree()
    /// By item: the rules, at most one per factor.
    var rules: [[Int]] = []

    mutating func add(_ rule: Int, at item: [String]) {
      if let known = items.insert(rules.count, at: item) {
        rules[known].append(rule)
      } else {
        rules.append([rule])
      }
    }
  }

  private let cells: CellResolver
  /// Tables that may contain random variables, each with the names, English first, of the columns that do.
  private let uncertainColumns: [(table: TableID, columns: [[String]])]
  private(set) var factors: [String] = []
  /// The first name that a row of each factor gives, or its code.
  private(set) var factorNames: [String] = []
  private var rules: [Rule] = []
  private var rulesByItem: [Target: RulesByItem] = [:]

  private var table: Table { cells.tables[.correlations] }
  private var register: VariableRegister { cells.register }

  init(cells: CellResolver) {
    self.cells = cells
    uncertainColumns = TableID.allCases.map { ($0, Self.uncertainColumns(of: cells.tables[$0])) }
      .filter { !$0.columns.isEmpty }
    readRules()
  }

  /// Gives the study's variables their loadings.
  func apply() {
    var reported: Set<[Int]> = []
    for variable in register.variables.indices {
      let origin = register.origins[variable]
      guard let rulesByItem = rulesByItem[Target(table: origin.table, column: origin.column)] else { continue }
      let matching = mostSpecific(rulesByItem, origin.key)
      let squares = matching.reduce(0) { $0 + rules[$1].loading * rules[$1].loading }
      // The sum of squares of decimals such as 0.6 and 0.8 may slightly exceed 1.
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
    if rules.allSatisfy({ $0.hasMatch }) { return }
    var examples: [Target: [String]] = [:]
    for origin in register.origins {
      let target = Target(table: origin.table, column: origin.column)
      if examples[target] == nil { examples[target] = origin.key }
    }
    for rule in rules where !rule.hasMatch {
      let example = examples[Target(table: rule.table, column: rule.column)]
      cells.diagnostics.notice(
        .correlationWithoutEffect(table: rule.table, column: rule.column, example: example?.joined(separator: "/")),
        file: table.file, row: table.rows[rule.row].number, column: header(3))
    }
  }

  /// The rule of each factor that applies to a key, in the order of the factors: parts are compared from left to right,
  /// and a named part takes precedence over `*`.
  private func mostSpecific(_ rulesByItem: RulesByItem, _ key: [String]) -> [Int] {
    var found: [(factor: Int, rank: Int, rule: Int)] = []
    for item in rulesByItem.items.rows(asked: key) {
      for rule in rulesByItem.rules[item] {
        rules[rule].hasMatch = true
        found.append((rules[rule].factor, found.count, rule))
      }
    }
    found.sort { ($0.factor, $0.rank) < ($1.factor, $1.rank) }
    return found.indices.filter { $0 == 0 || found[$0].factor != found[$0 - 1].factor }.map { found[$0].rule }
  }

  // MARK: Rows

  private func readRules() {
    var factorIndex: [String: Int] = [:]
    var firstRules: [[String]: Int] = [:]
    for (index, row) in table.rows.enumerated() {
      let factor = factorIndex[row.key[0]] ?? factors.count
      if factor == factors.count {
        factorIndex[row.key[0]] = factor
        factors.append(row.key[0])
        factorNames.append(row.key[0])
      }
      if let name = row.cells[1].text, factorNames[factor] == row.key[0] { factorNames[factor] = name }
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
      let place = [row.key[0], target.table.stem, target.column] + item
      if let first = firstRules[place] {
        cells.diagnostics.error(
          .sameCorrelation(firstRow: table.rows[rules[first].row].number), file: table.file, row: row.number)
        continue
      }
      firstRules[place] = rules.count
      rulesByItem[target, default: RulesByItem()].add(rules.count, at: item)
      rules.append(
        Rule(row: index, factor: factor, table: target.table, column: target.column, loading: loading))
    }
  }

  private func target(_ row: TableRow) -> Target? {
    let name = row.key[1].hasSuffix(".csv") ? String(row.key[1].dropLast(4)) : row.key[1]
    guard let (id, columns) = uncertainColumns.first(where: { $0.table.stem == name }) else {
      cells.diagnostics.error(
        .unknownTable(row.key[1], known: uncertainColumns.map { $0.table.stem }), file: table.file, row: row.number,
        column: header(1))
      return nil
    }
    if let column = columns.first(where: { $0.contains(row.key[2]) }) { return Target(table: id, column: column[0]) }
    if !cells.tables[id].isReliable { return nil }
    cells.diagnostics.error(
      .notUncertainColumn(row.key[2], table: id, known: columns.flatMap { $0 }), file: table.file, row: row.number,
      column: header(2))
    return nil
  }

  private static func uncertainColumns(of table: Table) -> [[String]] {
    var names = table.description.columns.filter { $0.mayBeUncertain }.map {
      $0.id == $0.dutch ? [$0.id] : [$0.id, $0.dutch]
    }
    if table.id == .measures { names.append([Name.inForce.id]) }
    if table.id == .regions { names += table.furtherColumns.map { [$0.name] } }
    return names
  }

  private func item(_ text: String, of target: Target) -> [String] {
    let count = target.column == Name.inForce.id ? 2 : target.table.description.keys.count
    return Self.parts(ofItem: text, of: target.table, count: count)
  }

  /// The parts of an item, as in the names of variables; a lone `*` becomes one for each part.
  ///
  /// - Parameter count: the number of parts of a key of the table.
  static func parts(ofItem text: String, of table: TableID, count: Int) -> [String] {
    if text == "*" { return [String](repeating: "*", count: count) }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0).trimmedOfBlanks }
    if table == .settings {
      parts = parts.map { SettingDescription.named($0)?.id ?? $0 }
    }
    if table == .measureEffects, parts.count == 3 {
      parts[2] = WordList.drivers.id(of: parts[2]) ?? parts[2]
    }
    return parts
  }

  private func header(_ key: Int) -> String {
    let column = table.description.keys[key]
    return table.document?.header.first { column.isCalled($0) } ?? column.id
  }
}
