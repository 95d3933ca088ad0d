import CostEngine
import Terms

/// The text of `waterlijn compare` for results whose study is not available.
public struct ResultsComparisonReport {
  private let comparison: ResultsComparison
  private let language: Language

  /// - Parameter bridged: codes of the regions whose difference is broken down; empty for the country.
  /// - Returns: lines that end with a line feed.
  public static func text(_ comparison: ResultsComparison, bridged: [String], language: Language) -> String {
    let report = ResultsComparisonReport(comparison: comparison, language: language)
    let regions = bridged.isEmpty ? [report.whole].compactMap { $0 } : bridged
    return PlainText.text(
      report.introduction + report.byYear + report.byRegion + regions.flatMap(report.byLine) + report.files)
  }

  private var introduction: [String] {
    let (a, b) = (comparison.a, comparison.b)
    func side(_ side: ResultsComparison.Side) -> String {
      let draws = NumberFormat.people(language).count(side.draws)
      return PlainText.line(
        "\(side.folder): \(side.title), scenario \(side.scenario), \(Study.horizon(side.firstYear, side.lastYear)), ")
        + language(
          nl: "\(draws) trekkingen (\(SamplerText.name(side.sampler).dutch)), startwaarde \(side.seed)",
          en: "\(draws) draws (\(SamplerText.name(side.sampler).english)), seed \(side.seed)")
    }
    let quantity = Glossary.entry(comparison.quantity).name(language)
    var lines = PlainText.heading(
      language(nl: "Twee uitkomsten vergeleken", en: "Two sets of results compared"), underline: "=")
    lines += [""]
    lines += PlainText.wrapped(
      language(
        nl: "De tabellen zijn vergeleken zoals ze er staan. Verschil is steeds B min A. Het bedrag is: \(quantity).",
        en: "The tables are compared as they stand. A difference is always B less A. The amount is: \(quantity)."))
    lines += [""] + PlainText.definitions([("A", side(a)), ("B", side(b))])
    for reason in comparison.reasons { lines += [""] + PlainText.wrapped(PlainText.line(reason(language))) }
    return lines
  }

  /// The country, or the only region.
  private var whole: String? {
    let regions = comparison.rows.reduce(into: [String]()) { if !$0.contains($1.region) { $0.append($1.region) } }
    return regions.contains(ResultsCSV.nationalCode)
      ? ResultsCSV.nationalCode : regions.count == 1 ? regions[0] : nil
  }

  private var byYear: [String] {
    guard let whole else { return [] }
    return table(
      PlainText.line(language(nl: "Verschil per jaar, \(whole)", en: "Difference by year, \(whole)")),
      heading: Glossary.entry(.year).heading(language), comparison.rows.filter { $0.region == whole }
    ) { $0.year == ResultsCSV.totalYear ? Glossary.entry(.total).name(language) : $0.year }
  }

  private var byRegion: [String] {
    let rows = comparison.rows.filter { $0.year == ResultsCSV.totalYear }
    guard rows.count > 1 else { return [] }
    return table(
      language(nl: "Verschil per regio, alle jaren", en: "Difference by region, all years"),
      heading: Glossary.entry(.region).heading(language), rows
    ) { PlainText.line($0.region) }
  }

  private func table(
    _ title: String, heading: String, _ rows: [ResultsComparison.ComparedPeriod],
    label: (ResultsComparison.ComparedPeriod) -> String
  ) -> [String] {
    let differences = rows.map { figure($0.b.mean - $0.a.mean, $0.standardError) }
    let means = rows.map { (figure($0.a.mean, $0.a.standardError), figure($0.b.mean, $0.b.standardError)) }
    let tails = rows.map { row in
      [row.b.p05 - row.a.p05, row.b.p50 - row.a.p50, row.b.p95 - row.a.p95].map {
        // A percentile in the tail has about four times the standard error of a mean: 2.11 sd / sqrt(n).
        figure($0, row.standardError > 0 ? max(4 * row.standardError, 0.0005 * row.b.p95.magnitude) : 0)
      }
    }
    let style = AmountStyle(differences + means.flatMap { [$0.0, $0.1] } + tails.flatMap { $0 }, language: language)
    let mark = Character(UnicodeScalar(style.format.decimalMark))
    func column(_ heading: String, _ figures: [ShownFigure]) -> TextTable.Column {
      TextTable.Column(heading, figures.map(style.cell), .decimal(mark: mark))
    }
    let mean = language(nl: "gem.", en: "mean")
    let errors = rows.map { row in
      ShownFigure(row.standardError, error: row.standardError / 10, finest: 0)
        .text(unit: style.unit.exponent, decimals: style.unit.decimals + 2, format: style.format)
    }
    let table = TextTable(
      heading: heading, labels: rows.map(label),
      groups: [
        TextTable.Group("A", [column(mean, means.map { $0.0 })]),
        TextTable.Group("B", [column(mean, means.map { $0.1 })]),
        TextTable.Group(
          language(nl: "verschil", en: "difference"),
          [
            column(mean, differences),
            TextTable.Column(language(nl: "fout", en: "error"), errors, .decimal(mark: mark)),
          ]),
        TextTable.Group(
          language(nl: "B min A van", en: "B less A of"),
          [
            column("P5", tails.map { $0[0] }), column("P50", tails.map { $0[1] }),
            column("P95", tails.map { $0[2] }),
          ]),
      ])
    return [""] + PlainText.heading("\(title) (\(style.unit.heading(language)))") + table.lines()
  }

  private func figure(_ value: Double, _ error: Double) -> ShownFigure {
    error > 0 ? ShownFigure(value, error: error, finest: 0) : ShownFigure(exact: value)
  }

  private func byLine(_ region: String) -> [String] {
    guard let row = comparison.rows.last(where: { $0.region == region && $0.year == ResultsCSV.totalYear }) else {
      return []
    }
    guard !row.parts.isEmpty else {
      return [""]
        + PlainText.wrapped(
          language(
            nl: "Deze grootheid is geen som van kostenregels; die verdeling ontbreekt daarom.",
            en: "This quantity is no sum of cost lines; so there is no division by them."))
    }
    let whole = row.whole(unit: 1)
    let format = NumberFormat.people(language)
    let shown = row.parts.indices.filter { row.parts[$0].a != 0 || row.parts[$0].b != 0 || whole.parts[$0] != 0 }
    func column(_ heading: String, _ numbers: [Double]) -> TextTable.Column {
      TextTable.Column(heading, numbers.map { format.fixed($0, decimals: 0) }, .right)
    }
    let table = TextTable(
      heading: "",
      labels: shown.map { QuantityPart.name(id: row.parts[$0].id, language) }
        + [Glossary.entry(.total).heading(language)],
      groups: [
        TextTable.Group("", [column("A", shown.map { row.parts[$0].a } + [row.a.mean])]),
        TextTable.Group("", [column("B", shown.map { row.parts[$0].b } + [row.b.mean])]),
        TextTable.Group(
          "",
          [
            column(
              language(nl: "verschil", en: "difference"),
              (shown.map { whole.parts[$0] } + [whole.sum]).map { Double($0) })
          ]),
      ])
    return [""]
      + PlainText.heading(
        PlainText.line(
          language(
            nl: "In welke kostenregels zit het verschil? \(region), alle jaren (EUR)",
            en: "Which cost lines hold the difference? \(region), all years (EUR)")))
      + PlainText.wrapped(
        language(
          nl: "Gemiddelden; de verschillen zijn zo afgerond dat zij optellen.",
          en: "Means; the differences are rounded so that they add up."))
      + [""] + table.lines()
  }

  private var files: [String] {
    let title = PlainText.heading(language(nl: "Welke bestanden verschillen?", en: "Which files differ?"))
    if comparison.files.isEmpty {
      return [""] + title
        + [
          language(
            nl: "Geen: A en B zijn met dezelfde bestanden berekend.",
            en: "None: A and B were computed from the same files.")
        ]
    }
    return [""] + title
      + PlainText.definitions(comparison.files.map { (PlainText.line($0.name), $0.difference.text(language)) })
  }
}
