import CostEngine
import Terms

/// Where a condition on cost holds because cost falls outside the years of the study.
extension SolveReport {
  var beyondTheHorizon: [String] {
    guard let solution = content.solution, let figures = content.figures(solution) else { return [] }
    guard content.hasEffect.contains(true),
      clauses.contains(where: { $0.clause.asksCostOfYears })
    else { return [] }
    let texts = unfinished(solution, figures) + later(solution, figures)
    return texts.isEmpty ? [] : texts.flatMap { [""] + PlainText.wrapped($0) }
  }

  /// The phase-in is not complete in the last year.
  private func unfinished(_ solution: Double, _ figures: SolveContent.Figures) -> [String] {
    figures.ends.filter { $0.complete < 1 }.map { end in
      let title = AmountTitle(study: content.study, language: language)
      let place = figures.ends.count > 1 ? title.place(end.region) + ": " : ""
      let amount = euros(end.structural.mean, of: end.structural)
      let whether: String
      if end.complete == 0 {
        whether = language(
          nl: "de ingroei is bij \(value(solution)) in \(figures.lastYear), het laatste jaar van de studie, niet klaar",
          en: "the phase-in at \(value(solution)) is not complete in \(figures.lastYear), the last year of the study")
      } else {
        let chance = clauses[0].chance(end.complete)
        whether = language(
          nl: "de kans dat de ingroei bij \(value(solution)) klaar is in \(figures.lastYear), het laatste jaar van de "
            + "studie, is \(chance)",
          en: "the chance that the phase-in at \(value(solution)) is complete in \(figures.lastYear), the last year of "
            + "the study, is \(chance)")
      }
      var text = language(
        nl: "Let op: \(place)\(whether). Kosten die daarna komen, tellen in deze eis niet mee. Is alles ingevoerd, dan "
          + "zijn de structurele meerkosten \(amount) per jaar (eindbeeld)",
        en: "Note: \(place)\(whether). Cost that comes later does not count in this condition. Once everything is in "
          + "place the structural extra cost is \(amount) a year (end state)")
      let exceeded = clauses.filter { $0.clause.wouldFail(atYearly: end.structural.mean, region: end.region) }
      if let clause = exceeded.first {
        text += language(
          nl: ": dan geldt de eis (\(clause.words.requirement) per jaar) niet meer",
          en: ": the condition (\(clause.words.requirement) a year) then no longer holds")
      }
      return text + "."
    }
  }

  /// One-offs and measures that the answer moves beyond the last year.
  private func later(_ solution: Double, _ figures: SolveContent.Figures) -> [String] {
    let moved = figures.late.filter { !content.ownLate.contains($0) }
    guard !moved.isEmpty else { return [] }
    let names = SubjectName(study: content.study, language: language)
    let list = moved.map { names.name(.item($0)) }.joined(separator: ", ")
    return [
      language(
        nl:
          "Let op: bij \(value(solution)) valt (een deel van) de kosten na \(figures.lastYear), het laatste jaar van de "
          + "studie, en dus buiten de eis: \(list).",
        en:
          "Note: at \(value(solution)) cost (or part of it) falls after \(figures.lastYear), the last year of the study, "
          + "and so outside the condition: \(list).")
    ]
  }

  private func euros(_ amount: Double, of summary: Summary) -> String {
    let figure =
      summary.isConstant
      ? ShownFigure(exact: amount)
      : ShownFigure(amount, error: summary.meanError(draws: content.settings.draws), finest: 0)
    return AmountStyle([figure], language: language).phrase(figure)
  }
}

extension ConditionClause {
  /// Whether it sets a ceiling to what is spent in years of the study, which spending later evades.
  var asksCostOfYears: Bool {
    let isUpper: Bool
    if case .chance(let events) = subject {
      // A chance that is limited from above of spending much, or from below of spending little.
      isUpper = events.contains { $0.comparison.isCeiling != comparison.isCeiling }
    } else {
      isUpper = comparison.isCeiling
    }
    return isUpper && subject.amounts.contains { $0.span != .end && $0.subject.isExtraCost }
  }

  /// Whether it is about extra cost of single years, and does not allow an amount every year.
  func wouldFail(atYearly amount: Double, region: Int?) -> Bool {
    let asked = subject.amounts[0]
    guard asked.region == region, asked.subject == .quantity(.delta) || asked.subject == .quantity(.structural),
      comparison.isCeiling
    else { return false }
    switch (subject, asked.span) {
    case (.statistic(.mean, _), .year), (.statistic(.mean, _), .years(_, .highest)),
      (.overYears(.highest, .mean, _), _):
      return !holds(amount)
    default: return false
    }
  }
}

extension RecordedSubject {
  /// Whether a later phase-in makes it smaller.
  fileprivate var isExtraCost: Bool {
    switch self {
    case .quantity(let quantity): return quantity != .baseline && quantity != .funding
    case .line, .item: return true
    case .paid(let payer): return payer == .municipalities
    case .phaseIn: return false
    }
  }
}
