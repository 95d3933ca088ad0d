import Terms

/// A sheet of a workbook: a title, a note, one row of headings, a table, totals below it, and charts below those.
struct Sheet {
  struct Column {
    var heading: String
    /// Whether it holds numbers, which are aligned right.
    var isNumber = true
    /// In characters; nil for what its content needs.
    var width: Int?
  }

  /// Row numbers as in a spreadsheet.
  static let titleRow = 1
  static let noteRow = 2
  static let headingRow = 4
  static let firstRow = 5

  /// At most 31 characters, none of `[ ] : * ? / \`; unique within the workbook.
  var name: String
  var title: String
  var note: String
  var columns: [Column]
  var rows: [[SheetCell]] = []
  /// Rows after the table and a blank row: sums and the like, with the same columns as the table.
  var totals: [[SheetCell]] = []
  /// Number of columns that stay in sight.
  var frozenColumns = 0
  var charts: [SheetChart] = []
  /// Whether everything but what people fill in is locked, without a password.
  var isLocked = false
  /// A column in which everything but `ok` stands out.
  var warningColumn: Int?

  init(name: String, title: String, note: String, columns: [Column]) {
    precondition(name.utf16.count <= 31 && !name.contains { "[]:*?/\\'".contains($0) })
    self.name = name
    self.title = title
    self.note = note
    self.columns = columns
  }

  /// The row that the next row of the table gets.
  var nextRow: Int { Self.firstRow + rows.count }
  /// The row that the next row of totals gets.
  var nextTotalRow: Int { Self.firstRow + rows.count + 1 + totals.count }
  var lastTableRow: Int { max(Self.firstRow, nextRow - 1) }

  /// The rows of a column's table, as written in a formula of this sheet.
  func range(_ column: Int) -> String {
    let name = SheetCell.columnName(column)
    return "\(name)$\(Self.firstRow):\(name)$\(lastTableRow)"
  }

  /// Cells of one column, as written in a formula of another sheet.
  func reference(_ column: Int, rows: ClosedRange<Int>) -> String {
    let letters = SheetCell.columnName(column)
    return "'\(name)'!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
  }

  /// A single cell, as written in a formula of another sheet.
  func reference(_ column: Int, row: Int) -> String { "'\(name)'!$\(SheetCell.columnName(column))$\(row)" }

  /// What is repeated on every printed page: the headings, and the columns that stay in sight.
  var printTitles: String {
    let rows = "'\(name)'!$\(Self.headingRow):$\(Self.headingRow)"
    if frozenColumns == 0 { return rows }
    return "'\(name)'!$A:$\(SheetCell.columnName(frozenColumns - 1)),\(rows)"
  }

  /// The range of headings and table.
  var table: String {
    "'\(name)'!$A$\(Self.headingRow):$\(SheetCell.columnName(columns.count - 1))$\(lastTableRow)"
  }
}

extension Sheet.Column {
  static func text(_ heading: String) -> Sheet.Column { Sheet.Column(heading: heading, isNumber: false) }
  static func number(_ heading: String) -> Sheet.Column { Sheet.Column(heading: heading) }
}
