import CostEngine
import Terms

extension SolveReport {
  /// The end of the range at which an answer without a neighbour lies.
  private var end: Bilingual {
    content.wantsLargest ? Bilingual(nl: "het einde", en: "ends") : Bilingual(nl: "het begin", en: "begins")
  }

  /// `het gemiddelde van "meerkosten" EUR 5,1 miljoen`, for every clause.
  private func results(_ figures: SolveContent.Figures) -> String {
    clauses.enumerated().map { index, clause in
      let phrase = clause.phrase(figures.clauses[index].estimate)
      return language(nl: "\(clause.words.statistic) \(phrase)", en: "\(clause.words.statistic) is \(phrase)")
    }.joined(separator: and)
  }

  var answer: [String] {
    if let without = withoutEffect { return without }
    guard let solution = content.solution, let figures = content.figures(solution) else { return none }
    var text = language(
      nl: "\(value(solution)). Dan is \(results(figures)).", en: "\(value(solution)). Then \(results(figures)).")
    if let neighbour = content.neighbour {
      text += beside(neighbour, figures)
    } else if content.grid.allSatisfy({ content.holds($0) ?? true }), content.stretches.count == 1 {
      text += language(
        nl: " De eis geldt bij elke waarde van het bereik die kan: dit is \(end.dutch) ervan.",
        en: " The condition holds at every possible value of the range: this is where it \(end.english).")
    } else {
      text += language(
        nl: " Dit is \(end.dutch) van het bereik: misschien voldoet daarbuiten nog een waarde.",
        en: " This is where the range \(end.english): beyond it another value may meet the condition too.")
    }
    return PlainText.wrapped(text) + changes + partlyWithoutEffect
  }

  /// What comes out at the neighbour of the answer, which does not meet the condition.
  private func beside(_ neighbour: Double, _ own: SolveContent.Figures) -> String {
    guard let other = content.figures(neighbour) else {
      return language(
        nl: " \(value(neighbour)) kan niet (zie onder).", en: " \(value(neighbour)) cannot be (see below).")
    }
    let figures = clauses.enumerated().compactMap { index, clause -> String? in
      let estimate = other.clauses[index].estimate
      guard !clause.clause.holds(estimate.value) else { return nil }
      let phrase = clause.phrase(estimate) { $0.value }
      let isSame = phrase == clause.phrase(own.clauses[index].estimate) { $0.value }
      let subject = clauses.count == 1 ? language(nl: "het", en: "it") : clause.words.statistic
      return language(
        nl: "\(subject) \(phrase)\(isSame ? " (afgerond)" : "")",
        en: "\(subject) is \(phrase)\(isSame ? " (rounded)" : "")")
    }.joined(separator: and)
    return language(
      nl: " Bij \(value(neighbour)) is \(figures), en dat voldoet niet.",
      en: " At \(value(neighbour)) \(figures), which does not meet it.")
  }

  private var none: [String] {
    guard let nearest else {
      return PlainText.wrapped(
        language(
          nl: "Geen enkele waarde in dit bereik is mogelijk.", en: "No value in this range is possible."))
    }
    guard content.precision != nil else {
      return PlainText.wrapped(
        language(
          nl: "Geen enkele waarde van \(value(first)) tot en met \(value(last)) voldoet. Het dichtst bij komt "
            + "\(value(nearest.value)): \(isThen(nearest.figures)). Alle waarden zijn geprobeerd.",
          en: "No value from \(value(first)) to \(value(last)) meets the condition. Nearest comes "
            + "\(value(nearest.value)): \(isThen(nearest.figures)). All values were tried."))
    }
    return PlainText.wrapped(
      language(
        nl:
          "Geen van de geprobeerde waarden van \(value(first)) tot en met \(value(last)) voldoet. Het dichtst bij komt "
          + "\(value(nearest.value)): \(isThen(nearest.figures)).",
        en: "None of the values tried from \(value(first)) to \(value(last)) meets the condition. Nearest comes "
          + "\(value(nearest.value)): \(isThen(nearest.figures)).")) + PlainText.wrapped(tried)
  }

  private func isThen(_ figures: SolveContent.Figures) -> String {
    clauses.enumerated().map { index, clause in
      let phrase = clause.phrase(figures.clauses[index].estimate)
      return language(
        nl: "\(clause.words.statistic) is dan \(phrase)", en: "\(clause.words.statistic) is then \(phrase)")
    }.joined(separator: and)
  }

  /// How many values were tried, and how near to each other.
  var tried: String {
    let format = NumberFormat.people(language)
    let (grid, near) = (content.grid.count, content.trials.count { !content.grid.contains($0.value) })
    let few = min(content.settings.draws, RandomStream.drawsPerReplicate)
    var text = language(
      nl: "Geprobeerd: \(format.count(grid)) waarden over het hele bereik",
      en: "Tried: \(format.count(grid)) values over the whole range")
    if content.glimpses > 0 {
      text += language(
        nl: ", \(format.count(content.glimpses)) daartussen met \(format.count(few)) trekkingen",
        en: ", \(format.count(content.glimpses)) between them with \(format.count(few)) draws")
    }
    if near > 0, let precision = content.precision {
      text += language(
        nl: ", en \(format.count(near)) waar de eis het dichtst bij kwam of begon te gelden, tot op \(step(precision))",
        en: ", and \(format.count(near)) where the condition came nearest or began to hold, to \(step(precision))")
    }
    return text
      + language(
        nl: ". Wat op een nog korter stuk geldt, kan gemist zijn.",
        en: ". What holds over a still shorter stretch may have been missed.")
  }

  func step(_ precision: Double) -> String {
    content.input.kind == .share
      ? NumberFormat.people(language).shortest(100 * precision) + language(nl: " %-punt", en: " percentage points")
      : NumberFormat.people(language).shortest(precision)
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

  // MARK: Cells that play no part

  /// The answer where the input changes nothing that is asked about; nil where it does, or only one value was computed.
  private var withoutEffect: [String]? {
    let computed = content.trials.compactMap { content.figures($0.value) }
    guard computed.count > 1, !content.hasEffect.contains(true), let figures = computed.first else { return nil }
    let count = NumberFormat.people(language).count(computed.count)
    let holds = figures.meets(content.condition) { $0.value }
    return PlainText.wrapped(
      language(
        nl:
          "\"\(input)\" heeft geen enkel gevolg voor wat gevraagd is: bij alle \(count) waarden die zijn geprobeerd is "
          + "\(results(figures)), in elke trekking hetzelfde. De eis geldt dus \(holds ? "steeds" : "nergens"). Kies een "
          + "andere cel, of een ander bedrag of jaar.",
        en: "\"\(input)\" does not have any effect on what is asked: at all \(count) values that were tried "
          + "\(results(figures)), the same in every draw. So the condition holds \(holds ? "everywhere" : "nowhere"). "
          + "Choose another cell, or another amount or year."))
  }

  /// Clauses that the input does not touch, where it does touch others.
  private var partlyWithoutEffect: [String] {
    clauses.indices.filter { !content.hasEffect[$0] && content.hasEffect.contains(true) }.flatMap { index in
      PlainText.wrapped(
        language(
          nl: "Let op: op \(clauses[index].words.statistic) heeft \"\(input)\" geen gevolg.",
          en: "Note: \"\(input)\" does not have any effect on \(clauses[index].words.statistic)."))
    }
  }
}
