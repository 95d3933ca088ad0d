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

  /// Steps are written in the unit of the costs that they connect.
  private func inMillions(_ scenario: Int) -> Bool? {
    [.baseline, .cost].filter(page.gaps.tells).contains { Euro.isMillions(page.mean(page.summary($0, scenario))) }
      ? true : nil
  }

  /// The unit of a step: that of the others, unless it would be shown as zero.
  private func unit(_ figure: ShownFigure, _ inMillions: Bool?) -> Bool? {
    figure.value != 0 && Euro.shownValue(figure, millions: inMillions) == 0 ? nil : inMillions
  }

  /// A cost line, or all that are not known apart.
  private struct Line {
    /// Within a sentence.
    var name: String
    var meaning: String
    var mean: Double

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
    return lines
  }

  /// A line's mean; its own error is unknown, and it is shown no finer than the total.
  func shown(_ mean: Double, _ scenario: Int) -> ShownFigure {
    let total = page.mean(page.summary(.delta, scenario))
    var figure = ShownFigure(exact: mean)
    figure.place = total.place
    // A line that would vanish is shown by its first digit.
    if mean != 0, Euro.shownValue(figure) == 0 {
      var place = 0
      while ShownFigure.power(place + 1) <= mean.magnitude { place += 1 }
      figure.place = place
    }
    return figure
  }

  private func introduction(_ scenario: Int) -> String {
    let lines = lines(scenario).filter { $0.mean != 0 }.sorted { $0.mean.magnitude > $1.mean.magnitude }
    guard let first = lines.first else {
      return language(nl: "Dit scenario verandert de kosten niet.", en: "This scenario does not change the cost.")
    }
    func told(_ line: Line) -> String {
      line.name + " (" + page.euro.text(shown(line.mean, scenario)) + ")"
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
    let millions = inMillions(scenario)
    var rows = [
      BridgeChart.Bar(
        label: now, from: 0, to: baseline.mean, kind: .whole, text: page.text(baseline),
        tip: now + ": " + page.text(baseline))
    ]
    var level = baseline.mean
    for line in lines(scenario) where line.mean != 0 {
      let mean = line.mean
      var size = shown(mean, scenario)
      size.value = size.value.magnitude
      let text = (mean > 0 ? "+ " : "− ") + page.euro.text(size, millions: unit(size, millions))
      rows.append(
        BridgeChart.Bar(
          label: line.heading, from: level, to: level + mean, kind: .step, text: text,
          tip: line.name + ": " + text + ". " + line.meaning))
      level += mean
    }
    rows.append(
      BridgeChart.Bar(
        label: then, from: 0, to: cost.mean, kind: .whole, text: page.text(cost), tip: then + ": " + page.text(cost)))
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
    var rows: [PageTable.Row] = []
    if page.gaps.tells(.baseline) {
      rows.append(
        PageTable.Row(header: "\(now)", cells: [page.cell(page.summary(.baseline, scenario)), .empty]))
    }
    for line in lines(scenario) {
      let mean = shown(line.mean, scenario)
      rows.append(
        PageTable.Row(
          header: "\(line.name)",
          cells: [page.cell(mean, millions: unit(mean, inMillions(scenario))), .text(line.meaning)], isPart: true))
    }
    rows.append(
      PageTable.Row(
        header: "\(language(nl: "Meerkosten", en: "Extra cost"))",
        cells: [page.cell(page.mean(page.summary(.delta, scenario)), millions: inMillions(scenario)), .empty]))
    if page.gaps.tells(.cost) {
      rows.append(
        PageTable.Row(
          header: "\(then)", cells: [page.cell(page.summary(.cost, scenario)), .empty], isTotal: true))
    }
    return PageTable(
      caption: title,
      columns: [
        .text(language(nl: "Post", en: "Cost line")), .number(language(nl: "verwacht", en: "expected")),
        .text(language(nl: "wat het is", en: "what it is")),
      ], rows: rows, language: language)
  }
}
