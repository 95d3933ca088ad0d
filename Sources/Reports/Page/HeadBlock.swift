import CostEngine
import Terms

/// What stands above the key figures: what the page is about, who made it, and what its figures rest on.
struct HeadBlock {
  let page: ReportPage

  private var language: Language { page.language }
  private var text: HeadText { HeadText(head: page.run.head, language: language) }

  /// The marks of missing draws, of a draft, and of invented figures, which paper shows on every sheet; nil for a final report of real
  /// figures of a whole run.
  var mark: Markup? {
    let partial = PartialText(page.run.partial, language: language).sentence
    let example = ExampleText(page.run.examples, language: language).sentence
    let marks = [partial, text.mark, example].compactMap { $0 }.map { mark -> Markup in "<p class=\"draft\">\(mark)</p>"
    }
    return marks.isEmpty ? nil : Markup(marks)
  }

  /// Who made the study, and what it leaves out of account.
  var facts: Markup { list(text.origin, "origin") + list(text.limits, "limits") }

  private func list(_ facts: [HeadText.Fact], _ style: Markup) -> Markup {
    guard !facts.isEmpty else { return "" }
    let items = facts.map { label, text -> Markup in "<div><dt>\(label):</dt> <dd>\(text)</dd></div>" }
    return "<dl class=\"\(style)\">\(items)</dl>"
  }

  /// How much is assumed, as large as the figures that rest on it; nil if nothing is.
  var basis: Markup? {
    AssumptionsSection(page: page).basis.map { card in
      """
      <div class="card basis"><p class="label">\(card.label)</p><p class="value">\(card.value)</p><p>\(card.sentence) \
      <a href="#aannamen">\(language(nl: "Alle aannamen en bronnen", en: "All assumptions and sources"))</a></p></div>
      """
    }
  }
}
