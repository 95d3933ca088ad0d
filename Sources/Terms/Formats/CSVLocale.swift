/// The notation of a CSV file, for a spreadsheet or a program.
public enum CSVLocale: Sendable, CaseIterable {
  /// `,` between cells and a decimal point.
  case english
  /// `;` between cells and a decimal comma, as a Dutch spreadsheet expects.
  case dutch

  /// Its name on the command line.
  public var id: String {
    switch self {
    case .english: return "en"
    case .dutch: return "nl"
    }
  }

  public var separator: UInt8 {
    switch self {
    case .english: return UInt8(ascii: ",")
    case .dutch: return UInt8(ascii: ";")
    }
  }

  public var numbers: NumberFormat {
    switch self {
    case .english: return .machine
    case .dutch: return NumberFormat(decimalMark: UInt8(ascii: ","), groupMark: nil)
    }
  }

  /// A cell that holds a text.
  ///
  /// A text that a spreadsheet would take for a formula (one that begins with `= + - @`, a tab or a carriage return) is
  /// prefixed with an apostrophe. A text with a separator, a quote or a line break is quoted (RFC 4180).
  public func cell(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    switch bytes.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0d:
      bytes.insert(UInt8(ascii: "'"), at: 0)
    default: break
    }
    let quote = UInt8(ascii: "\"")
    guard bytes.contains(where: { $0 == separator || $0 == quote || $0 == 0x0a || $0 == 0x0d }) else { return bytes }
    var quoted = [quote]
    for byte in bytes {
      if byte == quote { quoted.append(quote) }
      quoted.append(byte)
    }
    quoted.append(quote)
    return quoted
  }

  /// Texts of one row, each followed by a separator.
  public func prefix(_ texts: String...) -> [UInt8] {
    texts.flatMap { cell($0) + [separator] }
  }

  /// The first row of a file; like every row it ends with a line feed.
  public func header(_ names: [String]) -> [UInt8] {
    Array(names.map(cell).joined(separator: [separator])) + [0x0a]
  }
}
