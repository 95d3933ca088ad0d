extension CellFormat {
  /// The format of a code such as `0.0%` or `[$-413]d mmmm jjjj;@` (ECMA-376 part 1, 18.8.31), by the first of its
  /// sections, which is that of positive numbers.
  ///
  /// Counted is what is not in quotes or brackets and not after a backslash: a percent sign, the letters of a date or
  /// time, places for digits, `@` for text. Of brackets only those with a duration count, `[h]`.
  init(code: String) {
    var isPercent = false
    var isText = false
    var hasDigits = false
    var hasDate = false
    var hasTime = false
    var hasMonths = false
    let bytes = Array(code.utf8)
    var place = 0
    section: while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: ";"): break section
      case UInt8(ascii: "\""):
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
        place += 1
      case UInt8(ascii: "["):
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "]") { place += 1 }
        if Self.isDuration(bytes[start..<place]) { hasTime = true }
        place += 1
      // The next character as it is, as wide a blank, and as often as it fits.
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): place += 1
      case UInt8(ascii: "%"): isPercent = true
      case UInt8(ascii: "@"): isText = true
      case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"): hasDigits = true
      case UInt8(ascii: "G"), UInt8(ascii: "g"):
        if Self.isGeneral(bytes[(place - 1)...]) { place += 6 }
      case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "d"), UInt8(ascii: "D"): hasDate = true
      case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"): hasTime = true
      case UInt8(ascii: "m"), UInt8(ascii: "M"): hasMonths = true
      default: break
      }
    }
    if isPercent {
      self = .percent
    } else if hasDate {
      self = .date
    } else if hasTime {
      self = .time
    } else if hasMonths {
      // Without hours or seconds beside it, an m is no minute.
      self = .date
    } else {
      self = isText ? .text : hasDigits ? .number : .general
    }
  }

  /// The format that has a number of its own, without a code (ECMA-376 part 1, 18.8.30, and its lists for East Asian
  /// languages); nil if it needs one.
  init?(builtIn number: Int) {
    switch number {
    case 0: self = .general
    case 1...8, 11...13, 37...44, 48: self = .number
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    case 49: self = .text
    default: return nil
    }
  }

  /// One or more of the same letter, of hours, minutes or seconds.
  private static func isDuration(_ letters: ArraySlice<UInt8>) -> Bool {
    guard let first = letters.first.map({ $0 | 0x20 }) else { return false }
    return (first == UInt8(ascii: "h") || first == UInt8(ascii: "m") || first == UInt8(ascii: "s"))
      && letters.allSatisfy { $0 | 0x20 == first }
  }

  private static func isGeneral(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.prefix(7).map { $0 | 0x20 }.elementsEqual("general".utf8)
  }
}
