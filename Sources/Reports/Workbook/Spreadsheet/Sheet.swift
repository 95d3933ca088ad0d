import Terms

/// A sheet of a workbook: a title, a note, one row of headings, a table, totals under it, charts under those.
struct Sheet {
  struct Column {
    var heading: String
    /// Whether it holds numbers, which stand on the right.
    var isNumber = true
  }

  /// Rows as a spreadsheet numbers them.
  static let titleRow = 1
  static let noteRow = 2
  static let headingRow = 4
  static let firstRow = 5

  /// At most 31 characters, none of `[ ] : * ? / \`; no two sheets have the same.
  var name: String
  var title: String
  var note: String
  var columns: [Column]
  var rows: [[SheetCell]] = []
  /// After a blank row: sums and the like, each a row like those of the table.
  var totals: [[SheetCell]] = []
  /// How many columns stay in sight.
  var frozenColumns = 0
  var charts: [SheetChart] = []

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

  /// The rows of a column's table, as a formula of this sheet writes them.
  func range(_ column: Int) -> String {
    let name = SheetCell.columnName(column)
    return "\(name)$\(Self.firstRow):\(name)$\(lastTableRow)"
  }

  /// Cells of one column, as a formula of another sheet writes them.
  func reference(_ column: Int, rows: ClosedRange<Int>) -> String {
    let letters = SheetCell.columnName(column)
    return "'\(name)'!$\(letters)$\(rows.lowerBound):$\(letters)$\(rows.upperBound)"
  }

  /// A single cell, as a formula of another sheet writes it.
  func reference(_ column: Int, row: Int) -> String { "'\(name)'!$\(SheetCell.columnName(column))$\(row)" }

  /// What is repeated on every printed page: the headings, and the columns that stay in sight.
  var printTitles: String {
    let rows = "'\(name)'!$\(Self.headingRow):$\(Self.headingRow)"
    if frozenColumns == 0 { return rows }
    return "'\(name)'!$A:$\(SheetCell.columnName(frozenColumns - 1)),\(rows)"
  }

  /// Headings and table.
  var table: String {
    "'\(name)'!$A$\(Self.headingRow):$\(SheetCell.columnName(columns.count - 1))$\(lastTableRow)"
  }
}

extension Sheet.Column {
  static func text(_ heading: String) -> Sheet.Column { Sheet.Column(heading: heading, isNumber: false) }
  static func number(_ heading: String) -> Sheet.Column { Sheet.Column(heading: heading) }
}
