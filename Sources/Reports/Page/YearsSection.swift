import CostEngine
import Terms

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
    let first = page.study.firstYear
    let last = years.count - 1
    let expected = page.run.isCertain ? "" : language(nl: "naar verwachting ", en: "expected to be ")
    if years.contains(where: { $0.mean < 0 }) {
      func compared(_ year: Int) -> String {
        let amount = page.euro.magnitude(page.mean(years[year]))
        return years[year].mean < 0
          ? language(nl: "\(amount) minder", en: "\(amount) less")
          : language(nl: "\(amount) meer", en: "\(amount) more")
      }
      let end =
        last == 0
        ? "" : language(nl: " en in \(first + last) \(compared(last))", en: " and \(compared(last)) in \(first + last)")
      return language(
        nl: "De kosten zijn in \(first) \(expected)\(compared(0)) dan nu\(end).",
        en: "The cost is \(expected)\(compared(0)) than today in \(first)\(end).")
    }
    guard let peak = years.indices.max(by: { (years[$0].mean, -$0) < (years[$1].mean, -$1) }), years.count > 1 else {
      return language(
        nl: "De meerkosten in \(page.horizon) zijn \(expected)\(page.text(years[0])).",
        en: "The extra cost in \(page.horizon) is \(expected)\(page.text(years[0])).")
    }
    let start = language(
      nl: "De meerkosten zijn in \(first) \(expected)\(page.text(years[0]))",
      en: "The extra cost is \(expected)\(page.text(years[0])) in \(first)")
    let end = language(
      nl: " en in \(first + last) \(page.text(years[last])).", en: " and \(page.text(years[last])) in \(first + last).")
    if peak == last || peak == 0 { return start + end }
    return start
      + language(
        nl: ", het hoogst in \(first + peak) (\(page.text(years[peak])))",
        en: ", highest in \(first + peak) (\(page.text(years[peak])))") + end
  }

  /// The name of a place within a title.
  private func name(of place: Int) -> String {
    let isAll = page.results.includesNational && place == page.results.national
    return isAll && page.results.selection.regions.count > 1
      ? WholeName.text(page.study, language: language) : page.placeName(place)
  }

  /// Whether it is known where half of the cases lie.
  private var hasInner: Bool { page.gaps.tells(.p25) && page.gaps.tells(.p75) }

  /// The fan chart of a place.
  func figure(_ scenario: Int, place: Int, id: String, isSmall: Bool = false) -> PageFigure {
    let study = page.study
    let title = language(
      nl: "Meerkosten per jaar, \(name(of: place))", en: "Extra cost by year, \(name(of: place))")
    let years = (0..<page.results.years).map { year -> FanChart.Year in
      let summary = page.summary(.delta, scenario, year: year, place: place)
      let median = page.euro.text(page.figure(summary.p50, of: summary))
      let tip =
        page.isExact(summary)
        ? "\(study.firstYear + year): \(page.text(summary))"
        : "\(study.firstYear + year): " + language(nl: "mediaan ", en: "median ") + median + "; "
          + (page.band(summary) ?? "")
      return FanChart.Year(
        year: study.firstYear + year, p05: summary.p05, p25: hasInner ? summary.p25 : nil, p50: summary.p50,
        p75: hasInner ? summary.p75 : nil, p95: summary.p95, tip: tip)
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
        : hasInner
          ? language(
            nl: "Brede band: 9 van de 10 gevallen (P5 tot P95). Smalle band: de helft van de gevallen.",
            en: "Wide band: 9 cases of 10 (P5 to P95). Narrow band: half of the cases.")
          : language(nl: "Band: 9 van de 10 gevallen (P5 tot P95).", en: "Band: 9 cases of 10 (P5 to P95)."),
      language: language)
  }

  private func description(isSmall: Bool, hasFunding: Bool) -> String {
    let funding =
      hasFunding ? language(nl: " Gestreept: de verwachte middelen.", en: " Dashed: the expected funding.") : ""
    if page.run.isCertain {
      return language(
        nl: "Een lijn door de meerkosten van elk jaar.", en: "A line through the extra cost of each year.")
        + funding
    }
    if isSmall { return language(nl: "Mediaan met marge, jaar voor jaar.", en: "Median with margin, year by year.") }
    guard hasInner else {
      return language(
        nl: "Een lijn door de medianen van \(page.horizon), met een band voor 9 van de 10 gevallen.",
        en: "A line through the medians of \(page.horizon), with a band for 9 cases of 10.") + funding
    }
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
    let hasQuarters = hasParts && hasInner
    if !page.run.isCertain {
      // The percentiles drawn between P5 and P95.
      let drawn = [language(nl: "mediaan (P50)", en: "median (P50)")]
      columns.insert(
        contentsOf: (hasQuarters ? ["P25"] + drawn + ["P75"] : drawn).map { .number($0) }, at: columns.count - 1)
    }
    if hasParts {
      columns += [
        .number(language(nl: "waarvan structureel", en: "of which structural")),
        .number(language(nl: "waarvan incidenteel", en: "of which incidental")),
      ]
      if page.hasFunding { columns.append(.number(language(nl: "middelen", en: "funding"))) }
    }
    let years = page.results.years
    let rows = (0...years).map { year -> PageTable.Row in
      let delta = page.summary(.delta, scenario, year: year, place: place)
      var cells = page.cells(delta)
      if !page.run.isCertain {
        let drawn = hasQuarters ? [delta.p25, delta.p50, delta.p75] : [delta.p50]
        cells.insert(
          contentsOf: drawn.map { page.cell(page.figure($0, of: delta)) }, at: cells.count - 1)
      }
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
