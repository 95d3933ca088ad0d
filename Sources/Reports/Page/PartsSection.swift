import CostEngine

/// Costs and savings apart; own staff time and spending apart.
struct PartsSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }

  var section: PageSection? {
    page.section(
      "delen", language(nl: "Kosten en besparingen, uren en uitgaven", en: "Costs and savings, hours and spending"),
      page.eachScenario { scenario in "<p>\(introduction(scenario))</p>\(figure(scenario).markup)" })
  }

  /// What rises and what falls: the lines of all years, each by its own sign.
  private func apart(_ scenario: Int) -> (up: Double, down: Double) {
    var (up, down) = (0.0, 0.0)
    for line in CostLine.allCases {
      for year in 0..<page.results.years {
        let mean = page.results.mean(of: line, scenario: scenario, region: page.place, year: year)
        if mean > 0 { up += mean } else { down += mean }
      }
    }
    return (up, down)
  }

  private func introduction(_ scenario: Int) -> String {
    let (up, down) = apart(scenario)
    let lines = LinesSection(page: page)
    let staff = page.summary(.staffTime, scenario)
    let spending = page.summary(.outOfPocket, scenario)
    let first =
      down == 0
      ? language(
        nl: "Geen enkele kostenregel daalt: dit scenario kent kosten, geen besparingen.",
        en: "No cost line falls: this scenario has costs, no savings.")
      : language(
        nl: "De regels die stijgen kosten samen \(euro.text(lines.shown(up, scenario))), de regels die dalen besparen "
          + "\(euro.magnitude(lines.shown(down, scenario))).",
        en: "The lines that rise cost \(euro.text(lines.shown(up, scenario))) together, the lines that fall save "
          + "\(euro.magnitude(lines.shown(down, scenario))).")
    return first
      + language(
        nl:
          " Van de meerkosten is \(page.text(staff)) eigen werktijd: uren van mensen die al in dienst zijn, geen "
          + "geld dat de deur "
          + "uitgaat. \(page.text(spending)) moet echt worden betaald.",
        en:
          " Of the extra cost \(page.text(staff)) is own working time: hours of people already employed, no money "
          + "that leaves "
          + "the organisation. \(page.text(spending)) must really be paid.")
  }

  private func figure(_ scenario: Int) -> PageFigure {
    let title = language(
      nl: "Eigen uren en uitgaven over \(page.horizon)", en: "Own hours and spending over \(page.horizon)")
    let parts: [ReportedQuantity] = [.staffTime, .outOfPocket]
    let rows = parts.map { quantity -> IntervalChart.Row in
      let summary = page.summary(quantity, scenario)
      let name =
        quantity == .staffTime
        ? language(nl: "Eigen werktijd (in natura)", en: "Own staff time (in kind)")
        : language(nl: "Uitgaven (out of pocket)", en: "Spending (out of pocket)")
      return IntervalChart.Row(
        label: name, low: summary.p05, mean: summary.mean, high: summary.p95, text: page.text(summary),
        tip: name + ": " + page.text(summary) + page.bandClause(summary), isChosen: false)
    }
    let chart = IntervalChart(
      id: "delen-\(scenario)", title: title,
      description: page.intervals(
        language(nl: "Voor de eigen werktijd en voor de uitgaven", en: "For own staff time and for spending")),
      rows: rows, isCertain: page.run.isCertain, language: language)
    return PageFigure(chart: chart.chart, table: table(scenario), note: nil, showsTable: true, language: language)
  }

  private func table(_ scenario: Int) -> PageTable {
    let (up, down) = apart(scenario)
    let lines = LinesSection(page: page)
    let blanks = [PageTable.Cell](repeating: .empty, count: page.amountColumns.count - 1)
    let delta = page.summary(.delta, scenario)
    return PageTable(
      caption: language(
        nl: "Delen van de meerkosten over \(page.horizon)", en: "Parts of the extra cost over \(page.horizon)"),
      columns: [.text(language(nl: "Deel", en: "Part"))] + page.amountColumns,
      rows: [
        PageTable.Row(
          header: "\(language(nl: "Regels die stijgen (kosten)", en: "Lines that rise (costs)"))",
          cells: [page.cell(lines.shown(up, scenario))] + blanks),
        PageTable.Row(
          header: "\(language(nl: "Regels die dalen (besparingen)", en: "Lines that fall (savings)"))",
          cells: [page.cell(lines.shown(down, scenario))] + blanks),
        PageTable.Row(
          header: "\(Glossary.entry(.delta).heading(language))", cells: page.cells(delta), isTotal: true),
        PageTable.Row(
          header: "\(language(nl: "waarvan eigen werktijd", en: "of which own staff time"))",
          cells: page.cells(page.summary(.staffTime, scenario)), isPart: true),
        PageTable.Row(
          header: "\(language(nl: "waarvan uitgaven", en: "of which spending"))",
          cells: page.cells(page.summary(.outOfPocket, scenario)), isPart: true),
      ], language: language)
  }
}
