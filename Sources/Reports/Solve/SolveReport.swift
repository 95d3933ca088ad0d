import CostEngine
import Terms

/// The text that `waterlijn solve` prints.
public struct SolveReport {
  private let content: SolveContent
  private let language: Language
  private let words: ConditionText

  /// The whole text; every line ends with a line feed.
  public static func text(_ content: SolveContent, language: Language) -> String {
    let report = SolveReport(
      content: content, language: language, words: ConditionText(content: content, language: language))
    return PlainText.text(
      PlainText.heading(PlainText.line(content.study.title), underline: "=") + [""] + report.question + [""]
        + PlainText.heading(language(nl: "Antwoord", en: "Answer")) + report.answer + report.certainty + [""]
        + report.table)
  }

  private func value(_ value: Double) -> String { content.input.text(value, language: language) }

  private var input: String { content.input.name(language) }
  private var first: Double { content.grid[0] }
  private var last: Double { content.grid[content.grid.count - 1] }

  private var question: [String] {
    let which =
      content.wantsLargest
      ? language(nl: "grootste", en: "largest") : language(nl: "kleinste", en: "smallest")
    let cells = PlainText.line(content.input.cells.joined(separator: ", "))
    var lines = PlainText.wrapped(
      language(
        nl: "Gevraagd: de \(which) waarde van \"\(input)\" (\(cells)), van \(value(first)) tot en met \(value(last)), "
          + "waarbij \(words.statistic) \(words.requirement) is (\(words.place)). In de studie zelf: "
          + "\(content.input.ownText(language)).",
        en: "Wanted: the \(which) value of \"\(input)\" (\(cells)), from \(value(first)) to \(value(last)), at which "
          + "\(words.statistic) is \(words.requirement) (\(words.place)). In the study itself: "
          + "\(content.input.ownText(language))."))
    if content.input.regionsApart > 0 {
      let count = content.input.regionsApart
      lines += PlainText.wrapped(
        language(
          nl: "Let op: \(count) \(count == 1 ? "regio heeft" : "regio's hebben") in scenario-regions.csv een eigen "
            + "waarde, die blijft.",
          en: "Note: \(count) \(count == 1 ? "region has a value of its own" : "regions have values of their own") in "
            + "scenario-regions.csv, which \(count == 1 ? "stays" : "stay")."))
    }
    return lines
  }

  // MARK: The answer

  /// The end of the range at which an answer without a neighbour lies.
  private var end: Bilingual {
    content.wantsLargest ? Bilingual(nl: "het einde", en: "ends") : Bilingual(nl: "het begin", en: "begins")
  }

  private var answer: [String] {
    guard let solution = content.solution, let figures = content.figures(solution) else { return none }
    let own = words.phrase(figures.estimate, { $0.value })
    var text = language(
      nl: "\(value(solution)). Dan is \(words.statistic) \(own).",
      en: "\(value(solution)). Then \(words.statistic) is \(own).")
    if let neighbour = content.neighbour {
      if let beside = content.figures(neighbour) {
        let other = words.phrase(beside.estimate, { $0.value })
        text += language(
          nl: " Bij \(value(neighbour)) is het \(other)\(other == own ? " (afgerond)" : ""), en dat voldoet niet.",
          en: " At \(value(neighbour)) it is \(other)\(other == own ? " (rounded)" : ""), which does not meet it.")
      } else {
        text += language(
          nl: " \(value(neighbour)) kan niet (zie onder).", en: " \(value(neighbour)) cannot be (see below).")
      }
    } else if content.grid.allSatisfy({ content.holds($0) ?? true }) {
      text += language(
        nl: " De eis geldt bij elke waarde van het bereik die kan: dit is \(end.dutch) ervan.",
        en: " The condition holds at every possible value of the range: this is where it \(end.english).")
    } else {
      text += language(
        nl: " Dit is \(end.dutch) van het bereik: misschien voldoet daarbuiten nog een waarde.",
        en: " This is where the range \(end.english): beyond it another value may meet the condition too.")
    }
    return PlainText.wrapped(text) + changes
  }

  private var none: [String] {
    let computed = content.trials.compactMap { trial in
      content.figures(trial.value).map { (value: trial.value, estimate: $0.estimate) }
    }
    func distance(_ estimate: DrawStatistic.Estimate) -> Double {
      (estimate.value - content.condition.threshold).magnitude
    }
    guard let nearest = computed.min(by: { distance($0.estimate) < distance($1.estimate) }) else {
      return PlainText.wrapped(
        language(
          nl: "Geen enkele waarde in dit bereik is mogelijk.", en: "No value in this range is possible."))
    }
    return PlainText.wrapped(
      language(
        nl: "Geen enkele waarde van \(value(first)) tot en met \(value(last)) voldoet. Het dichtst bij komt "
          + "\(value(nearest.value)): \(words.statistic) is dan \(words.phrase(nearest.estimate, { $0.value })).",
        en: "No value from \(value(first)) to \(value(last)) meets the condition. Nearest comes "
          + "\(value(nearest.value)): \(words.statistic) is then \(words.phrase(nearest.estimate, { $0.value }))."))
  }

  /// A remark if the condition holds, fails and holds again.
  private var changes: [String] {
    let stretches = content.stretches
    guard stretches.count > 1 else { return [] }
    let list = stretches.map { stretch in
      stretch.first == stretch.last ? value(stretch.first) : "\(value(stretch.first))-\(value(stretch.last))"
    }
    return PlainText.wrapped(
      language(
        nl: "Let op: groter is hier niet steeds beter of slechter. De eis geldt bij "
          + "\(list.joined(separator: " en ")), en "
          + "daartussen niet.",
        en: "Note: larger is not always better or worse here. The condition holds at "
          + "\(list.joined(separator: " and ")), "
          + "and not between."))
  }

  // MARK: How certain it is

  private var certainty: [String] {
    guard let solution = content.solution, let figures = content.figures(solution) else { return [] }
    var lines = [""] + PlainText.heading(language(nl: "Hoe zeker is dat?", en: "How certain is that?"))
    lines += sampling(solution, figures.estimate)
    guard !figures.summary.isConstant else { return lines }
    let low = words.phrase(figures.summary.p05, of: figures.summary)
    let high = words.phrase(figures.summary.p95, of: figures.summary)
    var text = language(
      nl: "Ook bij \(value(solution)) blijft het bedrag onzeker: in 90\u{a0}% van de trekkingen ligt het tussen "
        + "\(low) en \(high)",
      en: "At \(value(solution)) the amount is still uncertain: in 90% of the draws it is between \(low) and \(high)")
    if let limit = content.condition.limit {
      let isAbove = content.condition.isCeiling
      let share = isAbove ? figures.shareAbove : 1 - figures.shareAbove
      let chance = ShareText.probability(
        share, draws: content.settings.draws, isCertain: false, language: language)
      text += language(
        nl: ". De kans dat het \(isAbove ? "boven" : "niet boven") \(words.euros(limit)) uitkomt is \(chance)",
        en: ". The chance that it is \(isAbove ? "above" : "not above") \(words.euros(limit)) is \(chance)")
    }
    return lines + PlainText.wrapped(text + ".")
  }

  private func sampling(_ solution: Double, _ estimate: DrawStatistic.Estimate) -> [String] {
    guard estimate.lower < estimate.upper else {
      return PlainText.wrapped(
        language(
          nl: "Hier is niets onzeker: elke trekking geeft hetzelfde.", en: "Nothing is uncertain here: all draws agree."
        ))
    }
    let count = NumberFormat.people(language).count(content.settings.draws)
    let interval = language(
      nl: "Met \(count) trekkingen ligt de uitkomst bij \(value(solution)) met 95\u{a0}% zekerheid tussen "
        + "\(words.phrase(estimate, { $0.lower })) en \(words.phrase(estimate, { $0.upper })).",
      en: "With \(count) draws the result at \(value(solution)) is between \(words.phrase(estimate, { $0.lower })) and "
        + "\(words.phrase(estimate, { $0.upper })) with 95% certainty.")
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
    var lines = PlainText.wrapped(interval + consequence)
    if let precision = content.precision {
      lines += PlainText.wrapped(
        language(
          nl: "Het antwoord is gezocht tot op \(step(precision)), nadat \(content.grid.count) waarden over het hele "
            + "bereik zijn geprobeerd. Wat daartussen kort geldt en weer ophoudt, is niet gezien.",
          en: "The answer was sought to \(step(precision)), after \(content.grid.count) values over the whole range "
            + "were tried. What holds briefly between them was not seen."))
    }
    return lines
  }

  private func step(_ precision: Double) -> String {
    content.input.kind == .share
      ? NumberFormat.people(language).shortest(100 * precision) + language(nl: " %-punt", en: " percentage points")
      : NumberFormat.people(language).shortest(precision)
  }

  // MARK: What was tried

  private var table: [String] {
    let beside = [content.solution, content.neighbour, content.earliest, content.latest].compactMap { $0 }
    let shown = content.trials.map { $0.value }.filter { content.grid.contains($0) || beside.contains($0) }
    let labels = shown.map { value($0) + ($0 == content.solution ? " <" : "") }
    let text = language(
      nl: "Geprobeerd op dezelfde trekkingen; de uitkomst ligt met 95\u{a0}% zekerheid tussen \"van\" en \"tot\".",
      en: "Tried on the same draws; the result is between \"from\" and \"to\" with 95% certainty.")
    let reasons = content.trials.compactMap { trial -> [String]? in
      guard case .impossible(let reason) = trial.outcome, shown.contains(trial.value) else { return nil }
      return PlainText.wrapped(
        PlainText.line(reason(language)),
        first: value(trial.value) + language(nl: " kan niet: ", en: " cannot be: "), indent: "  ")
    }
    let table = TextTable(heading: input, labels: labels, groups: words.columns(shown)).lines()
    return PlainText.wrapped(text) + table + (reasons.isEmpty ? [] : [""] + reasons.flatMap { $0 })
  }
}
