import CostEngine

/// Who pays.
struct PayersSection {
  let page: ReportPage

  private var language: Language { page.language }

  var section: PageSection? {
    let title = PayerWords.title(language)
    guard page.results.hasPayers, let key = page.study.municipalKey else {
      let text =
        PayerWords(report: ConsoleReport(content: page.run, language: language)).reasonMissing
        ?? (page.hasFunding
          ? language(
            nl: "De studie zegt bij de middelen niet van wie ze zijn (kolom betaler in funding.csv). Daarom is niet "
              + "te zeggen wie wat betaalt.",
            en: "The study does not say whose the funds are (column payer in funding.csv). So who pays what cannot "
              + "be told.")
          : language(
            nl: "De studie noemt geen middelen en zegt niet wie betaalt (instelling gemeentelijke_verdeelsleutel).",
            en: "The study names no funds and does not say who pays (setting municipal_key)."))
      return page.section("betaler", title, "<p>\(text)</p>")
    }
    let words = ConsoleReport(content: page.run, language: language)
    let payers = PayerWords(report: words).payers
    return page.section(
      "betaler", title,
      page.eachScenario { scenario in
        "<p>\(introduction(scenario, payers, key))</p>\(figure(scenario, payers).markup)"
      })
  }

  private func payment(_ payer: Payer, _ scenario: Int, year: Int? = nil) -> Summary {
    page.results.payment(payer, scenario: scenario, region: page.place, year: year ?? page.results.total)
  }

  private func name(_ payer: Payer) -> String { Glossary.entry(payer: payer).heading(language) }

  private func introduction(_ scenario: Int, _ payers: [Payer], _ key: MunicipalKey) -> String {
    let last = page.results.years - 1
    let parts = payers.map { payer in
      Glossary.entry(payer: payer).name(language) + " " + page.text(payment(payer, scenario, year: last))
    }
    let list =
      parts.count == 1
      ? parts[0]
      : parts.dropLast().joined(separator: ", ") + language(nl: " en ", en: " and ") + parts[parts.count - 1]
    let rest = PayerWords.rest(key, language)
    return language(
      nl: "In \(page.study.lastYear) betalen naar verwachting: \(list). Daarbij geldt: \(rest).",
      en: "In \(page.study.lastYear) the expected payers are: \(list). Here \(rest).")
  }

  private func figure(_ scenario: Int, _ payers: [Payer]) -> PageFigure {
    let last = page.results.years - 1
    let year = page.study.lastYear
    let title = language(nl: "Wie betaalt de meerkosten in \(year)?", en: "Who pays the extra cost in \(year)?")
    let rows = payers.map { payer -> IntervalChart.Row in
      let summary = payment(payer, scenario, year: last)
      return IntervalChart.Row(
        label: name(payer), low: summary.p05, mean: summary.mean, high: summary.p95, text: page.text(summary),
        tip: name(payer) + ": " + page.text(summary) + page.bandClause(summary), isChosen: false)
    }
    let chart = IntervalChart(
      id: "betaler-\(scenario)", title: title,
      description: page.intervals(language(nl: "Voor elke betaler", en: "For each payer")),
      rows: rows, isCertain: page.run.isCertain, language: language)
    let population = page.run.population(region: page.place)
    var columns: [PageTable.Column] = [.text(language(nl: "Betaler", en: "Payer"))]
    columns += page.amountColumns.map { .number("\(year), " + $0.title) }
    columns += [.number(language(nl: "\(year), per inwoner", en: "\(year), for each inhabitant"))]
    columns += page.amountColumns.map { .number("\(page.horizon), " + $0.title) }
    func cells(_ yearly: Summary, _ all: Summary) -> [PageTable.Cell] {
      let each = page.run.perInhabitant(yearly, region: page.place).map { page.cell($0) } ?? .text("–")
      return page.cells(yearly) + [population > 0 ? each : .text("–")] + page.cells(all)
    }
    var tableRows = payers.map { payer in
      PageTable.Row(
        header: "\(name(payer))", cells: cells(payment(payer, scenario, year: last), payment(payer, scenario)))
    }
    tableRows.append(
      PageTable.Row(
        header: "\(language(nl: "Samen (de meerkosten)", en: "Together (the extra cost)"))",
        cells: cells(page.summary(.delta, scenario, year: last), page.summary(.delta, scenario)), isTotal: true))
    return PageFigure(
      chart: chart.chart,
      table: PageTable(caption: title, columns: columns, rows: tableRows, language: language),
      note: language(
        nl: "Een bedrag onder nul: er zijn dan meer middelen dan meerkosten, en dat voordeel is voor deze betaler.",
        en: "An amount below zero: then there are more funds than extra cost, and that benefit is this payer's."),
      showsTable: true, language: language)
  }
}
