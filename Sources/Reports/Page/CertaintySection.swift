import CostEngine
import Terms

/// The amounts that suffice with given percentages of certainty, and the reserve above the expected amount.
struct CertaintySection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }
  private var draws: Int { page.results.draws }
  private var percentages: [Int] { Certainty.known(page.gaps) }

  var section: PageSection? {
    guard !page.run.isCertain, draws > 1, percentages.contains(Certainty.usual) else { return nil }
    return page.section(
      "zekerheid",
      language(nl: "Met welke zekerheid is een bedrag genoeg?", en: "With what certainty does an amount suffice?"),
      "<p>\(explanation)</p>"
        + page.eachScenario { scenario in
          guard !page.isExact(page.summary(.delta, scenario)) else {
            let same = language(
              nl: "De meerkosten van dit scenario zijn in elke trekking gelijk.",
              en: "The extra cost of this scenario is the same in every draw.")
            let unseen = language(
              nl: " Wat zelden voorkomt, is niet getrokken.", en: " What is rare was not drawn.")
            return "<p>\(page.isUnseen(scenario) ? same + unseen : same)</p>"
          }
          let reserve = ReserveBlock(page: page, scenario: scenario).markup
          return
            "<p>\(introduction(scenario))</p>\(totals(scenario).markup)\(byYear(scenario))\(byRegion(scenario))\(reserve)"
        })
  }

  private var explanation: String {
    language(
      nl:
        "Een zekerheidspercentage zegt in hoeveel van de 100 gevallen een bedrag genoeg is. Wie de verwachting begroot en "
        + "meer zekerheid wil, houdt het verschil als reserve achter de hand.",
      en:
        "A percentage of certainty tells in how many cases of 100 an amount suffices. Whoever budgets what is expected "
        + "and wants more certainty holds the difference as a reserve.")
  }

  private func percent(_ number: Int) -> String { "\(number)" + language(nl: "\u{a0}%", en: "%") }

  private func introduction(_ scenario: Int) -> String {
    let summary = page.summary(.delta, scenario)
    let amounts = amounts(summary)
    var text = ""
    let expected = euro.text(amounts.mean)
    switch summary.placeOfMean {
    case .about(let place):
      text = language(
        nl:
          "Het verwachte bedrag (\(expected)) ligt op ongeveer P\(place): het is in ongeveer \(place) van de 100 gevallen "
          + "genoeg. ",
        en: "The expected amount (\(expected)) lies at about P\(place): it suffices in about \(place) cases of 100. ")
    case .above(let place):
      text = language(
        nl: "Het verwachte bedrag (\(expected)) ligt boven P\(place): enkele zeer hoge uitkomsten trekken het omhoog. ",
        en: "The expected amount (\(expected)) lies above P\(place): a few very high outcomes pull it up. ")
    case .below(let place):
      text = language(
        nl: "Het verwachte bedrag (\(expected)) ligt onder P\(place): enkele zeer lage uitkomsten trekken het omlaag. ",
        en: "The expected amount (\(expected)) lies below P\(place): a few very low outcomes pull it down. ")
    case nil: break
    }
    let usual = percentages.firstIndex(of: Certainty.usual)!
    guard ReportPage.shownValue(amounts.reserves[usual]) > 0 else { return text }
    let shown = Euro.inOneUnit([amounts.enough[usual], amounts.reserves[usual]])
    let (enough, reserve) = (shown[0], shown[1])
    return text
      + language(
        nl: "Voor \(percent(Certainty.usual)) zekerheid is \(euro.text(enough)) nodig \(page.over): "
          + "\(euro.text(reserve)) boven de verwachting.",
        en: "For \(percent(Certainty.usual)) certainty \(euro.text(enough)) is needed \(page.over): "
          + "\(euro.text(reserve)) above what is expected.")
  }

  // MARK: Amounts

  /// The expected amount, what suffices with each percentage and what that is above the expected amount, each in one
  /// unit.
  private struct Amounts {
    var mean: ShownFigure
    var enough: [ShownFigure]
    var reserves: [ShownFigure]
  }

  private func amounts(_ summary: Summary) -> Amounts {
    let mean = page.run.mean(summary)
    let enough = percentages.map { summary.shownPercentile($0, draws: draws) }
    let column = AmountColumn([mean] + enough)
    let shown = (mean: column(mean), enough: enough.map { column($0) })
    // Where two digits remain of a reserve, it is the difference of what is shown, so that it adds up.
    let reserves = zip(enough, shown.enough).map { exact, shownAmount -> ShownFigure in
      var figure = exact
      figure.value -= mean.value
      let difference = Euro.shownValue(shownAmount) - Euro.shownValue(shown.mean)
      guard let place = Euro.place(shownAmount), difference.magnitude >= 10 * ShownFigure.power(place) else {
        return figure
      }
      figure.value = difference
      figure.place = place
      return figure
    }
    let reserveColumn = AmountColumn(reserves, sharingUnitWith: [mean] + enough)
    return Amounts(mean: shown.mean, enough: shown.enough, reserves: reserves.map { reserveColumn($0) })
  }

  /// Those of the extra cost; and of what is left after funding, if there is any.
  private var quantities: [(quantity: ReportedQuantity, name: String)] {
    let delta = (quantity: ReportedQuantity.delta, name: language(nl: "meerkosten", en: "extra cost"))
    let net = (
      quantity: ReportedQuantity.net, name: language(nl: "te dekken na de middelen", en: "to be funded after the funds")
    )
    return page.hasFunding ? [delta, net] : [delta]
  }

  private func totals(_ scenario: Int) -> PageTable {
    let found = quantities.map { amounts(page.summary($0.quantity, scenario)) }
    var columns: [PageTable.Column] = [.text(language(nl: "Zekerheid", en: "Certainty"))]
    for (_, name) in quantities {
      columns += [.number(name), .number(language(nl: "boven de verwachting", en: "above the expected"))]
    }
    var rows = [
      PageTable.Row(
        header: "\(language(nl: "verwacht", en: "expected"))",
        cells: found.flatMap { [page.cell($0.mean), PageTable.Cell.text("–")] })
    ]
    rows += percentages.indices.map { index in
      PageTable.Row(
        header: "\(percent(percentages[index]))",
        cells: found.flatMap { [page.cell($0.enough[index]), page.cell($0.reserves[index])] })
    }
    return PageTable(
      caption: language(
        nl: "Wat genoeg is \(page.over), \(page.placeInTitle)", en: "What suffices \(page.over), \(page.placeInTitle)"),
      columns: columns, rows: rows, language: language)
  }

  // MARK: By year

  private func byYear(_ scenario: Int) -> Markup {
    guard page.results.years > 1 else { return "" }
    let title = language(
      nl: "Wat per jaar genoeg is, \(page.placeInTitle)", en: "What suffices in each year, \(page.placeInTitle)")
    let years = (0..<page.results.years).map { page.summary(.delta, scenario, year: $0) }
    let columns =
      [years.map { page.run.mean($0) }]
      + percentages.map { percentage in years.map { $0.shownPercentile(percentage, draws: draws) } }
    let styles = columns.map { AmountColumn($0, sharingUnitWith: columns.flatMap { $0 }) }
    let rows = years.indices.map { year in
      PageTable.Row(
        header: "\(page.study.firstYear + year)",
        cells: zip(columns, styles).map { page.cell($1($0[year])) })
    }
    let table = PageTable(
      caption: title,
      columns: [.text(language(nl: "Jaar", en: "Year")), .number(language(nl: "verwacht", en: "expected"))]
        + percentages.map { .number(percent($0)) }, rows: rows, language: language)
    let note = language(
      nl: "De bedragen van de jaren tellen niet op tot dat van alle jaren: niet elk jaar valt tegelijk tegen.",
      en: "The amounts of the years do not add up to that of all years: not every year turns out badly at once.")
    return
      "<details class=\"assumptions\"><summary>\(title)</summary>\(table.markup)<p class=\"note\">\(note)</p></details>"
  }

  // MARK: By region

  private func byRegion(_ scenario: Int) -> Markup {
    let regions = page.results.selection.regions.indices
    guard page.isCountry, regions.count > 1 else { return "" }
    let places = Array(regions) + [page.place]
    let index = percentages.firstIndex(of: Certainty.usual)!
    let found = places.map { page.summary(.delta, scenario, place: $0) }
    let means = found.map { page.run.mean($0) }
    let enough = found.map { $0.shownPercentile(percentages[index], draws: draws) }
    var reserves = zip(means, enough).map { mean, enough -> ShownFigure in
      var figure = enough
      figure.value -= mean.value
      return figure
    }
    // As it is told above.
    reserves[regions.count] = amounts(found[regions.count]).reserves[index]
    // The country is on another scale: the regions determine the format.
    let styles = [means, enough, reserves].map { AmountColumn(Array($0.dropLast()), sharingUnitWith: means + enough) }
    let rows = places.indices.map { place in
      PageTable.Row(
        header: place < regions.count ? "\(page.regionName(place))" : "\(page.placeName(places[place]))",
        cells: [
          page.cell(styles[0](means[place])), page.cell(styles[1](enough[place])),
          page.cell(styles[2](reserves[place])),
        ], isTotal: place == regions.count)
    }
    let title = language(
      nl: "Wat per regio genoeg is met \(percent(Certainty.usual)) zekerheid, \(page.horizon)",
      en: "What suffices in each region with \(percent(Certainty.usual)) certainty, \(page.horizon)")
    let table = PageTable(
      caption: title,
      columns: [
        .text(language(nl: "Regio", en: "Region")), .number(language(nl: "verwacht", en: "expected")),
        .number(
          language(nl: "genoeg met \(percent(Certainty.usual))", en: "suffices with \(percent(Certainty.usual))")),
        .number(language(nl: "boven de verwachting", en: "above the expected")),
      ], rows: rows, isSortable: true, language: language)
    return
      "<details class=\"assumptions\"><summary>\(title)</summary>\(table.markup)<p class=\"note\">\(pooling(reserves))</p></details>"
  }

  /// Why the amounts of the regions are together more, or less, than the country's.
  ///
  /// - Parameter reserves: of the regions, then of the country.
  private func pooling(_ reserves: [ShownFigure]) -> String {
    let whole = reserves[reserves.count - 1]
    var sum = whole
    sum.value = reserves.dropLast().reduce(0) { $0 + $1.value }
    let (own, all) = (euro.text(sum), euro.text(whole))
    let why = language(
      nl:
        "Verwachte bedragen tellen op (met de landelijke posten); bedragen met een zekerheidspercentage niet, want niet alle "
        + "regio's vallen tegelijk tegen.",
      en:
        "Expected amounts add up (with the national items); amounts with a percentage of certainty do not, as not all "
        + "regions turn out badly at once.")
    guard ReportPage.shownValue(sum) != ReportPage.shownValue(whole), whole.value > 0 else { return why }
    return why
      + (sum.value > whole.value
        ? language(
          nl: " De reserves van de regio's zijn samen \(own), gezamenlijk is \(all) genoeg.",
          en: " The reserves of the regions are \(own) together; jointly \(all) suffices.")
        : language(
          nl: " De reserves van de regio's zijn samen \(own), die van het geheel is \(all).",
          en: " The reserves of the regions are \(own) together, that of the whole is \(all)."))
  }
}
