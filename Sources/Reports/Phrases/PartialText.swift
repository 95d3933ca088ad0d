import Terms

/// That some draws of a run are missing: told wherever its amounts are, for they will change.
struct PartialText {
  let partial: PartialRun?
  let language: Language

  init(_ partial: PartialRun?, language: Language) {
    self.partial = partial
    self.language = language
  }

  /// What stands on every page; nil if nothing is missing.
  var mark: String? { partial == nil ? nil : language(nl: "Tussenstand", en: "Interim") }

  /// The mark, and how much is there; nil if nothing is missing.
  var sentence: String? {
    guard let mark, let partial else { return nil }
    let format = NumberFormat.people(language)
    let (there, all) = (format.count(partial.ranges.count), format.count(partial.draws))
    return mark
      + language(
        nl: ": \(there) van de \(all) trekkingen zijn gedaan. De bedragen veranderen nog.",
        en: ": \(there) of the \(all) draws are done. The amounts will still change.")
  }

  /// The sentence as lines of text with a blank line below them; empty if nothing is missing.
  var lines: [String] { sentence.map { PlainText.wrapped($0) + [""] } ?? [] }
}
