import CostEngine
import Terms

/// The text that `waterlijn solve` prints.
public struct SolveReport {
  let content: SolveContent
  let language: Language
  /// In the order of the condition.
  let clauses: [ConditionText]

  /// The whole text; every line ends with a line feed.
  public static func text(_ content: SolveContent, language: Language) -> String {
    let report = SolveReport(
      content: content, language: language,
      clauses: content.condition.clauses.indices.map {
        ConditionText(content: content, language: language, index: $0)
      })
    return PlainText.text(
      PlainText.heading(PlainText.line(content.study.title), underline: "=") + [""] + report.question + [""]
        + PlainText.heading(language(nl: "Antwoord", en: "Answer")) + report.answer + report.beyondTheHorizon
        + report.certainty + [""] + report.table)
  }

  func value(_ value: Double) -> String { content.input.text(value, language: language) }

  var input: String { content.input.name(language) }
  var first: Double { content.grid[0] }
  var last: Double { content.grid[content.grid.count - 1] }
  var and: String { language(nl: " en ", en: " and ") }

  private var question: [String] {
    let which =
      content.wantsLargest
      ? language(nl: "grootste", en: "largest") : language(nl: "kleinste", en: "smallest")
    let cells = PlainText.line(content.input.cells.map { CellName.text($0)(language) }.joined(separator: ", "))
    let wanted = clauses.map { clause in
      language(
        nl: "\(clause.words.statistic) \(clause.words.requirement) is (\(clause.words.place))",
        en: "\(clause.words.statistic) is \(clause.words.requirement) (\(clause.words.place))")
    }.joined(separator: and)
    var lines = PlainText.wrapped(
      language(
        nl: "Gevraagd: de \(which) waarde van \"\(input)\" (\(cells)), van \(value(first)) tot en met \(value(last)), "
          + "waarbij \(wanted). In de studie zelf: \(content.input.ownText(language)).",
        en: "Wanted: the \(which) value of \"\(input)\" (\(cells)), from \(value(first)) to \(value(last)), at which "
          + "\(wanted). In the study itself: \(content.input.ownText(language))."))
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

  // MARK: What was tried

  private var table: [String] {
    let edges = content.stretches.flatMap { [$0.first, $0.last] }
    let beside = [content.solution, content.neighbour, content.earliest, content.latest].compactMap { $0 } + edges
    let nearest = content.solution == nil ? [nearest?.value].compactMap { $0 } : []
    let shown = content.trials.map { $0.value }.filter { value in
      content.grid.contains(value) || (beside + nearest).contains(value)
    }
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
    let met = shown.map { value in
      content.holds(value).map { $0 ? language(nl: "ja", en: "yes") : language(nl: "nee", en: "no") }
        ?? language(nl: "kan niet", en: "cannot be")
    }
    let groups =
      clauses.map { $0.columns(shown) } + [
        TextTable.Group("", [TextTable.Column(language(nl: "voldoet", en: "meets it"), met, .right)])
      ]
    let table = TextTable(heading: input, labels: labels, groups: groups).lines()
    return PlainText.wrapped(text) + table + (reasons.isEmpty ? [] : [""] + reasons.flatMap { $0 })
  }

  /// The tried value of which the clause that is met least is nearest to its limit; nil if none is possible.
  var nearest: (value: Double, figures: SolveContent.Figures)? {
    let computed = content.trials.compactMap { trial in content.figures(trial.value).map { (trial.value, $0) } }
    // Clauses in different units are compared by how far they come at all.
    let scales = clauses.indices.map { index in
      computed.map { distance($0.1, index) }.max().map { $0 > 0 ? $0 : 1 } ?? 1
    }
    func worst(_ figures: SolveContent.Figures) -> Double {
      clauses.indices.map { distance(figures, $0) / scales[$0] }.max() ?? 0
    }
    return computed.min { worst($0.1) < worst($1.1) }.map { (value: $0.0, figures: $0.1) }
  }

  /// How far a clause is from being met; 0 where it holds.
  private func distance(_ figures: SolveContent.Figures, _ index: Int) -> Double {
    max(0, -content.condition.clauses[index].margin(figures.clauses[index].estimate.value))
  }
}
