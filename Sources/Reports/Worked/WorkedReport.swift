import CostEngine
import Terms

/// The text that `waterlijn explain` prints: one year of one region in one draw, every value with its formula and the
/// numbers filled in, so that it can be followed with a pocket calculator.
///
/// The letters are those of the model's description. Numbers have at most six decimals, or nine if they are below 0.1;
/// nothing is rounded between steps.
public struct WorkedReport {
  let content: WorkedContent
  let worked: WorkedCalculation
  /// The country in the same draw, if what its municipalities pay is divided over the regions.
  let national: WorkedNational?
  let language: Language

  /// The whole text; every line ends with a line feed.
  ///
  /// - Parameters:
  ///   - worked: the calculation of `content.study` with `content.values`.
  ///   - national: the same for the country; required if the municipalities of all regions pay together.
  public static func text(
    _ worked: WorkedCalculation, national: WorkedNational? = nil, content: WorkedContent, language: Language
  ) -> String {
    PlainText.text(WorkedReport(content: content, worked: worked, national: national, language: language).lines)
  }

  var study: Study { content.study }
  var year: WorkedCalculation.Year { content.isEnd ? worked.end : worked.years[content.position] }
  var words: WorkedWords { WorkedWords(language: language) }
  var format: NumberFormat { .ungrouped(language) }
  var formula: FormulaLines { FormulaLines(format: format) }

  private var lines: [String] {
    var lines = opening
    lines += settings + phaseIn + measures
    for function in study.functions.indices {
      lines += [""] + WorkedFunctionText(report: self, function: function).lines
    }
    lines += provisions + oneOffs
    return lines + WorkedAmountsText(report: self).lines + origins
  }

  /// Where the region's own figures came from.
  private var origins: [String] {
    guard let answers = content.answers else { return [] }
    let lines = OriginText(progress: answers, language: language).lines(of: worked.region)
    return lines.isEmpty
      ? []
      : heading(
        language(nl: "Waar de cijfers van deze regio vandaan komen", en: "Where this region's figures come from"))
        + lines
  }

  private var opening: [String] {
    let scenario = study.scenarios[worked.scenario]
    let region = study.regions[worked.region]
    return WorkedReport.opening(
      scenario: scenario, place: "\(region.code) \(region.name)", content: content, language: language)
      + PlainText.definitions(words.letters)
  }

  /// Title, and which draw it is.
  static func opening(scenario: Scenario, place: String, content: WorkedContent, language: Language) -> [String] {
    let title = language(nl: "Uitgewerkte berekening", en: "Worked calculation")
    let name = [scenario.name.isEmpty ? scenario.code : "\(scenario.code) \(scenario.name)"]
    let draw =
      content.draw.map { language(nl: "Trekking \($0).", en: "Draw \($0).") }
      ?? (content.study.variables.isEmpty
        ? language(nl: "Alle invoer is zeker.", en: "All input is certain.")
        : language(nl: "Elke onzekere invoer staat op zijn gemiddelde.", en: "Every uncertain input is at its mean."))
    let note = language(
      nl: "Factoren die 1 zijn, zijn weggelaten. Getallen staan hier met hoogstens zes decimalen; er wordt met alle "
        + "decimalen gerekend. In de resultaten is elk bedrag afgerond op hele centen.",
      en: "Factors that are 1 are left out. Numbers are shown with six decimals at most; all decimals are used. In the "
        + "results each amount is rounded to whole cents.")
    return PlainText.heading(
      PlainText.line(title + ": " + (name + [place, content.name(language)]).joined(separator: ", ")), underline: "=")
      + PlainText.wrapped("\(draw) \(note)")
      + (content.isEnd ? PlainText.wrapped(endState(content, language)) : []) + [""]
  }

  /// What the end state is.
  private static func endState(_ content: WorkedContent, _ language: Language) -> String {
    language(
      nl:
        "Het eindbeeld is wat elk jaar terugkomt zodra alles is ingevoerd, binnen de jaren van de studie of later: het "
        + "laatste jaar (\(content.year)) met zijn prijzen, met phi = 1 en elke maatregel die in werking is geheel (psi = "
        + "1), ook in het jaar ervoor. Er komt dan niemand bij en er valt niets in te halen; eenmalige posten en dekking "
        + "tellen niet mee.",
      en:
        "The end state is what recurs every year once everything is in place, within the years of the study or later: "
        + "the last year (\(content.year)) with its prices, with phi = 1 and every measure that is in force fully so (psi "
        + "= 1), in the year before too. Nobody is added then and nothing is caught up; one-offs and funding do not count."
    )
  }

  func heading(_ text: String) -> [String] { [""] + PlainText.heading(PlainText.line(text)) }

  /// Indices and discounting.
  private var settings: [String] {
    var lines = heading(language(nl: "Instellingen en indexen", en: "Settings and indices"))
    if study.currentPrices {
      lines += index("W", study.wageGrowth, year.wageIndex) + index("I", study.priceGrowth, year.priceIndex)
    } else {
      lines.append(language(nl: "  W = I = 1 (constante prijzen)", en: "  W = I = 1 (constant prices)"))
    }
    if content.isEnd { return lines }
    let rate: Formula = "(1 + \(language(nl: "discontovoet", en: "discount_rate"), worked.discountRate))"
    let distance = Double(content.year - study.priceYear)
    lines += formula(
      language(nl: "disconteringsfactor", en: "discount factor"),
      "1 / " + rate + "^\("(t - \(study.priceYear))", distance)", year.discountFactor)
    return lines
  }

  private func index(_ name: String, _ growth: [Quantity], _ value: Double) -> [String] {
    let years = min(content.year, study.priceYear)..<max(content.year, study.priceYear)
    guard !years.isEmpty, !growth.isEmpty else { return ["  \(name) = \(format.shortest(value))"] }
    let column =
      name == "W"
      ? language(nl: "loongroei", en: "wage_growth") : language(nl: "prijsgroei", en: "price_growth")
    var product: Formula = ""
    for (position, before) in years.enumerated() {
      let year = before + 1
      let rate = content.value(growth[year - study.growthYears.lowerBound])
      product = product + (position > 0 ? " * " : "") + "(1 + \("\(column)(\(year))", rate))"
    }
    // A year before the price level has the price level's growth taken off.
    return formula(name, content.year < study.priceYear ? "1 / (" + product + ")" : product, value)
  }

  /// To what extent the gap is closed.
  private var phaseIn: [String] {
    let terms = study.scenarios[worked.scenario].terms[worked.region]
    var lines = heading(Glossary.entry(.phaseIn).heading(language))
    lines.append(
      "  d = \(format.shortest(worked.delay)) (\(Glossary.entry(.delay).name(language)))   "
        + "b = \(format.shortest(worked.bandwidth)) (\(Glossary.entry(.bandwidth).name(language)))   "
        + "\(words.release) = \(format.shortest(worked.release))")
    if content.isEnd { return lines + [language(nl: "  phi = 1 (eindbeeld)", en: "  phi = 1 (end state)")] }
    let from = language(nl: "van", en: "from")
    let until = language(nl: "tot", en: "until")
    func linear(_ first: Quantity, _ last: Quantity) -> Formula {
      let first = content.value(first)
      let last = content.value(last)
      let passed: Formula = "\("t", Double(content.year)) - \("d", worked.delay) - \(from, first) + 1"
      return "clamp((" + passed + ") / (\(until, last) - \(from, first) + 1))"
    }
    switch terms.phaseIn {
    case .linear(let first, let last): lines += formula("phi", linear(first, last), year.phaseIn)
    case .step(let first): lines += formula("phi", linear(first, first), year.phaseIn)
    case .scurve(let first, let last):
      let x = WorkedReport.linear(content.value(first), content.value(last), Double(content.year) - worked.delay)
      lines += formula("x", linear(first, last), x)
      lines += formula("phi", "3 * \("x", x)^2 - 2 * \("x", x)^3", year.phaseIn)
    case .profile(let position): lines += profile(study.profiles[position])
    }
    return lines
  }

  /// A profile's share at `t - d`: linear between two listed years.
  private func profile(_ profile: PhaseInProfile) -> [String] {
    let shares = profile.shares.map(content.value)
    let listed = zip(profile.years, shares).map { "\($0): \(format.shortest($1))" }.joined(separator: "; ")
    let time = Double(content.year) - worked.delay
    let title = language(nl: "profiel ", en: "profile ") + PlainText.line(profile.name) + ": "
    let lines =
      PlainText.wrapped(listed, first: "  " + title, indent: "    ")
      + formula("t - d", "\("t", Double(content.year)) - \("d", worked.delay)", time)
    guard let first = profile.years.lastIndex(where: { Double($0) <= time }) else {
      return lines + [language(nl: "  phi = 0 (voor het eerste jaar)", en: "  phi = 0 (before the first year)")]
    }
    guard first + 1 < shares.count else { return lines + ["  phi = \(format.shortest(shares[first]))"] }
    let (y0, y1) = (profile.years[first], profile.years[first + 1])
    let passed: Formula = "(\("t - d", time) - \("y0", Double(y0))) / (\("y1", Double(y1)) - \("y0", Double(y0)))"
    let share = words.share
    return lines
      + formula(
        "phi",
        "\("\(share)0", shares[first]) + " + passed
          + " * (\("\(share)1", shares[first + 1]) - \("\(share)0", shares[first]))",
        year.phaseIn)
  }

  /// The linear phase-in before it is transformed.
  static func linear(_ from: Double, _ until: Double, _ year: Double) -> Double {
    let share = (year - from + 1) / (until - from + 1)
    return share < 0 ? 0 : share > 1 ? 1 : share
  }

  private var provisions: [String] {
    guard !study.provisions.isEmpty else { return [] }
    return heading(language(nl: "Voorzieningen", en: "Provisions"))
      + study.provisions.indices.flatMap { WorkedProvisionText(report: self, provision: $0).lines }
  }

  private var oneOffs: [String] {
    guard !year.oneOffs.isEmpty else { return [] }
    return heading(language(nl: "Eenmalige posten", en: "One-offs"))
      + year.oneOffs.flatMap { WorkedReport.oneOff($0, study: study, words: words, formula: formula) }
  }

  /// A one-off in a year in which it occurs.
  static func oneOff(
    _ oneOff: WorkedCalculation.OneOffYear, study: Study, words: WorkedWords, formula: FormulaLines
  ) -> [String] {
    let row = study.oneOffs[oneOff.oneOff]
    let product: Formula = "\(words.amount, oneOff.unitAmount) * \(words.units, oneOff.units)"
    return formula(
      PlainText.line("\(row.code) \(row.name)"), product.times(row.index == .wage ? "W" : "I", oneOff.index),
      oneOff.amount)
  }
}
