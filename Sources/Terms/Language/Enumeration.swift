/// "a", "b" and "c"; for a long list the first ones and the number of others.
public func enumeration(_ texts: [String], conjunction: Bilingual, upTo limit: Int = 4) -> Bilingual {
  guard texts.count > 1 else {
    let only = texts.first ?? ""
    return Bilingual(same: only)
  }
  if texts.count > limit {
    let shown = texts.prefix(limit - 1).joined(separator: ", ")
    let more = texts.count - limit + 1
    return Bilingual(nl: "\(shown) en nog \(more)", en: "\(shown) and \(more) more")
  }
  let shown = texts.dropLast().joined(separator: ", ")
  let last = texts[texts.count - 1]
  return Bilingual(nl: "\(shown) \(conjunction.dutch) \(last)", en: "\(shown) \(conjunction.english) \(last)")
}

extension Bilingual {
  public static let and = Bilingual(nl: "en", en: "and")
  public static let or = Bilingual(nl: "of", en: "or")

  /// A number as written in each language, as short as its value allows.
  public init(number: Double) {
    var text = "\(number)"
    if text.hasSuffix(".0") { text.removeLast(2) }
    if number == .infinity { text = "∞" }
    if number == -.infinity { text = "-∞" }
    self.init(nl: String(text.map { $0 == "." ? "," : $0 }), en: text)
  }

  /// The text with an initial capital, as at the start of a sentence.
  public var capitalised: Bilingual {
    func capitalise(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Bilingual(nl: capitalise(dutch), en: capitalise(english))
  }
}
