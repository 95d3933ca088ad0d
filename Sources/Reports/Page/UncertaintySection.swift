import CostEngine

/// What drives the uncertainty, and which questions to ask first.
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
        return "\(drivers(scenario, analysis.drivers))\(questions(scenario, analysis.questions))"
      })
  }

  /// A share with its digits: whole percents.
  private func percent(_ value: InformationValue) -> PageTable.Cell {
    let whole = (max(0, min(1, value.value)) * 100).rounded()
    let text = whole == 0 ? "< 1" : NumberFormat.people(language).fixed(whole, decimals: 0)
    return PageTable.Cell(content: "\(text)\(language(nl: "\u{a0}%", en: "%"))", value: whole)
  }

  private func shown(_ amount: Double, _ scenario: Int) -> ShownFigure {
    page.summary(.delta, scenario).shownTail(amount, draws: page.content.analysisDraws)
  }

  /// The same on one line, with what a factor moves.
  private func label(_ driver: ReportContent.Driver) -> String {
    name(driver) + (driver.detail.isEmpty ? "" : ": " + driver.detail)
  }

  /// Why nothing stands out.
  private func withoutDrivers(_ total: Summary) -> String {
    if page.hasFewDraws {
      return language(
        nl: "Met zo weinig trekkingen is niet te zeggen wat de uitkomst onzeker maakt.",
        en: "With so few draws what makes the outcome uncertain cannot be told.")
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

  /// What an input is called, with how many cells a factor moves.
  private func name(_ driver: ReportContent.Driver) -> String {
    guard let cells = driver.cells, cells > 1 else { return driver.label }
    let count = NumberFormat.people(language).count(cells)
    return driver.label + language(nl: " (\(count) gegevens)", en: " (\(count) figures)")
  }

  // MARK: Drivers

  private func drivers(_ scenario: Int, _ drivers: [ReportContent.Driver]) -> Markup {
    let total = page.summary(.delta, scenario)
    guard let first = drivers.first, !page.isExact(total) else { return "<p>\(withoutDrivers(total))</p>" }
    let mean = page.mean(total)
    let title = language(
      nl: "Wat de meerkosten \(page.over) het meest doet schuiven",
      en: "What shifts the extra cost \(page.over) most")
    let rows = drivers.map { driver -> TornadoChart.Row in
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
      return TornadoChart.Row(
        label: name(driver), detail: driver.detail, low: driver.low, high: driver.high,
        hasDirection: driver.hasDirection,
        tip: label(driver) + ": " + ends)
    }
    let chart = TornadoChart(
      id: "onzeker-\(scenario)", title: title,
      description: language(
        nl: "Voor elk gegeven een balk: van de verwachte meerkosten als het laag uitvalt tot die als het hoog uitvalt.",
        en: "For each input a bar: from the extra cost expected if it turns out low to that if it turns out high."),
      mean: mean.value, meanText: euro.text(mean), rows: rows, language: language)
    let table = PageTable(
      caption: title,
      columns: [
        .text(language(nl: "Gegeven", en: "Input")),
        .number(language(nl: "deel van de onzekerheid", en: "share of the uncertainty")),
        .number(language(nl: "verwacht bij laag", en: "expected if low")),
        .number(language(nl: "verwacht bij hoog", en: "expected if high")),
      ],
      rows: drivers.map { driver in
        PageTable.Row(
          header: "\(label(driver))",
          cells: [
            percent(driver.share), page.cell(shown(driver.low, scenario)), page.cell(shown(driver.high, scenario)),
          ])
      }, language: language)
    let together =
      first.detail.isEmpty
      ? "" : language(nl: " (wat samen beweegt: \(first.detail))", en: " (what moves together: \(first.detail))")
    let isWhat = "‘\(first.label)’\(together)"
    let share = Int((100 * max(0, min(1, first.share.value))).rounded())
    let text = language(
      nl: "Het meest bepalend is \(isWhat): als dat precies bekend was, zou ongeveer \(share)\u{a0}% van de "
        + "onzekerheid verdwijnen.",
      en: "Most telling is \(isWhat): if that were known exactly, about \(share)% of the uncertainty would go.")
    let figure = PageFigure(
      chart: chart.chart, table: table,
      note: language(
        nl: "Laag en hoog: in 1 van de 10 gevallen is het gegeven nog lager, in 1 van de 10 nog hoger.",
        en: "Low and high: in 1 case of 10 the input is lower still, in 1 of 10 higher still."), language: language)
    return "<p>\(text)</p>\(figure.markup)"
  }

  // MARK: Questions

  private func questions(_ scenario: Int, _ questions: [ReportContent.Question]) -> Markup {
    guard !questions.isEmpty else { return "" }
    let table = PageTable(
      caption: language(
        nl: "Vragen die de onzekerheid het meest verkleinen", en: "Questions that reduce the uncertainty most"),
      columns: [
        .text(language(nl: "Vraag", en: "Question")),
        .number(language(nl: "aan regio's", en: "to regions")),
        .number(language(nl: "onzekerheid die verdwijnt", en: "uncertainty that goes")),
        .number(language(nl: "marge wordt smaller met", en: "margin becomes narrower by")),
      ],
      rows: questions.enumerated().map { index, question in
        PageTable.Row(
          header: "\(index + 1). \(question.label)",
          cells: [
            PageTable.Cell(content: "\(question.regions)", value: Double(question.regions)), percent(question.variance),
            percent(question.band),
          ])
      }, language: language)
    let title = language(nl: "Wat eerst te vragen", en: "What to ask first")
    let text = language(
      nl: "Deze gegevens zijn voor de regio's aangenomen. Antwoorden maken de marge smaller; hieronder wat elke "
        + "vraag apart zou opleveren. Samen leveren zij minder op dan de som, want antwoorden zeggen ook iets over "
        + "elkaar. Vragen die een paar procent schelen, zijn even goed.",
      en: "These figures were assumed for the regions. Answers make the margin narrower; below is what each question "
        + "by itself would bring. Together they bring less than the sum, because answers overlap. Questions that "
        + "differ by a few percent are equally good.")
    return "<h3>\(title)</h3><p>\(text)</p>\(table.markup)"
  }
}
