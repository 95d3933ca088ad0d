import CostEngine
import Terms

extension SolveReport {
  /// How far sampling error moves the answer, and how uncertain the amount itself is.
  var certainty: [String] {
    guard let solution = content.solution, let figures = content.figures(solution) else { return [] }
    var lines = [""] + PlainText.heading(language(nl: "Hoe zeker is dat?", en: "How certain is that?"))
    lines += sampling(solution, figures)
    for (index, clause) in clauses.enumerated() {
      guard let summary = figures.clauses[index].summary, !summary.isConstant else { continue }
      lines += spread(solution, clause, figures.clauses[index], summary)
    }
    return lines
  }

  private func spread(
    _ solution: Double, _ clause: ConditionText, _ figures: SolveContent.ClauseFigures, _ summary: Summary
  ) -> [String] {
    let low = clause.phrase(summary.p05, of: summary)
    let high = clause.phrase(summary.p95, of: summary)
    let names = SubjectName(study: content.study, language: language)
    let amount =
      clauses.count == 1
      ? language(nl: "het bedrag", en: "the amount")
      : "\"\(clause.clause.amount.map { names.name($0.subject) } ?? "")\""
    var text = language(
      nl: "Ook bij \(value(solution)) blijft \(amount) onzeker: in 90\u{a0}% van de trekkingen ligt het tussen "
        + "\(low) en \(high)",
      en: "At \(value(solution)) \(amount) is still uncertain: in 90% of the draws it is between \(low) and \(high)")
    // A chance that is asked for itself has been told.
    if !clause.clause.isShare, let limit = clause.clause.limitOfDraws, let shareAbove = figures.shareAbove {
      let isAbove = clause.clause.comparison.isCeiling
      let share = isAbove ? shareAbove : 1 - shareAbove
      let limitText = clause.words.euros(limit)
      let chance = clause.chance(share)
      text += language(
        nl: ". De kans dat het \(isAbove ? "boven" : "niet boven") \(limitText) uitkomt is \(chance)",
        en: ". The chance that it is \(isAbove ? "above" : "not above") \(limitText) is \(chance)")
    }
    return PlainText.wrapped(text + ".")
  }

  private func sampling(_ solution: Double, _ figures: SolveContent.Figures) -> [String] {
    let uncertain = clauses.indices.filter { index in
      let estimate = figures.clauses[index].estimate
      return estimate.lower < estimate.upper
    }
    guard !uncertain.isEmpty else {
      return PlainText.wrapped(
        language(
          nl: "In wat er getrokken is, heeft de uitkomst geen steekproeffout.",
          en: "In what was drawn, the result has no sampling error."
        ))
    }
    let count = NumberFormat.people(language).count(content.settings.draws)
    let ranges = uncertain.map { index in
      let (clause, estimate) = (clauses[index], figures.clauses[index].estimate)
      let subject =
        clauses.count == 1 ? language(nl: "de uitkomst", en: "the result") : clause.words.statistic
      let (low, high) = (clause.phrase(estimate) { $0.lower }, clause.phrase(estimate) { $0.upper })
      return (subject: subject, range: language(nl: "\(low) en \(high)", en: "\(low) and \(high)"))
    }
    let interval =
      ranges.enumerated().map { place, range in
        place == 0
          ? language(
            nl: "Met \(count) trekkingen ligt \(range.subject) bij \(value(solution)) met 95\u{a0}% zekerheid tussen "
              + range.range,
            en:
              "With \(count) draws \(range.subject) at \(value(solution)) is between \(range.range) with 95% certainty")
          : language(
            nl: "\(range.subject) tussen \(range.range)", en: "\(range.subject) between \(range.range)")
      }.joined(separator: and) + "."
    let consequence: String
    switch (content.earliest, content.latest) {
    case (let earliest?, let latest?) where earliest == latest:
      consequence = language(
        nl: " Dat verandert het antwoord niet.", en: " That does not change the answer.")
    case (let earliest?, let latest?):
      let (low, high) = (min(earliest, latest), max(earliest, latest))
      consequence = language(
        nl: " Daardoor kan het antwoord liggen van \(value(low)) tot en met \(value(high)); meer trekkingen (--draws) "
          + "maken dat kleiner.",
        en: " So the answer may be from \(value(low)) to \(value(high)); more draws (--draws) make that smaller.")
    default:
      consequence = language(
        nl: " Daardoor is niet zeker dat er in dit bereik een waarde is die voldoet; neem meer trekkingen (--draws).",
        en: " So it is not certain that a value in this range meets the condition; use more draws (--draws).")
    }
    return PlainText.wrapped(interval + consequence)
      + (content.precision == nil ? [] : PlainText.wrapped(tried))
  }
}
