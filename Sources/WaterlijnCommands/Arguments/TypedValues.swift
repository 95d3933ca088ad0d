import Terms

extension CommandOption {
  /// One of a few words.
  func one<Value>(
    of known: [(word: String, value: Value)], _ text: String, expected: Bilingual
  ) throws(UsageError) -> Value {
    guard let match = known.first(where: { $0.word == text }) else {
      throw .invalidValue(self, text, expected: expected)
    }
    return match.value
  }
}

/// Whole numbers as people write them.
enum WholeNumber {
  /// A whole number that may be written with groups of thousands or as a power of ten: `10000`, `10.000`, `10,000`,
  /// `10 000`, `1e4`.
  static func read(
    _ text: String, _ option: CommandOption, in range: ClosedRange<UInt64>
  ) throws(UsageError) -> UInt64 {
    guard let number = parse(text), range.contains(number) else {
      throw .invalidValue(
        option, text,
        expected: Bilingual(
          nl: "geheel getal van \(range.lowerBound) tot en met \(range.upperBound.grouped(by: "."))",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound.grouped(by: ","))"))
    }
    return number
  }

  /// Digits, digits in groups of three separated by one kind of mark (`.`, `,`, `_`, `'` or a blank), or digits with a
  /// power of ten (`1e6`); nil for anything else, and for a number above `UInt64.max`.
  static func parse(_ text: String) -> UInt64? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    if parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let digits = UInt64(parts[0]), let exponent = Int(parts[1]), (0...19).contains(exponent)
    {
      return (0..<exponent).reduce(Optional(digits)) { number, _ in
        number.flatMap { number in
          let (product, overflow) = number.multipliedReportingOverflow(by: 10)
          return overflow ? nil : product
        }
      }
    }
    let marks = Set(text.unicodeScalars.filter { !("0"..."9").contains($0) })
    guard let mark = marks.first else { return UInt64(text) }
    guard marks.count == 1, [".", ",", "_", "'", " ", "\u{a0}", "\u{202f}"].contains(mark) else { return nil }
    let groups = text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    return UInt64(String(String.UnicodeScalarView(groups.joined())))
  }
}

/// Shares as people write them.
enum Share {
  /// `0.5%`, `0,5%`, `0,5 %` or `0.005`; nil for anything else.
  static func parse(_ text: String) -> Double? {
    var scalars = text.unicodeScalars[...]
    let isPercent = scalars.last == "%"
    if isPercent {
      scalars.removeLast()
      while let last = scalars.last, [" ", "\u{a0}", "\u{202f}"].contains(last) { scalars.removeLast() }
    }
    let number = String(scalars).changing(",", into: ".")
    guard number.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
      number.utf8.allSatisfy({ $0 == 0x2e || ($0 >= 0x30 && $0 <= 0x39) }), let value = Double(decimalText: number)
    else { return nil }
    return isPercent ? value / 100 : value
  }

  /// Asks whether a percentage was meant: `0,5` is 50 %, and `0,5%` was probably on someone's mind.
  ///
  /// - Parameter most: from this share on, one without a percent sign is not believed.
  static func askForPercent(
    _ text: String, _ share: Double, usually most: Double, _ option: CommandOption
  ) throws(UsageError) {
    guard share >= most, !text.contains("%") else { return }
    throw .invalid(option, percentMissing(text.trimmed, share))
  }

  static func percentMissing(_ text: String, _ share: Double) -> Bilingual {
    func whole(_ language: Language) -> String { NumberFormat.people(language).shortest((share * 1e6).rounded() / 1e4) }
    let (dutch, english) = (whole(.dutch), whole(.english))
    return Bilingual(
      nl: "\"\(text)\" is \(dutch) %. Schrijf \(text)% als \(text) % is bedoeld, en anders \(dutch)%.",
      en: "\"\(text)\" is \(english)%. Write \(text)% if that is meant, otherwise \(english)%.")
  }
}

/// Numbers above 0 as people write them.
enum PositiveNumber {
  /// `2`, `0.5` or `0,5`.
  static func read(_ text: String, _ option: CommandOption) throws(UsageError) -> Double {
    guard let number = Share.parse(text), text.unicodeScalars.last != "%", number > 0, number <= 1e6 else {
      throw .invalidValue(
        option, text,
        expected: Bilingual(nl: "een getal boven 0, zoals 2 of 0,5", en: "a number above 0, such as 2 or 0.5"))
    }
    return number
  }
}

extension UInt64 {
  /// The digits in groups of three.
  fileprivate func grouped(by mark: Character) -> String {
    var text = ""
    for (place, digit) in String(self).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(mark) }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
