import CostEngine
import Terms

/// The drivers of the uncertainty, and the questions to ask first.
struct UncertaintySection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }

  var section: PageSection? {
    guard !page.run.isCertain else { return nil }
    return page.section(
      "onzeker", language(nl: "Wat maakt de uitkomst onzeker?", en: "What makes the outcome uncertain?"),
      page.eachScenario { scenario in
        let analysis = page.content.analyses[scenario][page.place]
        return "\(drivers(scenario, analysis.drivers))\(questions(analysis.questions, alike: analysis.alike))"
      })
  }

  /// A share in whole percents.
  private func percent(_ value: InformationValue) -> PageTable.Cell {
    let whole = (max(0, min(1, value.value)) * 100).rounded()
    let text = whole == 0 ? "< 1" : NumberFormat.people(language).fixed(whole, decimals: 0)
    return PageTable.Cell(content: "\(text)\(language(nl: "\u{a0}%", en: "%"))", value: whole)
  }

  private func shown(_ amount: Double, _ scenario: Int) -> ShownFigure {
    page.summary(.delta, scenario).shownTail(amount, draws: page.content.analysisDraws)
  }

  /// The same on one line, with the columns that a factor moves.
  private func label(_ driver: ReportContent.Driver) -> String {
    name(driver) + (driver.detail.isEmpty ? "" : ": " + driver.detail)
  }

  /// Why no driver stands out.
  private func withoutDrivers(_ total: Summary, _ scenario: Int) -> String {
    if page.hasFewDraws {
      return language(
        nl: "Met zo weinig trekkingen is niet te zeggen wat de uitkomst onzeker maakt.",
        en: "With so few draws what makes the outcome uncertain cannot be told.")
    }
    if page.isUnseen(scenario) {
      return language(
        nl:
          "Wat de meerkosten van dit scenario onzeker maakt, komt zelden voor en is in geen enkele trekking getrokken.",
        en: "What makes the extra cost of this scenario uncertain is rare and was not drawn in any draw.")
    }
    if page.isExact(total) {
      return language(
        nl: "De meerkosten van dit scenario zijn niet onzeker.",
        en: "The extra cost of this scenario is not uncertain.")
    }
    return language(
      nl: "Geen enkel gegeven springt eruit: de onzekerheid is over veel gegevens verdeeld.",
      en: "No single input stands out: the uncertainty is spread over many.")
  }

  /// The name of an input, with the number of cells for a factor.
  private func name(_ driver: ReportContent.Driver) -> String {
    guard let cells = driver.cells, cells > 1 else { return driver.label }
    let count = NumberFormat.people(language).count(cells)
    return driver.label + language(nl: " (\(count) gegevens)", en: " (\(count) figures)")
  }

  // MARK: Drivers

  private func drivers(_ scenario: Int, _ drivers: [ReportContent.Driver]) -> Markup {
    let total = page.summary(.delta, scenario)
    guard let first = drivers.first, !page.isExact(total) else { return "<p>\(withoutDrivers(total, scenario))</p>" }
    let mean = page.mean(total)
    let inMillions = AmountColumn.areInMillions(
      drivers.flatMap { [self.shown($0.low, scenario), self.shown($0.high, scenario)] } + [mean])
    func shown(_ amount: Double, _ scenario: Int) -> ShownFigure {
      var figure = self.shown(amount, scenario)
      figure.isInMillions = inMillions
      return figure
    }
    let title = language(
      nl: "Wat de meerkosten \(page.over) het meest doet schuiven",
      en: "What shifts the extra cost \(page.over) most")
    let rows = drivers.map { driver -> TornadoChart.Bar in
      let ends =
        driver.hasDirection
        ? language(
          nl: "valt het laag uit, dan naar verwachting \(euro.text(shown(driver.low, scenario))); hoog, dan "
            + "\(euro.text(shown(driver.high, scenario)))",
          en: "if it turns out low, \(euro.text(shown(driver.low, scenario))) is expected; if high, "
            + "\(euro.text(shown(driver.high, scenario)))")
        : language(
          nl: "de verwachting loopt dan van \(euro.text(shown(driver.low, scenario))) tot "
            + "\(euro.text(shown(driver.high, scenario)))",
          en: "the expectation then runs from \(euro.text(shown(driver.low, scenario))) to "
            + "\(euro.text(shown(driver.high, scenario)))"
        )
      return TornadoChart.Bar(
        label: name(driver), detail: driver.detail, low: driver.low, high: driver.high,
        hasDirection: driver.hasDirection,
        tip: label(driver) + ": " + ends)
    }
    let chart = TornadoChart(
      id: "onzeker-\(scenario)", title: title,
      description: language(
        nl: "Voor elk gegeven een balk: van de laagste tot de hoogste verwachte meerkosten die het kan geven. Waar dat "
          + "kan, staat erbij welk eind bij een laag en welk bij een hoog gegeven hoort.",
        en:
          "For each input a bar: from the lowest to the highest extra cost that it can lead one to expect. Where that "
          + "is possible it says which end belongs to a low and which to a high input."),
      mean: mean.value, meanText: euro.text(mean, millions: inMillions), rows: rows, language: language)
    let table = PageTable(
      caption: title,
      columns: [
        .text(language(nl: "Gegeven", en: "Input")),
        .number(language(nl: "deel van de onzekerheid", en: "share of the uncertainty")),
        .number(language(nl: "laagste verwachting", en: "lowest expectation")),
        .number(language(nl: "hoogste verwachting", en: "highest expectation")),
        .text(language(nl: "een hoog gegeven geeft", en: "a high input gives")),
      ],
      rows: drivers.map { driver in
        PageTable.Row(
          header: "\(label(driver))",
          cells: [
            percent(driver.share), page.cell(shown(min(driver.low, driver.high), scenario)),
            page.cell(shown(max(driver.low, driver.high), scenario)), .text(direction(driver)),
          ])
      }, language: language)
    let together =
      first.detail.isEmpty
      ? ""
      : language(
        nl: " (gegevens die samenhangen: \(first.detail))",
        en: " (figures that go together: \(first.detail))")
    let isWhat = "‘\(first.label)’\(together)"
    let share = Int((100 * max(0, min(1, first.share.value))).rounded())
    let text = language(
      nl: "Het meest bepalend is \(isWhat): als dat precies bekend was, zou ongeveer \(share)\u{a0}% van de "
        + "onzekerheid verdwijnen.",
      en: "Most telling is \(isWhat): if that were known exactly, about \(share)% of the uncertainty would go.")
    let figure = PageFigure(
      chart: chart.chart, table: table, note: note(drivers), language: language)
    return "<p>\(text)</p>\(figure.markup)"
  }

  /// The effect of a high value on the amount.
  private func direction(_ driver: ReportContent.Driver) -> String {
    guard driver.hasDirection, driver.low != driver.high else { return "–" }
    return driver.high > driver.low
      ? language(nl: "een hoger bedrag", en: "a higher amount") : language(nl: "een lager bedrag", en: "a lower amount")
  }

  /// The meaning of the ends of the bars, for those with and those without direction, as far as there are any.
  private func note(_ drivers: [ReportContent.Driver]) -> String {
    var notes: [String] = []
    if drivers.contains(where: { $0.hasDirection && !$0.endsAreOutcomes }) {
      notes.append(
        language(
          nl: "Laag en hoog: in 1 van de 10 gevallen is het gegeven nog lager, in 1 van de 10 nog hoger.",
          en: "Low and high: in 1 case of 10 the input is lower still, in 1 of 10 higher still."))
    }
    if drivers.contains(where: { $0.endsAreOutcomes }) {
      notes.append(
        language(
          nl:
            "Bij een gegeven dat bijna altijd dezelfde waarde heeft, zijn de einden de twee uitkomsten: zoals meestal, en "
            + "het zeldzame.",
          en:
            "For an input that nearly always has one value the ends are its two outcomes: the usual one, and the rare "
            + "one."))
    }
    if drivers.contains(where: { !$0.hasDirection }) {
      notes.append(
        language(
          nl:
            "Open balk, zonder laag en hoog: een gegeven dat in elke regio apart hoog of laag kan zijn. In 1 van de 10 "
            + "gevallen is de verwachting nog lager dan de balk, in 1 van de 10 nog hoger.",
          en: "Open bar, without low and high: an input that may be high or low in each region by itself. In 1 case of "
            + "10 the expectation is lower still than the bar, in 1 of 10 higher still."))
    }
    return notes.joined(separator: " ")
  }

  // MARK: Questions

  private func questions(_ questions: [ReportContent.Question], alike: Int) -> Markup {
    guard !questions.isEmpty else { return "" }
    let ofOne = !page.isCountry || page.results.selection.regions.count == 1
    let isTied = page.study.variables.contains { !$0.loadings.isEmpty }
    var columns: [PageTable.Column] = [.text(language(nl: "Vraag", en: "Question"))]
    if !ofOne { columns.append(.number(language(nl: "aan regio's", en: "to regions"))) }
    columns += [
      .number(language(nl: "neemt alleen weg", en: "takes off alone")),
      .number(language(nl: "voegt toe", en: "adds")),
      .number(language(nl: "samen", en: "together")),
    ]
    if isTied { columns.append(.number(language(nl: "waarvan uit zichzelf", en: "of which by itself"))) }
    columns.append(.number(language(nl: "marge samen smaller met", en: "margin together narrower by")))
    let table = PageTable(
      caption: language(
        nl: "Welke vraag eerst: deel van de onzekerheid dat de antwoorden wegnemen",
        en: "Which question first: share of the uncertainty that the answers take off"),
      columns: columns,
      rows: questions.enumerated().map { index, question in
        let regions = PageTable.Cell(content: "\(question.regions)", value: Double(question.regions))
        let itself = InformationValue(value: question.itself, standardError: 0)
        return PageTable.Row(
          header: "\(index + 1). \(question.label)",
          cells: (ofOne ? [] : [regions])
            + [percent(question.variance), percent(question.adds), percent(question.together)]
            + (isTied ? [percent(itself)] : []) + [percent(question.togetherBand)])
      }, language: language)
    let title = language(nl: "Welke vraag eerst", en: "Which question first")
    let text = [assumed(ofOne), order(questions.count), same(alike, isTied), rest(questions, isTied)]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return "<h3>\(title)</h3><p>\(text)</p>\(table.markup)"
  }

  private func assumed(_ ofOne: Bool) -> String {
    ofOne
      ? language(
        nl: "Deze gegevens zijn voor deze regio aangenomen.", en: "These figures were assumed for this region.")
      : language(
        nl: "Deze gegevens zijn voor de regio's aangenomen.", en: "These figures were assumed for the regions.")
  }

  private func order(_ count: Int) -> String {
    count == 1
      ? language(
        nl: "Een antwoord maakt de marge smaller. Een tweede vraag voegt niets toe dat boven het toeval uitkomt.",
        en: "An answer makes the margin narrower. A second question adds nothing beyond chance.")
      : language(
        nl: "Antwoorden maken de marge smaller. Eerst staat de vraag die de meeste onzekerheid wegneemt, dan die daar "
          + "het meest aan toevoegt, en zo verder, zolang een vraag meer toevoegt dan het toeval.",
        en: "Answers make the margin narrower. First stands the question that takes off most uncertainty, then the one "
          + "that adds most to it, and so on, as long as a question adds more than chance does.")
  }

  /// How many other questions tell the same as the first one.
  private func same(_ alike: Int, _ isTied: Bool) -> String {
    guard alike > 0 else { return "" }
    let because =
      isTied
      ? language(
        nl: ", want is aangenomen dat de gegevens samenhangen", en: ", as the figures are assumed to go together") : ""
    return alike == 1
      ? language(
        nl: "Eén andere vraag vertelt vrijwel hetzelfde als vraag 1\(because).",
        en: "One other question tells nearly the same as question 1\(because).")
      : language(
        nl: "Nog \(alike) vragen vertellen vrijwel hetzelfde als vraag 1\(because): stel de vraag die het makkelijkst "
          + "te beantwoorden is.",
        en: "\(alike) other questions tell nearly the same as question 1\(because): ask the one that is easiest to "
          + "answer.")
  }

  /// What the answers say of themselves, and what they leave.
  private func rest(_ questions: [ReportContent.Question], _ isTied: Bool) -> String {
    guard let last = questions.last else { return "" }
    func whole(_ share: Double) -> String {
      let percents = (100 * max(0, min(1, share))).rounded()
      return (percents == 0 && share > 0 ? "< 1" : NumberFormat.people(language).fixed(percents, decimals: 0))
        + language(nl: "\u{a0}%", en: "%")
    }
    let itself =
      isTied
      ? language(
        nl: "Van de \(whole(last.together.value)) die de antwoorden samen wegnemen, is \(whole(last.itself)) wat zij "
          + "over hun eigen gegeven zeggen; de rest volgt uit de aangenomen samenhang. ",
        en: "Of the \(whole(last.together.value)) that the answers take off together, \(whole(last.itself)) is what "
          + "they say of their own figures; the rest follows from the factors that were assumed. ") : ""
    return itself
      + (questions.count == 1
        ? language(
          nl: "De andere \(whole(1 - last.together.value)) neemt deze vraag niet weg.",
          en: "The other \(whole(1 - last.together.value)) this question does not take off.")
        : language(
          nl: "De andere \(whole(1 - last.together.value)) nemen deze vragen niet weg.",
          en: "The other \(whole(1 - last.together.value)) these questions do not take off."))
  }
}
