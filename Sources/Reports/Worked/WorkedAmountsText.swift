import CostEngine
import Terms

/// The totals of a worked calculation: the lines, the delta and its parts, funding, the present value.
struct WorkedAmountsText {
  let report: WorkedReport

  private var language: Language { report.language }
  private var words: WorkedWords { report.words }
  private var year: WorkedCalculation.Year { report.year }

  var lines: [String] {
    let amounts = year.amounts
    let texts = AmountTexts(study: report.study, language: language)
    let composed = texts.lines(of: amounts, report.content) + staffTime + texts.outOfPocket(of: amounts)
    if report.content.isEnd { return composed }
    return composed + funding + texts.net(of: amounts)
      + texts.payers(
        year.funds.map { ($0.fund, $0.payer, $0.funding) }, amounts: amounts, year: report.content.year,
        share: municipalShare)
      + texts.presentValue(
        years: report.worked.years.map { ($0.year, $0.amounts, $0.discountFactor) }, report.worked.presentValue)
  }

  /// Hours of own staff: by function, and their sum.
  private var staffTime: [String] {
    var lines: [String] = []
    var terms: [(name: String, value: Double)] = []
    for (function, year) in year.functions.enumerated() {
      let name = "\(words.staffTime) \(PlainText.line(report.study.functions[function].code))"
      let difference = year.scenario.staffTime - year.baseline.staffTime
      lines += report.formula(
        name,
        "\(words.scenario, year.scenario.staffTime) - \(words.baseline, year.baseline.staffTime)", difference)
      terms.append((name, difference))
    }
    return lines
      + report.formula(
        Glossary.entry(.staffTime).name(language), Formula(sumOf: terms), year.amounts.staffTime)
  }

  /// The region's share of what all municipalities pay together, if they do.
  private var municipalShare: AmountTexts.MunicipalShare? {
    guard let national = report.national, let keys = national.municipalKey else { return nil }
    let position = report.content.position
    return AmountTexts.MunicipalShare(
      net: national.years[position].net, key: keys[report.worked.region], keySum: keys.reduce(0, +),
      paid: national.paid(.municipalities, region: report.worked.region, in: .year(position)))
  }

  /// The contribution of each fund.
  private var funding: [String] {
    year.funds.flatMap { fund -> [String] in
      let row = report.study.funds[fund.fund]
      let title = PlainText.line("\(row.code) \(row.name)")
      let sum = language(nl: "som van de sleutels", en: "sum of the keys")
      guard fund.keySum != 0 else { return ["  \(title) = 0"] }
      return report.formula(
        title,
        "\(words.amount, fund.amount) * \(words.share, fund.share) * \(words.key, fund.key) / \(sum, fund.keySum)",
        fund.funding)
    }
  }
}

/// The totals that a region and the country have in common.
struct AmountTexts {
  let study: Study
  let language: Language

  private var format: NumberFormat { .ungrouped(language) }
  private var formula: FormulaLines { FormulaLines(format: format) }

  /// Baseline, scenario and delta by line, and their sums.
  func lines(of amounts: WorkedCalculation.Amounts, _ content: WorkedContent) -> [String] {
    let delta = amounts.deltaLines
    func column(_ heading: String, _ lines: LineAmounts) -> TextTable.Column {
      let cells = (CostLine.allCases.map { lines[$0] } + [lines.sum]).map(format.shortest)
      return TextTable.Column(heading, cells, .decimal(mark: Character(UnicodeScalar(format.decimalMark))))
    }
    let table = TextTable(
      heading: Glossary.entry(.line).heading(language),
      labels: CostLine.allCases.map { Glossary.entry($0).name(language) } + [Glossary.entry(.total).name(language)],
      groups: [
        TextTable.Group("", [column(Glossary.entry(.baseline).name(language), amounts.baselineLines)]),
        TextTable.Group("", [column(Glossary.entry(.scenario).name(language), amounts.costLines)]),
        TextTable.Group("", [column(Glossary.entry(.delta).name(language), delta)]),
      ])
    func sum(_ isIncidental: Bool) -> Formula {
      Formula(
        sumOf: CostLine.allCases.filter { $0.isIncidental == isIncidental }.map { line in
          (Glossary.entry(line).name(language), delta[line])
        })
    }
    let structural = Glossary.entry(.structural).name(language)
    let incidental = Glossary.entry(.incidental).name(language)
    let inPeriod = content.inPeriod(language)
    let title = language(nl: "Bedragen per kostenregel \(inPeriod)", en: "Amounts by line \(inPeriod)")
    return [""] + PlainText.heading(title) + table.lines() + [""] + formula(structural, sum(false), amounts.structural)
      + formula(incidental, sum(true), amounts.incidental)
      + formula(
        Glossary.entry(.delta).name(language),
        "\(structural, amounts.structural) + \(incidental, amounts.incidental)", amounts.delta)
  }

  func outOfPocket(of amounts: WorkedCalculation.Amounts) -> [String] {
    let delta = Glossary.entry(.delta).name(language)
    let staffTime = Glossary.entry(.staffTime).name(language)
    return formula(
      Glossary.entry(.outOfPocket).name(language), "\(delta, amounts.delta) - \(staffTime, amounts.staffTime)",
      amounts.outOfPocket)
  }

  func net(of amounts: WorkedCalculation.Amounts) -> [String] {
    let funding = Glossary.entry(.funding).name(language)
    let funds = zip(study.funds, amounts.fundingByFund).map { (name: PlainText.line($0.code), value: $1) }
    return formula(funding, Formula(sumOf: funds), amounts.funding)
      + formula(
        Glossary.entry(ReportedQuantity.net).name(language),
        "\(Glossary.entry(.delta).name(language), amounts.delta) - \(funding, amounts.funding)", amounts.net)
  }

  /// A region's municipalities' share of the shortfall of all regions.
  struct MunicipalShare {
    /// Net of funding of all regions together, EUR.
    var net: Double
    /// The region's value of the key.
    var key: Double
    /// Sum of the key over all regions.
    var keySum: Double
    /// Including what the municipalities' own funds contribute, EUR.
    var paid: Double
  }

  /// Who pays, if the study requests that.
  ///
  /// - Parameters:
  ///   - funds: the contribution of each, by its index in ``Study/funds``.
  ///   - share: nil if the municipalities pay the remainder of their own region.
  func payers(
    _ funds: [(fund: Int, payer: Payer, funding: Double)], amounts: WorkedCalculation.Amounts, year: Int,
    share: MunicipalShare?
  ) -> [String] {
    guard study.municipalKey != nil else { return [] }
    func name(_ payer: Payer) -> String { Glossary.entry(payer: payer).name(language) }
    func own(_ payer: Payer) -> [(name: String, value: Double)] {
      funds.filter { $0.payer == payer }.map { (PlainText.line(study.funds[$0.fund].code), $0.funding) }
    }
    var lines = [""] + PlainText.heading("\(PayerWords.title(language)), \(year)")
    for payer in [Payer.state, .region] {
      lines += formula(name(payer), Formula(sumOf: own(payer)), amounts.paid(payer))
    }
    guard let share else {
      let delta = Glossary.entry(.delta).name(language)
      return lines
        + formula(
          name(.municipalities),
          "\(delta, amounts.delta) - \(name(.state), amounts.paid(.state)) - \(name(.region), amounts.paid(.region))",
          amounts.paid(.municipalities))
    }
    let words = WorkedWords(language: language)
    let net = language(
      nl: "netto van alle regio's en landelijke posten", en: "net of all regions and national one-offs")
    let sum = language(nl: "som van de sleutels", en: "sum of the keys")
    let funded = own(.municipalities)
    let part: Formula = "\(net, share.net) * \(words.key, share.key) / \(sum, share.keySum)"
    return lines
      + formula(
        name(.municipalities), funded.isEmpty ? part : Formula(sumOf: funded) + " + " + part, share.paid)
  }

  /// The amounts of every year, and their value in the year of the price level.
  func presentValue(
    years: [(year: Int, amounts: WorkedCalculation.Amounts, discountFactor: Double)], _ presentValue: Double
  ) -> [String] {
    let mark = Character(UnicodeScalar(format.decimalMark))
    func column(_ heading: String, _ values: [Double], _ total: Double?) -> TextTable.Column {
      TextTable.Column(
        heading, values.map(format.shortest) + [total.map(format.shortest) ?? ""], .decimal(mark: mark))
    }
    let deltas = years.map { $0.amounts.delta }
    let products = years.map { $0.amounts.delta * $0.discountFactor }
    let table = TextTable(
      heading: Glossary.entry(.year).heading(language),
      labels: years.map { String($0.year) } + [Glossary.entry(.total).name(language)],
      groups: [
        TextTable.Group(
          "", [column(Glossary.entry(.delta).name(language), deltas, years.reduce(0) { $0 + $1.amounts.delta })]),
        TextTable.Group(
          "",
          [
            column(
              language(nl: "disconteringsfactor", en: "discount factor"), years.map { $0.discountFactor }, nil)
          ]),
        TextTable.Group("", [column(language(nl: "contante waarde", en: "present value"), products, presentValue)]),
      ])
    return [""] + PlainText.heading(Glossary.entry(.npv).heading(language)) + table.lines()
  }
}
