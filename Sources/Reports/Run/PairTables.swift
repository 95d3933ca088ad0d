import CostEngine
import Terms

/// How the scenarios compare, two by two.
struct PairTables {
  let report: ConsoleReport
  /// The place that is reported in full; nil if there are several regions and no country.
  let place: Int?

  private var language: Language { report.language }
  private var results: Results { report.results }

  var lines: [String] {
    guard !results.pairs.isEmpty else { return [] }
    return [""] + (place.map(differences) ?? probabilities)
  }

  /// A row for each pair: their difference, and the probability that the first is the cheaper one.
  private func differences(region: Int) -> [String] {
    let comparisons = results.pairs.indices.map { results.comparison(pair: $0, region: region) }
    let summaries = comparisons.map { $0.difference }
    let style = AmountStyle(report.figures(summaries), language: language)
    let labels = results.pairs.map { pair in
      report.scenarioCode(pair.a) + language(nl: " min ", en: " less ") + report.scenarioCode(pair.b)
    }
    let cheaper = zip(results.pairs, summaries).map { pair, summary in
      let mean = report.content.mean(summary)
      if style.isZero(mean) { return language(nl: "geen verschil", en: "no difference") }
      return report.scenarioCode(style.isNegative(mean) ? pair.a : pair.b)
    }
    let table = TextTable(
      heading: "", labels: labels,
      groups: [
        TextTable.Group(style.unit.heading(language), report.columns(summaries, style: style)),
        TextTable.Group(
          language(nl: "naar verwachting", en: "expected to"),
          [TextTable.Column(language(nl: "goedkoper", en: "be cheaper"), cheaper, .right)]),
        TextTable.Group(
          language(nl: "kans dat het eerste", en: "chance that the"),
          [
            TextTable.Column(
              language(nl: "goedkoper is", en: "first is cheaper"), comparisons.map(probability), .right)
          ]),
      ])
    let title = language(nl: "De scenario's vergeleken", en: "The scenarios compared")
    return PlainText.heading("\(title), \(report.study.horizon)")
      + PlainText.wrapped(
        language(
          nl: "Verschil in meerkosten, trekking voor trekking. Een positief verschil: het eerste scenario is duurder.",
          en: "Difference in extra cost, draw by draw. A positive difference: the first scenario costs more."))
      + [""] + table.lines()
  }

  /// A row for each region, a column for each pair.
  private var probabilities: [String] {
    let groups = results.pairs.enumerated().map { position, pair in
      let cells = results.selection.regions.indices.map { region in
        probability(results.comparison(pair: position, region: region))
      }
      return TextTable.Group(
        report.scenarioCode(pair.a),
        [TextTable.Column(language(nl: "tegen ", en: "against ") + report.scenarioCode(pair.b), cells, .right)])
    }
    let table = TextTable(
      heading: Glossary.entry(.region).heading(language), labels: results.selection.regions.map(report.regionName),
      groups: groups)
    let title = language(
      nl: "Kans dat het eerste scenario goedkoper is", en: "Chance that the first scenario is cheaper")
    return PlainText.heading("\(title), \(report.study.horizon)") + table.lines()
  }

  private func probability(_ comparison: Results.Comparison) -> String {
    ShareText.probability(
      comparison.shareCheaper, draws: results.draws,
      isCertain: report.content.isExact(comparison.difference),
      language: language)
  }
}
