import CostEngine
import Terms

/// The text that `waterlijn run` prints: what was computed, what each scenario costs, who pays, and how they compare.
public struct ConsoleReport {
  let content: RunContent
  let language: Language

  /// The whole text; every line ends with a line feed.
  public static func text(_ content: RunContent, language: Language) -> String {
    PlainText.text(ConsoleReport(content: content, language: language).lines)
  }

  var study: Study { content.study }
  var results: Results { content.results }

  private var lines: [String] {
    var lines = PartialText(content.partial, language: language).lines
    lines += ExampleText(content.examples, language: language).lines
    lines += PlainText.heading(PlainText.line(study.title), underline: "=") + [""]
    lines += PlainText.wrapped(introduction) + [""]
    lines += PlainText.definitions(facts) + [""]
    lines += PlainText.wrapped(readingGuide) + PayerWords(report: self).introduction
    if let place {
      let blocks = results.selection.scenarios.indices.map {
        ScenarioBlock(report: self, scenario: $0, region: place)
      }
      // One unit for all, so that scenarios can be compared.
      let style = AmountStyle(blocks.flatMap { $0.figures }, language: language)
      lines += blocks.flatMap { [""] + $0.lines(style) }
    }
    lines += RegionTables(report: self, place: place).lines + PayerWords(report: self).missing
    lines += PairTables(report: self, place: place).lines
    return lines + [""] + footer
  }

  /// The one place that is reported in full: the country, or the only region.
  private var place: Int? {
    if results.includesNational { return results.national }
    return results.selection.regions.count == 1 ? 0 : nil
  }

  private var introduction: String {
    language(
      nl: "Wat kost het om van de huidige situatie naar het kwaliteitsniveau van elk scenario te gaan? Alle bedragen "
        + "zijn meerkosten: het verschil met doorgaan zoals nu.",
      en: "What does it cost to go from today's situation to the quality level of each scenario? All amounts are "
        + "extra cost: the difference with going on as today.")
  }

  private var facts: [(label: String, text: String)] {
    var facts: [(label: String, text: String)] =
      headFacts + [
        (language(nl: "Regio's", en: "Regions"), regionsFact),
        (
          language(nl: "Scenario's", en: "Scenarios"),
          results.selection.scenarios.map(scenarioName).joined(separator: "; ")
        ),
        (
          language(nl: "Jaren", en: "Years"),
          study.years == 1
            ? "\(study.firstYear)" : language(nl: "\(study.firstYear) tot en met \(study.lastYear)", en: study.horizon)
        ),
        (Glossary.entry(.priceYear).heading(language), pricesFact),
        (Glossary.entry(.draws).heading(language), drawsFact),
        (language(nl: "Onzekere invoer", en: "Uncertain input"), uncertaintyFact),
        (language(nl: "Huidige situatie", en: "Current situation"), coverageFact),
      ]
    if let goal = content.goal {
      facts.append(
        (language(nl: "Nauwkeurigheid", en: "Precision"), PrecisionText(report: self, goal: goal).text))
    }
    if content.notices > 0 {
      let count = NumberFormat.people(language).count(content.notices)
      facts.append(
        (
          language(nl: "Meldingen", en: "Notices"),
          language(nl: "\(count); `waterlijn check` toont ze", en: "\(count); `waterlijn check` shows them")
        ))
    }
    let open = content.doubts.count { $0.severity == .doubt }
    if open > 0 {
      let count = NumberFormat.people(language).count(open)
      facts.append(
        (
          language(nl: "Twijfels", en: "Doubts"),
          language(
            nl: "\(count) open: getallen die waarschijnlijk niet zo bedoeld zijn; `waterlijn check` toont ze",
            en: "\(count) open: figures that are probably not what was meant; `waterlijn check` shows them")
        ))
    }
    return facts
  }

  /// Who made the study, and what it leaves out, as far as it says so.
  private var headFacts: [(label: String, text: String)] {
    let head = HeadText(head: content.head, language: language)
    let origin = head.line.map { (label: language(nl: "Opgesteld", en: "Made by"), text: $0) }
    return ([origin].compactMap { $0 } + head.limits.map { (label: $0.label, text: $0.text) })
      .map { (label: $0.label, text: PlainText.line($0.text)) }
  }

  private var regionsFact: String {
    let format = NumberFormat.people(language)
    let selected = results.selection.regions
    let inhabitants = format.fixed(
      selected.reduce(0) { $0 + content.populations[$1] }, decimals: 0)
    if results.includesNational {
      let whole =
        study.regions.count == 1 ? regionName(0) : language(nl: "alle \(selected.count)", en: "all \(selected.count)")
      let country =
        WholeName.isCountry(study) ? language(nl: ", samen Nederland", en: ", together the Netherlands") : ""
      return whole + country + language(nl: " (\(inhabitants) inwoners)", en: " (\(inhabitants) inhabitants)")
    }
    let names = selected.map(regionName).joined(separator: "; ")
    let list = language(
      nl: "\(selected.count) van de \(study.regions.count): \(names) (\(inhabitants) inwoners). ",
      en: "\(selected.count) of \(study.regions.count): \(names) (\(inhabitants) inhabitants). ")
    let hasNationalOneOffs = study.oneOffs.contains { $0.per == .national }
    return list
      + language(
        nl: "Niet alle regio's zijn berekend: er is geen totaal van alle samen"
          + (hasNationalOneOffs ? ", en de landelijke eenmalige posten tellen niet mee." : "."),
        en: "Not all regions were computed: there is no total of them all"
          + (hasNationalOneOffs ? ", and the national one-offs are left out." : "."))
  }

  private var pricesFact: String {
    study.currentPrices
      ? language(
        nl: "\(study.priceYear), lopende prijzen: bedragen groeien mee met lonen en prijzen",
        en: "\(study.priceYear), current prices: amounts grow with wages and prices")
      : language(nl: "\(study.priceYear), constante prijzen", en: "\(study.priceYear), constant prices")
  }

  private var drawsFact: String {
    let draws = NumberFormat.people(language).count(results.draws)
    let way = SamplerText.text(content.sampler)(language)
    return language(nl: "\(draws), \(way), startwaarde \(content.seed)", en: "\(draws), \(way), seed \(content.seed)")
      + drawsAdvice
  }

  /// Advice to use a power of two: Sobol sequences are much more precise there.
  private var drawsAdvice: String {
    let below = 1 << (Int.bitWidth - 1 - results.draws.leadingZeroBitCount)
    guard content.sampler == .sobol, !content.isCertain, results.draws >= 1000, results.draws != below else {
      return ""
    }
    let format = NumberFormat.people(language)
    let more = format.count(2 * below)
    // By the midpoint to the next power of two the advantage of the previous one is lost.
    let isNear = 2 * results.draws < 3 * below
    return language(
      nl: "; met \(isNear ? format.count(below) + " of " : "")\(more) trekkingen zijn de gemiddelden preciezer",
      en: "; with \(isNear ? format.count(below) + " or " : "")\(more) draws the means are more precise")
  }

  private var uncertaintyFact: String {
    let count = study.variables.count
    guard count > 0 else { return language(nl: "geen: alle invoer is zeker", en: "none: all input is certain") }
    let number = NumberFormat.people(language).count(count)
    return count == 1
      ? language(nl: "1 waarde", en: "1 value") : language(nl: "\(number) waarden", en: "\(number) values")
  }

  private var coverageFact: String {
    CoverageText.text(results.selection.regions.map { content.coverage[$0] }, language: language)
  }

  private var readingGuide: String {
    if content.isCertain {
      return withoutSpread
        + language(
          nl: " Bedragen zijn afgerond op hele euro's; een bedrag met een minteken is een besparing.",
          en: " Amounts are rounded to whole euros; an amount with a minus sign is a saving.")
    }
    return language(
      nl:
        "Zo leest u de bedragen: het gemiddelde is de verwachte waarde; in 90\u{a0}% van de trekkingen ligt het bedrag "
        + "tussen P5 en P95. Achter ± staat de steekproeffout: zoveel kan P5 of P95 ernaast zitten doordat er niet "
        + "eindeloos veel trekkingen zijn (in twee van de drie gevallen is het minder). Een bedrag met een minteken is een "
        + "besparing. Elk bedrag heeft zoveel cijfers als het aantal trekkingen kan dragen; delen tellen daarom niet altijd "
        + "precies op.",
      en: "How to read the amounts: the mean is the expected value; in 90% of the draws the amount lies between P5 and "
        + "P95. After ± stands the sampling error: P5 or P95 can be off by that much because there are not endlessly many "
        + "draws (in two cases of three it is less). An amount with a minus sign is a saving. Each amount has as many "
        + "digits as the number of draws supports; so parts do not always add up exactly.")
  }

  /// Why there is no spread.
  private var withoutSpread: String {
    if study.variables.isEmpty {
      return language(
        nl: "Alle invoer is zeker: er is geen spreiding.", en: "All input is certain: there is no spread.")
    }
    if content.tails.inputCount == 0 {
      return language(
        nl: "Geen onzekere invoer raakt wat hier berekend is: er is geen spreiding.",
        en: "No uncertain input touches what was computed here: there is no spread.")
    }
    let draws = NumberFormat.people(language).count(results.draws)
    return language(
      nl: "Onzekere invoer maakte in geen van de \(draws) trekkingen verschil: er is geen spreiding.",
      en: "Uncertain input made no difference in any of the \(draws) draws: there is no spread.")
  }

  private var footer: [String] {
    var lines: [String] = []
    if let folder = content.outputFolder {
      lines += PlainText.wrapped(
        language(nl: "Alle uitkomsten staan in \(folder)", en: "All results are in \(folder)")
          + ": summary.csv, lines.csv, \(results.hasItems ? "items.csv, " : "")pairs.csv, manifest.json.")
    }
    return lines + ["Waterlijn \(content.toolVersion)"]
  }

  /// Code and name of a region, by its index in the study.
  func regionName(_ region: Int) -> String {
    let region = study.regions[region]
    return PlainText.line(region.name.isEmpty ? region.code : region.code + " " + region.name)
  }

  /// Code of a scenario, by its position in the results.
  func scenarioCode(_ position: Int) -> String {
    PlainText.line(study.scenarios[results.selection.scenarios[position]].code)
  }

  /// Code and name of a scenario, by its index in the study.
  private func scenarioName(_ scenario: Int) -> String {
    let scenario = study.scenarios[scenario]
    return PlainText.line(scenario.name.isEmpty ? scenario.code : "\(scenario.code) (\(scenario.name))")
  }

  /// The columns for rows of summaries: mean, P5 and P95 with their sampling errors; the amount alone if nothing was
  /// drawn.
  func columns(_ summaries: [Summary], style: AmountStyle, heading: String? = nil) -> [TextTable.Column] {
    let mark = Character(UnicodeScalar(style.format.decimalMark))
    func column(_ heading: String, _ figure: (Summary) -> ShownFigure) -> TextTable.Column {
      TextTable.Column(heading, summaries.map { style.cell(figure($0)) }, .decimal(mark: mark))
    }
    if content.isCertain { return [column(heading ?? language(nl: "bedrag", en: "amount"), content.mean)] }
    func percentile(_ heading: String, _ kind: ShownPercentile.Kind) -> [TextTable.Column] {
      let percentiles = summaries.map { content.percentile(kind, of: $0) }
      var errors = TextTable.Column("", percentiles.map { style.error($0.error) }, .left)
      errors.isJoined = true
      return [column(heading) { content.percentile(kind, of: $0).figure }, errors]
    }
    return [column(language(nl: "gem.", en: "mean"), content.mean)] + percentile("P5", .p05) + percentile("P95", .p95)
  }

  /// Every figure that a table of summaries shows.
  func figures(_ summaries: [Summary]) -> [ShownFigure] {
    summaries.flatMap { summary in
      content.isCertain
        ? [content.mean(summary)]
        : [content.mean(summary)]
          + [.p05, .p95].map { content.percentile($0, of: summary).figure }
    }
  }
}
