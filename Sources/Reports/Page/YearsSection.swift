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
    let peak = years.indices.max { (years[$0].mean, -$0) < (years[$1].mean, -$1) } ?? 0
    // In one unit.
    let means = years.map(page.mean)
    let style = AmountColumn([means[0], means[peak], means[last]])
    func text(_ year: Int) -> String { page.euro.text(style(means[year])) }
    let expected = page.run.isCertain ? "" : language(nl: "naar verwachting ", en: "expected to be ")
    if years.contains(where: { $0.mean < 0 }) {
      func compared(_ year: Int) -> String {
        let amount = page.euro.magnitude(style(means[year]))
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
    guard years.count > 1 else {
      return language(
        nl: "De meerkosten in \(page.horizon) zijn \(expected)\(text(0)).",
        en: "The extra cost in \(page.horizon) is \(expected)\(text(0)).")
    }
    let start = language(
      nl: "De meerkosten zijn in \(first) \(expected)\(text(0))",
      en: "The extra cost is \(expected)\(text(0)) in \(first)")
    let end = language(
      nl: " en in \(first + last) \(text(last)).", en: " and \(text(last)) in \(first + last).")
    if peak == last || peak == 0 { return start + end }
    return start
      + language(
        nl: ", het hoogst in \(first + peak) (\(text(peak)))", en: ", highest in \(first + peak) (\(text(peak)))") + end
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
      let tip = "\(study.firstYear + year): \(page.expected)\(page.text(summary))\(page.bandClause(summary))"
      return FanChart.Year(
        year: study.firstYear + year, p05: summary.p05, p25: hasInner ? summary.p25 : nil,
        p75: hasInner ? summary.p75 : nil, p95: summary.p95, mean: summary.mean, tip: tip)
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
      note: note(scenario, place: place, isSmall: isSmall),
      language: language)
  }

  /// What is drawn, and how the years of the table sum to its total; nil if there is nothing to say.
  private func note(_ scenario: Int, place: Int, isSmall: Bool) -> String? {
    let bands =
      hasInner
      ? language(
        nl:
          "Lijn: de verwachting. Brede band: 9 van de 10 gevallen (P5 tot P95). Smalle band: de helft van de gevallen.",
        en: "Line: the expectation. Wide band: 9 cases of 10 (P5 to P95). Narrow band: half of the cases.")
      : language(
        nl: "Lijn: de verwachting. Band: 9 van de 10 gevallen (P5 tot P95).",
        en: "Line: the expectation. Band: 9 cases of 10 (P5 to P95).")
    let sentences = [page.run.isCertain || isSmall ? nil : bands, rounding(scenario, place: place)].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private func description(isSmall: Bool, hasFunding: Bool) -> String {
    let funding =
      hasFunding ? language(nl: " Gestreept: de verwachte middelen.", en: " Dashed: the expected funding.") : ""
    if page.run.isCertain {
      return language(
        nl: "Een lijn door de meerkosten van elk jaar.", en: "A line through the extra cost of each year.")
        + funding
    }
    if isSmall {
      return language(nl: "Verwachting met marge, jaar voor jaar.", en: "Expectation with margin, year by year.")
    }
    guard hasInner else {
      return language(
        nl: "Een lijn door de verwachte meerkosten van \(page.horizon), met een band voor 9 van de 10 gevallen.",
        en: "A line through the expected extra cost of \(page.horizon), with a band for 9 cases of 10.") + funding
    }
    return language(
      nl:
        "Een lijn door de verwachte meerkosten van \(page.horizon), met een smalle band voor de helft van de gevallen en een "
        + "brede band voor 9 van de 10 gevallen.",
      en:
        "A line through the expected extra cost of \(page.horizon), with a narrow band for half of the cases and a wide band "
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
    let amounts = amounts(scenario, place: place)
    let years = page.results.years
    let rows = (0...years).map { year -> PageTable.Row in
      let delta = page.summary(.delta, scenario, year: year, place: place)
      let sums = sums(amounts, scenario, year: year, place: place)
      var cells = [amounts.cell(sums[0].steps, of: sums[0].amount)]
      if !page.run.isCertain {
        let drawn = page.figures(delta, between: hasQuarters ? [25, 50, 75] : [50]).dropFirst()
        cells += drawn.map { page.cell(amounts.beside($0)) }
      }
      if hasParts { cells += sums.dropFirst().map { amounts.cell($0.steps, of: $0.amount) } }
      let header: Markup =
        year == years ? "\(language(nl: "Totaal", en: "Total"))" : "\(page.study.firstYear + year)"
      return PageTable.Row(header: header, cells: cells, isTotal: year == years)
    }
    return PageTable(caption: title, columns: columns, rows: rows, language: language)
  }

  /// The expected amounts of all years and of their total.
  private func amounts(_ scenario: Int, place: Int) -> SummedAmounts {
    SummedAmounts(
      (0...page.results.years).map { page.run.mean(page.summary(.delta, scenario, year: $0, place: place)) },
      language: language)
  }

  /// The amounts of a year that are sums over years, as shown: extra cost, of which structural and incidental; funding.
  private func sums(
    _ amounts: SummedAmounts, _ scenario: Int, year: Int, place: Int
  ) -> [(steps: Int64, amount: Double)] {
    func mean(_ quantity: ReportedQuantity) -> Double {
      page.summary(quantity, scenario, year: year, place: place).mean
    }
    let delta = amounts.steps(mean(.delta))
    let kinds = [mean(.structural), mean(.incidental)]
    let parts = zip(amounts.parts(kinds, sum: delta), kinds).map { (steps: $0, amount: $1) }
    let funding = page.hasFunding ? [(steps: amounts.steps(mean(.funding)), amount: mean(.funding))] : []
    return [(steps: delta, amount: mean(.delta))] + parts + funding
  }

  /// A remark if the years as shown do not sum to the total; nil if they do.
  private func rounding(_ scenario: Int, place: Int) -> String? {
    let amounts = amounts(scenario, place: place)
    let rows = (0...page.results.years).map { sums(amounts, scenario, year: $0, place: place).map { $0.steps } }
    let columns = place == page.place ? rows[0].indices : 0..<1
    let isSum = columns.allSatisfy { column in
      rows.dropLast().reduce(0) { $0 + $1[column] } == rows[rows.count - 1][column]
    }
    return isSum
      ? nil
      : language(
        nl: "Het totaal is dat van de onafgeronde bedragen: de getoonde jaren tellen daardoor niet precies op.",
        en: "The total is that of the amounts before rounding: so the years shown do not sum to it exactly.")
  }
}
