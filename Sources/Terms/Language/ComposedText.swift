@_spi(_Unicode) import Swift

extension String {
  /// The text in composed form (NFC): the same bytes for an accented letter, whether it was written as one character or as
  /// a letter and an accent, as macOS and some PDFs give it. Strings of both forms are equal in Swift; their bytes, from
  /// which random numbers are derived, are not.
  public var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var text = ""
    for scalar in _nfc { text.unicodeScalars.append(scalar) }
    return text
  }
}
