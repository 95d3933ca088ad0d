import CostEngine
import Terms

/// What a scenario saves compared with another one, line by line: savings are seldom visible beside today's cost,
/// because they occur in the same lines as the additions.
struct SavingsBlock {
  let page: ReportPage
  /// Position of the scenario.
  let scenario: Int

  private var language: Language { page.language }
  private var results: Results { page.results }

  /// Empty if there is nothing to compare with.
  var markup: Markup {
    guard let reference else { return "" }
    let difference = self.difference(from: reference.scenario)
    let known = page.gaps.knownLines.map { line in
      (Glossary.entry(line).name(language), page.mean(of: line, reference.scenario), page.mean(of: line, scenario))
    }
    let others = (page.otherLines(reference.scenario), page.otherLines(scenario))
    let lines = (known + [(QuantityPart.otherName(language), others.0, others.1)])
      .filter { $0.1 != 0 || $0.2 != 0 }
    // Among what is not known apart something may be saved, and something added.
    let isApart = others == (0, 0)
    let saved = lines.reduce(0) { $0 + max(0, $1.1 - $1.2) }
    let added = lines.reduce(0) { $0 + max(0, $1.2 - $1.1) }
    let name = page.scenarioName(reference.scenario)
    let totals = [reference.scenario, scenario].map { page.run.mean(page.summary(.delta, $0)) }
    let amounts = SummedAmounts(totals + [page.run.mean(difference)], language: language)
    let sums = totals.map { amounts.steps($0.value) }
    let columns = Self.columns(lines.map { (other: $0.1, own: $0.2) }, sums, amounts)
    let title = language(
      nl: "Het verschil van dit scenario met ‘\(name)’, \(page.horizon)",
      en: "The difference of this scenario from ‘\(name)’, \(page.horizon)")
    let table = PageTable(
      caption: title,
      columns: [
        .text(language(nl: "Post", en: "Cost line")), .number("‘\(name)’"),
        .number(language(nl: "dit scenario", en: "this scenario")), .number(language(nl: "verschil", en: "difference")),
      ],
      rows: lines.indices.map { line in
        let (name, other, own) = lines[line]
        let steps = (other: columns.other[line], own: columns.own[line])
        return PageTable.Row(
          header: "\(name)",
          cells: [
            amounts.cell(steps.other, of: other), amounts.cell(steps.own, of: own),
            amounts.cell(steps.own - steps.other, of: own - other),
          ])
      } + [
        PageTable.Row(
          header: "\(Glossary.entry(.delta).heading(language))",
          cells: [
            amounts.cell(sums[0], of: totals[0].value), amounts.cell(sums[1], of: totals[1].value),
            amounts.cell(sums[1] - sums[0], of: difference.mean),
          ], isTotal: true)
      ], language: language)
    let told = isApart ? (saved, added) : (0, 0)
    return "<p>\(sentence(reference, name, difference, saved: told.0, added: told.1))</p>\(table.markup)"
  }

  /// The lines of either scenario in steps, which sum to its total. A line that is the same in both is shown the same.
  private static func columns(
    _ lines: [(other: Double, own: Double)], _ sums: [Int64], _ amounts: SummedAmounts
  ) -> (other: [Int64], own: [Int64]) {
    let same = lines.indices.filter { lines[$0].other == lines[$0].own }
    let others = lines.indices.filter { lines[$0].other != lines[$0].own }
    func column(_ sum: Int64, _ amount: (Int) -> Double) -> [Int64] {
      var steps = lines.indices.map { amounts.steps(amount($0)) }
      let rest = sum - same.reduce(0) { $0 + steps[$1] }
      for (line, part) in zip(others, amounts.parts(others.map(amount), sum: rest)) { steps[line] = part }
      return steps
    }
    return (other: column(sums[0]) { lines[$0].other }, own: column(sums[1]) { lines[$0].own })
  }

  private func sentence(
    _ reference: (scenario: Int, isWithoutMeasures: Bool), _ name: String, _ difference: Summary, saved: Double,
    added: Double
  ) -> String {
    let euro = page.euro
    let figures = [difference.mean, saved, added].map { shown($0, difference) }
    let style = AmountColumn(figures)
    let (net, less, more) = (style(figures[0]), style(figures[1]), style(figures[2]))
    let what =
      reference.isWithoutMeasures
      ? language(nl: "hetzelfde zonder maatregelen", en: "the same without measures")
      : language(nl: "het duurste scenario", en: "the costliest scenario")
    let compared = language(nl: "Vergeleken met ‘\(name)’ (\(what)) ", en: "Compared with ‘\(name)’ (\(what)) ")
    let amount = euro.magnitude(net)
    let balance =
      net.value <= 0
      ? language(
        nl: "is dit scenario \(page.over) \(page.expected)\(amount) goedkoper",
        en: "this scenario is expected to be \(amount) cheaper \(page.over)")
      : language(
        nl: "is dit scenario \(page.over) \(page.expected)\(amount) duurder",
        en: "this scenario is expected to be \(amount) dearer \(page.over)")
    let apart =
      ReportPage.shownValue(less) > 0 && ReportPage.shownValue(more) > 0
      ? language(
        nl: ": \(euro.text(less)) minder op de posten die lager zijn, \(euro.text(more)) meer op die hoger "
          + "zijn",
        en: ": \(euro.text(less)) less on the lines that are lower, \(euro.text(more)) more on those that are higher")
      : ""
    return compared + balance + apart + ". " + endState(reference.scenario)
  }

  /// Whether it is still cheaper in the end state, or merely later.
  private func endState(_ other: Int) -> String {
    let means = [scenario, other].map { page.mean(page.summary(.structural, $0, year: page.run.endState)) }
    let style = AmountColumn(means)
    let (own, others) = (page.euro.savingOrCost(style(means[0])), page.euro.savingOrCost(style(means[1])))
    let inEnd = Bilingual(same: page.run.inEndState(language)).capitalised(language)
    if own == others {
      return language(
        nl: "\(inEnd) is het structurele bedrag per jaar gelijk (\(own)): het verschil zit in wat "
          + "eindigt of later begint.",
        en:
          "\(inEnd) the structural amount a year is the same (\(own)): the difference is in what ends "
          + "or begins later.")
    }
    return language(
      nl: "\(inEnd) is het structurele bedrag per jaar hier \(own) en daar \(others).",
      en: "\(inEnd) the structural amount a year is \(own) here and \(others) there.")
  }

  /// A line's mean, no finer than the difference.
  private func shown(_ mean: Double, _ difference: Summary) -> ShownFigure {
    var figure = ShownFigure(exact: mean)
    figure.place = page.mean(difference).place
    return figure
  }

  /// The summary of the scenario less another one.
  private func difference(from other: Int) -> Summary {
    let position = results.pairs.firstIndex { ($0.a, $0.b) == (min(scenario, other), max(scenario, other)) }!
    let found = results.comparison(pair: position, region: page.place).difference
    return scenario < other ? found : found.negated
  }

  // MARK: The scenario compared with

  /// The same scenario without its measures, if the study has it; otherwise the costliest one, unless this is it.
  private var reference: (scenario: Int, isWithoutMeasures: Bool)? {
    let others = results.selection.scenarios.indices.filter { $0 != scenario }
    if let same = others.first(where: isSameWithoutMeasures) { return (same, true) }
    func total(_ scenario: Int) -> Double { page.summary(.delta, scenario).mean }
    guard let costliest = others.max(by: { (total($0), -$0) < (total($1), -$1) }), total(costliest) > total(scenario)
    else { return nil }
    return (costliest, false)
  }

  private func isSameWithoutMeasures(_ other: Int) -> Bool {
    let own = terms(scenario)
    guard own.contains(where: { !$0.measures.isEmpty }) else { return false }
    let (one, another) = (results.selection.scenarios[scenario], results.selection.scenarios[other])
    // One-offs of its own may be for its measures; those of the other scenario would be mistaken for a saving.
    let hasItsOneOffs = page.study.oneOffs.allSatisfy {
      !$0.scenarios.contains(another) || $0.scenarios.contains(one) || $0.measure != nil
    }
    guard hasItsOneOffs else { return false }
    return zip(own, terms(other)).allSatisfy { a, b in
      b.measures.isEmpty && a.level == b.level && a.phaseIn == b.phaseIn && a.delay == b.delay
        && a.bandwidth == b.bandwidth && a.release == b.release
    }
  }

  private func terms(_ scenario: Int) -> [ScenarioTerms] {
    page.study.scenarios[results.selection.scenarios[scenario]].terms
  }
}
