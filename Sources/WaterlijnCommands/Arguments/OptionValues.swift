import CostEngine
import Reports
import StudyFiles
import Terms

extension ParsedArguments {
  /// The study's folder, the one operand of a command.
  func study() throws(UsageError) -> String {
    guard let study = operands.first, !study.isEmpty else { throw .missingStudy }
    if operands.count > 1 { throw .tooManyOperands(operands[1]) }
    return study
  }

  /// The folders that are compared: one, or two.
  func oneOrTwoFolders() throws(UsageError) -> [String] {
    guard !operands.isEmpty, operands.prefix(2).allSatisfy({ !$0.isEmpty }) else { throw .missingStudy }
    if operands.count > 2 { throw .tooManyOperands(operands[2]) }
    return operands
  }

  func language() throws(UsageError) -> Language? {
    try value(
      .language, among: [("nl", Language.dutch), ("en", .english)],
      expected: Bilingual(nl: "taal; het is nl of en", en: "a language; it is nl or en"))
  }

  func csvLocale() throws(UsageError) -> CSVLocale? {
    try value(
      .csvLocale, among: CSVLocale.allCases.map { ($0.id, $0) },
      expected: Bilingual(
        nl: "schrijfwijze; het is nl (; en decimale komma) of en (, en decimale punt)",
        en: "a way of writing; it is nl (; and decimal comma) or en (, and decimal point)"))
  }

  func sampler() throws(UsageError) -> Sampler? {
    try value(
      .sampler, among: Sampler.allCases.map { ($0.id, $0) },
      expected: Bilingual(nl: "steekproef; het is lhs, sobol of random", en: "a sampler; it is lhs, sobol or random"))
  }

  func draws() throws(UsageError) -> Int? {
    try number(.draws, in: 1...UInt64(SimulationSettings.maximumDraws)).map { Int($0) }
  }

  /// How precise a run must become, as a share of the distance from P5 to P95.
  func tolerance() throws(UsageError) -> Double? {
    guard let text = values[.tolerance] else { return nil }
    guard let tolerance = Share.parse(text), tolerance > 0, tolerance < 1 else {
      throw .invalidValue(
        .tolerance, text,
        expected: Bilingual(
          nl: "nauwkeurigheid; die ligt tussen 0 en 100 %, zoals 0,5%",
          en: "a precision; that lies between 0 and 100%, such as 0.5%"))
    }
    return tolerance
  }

  /// How many draws a tolerance may take.
  func maximumDraws() throws(UsageError) -> Int? {
    let range = UInt64(PrecisionGoal.fewestDraws)...UInt64(SimulationSettings.maximumDraws)
    guard let maximum = try number(.maxDraws, in: range).map({ Int($0) }) else { return nil }
    if values[.tolerance] == nil { throw .optionNeeds(.maxDraws, .tolerance) }
    if let draws = try draws(), draws > maximum { throw .drawsAboveMaximum }
    return maximum
  }

  func seed() throws(UsageError) -> UInt64? { try number(.seed, in: 0...UInt64.max) }

  func threads() throws(UsageError) -> Int? { try number(.threads, in: 1...1024).map { Int($0) } }

  /// A whole number that may be written with groups of thousands or as a power of ten: `10000`, `10.000`, `10,000`,
  /// `10 000`, `1e4`.
  func number(_ option: OptionName, in range: ClosedRange<UInt64>) throws(UsageError) -> UInt64? {
    guard let text = values[option] else { return nil }
    guard let number = WholeNumber.parse(text), range.contains(number) else {
      throw .invalidValue(
        option, text,
        expected: Bilingual(
          nl: "geheel getal van \(range.lowerBound) tot en met \(range.upperBound.grouped(by: "."))",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound.grouped(by: ","))"))
    }
    return number
  }

  /// One of a few words.
  func value<Value>(
    _ option: OptionName, among known: [(word: String, value: Value)], expected: Bilingual
  ) throws(UsageError) -> Value? {
    guard let text = values[option] else { return nil }
    guard let match = known.first(where: { $0.word == text }) else {
      throw .invalidValue(option, text, expected: expected)
    }
    return match.value
  }
}

/// Whole numbers as people write them.
enum WholeNumber {
  /// Digits, digits in groups of three parted by one kind of mark (`.`, `,`, `_`, `'` or a blank), or digits with a power
  /// of ten (`1e6`); nil for anything else, and for a number above `UInt64.max`.
  static func parse(_ text: String) -> UInt64? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    if parts.count == 2, let digits = UInt64(parts[0]), let exponent = Int(parts[1]), (0...19).contains(exponent) {
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
