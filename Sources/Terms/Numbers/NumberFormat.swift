/// How a number is written: the marks for decimals and thousands, and the rounding.
///
/// A number is rounded half away from zero *on its decimal value*, the shortest decimal that reads back as the same
/// number: 1.005 with two decimals is 1.01, although the nearest binary number lies just below it. All arithmetic is
/// exact integer arithmetic; nothing is looked up in a locale.
///
/// Edge cases: negative zero, and anything that rounds to it, is written without a sign; NaN is written `nan`, an
/// infinite number `inf` or `-inf`.
public struct NumberFormat: Sendable, Equatable {
  /// ASCII code of the decimal mark.
  public var decimalMark: UInt8
  /// ASCII code of the mark between groups of three digits; nil for none.
  public var groupMark: UInt8?

  public init(decimalMark: UInt8, groupMark: UInt8?) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
  }

  /// For machines: a decimal point and no groups.
  public static let machine = NumberFormat(decimalMark: UInt8(ascii: "."), groupMark: nil)

  /// For people: `1.234,5` in Dutch, `1,234.5` in English.
  public static func people(_ language: Language) -> NumberFormat {
    switch language {
    case .dutch: return NumberFormat(decimalMark: UInt8(ascii: ","), groupMark: UInt8(ascii: "."))
    case .english: return NumberFormat(decimalMark: UInt8(ascii: "."), groupMark: UInt8(ascii: ","))
    }
  }

  /// For a pocket calculator: the language's decimal mark, and no groups.
  public static func ungrouped(_ language: Language) -> NumberFormat {
    var format = people(language)
    format.groupMark = nil
    return format
  }

  /// Appends a number with a fixed number of decimals.
  ///
  /// - Parameter decimals: 0...9.
  public func append(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
    guard value.isFinite else {
      bytes.append(contentsOf: (value < 0 ? "-inf" : value > 0 ? "inf" : "nan").utf8)
      return
    }
    guard let digits = DecimalDigits(value, decimals: decimals) else {
      if value < 0 { bytes.append(UInt8(ascii: "-")) }
      appendLarge(value.magnitude, to: &bytes)
      if decimals > 0 {
        bytes.append(decimalMark)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: decimals))
      }
      return
    }
    let isNegative = value < 0 && !digits.isZero
    append(isNegative: isNegative, digits.integer, fraction: digits.fraction, decimals: decimals, to: &bytes)
  }

  /// A number with a fixed number of decimals, 0...9.
  public func fixed(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A whole number.
  public func count(_ value: Int) -> String { count(Int64(value)) }

  public func count(_ value: Int64) -> String {
    var bytes: [UInt8] = []
    append(isNegative: value < 0, UInt64(value.magnitude), fraction: 0, decimals: 0, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number with as many decimals as it needs and no trailing zeros: at most six, and for a number below 0.1 as many
  /// more (up to nine) as give it six significant digits.
  public func shortest(_ value: Double) -> String {
    var decimals = 6
    var threshold = 0.1
    while value != 0 && value.magnitude < threshold && decimals < 9 {
      decimals += 1
      threshold /= 10
    }
    var bytes: [UInt8] = []
    append(value, decimals: decimals, to: &bytes)
    guard value.isFinite else { return String(decoding: bytes, as: UTF8.self) }
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == decimalMark { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Digits come lowest first, so the text is built from its end, and then appended.
  private func append(
    isNegative: Bool, _ integer: UInt64, fraction: UInt64, decimals: Int, to bytes: inout [UInt8]
  ) {
    // At most a sign, 20 digits, 6 group marks, a decimal mark and 9 decimals.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 37) { text in
      var start = text.count
      func prepend(_ byte: UInt8) {
        start &-= 1
        text[start] = byte
      }
      func prependDigit(of number: inout UInt64) {
        let quotient = number / 10
        prepend(UInt8(ascii: "0") | UInt8(truncatingIfNeeded: number &- 10 &* quotient))
        number = quotient
      }

      var rest = fraction
      for _ in 0..<decimals { prependDigit(of: &rest) }
      if decimals > 0 { prepend(decimalMark) }
      rest = integer
      var inGroup = 0
      repeat {
        if inGroup == 3, let groupMark {
          prepend(groupMark)
          inGroup = 0
        }
        prependDigit(of: &rest)
        inGroup &+= 1
      } while rest != 0
      if isNegative { prepend(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  private func appendLarge(_ value: Double, to bytes: inout [UInt8]) {
    let digits = DecimalDigits.lowestFirst(ofLarge: value)
    for position in digits.indices.reversed() {
      bytes.append(UInt8(ascii: "0") + digits[position])
      if position > 0, position % 3 == 0, let groupMark { bytes.append(groupMark) }
    }
  }
}
