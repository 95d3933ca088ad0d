/// In what a table differs from what it should be, cell by cell.
public struct FileChanges: Sendable, Equatable {
  /// A cell that differs.
  public struct Cell: Sendable, Equatable {
    /// Number of its row as in a spreadsheet, in the file that was found.
    public var row: Int
    /// The first cells of the row, which say what it is about.
    public var subject: [String]
    public var column: String
    public var expected: String
    public var found: String

    public init(row: Int, subject: [String], column: String, expected: String, found: String) {
      self.row = row
      self.subject = subject
      self.column = column
      self.expected = expected
      self.found = found
    }
  }

  /// The first cells that differ.
  public var cells: [Cell]
  /// Number of all cells that do.
  public var cellCount: Int
  /// Number of rows that are gone, and of rows that came in their place or were added.
  public var missingRows, addedRows: Int
  /// The row where they begin; 0 if there are none.
  public var firstRow: Int
  /// Whether the columns are other ones, so that cells cannot be compared.
  public var hasOtherColumns: Bool

  /// Whether only the notation differs: line ends, separators, quotes.
  public var isNotationOnly: Bool { cellCount == 0 && missingRows == 0 && addedRows == 0 && !hasOtherColumns }

  public init(
    cells: [Cell] = [], cellCount: Int = 0, missingRows: Int = 0, addedRows: Int = 0, firstRow: Int = 0,
    hasOtherColumns: Bool = false
  ) {
    self.cells = cells
    self.cellCount = cellCount
    self.missingRows = missingRows
    self.addedRows = addedRows
    self.firstRow = firstRow
    self.hasOtherColumns = hasOtherColumns
  }
}
