extension CellAddress {
  /// The cell that a reference such as `B7` or `$B$7` names; nil if it is none. It may lie beyond a sheet, though no
  /// further than 2^24 rows and 2^20 columns, which stand for all that is.
  public init?(reference: some StringProtocol) {
    var (column, row) = (0, 0)
    var hasDigits = false
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard !hasDigits else { return nil }
        column = min(26 * column + Int(byte | 0x20) - 0x60, 1 << 20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0 else { return nil }
        hasDigits = true
        row = min(10 * row + Int(byte & 15), 1 << 24)
      case UInt8(ascii: "$"): continue
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// Whether a sheet has such a cell.
  var isOnSheet: Bool {
    (1...SpreadsheetLimits.rows).contains(row) && (0..<SpreadsheetLimits.columns).contains(column)
  }
}

/// A rectangle of cells.
public struct CellRange: Sendable, Equatable, CustomStringConvertible {
  /// Its first cell, at the left and at the top.
  public var first: CellAddress
  /// Its last cell, at the right and at the bottom.
  public var last: CellAddress

  /// The cells that a reference such as `B7:D9` names, or `B7`; nil if it names none, or they lie beyond a sheet.
  public init?(reference: String) {
    let ends = reference.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ CellAddress(reference: $0) }),
      let last = ends.last.flatMap({ CellAddress(reference: $0) }), first.row <= last.row, first.column <= last.column,
      last.isOnSheet
    else { return nil }
    (self.first, self.last) = (first, last)
  }

  public var description: String { "\(first.description):\(last.description)" }

  public func contains(_ address: CellAddress) -> Bool {
    address.row >= first.row && address.row <= last.row && address.column >= first.column
      && address.column <= last.column
  }
}
