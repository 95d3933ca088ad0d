import CostEngine

/// Costs by year, in which the phase-in (*ingroeimodel*) shows.
struct YearsSection {
  let page: ReportPage

  private var language: Language { page.language }

  var section: PageSection? {
    page.section(
      "jaren", language(nl: "Kosten per jaar", en: "Costs by year"),
      page.eachScenario { scenario in
        "<p>\(introduction(scenario))</p>\(figure(scenario, place: page.place, id: "jaren-\(scenario)").markup)"
      })
  }

  private func introduction(_ scenario: Int) -> String {
    let years = (0..<page.results.years).map { page.summary(.delta, scenario, year: $0) }
    guard let peak = years.indices.max(by: { (years[$0].mean, -$0) < (years[$1].mean, -$1) }), years.count > 1 else {
      return language(nl: "De meerkosten in \(page.horizon).", en: "The extra cost in \(page.horizon).")
    }
    let last = years.count - 1
    let first = page.study.firstYear
    let start = language(
      nl: "De meerkosten zijn in \(first) naar verwachting \(page.text(years[0]))",
      en: "The extra cost is expected to be \(page.text(years[0])) in \(first)")
    let end = language(
      nl: " en in \(first + last) \(page.text(years[last])).", en: " and \(page.text(years[last])) in \(first + last).")
    if peak == last || peak == 0 { return start + end }
    return start
      + language(
        nl: ", het hoogst in \(first + peak) (\(page.text(years[peak])))",
        en: ", highest in \(first + peak) (\(page.text(years[peak])))") + end
  }

  /// The fan chart of a place.
  func figure(_ scenario: Int, place: Int, id: String, isSmall: Bool = false) -> PageFigure {
    let study = page.study
    let title = language(
      nl: "Meerkosten per jaar, \(page.placeName(place))", en: "Extra cost by year, \(page.placeName(place))")
    let years = (0..<page.results.years).map { year -> FanChart.Year in
      let summary = page.summary(.delta, scenario, year: year, place: place)
      let median = page.euro.text(page.figure(summary.p50, of: summary))
      let tip =
        page.isExact(summary)
        ? "\(study.firstYear + year): \(page.text(summary))"
        : "\(study.firstYear + year): " + language(nl: "mediaan ", en: "median ") + median + "; "
          + (page.band(summary) ?? "")
      return FanChart.Year(
        year: study.firstYear + year, p05: summary.p05, p25: summary.p25, p50: summary.p50, p75: summary.p75,
        p95: summary.p95, tip: tip)
    }
    let funding =
      page.hasFunding
      ? (0..<page.results.years).map { page.summary(.funding, scenario, year: $0, place: place).mean } : []
    let chart = FanChart(
      id: id, title: title,
      description: description(isSmall: isSmall, hasFunding: !funding.isEmpty),
      years: years, funding: funding.contains { $0 != 0 } ? funding : [], isCertain: page.run.isCertain,
      isSmall: isSmall, language: language)
    return PageFigure(
      chart: chart.chart, table: table(scenario, place: place, title: title),
      note: page.run.isCertain || isSmall
        ? nil
        : language(
          nl: "Brede band: 9 van de 10 gevallen (P5 tot P95). Smalle band: de helft van de gevallen.",
          en: "Wide band: 9 cases of 10 (P5 to P95). Narrow band: half of the cases."),
      language: language)
  }

  private func description(isSmall: Bool, hasFunding: Bool) -> String {
    let funding =
      hasFunding ? language(nl: " Gestreept: de verwachte dekking.", en: " Dashed: the expected funding.") : ""
    if page.run.isCertain {
      return language(
        nl: "Een lijn door de meerkosten van elk jaar.", en: "A line through the extra cost of each year.")
        + funding
    }
    if isSmall { return language(nl: "Mediaan met marge, jaar voor jaar.", en: "Median with margin, year by year.") }
    return language(
      nl: "Een lijn door de medianen van \(page.horizon), met een smalle band voor de helft van de gevallen en een "
        + "brede band voor 9 van de 10 gevallen.",
      en: "A line through the medians of \(page.horizon), with a narrow band for half of the cases and a wide band "
        + "for 9 cases of 10.") + funding
  }

  private func table(_ scenario: Int, place: Int, title: String) -> PageTable {
    var columns: [PageTable.Column] = [.text(language(nl: "Jaar", en: "Year"))]
    columns += page.amountColumns
    let hasParts = place == page.place
    if hasParts {
      columns += [
        .number(language(nl: "waarvan structureel", en: "of which structural")),
        .number(language(nl: "waarvan incidenteel", en: "of which incidental")),
      ]
      if page.hasFunding { columns.append(.number(language(nl: "dekking", en: "funding"))) }
    }
    let years = page.results.years
    let rows = (0...years).map { year -> PageTable.Row in
      var cells = page.cells(page.summary(.delta, scenario, year: year, place: place))
      if hasParts {
        cells += [
          page.cell(page.summary(.structural, scenario, year: year, place: place)),
          page.cell(page.summary(.incidental, scenario, year: year, place: place)),
        ]
        if page.hasFunding { cells.append(page.cell(page.summary(.funding, scenario, year: year, place: place))) }
      }
      let header: Markup =
        year == years ? "\(language(nl: "Totaal", en: "Total"))" : "\(page.study.firstYear + year)"
      return PageTable.Row(header: header, cells: cells, isTotal: year == years)
    }
    return PageTable(caption: title, columns: columns, rows: rows, language: language)
  }
}
