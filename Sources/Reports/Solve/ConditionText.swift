import CostEngine
import Terms

/// A condition in words, and its figures.
struct ConditionText {
  let content: SolveContent
  let language: Language

  private var condition: SolveCondition { content.condition }
  private var format: NumberFormat { .people(language) }
  private var isShare: Bool {
    if case .shareAbove = condition.statistic { return true }
    return false
  }

  /// `P80 van netto na dekking`.
  var statistic: String {
    let quantity = "\"\(Glossary.entry(condition.amount.quantity).name(language))\""
    let of = language(nl: " van ", en: " of ") + quantity
    switch condition.statistic {
    case .mean: return language(nl: "het gemiddelde", en: "the mean") + of
    case .standardDeviation: return Glossary.entry(.standardDeviation).name(language) + of
    case .percentile(let percentage): return "P\(percentage)" + of
    case .cvar95: return Glossary.entry(.cvar95).name(language) + of
    case .shareAbove(let amount):
      return language(nl: "de kans dat ", en: "the chance that ") + quantity
        + language(nl: " boven ", en: " is above ") + euros(amount) + language(nl: " ligt", en: "")
    }
  }

  /// `hooguit EUR 0`.
  var requirement: String {
    let limit = isShare ? share(condition.threshold) : euros(condition.threshold)
    switch condition.comparison {
    case .atMost: return language(nl: "hooguit \(limit)", en: "at most \(limit)")
    case .below: return language(nl: "minder dan \(limit)", en: "less than \(limit)")
    case .atLeast: return language(nl: "ten minste \(limit)", en: "at least \(limit)")
    case .above: return language(nl: "meer dan \(limit)", en: "more than \(limit)")
    }
  }

  /// The place and period of the amount.
  var place: String {
    let title = AmountTitle(study: content.study, language: language)
    let code = content.study.scenarios[condition.amount.scenario].code
    return PlainText.line(
      "scenario \(code), \(title.place(condition.amount.region)), \(title.period(condition.amount.year))")
  }

  func euros(_ amount: Double) -> String { "EUR\(PlainText.joint)" + format.shortest(amount) }

  private func share(_ value: Double) -> String {
    format.shortest(100 * value) + language(nl: "\(PlainText.joint)%", en: "%")
  }

  // MARK: Figures

  /// The columns of a table of tested values.
  func columns(_ values: [Double]) -> [TextTable.Group] {
    let mark = Character(UnicodeScalar(format.decimalMark))
    let estimates = values.map { content.figures($0)?.estimate }
    func column(_ heading: String, _ cell: (DrawStatistic.Estimate) -> String) -> TextTable.Column {
      TextTable.Column(heading, estimates.map { $0.map(cell) ?? "-" }, .decimal(mark: mark))
    }
    let groups: [TextTable.Column]
    let title: String
    let isCertain = estimates.allSatisfy { $0.map { $0.lower == $0.upper } ?? true }
    if isShare {
      title = "%"
      groups = [
        column(language(nl: "kans", en: "chance")) { format.fixed(100 * $0.value, decimals: 1) },
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
    let met = values.map { value in
      content.holds(value).map { $0 ? language(nl: "ja", en: "yes") : language(nl: "nee", en: "no") }
        ?? language(nl: "kan niet", en: "cannot be")
    }
    return [
      TextTable.Group(title, isCertain ? [groups[0]] : groups),
      TextTable.Group("", [TextTable.Column(language(nl: "voldoet", en: "meets it"), met, .right)]),
    ]
  }

  /// The statistic at a value, in a sentence.
  func phrase(_ estimate: DrawStatistic.Estimate, _ value: (DrawStatistic.Estimate) -> Double) -> String {
    if isShare {
      return format.fixed(100 * value(estimate), decimals: 1) + language(nl: "\(PlainText.joint)%", en: "%")
    }
    return style(content.trials.map { $0.value }).phrase(figure(value(estimate), estimate))
  }

  /// An amount in the draws at a value, in a sentence.
  func phrase(_ amount: Double, of summary: Summary) -> String {
    let draws = content.settings.draws
    let figure =
      summary.isConstant
      ? ShownFigure(exact: amount)
      : ShownFigure(amount, error: summary.tailError(of: amount, draws: draws), finest: 0)
    let unit = isShare ? nil : style(content.trials.map { $0.value }).unit
    return AmountStyle([figure], unit: unit, language: language).phrase(figure)
  }

  private func style(_ values: [Double]) -> AmountStyle {
    let figures = values.compactMap { content.figures($0)?.estimate }.map { figure($0.value, $0) }
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
