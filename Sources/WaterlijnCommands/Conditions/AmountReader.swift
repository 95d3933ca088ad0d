import CostEngine
import Reports
import Terms

/// Reads an amount as people type it: `net`, `net[NL]`, `net[2027]`, `net[VR17,2027]`, `structural[NL,end]`, and for
/// `max(...)` a range of years, `net[NL,2027...2036]`.
struct AmountReader {
  let study: Study
  /// Index of the scenario whose amounts it is about.
  let scenario: Int
  let option: CommandOption

  /// An amount, or one of several years that something still has to become of.
  struct Typed {
    var subject: RecordedSubject
    var region: Int?
    var period: Period
    /// As it was written.
    var text: String

    enum Period {
      case year(Int)
      case total, end
      case years(ClosedRange<Int>)
    }
  }

  func read(_ cursor: inout TextCursor) throws(UsageError) -> Typed {
    cursor.skipBlanks()
    let start = cursor.place
    let subject = try SubjectNames(study: study, option: option).read(&cursor)
    var parts: [String] = []
    if cursor.take("[") {
      let inside = cursor.takeUntil("]")
      guard cursor.take("]") else {
        throw .invalid(
          option,
          Bilingual(
            nl: "achter \"\(cursor.text(from: start))\" ontbreekt een ].",
            en: "a ] is missing after \"\(cursor.text(from: start))\"."))
      }
      parts = inside.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    }
    let text = cursor.text(from: start).trimmed
    guard parts.count <= 2, !parts.contains("") else {
      throw .invalid(
        option,
        Bilingual(
          nl: "tussen [ en ] in \"\(text)\" horen een regio en een jaar, zoals [NL,2030].",
          en: "between [ and ] in \"\(text)\" belong a region and a year, such as [NL,2030]."))
    }
    let codes = study.placeCodes
    var typed = Typed(subject: subject, region: nil, period: .total, text: text)
    if parts.count == 1, !codes.contains(parts[0]), isPeriod(parts[0]) {
      typed.period = try period(parts[0])
    } else if let place = parts.first {
      typed.region = study.region(ofPlace: try Selection.index(option, place, in: codes))
      if parts.count == 2 { typed.period = try period(parts[1]) }
    }
    return typed
  }

  /// An amount of one period.
  func amount(_ typed: Typed) throws(UsageError) -> RequestedAmount {
    switch typed.period {
    case .years(let years):
      throw .invalid(
        option,
        Bilingual(
          nl:
            "\"\(typed.text)\" is een reeks van jaren. Schrijf max(\(typed.text)) voor het duurste jaar, of min(...) of "
            + "som(...).",
          en: "\"\(typed.text)\" is a range of years, \(years.count) of them. Write max(\(typed.text)) for the dearest "
            + "year, or min(...) or sum(...)."))
    case .year(let year): return try checked(typed, .year(year))
    case .total: return try checked(typed, .total)
    case .end: return try checked(typed, .end)
    }
  }

  /// The years of an amount that something has to become of: all of the study if it names none.
  func years(_ typed: Typed, _ word: String) throws(UsageError) -> ClosedRange<Int> {
    switch typed.period {
    case .years(let years): return years
    case .total: return study.firstYear...study.lastYear
    case .year, .end:
      throw .invalid(
        option,
        Bilingual(
          nl:
            "\(word) gaat over een reeks van jaren, zoals \(study.firstYear)...\(study.lastYear), en \"\(typed.text)\" "
            + "niet. Schrijf de reeks, of laat \(word) weg.",
          en:
            "\(word) is of a range of years, such as \(study.firstYear)...\(study.lastYear), and \"\(typed.text)\" is "
            + "not. Write the range, or leave out \(word)."))
    }
  }

  func amount(_ typed: Typed, over years: ClosedRange<Int>, _ fold: YearFold) throws(UsageError) -> RequestedAmount {
    if fold == .sum, typed.subject == .phaseIn { throw .invalid(option, Self.noSumOfShares) }
    return try checked(typed, .years(years, fold))
  }

  func amount(_ typed: Typed, in year: Int) throws(UsageError) -> RequestedAmount { try checked(typed, .year(year)) }

  // MARK: What exists

  private func checked(_ typed: Typed, _ span: RequestedAmount.Span) throws(UsageError) -> RequestedAmount {
    let amount = RequestedAmount(scenario: scenario, region: typed.region, subject: typed.subject, span: span)
    let (checked, problem) = amount.existing
    if let problem { throw .invalid(option, problem) }
    return checked
  }

  private static let noSumOfShares = Bilingual(
    nl: "de ingroei is een aandeel: een som over jaren zegt niets. Vraag min(...) of max(...).",
    en: "the phase-in is a share: a sum over years means nothing. Ask for min(...) or max(...).")

  // MARK: Years

  static let endWords = ["end", "eind", "eindbeeld"]

  private func isPeriod(_ text: String) -> Bool {
    Int64(text) != nil || text.changing("\u{2026}", into: "...").includes("..")
      || (["total", "totaal"] + Self.endWords).contains(text.lowercased())
  }

  private func period(_ text: String) throws(UsageError) -> Typed.Period {
    if Self.endWords.contains(text.lowercased()) { return .end }
    let plain = text.changing("\u{2026}", into: "...")
    if let ends = plain.around("...") ?? plain.around("..") {
      let first = try Selection.calendarYear(option, ends.before, study)
      let last = try Selection.calendarYear(option, ends.after, study)
      guard first <= last else {
        throw .invalid(
          option,
          Bilingual(
            nl: "\"\(text)\" begint niet met het eerste jaar.", en: "\"\(text)\" does not begin with the first year."))
      }
      return .years(first...last)
    }
    return try Selection.period(option, text, study).map { .year($0) } ?? .total
  }
}

extension RequestedAmount {
  /// The amount as it is reported, and why there is none of this kind in this period.
  var existing: (amount: RequestedAmount, problem: Bilingual?) {
    var amount = self
    switch (subject, span) {
    case (.quantity(.npv), .total): break
    case (.quantity(.npv), _): return (amount, Selection.wholeHorizonOnly)
    case (.quantity(.delta), .end):
      // Nothing is incidental then.
      amount.subject = .quantity(.structural)
    case (.quantity(let quantity), .end) where !quantity.hasEndState: return (amount, Self.notInTheEnd)
    case (.paid, .end): return (amount, Self.notInTheEnd)
    case (.phaseIn, .total), (.phaseIn, .end): return (amount, Self.phaseInOfAYear)
    default: break
    }
    return (amount, nil)
  }

  private static let notInTheEnd = Bilingual(
    nl: "het eindbeeld heeft alleen wat elk jaar terugkomt, zonder dekking. Vraag structureel, kosten_nu, een regel of "
      + "een onderdeel.",
    en: "the end state has only what recurs every year, without funding. Ask for structural, baseline, a line or an "
      + "item.")
  private static let phaseInOfAYear = Bilingual(
    nl: "de ingroei is er van een jaar, zoals ingroei[NL,2032]; in het eindbeeld is zij per definitie 1.",
    en: "the phase-in is of a year, such as phase_in[NL,2032]; in the end state it is 1 by definition.")
}
