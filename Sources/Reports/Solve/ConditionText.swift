import CostEngine
import Terms

/// A clause of a condition in words, and its figures at the values of a search.
struct ConditionText {
  let content: SolveContent
  let language: Language
  /// Position in the condition.
  let index: Int
  let words: ClauseWords

  init(content: SolveContent, language: Language, index: Int) {
    self.content = content
    self.language = language
    self.index = index
    words = ClauseWords(content.condition.clauses[index], study: content.study, language: language)
  }

  var clause: ConditionClause { content.condition.clauses[index] }
  private var format: NumberFormat { .people(language) }

  func figures(_ value: Double) -> SolveContent.ClauseFigures? { content.figures(value)?.clauses[index] }

  /// The columns of a table of tested values.
  func columns(_ values: [Double]) -> TextTable.Group {
    let mark = Character(UnicodeScalar(format.decimalMark))
    let estimates = values.map { figures($0)?.estimate }
    func column(_ heading: String, _ cell: (DrawStatistic.Estimate) -> String) -> TextTable.Column {
      TextTable.Column(heading, estimates.map { $0.map(cell) ?? "-" }, .decimal(mark: mark))
    }
    let groups: [TextTable.Column]
    let title: String
    let isCertain = estimates.allSatisfy { $0.map { $0.lower == $0.upper } ?? true }
    if clause.isShare {
      title = "%"
      let heading =
        clause.amount?.isShare == true || clause.isOverYears
        ? language(nl: "ingroei", en: "phase-in") : language(nl: "kans", en: "chance")
      groups = [
        column(heading) { format.fixed(100 * $0.value, decimals: 1) },
        column(language(nl: "van", en: "from")) { format.fixed(100 * $0.lower, decimals: 1) },
        column(language(nl: "tot", en: "to")) { format.fixed(100 * $0.upper, decimals: 1) },
      ]
    } else {
      let style = style(values)
      title = style.unit.heading(language)
      groups = [
        column(language(nl: "uitkomst", en: "result")) { style.cell(figure($0.value, $0)) },
        column(language(nl: "van", en: "from")) { style.cell(figure($0.lower, $0)) },
        column(language(nl: "tot", en: "to")) { style.cell(figure($0.upper, $0)) },
      ]
    }
    // Several are told apart by their place in the condition.
    let place = content.condition.clauses.count > 1 ? "\(index + 1): " : ""
    return TextTable.Group(place + title, isCertain ? [groups[0]] : groups)
  }

  /// The statistic at a value, in a sentence.
  func phrase(_ estimate: DrawStatistic.Estimate, _ value: (DrawStatistic.Estimate) -> Double) -> String {
    if clause.isShare { return share(value(estimate)) }
    return style(content.trials.map { $0.value }).phrase(figure(value(estimate), estimate))
  }

  /// The statistic at a value; of a chance with its sampling error.
  func phrase(_ estimate: DrawStatistic.Estimate) -> String {
    let figure = phrase(estimate) { $0.value }
    guard clause.isShare, estimate.lower < estimate.upper else { return figure }
    let (low, high) = (phrase(estimate) { $0.lower }, phrase(estimate) { $0.upper })
    return figure
      + language(
        nl: " (met 95\u{a0}% zekerheid tussen \(low) en \(high))",
        en: " (between \(low) and \(high) with 95% certainty)")
  }

  /// A chance among the draws, with its sampling error.
  func chance(_ share: Double) -> String {
    let draws = content.settings.draws
    let text = ShareText.probability(share, draws: draws, isCertain: false, language: language)
    let estimate = DrawStatistic.share(share, ofDraws: draws)
    let (low, high) = (self.share(estimate.lower), self.share(estimate.upper))
    return text
      + language(
        nl: " (met 95\u{a0}% zekerheid tussen \(low) en \(high))",
        en: " (between \(low) and \(high) with 95% certainty)")
  }

  private func share(_ value: Double) -> String {
    format.fixed(100 * value, decimals: 1) + language(nl: "\(PlainText.joint)%", en: "%")
  }

  /// An amount in the draws at a value, in a sentence.
  func phrase(_ amount: Double, of summary: Summary) -> String {
    let draws = content.settings.draws
    let figure =
      summary.isConstant
      ? ShownFigure(exact: amount)
      : ShownFigure(amount, error: summary.tailError(of: amount, draws: draws), finest: 0)
    let unit = clause.isShare ? nil : style(content.trials.map { $0.value }).unit
    return AmountStyle([figure], unit: unit, language: language).phrase(figure)
  }

  private func style(_ values: [Double]) -> AmountStyle {
    let figures = values.compactMap { self.figures($0)?.estimate }.map { figure($0.value, $0) }
    let finest = figures.compactMap { $0.place }.min() ?? 0
    var unit = AmountUnit.best(for: figures)
    // Both ends of an interval must be visible.
    while unit.exponent - unit.decimals > finest, let smaller = AmountUnit(rawValue: unit.rawValue - 3) {
      unit = smaller
    }
    return AmountStyle(figures, unit: unit, language: language)
  }

  private func figure(_ value: Double, _ estimate: DrawStatistic.Estimate) -> ShownFigure {
    if estimate.lower == estimate.upper { return ShownFigure(exact: value) }
    // Fine enough to give two digits to the interval shown beside it.
    return ShownFigure(value, error: (estimate.upper - estimate.lower) / 10, finest: 0)
  }
}
