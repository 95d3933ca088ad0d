extension String {
  /// The text without surrounding blanks, no-break spaces and byte-order marks.
  public var trimmedOfBlanks: String {
    // All blanks are bytes up to that of a space, or are not ASCII.
    if let first = utf8.first, let last = utf8.last, (0x21...0x7F).contains(first), (0x21...0x7F).contains(last) {
      return self
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Unicode.Scalar {
  /// White space that can stray into cells: Unicode's, and the invisible marks U+200B, U+2060 and U+FEFF.
  public var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      return true
    default:
      return false
    }
  }
}

extension Unicode.Scalar {
  /// Control characters but tabs and line breaks, characters without width, and those that turn the direction of writing.
  public var isInvisible: Bool {
    switch value {
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      return true
    default: return false
    }
  }
}

extension String {
  /// The text as a terminal may show it: what controls a terminal, or turns the direction of writing, is U+FFFD.
  public var printable: String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return self }
    var shown = ""
    for scalar in unicodeScalars {
      let isHarmless = !scalar.isInvisible && scalar != "\r" || scalar == "\u{AD}"
      shown.unicodeScalars.append(isHarmless ? scalar : "\u{FFFD}")
    }
    return shown
  }
}
