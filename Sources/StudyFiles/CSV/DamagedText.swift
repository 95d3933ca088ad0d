import Terms

/// What shows that a text was spoilt on its way, though it can be read.
enum DamagedText: Equatable {
  /// U+FFFD: what a program wrote that could not read a character.
  case replaced
  /// UTF-8 that was taken for Windows-1252 and written as UTF-8 again.
  case doublyEncoded(meant: String)
  /// Characters that nobody sees, or that turn the direction of writing.
  case invisible

  /// Nil for a text without such damage.
  init?(_ text: String) {
    // All of it is beyond ASCII.
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    if text.unicodeScalars.contains("\u{FFFD}") {
      self = .replaced
    } else if let meant = Self.decodedTwice(text) {
      self = .doublyEncoded(meant: meant)
    } else if text.unicodeScalars.contains(where: { $0.isInvisible }) {
      self = .invisible
    } else {
      return nil
    }
  }

  /// The text of which every character is a byte of Windows-1252, those bytes being UTF-8 with a character beyond ASCII.
  private static func decodedTwice(_ text: String) -> String? {
    guard text.unicodeScalars.contains(where: { (0xC2...0xC5).contains($0.value) || $0.value == 0xE2 }) else {
      return nil
    }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = TextEncoding.windows1252Byte(of: scalar) else { return nil }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
