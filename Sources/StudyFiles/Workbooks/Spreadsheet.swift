/// What a workbook holds: its sheets in the order of their tabs. Sheets that are charts are left out.
public struct Spreadsheet: Sendable, Equatable {
  /// How its dates are counted.
  public var dateSystem: DateSystem
  public var sheets: [Sheet]

  public struct Sheet: Sendable, Equatable {
    public var name: String
    /// Whether its tab is hidden, by whatever means.
    public var isHidden: Bool
    /// The rows that hold something, in order.
    public var rows: [Row]
    /// Hidden columns, from 0; in the order of the file.
    public var hiddenColumns: [ClosedRange<Int>]
    /// Areas that are shown as one cell, whose content is that of their first cell; in the order of the file.
    public var merges: [CellRange]
    /// Notes and comments, in the order of the file.
    public var notes: [Note]
  }

  public struct Row: Sendable, Equatable {
    /// As the spreadsheet shows it, from 1.
    public var number: Int
    /// Whether it is hidden, by hand, by a filter or by a height of nothing.
    public var isHidden: Bool
    /// The cells that hold something, in order.
    public var cells: [Cell]
  }

  public struct Cell: Sendable, Equatable {
    /// From 0.
    public var column: Int
    /// Never blank.
    public var value: SheetValue
    public var format: CellFormat
    /// Whether the value is what a formula gave when the workbook was last computed.
    public var isFormula: Bool
  }

  /// What somebody wrote beside a cell.
  public struct Note: Sendable, Equatable {
    public var address: CellAddress
    /// As the workbook has it; empty if it has none.
    public var author: String
    public var text: String
  }
}

extension Spreadsheet.Sheet {
  /// The cell at an address; nil if it is blank. Takes time that grows with the logarithm of the number of cells.
  public subscript(address: CellAddress) -> Spreadsheet.Cell? {
    guard let row = Self.place(of: address.row, in: rows.count, { rows[$0].number }) else { return nil }
    let cells = rows[row].cells
    return Self.place(of: address.column, in: cells.count) { cells[$0].column }.map { cells[$0] }
  }

  public func isHidden(column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }

  /// The index of a number among others that rise; nil if it is not there.
  private static func place(of wanted: Int, in count: Int, _ number: (Int) -> Int) -> Int? {
    var (first, end) = (0, count)
    while first < end {
      let middle = first + (end - first) / 2
      if number(middle) < wanted { first = middle + 1 } else { end = middle }
    }
    return first < count && number(first) == wanted ? first : nil
  }
}
