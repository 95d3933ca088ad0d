import Terms

/// The encodings in which spreadsheets write CSV, after UTF-16 has been converted to UTF-8.
enum TextEncoding {
  case utf8
  case windows1252

  /// A file as UTF-8, with a byte-order mark if it was anything else, and where the text begins after one; nil if it is damaged.
  static func inUTF8(_ bytes: [UInt8]) -> (text: [UInt8], start: Int)? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    switch ByteOrderMark(of: bytes) {
    case .utf16LittleEndian, .utf16BigEndian:
      return UTF16Text.utf8(bytes, bigEndian: bytes[0] == 0xFE).map { (mark + $0, 3) }
    case .utf8: return (bytes, 3)
    case .none: return LegacyText.converted(bytes).map { (mark + $0, 3) } ?? (bytes, 0)
    }
  }

  /// What the first bytes say about the encoding.
  enum ByteOrderMark {
    case none, utf8, utf16LittleEndian, utf16BigEndian

    init(of bytes: [UInt8]) {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        self = .utf8
      } else if bytes.starts(with: [0xFF, 0xFE]) {
        self = .utf16LittleEndian
      } else if bytes.starts(with: [0xFE, 0xFF]) {
        self = .utf16BigEndian
      } else {
        self = .none
      }
    }
  }

  /// Windows-1252 as text; nil if it contains an undefined byte.
  static func windows1252(_ bytes: some Sequence<UInt8>) -> String? {
    var text = ""
    for byte in bytes {
      let scalar = (0x80...0x9F).contains(byte) ? specials[Int(byte) - 0x80] : UInt32(byte)
      guard scalar != 0 else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(scalar)!)
    }
    return text
  }

  /// The byte of a character in Windows-1252; its own number for the five that are undefined there, as decoders take them.
  static func windows1252Byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return specials.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }

  /// Unicode scalars of bytes 0x80...0x9F (Unicode Consortium, VENDORS/MICSFT/WINDOWS/CP1252.TXT); 0 is undefined.
  private static let specials: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}
