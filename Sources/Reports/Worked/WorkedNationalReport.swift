import CostEngine
import Terms

/// The text of `waterlijn explain` for the country: the sum of the regions and the national one-offs, in one draw.
public struct WorkedNationalReport {
  let content: WorkedContent
  let national: WorkedNational
  let language: Language

  /// The whole text; every line ends with a line feed.
  ///
  /// - Parameter national: the calculation of `content.study` with `content.values`.
  public static func text(_ national: WorkedNational, content: WorkedContent, language: Language) -> String {
    PlainText.text(WorkedNationalReport(content: content, national: national, language: language).lines)
  }

  private var study: Study { content.study }
  private var words: WorkedWords { WorkedWords(language: language) }
  private var format: NumberFormat { .ungrouped(language) }
  private var formula: FormulaLines { FormulaLines(format: format) }
  private var amounts: WorkedCalculation.Amounts {
    content.isEnd ? national.end : national.years[content.position]
  }

  private var lines: [String] {
    let texts = AmountTexts(study: study, language: language)
    let composed =
      WorkedReport.opening(
        scenario: study.scenarios[national.scenario], place: WholeName.text(study, language: language),
        content: content, language: language) + regions + oneOffs + texts.lines(of: amounts, content)
      + formula(
        Glossary.entry(.staffTime).name(language),
        Formula(
          sumOf: national.regions.map { region in
            (
              PlainText.line(study.regions[region.region].code),
              region.amount(of: .staffTime, in: content.period)
            )
          }), amounts.staffTime)
      + texts.outOfPocket(of: amounts)
    if content.isEnd { return composed }
    return composed + texts.net(of: amounts)
      + texts.payers(funds, amounts: amounts, year: content.year, share: nil)
      + texts.presentValue(
        years: national.years.enumerated().map { position, amounts in
          let year = national.regions[0].years[position]
          return (year.year, amounts, year.discountFactor)
        }, national.presentValue)
  }

  /// The contribution of each fund in all regions together.
  private var funds: [(fund: Int, payer: Payer, funding: Double)] {
    zip(national.regions[0].years[content.position].funds, amounts.fundingByFund).map { ($0.fund, $0.payer, $1) }
  }

  /// The delta of each region.
  private var regions: [String] {
    let mark = Character(UnicodeScalar(format.decimalMark))
    let quantities: [ReportedQuantity] =
      content.isEnd
      ? [.baseline, .cost, .structural] : [.baseline, .cost, .delta, .structural, .incidental, .funding]
    let table = TextTable(
      heading: Glossary.entry(.region).heading(language),
      labels: study.regions.map { PlainText.line($0.code) } + [Glossary.entry(.total).name(language)],
      groups: quantities.map { quantity in
        let values = national.regions.map { $0.amount(of: quantity, in: content.period) }
        return TextTable.Group(
          "",
          [
            TextTable.Column(
              Glossary.entry(quantity).name(language), (values + [values.reduce(0, +)]).map(format.shortest),
              .decimal(mark: mark))
          ])
      })
    let inPeriod = content.inPeriod(language)
    let title = language(nl: "De regio's \(inPeriod)", en: "The regions \(inPeriod)")
    return PlainText.heading(title) + table.lines()
      + PlainText.wrapped(
        language(
          nl: "Hoe het bedrag van een regio is opgebouwd, staat in de uitgewerkte berekening van die regio.",
          en: "The worked calculation of a region shows how its amount is made up."))
  }

  private var oneOffs: [String] {
    let falling = content.isEnd ? [] : national.oneOffs[content.position]
    guard !falling.isEmpty else { return [] }
    let title = language(nl: "Landelijke eenmalige posten", en: "National one-offs")
    return [""] + PlainText.heading(title)
      + falling.flatMap { WorkedReport.oneOff($0, study: study, words: words, formula: formula) }
  }
}
