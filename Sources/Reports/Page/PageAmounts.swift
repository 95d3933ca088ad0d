import CostEngine
import Terms

extension ReportPage {
  func summary(_ quantity: ReportedQuantity, _ scenario: Int, year: Int? = nil, place: Int? = nil) -> Summary {
    results.summary(quantity, scenario: scenario, region: place ?? self.place, year: year ?? results.total)
  }

  /// The expected change of a cost line from today, over the whole horizon, EUR.
  func mean(of line: CostLine, _ scenario: Int) -> Double {
    results.mean(of: line, scenario: scenario, region: place, year: results.total)
  }

  /// What of that is not known by cost line: 0 where the lines that are known are the whole.
  func otherLines(_ scenario: Int) -> Double {
    run.otherLines(scenario: scenario, region: place, year: results.total)
  }

  func mean(_ summary: Summary) -> ShownFigure { figures(summary)[0] }
  func low(_ summary: Summary) -> ShownFigure { figures(summary)[1] }
  func high(_ summary: Summary) -> ShownFigure { figures(summary)[2] }

  /// Mean, P5 and P95 in one unit, as they appear in one sentence or one row.
  private func figures(_ summary: Summary) -> [ShownFigure] {
    Euro.inOneUnit([
      run.mean(summary), run.percentile(.p05, of: summary).figure, run.percentile(.p95, of: summary).figure,
    ])
  }

  /// Mean, P5, the percentiles that are asked for, and P95, in order; those between have their own unit, in which their
  /// digits show.
  func figures(_ summary: Summary, between percentages: [Int]) -> [ShownFigure] {
    let middle = percentages.map { summary.shownMiddle($0, draws: results.draws) }
    return [mean(summary)] + ShownFigure.inOrder([low(summary)] + middle + [high(summary)])
  }

  /// Whether the extra cost of a place varies although all draws gave the same, because none of what is rare was drawn.
  func isUnseen(_ scenario: Int, place: Int? = nil) -> Bool {
    run.isUnseen(scenario: scenario, region: place ?? self.place)
  }

  /// A warning that what is rarely drawn rules the mean; nil if the draws suffice.
  func tailWarning(_ scenario: Int) -> String? {
    run.tailWarning(scenario: scenario, region: place, language)
  }

  func text(_ summary: Summary) -> String { euro.text(mean(summary)) }

  /// Whether an amount has no margin: it does not depend on draws, or there is only one draw.
  func isExact(_ summary: Summary) -> Bool { run.isCertain || summary.isConstant || results.draws < 2 }

  /// `in 9 van de 10 gevallen tussen € 65 mln en € 172 mln`; nil for an exact amount.
  func band(_ summary: Summary) -> String? {
    guard !isExact(summary) else { return nil }
    let between = euro.between(low(summary), high(summary))
    return language(nl: "in 9 van de 10 gevallen \(between)", en: "in 9 cases of 10 \(between)")
  }

  /// The same after a semicolon; empty for an exact amount.
  func bandClause(_ summary: Summary) -> String { band(summary).map { "; " + $0 } ?? "" }

  func span(_ summary: Summary) -> String { isExact(summary) ? "" : euro.span(low(summary), high(summary)) }

  // MARK: Cells

  /// The value that is shown.
  static func shownValue(_ figure: ShownFigure) -> Double { Euro.shownValue(figure) }

  /// - Parameter millions: whether its column is in millions; nil to let the amount decide.
  func cell(_ figure: ShownFigure, millions: Bool? = nil) -> PageTable.Cell {
    PageTable.Cell(
      content: "\(euro.text(figure, millions: millions))", value: Euro.shownValue(figure, millions: millions))
  }

  func cell(_ summary: Summary) -> PageTable.Cell { cell(mean(summary)) }

  /// Mean, P5 and P95, one cell each; the mean alone if nothing in the study is random.
  func cells(_ summary: Summary) -> [PageTable.Cell] {
    run.isCertain ? [cell(summary)] : [cell(summary), cell(low(summary)), cell(high(summary))]
  }

  /// The same for several amounts one below the other: each column in one unit, with one last digit.
  ///
  /// - Parameter others: what stands beside them, in the same unit.
  func cells(below summaries: [Summary], beside others: [Summary] = []) -> [[PageTable.Cell]] {
    if run.isCertain { return summaries.map(cells) }
    let columns = [summaries.map(mean), summaries.map(low), summaries.map(high)]
    let all = columns.flatMap { $0 } + others.map(mean)
    let styles = columns.map { AmountColumn($0, sharingUnitWith: all) }
    return summaries.indices.map { row in
      let shown = zip(columns, styles).map { $1($0[row]) }
      // A column's digits may be too coarse for P5 and P95 that lie close together.
      return ([shown[0]] + ShownFigure.inOrder([shown[1], shown[2]])).map { cell($0) }
    }
  }

  /// Means one below the other, in one unit, with one last digit.
  ///
  /// - Parameter others: what stands beside them, in the same unit.
  func meanCells(below summaries: [Summary], beside others: [Summary] = []) -> [PageTable.Cell] {
    let means = summaries.map(mean)
    let style = AmountColumn(means, sharingUnitWith: others.flatMap { [mean($0), low($0), high($0)] })
    return means.map { cell(style($0)) }
  }

  var amountColumns: [PageTable.Column] {
    run.isCertain
      ? [.number(language(nl: "bedrag", en: "amount"))]
      : [
        .number(language(nl: "verwacht", en: "expected")), .number(language(nl: "laag (P5)", en: "low (P5)")),
        .number(language(nl: "hoog (P95)", en: "high (P95)")),
      ]
  }

  func probability(_ share: Double, _ summary: Summary) -> String {
    ShareText.probability(
      share, draws: results.draws, isCertain: run.isExact(summary),
      language: language)
  }

  /// What a chart of intervals shows, in words.
  func intervals(_ subject: String) -> String {
    run.isCertain
      ? language(nl: "\(subject) een balk tot het bedrag.", en: "\(subject) a bar up to the amount.")
      : language(
        nl: "\(subject) een balk van de lage tot de hoge uitkomst (P5 tot P95) en een streep bij de verwachting.",
        en: "\(subject) a bar from the low to the high outcome (P5 to P95) and a mark at the expectation.")
  }

  /// What the results do not hold.
  var gaps: ResultsGaps { run.gaps }

  /// Whether any means are available, as far as the results tell.
  var hasFunding: Bool { !study.funds.isEmpty && gaps.tellsOfFunding }

  /// Whether any means are available that the results contain no amounts of.
  var lacksFunding: Bool { !study.funds.isEmpty && !gaps.tellsOfFunding }

  /// A remark that the funds are an estimate:
  /// `De middelen zijn een schatting (€ 17 – 72 mln over 2027-2036), geen toezegging.`; nil if they are certain, or if
  /// there are none.
  func fundsAreEstimated(_ scenario: Int) -> String? {
    guard hasFunding, case let funding = summary(.funding, scenario), !isExact(funding) else { return nil }
    return language(
      nl: "De middelen zijn een schatting (\(span(funding)) \(over)), geen toezegging.",
      en: "The funds are an estimate (\(span(funding)) \(over)), not a commitment.")
  }

  /// The amount that belongs to no region: the national items, as precise as the country's amount; nil if the study has
  /// none in this scenario, or if the country was not computed.
  func nationalItems(_ quantity: ReportedQuantity, _ scenario: Int, year: Int? = nil) -> ShownFigure? {
    guard results.includesNational, hasNationalItems(scenario) else { return nil }
    let country = summary(quantity, scenario, year: year, place: results.national)
    var figure = run.mean(country)
    for region in results.selection.regions.indices {
      figure.value -= summary(quantity, scenario, year: year, place: region).mean
    }
    // The country is summed before rounding: cents may remain that belong to no region.
    if figure.value.magnitude < 0.5 { figure.value = 0 }
    return figure
  }

  /// Whether the study has one-offs that occur once, for the country.
  func hasNationalItems(_ scenario: Int) -> Bool {
    let scenario = results.selection.scenarios[scenario]
    return study.oneOffs.indices.contains {
      study.oneOffs[$0].per == .national && study.bears($0, scenario: scenario, region: nil)
    }
  }

  /// Whether the page's region shares its shortfall with other regions, so that what is paid here differs from what it
  /// costs here.
  var paysForOthers: Bool {
    if case .pooled = study.municipalKey { return results.hasPayers && !isCountry }
    return false
  }

  /// `naar verwachting `, with the trailing blank; empty if nothing is uncertain.
  var expected: String { run.isCertain ? "" : language(nl: "naar verwachting ", en: "expected ") }

  /// The name of the page's place within a title: `alle regio's`, with a small letter.
  var placeInTitle: String {
    isCountry && results.selection.regions.count > 1 ? WholeName.text(study, language: language) : placeHeading
  }

  /// The probability that the funds suffice, in a cell.
  func chanceWithinFunding(_ scenario: Int) -> String {
    let net = summary(.net, scenario)
    return probability(1 - net.sharePositive, net)
  }

  /// The same in a sentence: `kleiner dan 1 %`.
  func chanceWithinFundingInWords(_ scenario: Int) -> String {
    let chance = chanceWithinFunding(scenario)
    if chance.hasPrefix("< ") { return language(nl: "kleiner dan ", en: "less than ") + chance.dropFirst(2) }
    if chance.hasPrefix("> ") { return language(nl: "groter dan ", en: "more than ") + chance.dropFirst(2) }
    return chance
  }
}

extension SummedAmounts {
  func cell(_ steps: Int64, of amount: Double? = nil) -> PageTable.Cell {
    PageTable.Cell(content: "\(text(steps, of: amount))", value: self.amount(steps))
  }
}
