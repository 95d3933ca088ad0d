/// Parts of sentences that messages share.

/// A text of the study as a message quotes it.
func quoted(_ text: String) -> String { "\"\(text.excerpt)\"" }

/// "a", "b" and "c"; of many the first ones and how many more there are.
func enumeration(_ texts: [String], conjunction: Localized, upTo limit: Int = 4) -> Localized {
  guard texts.count > 1 else {
    let only = texts.first ?? ""
    return Localized(nl: only, en: only)
  }
  if texts.count > limit {
    let shown = texts.prefix(limit - 1).joined(separator: ", ")
    let more = texts.count - limit + 1
    return Localized(nl: "\(shown) en nog \(more)", en: "\(shown) and \(more) more")
  }
  let shown = texts.dropLast().joined(separator: ", ")
  let last = texts[texts.count - 1]
  return Localized(nl: "\(shown) \(conjunction.dutch) \(last)", en: "\(shown) \(conjunction.english) \(last)")
}

extension Localized {
  static let and = Localized(nl: "en", en: "and")
  static let or = Localized(nl: "of", en: "or")

  /// A number as each language writes it, as short as its value allows.
  init(number: Double) {
    var text = "\(number)"
    if text.hasSuffix(".0") { text.removeLast(2) }
    if number == .infinity { text = "∞" }
    if number == -.infinity { text = "-∞" }
    self.init(nl: String(text.map { $0 == "." ? "," : $0 }), en: text)
  }

  /// Starts with a capital letter, as a sentence does.
  var capitalised: Localized {
    func capitalise(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Localized(nl: capitalise(dutch), en: capitalise(english))
  }
}
