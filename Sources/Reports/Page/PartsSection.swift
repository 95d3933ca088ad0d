import CostEngine
import Terms

/// Costs and savings separately; own staff time and spending separately.
struct PartsSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }

  var section: PageSection? {
    page.section(
      "delen", language(nl: "Kosten en besparingen, uren en uitgaven", en: "Costs and savings, hours and spending"),
      page.eachScenario { scenario in
        let introduction = isApart(scenario) ? introduction(scenario) : ""
        let kinds = page.gaps.tellsOfStaffTime ? kinds(scenario) : ""
        let savings = SavingsBlock(page: page, scenario: scenario).markup
        let parts = page.gaps.tellsOfStaffTime ? figure(scenario).markup : table(scenario).markup
        return """
          \(introduction.isEmpty ? "" as Markup : "<p>\(introduction)</p>")\(savings)\
          \(kinds.isEmpty ? "" as Markup : "<p>\(kinds)</p>")\(parts)
          """
      })
  }

  /// Whether all lines are known by their own sign.
  private func isApart(_ scenario: Int) -> Bool { page.otherLines(scenario) == 0 }

  /// Increases and decreases from today: the lines over the whole horizon, each by its own sign.
  private func apart(_ scenario: Int) -> (up: Double, down: Double) {
    let means = page.gaps.knownLines.map { page.mean(of: $0, scenario) }
    return (means.reduce(0) { $0 + max(0, $1) }, means.reduce(0) { $0 + min(0, $1) })
  }

  private func introduction(_ scenario: Int) -> String {
    let (up, down) = apart(scenario)
    if up == 0, down == 0 {
      return language(
        nl: "Dit scenario verandert geen enkele post.", en: "This scenario changes no cost line.")
    }
    if up == 0 {
      return language(
        nl: "Geen enkele post is hoger dan nu: vergeleken met nu bespaart dit scenario alleen geld.",
        en: "No cost line is higher than today: compared with today this scenario only saves money.")
    }
    if down == 0 {
      return language(
        nl: "Geen enkele post is lager dan nu: vergeleken met nu kost dit scenario alleen geld.",
        en: "No cost line is lower than today: compared with today this scenario only costs money.")
    }
    let amounts = amounts(scenario)
    let steps = amounts.parts([up, down], sum: amounts.steps(page.summary(.delta, scenario).mean))
    if steps[1] == 0 {
      return language(
        nl: "Vrijwel geen post is lager dan nu: vergeleken met nu kost dit scenario bijna alleen geld.",
        en: "Hardly any cost line is lower than today: compared with today this scenario almost only costs money.")
    }
    return language(
      nl: "De posten die hoger zijn dan nu kosten samen \(amounts.text(steps[0], of: up)); die lager "
        + "zijn besparen \(amounts.magnitude(steps[1])).",
      en: "The lines that are higher than today cost \(amounts.text(steps[0], of: up)) together; those that "
        + "are lower save \(amounts.magnitude(steps[1])).")
  }

  /// The unit and last digit of the extra cost and its parts.
  private func amounts(_ scenario: Int) -> SummedAmounts {
    SummedAmounts([page.run.mean(page.summary(.delta, scenario))], language: language)
  }

  /// Own time and spending, one sentence each.
  private func kinds(_ scenario: Int) -> String {
    let summaries = [ReportedQuantity.staffTime, .outOfPocket].map { page.mean(page.summary($0, scenario)) }
    let style = AmountColumn(summaries)
    let (staff, spending) = (style(summaries[0]), style(summaries[1]))
    if staff.value == 0, spending.value == 0 { return "" }
    let time =
      staff.value >= 0
      ? language(
        nl: "Van de meerkosten \(page.over) is \(page.expected)\(euro.text(staff)) eigen werktijd: uren van mensen "
          + "die al in dienst zijn, geen geld dat de deur uitgaat.",
        en: "Of the extra cost \(page.over) \(euro.text(staff)) is expected to be own staff time: hours of people "
          + "already employed, no money that leaves the organisation.")
      : language(
        nl: "Aan eigen werktijd is \(euro.magnitude(staff)) minder nodig: uren van mensen die al in dienst zijn.",
        en: "Own staff time worth \(euro.magnitude(staff)) less is needed: hours of people already employed.")
    let money =
      spending.value >= 0
      ? language(
        nl: " \(euro.text(spending)) moet echt worden betaald.", en: " \(euro.text(spending)) is actual spending.")
      : language(
        nl: " Er hoeft \(euro.magnitude(spending)) minder te worden betaald.",
        en: " \(euro.magnitude(spending)) less has to be paid.")
    return time + money
  }

  private func figure(_ scenario: Int) -> PageFigure {
    let title = language(
      nl: "Eigen uren en uitgaven \(page.over)", en: "Own hours and spending \(page.over)")
    let parts: [ReportedQuantity] = [.staffTime, .outOfPocket]
    let amounts = amounts(scenario)
    let steps = kindSteps(scenario, amounts)
    let rows = zip(parts, steps).map { quantity, steps -> IntervalChart.Interval in
      let summary = page.summary(quantity, scenario)
      let text = amounts.text(steps, of: summary.mean)
      let name =
        quantity == .staffTime
        ? language(nl: "Eigen werktijd (in natura)", en: "Own staff time (in kind)")
        : language(nl: "Uitgaven (geld dat de deur uitgaat)", en: "Spending (out of pocket)")
      return IntervalChart.Interval(
        label: name, low: summary.p05, mean: summary.mean, high: summary.p95, text: text,
        tip: name + ": " + page.text(summary) + page.bandClause(summary), isChosen: false)
    }
    let chart = IntervalChart(
      id: "delen-\(scenario)", title: title,
      description: page.intervals(
        language(nl: "Voor de eigen werktijd en voor de uitgaven", en: "For own staff time and for spending")),
      rows: rows, isCertain: page.run.isCertain, language: language)
    return PageFigure(chart: chart.chart, table: table(scenario), note: nil, showsTable: true, language: language)
  }

  /// Own time and spending in steps, which sum to the extra cost.
  private func kindSteps(_ scenario: Int, _ amounts: SummedAmounts) -> [Int64] {
    amounts.parts(
      [ReportedQuantity.staffTime, .outOfPocket].map { page.summary($0, scenario).mean },
      sum: amounts.steps(page.summary(.delta, scenario).mean))
  }

  private func table(_ scenario: Int) -> PageTable {
    let (up, down) = apart(scenario)
    let blanks = [PageTable.Cell](repeating: .empty, count: page.amountColumns.count - 1)
    let delta = page.summary(.delta, scenario)
    let amounts = amounts(scenario)
    let total = amounts.steps(delta.mean)
    /// The mean as it is shown, with low and high beside it.
    func cells(_ steps: Int64, _ summary: Summary) -> [PageTable.Cell] {
      let mean = amounts.cell(steps, of: summary.mean)
      return page.run.isCertain
        ? [mean] : [mean] + [page.low(summary), page.high(summary)].map { page.cell(amounts.beside($0)) }
    }
    var rows: [PageTable.Row] = []
    if isApart(scenario) {
      let parts = amounts.parts([up, down], sum: total)
      rows += [
        PageTable.Row(
          header:
            "\(language(nl: "Posten die hoger zijn dan nu (kosten)", en: "Lines higher than today (costs)"))",
          cells: [amounts.cell(parts[0], of: up)] + blanks),
        PageTable.Row(
          header:
            "\(language(nl: "Posten die lager zijn dan nu (besparingen)", en: "Lines lower than today (savings)"))",
          cells: [amounts.cell(parts[1], of: down)] + blanks),
      ]
    }
    rows.append(
      PageTable.Row(header: "\(Glossary.entry(.delta).heading(language))", cells: cells(total, delta), isTotal: true))
    if page.gaps.tellsOfStaffTime {
      let steps = kindSteps(scenario, amounts)
      rows += [
        PageTable.Row(
          header: "\(language(nl: "waarvan eigen werktijd", en: "of which own staff time"))",
          cells: cells(steps[0], page.summary(.staffTime, scenario)), isPart: true),
        PageTable.Row(
          header: "\(language(nl: "waarvan uitgaven", en: "of which spending"))",
          cells: cells(steps[1], page.summary(.outOfPocket, scenario)), isPart: true),
      ]
    }
    return PageTable(
      caption: language(
        nl: "Delen van de meerkosten \(page.over)", en: "Parts of the extra cost \(page.over)"),
      columns: [.text(language(nl: "Deel", en: "Part"))] + page.amountColumns, rows: rows, language: language)
  }
}
