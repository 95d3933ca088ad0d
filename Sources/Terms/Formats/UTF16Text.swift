/// Text in UTF-16, as some spreadsheets and XML files have it.
public enum UTF16Text {
  /// Converts UTF-16 with a byte-order mark to UTF-8 without one; nil if it is damaged (half a character).
  public static func utf8(_ bytes: [UInt8], bigEndian: Bool) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var index = 2
    func unit(_ index: Int) -> UInt32 {
      bigEndian
        ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
    }
    while index < bytes.count {
      var scalar = unit(index)
      index += 2
      if scalar & 0xF800 == 0xD800 {
        guard scalar < 0xDC00, index < bytes.count, unit(index) & 0xFC00 == 0xDC00 else { return nil }
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(index) & 0x3FF
        index += 2
      }
      if scalar < 0x80 {
        text.append(UInt8(scalar))
      } else {
        text.append(contentsOf: String(Unicode.Scalar(scalar)!).utf8)
      }
    }
    return text
  }
}
