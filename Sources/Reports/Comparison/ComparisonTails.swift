import CostEngine
import Terms

/// Warnings of a comparison whose draws are few for what is rare in one of its sides.
struct ComparisonTails {
  private let comparison: StudyComparison
  private let a: TailInputs
  private let b: TailInputs

  init(_ comparison: StudyComparison) {
    self.comparison = comparison
    func tails(_ side: StudyComparison.Side) -> TailInputs {
      TailInputs(
        side.study, selection: Selection(scenarios: [side.scenario], regions: Array(side.study.regions.indices)))
    }
    (a, b) = (tails(comparison.a), tails(comparison.b))
  }

  /// Whether something rare may change an amount, so that draws which agree are no certainty.
  var haveEffect: Bool { a.hasEffect || b.hasEffect }

  /// A sentence for each side that has one.
  func warnings(_ place: Int, _ language: Language) -> [String] {
    let quantity = comparison.quantity
    guard quantity == .delta || quantity == .net else { return [] }
    let found = comparison.comparisons[place][comparison.total]
    return [(comparison.a, a, found.a), (comparison.b, b, found.b)].compactMap { side, tails, summary in
      let code = comparison.places[place].code
      let isWhole = comparison.includesWhole && place == comparison.places.count - 1
      let region = isWhole ? side.study.regions.count : side.study.regions.firstIndex { $0.code == code }
      guard let region else { return nil }
      let draws = comparison.settings.draws
      let judgement = tails.judgement(
        of: quantity, scenario: 0, place: region, summary: summary, draws: draws)
      return judgement.map { judgement in
        PlainText.line(side.code) + ": "
          + TailText(study: side.study, tails: tails, draws: draws, language: language).sentence(
            judgement, of: Glossary.entry(quantity).name(language))
      }
    }
  }
}
