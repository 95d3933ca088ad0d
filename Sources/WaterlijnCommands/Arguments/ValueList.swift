import StudyFiles
import Terms

/// Values for an input, as people type them: `2026...2032`, `0...0.3/7`, `0+0.1+0.25`.
enum ValueList {
  /// Maximum number of values for one input.
  static let limit = 1000

  /// - Returns: the values, ascending for a range, in the order given for a list.
  static func read(_ text: String, _ option: CommandOption) throws(UsageError) -> [Double] {
    guard let (from, to, count) = try bounds(text, option) else {
      var values: [Double] = []
      for part in text.split(separator: "+", omittingEmptySubsequences: false) {
        let value = try number(String(part), in: text, option)
        if values.contains(value) { throw .invalid(option, repeated(text)) }
        values.append(value)
      }
      return values
    }
    if let count { return evenlySpaced(from, to, count) }
    guard from.rounded(.down) == from, to.rounded(.down) == to else { throw .invalid(option, countMissing(text)) }
    guard to - from < Double(limit) else { throw .invalid(option, tooMany(text)) }
    return (0...Int(to - from)).map { from + Double($0) }
  }

  /// The ends of `A...B` or `A...B/N`, and N; nil if the text is not a range.
  static func bounds(
    _ text: String, _ option: CommandOption
  ) throws(UsageError) -> (from: Double, to: Double, count: Int?)? {
    guard let parts = text.changing("\u{2026}", into: "...").around("...") else { return nil }
    var end = parts.after
    var count: Int?
    if let slash = end.lastIndex(of: "/") {
      count = Int(String(end[end.index(after: slash)...]).trimmed)
      guard let count, (2...limit).contains(count) else { throw .invalid(option, badCount(text)) }
      end = String(end[..<slash])
    }
    let from = try number(parts.before, in: text, option)
    let to = try number(end, in: text, option)
    guard from < to else { throw .invalid(option, descending(text)) }
    return (from, to, count)
  }

  /// Evenly spaced values, including the ends, rounded to as few digits as the ends need.
  static func evenlySpaced(_ from: Double, _ to: Double, _ count: Int) -> [Double] {
    (0..<count).map { index in
      if index == count - 1 { return to }
      return plain(from + (to - from) * Double(index) / Double(count - 1), beside: max(abs(from), abs(to)))
    }
  }

  /// The number rounded to twelve significant digits of a larger one: 0.15, not 0.15000000000000002.
  private static func plain(_ value: Double, beside largest: Double) -> Double {
    var scale = 1e12
    while scale * largest > 1e12 { scale /= 10 }
    return (value * scale).rounded() / scale
  }

  static func number(_ part: String, in text: String, _ option: CommandOption) throws(UsageError) -> Double {
    do throws(TypedNumber.Failure) {
      return try TypedNumber.read(part)
    } catch {
      throw .invalid(option, problem(error, with: part.trimmed))
    }
  }

  static func problem(_ failure: TypedNumber.Failure, with part: String) -> Bilingual {
    switch failure {
    case .ambiguous(let first, let second):
      return Bilingual(
        nl: "\"\(part)\" kan \(short(first)) zijn en \(short(second)); schrijf het zonder punt of komma voor "
          + "duizendtallen, of met minder of meer decimalen.",
        en: "\"\(part)\" can be \(short(first)) and \(short(second)); write it without marks between thousands, or "
          + "with fewer or more decimals.")
    case .notANumber:
      return Bilingual(
        nl: "\"\(part)\" is geen getal. Waarden schrijft u als 2026...2032, 0...0,3/7 (zeven waarden) of 0+0,1+0,25.",
        en: "\"\(part)\" is not a number. Write values as 2026...2032, 0...0.3/7 (seven values) or 0+0.1+0.25.")
    }
  }

  private static func short(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func repeated(_ text: String) -> Bilingual {
    Bilingual(nl: "in \"\(text)\" staat een waarde twee keer.", en: "in \"\(text)\" a value stands twice.")
  }

  private static func countMissing(_ text: String) -> Bilingual {
    Bilingual(
      nl: "\"\(text)\" zegt niet hoeveel waarden; schrijf bijvoorbeeld \(text)/5.",
      en: "\"\(text)\" does not say how many values; write for example \(text)/5.")
  }

  private static func tooMany(_ text: String) -> Bilingual {
    Bilingual(
      nl: "\"\(text)\" geeft te veel waarden; noem hoeveel, bijvoorbeeld \(text)/5.",
      en: "\"\(text)\" gives too many values; say how many, for example \(text)/5.")
  }

  private static func badCount(_ text: String) -> Bilingual {
    Bilingual(
      nl: "achter de / in \"\(text)\" hoort een aantal waarden, van 2 tot en met 1.000.",
      en: "behind the / in \"\(text)\" belongs a number of values, from 2 to 1,000.")
  }

  private static func descending(_ text: String) -> Bilingual {
    Bilingual(
      nl: "\"\(text)\" begint niet met de laagste waarde.", en: "\"\(text)\" does not begin with the lowest value.")
  }
}
