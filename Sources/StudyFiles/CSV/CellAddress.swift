/// The address of a cell as shown by a spreadsheet: `C12`.
public struct CellAddress: Sendable, Equatable, CustomStringConvertible {
  /// From 1.
  public var row: Int
  /// From 0.
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  public var description: String { Self.letters(ofColumn: column) + String(row) }

  /// `A` ... `Z`, `AA` ... for columns 0, 1, 2 ...
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
