/// The widths of a sheet's columns, and the heights of its rows with several lines.
struct SheetLayout {
  private static let widest = 66
  private static let lineHeight = 15.0
  /// A row is limited to 409 points.
  private static let mostLines = 27
  /// Characters of the note that fit on one line.
  private static let noteWidth = 120

  /// Maximum characters side by side that are still readable on a printed page.
  private static let pageWidth = 280
  /// Maximum rows above a chart that are still readable on the same page.
  private static let pageRows = 70

  /// In characters.
  let widths: [Int]
  let headingHeight: Double
  let noteHeight: Double
  /// The last column that the note's cell spans.
  let lastNoteColumn: Int
  /// Number of printed pages side by side.
  let pagesAcross: Int
  /// Whether all of it is printed on one page, so that charts are not split.
  let isOnePage: Bool

  init(_ sheet: Sheet) {
    var content = [Int](repeating: 6, count: sheet.columns.count)
    for row in sheet.rows + sheet.totals {
      for (column, cell) in row.enumerated() { content[column] = max(content[column], Self.width(cell)) }
    }
    // Room for a blank on either side, and for the filter arrow beside a heading.
    widths = zip(sheet.columns, content).map { column, content in
      let words: [Substring] = column.heading.split { $0 == " " }
      let word = words.map { $0.count }.max() ?? 0
      return column.width ?? min(Self.widest, max(content, word + 3, min(14, column.heading.count + 3))) + 2
    }
    let lines = zip(sheet.columns, widths).map { Self.lines($0.heading, width: $1 - 3) }
    headingHeight = Self.lineHeight * Double(lines.max() ?? 1) + 4
    var (column, width) = (0, widths[0])
    while column + 1 < widths.count, width < Self.noteWidth {
      column += 1
      width += widths[column]
    }
    lastNoteColumn = column
    isOnePage = !sheet.charts.isEmpty && sheet.rows.count + sheet.totals.count <= Self.pageRows
    pagesAcross = isOnePage ? 1 : (widths.reduce(0, +) + Self.pageWidth - 1) / Self.pageWidth
    noteHeight = Self.lineHeight * Double(Self.lines(sheet.note, width: width + width / 5))
  }

  /// The height of a row in which some text takes several lines; nil if none does.
  func height(of cells: [SheetCell]) -> Double? {
    var most = 1
    for (column, cell) in cells.enumerated() where cell.style.format == .wrapped {
      if case .text(let text) = cell.content, text.utf8.count > widths[column] - 2 {
        // Letters are narrower than the digits in which widths are measured.
        most = max(most, min(Self.mostLines, Self.lines(text, width: widths[column] + 4)))
      }
    }
    return most > 1 ? Self.lineHeight * Double(most) : nil
  }

  /// Number of characters that a cell shows.
  private static func width(_ cell: SheetCell) -> Int {
    switch cell.content {
    case .blank: return 0
    case .textFormula(_, let text): return min(widest, text.count)
    case .text(let text): return min(widest, text.utf8.count > 4 * widest ? widest : text.count)
    case .number(let value), .formula(_, let value):
      let digits = value.magnitude < 1e15 ? String(Int64(value.magnitude)).count : 15
      let number = digits + (digits - 1) / 3 + (value < 0 ? 1 : 0)
      switch cell.style.format {
      case .text, .wrapped, .integer, .general, .typed: return number
      case .year: return digits
      case .euro: return number + 2
      case .euroCents: return number + 5
      case .percent, .exactPercent: return 6
      case .twoDecimals: return number + 3
      case .date: return 10
      }
    }
  }

  /// Number of lines that a text takes.
  private static func lines(_ text: String, width: Int) -> Int {
    var (lines, used) = (1, 0)
    for word in text.split(separator: " ") {
      if used > 0, used + 1 + word.count > width {
        lines += 1
        used = word.count
      } else {
        used += (used > 0 ? 1 : 0) + word.count
      }
    }
    return lines
  }
}
