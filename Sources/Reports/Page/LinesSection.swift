import CostEngine
import Terms

/// The cost lines that lead from today's cost to that of the scenario.
struct LinesSection {
  let page: ReportPage

  private var language: Language { page.language }

  var section: PageSection? {
    page.section(
      "regels",
      page.scenarios.allSatisfy { page.summary(.delta, $0).mean < 0 }
        ? language(nl: "Waar komt de besparing vandaan?", en: "Where does the saving come from?")
        : language(nl: "Waar komen de meerkosten vandaan?", en: "Where does the extra cost come from?"),
      page.eachScenario { scenario in
        "<p>\(introduction(scenario))</p>\(hasBridge ? figure(scenario).markup : table(scenario).markup)"
      })
  }

  /// Whether the cost is known from which the lines lead to the other.
  private var hasBridge: Bool { page.gaps.tells(.baseline) && page.gaps.tells(.cost) }

  /// A cost line, or all that are not known apart.
  private struct Line {
    /// Within a sentence.
    var name: String
    var meaning: String
    var mean: Double
    /// What is shown of it, in steps of ``amounts(_:)``.
    var steps: Int64 = 0

    var heading: String { name.prefix(1).uppercased() + name.dropFirst() }
  }

  /// All that are known, and what they leave if that is anything.
  private func lines(_ scenario: Int) -> [Line] {
    var lines = page.gaps.knownLines.map { line in
      let entry = Glossary.entry(line)
      return Line(name: entry.name(language), meaning: entry.meaning(language), mean: page.mean(of: line, scenario))
    }
    let others = page.otherLines(scenario)
    if others != 0 {
      lines.append(
        Line(
          name: QuantityPart.otherName(language),
          meaning: language(
            nl: "Wat deze uitkomsten niet apart bevatten.", en: "What these results do not hold apart."),
          mean: others))
    }
    let parts = amounts(scenario).parts(lines.map { $0.mean }, sum: amounts(scenario).steps(delta(scenario)))
    for (index, steps) in parts.enumerated() { lines[index].steps = steps }
    return lines
  }

  private func delta(_ scenario: Int) -> Double { page.summary(.delta, scenario).mean }

  /// The unit and last digit of the costs and of what lies between them. The errors of lines are unknown: they are shown
  /// no finer than their sum.
  private func amounts(_ scenario: Int) -> SummedAmounts {
    let quantities: [ReportedQuantity] = hasBridge ? [.delta, .baseline, .cost] : [.delta]
    return SummedAmounts(quantities.map { page.run.mean(page.summary($0, scenario)) }, language: language)
  }

  /// The costs between which the lines stand, in steps: as shown, they differ by the sum of the lines.
  private func ends(_ scenario: Int) -> (baseline: Int64, cost: Int64) {
    let amounts = amounts(scenario)
    let cost = amounts.steps(page.summary(.cost, scenario).mean)
    return (baseline: cost - amounts.steps(delta(scenario)), cost: cost)
  }

  private func introduction(_ scenario: Int) -> String {
    let amounts = amounts(scenario)
    let lines = lines(scenario).filter { $0.mean != 0 }.sorted { $0.mean.magnitude > $1.mean.magnitude }
    guard let first = lines.first else {
      return language(nl: "Dit scenario verandert de kosten niet.", en: "This scenario does not change the cost.")
    }
    func told(_ line: Line) -> String {
      line.name + " (" + amounts.text(line.steps, of: line.mean) + ")"
    }
    if lines.count == 1 {
      return language(nl: "Alles komt van \(told(first)).", en: "All of it comes from \(told(first)).")
    }
    if lines.contains(where: { $0.mean < 0 }) {
      return language(
        nl: "De grootste verschillen met nu zijn \(page.over): \(told(first)) en \(told(lines[1])).",
        en: "The largest differences with today \(page.over) are: \(told(first)) and \(told(lines[1])).")
    }
    return language(
      nl: "De grootste posten \(page.over) zijn \(told(first)) en \(told(lines[1])).",
      en: "The largest items \(page.over) are \(told(first)) and \(told(lines[1])).")
  }

  private var now: String { language(nl: "Kosten nu", en: "Cost today") }
  private var then: String { language(nl: "Kosten in dit scenario", en: "Cost in this scenario") }

  private func bridge(_ scenario: Int) -> [BridgeChart.Bar] {
    let baseline = page.summary(.baseline, scenario)
    let cost = page.summary(.cost, scenario)
    let amounts = amounts(scenario)
    let texts = (
      baseline: amounts.text(ends(scenario).baseline, of: baseline.mean),
      cost: amounts.text(ends(scenario).cost, of: cost.mean)
    )
    var rows = [
      BridgeChart.Bar(
        label: now, from: 0, to: baseline.mean, kind: .whole, text: texts.baseline, tip: now + ": " + texts.baseline)
    ]
    var level = baseline.mean
    for line in lines(scenario) where line.mean != 0 {
      let mean = line.mean
      let size = line.steps == 0 ? amounts.text(0, of: mean.magnitude) : amounts.magnitude(line.steps)
      let text = (mean > 0 ? "+ " : "− ") + size
      rows.append(
        BridgeChart.Bar(
          label: line.heading, from: level, to: level + mean, kind: .step, text: text,
          tip: line.name + ": " + text + ". " + line.meaning))
      level += mean
    }
    rows.append(
      BridgeChart.Bar(
        label: then, from: 0, to: cost.mean, kind: .whole, text: texts.cost, tip: then + ": " + texts.cost))
    return rows
  }

  private var title: String {
    hasBridge
      ? language(
        nl: "Van de kosten nu naar de kosten in dit scenario, \(page.placeHeading), \(page.horizon)",
        en: "From the cost today to the cost in this scenario, \(page.placeHeading), \(page.horizon)")
      : language(
        nl: "De posten van de meerkosten, \(page.placeHeading), \(page.horizon)",
        en: "The lines of the extra cost, \(page.placeHeading), \(page.horizon)")
  }

  private func figure(_ scenario: Int) -> PageFigure {
    let chart = BridgeChart(
      id: "regels-\(scenario)", title: title,
      description: language(
        nl: "Een balk voor de kosten nu, dan een balk voor elke post die erbij komt of eraf gaat, en een balk "
          + "voor de kosten in het scenario.",
        en: "A bar for the cost today, then a bar for each cost line that is added or taken off, and a bar for the "
          + "cost in the scenario."),
      rows: bridge(scenario), axis: BridgeChart.Axis(page.scenarios.map(bridge)), language: language)
    return PageFigure(chart: chart.chart, table: table(scenario), note: nil, language: language)
  }

  private func table(_ scenario: Int) -> PageTable {
    let amounts = amounts(scenario)
    var rows: [PageTable.Row] = []
    if page.gaps.tells(.baseline) {
      let baseline = page.summary(.baseline, scenario).mean
      let steps = hasBridge ? ends(scenario).baseline : amounts.steps(baseline)
      rows.append(PageTable.Row(header: "\(now)", cells: [amounts.cell(steps, of: baseline), .empty]))
    }
    for line in lines(scenario) {
      rows.append(
        PageTable.Row(
          header: "\(line.name)", cells: [amounts.cell(line.steps, of: line.mean), .text(line.meaning)], isPart: true))
    }
    rows.append(
      PageTable.Row(
        header: "\(language(nl: "Meerkosten", en: "Extra cost"))",
        cells: [amounts.cell(amounts.steps(delta(scenario)), of: delta(scenario)), .empty], isTotal: !hasBridge))
    if page.gaps.tells(.cost) {
      let cost = page.summary(.cost, scenario).mean
      rows.append(
        PageTable.Row(
          header: "\(then)", cells: [amounts.cell(amounts.steps(cost), of: cost), .empty], isTotal: true))
    }
    return PageTable(
      caption: title,
      columns: [
        .text(language(nl: "Post", en: "Cost line")), .number(language(nl: "verwacht", en: "expected")),
        .text(language(nl: "wat het is", en: "what it is")),
      ], rows: rows, language: language)
  }
}
