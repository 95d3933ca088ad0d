/// How a CSV file separates its cells and writes its numbers.
public struct CSVDialect: Sendable, Equatable {
  /// The byte between two cells: `,`, `;` or a tab.
  public var separator: UInt8
  /// True: `1.234,5`. False: `1,234.5`.
  public var decimalComma: Bool

  public init(separator: UInt8, decimalComma: Bool) {
    self.separator = separator
    self.decimalComma = decimalComma
  }

  /// `,` between cells, a decimal point.
  public static let comma = CSVDialect(separator: UInt8(ascii: ","), decimalComma: false)
  /// `;` between cells, a decimal comma: what a Dutch spreadsheet writes.
  public static let semicolon = CSVDialect(separator: UInt8(ascii: ";"), decimalComma: true)
  /// A tab between cells, a decimal comma.
  public static let tab = CSVDialect(separator: UInt8(ascii: "\t"), decimalComma: true)
}
