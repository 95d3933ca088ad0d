import CostEngine
import Reports
import StudyFiles
import Terms

/// Reads a condition as people type it:
/// `p80(net[NL,2027]) <= 0`, `kans(netto > 0) <= 20%`, `max(delta[NL,2027...2036]) <= 12 mln and phase_in[NL,2032] >= 1`.
///
///     condition  = clause { ("and" | "en") clause }
///     clause     = figure comparison number
///     figure     = amount | STATISTIC(amount) | FOLD(amount) | STATISTIC(FOLD(amount)) | FOLD(STATISTIC(amount))
///                | CHANCE(event { ("and" | "en") event })
///     event      = (amount | FOLD(amount)) comparison number
///     amount     = see AmountReader
///
/// An amount without a statistic means its mean. A fold (`max`, `min`, `sum`) directly of an amount is taken draw by draw;
/// of a statistic it is taken of the statistics by year.
struct ConditionParser {
  let study: Study
  /// Index of the scenario whose amounts it is about.
  let scenario: Int
  var option = CommandOption.suchThat

  /// What joins clauses.
  static let conjunctions = ["and", "en", "&&", "&"]

  private var amounts: AmountReader { AmountReader(study: study, scenario: scenario, option: option) }

  func read(_ text: String) throws(UsageError) -> Condition {
    var cursor = TextCursor(text.changing("\u{2264}", into: "<=").changing("\u{2265}", into: ">="))
    var clauses: [ConditionClause] = []
    repeat { clauses.append(try clause(&cursor)) } while cursor.takeWord(Self.conjunctions)
    cursor.skipBlanks()
    guard cursor.isAtEnd else { throw malformed(text) }
    return Condition(clauses: clauses)
  }

  private func clause(_ cursor: inout TextCursor) throws(UsageError) -> ConditionClause {
    cursor.skipBlanks()
    if cursor.isAtEnd {
      guard cursor.place > 0, !cursor.text(from: 0).trimmed.isEmpty else { throw malformed("") }
      throw .invalid(
        option,
        Bilingual(
          nl: "achter \"\(cursor.text(from: 0).trimmed)\" ontbreekt een eis.",
          en: "a condition is missing after \"\(cursor.text(from: 0).trimmed)\"."))
    }
    let start = cursor.place
    let subject = try figure(&cursor)
    let comparison = try comparison(&cursor, after: cursor.text(from: start))
    let clause = ConditionClause(subject, comparison, limit: 0)
    let limit = cursor.takeUntil(")", words: Self.conjunctions)
    var read = clause
    if case .chance = subject {
      read.limit = try number(limit)
      guard (0...1).contains(read.limit) else {
        let rest = "\(comparison.rawValue) \(limit)"
        throw .invalid(
          option,
          Bilingual(
            nl: "een kans ligt van 0% tot en met 100%, niet bij \"\(rest)\"." + percentage(limit, read.limit).dutch,
            en: "a chance is from 0% to 100%, not \"\(rest)\"." + percentage(limit, read.limit).english))
      }
    } else {
      read.limit = try self.limit(limit, isShare: clause.isShare)
    }
    return read
  }

  // MARK: Figures

  private func figure(_ cursor: inout TextCursor) throws(UsageError) -> ConditionClause.Subject {
    guard let word = function(&cursor) else {
      return .statistic(.mean, try amounts.amount(amounts.read(&cursor)))
    }
    let plain = word.lowercased()
    if let fold = StatisticNames.fold(plain) {
      let subject = try folded(fold, word, &cursor)
      try close(&cursor, word)
      return subject
    }
    if StatisticNames.chance.contains(plain) {
      let events = try events(&cursor)
      try close(&cursor, word)
      return .chance(events)
    }
    guard let statistic = StatisticNames.known(plain) else { throw StatisticNames.unknown(word, option) }
    let amount = try amount(&cursor)
    try close(&cursor, word)
    return .statistic(statistic, amount)
  }

  /// Behind `max(`: of an amount draw by draw, or of a statistic year by year.
  private func folded(
    _ fold: YearFold, _ word: String, _ cursor: inout TextCursor
  ) throws(UsageError) -> ConditionClause.Subject {
    guard let inner = function(&cursor) else {
      let typed = try amounts.read(&cursor)
      return .statistic(.mean, try amounts.amount(typed, over: amounts.years(typed, word), fold))
    }
    guard let statistic = StatisticNames.known(inner.lowercased()) else { throw StatisticNames.unknown(inner, option) }
    if fold == .sum, statistic != .mean {
      throw .invalid(
        option,
        Bilingual(
          nl: "\(inner) van jaren telt niet op tot \(inner) van de som. Schrijf \(inner)(\(word)(...)).",
          en: "\(inner) of years does not add up to \(inner) of the sum. Write \(inner)(\(word)(...))."))
    }
    let typed = try amounts.read(&cursor)
    let years = try amounts.years(typed, word)
    try close(&cursor, inner)
    if fold == .sum { return .statistic(.mean, try amounts.amount(typed, over: years, fold)) }
    var byYear: [RequestedAmount] = []
    for year in years { byYear.append(try amounts.amount(typed, in: year)) }
    return .overYears(fold, statistic, byYear)
  }

  /// `net[NL,2030]`, `max(net[NL,2027...2036])`.
  private func amount(_ cursor: inout TextCursor) throws(UsageError) -> RequestedAmount {
    guard let word = function(&cursor) else { return try amounts.amount(amounts.read(&cursor)) }
    guard let fold = StatisticNames.fold(word.lowercased()) else { throw StatisticNames.unknown(word, option) }
    let typed = try amounts.read(&cursor)
    let amount = try amounts.amount(typed, over: amounts.years(typed, word), fold)
    try close(&cursor, word)
    return amount
  }

  /// What may happen in a draw; an amount alone means that it is above 0.
  private func events(_ cursor: inout TextCursor) throws(UsageError) -> [ConditionEvent] {
    var events: [ConditionEvent] = []
    repeat {
      let start = cursor.place
      let amount = try amount(&cursor)
      cursor.skipBlanks()
      if cursor.next == ")" {
        events.append(ConditionEvent(amount, .above, limit: 0))
        break
      }
      let comparison = try comparison(&cursor, after: cursor.text(from: start))
      let limit = cursor.takeUntil(")", words: Self.conjunctions)
      events.append(ConditionEvent(amount, comparison, limit: try self.limit(limit, isShare: amount.isShare)))
    } while cursor.takeWord(Self.conjunctions)
    return events
  }

  /// The word before a `(` that comes next, and the bracket.
  private func function(_ cursor: inout TextCursor) -> String? {
    var ahead = cursor
    ahead.skipBlanks()
    let word = ahead.takeUntil("()[]<>=:,")
    guard ahead.take("("), !word.isEmpty else { return nil }
    cursor = ahead
    return word
  }

  private func close(_ cursor: inout TextCursor, _ word: String) throws(UsageError) {
    guard !cursor.take(")") else { return }
    let rest = cursor.rest.trimmed
    throw .invalid(
      option,
      Bilingual(
        nl: "achter \(word)( hoort een bedrag en dan een )" + (rest.isEmpty ? "." : ", niet \"\(rest)\"."),
        en: "after \(word)( belongs an amount and then a )" + (rest.isEmpty ? "." : ", not \"\(rest)\".")))
  }

  private func comparison(_ cursor: inout TextCursor, after text: String) throws(UsageError) -> Comparison {
    // The longer ones come first.
    for comparison in [Comparison.atMost, .atLeast, .below, .above] where cursor.take(comparison.rawValue) {
      return comparison
    }
    let rest = cursor.rest.trimmed
    throw .invalid(
      option,
      Bilingual(
        nl: "achter \"\(text.trimmed)\" hoort <=, <, >= of > en een getal"
          + (rest.isEmpty ? ", zoals \"\(text.trimmed) <= 5 mln\"." : ", niet \"\(rest)\"."),
        en: "after \"\(text.trimmed)\" belongs <=, <, >= or > and a number"
          + (rest.isEmpty ? ", such as \"\(text.trimmed) <= 5 mln\"." : ", not \"\(rest)\".")))
  }

  // MARK: Numbers

  /// An amount in EUR; a percentage is rejected, as it would be read as a few cents. Of a share 0...1.
  private func limit(_ text: String, isShare: Bool) throws(UsageError) -> Double {
    if isShare {
      let share = try number(text)
      guard (0...1).contains(share) else {
        throw .invalid(
          option,
          Bilingual(
            nl: "een ingroei ligt van 0 tot en met 1 (100%), niet bij \"\(text)\"." + percentage(text, share).dutch,
            en: "a phase-in is from 0 to 1 (100%), not \"\(text)\"." + percentage(text, share).english))
      }
      return share
    }
    guard !text.contains("%") else {
      throw .invalid(
        option,
        Bilingual(
          nl: "een bedrag is in euro's, geen percentage zoals \"\(text)\".",
          en: "an amount is in euros, not a percentage such as \"\(text)\"."))
    }
    return try number(text)
  }

  /// What to write if a share above 1 was a percentage; empty if it was not.
  private func percentage(_ text: String, _ share: Double) -> Bilingual {
    guard share > 1, share <= 100, !text.contains("%") else { return Bilingual(same: "") }
    return Bilingual(
      nl: " Is een percentage bedoeld? Schrijf \(text.trimmed)%.",
      en: " If a percentage is meant, write \(text.trimmed)%.")
  }

  private func number(_ text: String) throws(UsageError) -> Double {
    do throws(TypedNumber.Failure) {
      return try TypedNumber.read(text)
    } catch {
      switch error {
      case .ambiguous: throw .invalid(option, ValueList.problem(error, with: text))
      case .notANumber:
        throw .invalid(
          option,
          text.isEmpty
            ? Bilingual(
              nl: "aan het eind ontbreekt een getal, zoals 0, 5 mln, 5e6 of 80%.",
              en: "a number is missing at the end, such as 0, 5 mln, 5e6 or 80%.")
            : Bilingual(
              nl: "\"\(text)\" is geen getal, zoals 0, 5 mln, 5e6 of 80%.",
              en: "\"\(text)\" is not a number, such as 0, 5 mln, 5e6 or 80%."))
      }
    }
  }

  private func malformed(_ text: String) -> UsageError {
    .invalid(
      option,
      Bilingual(
        nl: "\"\(text)\" is geen eis. Schrijf MAAT(BEDRAG[REGIO,JAAR]) <= GETAL, bijvoorbeeld \"p80(netto[NL,2027]) "
          + "<= 0\" of \"kans(netto > 0) <= 20%\".",
        en: "\"\(text)\" is not a condition. Write STATISTIC(AMOUNT[REGION,YEAR]) <= NUMBER, for example "
          + "\"p80(net[NL,2027]) <= 0\" or \"chance(net > 0) <= 20%\"."))
  }
}
