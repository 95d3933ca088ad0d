extension String {
  /// The longest prefix with at most this many UTF-16 units, which is what Excel counts.
  public func prefix(units: Int) -> Substring {
    var (end, left) = (startIndex, units)
    while end < endIndex, self[end].utf16.count <= left {
      left -= self[end].utf16.count
      end = index(after: end)
    }
    return self[..<end]
  }
}

/// Text in XML 1.0, free of markup and of characters that XML forbids.
public enum XMLText {
  /// For the content of an element or the value of an attribute. Characters that XML forbids become U+FFFD.
  public static func escaped(_ text: String) -> String { escape(text, controls: { _ in "\u{FFFD}" }) }

  /// For the text of a cell (ECMA-376 part 1, 22.9.2.19, ST_Xstring), where `_x000D_` stands for a character that
  /// cannot be written, and `_x005F_` for an underscore in a text that looks like such a code.
  public static func cell(_ text: String) -> String {
    let plain = text.utf8.count > 6 && text.includes("_x") ? withoutEscapes(text) : text
    return escape(plain) { "_x\(hexadecimal($0))_" }
  }

  /// A text with `_x005F_` for every underscore that begins what looks like an escape, `_xHHHH_`.
  private static func withoutEscapes(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      result.append(byte)
      guard byte == UInt8(ascii: "_"), place + 6 < bytes.count, bytes[place + 1] == UInt8(ascii: "x"),
        bytes[place + 6] == UInt8(ascii: "_"), bytes[(place + 2)..<(place + 6)].allSatisfy(isHexadecimal)
      else { continue }
      result += "x005F_".utf8
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"): return true
    default: return byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f")
    }
  }

  private static func escape(_ text: String, controls: (UInt32) -> String) -> String {
    // Most texts need no escaping.
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\0", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      case _ where scalar.value < 0x20: result += controls(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): return false
    default: return byte >= 0x20 && byte < 0x80
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
