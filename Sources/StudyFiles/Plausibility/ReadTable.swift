import CostEngine
import Terms

/// A number or a distribution as rules look at it.
struct Figure {
  /// The lowest value; -infinity for none.
  var least: Double
  /// The expected value.
  var middle: Double
  var isCertain: Bool

  init(_ value: Double) {
    (least, middle, isCertain) = (value, value, true)
  }

  init(_ distribution: Distribution) {
    least = distribution.support.lower
    // A tail may be too heavy for a mean.
    middle = distribution.mean.isFinite ? distribution.mean : distribution.quantile(0.5)
    isCertain = false
  }
}

/// A table of a study beside the texts of its file.
struct ReadTable {
  let table: Table
  private let variables: Table
  private let sourcePosition: Int?
  private let notePosition: Int?

  init(_ tables: StudyTables, _ id: TableID) {
    table = tables[id]
    variables = tables[.variables]
    let header = table.document?.header ?? []
    sourcePosition = table.sourcePosition
    notePosition = header.firstIndex { TableDescription.remarks[1].isCalled($0) }
  }

  var rows: [TableRow] { table.rows }
  var hasSource: Bool { sourcePosition != nil }

  var notation: NumberNotation { NumberNotation(decimalComma: table.document?.dialect.decimalComma ?? true) }

  /// The number of a cell; nil of one that is blank or holds none.
  func figure(_ column: Column, _ row: TableRow) -> Figure? { figure(table.position(of: column), row) }

  /// - Parameter column: index in the description's columns.
  func figure(_ column: Int, _ row: TableRow) -> Figure? { figure(row.cells[column]) }

  private func figure(_ cell: Cell) -> Figure? {
    switch cell {
    case .certain(let value): return Figure(value)
    case .distribution(let distribution): return Figure(distribution)
    // A variable that is another one was resolved to it before.
    case .shared(let row):
      switch variables.rows[row].cells[0] {
      case .certain(let value): return Figure(value)
      case .distribution(let distribution): return Figure(distribution)
      default: return nil
      }
    default: return nil
    }
  }

  /// What a region gave for a cell that still says so.
  func given(_ column: Column, _ row: TableRow, _ provenance: Provenance) -> Provenance.Entry? {
    provenance.current(InputName(column, key: row.key), cell: text(column, row), notation)
  }

  // MARK: As written

  /// A cell as it stands in the file; empty where the column is absent.
  func text(_ column: Column, _ row: TableRow) -> String { text(table.position(of: column), row) }

  /// - Parameter column: index in the description's columns.
  func text(_ column: Int, _ row: TableRow) -> String { text(at: table.columnPositions[column], row) }

  func source(_ row: TableRow) -> String { text(at: sourcePosition, row) }
  func note(_ row: TableRow) -> String { text(at: notePosition, row) }

  /// - Parameter position: in the header.
  func text(at position: Int?, _ row: TableRow) -> String {
    guard let position, let document = table.document else { return "" }
    return document.rows[row.documentRow].cells[position]
  }

  // MARK: Places

  func place(_ column: Column, _ row: TableRow) -> Doubt.Place { place(table.position(of: column), row) }

  func place(_ column: Int, _ row: TableRow) -> Doubt.Place {
    Doubt.Place(file: table.file, row: row.number, column: table.header(column))
  }

  func sourcePlace(_ row: TableRow) -> Doubt.Place {
    Doubt.Place(file: table.file, row: row.number, column: sourcePosition.flatMap { table.document?.header[$0] })
  }

  /// The place of a row as a whole, at its key.
  func keyPlace(_ row: TableRow) -> Doubt.Place {
    let key = table.description.keys[0]
    return Doubt.Place(
      file: table.file, row: row.number, column: table.document?.header.first { key.isCalled($0) } ?? key.id)
  }

  /// A number as this file writes it.
  func write(_ value: Double) -> String {
    // Only the digits that were meant: 0.7 * 100 is 70.
    notation.write((value * 1e6).rounded() / 1e6)
  }

  /// A share as a percentage, as this file writes it.
  func writePercentage(_ share: Double) -> String { write(share.asPercentage) + "%" }
}
