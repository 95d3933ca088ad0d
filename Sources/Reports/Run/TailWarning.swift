import CostEngine
import Terms

extension TailText {
  init(_ content: RunContent, _ language: Language) {
    self.init(study: content.study, tails: content.tails, draws: content.results.draws, language: language)
  }
}

extension RunContent {
  /// The warning that belongs to the extra cost of a scenario in a place, or to its net if only that has one; nil if the
  /// draws suffice for their tails.
  ///
  /// - Parameters:
  ///   - scenario: position in the results.
  ///   - region: position in the results, the country included.
  func tailWarning(scenario: Int, region: Int, _ language: Language) -> String? {
    tailJudgement(scenario: scenario, region: region).map { found in
      TailText(self, language).sentence(found.judgement, of: Glossary.entry(found.quantity).name(language))
    }
  }

  /// Whether an amount of a scenario in a place varies, although none of what is rare was drawn.
  func isUnseen(scenario: Int, region: Int) -> Bool {
    tailJudgement(scenario: scenario, region: region)?.judgement.isUnseen == true
  }

  private func tailJudgement(
    scenario: Int, region: Int
  ) -> (judgement: TailInputs.Judgement, quantity: ReportedQuantity)? {
    guard results.draws > 1 else { return nil }
    for quantity in [ReportedQuantity.delta, .net] where gaps.tells(quantity) {
      let summary = results.summary(quantity, scenario: scenario, region: region, year: results.total)
      let found = tails.judgement(
        of: quantity, scenario: scenario, place: region, summary: summary, draws: results.draws)
      if let found { return (judgement: found, quantity: quantity) }
    }
    return nil
  }
}
