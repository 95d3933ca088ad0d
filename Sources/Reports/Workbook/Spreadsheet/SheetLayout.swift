/// How wide the columns of a sheet are, and how high its rows with several lines.
struct SheetLayout {
  private static let widest = 66
  private static let lineHeight = 15.0
  /// A row is at most 409 points high.
  private static let mostLines = 27
  /// Characters that the note fills before it takes another line.
  private static let noteWidth = 120

  /// Characters beside each other that can still be read on a printed page.
  private static let pageWidth = 280
  /// Rows above a chart that can still be read on a page with it.
  private static let pageRows = 70

  /// In characters.
  let widths: [Int]
  let headingHeight: Double
  let noteHeight: Double
  /// The column up to which the note's cell goes.
  let lastNoteColumn: Int
  /// How many pages beside each other are printed.
  let pagesAcross: Int
  /// Whether all of it is printed on one page, so that a chart stays whole.
  let isOnePage: Bool

  init(_ sheet: Sheet) {
    var content = [Int](repeating: 6, count: sheet.columns.count)
    for row in sheet.rows + sheet.totals {
      for (column, cell) in row.enumerated() { content[column] = max(content[column], Self.width(cell)) }
    }
    // A blank on either side, and the arrow of the filter beside a heading.
    widths = zip(sheet.columns, content).map { column, content in
      let words: [Substring] = column.heading.split { $0 == " " }
      let word = words.map { $0.count }.max() ?? 0
      return min(Self.widest, max(content, word + 3, min(14, column.heading.count + 3))) + 2
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

  /// The height of a row where some text takes several lines; nil where none does.
  func height(of cells: [SheetCell]) -> Double? {
    var most = 1
    for (column, cell) in cells.enumerated() where cell.style.format == .wrapped {
      if case .text(let text) = cell.content, text.utf8.count > widths[column] - 2 {
        // Letters are narrower than the digits that widths are counted in.
        most = max(most, min(Self.mostLines, Self.lines(text, width: widths[column] + 4)))
      }
    }
    return most > 1 ? Self.lineHeight * Double(most) : nil
  }

  /// How many characters a cell shows.
  private static func width(_ cell: SheetCell) -> Int {
    switch cell.content {
    case .blank: return 0
    case .text(let text): return min(widest, text.utf8.count > 4 * widest ? widest : text.count)
    case .number(let value), .formula(_, let value):
      let digits = value.magnitude < 1e15 ? String(Int64(value.magnitude)).count : 15
      let number = digits + (digits - 1) / 3 + (value < 0 ? 1 : 0)
      switch cell.style.format {
      case .text, .wrapped, .integer: return number
      case .year: return digits
      case .euro: return number + 2
      case .euroCents: return number + 5
      case .percent, .exactPercent: return 6
      case .twoDecimals: return number + 3
      case .date: return 10
      }
    }
  }

  /// How many lines a text takes.
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
