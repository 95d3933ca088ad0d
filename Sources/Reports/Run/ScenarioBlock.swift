import CostEngine
import Terms

/// What one scenario costs in one place: a sentence a board can read aloud, and the table behind it.
struct ScenarioBlock {
  let report: ConsoleReport
  /// Position in the results.
  let scenario: Int
  /// Position in the results, the country included.
  let region: Int

  private struct QuantityLine {
    var quantity: ReportedQuantity
    var label: String
    var summary: Summary
  }

  private var language: Language { report.language }
  private var content: RunContent { report.content }
  private var study: Study { report.study }
  private var results: Results { report.results }

  /// Every figure of the table.
  var figures: [ShownFigure] { report.figures(rows.map { $0.summary } + payers.summaries) }

  private var payers: PayerBlock { PayerBlock(report: report, scenario: scenario, region: region) }

  func lines(_ style: AmountStyle) -> [String] {
    let rows = self.rows
    return PlainText.heading(heading) + PlainText.wrapped(sentence(style))
      + PlainText.wrapped(yearlySentence(style))
      + (content.completionNote(scenario: scenario, region: region, language).map { PlainText.wrapped($0) } ?? [])
      + warning + [""] + table(rows, style).lines() + fundingNote
      + DearestItems(report: report, scenario: scenario, region: region).lines(style) + payers.lines(style)
  }

  private var heading: String {
    let scenario = study.scenarios[results.selection.scenarios[scenario]]
    let isWhole = results.includesNational && study.regions.count > 1
    let place =
      isWhole
      ? WholeName.text(study, language: language)
      : report.regionName(results.selection.regions[results.includesNational ? 0 : region])
    let title = scenario.name.isEmpty ? scenario.code : "\(scenario.code): \(scenario.name)"
    return PlainText.line("\(Glossary.entry(.scenario).heading(language)) \(title), \(place)")
  }

  private func summary(_ quantity: ReportedQuantity, year: Int? = nil) -> Summary {
    results.summary(quantity, scenario: scenario, region: region, year: year ?? results.total)
  }

  private var rows: [QuantityLine] {
    func name(_ quantity: ReportedQuantity) -> String { Glossary.entry(quantity).heading(language) }
    func part(_ quantity: ReportedQuantity) -> QuantityLine {
      let name = Glossary.entry(quantity).name(language)
      return QuantityLine(
        quantity: quantity, label: language(nl: "  waarvan ", en: "  of which ") + name, summary: summary(quantity))
    }
    var rows = [
      QuantityLine(quantity: .delta, label: name(.delta) + " " + report.study.horizon, summary: summary(.delta)),
      part(.structural), part(.incidental), part(.staffTime), part(.outOfPocket),
    ]
    if !study.funds.isEmpty {
      rows.append(QuantityLine(quantity: .funding, label: name(.funding), summary: summary(.funding)))
      rows.append(QuantityLine(quantity: .net, label: name(.net), summary: summary(.net)))
    }
    if study.discountRate != .certain(0) {
      rows.append(QuantityLine(quantity: .npv, label: name(.npv), summary: summary(.npv)))
    }
    let label = language(nl: "Structureel per jaar ", en: "Structural per year ") + content.inEndState(language)
    rows.append(QuantityLine(quantity: .structural, label: label, summary: endState))
    return rows
  }

  private var endState: Summary { summary(.structural, year: content.endState) }

  private func table(_ rows: [QuantityLine], _ style: AmountStyle) -> TextTable {
    let mark = Character(UnicodeScalar(style.format.decimalMark))
    let perInhabitant = rows.compactMap { content.perInhabitant($0.summary, region: region) }
    var groups = [
      TextTable.Group(style.unit.heading(language), report.columns(rows.map { $0.summary }, style: style))
    ]
    if perInhabitant.count == rows.count {
      let cells = perInhabitant.map { $0.text(unit: 0, decimals: 2, format: style.format) }
      groups.append(
        TextTable.Group(
          language(nl: "EUR per", en: "EUR per"),
          [TextTable.Column(language(nl: "inwoner", en: "inhabitant"), cells, .decimal(mark: mark))]))
    }
    let words = rows.map { row in word(row.quantity, isNegative: style.isNegative(content.mean(row.summary))) }
    if words.contains(where: { !$0.isEmpty }) {
      groups.append(TextTable.Group("", [TextTable.Column("", words, .left)]))
    }
    return TextTable(heading: "", labels: rows.map { $0.label }, groups: groups)
  }

  /// A word for the meaning of a minus sign.
  private func word(_ quantity: ReportedQuantity, isNegative: Bool) -> String {
    guard isNegative else { return "" }
    switch quantity {
    case .funding: return ""
    case .net: return language(nl: "meer dan gedekt", en: "more than covered")
    default: return language(nl: "besparing", en: "saving")
    }
  }

  /// What the tails of inputs do to the mean.
  private var warning: [String] {
    content.tailWarning(scenario: scenario, region: region, language).map { PlainText.wrapped($0) } ?? []
  }

  private var fundingNote: [String] {
    guard study.funds.isEmpty else { return [] }
    return PlainText.wrapped(
      language(
        nl: "Er is geen dekking opgegeven (funding.csv): netto is gelijk aan de meerkosten.",
        en: "No funding is given (funding.csv): net equals the extra cost."))
  }

  private func sentence(_ style: AmountStyle) -> String {
    let total = summary(.delta)
    let mean = content.mean(total)
    let perInhabitant = perInhabitantClause(total, style)
    let amount = style.phrase(magnitude(mean))
    // What all draws have alike is not the expectation as long as something rare was not drawn.
    let isAlike = content.isCertain || total.isConstant && results.draws > 1
    let expected =
      content.isCertain
      ? ""
      : isAlike
        ? language(nl: "in elke trekking ", en: "in every draw ")
        : language(nl: "naar verwachting ", en: "is expected to ")
    let claim: String
    if style.isZero(mean) {
      claim = language(
        nl: "Dit scenario kost \(expected)evenveel als doorgaan zoals nu",
        en: "This scenario \(expected)\(isAlike ? "costs" : "cost") as much as going on as today")
    } else if style.isNegative(mean) {
      claim = language(
        nl: "Dit scenario bespaart \(expected)\(amount)\(perInhabitant) ten opzichte van doorgaan zoals nu",
        en: "This scenario \(expected)\(isAlike ? "saves" : "save") \(amount)\(perInhabitant) compared with "
          + "going on as today")
    } else {
      claim = language(
        nl: "Dit scenario kost \(expected)\(amount)\(perInhabitant) meer dan doorgaan zoals nu",
        en: "This scenario \(expected)\(isAlike ? "costs" : "cost") \(amount)\(perInhabitant) more than "
          + "going on as today")
    }
    // These words are the same in both languages.
    let period = study.years == 1 ? "in" : "over"
    return claim + ", \(period) \(report.study.horizon)" + range(total, style) + "."
  }

  /// ` (EUR 12,34 per inwoner)`; empty if that is less than the smallest coin.
  private func perInhabitantClause(_ summary: Summary, _ style: AmountStyle) -> String {
    guard let figure = content.perInhabitant(summary, region: region), figure.value.magnitude >= 0.005 else {
      return ""
    }
    let amount = "EUR\(PlainText.joint)" + magnitude(figure).text(unit: 0, decimals: 2, format: style.format)
    return language(nl: " (\(amount) per inwoner)", en: " (\(amount) per inhabitant)")
  }

  private func yearlySentence(_ style: AmountStyle) -> String {
    let inEnd = content.inEndState(language)
    let mean = content.mean(endState)
    if style.isZero(mean) && endState.isConstant {
      return language(
        nl: "\(Bilingual(same: inEnd).capitalised(language)) zijn er geen structurele meerkosten.",
        en: "There is no structural extra cost \(inEnd).")
    }
    let amount = style.phrase(magnitude(mean))
    let isSaving = style.isNegative(mean)
    return language(
      nl: "De structurele \(isSaving ? "besparing is" : "meerkosten zijn") \(inEnd) \(amount) per jaar",
      en: "The structural \(isSaving ? "saving" : "extra cost") \(inEnd) is \(amount) a year")
      + range(endState, style) + "."
  }

  /// `; in 90\u{a0}% van de trekkingen tussen ... en ... (elk ± ...)`, with a saving in words, and with each end's own
  /// error where they differ; empty if nothing was drawn.
  private func range(_ summary: Summary, _ style: AmountStyle) -> String {
    guard !content.isCertain && !summary.isConstant else { return "" }
    let errors = [ShownPercentile.Kind.p05, .p95].map { content.percentile($0, of: summary).error }
    let phrases = errors.map(style.errorPhrase)
    let told: String
    if errors.allSatisfy({ $0 == 0 }) {
      told = ""
    } else if phrases[0] == phrases[1] {
      told = language(nl: " (elk \(phrases[0]))", en: " (each \(phrases[0]))")
    } else {
      told = " (P5 \(phrases[0]), P95 \(phrases[1]))"
    }
    return interval(summary, style) + told
  }

  private func interval(_ summary: Summary, _ style: AmountStyle) -> String {
    let ends = [ShownPercentile.Kind.p05, .p95].map { content.percentile($0, of: summary) }
    let low = ends[0].figure
    let high = ends[1].figure
    let isLowSaving = style.isNegative(low)
    let isHighSaving = style.isNegative(high)
    let lowText = style.phrase(magnitude(low))
    let highText = style.phrase(magnitude(high))
    let draws = language(nl: "; in 90\u{a0}% van de trekkingen ", en: "; in 90% of the draws ")
    if lowText == highText && isLowSaving == isHighSaving {
      let isExact = low.place == nil && high.place == nil && style.unit == .euro
      let (rounded, about) = isExact ? ("", "") : ("afgerond ", "about ")
      return draws
        + (isLowSaving
          ? language(nl: "\(rounded)een besparing van \(lowText)", en: "a saving of \(about)\(lowText)")
          : language(nl: "\(rounded)\(lowText)", en: "\(about)\(lowText)"))
    }
    switch (isLowSaving, isHighSaving) {
    case (true, true):
      return draws
        + language(
          nl: "een besparing tussen \(highText) en \(lowText)", en: "a saving between \(highText) and \(lowText)")
    case (true, false):
      return draws
        + language(
          nl: "tussen een besparing van \(lowText) en meerkosten van \(highText)",
          en: "between a saving of \(lowText) and an extra cost of \(highText)")
    default:
      return draws + language(nl: "tussen \(lowText) en \(highText)", en: "between \(lowText) and \(highText)")
    }
  }

  private func magnitude(_ figure: ShownFigure) -> ShownFigure {
    var figure = figure
    figure.value = figure.value.magnitude
    return figure
  }
}
