import CostEngine
import Terms

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
    [total, structural, undecided].compactMap { $0 }.joined(separator: " ")
  }

  /// The cheapest and the most expensive over the whole horizon.
  private var total: String {
    let summaries = positions.map { page.summary(.delta, $0) }
    let (least, most) = extremes(summaries)
    let style = AmountColumn(summaries.map(page.mean))
    func told(_ scenario: Int) -> String { euro.savingOrCost(style(page.mean(summaries[scenario]))) }
    func name(_ scenario: Int) -> String { "‘\(page.scenarioName(scenario))’" }
    if told(least) == told(most) {
      return language(
        nl: "De scenario's kosten \(page.expected)evenveel: \(told(least)) \(page.over).",
        en:
          "The scenarios \(page.run.isCertain ? "cost" : "are expected to cost") the same: \(told(least)) \(page.over)."
      )
    }
    if summaries[most].mean < 0 {
      func saved(_ scenario: Int) -> String { euro.magnitude(style(page.mean(summaries[scenario]))) }
      return language(
        nl: expected("bespaart", name(least)) + " het meest (\(saved(least)) \(page.over)) en \(name(most)) het minst "
          + "(\(saved(most))).",
        en:
          "\(name(least)) \(page.run.isCertain ? "saves" : "is expected to save") most (\(saved(least)) \(page.over)) "
          + "and \(name(most)) least (\(saved(most))).")
    }
    return language(
      nl: expected("is", name(least)) + " het voordeligst (\(told(least)) \(page.over)) en \(name(most)) het duurst "
        + "(\(told(most))).",
      en: "\(name(least)) \(page.run.isCertain ? "costs" : "is expected to cost") least (\(told(least)) \(page.over)) "
        + "and \(name(most)) most (\(told(most))).")
  }

  /// The beginning of a Dutch sentence: after `Naar verwachting` the verb comes first.
  private func expected(_ verb: String, _ subject: String) -> String {
    page.run.isCertain ? "\(subject) \(verb)" : "Naar verwachting \(verb) \(subject)"
  }

  /// The annual cost in the end state: scenarios may differ only in when costs begin.
  private var structural: String {
    let summaries = positions.map { page.summary(.structural, $0, year: page.run.endState) }
    let (least, most) = extremes(summaries)
    let style = AmountColumn(summaries.map(page.mean))
    func told(_ scenario: Int) -> String { euro.savingOrCost(style(page.mean(summaries[scenario]))) }
    let inEnd = Bilingual(same: page.run.inEndState(language)).capitalised(language)
    if told(least) == told(most) {
      return language(
        nl: "\(inEnd) is er geen verschil: structureel \(told(least)) per jaar.",
        en: "\(inEnd) there is no difference: structurally \(told(least)) a year.")
    }
    return language(
      nl:
        "\(inEnd) loopt het structurele bedrag uiteen van \(told(least)) tot \(told(most)) per jaar.",
      en: "\(inEnd) the structural amount ranges from \(told(least)) to \(told(most)) a year.")
  }

  private func extremes(_ summaries: [Summary]) -> (least: Int, most: Int) {
    let order = positions.sorted { (summaries[$0].mean, $0) < (summaries[$1].mean, $1) }
    return (order[0], order[order.count - 1])
  }

  /// Names the pairs in which either scenario may turn out cheaper: each in more than 1 of 20 cases.
  private var undecided: String? {
    let pairs = page.results.pairs.enumerated().compactMap { position, pair -> String? in
      let difference = page.results.comparison(pair: position, region: page.place).difference
      guard !page.isExact(difference), Euro.shownValue(page.low(difference)) < 0,
        Euro.shownValue(page.high(difference)) > 0
      else { return nil }
      return difference.mean > 0 ? undecided(pair.b, pair.a, difference) : undecided(pair.a, pair.b, difference.negated)
    }
    guard !pairs.isEmpty else { return nil }
    let more = pairs.count - 2
    guard more > 0 else { return pairs.joined(separator: " ") }
    return pairs.prefix(2).joined(separator: " ")
      + language(
        nl:
          " Zo is het ook bij \(more) \(more == 1 ? "ander paar" : "andere paren"); de bedragen staan onder ‘Wat schelen "
          + "de scenario's onderling?’.",
        en: " So it is for \(more) other \(more == 1 ? "pair" : "pairs"); the amounts are under ‘How do the scenarios "
          + "differ?’.")
  }

  /// - Parameter saving: how much cheaper the first one is.
  private func undecided(_ cheap: Int, _ dear: Int, _ saving: Summary) -> String {
    let figures = [page.mean(saving), page.low(saving), page.high(saving)]
    let style = AmountColumn(figures)
    let (mean, low, high) = (
      euro.magnitude(style(figures[0])), euro.magnitude(style(figures[1])), euro.magnitude(style(figures[2]))
    )
    return language(
      nl:
        "Of ‘\(page.scenarioName(cheap))’ voordeliger uitvalt dan ‘\(page.scenarioName(dear))’, is niet te zeggen: naar "
        + "verwachting scheelt het \(mean), maar in 9 van de 10 gevallen ligt het tussen \(low) duurder en \(high) "
        + "voordeliger.",
      en:
        "Whether ‘\(page.scenarioName(cheap))’ turns out cheaper than ‘\(page.scenarioName(dear))’ cannot be told: it is "
        + "expected to save \(mean), but in 9 cases of 10 it lies between \(low) dearer and \(high) cheaper.")
  }

  private var figure: PageFigure {
    let style = AmountColumn(positions.map { page.mean(page.summary(.delta, $0)) })
    let rows = positions.map { scenario -> IntervalChart.Interval in
      let summary = page.summary(.delta, scenario)
      return IntervalChart.Interval(
        label: page.scenarioName(scenario), low: summary.p05, mean: summary.mean, high: summary.p95,
        text: euro.text(style(page.mean(summary))),
        tip: page.scenarioName(scenario) + ": " + page.expected + page.text(summary) + page.bandClause(summary),
        isChosen: scenario == page.opening)
    }
    let title =
      page.run.isCertain
      ? language(nl: "Meerkosten \(page.over)", en: "Extra cost \(page.over)")
      : language(
        nl: "Meerkosten \(page.over): verwachting en marge", en: "Extra cost \(page.over): expectation and margin")
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
        language(
          nl: "structureel per jaar (\(page.run.endName(language)))",
          en: "structural a year (\(page.run.endName(language)))")),
      .number(language(nl: "incidenteel, in totaal", en: "incidental, in all")),
    ]
    columns += page.amountColumns.map {
      .number(language(nl: "meerkosten, ", en: "extra cost, ") + $0.title)
    }
    if page.hasFunding {
      columns.append(.number(language(nl: "nog te dekken, in totaal", en: "still to be funded, in all")))
    }
    if tellsEnough {
      columns.append(
        .number(
          page.run.isCertain
            ? language(nl: "middelen genoeg", en: "funds are enough")
            : language(nl: "kans dat middelen genoeg zijn", en: "chance that funds are enough")))
    }
    let found = (
      yearly: positions.map { page.summary(.structural, $0, year: page.run.endState) },
      once: positions.map { page.summary(.incidental, $0) }, total: positions.map { page.summary(.delta, $0) },
      net: page.hasFunding ? positions.map { page.summary(.net, $0) } : []
    )
    let means = found.yearly + found.once + found.net
    let yearly = page.meanCells(below: found.yearly, beside: means + found.total)
    let once = page.meanCells(below: found.once, beside: means + found.total)
    let total = page.cells(below: found.total, beside: means)
    let net = page.meanCells(below: found.net, beside: means + found.total)
    let rows = positions.map { scenario -> PageTable.Row in
      var cells = [yearly[scenario], once[scenario]] + total[scenario]
      if page.hasFunding { cells.append(net[scenario]) }
      if tellsEnough { cells.append(.text(enough(scenario))) }
      return PageTable.Row(header: "\(page.scenarioName(scenario))", cells: cells)
    }
    return PageTable(
      caption: language(
        nl: "De scenario's, \(page.placeInTitle), \(page.horizon)",
        en: "The scenarios, \(page.placeInTitle), \(page.horizon)"),
      columns: columns, rows: rows, language: language)
  }

  private var tellsEnough: Bool { page.hasFunding && page.gaps.tells(.sharePositive) }

  /// Whether the funds suffice: a probability, or yes or no if nothing is uncertain.
  private func enough(_ scenario: Int) -> String {
    guard page.run.isCertain else { return page.chanceWithinFunding(scenario) }
    return page.summary(.net, scenario).sharePositive > 0
      ? language(nl: "nee", en: "no") : language(nl: "ja", en: "yes")
  }

  /// A description of each scenario.
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

  /// The difference of each pair, the cheaper one first.
  private var differences: Markup {
    let results = page.results
    let tellsChance = !page.run.isCertain && page.gaps.tellsWhichIsCheaper
    let pairs = results.pairs.enumerated().map { position, pair in
      let comparison = results.comparison(pair: position, region: page.place)
      let isReversed = comparison.difference.mean < 0
      // If both cost the same nothing is saved.
      return (
        cheap: isReversed ? pair.a : pair.b, dear: isReversed ? pair.b : pair.a,
        saving: isReversed ? comparison.difference.negated : comparison.difference,
        share: isReversed ? comparison.shareCheaper : comparison.difference.sharePositive
      )
    }
    let cells = page.cells(below: pairs.map { $0.saving })
    let rows = pairs.indices.map { position -> PageTable.Row in
      let pair = pairs[position]
      let isSame = pair.saving.isConstant && pair.saving.mean == 0
      return PageTable.Row(
        header: "\(page.scenarioName(pair.cheap))",
        cells: [.text(page.scenarioName(pair.dear))] + cells[position]
          + (!tellsChance ? [] : [.text(isSame ? "–" : page.probability(pair.share, pair.saving))]))
    }
    var columns: [PageTable.Column] = [
      .text("Scenario"),
      .text(language(nl: "vergeleken met", en: "compared with")),
    ]
    let difference = language(nl: "verschil", en: "difference")
    columns +=
      page.run.isCertain
      ? [.number(difference)]
      : page.amountColumns.map { .number(difference + ", " + $0.title) }
    if tellsChance {
      columns.append(.number(language(nl: "kans dat het goedkoper is", en: "chance that it is cheaper")))
    }
    let table = PageTable(
      caption: language(
        nl: "Wat de scenario's onderling schelen, het goedkopere eerst, \(page.horizon)",
        en: "How much the scenarios differ, the cheaper one first, \(page.horizon)"),
      columns: columns, rows: rows, language: language)
    return """
      <details class="more"><summary>\(language(nl: "Wat schelen de scenario's onderling?", en: "How do the scenarios differ?"))\
      </summary>\(table.markup)</details>
      """
  }
}

extension Summary {
  /// The summary of the amount with its sign reversed: its mean, and the percentiles whose counterparts are known, as P25
  /// is of P75. The others, its upper tail and its share above zero are unknown.
  var negated: Summary {
    Summary(
      mean: -mean, standardError: standardError, standardDeviation: standardDeviation,
      percentiles: Summary.percentages.map { percentage in
        Summary.percentages.firstIndex(of: 100 - percentage).map { -percentiles[$0] } ?? .nan
      }, cvar95: .nan, sharePositive: .nan)
  }
}
