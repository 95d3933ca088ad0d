import Terms

/// What people write where a number is asked: `ca. 12`, `1,5 miljoen`, `6 maanden`, `n.v.t.`, `1.234,50-`.
///
/// None of it is taken for a number. Each is recognised so that the remedy keeps the quantity that was meant.
enum QuantityInWords: Equatable {
  /// A number, and what stands beside it, which may be nothing.
  case number(Quantity, beside: String)
  case about(Quantity)
  case atLeast(Quantity)
  case atMost(Quantity)
  case range(Quantity, Quantity)
  /// `nihil`.
  case nothing
  /// `onbekend`.
  case unknown
  /// A dash alone: nought in an accountant's sheet, unknown in others.
  case dash
  /// `WAAR`: 1 or 0.
  case truth(Bool)
  /// `1.234 CR`: an amount whose sign is that of a ledger.
  case ofLedger(Quantity)
  /// In a unit of which there is no fixed number in the column's: days where hours are asked, dollars, full-time jobs.
  case inOtherUnit

  /// A number as it is to be written in the file's notation.
  struct Quantity: Equatable {
    let value: Double
    let written: String
  }
}

/// Recognises quantities in words in one notation, in a column of one measure.
struct QuantityReader {
  let notation: NumberNotation
  /// Nil if the column has no unit of its own.
  let measure: Unit.Measure?

  typealias Quantity = QuantityInWords.Quantity

  /// - Parameter text: the trimmed content of a cell, which is not a number in this notation.
  /// - Returns: nil for a text that is no quantity.
  func read(_ text: String) -> QuantityInWords? {
    guard text.utf8.count <= 200 else { return nil }
    return read(plain: Self.plain(text))
  }

  private func read(plain: String) -> QuantityInWords? {
    if let found = wholeText(plain) ?? limit(plain) ?? range(plain) ?? approximation(plain) ?? calculation(plain) {
      return found
    }
    guard plain.hasSuffix(")"), let parts = plain.around("("), !parts.before.trimmedOfBlanks.isEmpty else {
      return remark(plain)
    }
    // 14 (incl. 2)
    let meant = read(plain: parts.before.trimmedOfBlanks)
    if case .number(let quantity, let beside)? = meant {
      return .number(quantity, beside: beside + (beside.isEmpty ? "" : " ") + "(" + parts.after)
    }
    return meant
  }

  /// In small letters, with one blank where there are several of any kind, and one kind of dash.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for character in text.lowercased() {
      let isBlank = character.unicodeScalars.allSatisfy { $0.isBlank }
      if isBlank {
        if plain.last != " " { plain.append(" ") }
      } else if character.unicodeScalars.allSatisfy({ NumberNotation.isMinus($0) }) {
        plain.append("-")
      } else {
        plain.append(character)
      }
    }
    plain = plain.trimmedOfBlanks
    for (opening, closing) in [("\"", "\""), ("“", "”"), ("„", "”"), ("'", "'")] {
      guard plain.count > 2, plain.hasPrefix(opening), plain.hasSuffix(closing) else { continue }
      plain = String(plain.dropFirst().dropLast()).trimmedOfBlanks
    }
    return plain
  }

  // MARK: Words alone

  private func wholeText(_ text: String) -> QuantityInWords? {
    if QuantityWords.unknown.contains(text) { return .unknown }
    if QuantityWords.nothing.contains(text) { return .nothing }
    if let figures = figuresForLetters(text) { return figures }
    if QuantityWords.yes.contains(text) { return .truth(true) }
    if QuantityWords.no.contains(text) { return .truth(false) }
    let (bare, hasCurrency) = withoutCurrency(text)
    if !bare.isEmpty, bare.allSatisfy({ "-,.".contains($0) }), bare.contains("-") {
      return hasCurrency || bare.contains(",") ? .nothing : .dash
    }
    return signed(text)
  }

  /// `1O` and `l2`: letters that look like figures.
  private func figuresForLetters(_ text: String) -> QuantityInWords? {
    guard text.contains(where: { $0.isASCII && $0.isNumber }), text.contains(where: { "oil".contains($0) }),
      text.allSatisfy({ $0.isASCII && $0.isNumber || "oil.,".contains($0) })
    else { return nil }
    let figures = String(text.map { $0 == "o" ? "0" : "il".contains($0) ? "1" : $0 })
    return inFigures(figures).map { .number($0, beside: "") }
  }

  /// A text that is one quantity as a whole, with the sign written as accountants do.
  private func signed(_ text: String) -> QuantityInWords? {
    let (bare, _) = withoutCurrency(text)
    if bare.hasPrefix("("), bare.hasSuffix(")") { return signed(String(bare.dropFirst().dropLast()), isNegative: true) }
    if let mark = text.last, ".,;".contains(mark), !text.hasSuffix(".."), let whole = quantity(String(text.dropLast()))
    {
      return whole
    }
    for sign in ["-/-", "-/ -", "-"] where text.hasSuffix(sign) {
      let amount = text.removing(suffix: sign)
      // 1.234,- are 1234 euros and no cents.
      if sign == "-", let mark = amount.last, ",.-=".contains(mark) { break }
      return signed(amount, isNegative: true)
    }
    if text.hasPrefix("-/-") { return signed(String(text.dropFirst(3)), isNegative: true) }
    return quantity(text)
  }

  private func signed(_ text: String, isNegative: Bool) -> QuantityInWords? {
    guard case .number(let amount, let beside)? = quantity(text.trimmedOfBlanks), amount.value >= 0 else { return nil }
    return .number(Quantity(value: -amount.value, written: "-" + amount.written), beside: beside)
  }

  private func withoutCurrency(_ text: String) -> (text: String, hasCurrency: Bool) {
    var (bare, hasCurrency) = (text, false)
    for word in QuantityWords.currencies {
      if bare.hasPrefix(word) {
        (bare, hasCurrency) = (String(bare.dropFirst(word.count)).trimmedOfBlanks, true)
      } else if bare.hasSuffix(word), bare.count > word.count, !Self.endsWord(bare.dropLast(word.count)) {
        (bare, hasCurrency) = (bare.removing(suffix: word), true)
      }
    }
    return (bare, hasCurrency)
  }

  /// Whether a text ends within a word, of which what follows it would be the end.
  private static func endsWord(_ text: Substring) -> Bool { text.last?.isLetter == true }

  // MARK: One quantity

  /// A text of a number and words that are understood.
  private func quantity(_ text: String) -> QuantityInWords? {
    let (bare, _) = withoutCurrency(text)
    guard let (number, rest) = leadingNumber(bare) else { return nil }
    return understand(number, words: rest)
  }

  /// The number at the beginning of a text, in figures or in words, and what follows it.
  private func leadingNumber(_ text: String) -> (number: Quantity, rest: String)? {
    let isOfNumber: (Character) -> Bool = { $0.isASCII && $0.isNumber || ".,'’ +-".contains($0) }
    var end = text.firstIndex { !isOfNumber($0) } ?? text.endIndex
    while end > text.startIndex, !text[text.index(before: end)].isNumber { end = text.index(before: end) }
    if end > text.startIndex {
      var rest = String(text[end...])
      let halves = rest.first.flatMap { QuantityWords.fractions[$0] }
      if halves != nil { rest.removeFirst() }
      for ending in [",--", ",-", ".--", ".-", ",="] where rest.hasPrefix(ending) {
        rest = String(rest.dropFirst(ending.count))
        break
      }
      guard var number = inFigures(String(text[..<end]).trimmedOfBlanks) else { return nil }
      if let halves { number = written(number.value + (number.value < 0 ? -halves : halves)) }
      return (number, rest)
    }
    if let half = text.first.flatMap({ QuantityWords.fractions[$0] }) {
      return (written(half), String(text.dropFirst()))
    }
    for (words, value) in QuantityWords.numbers {
      for word in words where text == word || text.hasPrefix(word + " ") {
        return (written(value), String(text.dropFirst(word.count)))
      }
    }
    return nil
  }

  /// A number in figures in this notation, or else in the other; groups may be parted by apostrophes.
  private func inFigures(_ text: String) -> Quantity? {
    let figures = text.filter { $0 != "'" && $0 != "’" }
    if let value = try? notation.read(figures) { return Quantity(value: value, written: asTyped(figures, value)) }
    return (try? notation.other.read(figures)).map { written($0) }
  }

  /// A number with the decimals that were typed, without groups.
  private func asTyped(_ figures: String, _ value: Double) -> String {
    let mark: Character = notation.decimalComma ? "," : "."
    var digits = figures.filter { $0.isNumber || $0 == mark || $0 == "-" }
    if digits.first == mark { digits = "0" + digits }
    // What has an exponent, and three decimals, which look like a group, are written anew.
    let decimals = digits.split(separator: mark).dropFirst().first?.count
    return figures.contains("e") || decimals == 3 ? written(value).written : digits
  }

  private func written(_ value: Double, isPercentage: Bool = false) -> Quantity {
    let rounded = isPercentage ? (value * 1e6).rounded() / 1e6 : value
    return Quantity(value: rounded, written: notation.plainly(rounded, like: isPercentage ? "%" : ""))
  }

  /// Applies the words behind a number to it.
  private func understand(_ number: Quantity, words text: String) -> QuantityInWords? {
    var result = number
    var unit: String?
    var isCounted = false
    var rest = QuantityWords.split(text)[...]
    while let word = rest.first {
      rest.removeFirst()
      if QuantityWords.currencies.contains(word) { continue }
      if let factor = QuantityWords.multiples.first(where: { $0.words.contains(word) })?.factor {
        result = written(result.value * factor)
      } else if let part = QuantityWords.percentages.first(where: { $0.words.contains(word) })?.part {
        if result.written.hasSuffix("%") { return nil }
        result =
          part == 0.01
          ? Quantity(value: result.value / 100, written: result.written + "%")
          : written(result.value * part, isPercentage: true)
      } else if QuantityWords.ledger.contains(word), rest.isEmpty, measure.map({ $0.isOfMoney }) ?? true {
        return .ofLedger(result)
      } else if let time = QuantityWords.times.first(where: { $0.words.contains(word) }) {
        if unit != nil || isCounted { return nil }
        (unit, isCounted) = (word, true)
        guard let measure, measure.isOfTime else { continue }
        guard let scale = time.scale(in: measure) else { return .inOtherUnit }
        if scale != 1 { result = written((result.value * scale * 1e4).rounded() / 1e4) }
        // 1 uur (en) 30 (minuten), 1 jaar en 6 maanden
        if rest.first == "en" || rest.first == "and" { rest.removeFirst() }
        guard let (part, after) = leadingNumber(rest.joined(separator: " ")) else { continue }
        let smaller = QuantityWords.times.first { $0.words.contains(after.trimmedOfBlanks) }
        guard let scale = (smaller ?? (after.isEmpty ? time.ofClock : nil))?.scale(in: measure) else { return nil }
        return .number(
          written(((result.value + part.value * scale) * 1e4).rounded() / 1e4), beside: text.trimmedOfBlanks)
      } else if word == "fte" ? measure == .people : QuantityWords.otherCurrencies.contains(word) {
        return .inOtherUnit
      } else if QuantityWords.per.contains(word), rest.allSatisfy({ !$0.contains { $0.isNumber } }) {
        // Per week, where the column asks for a year.
        if let other = rest.first, let measure, measure.isAYear,
          let time = QuantityWords.times.first(where: { $0.words.contains(other) }),
          time.unit != .year
        {
          return .inOtherUnit
        }
        break
      } else if !QuantityWords.nouns.contains(word) {
        return nil
      }
    }
    return .number(result, beside: text.trimmedOfBlanks)
  }

  private func plainQuantity(_ text: String) -> Quantity? {
    if case .number(let quantity, _)? = quantity(text.trimmedOfBlanks) { return quantity }
    return nil
  }

  // MARK: More or less

  private func limit(_ text: String) -> QuantityInWords? {
    for word in QuantityWords.atLeast where text.hasPrefix(word) {
      if let quantity = plainQuantity(String(text.dropFirst(word.count))) { return .atLeast(quantity) }
    }
    for word in QuantityWords.atMost where text.hasPrefix(word) {
      if let quantity = plainQuantity(String(text.dropFirst(word.count))) { return .atMost(quantity) }
    }
    for word in ["+", " of meer", " of hoger", " en meer", " or more"] where text.hasSuffix(word) {
      if let quantity = plainQuantity(text.removing(suffix: word)) { return .atLeast(quantity) }
    }
    for word in [" of minder", " of lager", " or less", " or fewer"] where text.hasSuffix(word) {
      if let quantity = plainQuantity(text.removing(suffix: word)) { return .atMost(quantity) }
    }
    return nil
  }

  private func range(_ text: String) -> QuantityInWords? {
    var ends = text
    for (opening, middle) in [("tussen ", " en "), ("van ", " tot "), ("between ", " and "), ("from ", " to ")]
    where ends.hasPrefix(opening) {
      if let parts = ends.around(middle) { ends = String(parts.before.dropFirst(opening.count)) + ".." + parts.after }
    }
    for word in QuantityWords.between {
      guard let parts = ends.around(word), let high = plainQuantity(parts.after) else { continue }
      // What stands behind the last number is of both: 8 à 10 mln.
      let after = parts.after.trimmedOfBlanks
      let unit = leadingNumber(withoutCurrency(after).text)?.rest ?? ""
      let before = parts.before.trimmedOfBlanks
      let hasUnit = leadingNumber(withoutCurrency(before).text).map { !$0.rest.isEmpty } ?? false
      guard let low = plainQuantity(hasUnit ? before : before + unit) else { continue }
      return .range(low, high)
    }
    return nil
  }

  private func approximation(_ text: String) -> QuantityInWords? {
    for word in QuantityWords.about where text.hasPrefix(word) {
      let rest = String(text.dropFirst(word.count)).trimmedOfBlanks
      if let quantity = plainQuantity(rest) { return .about(quantity) }
      if let range = range(rest) { return range }
      if case .number(let quantity, _)? = remark(rest) { return .about(quantity) }
    }
    for word in ["(?)", "?", " ongeveer", " ca.", " circa"] where text.hasSuffix(word) {
      if let quantity = plainQuantity(text.removing(suffix: word)) { return .about(quantity) }
    }
    return nil
  }

  /// `10 + 2`, `2 x 12` and `1 op 3`.
  private func calculation(_ text: String) -> QuantityInWords? {
    for word in [" op de ", " op ", " out of "] {
      guard let parts = text.around(word), let part = plainQuantity(parts.before),
        let whole = plainQuantity(parts.after), whole.value > 0
      else { continue }
      return .number(written((part.value / whole.value * 1e6).rounded() / 1e6), beside: "")
    }
    for (mark, isProduct) in [("+", false), (" x ", true), ("x", true), ("×", true), ("*", true)] {
      guard let parts = text.around(mark), let first = plainQuantity(parts.before),
        let second = plainQuantity(parts.after), first.value.magnitude >= 1 || !isProduct
      else { continue }
      // 0x10 is a number of a computer.
      if isProduct, parts.before == "0" { return nil }
      return .number(written(isProduct ? first.value * second.value : first.value + second.value), beside: "")
    }
    return nil
  }

  /// `14 (incl. 2)`, `14*`, `EUR 14 zie bijlage`, `totaal 14`.
  private func remark(_ text: String) -> QuantityInWords? {
    let (bare, _) = withoutCurrency(text)
    if let (number, rest) = leadingNumber(bare), let mark = rest.first {
      // What may be figures of the number itself is no remark; nor are further figures, but behind words for that.
      let isApart = " *¹²³".contains(mark) || mark.isLetter || mark == "$" || mark == "£"
      let first = QuantityWords.split(rest).first ?? ""
      let hasFigures = rest.contains { $0.isNumber && $0.isASCII }
      guard isApart, !hasFigures || QuantityWords.remarks.contains(first) else { return nil }
      let words = QuantityWords.split(rest)
      // Of "3 ton per jaar (geschat)" what comes before the remark still counts.
      for count in stride(from: words.count - 1, through: 1, by: -1) {
        if let known = understand(number, words: words[..<count].joined(separator: " ")) {
          if case .number(let quantity, _) = known { return .number(quantity, beside: rest.trimmedOfBlanks) }
          return known
        }
      }
      return .number(number, beside: rest.trimmedOfBlanks)
    }
    let figures = Set("0123456789.,+-€% ")
    guard let start = bare.lastIndex(where: { !figures.contains($0) }) else { return nil }
    let (before, after) = (bare[...start], String(bare[bare.index(after: start)...]))
    guard !before.contains(where: { $0.isNumber }), let quantity = plainQuantity(after) else { return nil }
    let words = QuantityWords.split(String(before))
    if words.contains(where: { QuantityWords.otherCurrencies.contains($0) }) { return .inOtherUnit }
    let factor = QuantityWords.multiples.first { words.count == 1 && $0.words.contains(words[0]) }?.factor
    return .number(factor.map { written(quantity.value * $0) } ?? quantity, beside: String(before).trimmedOfBlanks)
  }
}

extension String {
  fileprivate func removing(suffix: String) -> String { String(dropLast(suffix.count)).trimmedOfBlanks }
}

extension Unit.Measure {
  var isOfMoney: Bool { self == .euro || self == .euroAYear }
  /// Whether a percentage is a way to write its figures.
  var takesPercentages: Bool { self == .share || self == .shareAYear || self == .factor }
  var isOfHours: Bool { self == .hours || self == .hoursAYear }
  var isOfTime: Bool { isOfHours || self == .years }
  var isAYear: Bool { self == .hoursAYear || self == .euroAYear || self == .shareAYear }
}
