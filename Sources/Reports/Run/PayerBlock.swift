import CostEngine
import Terms

/// Who pays the cost of one scenario in one place: a table below that of the scenario.
struct PayerBlock {
  let report: ConsoleReport
  /// Position in the results.
  let scenario: Int
  /// Position in the results, the country included.
  let region: Int

  private var language: Language { report.language }
  private var content: RunContent { report.content }
  private var study: Study { report.study }
  private var results: Results { report.results }
  private var words: PayerWords { PayerWords(report: report) }

  /// Every amount of the table; empty if it is not known who pays.
  var summaries: [Summary] {
    guard results.hasPayers else { return [] }
    return periods.flatMap { period in rows(year: period.year) }
  }

  /// The year of the end state, and the whole horizon if that is more than one year.
  private var periods: [(title: String, year: Int)] {
    let last = (language(nl: "in \(study.lastYear)", en: "in \(study.lastYear)"), study.years - 1)
    return study.years == 1 ? [last] : [last, (report.study.horizon, results.total)]
  }

  /// What each payer pays, followed by the total.
  private func rows(year: Int) -> [Summary] {
    words.payers.map { results.payment($0, scenario: scenario, region: region, year: year) }
      + [results.summary(.delta, scenario: scenario, region: region, year: year)]
  }

  func lines(_ style: AmountStyle) -> [String] {
    guard results.hasPayers else { return [] }
    let labels =
      words.payers.map { Glossary.entry(payer: $0).heading(language) }
      + [language(nl: "Samen (de meerkosten)", en: "Together (the extra cost)")]
    var groups = periods.map { period in
      TextTable.Group(
        "\(style.unit.heading(language)) \(period.title)", report.columns(rows(year: period.year), style: style))
    }
    if let perInhabitant = perInhabitant(style) { groups.append(perInhabitant) }
    let table = TextTable(heading: "", labels: labels, groups: groups)
    return [""] + PlainText.heading(PayerWords.title(language)) + table.lines()
  }

  /// Amounts per inhabitant in the year of the end state; nil if there are no inhabitants.
  private func perInhabitant(_ style: AmountStyle) -> TextTable.Group? {
    let rows = rows(year: study.years - 1)
    guard rows.allSatisfy({ content.perInhabitant($0, region: region) != nil }) else { return nil }
    let mark = Character(UnicodeScalar(style.format.decimalMark))
    func column(_ heading: String, _ figure: (Summary) -> ShownFigure?) -> TextTable.Column {
      let cells = rows.map { figure($0)?.text(unit: 0, decimals: 2, format: style.format) ?? "" }
      return TextTable.Column(heading, cells, .decimal(mark: mark))
    }
    let title = language(nl: "EUR per inwoner in \(study.lastYear)", en: "EUR per inhabitant in \(study.lastYear)")
    let mean = { content.perInhabitant($0, region: region) }
    if content.isCertain { return TextTable.Group(title, [column(language(nl: "bedrag", en: "amount"), mean)]) }
    func percentile(_ heading: String, _ kind: ShownPercentile.Kind) -> [TextTable.Column] {
      let percentiles = rows.map { content.perInhabitant(kind, of: $0, region: region) }
      var errors = TextTable.Column("", percentiles.map { style.errorPerInhabitant($0?.error ?? .nan) }, .left)
      errors.isJoined = true
      return [column(heading) { content.perInhabitant(kind, of: $0, region: region)?.figure }, errors]
    }
    return TextTable.Group(
      title,
      [column(language(nl: "gem.", en: "mean"), mean)] + percentile("P5", .p05) + percentile("P95", .p95))
  }
}
