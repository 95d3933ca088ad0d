import CostEngine

extension ReportPage {
  func summary(_ quantity: ReportedQuantity, _ scenario: Int, year: Int? = nil, place: Int? = nil) -> Summary {
    results.summary(quantity, scenario: scenario, region: place ?? self.place, year: year ?? results.total)
  }

  func mean(_ summary: Summary) -> ShownFigure { run.mean(summary) }
  func low(_ summary: Summary) -> ShownFigure { run.percentile(.p05, of: summary).figure }
  func high(_ summary: Summary) -> ShownFigure { run.percentile(.p95, of: summary).figure }

  /// Another amount of the same draws, no finer than P5 and P95 are.
  func figure(_ amount: Double, of summary: Summary) -> ShownFigure { summary.shownTail(amount, draws: results.draws) }

  func text(_ summary: Summary) -> String { euro.text(mean(summary)) }

  /// Whether an amount has no margin: nothing was drawn in it, or only once.
  func isExact(_ summary: Summary) -> Bool { mean(summary).place == nil || results.draws < 2 }

  /// `in 9 van de 10 gevallen tussen € 65 mln en € 172 mln`; nil for an exact amount.
  func band(_ summary: Summary) -> String? {
    guard !isExact(summary) else { return nil }
    let between = euro.between(low(summary), high(summary))
    return language(nl: "in 9 van de 10 gevallen \(between)", en: "in 9 cases of 10 \(between)")
  }

  /// The same between commas of its own, or nothing.
  func bandClause(_ summary: Summary) -> String { band(summary).map { "; " + $0 } ?? "" }

  func span(_ summary: Summary) -> String { isExact(summary) ? "" : euro.span(low(summary), high(summary)) }

  // MARK: Cells

  /// The value as precisely as it is shown.
  static func shownValue(_ figure: ShownFigure) -> Double {
    guard let place = Euro.place(figure) else { return (figure.value * 100).rounded() / 100 }
    if place >= 0 { return (figure.value / ShownFigure.power(place)).rounded() * ShownFigure.power(place) }
    return (figure.value * ShownFigure.power(-place)).rounded() / ShownFigure.power(-place)
  }

  /// - Parameter millions: whether its column is in millions; nil to let the amount decide.
  func cell(_ figure: ShownFigure, millions: Bool? = nil) -> PageTable.Cell {
    PageTable.Cell(content: "\(euro.text(figure, millions: millions))", value: Self.shownValue(figure))
  }

  func cell(_ summary: Summary) -> PageTable.Cell { cell(mean(summary)) }

  /// Mean, P5 and P95 in a cell each; the mean alone where nothing was drawn in the study.
  func cells(_ summary: Summary) -> [PageTable.Cell] {
    run.isCertain ? [cell(summary)] : [cell(summary), cell(low(summary)), cell(high(summary))]
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
      share, draws: results.draws, isCertain: run.isCertain || (summary.isConstant && results.draws > 1),
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

  /// Whether any means are available.
  var hasFunding: Bool { !study.funds.isEmpty }

  /// The chance that the funds are enough, in a cell.
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
