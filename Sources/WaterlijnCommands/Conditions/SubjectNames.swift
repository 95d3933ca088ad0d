import CostEngine
import Terms

/// What an amount is of, as people type it: `delta`, `function:OvD-BZ`, `annual_training`, `payer:state`, `phase_in`.
struct SubjectNames {
  let study: Study
  let option: CommandOption

  /// Words for the share of the phase-in.
  static let phaseIn = ["phase_in", "ingroei", "phi"]

  private static let kinds: [(kind: CostItem.Kind?, words: [String])] = [
    (.function, ["function", "functie"]), (.provision, ["provision", "voorziening"]),
    (.oneOff, ["one-off", "one_off", "post"]), (.measure, ["measure", "maatregel"]),
  ]
  private static let lineWords = ["line", "regel", "kostenregel"]
  private static let payerWords = ["payer", "betaler"]

  /// A line's name in lines.csv, and its Dutch name with `_` for blanks.
  static func words(of line: CostLine) -> [String] {
    [line.id, line.name.name.dutch.changing(": ", into: "_").changing(" ", into: "_").lowercased()]
  }

  private static func words(of payer: Payer) -> [String] { [payer.word.id, payer.word.dutch, payer.quantityID] }

  /// Reads one at the cursor, up to a bracket, a comparison or the end.
  func read(_ cursor: inout TextCursor) throws(UsageError) -> RecordedSubject {
    cursor.skipBlanks()
    let start = cursor.place
    let word = cursor.takeUntil("[]()<>=:, \u{a0}\t")
    if cursor.next == ":" {
      _ = cursor.take(":")
      return try read(kind: word, &cursor)
    }
    if word.isEmpty {
      throw .invalid(
        option,
        Bilingual(
          nl: "er ontbreekt een bedrag voor \"\(cursor.rest)\", zoals netto[NL,2027].",
          en: "an amount is missing before \"\(cursor.rest)\", such as net[NL,2027]."))
    }
    return try read(word: cursor.text(from: start).trimmed)
  }

  /// Reads several, joined by `+`.
  func list(_ text: String) throws(UsageError) -> [RecordedSubject] {
    var subjects: [RecordedSubject] = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      if part.allSatisfy({ $0.isWhitespace }) { throw .emptyCode(option, text) }
      var cursor = TextCursor(String(part))
      let subject = try read(&cursor)
      cursor.skipBlanks()
      guard cursor.isAtEnd else { throw unknown(String(part).trimmed) }
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    return subjects
  }

  private func read(word: String) throws(UsageError) -> RecordedSubject {
    let plain = word.lowercased()
    if Self.phaseIn.contains(plain) { return .phaseIn }
    for line in CostLine.allCases where Self.words(of: line).contains(plain) { return .line(line) }
    for payer in Payer.allCases where payer.quantityID == plain { return try paid(payer) }
    if let statistic = StatisticNames.known(plain) { throw statisticWithoutAmount(word, statistic) }
    for quantity in ReportedQuantity.allCases where quantity.id == plain || quantity.name.otherWords.contains(plain) {
      return .quantity(quantity)
    }
    throw unknown(word)
  }

  private func read(kind word: String, _ cursor: inout TextCursor) throws(UsageError) -> RecordedSubject {
    let plain = word.lowercased()
    for (kind, words) in Self.kinds where words.contains(plain) {
      let items = study.items.filter { $0.kind == kind }
      let codes = items.map { study.code(of: $0) }
      if let found = cursor.takeLongest(of: codes, ends: "[]()<>=,") { return .item(items[found]) }
      throw unknownCode(&cursor, codes)
    }
    if Self.lineWords.contains(plain) {
      let code = cursor.takeUntil("[]()<>=,").lowercased()
      for line in CostLine.allCases where Self.words(of: line).contains(code) { return .line(line) }
      throw unknownCode(code, CostLine.allCases.map { $0.id })
    }
    if Self.payerWords.contains(plain) {
      let code = cursor.takeUntil("[]()<>=,").lowercased()
      for payer in Payer.allCases where Self.words(of: payer).contains(code) { return try paid(payer) }
      throw unknownCode(code, Payer.allCases.map { $0.word.id })
    }
    let known = Self.kinds.flatMap { $0.words } + Self.lineWords + Self.payerWords
    let nearest = Suggestion.nearest(to: plain, among: known)
    throw .invalid(
      option,
      Bilingual(
        nl: "onbekend soort \"\(word)\" voor de dubbele punt. "
          + (nearest.map { "Bedoelt u \"\($0)\"?" } ?? "Kies functie, voorziening, post, maatregel, regel of betaler."),
        en: "unknown kind \"\(word)\" before the colon. "
          + (nearest.map { "Did you mean \"\($0)\"?" }
            ?? "Choose function, provision, one-off, measure, line or payer.")))
  }

  private func paid(_ payer: Payer) throws(UsageError) -> RecordedSubject {
    guard study.municipalKey == nil else { return .paid(payer) }
    throw .invalid(
      option,
      Bilingual(
        nl: "deze studie rekent niet uit wie betaalt. Vraag netto, of vul in funding.csv de kolom betaler.",
        en: "this study does not compute who pays. Ask for net, or fill the column payer in funding.csv."))
  }

  private func unknownCode(_ cursor: inout TextCursor, _ codes: [String]) -> UsageError {
    unknownCode(cursor.takeUntil("[]()<>=,"), codes)
  }

  private func unknownCode(_ code: String, _ codes: [String]) -> UsageError {
    guard !codes.isEmpty else {
      return .invalid(
        option,
        Bilingual(
          nl: "de studie kent \"\(code)\" niet: van dit soort is er niets.",
          en: "the study does not know \"\(code)\": it has nothing of this kind."))
    }
    return .unknownCode(option, code, nearest: Suggestion.nearestCode(to: code, among: codes), known: codes)
  }

  private func statisticWithoutAmount(_ word: String, _ statistic: DrawStatistic) -> UsageError {
    .invalid(
      option,
      Bilingual(
        nl: "\"\(word)\" is een maat, geen bedrag. Schrijf \(word)(netto[NL,2027]) <= 0, of een ander bedrag.",
        en: "\"\(word)\" is a statistic, not an amount. Write \(word)(net[NL,2027]) <= 0, or another amount."))
  }

  private func unknown(_ word: String) -> UsageError {
    let quantities = ReportedQuantity.allCases
    let all =
      quantities.flatMap { [$0.id] + $0.name.otherWords } + CostLine.allCases.flatMap(Self.words)
      + Payer.allCases.map { $0.quantityID } + Self.phaseIn
    let nearest = Suggestion.nearest(to: word.lowercased(), among: all)
    let english = quantities.map { $0.id }.joined(separator: ", ")
    let dutch = quantities.map { $0.name.dutchID }.joined(separator: ", ")
    return .invalid(
      option,
      Bilingual(
        nl: "onbekend bedrag \"\(word)\". "
          + (nearest.map { "Bedoelt u \"\($0)\"?" }
            ?? "Kies uit \(dutch), ingroei, een regel van lines.csv, of soort:code, zoals functie:CODE."),
        en: "unknown amount \"\(word)\". "
          + (nearest.map { "Did you mean \"\($0)\"?" }
            ?? "Choose from \(english), phase_in, a line of lines.csv, or kind:code, such as function:CODE.")))
  }
}
