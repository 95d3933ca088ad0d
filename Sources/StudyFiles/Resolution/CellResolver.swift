import CostEngine
import Terms

/// Looks up what the model needs: the value of a cell after wildcards, blanks and references are resolved.
///
/// A result of nil means that the cell has a problem which, or whose cause, has been reported.
final class CellResolver {
  let tables: StudyTables
  let diagnostics: DiagnosticCollector
  let register = VariableRegister()
  private let overrides: InputOverrides
  /// Nil if not requested.
  private(set) var ledger: InputLedger?
  private var missing: [MissingCells] = []
  private var missingIndex: [[Int]: Int] = [:]

  /// Missing cells that a single cell or a single row could provide.
  private struct MissingCells {
    let table: Table
    let columns: [Int]
    let row: Int?
    var keys: [[String]]
    var isKnown: Set<[String]>
  }

  /// Missing rows.
  private struct MissingRows: Hashable {
    let table: TableID
    let keys: [[String]]
  }

  init(
    tables: StudyTables, diagnostics: DiagnosticCollector, overrides: InputOverrides = InputOverrides([]),
    ledger: InputLedger? = nil
  ) {
    self.tables = tables
    self.diagnostics = diagnostics
    self.overrides = overrides
    self.ledger = ledger
  }

  // MARK: Values

  /// The quantity in a column for a key, from the first filled row, starting with the most specific.
  /// - Parameter rows: those of ``Table/candidates(_:)`` for the key.
  func quantity(_ asked: Column, _ key: [String], rows: [Int]) -> Quantity? {
    let table = tables[asked.table]
    let column = table.position(of: asked)
    if let row = table.firstFilled(column, rows) { return quantity(asked, key, row: row) }
    let described = table.description.columns[column]
    if let override = overridden(table.id, described.id, key) { return override }
    if table.missingColumns.contains(column) { return nil }
    if let standIn = described.standIn { return noted(.certain(standIn), table.id, described.id, key) }
    reportMissing(table, [column], key, rows: rows)
    return nil
  }

  /// The quantity of a cell that is not blank.
  func quantity(_ asked: Column, _ key: [String], row: Int) -> Quantity? {
    let table = tables[asked.table]
    let column = table.position(of: asked)
    return quantity(of: table.rows[row].cells[column], table.id, table.description.columns[column].id, key)
  }

  func quantity(of cell: Cell, _ table: TableID, _ column: String, _ key: [String]) -> Quantity? {
    if let override = overridden(table, column, key) { return override }
    return quantity(in: cell, InputName(table: table, column: column, key: key), isFactor: false)
  }

  /// What the value of another level is multiplied by to get that of a cell.
  ///
  /// - Parameter name: the cell, by which the variable is named if the factor is uncertain.
  func factor(_ cell: Cell, _ name: InputName) -> Quantity? { quantity(in: cell, name, isFactor: true) }

  private func quantity(in cell: Cell, _ name: InputName, isFactor: Bool) -> Quantity? {
    let quantity: Quantity
    var source: InputName?
    switch cell {
    case .certain(let value): quantity = .certain(value)
    case .distribution(let distribution):
      quantity = register.quantity(name.table, name.column, name.key, distribution)
    case .shared(let row):
      let variable = tables[.variables].rows[row]
      switch variable.cells[0] {
      case .certain(let value): quantity = .certain(value)
      case .distribution(let distribution):
        quantity = register.quantity(.variables, Column.variables(.value).id, variable.key, distribution)
      default: return nil
      }
      source = InputName(.variables(.value), key: variable.key)
    default:
      return nil
    }
    if ledger != nil {
      if let source { note(quantity, source, from: nil) }
      note(quantity, name, from: source, isFactor: isFactor)
    }
    return quantity
  }

  // MARK: Overrides and the ledger

  /// The content that replaces that of a cell; nil if nothing does.
  func replacement(of name: InputName) -> Cell? { overrides.value(name.table, name.column, name.key)?.cell }

  /// The override of a cell; nil if there is none.
  ///
  /// - Parameter exactly: whether names with `*` are ignored, because the model would otherwise use another cell.
  func overridden(_ table: TableID, _ column: String, _ key: [String], exactly: Bool = false) -> Quantity? {
    guard let value = overrides.value(table, column, key, exactly: exactly) else { return nil }
    switch value.cell {
    case .distribution(let distribution):
      return noted(register.quantity(table, column, key, distribution), table, column, key)
    case .certain(let value): return noted(.certain(value), table, column, key)
    default: return nil
    }
  }

  func overridden(_ name: InputName, exactly: Bool = false) -> Quantity? {
    overridden(name.table, name.column, name.key, exactly: exactly)
  }

  /// Records the value of a cell in the ledger.
  func noted(_ quantity: Quantity, _ table: TableID, _ column: String, _ key: [String]) -> Quantity {
    if ledger != nil { note(quantity, InputName(table: table, column: column, key: key), from: nil) }
    return quantity
  }

  /// Records in the ledger that a cell takes its value from another one.
  func noteInherited(
    _ quantity: Quantity?, _ name: @autoclosure () -> InputName, from source: @autoclosure () -> InputName
  ) {
    if ledger != nil, let quantity { note(quantity, name(), from: source()) }
  }

  private func note(_ quantity: Quantity, _ name: InputName, from source: InputName?, isFactor: Bool = false) {
    let value = value(of: quantity)
    ledger?.note(InputLedger.Cell(name: name, value: isFactor ? .relative(value) : value, source: source))
  }

  private func value(of quantity: Quantity) -> InputValue {
    switch quantity {
    case .certain(let number): return .certain(number)
    case .uncertain(let index): return .distribution(register.variables[index].distribution)
    // The share itself; what it is a share of has a value of its own.
    case .product(let index): return .relative(value(of: register.products[index].factor))
    }
  }

  /// The English spelling of the word in a column, which must be there.
  func word(_ asked: Column, _ key: [String], rows: [Int]) -> String? {
    let table = tables[asked.table]
    let column = table.position(of: asked)
    guard let row = table.firstFilled(column, rows) else {
      if !table.missingColumns.contains(column) { reportMissing(table, [column], key, rows: rows) }
      return nil
    }
    return table.rows[row].cells[column].word
  }

  /// The name in a table's `name` column; the code if there is none.
  func name(_ column: Column, row: Int) -> String {
    let table = tables[column.table]
    return table.rows[row].cells[table.position(of: column)].text ?? table.rows[row].key[0]
  }

  func isNameless(_ column: Column, row: Int) -> Bool {
    let table = tables[column.table]
    return table.rows[row].cells[table.position(of: column)].isBlank
  }

  // MARK: Missing cells

  /// Records that no row fills any of these columns.
  func reportMissing(_ table: Table, _ columns: [Int], _ key: [String], rows: [Int]) {
    guard table.isReliable, !table.mayHaveBeenMeant(key) else { return }
    // If there is no row at all, regions that lack the same one are reported together.
    let row = rows.first
    let group: [Int]
    if let row {
      group = [table.id.rawValue, columns[0], 0, row]
    } else {
      let last = key.count > 1 ? tables[kind(of: table, part: key.count - 1)].index[key[key.count - 1]] ?? 0 : 0
      group = [table.id.rawValue, columns[0], 1, last]
    }
    if let known = missingIndex[group] {
      if missing[known].isKnown.insert(key).inserted { missing[known].keys.append(key) }
    } else {
      missingIndex[group] = missing.count
      missing.append(MissingCells(table: table, columns: columns, row: row, keys: [key], isKnown: [key]))
    }
  }

  /// Reports that a region has no value in a further column of regions.csv that serves as a distribution key.
  func reportMissingKey(_ column: String, region: String) {
    let table = tables[.regions]
    guard let row = table.row([region]) else { return }
    diagnostics.error(
      .missingCell(columns: [[column]], places: [place(table, [region])], rows: []), file: table.file,
      row: table.rows[row].number, column: column)
  }

  /// Reports the missing cells that were recorded.
  func finish() {
    // A missing row is one problem, however many of its cells are needed.
    var problems: [(cells: MissingCells, sets: [[Int]])] = []
    var problemIndex: [MissingRows: Int] = [:]
    for cells in missing {
      if cells.row == nil {
        let rows = MissingRows(table: cells.table.id, keys: cells.keys)
        if let known = problemIndex[rows] {
          problems[known].sets.append(cells.columns)
          continue
        }
        problemIndex[rows] = problems.count
      }
      problems.append((cells, [cells.columns]))
    }
    for (cells, sets) in problems {
      let table = cells.table
      let columns = sets.map { $0.map { table.header($0) } }
      let isOfRow = cells.row != nil && !table.rows[cells.row!].key.contains("*")
      let fillers = isOfRow ? [] : table.patterns(of: cells.keys[0]).map { $0.joined(separator: "/") }
      diagnostics.error(
        .missingCell(columns: columns, places: places(of: cells), rows: fillers), file: table.file,
        row: cells.row.map { table.rows[$0].number }, column: columns.count == 1 ? columns[0][0] : nil)
    }
    missing = []
    missingIndex = [:]
  }

  /// "regio VR03, functie OVD"; of several keys that differ in one part "functie OVD bij 2 regio's (VR03 en VR04)".
  private func places(of cells: MissingCells) -> [Bilingual] {
    let first = cells.keys[0]
    let differing = first.indices.filter { part in cells.keys.contains { $0[part] != first[part] } }
    guard cells.keys.count > 1, differing.count == 1, first.count > 1 else {
      return cells.keys.map { place(cells.table, $0) }
    }
    let spread = differing[0]
    let kept = first.indices.filter { $0 != spread }.map { part -> Bilingual in
      let noun = noun(cells.table, part)
      return Bilingual(nl: "\(noun.dutch) \(first[part].excerpt)", en: "\(noun.english) \(first[part].excerpt)")
    }
    let codes = enumeration(cells.keys.map { $0[spread].excerpt }, conjunction: .and)
    let plural = plural(cells.table, spread)
    let count = cells.keys.count
    return [
      Bilingual(
        nl: kept.map { $0.dutch }.joined(separator: ", ") + " bij \(count) \(plural.dutch) (\(codes.dutch))",
        en: kept.map { $0.english }.joined(separator: ", ") + ", \(count) \(plural.english) (\(codes.english))")
    ]
  }

  /// "regio VR03, functie OVD".
  func place(_ table: Table, _ key: [String]) -> Bilingual {
    let parts = key.enumerated().map { part, code -> Bilingual in
      let noun = noun(table, part)
      return Bilingual(nl: "\(noun.dutch) \(code.excerpt)", en: "\(noun.english) \(code.excerpt)")
    }
    return Bilingual(
      nl: parts.map { $0.dutch }.joined(separator: ", "), en: parts.map { $0.english }.joined(separator: ", "))
  }

  private func kind(of table: Table, part: Int) -> CodeKind {
    switch table.description.keys[part].content {
    case .code(let kind), .codeOrWildcard(let kind): return kind
    default: return .function
    }
  }

  private func noun(_ table: Table, _ part: Int) -> Bilingual {
    switch table.description.keys[part].content {
    case .code(let kind), .codeOrWildcard(let kind):
      return kind.noun
    default:
      let column = table.description.keys[part]
      return Bilingual(nl: column.dutch, en: column.id)
    }
  }

  private func plural(_ table: Table, _ part: Int) -> Bilingual {
    switch table.description.keys[part].content {
    case .code(let kind), .codeOrWildcard(let kind): return kind.plural
    case .item: return Bilingual(nl: "onderdelen", en: "items")
    default: return noun(table, part)
    }
  }
}
