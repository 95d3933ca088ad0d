import CostEngine
import Reports
import StudyFiles
import Terms

/// Reads a condition as people type it: `p80(net[NL,2027]) <= 0`, `kans(netto > 0) <= 20%`.
struct ConditionParser {
  let study: Study
  /// Index of the scenario whose amounts it is about.
  let scenario: Int

  private static let option = CommandOption.suchThat

  func read(_ text: String) throws(UsageError) -> SolveCondition {
    let plain = text.changing("\u{2264}", into: "<=").changing("\u{2265}", into: ">=")
    guard let open = plain.firstIndex(of: "("), let close = plain.lastIndex(of: ")"), open < close else {
      throw malformed(text)
    }
    let word = String(plain[..<open]).trimmed
    let body = String(plain[plain.index(after: open)..<close]).trimmed
    let rest = String(plain[plain.index(after: close)...]).trimmed
    guard let comparison = comparison(rest) else { throw malformed(text) }
    var statistic = try statistic(word)
    var subject = body
    if case .shareAbove = statistic, let above = body.firstIndex(of: ">") {
      subject = String(body[..<above]).trimmed
      statistic = .shareAbove(try euros(String(body[body.index(after: above)...])))
    }
    let amount = try amount(subject, in: text)
    let limit = String(rest.dropFirst(comparison.rawValue.count))
    let threshold: Double
    if case .shareAbove = statistic { threshold = try number(limit) } else { threshold = try euros(limit) }
    if case .shareAbove = statistic, !(0...1).contains(threshold) {
      throw .invalid(
        Self.option,
        Bilingual(
          nl: "een kans ligt van 0% tot en met 100%, niet bij \"\(rest)\".",
          en: "a chance is from 0% to 100%, not \"\(rest)\"."))
    }
    return SolveCondition(statistic: statistic, amount: amount, comparison: comparison, threshold: threshold)
  }

  private func comparison(_ text: String) -> SolveCondition.Comparison? {
    // The longer ones come first.
    [.atMost, .atLeast, .below, .above].first { text.hasPrefix($0.rawValue) }
  }

  /// An amount in EUR; a percentage is rejected, as it would be read as a few cents.
  private func euros(_ text: String) throws(UsageError) -> Double {
    guard !text.contains("%") else {
      throw .invalid(
        Self.option,
        Bilingual(
          nl: "een bedrag is in euro's, geen percentage zoals \"\(text.trimmed)\".",
          en: "an amount is in euros, not a percentage such as \"\(text.trimmed)\"."))
    }
    return try number(text)
  }

  private func number(_ text: String) throws(UsageError) -> Double {
    do throws(TypedNumber.Failure) {
      return try TypedNumber.read(text)
    } catch {
      switch error {
      case .ambiguous: throw .invalid(Self.option, ValueList.problem(error, with: text.trimmed))
      case .notANumber:
        throw .invalid(
          Self.option,
          Bilingual(
            nl: "\"\(text.trimmed)\" is geen getal, zoals 0, 5 mln, 5e6 of 80%.",
            en: "\"\(text.trimmed)\" is not a number, such as 0, 5 mln, 5e6 or 80%."))
      }
    }
  }

  private static let words: [(words: [String], statistic: DrawStatistic)] = [
    (["mean", "gemiddelde", "gemiddeld"], .mean), (["sd", "standaardafwijking"], .standardDeviation),
    (["cvar95"], .cvar95), (["share_positive", "kans", "chance", "p"], .shareAbove(0)),
  ]

  private func statistic(_ word: String) throws(UsageError) -> DrawStatistic {
    let lowercased = word.lowercased()
    if let known = Self.words.first(where: { $0.words.contains(lowercased) }) { return known.statistic }
    if lowercased.first == "p", let percentage = Int(lowercased.dropFirst()), (1...99).contains(percentage) {
      return .percentile(percentage)
    }
    let known = ["gemiddelde", "mean", "p5", "p50", "p80", "p95", "cvar95", "sd", "kans", "share_positive"]
    let nearest = Suggestion.nearest(to: lowercased, among: known)
    throw .invalid(
      Self.option,
      Bilingual(
        nl: "onbekende maat \"\(word)\". "
          + (nearest.map { "Bedoelt u \"\($0)\"?" } ?? "Kies gemiddelde, p1 tot en met p99, cvar95, sd of kans."),
        en: "unknown statistic \"\(word)\". "
          + (nearest.map { "Did you mean \"\($0)\"?" } ?? "Choose mean, p1 to p99, cvar95, sd or share_positive.")))
  }

  /// `net`, `net[NL]`, `net[2027]`, `net[VR17,2027]`.
  private func amount(_ text: String, in condition: String) throws(UsageError) -> RequestedAmount {
    var word = text
    var parts: [String] = []
    if let bracket = text.firstIndex(of: "[") {
      guard text.last == "]" else { throw malformed(condition) }
      word = String(text[..<bracket])
      parts = text[text.index(after: bracket)...].dropLast().split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard parts.count <= 2, !parts.contains("") else { throw malformed(condition) }
    }
    let quantity = try QuantityNames.read(word, Self.option)
    let codes = study.placeCodes
    var region: Int?
    var year: Int?
    if parts.count == 1, !codes.contains(parts[0]), isPeriod(parts[0]) {
      year = try Selection.period(Self.option, parts[0], study)
    } else if let place = parts.first {
      let index = try Selection.index(Self.option, place, in: codes)
      region = index < study.regions.count ? index : nil
      if parts.count == 2 { year = try Selection.period(Self.option, parts[1], study) }
    }
    if quantity == .npv, year != nil { throw .invalid(Self.option, Selection.wholeHorizonOnly) }
    return RequestedAmount(scenario: scenario, region: region, year: year, quantity: quantity)
  }

  private func isPeriod(_ text: String) -> Bool {
    Int64(text) != nil || ["total", "totaal"].contains(text.lowercased())
  }

  private func malformed(_ text: String) -> UsageError {
    .invalid(
      Self.option,
      Bilingual(
        nl: "\"\(text)\" is geen eis. Schrijf MAAT(BEDRAG[REGIO,JAAR]) <= GETAL, bijvoorbeeld \"p80(netto[NL,2027]) "
          + "<= 0\" of \"kans(netto > 0) <= 20%\".",
        en: "\"\(text)\" is not a condition. Write STATISTIC(AMOUNT[REGION,YEAR]) <= NUMBER, for example "
          + "\"p80(net[NL,2027]) <= 0\" or \"chance(net > 0) <= 20%\"."))
  }
}
