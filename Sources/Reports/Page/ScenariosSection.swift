import CostEngine

/// The scenarios side by side.
struct ScenariosSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }
  private var positions: [Int] { Array(page.results.selection.scenarios.indices) }

  var section: PageSection? {
    guard positions.count > 1 else { return nil }
    return page.section(
      "scenarios", language(nl: "De scenario's naast elkaar", en: "The scenarios side by side"),
      "<p>\(introduction)</p>\(figure.markup)\(differences)\(terms)")
  }

  private var introduction: String {
    let means = positions.map { page.summary(.delta, $0).mean }
    let order = positions.sorted { (means[$0], $0) < (means[$1], $1) }
    let (least, most) = (order[0], order[order.count - 1])
    func told(_ scenario: Int) -> String { page.text(page.summary(.delta, scenario)) }
    if told(least) == told(most) {
      return language(
        nl: "De scenario's kosten naar verwachting evenveel: \(told(least)) \(page.over).",
        en: "The scenarios are expected to cost the same: \(told(least)) \(page.over).")
    }
    func saved(_ scenario: Int) -> String { euro.magnitude(page.mean(page.summary(.delta, scenario))) }
    if means[most] < 0 {
      return language(
        nl: "Naar verwachting bespaart ‘\(page.scenarioName(least))’ het meest (\(saved(least)) \(page.over)) en "
          + "‘\(page.scenarioName(most))’ het minst (\(saved(most))).",
        en: "‘\(page.scenarioName(least))’ is expected to save most (\(saved(least)) \(page.over)) and "
          + "‘\(page.scenarioName(most))’ least (\(saved(most))).")
    }
    return language(
      nl: "Naar verwachting is ‘\(page.scenarioName(least))’ het voordeligst (\(told(least)) \(page.over)) en "
        + "‘\(page.scenarioName(most))’ het duurst (\(told(most))).",
      en: "‘\(page.scenarioName(least))’ is expected to cost least (\(told(least)) \(page.over)) and "
        + "‘\(page.scenarioName(most))’ most (\(told(most))).")
  }

  private var figure: PageFigure {
    let rows = positions.map { scenario -> IntervalChart.Row in
      let summary = page.summary(.delta, scenario)
      return IntervalChart.Row(
        label: page.scenarioName(scenario), low: summary.p05, mean: summary.mean, high: summary.p95,
        text: page.text(summary),
        tip: page.scenarioName(scenario) + ": " + language(nl: "naar verwachting ", en: "expected ")
          + page.text(summary) + page.bandClause(summary),
        isChosen: scenario == page.opening)
    }
    let title = language(
      nl: "Meerkosten \(page.over): verwachting en marge",
      en: "Extra cost \(page.over): expectation and margin")
    let chart = IntervalChart(
      id: "vergelijk", title: title,
      description: page.intervals(language(nl: "Voor elk scenario", en: "For each scenario")),
      rows: rows, isCertain: page.run.isCertain, language: language)
    return PageFigure(
      chart: chart.chart, table: table,
      note: page.run.isCertain
        ? nil
        : language(
          nl: "Balk: 9 van de 10 gevallen. Streep: de verwachting.", en: "Bar: 9 cases of 10. Mark: the expectation."),
      showsTable: true, language: language)
  }

  private var table: PageTable {
    var columns: [PageTable.Column] = [
      .text("Scenario"),
      .number(
        language(nl: "structureel per jaar (\(page.study.lastYear))", en: "structural a year (\(page.study.lastYear))")),
      .number(language(nl: "incidenteel", en: "incidental")),
    ]
    columns += page.amountColumns.map {
      .number(language(nl: "meerkosten, ", en: "extra cost, ") + $0.title)
    }
    if page.hasFunding {
      columns += [
        .number(language(nl: "nog te dekken", en: "still to be funded")),
        .number(language(nl: "kans dat middelen genoeg zijn", en: "chance that funds are enough")),
      ]
    }
    let rows = positions.map { scenario -> PageTable.Row in
      var cells = [
        page.cell(page.summary(.structural, scenario, year: page.results.years - 1)),
        page.cell(page.summary(.incidental, scenario)),
      ]
      cells += page.cells(page.summary(.delta, scenario))
      if page.hasFunding {
        cells += [page.cell(page.summary(.net, scenario)), .text(page.chanceWithinFunding(scenario))]
      }
      return PageTable.Row(header: "\(page.scenarioName(scenario))", cells: cells)
    }
    return PageTable(
      caption: language(
        nl: "De scenario's, \(page.placeHeading), \(page.horizon)",
        en: "The scenarios, \(page.placeHeading), \(page.horizon)"),
      columns: columns, rows: rows, language: language)
  }

  /// What each scenario is.
  private var terms: Markup {
    let items = positions.map { position -> Markup in
      let scenario = page.study.scenarios[page.results.selection.scenarios[position]]
      let lines = ScenarioLine(study: page.study, scenario: scenario, language: language).lines
      return "<li>\(PlainText.trimmed(lines.map { PlainText.line($0) }.joined(separator: " ")))</li>"
    }
    return """
      <details class="more"><summary>\(language(nl: "Wat houden de scenario's in?", en: "What are the scenarios?"))</summary>\
      <ul>\(items)</ul></details>
      """
  }

  /// What each pair differs.
  private var differences: Markup {
    let results = page.results
    let rows = results.pairs.enumerated().map { position, pair -> PageTable.Row in
      let comparison = results.comparison(pair: position, region: page.place)
      // The dearer one first, so that what is told is what the other one saves.
      let isReversed = comparison.difference.mean < 0
      let (dear, cheap) = isReversed ? (pair.b, pair.a) : (pair.a, pair.b)
      let saving = isReversed ? comparison.difference.negated : comparison.difference
      // Where both cost the same nothing is saved.
      let share = isReversed ? comparison.shareCheaper : comparison.difference.sharePositive
      return PageTable.Row(
        header: "\(page.scenarioName(cheap))",
        cells: [.text(page.scenarioName(dear))] + page.cells(saving)
          + [.text(saving.isConstant && saving.mean == 0 ? "–" : page.probability(share, saving))])
    }
    let columns: [PageTable.Column] =
      [.text(language(nl: "Goedkoper scenario", en: "Cheaper scenario"))]
      + [.text(language(nl: "dan", en: "than"))] + page.amountColumns
      + [.number(language(nl: "kans dat het scheelt", en: "chance that it saves"))]
    let table = PageTable(
      caption: language(
        nl: "Wat de scenario's onderling schelen, \(page.horizon)", en: "What the scenarios differ, \(page.horizon)"),
      columns: columns, rows: rows, language: language)
    return """
      <details class="more"><summary>\(language(nl: "Wat schelen de scenario's onderling?", en: "What do the scenarios differ?"))\
      </summary>\(table.markup)</details>
      """
  }
}

extension Summary {
  /// Of the amount with its sign turned: its mean and percentiles. Its upper tail and its share above zero cannot be told.
  var negated: Summary {
    Summary(
      mean: -mean, standardError: standardError, standardDeviation: standardDeviation,
      percentiles: percentiles.reversed().map { -$0 }, cvar95: .nan, sharePositive: .nan)
  }
}
