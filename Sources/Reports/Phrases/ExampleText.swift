import Terms

/// That figures of a study were invented: told wherever its amounts are, for they look like any others.
public struct ExampleText {
  let examples: ExampleRows
  let language: Language

  public init(_ examples: ExampleRows, language: Language) {
    self.examples = examples
    self.language = language
  }

  /// What stands on every page; nil if nothing was invented.
  var mark: String? {
    examples.invented == 0 ? nil : language(nl: "Voorbeeld", en: "Example")
  }

  /// The mark, and how much was invented; nil if nothing was.
  var sentence: String? {
    guard let mark else { return nil }
    if examples.invented == examples.all {
      return mark
        + language(
          nl: ": alle invoer is verzonnen (bron: voorbeeld). Geen bedrag is een echt cijfer.",
          en: ": all input is invented (source: example). No amount is a real figure.")
    }
    let format = NumberFormat.people(language)
    let (some, all) = (format.count(examples.invented), format.count(examples.all))
    let isOne = examples.invented == 1
    return mark
      + language(
        nl: ": van de \(all) regels invoer \(isOne ? "is er 1" : "zijn er \(some)") verzonnen (bron: voorbeeld). De "
          + "bedragen zijn geen echte cijfers.",
        en: ": of the \(all) rows of input \(some) \(isOne ? "is" : "are") invented (source: example). The amounts are "
          + "no real figures.")
  }

  /// The sentence as lines of text with a blank line below them; empty if nothing was invented.
  var lines: [String] { sentence.map { PlainText.wrapped($0) + [""] } ?? [] }

  /// The same as one text.
  public var paragraph: String { lines.isEmpty ? "" : PlainText.text(lines) }
}
