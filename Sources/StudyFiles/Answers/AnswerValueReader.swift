import CostEngine
import Terms

/// Reads what stands where a figure is asked.
struct AnswerValueReader {
  let notation: NumberNotation
  let figure: CurrentFigure

  /// A figure; or why there is none.
  enum Reading: Equatable {
    case blank
    case number(Double, readAs: Bilingual?)
    case range(Double, Double, readAs: Bilingual)
    /// A distribution as the study writes it.
    case written(String)
    /// People say that they do not know.
    case unknown
    case problem(Bilingual, remedy: Bilingual)
  }

  func read(_ value: AnswerTable.Value?) -> Reading {
    switch value {
    case nil: return .blank
    case .number(let number, let isPercent): return read(number, isPercent: isPercent)
    case .text(let text): return read(text.trimmedOfBlanks)
    case .truth(let isTrue):
      return .problem(
        Bilingual(
          nl: "Hier staat \(isTrue ? "WAAR" : "ONWAAR"), geen getal.",
          en: "This is \(isTrue ? "TRUE" : "FALSE"), not a number."),
        remedy: Self.writeNumber)
    case .error(let name): return error(name)
    case .uncomputed:
      return .problem(
        Bilingual(
          nl: "Hier staat een formule die niet is doorgerekend.", en: "This is a formula that has not been computed."),
        remedy: Bilingual(
          nl: "Open het bestand in Excel of LibreOffice en bewaar het opnieuw.",
          en: "Open the file in Excel or LibreOffice and save it again."))
    case .date(let date): return read(date: date)
    }
  }

  private static let writeNumber = Bilingual(nl: "Schrijf het getal zelf.", en: "Write the number itself.")

  private func read(_ number: Double, isPercent: Bool) -> Reading {
    if figure.isShare {
      if number > 1, number <= 100, !isPercent { return share(number) }
    } else if isPercent {
      return .problem(
        Bilingual(
          nl: "Hier staat een percentage, en er wordt een aantal gevraagd.",
          en: "This is a percentage, and a number is asked."),
        remedy: Self.writeNumber)
    }
    return checked(number, readAs: nil)
  }

  /// 12 where a share is asked, which is at most 1.
  private func share(_ number: Double) -> Reading {
    let text = { (language: Language) in NumberFormat.people(language).shortest(number) }
    return .number(
      number / 100,
      readAs: Bilingual(nl: "\(text(.dutch)) % (een deel)", en: "\(text(.english))% (a share)"))
  }

  private func checked(_ number: Double, readAs: Bilingual?) -> Reading {
    let shown = { (language: Language) in
      figure.isShare
        ? NumberFormat.ungrouped(language).shortest(100 * number) + "%"
        : NumberFormat.ungrouped(language).shortest(number)
    }
    guard number.isFinite, number >= 0 else {
      return .problem(
        Bilingual(nl: "\(shown(.dutch)) is minder dan niets.", en: "\(shown(.english)) is less than nothing."),
        remedy: Bilingual(nl: "Schrijf 0 als er niets is.", en: "Write 0 if there is nothing."))
    }
    if figure.isShare, number > 1 {
      return .problem(
        Bilingual(nl: "\(shown(.dutch)) is meer dan 100%.", en: "\(shown(.english)) is more than 100%."),
        remedy: Bilingual(
          nl: "Schrijf een deel als percentage, zoals 12%.", en: "Write a share as a percentage, as 12%."))
    }
    return .number(number, readAs: readAs)
  }

  private func error(_ name: String) -> Reading {
    .problem(
      Bilingual(
        nl: "Hier staat een fout van het rekenblad, \(name).", en: "This is an error of the spreadsheet, \(name)."),
      remedy: Self.writeNumber)
  }

  /// Excel makes a date of `8-10`, and a time of `4:00`.
  private func read(date: String) -> Reading {
    if !date.contains("-") {
      return .problem(
        Bilingual(nl: "Hier staat een tijd, \(date).", en: "This is a time, \(date)."), remedy: Self.writeNumber)
    }
    let parts = date.prefix(10).split(separator: "-").map { Int($0) ?? 0 }
    let (month, day) = parts.count == 3 ? (parts[1], parts[2]) : (0, 0)
    return .problem(
      Bilingual(nl: "Hier staat een datum, \(date).", en: "This is a date, \(date)."),
      remedy: Bilingual(
        nl:
          "Het rekenblad maakt van \(day)-\(month) een datum. Is \(day) tot \(month) bedoeld? Zet dat in laag en hoog.",
        en: "The spreadsheet makes a date of \(day)-\(month). If \(day) to \(month) is meant, put that in low and high."
      ))
  }

  private func read(_ text: String) -> Reading {
    if text.isEmpty { return .blank }
    if text.hasPrefix("#") { return error(text.excerpt) }
    if let strange = otherMeasure(text) ?? dateInWords(text) { return strange }
    let shown = { (number: Double) in
      Bilingual(
        nl: NumberFormat.people(.dutch).shortest(number), en: NumberFormat.people(.english).shortest(number))
    }
    if let number = try? notation.read(text) {
      let isPercent = text.contains("%")
      if let other = notation.ambiguity(of: text, readAs: number) {
        let plain = { (value: Double, language: Language) in NumberFormat.ungrouped(language).shortest(value) }
        return checked(
          number,
          readAs: Bilingual(
            nl: "\(plain(number, .dutch)), niet \(plain(other.otherwise, .dutch))",
            en: "\(plain(number, .english)), not \(plain(other.otherwise, .english))"))
      }
      return read(number, isPercent: isPercent)
    }
    if let number = try? notation.other.read(text) {
      let reading = read(number, isPercent: text.contains("%"))
      guard case .number(let value, nil) = reading else { return reading }
      return .number(value, readAs: shown(value))
    }
    if text.includes("..") || text.hasSuffix(")"), !text.hasPrefix("empirical") {
      switch parsed(text) {
      case .distribution?: return .written(text)
      case .certain(let value)? where text.includes(".."): return checked(value, readAs: shown(value))
      default: break
      }
    }
    switch QuantityReader(notation: notation, measure: figure.column.name.unit?.measure).read(text) {
    case .number(let quantity, _)?, .about(let quantity)?:
      let reading = checked(quantity.value, readAs: shown(quantity.value))
      if case .problem = reading, figure.isShare, quantity.value <= 100, quantity.value >= 0 {
        return share(quantity.value)
      }
      return reading
    case .range(let low, let high)? where low.value <= high.value:
      let scale = figure.isShare && high.value > 1 && high.value <= 100 ? 0.01 : 1
      guard case .number = checked(low.value * scale, readAs: nil),
        case .number = checked(high.value * scale, readAs: nil)
      else { break }
      let (from, to) = (shown(low.value * scale), shown(high.value * scale))
      return .range(
        low.value * scale, high.value * scale,
        readAs: Bilingual(nl: "\(from.dutch) tot \(to.dutch)", en: "\(from.english) to \(to.english)"))
    case .nothing?: return .number(0, readAs: shown(0))
    case .unknown?, .dash?: return .unknown
    default: break
    }
    return .problem(
      Bilingual(nl: "\(quoted(text)) is geen getal.", en: "\(quoted(text)) is not a number."),
      remedy: Bilingual(
        nl: "Schrijf alleen het getal; zet een marge in laag en hoog, en wat erbij hoort in toelichting.",
        en: "Write only the number; put a margin in low and high, and what belongs to it in the note."))
  }

  /// Money, or full-time jobs, where people, hours and shares are asked.
  private func otherMeasure(_ text: String) -> Reading? {
    let words = text.lowercased()
    let isMoney = ["€", "euro", "eur ", "$"].contains { words.includes($0) }
    let isJobs = figure != .provisionQuantity && words.split(whereSeparator: { !$0.isLetter }).contains("fte")
    guard isMoney || isJobs else { return nil }
    let what = isMoney ? Bilingual(nl: "een bedrag", en: "an amount") : Bilingual(nl: "fte", en: "fte")
    return .problem(
      Bilingual(
        nl: "\(quoted(text)) is \(what.dutch), en dat wordt hier niet gevraagd.",
        en: "\(quoted(text)) is \(what.english), which is not asked here."),
      remedy: Bilingual(
        nl: "Schrijf het getal in de eenheid van de vraag, zonder meer.",
        en: "Write the number in the unit of the question, and nothing else."))
  }

  private static let months: Set<String> = [
    "jan", "januari", "january", "feb", "februari", "february", "mrt", "maart", "mar", "march", "apr", "april", "mei",
    "may", "jun", "juni", "june", "jul", "juli", "july", "aug", "augustus", "august", "sep", "sept", "september", "okt",
    "oct", "oktober", "october", "nov", "november", "dec", "december",
  ]

  /// `8-okt`, `okt-10`, `8/10`, `10-8-2026`: what became of a range in a spreadsheet that was saved as a table.
  private func dateInWords(_ text: String) -> Reading? {
    let parts = text.lowercased().split { "-/ ".contains($0) }.map { String($0) }
    guard (2...3).contains(parts.count), text.contains("-") || text.contains("/") else { return nil }
    let areNumbers = parts.allSatisfy { Int($0) != nil }
    let hasMonth = parts.contains { Self.months.contains($0) } && parts.contains { Int($0) != nil }
    let isDate = hasMonth || areNumbers && (parts.count == 3 || text.contains("/"))
    guard isDate else { return nil }
    return .problem(
      Bilingual(nl: "\(quoted(text)) lijkt een datum.", en: "\(quoted(text)) looks like a date."),
      remedy: Bilingual(
        nl: "Is het een marge? Zet die in laag en hoog; schrijf anders alleen het getal.",
        en: "If it is a margin, put it in low and high; otherwise write only the number."))
  }

  /// `8..10..14`, `normal(8; 2)`: what only the study's own notation has.
  private func parsed(_ text: String) -> CellValue? {
    let parser = CellParser(
      dialect: notation.decimalComma ? .semicolon : .comma, empirical: { _, _ in .success([]) })
    guard case .success(let value) = parser.parse(text, bounds: figure.isShare ? .share : .nonNegative).value else {
      return nil
    }
    return value
  }
}
