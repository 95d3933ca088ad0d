/// A column of the form in which a region answers: what it is called in the form, and recognised by when it comes back.
public enum FormColumn: Int, Sendable, CaseIterable {
  case number, item, question, unit, assumed, norm, reported, answer, low, high, hint, source, note, person, date, key

  public var heading: Bilingual {
    switch self {
    case .number: return Bilingual(nl: "nr", en: "no")
    case .item: return Bilingual(nl: "onderdeel", en: "item")
    case .question: return Bilingual(nl: "vraag", en: "question")
    case .unit: return Bilingual(nl: "eenheid", en: "unit")
    case .assumed: return Bilingual(nl: "nu aangenomen", en: "assumed now")
    case .norm: return Bilingual(nl: "norm", en: "norm")
    case .reported: return Bilingual(nl: "vorige opgave", en: "reported before")
    case .answer: return Bilingual(nl: "antwoord", en: "answer")
    case .low: return Bilingual(nl: "laag", en: "low")
    case .high: return Bilingual(nl: "hoog", en: "high")
    case .hint: return Bilingual(nl: "let op", en: "look")
    case .source: return Bilingual(nl: "bron", en: "source")
    case .note: return Bilingual(nl: "toelichting", en: "note")
    case .person: return Bilingual(nl: "ingevuld door", en: "filled in by")
    case .date: return Bilingual(nl: "datum", en: "date")
    case .key: return Bilingual(nl: "kenmerk", en: "key")
    }
  }

  /// Whether people write in it.
  public var isInput: Bool {
    switch self {
    case .answer, .low, .high, .source, .note, .person, .date: return true
    default: return false
    }
  }
}
