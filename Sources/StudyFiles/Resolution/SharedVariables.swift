import CostEngine
import Terms

/// Resolves `var(name)`: looks up the quantities of variables.csv in every cell that refers to them.
final class SharedVariables {
  private let tables: StudyTables
  private let diagnostics: DiagnosticCollector
  /// The value of each row of variables.csv.
  private var values: [Cell] = []
  /// Rows of variables.csv to which a cell refers.
  private(set) var used: Set<Int> = []

  private lazy var knownNames = KnownNames(tables[.variable].codes)

  init(tables: StudyTables, diagnostics: DiagnosticCollector) {
    self.tables = tables
    self.diagnostics = diagnostics
    values = resolveVariables()
  }

  /// Replaces every reference by the value it refers to.
  func resolveReferences() {
    for id in TableID.allCases {
      let table = tables[id]
      for column in table.description.columns.indices where table.description.columns[column].mayBeUncertain {
        for (index, row) in table.rows.enumerated() {
          let place = CellReader.Place(file: table.file, row: row.number, column: table.header(column))
          switch row.cells[column] {
          case .reference(let name) where id == .variables:
            if let asked = table.row([name]) { used.insert(asked) }
            table.set(values[index], row: index, column: column)
          case .reference(let name):
            table.set(value(of: name, content(of: column, row, table), at: place), row: index, column: column)
          case .relative(.reference(let name)):
            let factor = value(of: name, .number(.nonNegative), at: place)
            var isInvalid = false
            if case .invalid = factor { isInvalid = true }
            table.set(isInvalid ? .invalid : .relative(factor), row: index, column: column)
          default: continue
          }
        }
      }
    }
  }

  /// The value of a reference in a cell outside variables.csv, checked against the bounds of that cell.
  func value(of name: String, _ content: ColumnDescription.Content, at place: CellReader.Place) -> Cell {
    guard let row = tables[.variables].row([name]) else {
      reportUnknown(name, at: place)
      return .invalid
    }
    used.insert(row)
    let bounds = content.bounds
    let support: (lower: Double, upper: Double)
    guard case .shared(let origin) = values[row] else { return .invalid }
    switch tables[.variables].rows[origin].cells[0] {
    case .certain(let value):
      support = (value, value)
      if case .calendarYear = content, value.rounded(.down) != value {
        diagnostics.error(.notAWholeYear(value), file: place.file, row: place.row, column: place.column)
        return .invalid
      }
    case .distribution(let distribution):
      support = distribution.support
    default:
      return .invalid
    }
    let isInside = bounds.lowerIsOpen ? support.lower > bounds.lower : support.lower >= bounds.lower
    guard isInside, support.upper <= bounds.upper else {
      let problem = CellProblem.variableOutOfBounds(name, lower: support.lower, upper: support.upper, bounds: bounds)
      diagnostics.error(problem, file: place.file, row: place.row, column: place.column)
      return .invalid
    }
    return values[row]
  }

  private func content(of column: Int, _ row: TableRow, _ table: Table) -> ColumnDescription.Content {
    guard table.id == .settings else { return table.description.columns[column].content }
    if let setting = SettingDescription.named(row.key[0]), case .number(let bounds) = setting.content {
      return .number(bounds)
    }
    return .number(.unbounded)
  }

  private func reportUnknown(_ name: String, at place: CellReader.Place) {
    let vocabulary = tables[.variable]
    guard vocabulary.isReliable else { return }
    // Asked only for the cells that are told.
    diagnostics.error(
      .unknownVariable(name, nearest: knownNames.nearest(to: name), tableExists: vocabulary.exists), file: place.file,
      row: place.row,
      column: place.column)
  }

  // MARK: variables.csv itself

  /// The value of each row of variables.csv after following its own references.
  private func resolveVariables() -> [Cell] {
    let table = tables[.variables]
    var values = [Cell?](repeating: nil, count: table.rows.count)
    for start in table.rows.indices where values[start] == nil {
      // Each variable refers to at most one other, so the references form a path that ends or loops back on itself.
      var path: [Int] = []
      var position: [Int: Int] = [:]
      var current = start
      var end: Cell?
      while end == nil {
        if let known = values[current] {
          end = known
        } else if let first = position[current] {
          report(circle: Array(path[first...]))
          end = .invalid
        } else {
          position[current] = path.count
          path.append(current)
          switch table.rows[current].cells[0] {
          case .certain, .distribution:
            end = .shared(current)
          case .reference(let name):
            if let next = table.row([name]) {
              current = next
            } else {
              let place = CellReader.Place(file: table.file, row: table.rows[current].number, column: table.header(0))
              reportUnknown(name, at: place)
              end = .invalid
            }
          case .blank:
            diagnostics.error(
              .missingCell(
                columns: [[Column.variables(.value).id]], places: [.variable(table.rows[current].key[0])], rows: []),
              file: table.file, row: table.rows[current].number, column: table.header(0))
            end = .invalid
          case let cell:
            end = cell
          }
        }
      }
      for row in path { values[row] = end }
    }
    return values.map { $0! }
  }

  private func report(circle: [Int]) {
    let table = tables[.variables]
    let first = circle.firstIndex(of: circle.min()!)!
    let names = (circle[first...] + circle[..<first]).map { table.rows[$0].key[0] }
    diagnostics.error(
      .circle(names), file: table.file, row: table.rows[circle[first]].number, column: table.header(0))
  }
}

extension Bilingual {
  fileprivate static func variable(_ name: String) -> Bilingual {
    Bilingual(nl: "grootheid \(quoted(name))", en: "variable \(quoted(name))")
  }
}
