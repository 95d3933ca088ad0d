import CostEngine
import Terms

/// The probability of staying within the funding.
struct FundingSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }

  var section: PageSection? {
    guard !page.run.isCertain else { return nil }
    return page.section(
      "dekking",
      !page.study.funds.isEmpty
        ? language(nl: "Passen de meerkosten binnen de middelen?", en: "Do the funds cover the extra cost?")
        : onlySaves
          ? language(nl: "Hoe zeker is de besparing?", en: "How certain is the saving?")
          : language(nl: "Hoeveel is er nodig om genoeg te hebben?", en: "How much is needed to have enough?"),
      page.lacksFunding
        ? "<p>\(unknown)</p>"
        : page.eachScenario { scenario in
          let analysis = page.content.analyses[scenario][page.place]
          let curve = Self.curve(page.hasFunding ? analysis.netCurve : analysis.costCurve, through: summary(scenario))
          let isDrawn = curve.count == 99 && curve[0] < curve[98]
          let figure: Markup = isDrawn ? figure(scenario, curve).markup : ""
          let introduction = introduction(scenario, curve)
          return introduction.isEmpty ? figure : "<p>\(introduction)</p>\(figure)"
        })
  }

  private var unknown: String {
    language(
      nl: "Deze uitkomsten bevatten de middelen niet; daarom is dit niet te zeggen.",
      en: "These results do not hold the funds; so this cannot be told.")
  }

  /// Whether nothing is needed in 8 cases out of 10, whatever the scenario.
  private var onlySaves: Bool {
    page.scenarios.allSatisfy { scenario in
      let curve = Self.curve(page.content.analyses[scenario][page.place].costCurve, through: summary(scenario))
      return curve.count == 99 && curve[79] <= 0
    }
  }

  private func summary(_ scenario: Int) -> Summary { page.summary(page.hasFunding ? .net : .delta, scenario) }

  /// An amount of the curve, no finer than the underlying draws support, in the unit of all that are told of it.
  private func shown(_ curve: [Double], _ index: Int, _ scenario: Int) -> ShownFigure {
    func figure(_ index: Int) -> ShownFigure {
      summary(scenario).shownTail(
        curve[index], draws: known.contains(index) ? page.results.draws : page.content.analysisDraws)
    }
    var shown = figure(index)
    shown.isInMillions = AmountColumn.areInMillions(told.map(figure))
    return shown
  }

  /// Where the percentiles that are known stand in a curve.
  private var known: [Int] {
    ResultsColumn.allCases.filter(page.gaps.tells).compactMap { $0.percentage }.map { $0 - 1 }
  }

  /// Indices at which the probability is given; including 20 % and 80 %, as people think in terms of 8 out of 10.
  private var told: [Int] { Set(known + [19, 79]).sorted() }

  /// The curve of some of the draws, adjusted to go through the percentiles known from all draws: stretched between
  /// each two of them, and shifted beyond the outer ones. It ascends, and stays between the two percentiles around it.
  static func curve(_ curve: [Double], through summary: Summary) -> [Double] {
    guard curve.count == 99 else { return curve }
    let isKnown = Summary.percentages.indices.filter { !summary.percentiles[$0].isNaN }
    let known = isKnown.map { Summary.percentages[$0] - 1 }
    let exact = isKnown.map { summary.percentiles[$0] }
    return curve.indices.map { index -> Double in
      let next = known.firstIndex { $0 >= index } ?? known.count
      if next < known.count, known[next] == index { return exact[next] }
      if next == 0 { return min(exact[0], curve[index] + exact[0] - curve[known[0]]) }
      let (low, rough) = (exact[next - 1], curve[known[next - 1]])
      if next == known.count { return max(low, curve[index] + low - rough) }
      let (high, roughHigh) = (exact[next], curve[known[next]])
      // Where these draws show no difference, each belongs to the nearest percentile.
      guard roughHigh > rough else { return curve[index] - low < high - curve[index] ? low : high }
      return min(high, low + (curve[index] - rough) / (roughHigh - rough) * (high - low))
    }
  }

  private func introduction(_ scenario: Int, _ curve: [Double]) -> String {
    let enough = curve.count == 99 ? shown(curve, 79, scenario) : nil
    guard page.hasFunding else { return enough.map { aside($0) } ?? "" }
    var sentences: [String] = []
    if page.gaps.tells(.sharePositive) {
      sentences.append(
        language(
          nl: "De kans dat de middelen \(page.over) genoeg zijn, is \(page.chanceWithinFundingInWords(scenario)).",
          en: "The chance that the funds are enough \(page.over) is \(page.chanceWithinFundingInWords(scenario)).")
          + kept(scenario))
    }
    if let enough, ReportPage.shownValue(enough) > 0 {
      sentences.append(
        language(
          nl:
            "Om in 8 van de 10 gevallen genoeg te hebben, is \(page.over) in totaal \(euro.text(enough)) extra nodig.",
          en: "To have enough in 8 cases of 10, \(euro.text(enough)) more is needed in all \(page.over)."))
    }
    return sentences.joined(separator: " ")
  }

  /// The amount that is enough in 8 cases out of 10, for studies without funds.
  func aside(_ enough: ShownFigure) -> String {
    let amount = ReportPage.shownValue(enough)
    if amount < 0 {
      return language(
        nl: "In 8 van de 10 gevallen bespaart dit scenario \(page.over) ten minste \(euro.magnitude(enough)).",
        en: "In 8 cases of 10 this scenario saves \(euro.magnitude(enough)) \(page.over) at least.")
    }
    if amount > 0 {
      return language(
        nl: "Wie \(euro.text(enough)) opzijzet voor \(page.horizon), heeft in 8 van de 10 gevallen genoeg.",
        en: "Whoever sets aside \(euro.text(enough)) for \(page.horizon) has enough in 8 cases of 10.")
    }
    // More than nothing, but less than the draws can distinguish from it.
    guard enough.value <= 0 else { return "" }
    return language(
      nl: "In 8 van de 10 gevallen kost dit scenario \(page.over) niets extra.",
      en: "In 8 cases of 10 this scenario costs nothing extra \(page.over).")
  }

  /// The assumption behind the probability if in some year the funds exceed what is needed.
  private func kept(_ scenario: Int) -> String {
    let years = (0..<page.results.years).map { page.summary(.net, scenario, year: $0).mean }
    guard years.contains(where: { $0 < 0 }), years.contains(where: { $0 > 0 }) else { return "" }
    return language(
      nl: " Daarbij is aangenomen dat wat in het ene jaar overblijft, in een ander jaar mag worden gebruikt.",
      en: " It is assumed there that what is left in one year may be used in another.")
  }

  private func figure(_ scenario: Int, _ curve: [Double]) -> PageFigure {
    let title =
      page.hasFunding
      ? language(
        nl: "Hoe groot is de kans op een tekort, en van hoeveel? (\(page.horizon))",
        en: "How likely is a shortage, and of how much? (\(page.horizon))")
      : language(
        nl: "Hoe groot is de kans op hogere meerkosten? (\(page.horizon))",
        en: "How likely is a higher extra cost? (\(page.horizon))")
    func percent(_ number: Int) -> String { "\(number)" + language(nl: "\u{a0}%", en: "%") }
    /// The probability beyond an amount is that beyond the last percentile equal to it: several are equal if many draws
    /// gave the same.
    func chance(_ index: Int) -> String {
      let beyond = 99 - curve.lastIndex(of: curve[index])!
      return beyond == 1 ? language(nl: "hooguit ", en: "at most ") + percent(1) : percent(beyond)
    }
    // An amount that many draws gave is listed once.
    let told = self.told.reduce(into: [Int]()) { kept, index in
      if kept.last.map({ curve[index] > curve[$0] }) ?? true { kept.append(index) }
    }
    // A sentence in the chart must not be broken within its probability.
    let enough =
      page.hasFunding && page.gaps.tells(.sharePositive)
      ? ": " + language(nl: "kans", en: "chance") + "\u{a0}"
        + page.chanceWithinFunding(scenario).split(separator: " ").joined(separator: "\u{a0}") : ""
    let tips = told.map { index in
      (
        index: index,
        text: language(
          nl: "kans van \(chance(index)) op meer dan \(euro.text(shown(curve, index, scenario)))",
          en: "a chance of \(chance(index)) of more than \(euro.text(shown(curve, index, scenario)))")
      )
    }
    let chart = ExceedanceChart(
      id: "kans-\(scenario)", title: title,
      description: language(
        nl: "Een dalende lijn: voor elk bedrag de kans dat het hoger uitvalt, van 99\u{a0}% tot 1\u{a0}%.",
        en: "A falling line: for each amount the chance that it turns out higher, from 99% to 1%."),
      curve: curve,
      limit: page.hasFunding
        ? (
          0,
          language(
            nl: "links hiervan zijn de middelen genoeg\(enough)", en: "to the left the funds are enough\(enough)")
        ) : nil, tips: tips,
      axisTitle: { unit in
        page.hasFunding
          ? language(
            nl: "nog te dekken na de middelen, \(unit.axisTitle(language))",
            en: "still to be funded, \(unit.axisTitle(language))")
          : language(nl: "meerkosten, \(unit.axisTitle(language))", en: "extra cost, \(unit.axisTitle(language))")
      }, language: language)
    let rows = told.map { index in
      PageTable.Row(
        header: "\(chance(index))", cells: [page.cell(shown(curve, index, scenario))])
    }
    return PageFigure(
      chart: chart.chart,
      table: PageTable(
        caption: title,
        columns: [
          .text(language(nl: "Kans", en: "Chance")), .number(language(nl: "op meer dan", en: "of more than")),
        ], rows: rows, language: language),
      note: language(
        nl:
          "De hoogste en de laagste 1\u{a0}% van de uitkomsten zijn niet getekend: nog hogere en lagere bedragen kunnen.",
        en: "The highest and the lowest 1% of the outcomes are not drawn: still higher and lower amounts can occur."),
      language: language)
  }
}
