/// A row of a CSV file that contains data.
public struct CSVRow: Sendable, Equatable {
  /// The row number as in a spreadsheet, from 1: blank rows and comments count, line breaks within quotes do not.
  public var row: Int
  /// The cells without surrounding blanks; exactly as many as in the header.
  public var cells: [String]

  public init(row: Int, cells: [String]) {
    self.row = row
    self.cells = cells
  }
}

/// The text of a CSV file: its header and the rows that contain data (no blank rows, no comments).
public struct CSVDocument: Sendable, Equatable {
  /// The file's name within the study folder.
  public var file: String
  public var dialect: CSVDialect
  /// The row number of the header as in a spreadsheet.
  public var headerRow: Int
  /// Column names without surrounding blanks; empty for a column that is entirely empty.
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
