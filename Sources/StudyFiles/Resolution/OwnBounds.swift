import CostEngine
import Terms

/// The rows of plausibility.csv: between which bounds a study itself expects the figures of its cells.
struct OwnBounds {
  let tables: StudyTables
  let diagnostics: DiagnosticCollector

  /// What a row says.
  struct Rule {
    /// Index in the table's rows.
    let row: Int
    let table: TableID
    /// Index in the table's columns; nil for a further column of regions.csv.
    let column: Int?
    /// The English name.
    let name: String
    let low: Double?
    let high: Double?
  }

  /// The rules of one column, by the items that they hold for.
  struct Target {
    let table: TableID
    let column: Int?
    let name: String
    /// Leads to indices in ``rules``; the most specific comes first.
    var items = KeyTree()
    var rules: [Rule] = []
  }

  private var table: Table { tables[.plausibility] }

  /// Reports what is wrong with the rows.
  func check() { _ = targets(reporting: true) }

  /// Notices of rows that bound nothing.
  func judge() {
    for target in targets() {
      let judged = tables[target.table]
      let isThere = target.column.map { judged.columnPositions[$0] != nil } ?? true
      var hasMatch = [Bool](repeating: false, count: target.rules.count)
      for row in judged.rows { for rule in target.items.rows(asked: row.key) { hasMatch[rule] = true } }
      let known = KnownNames(judged.rows.map { $0.key.joined(separator: "/") })
      for (index, rule) in target.rules.enumerated() {
        let row = table.rows[rule.row]
        if !isThere {
          diagnostics.notice(
            .boundsWithoutColumn(target.name, table: target.table), file: table.file, row: row.number,
            column: header(1))
        } else if !hasMatch[index] {
          diagnostics.notice(
            .boundsWithoutCell(
              row.key[2], table: target.table, nearest: known.nearest(to: row.key[2]),
              example: judged.rows.first?.key.joined(separator: "/")),
            file: table.file, row: row.number, column: header(2))
        } else if rule.low == nil, rule.high == nil {
          diagnostics.notice(.noBounds, file: table.file, row: row.number, column: table.header(0))
        }
      }
    }
  }

  /// The rules of the rows that are sound, by column, in the order in which these are named first.
  func targets() -> [Target] { targets(reporting: false) }

  private func targets(reporting: Bool) -> [Target] {
    var targets: [Target] = []
    for (index, row) in table.rows.enumerated() {
      guard let place = place(row, reporting: reporting) else { continue }
      let (low, high) = (bound(row.cells[0]), bound(row.cells[1]))
      if let low, let high, low > high {
        if reporting {
          diagnostics.error(.boundsInReverse, file: table.file, row: row.number, column: table.header(0))
        }
        continue
      }
      let target =
        targets.firstIndex { $0.table == place.table && $0.name == place.name }
        ?? {
          targets.append(Target(table: place.table, column: place.column, name: place.name))
          return targets.count - 1
        }()
      let rule = Rule(
        row: index, table: place.table, column: place.column, name: place.name, low: low, high: high)
      let count = place.table.description.keys.count
      let item = Correlations.parts(ofItem: row.key[2], of: place.table, count: count)
      if let first = targets[target].items.insert(targets[target].rules.count, at: item) {
        if reporting {
          let number = table.rows[targets[target].rules[first].row].number
          diagnostics.error(.sameBounds(firstRow: number), file: table.file, row: row.number)
        }
        continue
      }
      targets[target].rules.append(rule)
    }
    return targets
  }

  private func bound(_ cell: Cell) -> Double? {
    if case .certain(let value) = cell { return value }
    return nil
  }

  private func place(_ row: TableRow, reporting: Bool) -> (table: TableID, column: Int?, name: String)? {
    let stem = row.key[0].hasSuffix(".csv") ? String(row.key[0].dropLast(4)) : row.key[0]
    let known = TableID.allCases.filter { $0 != .correlations && $0 != .plausibility }
    guard let id = known.first(where: { $0.stem == stem }) else {
      if reporting {
        diagnostics.error(
          .unknownTable(row.key[0], known: known.map { $0.stem }), file: table.file, row: row.number,
          column: header(0))
      }
      return nil
    }
    let columns = id.description.columns
    if let column = columns.firstIndex(where: { $0.isCalled(row.key[1]) && $0.content.holdsNumbers }) {
      return (id, column, columns[column].id)
    }
    let further = tables[id].furtherColumns.map { $0.name }
    if further.contains(row.key[1]) { return (id, nil, row.key[1]) }
    if reporting, tables[id].isReliable {
      let names = columns.filter { $0.content.holdsNumbers }.flatMap {
        $0.id == $0.dutch ? [$0.id] : [$0.id, $0.dutch]
      }
      diagnostics.error(
        .notANumericColumn(row.key[1], table: id, known: names + further), file: table.file, row: row.number,
        column: header(1))
    }
    return nil
  }

  private func header(_ key: Int) -> String {
    let column = table.description.keys[key]
    return table.document?.header.first { column.isCalled($0) } ?? column.id
  }
}

extension ColumnDescription.Content {
  /// Whether its cells hold numbers.
  var holdsNumbers: Bool {
    switch self {
    case .number, .norm, .calendarYear, .certainNumber, .wholeNumber, .settingValue: return true
    default: return false
    }
  }
}
