import Terms

/// One row of a CSV file that holds data.
public struct CSVRow: Sendable, Equatable {
  /// The row as a spreadsheet numbers it, from 1: blank rows and comments count, a line break in quotes does not.
  public var row: Int
  /// The cells without blanks around them; exactly as many as the header has.
  public var cells: [String]

  public init(row: Int, cells: [String]) {
    self.row = row
    self.cells = cells
  }
}

/// The text of a CSV file: its header and the rows that hold data (no blank rows, no comments).
public struct CSVDocument: Sendable, Equatable {
  /// The file's name within the study folder.
  public var file: String
  public var dialect: CSVDialect
  /// The header's row as a spreadsheet numbers it.
  public var headerRow: Int
  /// Column names without blanks around them; empty for a column that is empty altogether.
  public var header: [String]
  public var rows: [CSVRow]

  public init(file: String, dialect: CSVDialect, headerRow: Int, header: [String], rows: [CSVRow]) {
    self.file = file
    self.dialect = dialect
    self.headerRow = headerRow
    self.header = header
    self.rows = rows
  }
}
