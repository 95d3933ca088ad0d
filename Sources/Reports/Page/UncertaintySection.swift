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
        return "\(drivers(scenario, analysis.drivers))\(questions(scenario, analysis.questions))"
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

  /// The name of an input, with the number of cells for a factor.
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
      mean: mean.value, meanText: euro.text(mean), rows: rows, language: language)
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
    if drivers.contains(where: { $0.hasDirection }) {
      notes.append(
        language(
          nl: "Laag en hoog: in 1 van de 10 gevallen is het gegeven nog lager, in 1 van de 10 nog hoger.",
          en: "Low and high: in 1 case of 10 the input is lower still, in 1 of 10 higher still."))
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

  private func questions(_ scenario: Int, _ found: [ReportContent.Question]) -> Markup {
    guard !found.isEmpty else { return "" }
    let areEqual = Self.areEqual(found)
    // Questions of equal value have no order but the alphabet.
    let questions = areEqual ? found.sorted { $0.label < $1.label } : found
    let ofOne = !page.isCountry || page.results.selection.regions.count == 1
    var columns: [PageTable.Column] = [.text(language(nl: "Vraag", en: "Question"))]
    if !ofOne { columns.append(.number(language(nl: "aan regio's", en: "to regions"))) }
    columns += [
      .number(language(nl: "onzekerheid die verdwijnt", en: "uncertainty that goes")),
      .number(language(nl: "marge wordt smaller met", en: "margin becomes narrower by")),
    ]
    let table = PageTable(
      caption: language(
        nl: "Vragen die de onzekerheid het meest verkleinen", en: "Questions that reduce the uncertainty most"),
      columns: columns,
      rows: questions.enumerated().map { index, question in
        let regions = PageTable.Cell(content: "\(question.regions)", value: Double(question.regions))
        return PageTable.Row(
          header: areEqual ? "\(question.label)" : "\(index + 1). \(question.label)",
          cells: (ofOne ? [] : [regions]) + [percent(question.variance), percent(question.band)])
      }, language: language)
    let title = language(nl: "Wat eerst te vragen", en: "What to ask first")
    let assumed =
      ofOne
      ? language(
        nl: "Deze gegevens zijn voor deze regio aangenomen.", en: "These figures were assumed for this region.")
      : language(
        nl: "Deze gegevens zijn voor de regio's aangenomen.", en: "These figures were assumed for the regions.")
    let each =
      questions.count == 1
      ? language(
        nl: " Een antwoord maakt de marge smaller.", en: " An answer makes the margin narrower.")
      : language(
        nl: " Antwoorden maken de marge smaller; hieronder wat elke vraag apart zou opleveren.",
        en: " Answers make the margin narrower; below is what each question by itself would bring.")
    return
      "<h3>\(title)</h3><p>\(assumed + each + overlap(found, areEqual) + order(found.count, areEqual))</p>\(table.markup)"
  }

  /// Whether the first of some questions is worth no more than the last, as far as is known: their difference is within
  /// two standard errors.
  static func areEqual(_ questions: [ReportContent.Question]) -> Bool {
    guard questions.count > 1, let first = questions.first?.variance, let last = questions.last?.variance else {
      return false
    }
    let error = (first.standardError * first.standardError + last.standardError * last.standardError).squareRoot()
    return (first.value - last.value).magnitude <= 2 * error
  }

  /// A remark that answers overlap: together they cannot remove more than all of the uncertainty.
  private func overlap(_ questions: [ReportContent.Question], _ areEqual: Bool) -> String {
    guard questions.count > 1 else { return "" }
    guard questions.reduce(0, { $0 + $1.variance.value }) > 1 else {
      return language(
        nl: " Samen kunnen zij minder opleveren dan de som.", en: " Together they may bring less than the sum.")
    }
    let why = language(
      nl:
        "is aangenomen dat de antwoorden samenhangen: wie op één punt verder is, is dat meestal ook op andere punten.",
      en: "the answers are assumed to go together: who is further on one point is mostly further on others too.")
    let what =
      areEqual
      ? language(
        nl: " Dat elke vraag zo veel oplevert, komt doordat \(why) Samen leveren zij daarom veel minder op dan de som.",
        en: " Each question brings so much because \(why) Together they therefore bring much less than the sum.")
      : language(
        nl: " Samen leveren zij minder op dan de som, want er \(why)",
        en: " Together they bring less than the sum, for \(why)")
    return what
      + language(
        nl: " Klopt die aanname niet, dan leveren de vragen minder op.",
        en: " If that assumption does not hold, the questions bring less.")
  }

  private func order(_ count: Int, _ areEqual: Bool) -> String {
    if areEqual {
      return language(
        nl: " Deze vragen zijn even goed: wat zij schelen, is kleiner dan de berekening nauwkeurig is.",
        en: " These questions are equally good: they differ by less than the computation tells.")
    }
    return count == 1
      ? ""
      : language(
        nl: " Vragen die een paar procent schelen, zijn even goed.",
        en: " Questions that differ by a few percent are equally good.")
  }
}
