import Terms

/// How a file writes its numbers: with a decimal comma and points between thousands, or the other way round.
///
/// Accepted around a number: `€` before or after it, `%` after it (divides by 100), blanks and no-break spaces, a
/// leading sign. Accepted within it: groups of three digits separated by the group mark or by blanks, and an exponent
/// (`1,5e3`).
struct NumberNotation: Sendable, Equatable {
  var decimalComma: Bool

  enum Failure: Error, Equatable {
    case notANumber
    /// NaN or infinity, written out.
    case notFinite
    /// Beyond ``largest``.
    case tooLarge
  }

  /// No amount, count or factor of a study comes close: the Dutch economy is about 1e12 EUR a year.
  static let largest = 1e15

  /// The notation with comma and point swapped.
  var other: NumberNotation { NumberNotation(decimalComma: !decimalComma) }

  /// The number in a text, correctly rounded, `%` included: `8,3%` is the double nearest to 0.083.
  func read(_ text: String) throws(Failure) -> Double {
    if let number = text.utf8.withContiguousStorageIfAvailable(plainNumber) ?? nil { return number }
    guard let tokens = Self.tokens(of: text) else {
      throw Self.isNotFinite(text) ? .notFinite : .notANumber
    }
    var rest = tokens[...]
    var isNegative = false
    var signs = 0
    var euros = 0
    var percents = 0
    while let token = rest.first, token == .blank || token == .euro || token == .minus || token == .plus {
      if token == .euro { euros += 1 }
      if token == .minus || token == .plus { signs += 1 }
      if token == .minus { isNegative = true }
      rest.removeFirst()
    }
    while let token = rest.last, token == .blank || token == .euro || token == .percent {
      if token == .euro { euros += 1 }
      if token == .percent { percents += 1 }
      rest.removeLast()
    }
    guard signs <= 1, euros + percents <= 1, var number = decimal(rest) else {
      throw Self.isNotFinite(text) ? .notFinite : .notANumber
    }
    if percents == 1 { number.exponent -= 2 }
    guard let magnitude = Double(decimalDigits: number.digits, exponent: number.exponent), magnitude <= Self.largest
    else { throw .tooLarge }
    return isNegative ? 0 - magnitude : magnitude
  }

  /// The number in a text such as `12`, `-0,5` or `85%`: digits with at most one decimal mark among them, preceded by
  /// an optional minus and followed by an optional percent sign. Nil for any other text, which may still be a number.
  ///
  /// A whole number of fifteen digits is exact as a double, and so is the power of ten by which it is divided. Only the
  /// division rounds, so the result is the nearest double.
  private func plainNumber(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var text = text[...]
    let isNegative = text.first == .minus
    if isNegative { text.removeFirst() }
    let isPercentage = text.last == .percent
    if isPercentage { text.removeLast() }
    let decimalMark = decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    var whole: Int64 = 0
    var digits = 0
    var digitsBeforeMark: Int?
    for byte in text {
      if byte.isDigit, digits < 15 {
        whole = 10 * whole + Int64(byte & 15)
        digits += 1
      } else if byte == decimalMark, digits > 0, digitsBeforeMark == nil {
        digitsBeforeMark = digits
      } else {
        return nil
      }
    }
    guard digits > 0, digitsBeforeMark != digits else { return nil }
    let decimals = digits - (digitsBeforeMark ?? digits) + (isPercentage ? 2 : 0)
    let magnitude = Double(whole) / Self.powersOfTen[decimals]
    return isNegative ? 0 - magnitude : magnitude
  }

  /// 10^0 to 10^16.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
  ]

  /// The number written in this notation, without groups: `1234,5`.
  func write(_ value: Double) -> String {
    var text = "\(value)"
    if text.hasSuffix(".0") { text.removeLast(2) }
    return decimalComma ? String(text.map { $0 == "." ? "," : $0 }) : text
  }

  // MARK: Reading

  /// ASCII digits with at most one point, and a power of ten.
  private struct Decimal {
    var digits: [UInt8]
    var exponent: Int
  }

  private func decimal(_ body: ArraySlice<UInt8>) -> Decimal? {
    let mark = body.firstIndex { $0 | 0x20 == UInt8(ascii: "e") }
    var exponent = 0
    if let mark {
      guard let written = Self.exponent(body[(mark + 1)...]) else { return nil }
      exponent = written
    }
    let mantissa = body[..<(mark ?? body.endIndex)]
    let decimalMark = decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let point = mantissa.firstIndex(of: decimalMark)
    guard var digits = wholeDigits(mantissa[..<(point ?? mantissa.endIndex)]) else { return nil }
    if let point {
      let fraction = mantissa[(point + 1)...]
      guard !fraction.isEmpty, fraction.allSatisfy({ $0.isDigit }) else { return nil }
      if digits.isEmpty { digits.append(UInt8(ascii: "0")) }
      digits.append(UInt8(ascii: "."))
      digits.append(contentsOf: fraction)
    }
    return digits.isEmpty ? nil : Decimal(digits: digits, exponent: exponent)
  }

  /// The digits before the decimal mark; if grouped, in groups of three separated by one kind of mark.
  private func wholeDigits(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let mark = text.first(where: { !$0.isDigit }) else { return Array(text) }
    let groupMark = decimalComma ? UInt8(ascii: ".") : UInt8(ascii: ",")
    guard mark == groupMark || mark == .blank else { return nil }
    let groups = text.split(separator: mark, omittingEmptySubsequences: false)
    // 0.500 always means a decimal fraction, never five hundred.
    guard (1...3).contains(groups[0].count), groups[0].first != UInt8(ascii: "0"),
      groups.allSatisfy({ $0.allSatisfy({ $0.isDigit }) }), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return Array(groups.joined())
  }

  private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
    let isNegative = text.first == .minus
    let digits = isNegative || text.first == .plus ? text.dropFirst() : text
    guard (1...6).contains(digits.count), digits.allSatisfy({ $0.isDigit }) else { return nil }
    let magnitude = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -magnitude : magnitude
  }

  /// The text as ASCII, with blanks of every kind as a blank, every minus and dash as `-` and `€` as ``UInt8/euro``; nil
  /// if it contains anything that no number does.
  private static func tokens(of text: String) -> [UInt8]? {
    guard text.utf8.count <= 200 else { return nil }
    var tokens: [UInt8] = []
    tokens.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "-", "+", ".", ",", "%", "e", "E": tokens.append(UInt8(scalar.value))
      case "€": tokens.append(.euro)
      default:
        if isMinus(scalar) {
          tokens.append(.minus)
          continue
        }
        guard scalar.isBlank else { return nil }
        tokens.append(.blank)
      }
    }
    return tokens
  }

  /// The minus, and the dashes that word processors make of it; a dash between two numbers is no minus.
  static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}"..."\u{2014}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": return true
    default: return false
    }
  }

  private static func isNotFinite(_ text: String) -> Bool {
    // Each of the words contains an n, or is not ASCII.
    guard text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "n") || $0 >= 0x80 }) else { return false }
    let word = text.trimmedOfBlanks.lowercased().drop { "+-\u{2212}".contains($0) }
    return ["nan", "inf", "infinity", "oneindig", "∞", "1.#inf", "1.#qnan"].contains(String(word))
  }
}

extension UInt8 {
  static let minus = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let percent = UInt8(ascii: "%")
  /// Stands for `€` among ASCII bytes.
  static let euro: UInt8 = 0x80

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
