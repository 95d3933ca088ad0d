import CostEngine
import Terms

/// The regions: on a map, in a table, and one by one.
struct RegionsSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }
  private var regions: [Int] { Array(page.results.selection.regions.indices) }
  private var inEnd: String { page.run.inEndState(language) }

  var section: PageSection? {
    guard regions.count > 1 else { return nil }
    let body = page.eachScenario { scenario in
      let table = RegionsTable(page: page, scenario: scenario)
      let introduction = introduction(scenario, table)
      let first: Markup = introduction.isEmpty ? "" : "<p>\(introduction)</p>"
      return "\(first)\(map(scenario, table))\(filter(scenario))\(table.markup)"
    }
    return page.section(
      "regios",
      page.isCountry
        ? language(nl: "De regio's", en: "The regions")
        : language(nl: "Deze regio naast de andere", en: "This region beside the others"),
      page.isCountry ? "\(body)\(details)" : body)
  }

  private func perInhabitant(_ scenario: Int, _ region: Int) -> Double {
    let population = page.run.population(region: region)
    return population > 0 ? structural(scenario, region).mean / population : 0
  }

  private func structural(_ scenario: Int, _ region: Int) -> Summary {
    page.summary(.structural, scenario, year: page.run.endState, place: region)
  }

  private func introduction(_ scenario: Int, _ table: RegionsTable) -> String {
    let order = regions.filter { page.run.population(region: $0) > 0 }
      .sorted { (perInhabitant(scenario, $0), $1) > (perInhabitant(scenario, $1), $0) }
    guard let highest = order.first, let lowest = order.last else { return "" }
    func amount(_ region: Int) -> String { table.perInhabitant(region).map(euro.savingOrCost) ?? "–" }
    func told(_ region: Int) -> String { page.placeName(region) + " (" + amount(region) + ")" }
    if !page.isCountry { return own(scenario, order, table) }
    if amount(highest) == amount(lowest) {
      let isEach = order.count == regions.count
      return language(
        nl: "Per inwoner zijn de structurele meerkosten \(inEnd) \(page.expected)in elke regio"
          + "\(isEach ? "" : " met inwoners") \(amount(highest)).",
        en: "Per inhabitant the structural extra cost \(inEnd) is \(page.run.isCertain ? "" : "expected to be ")"
          + "\(amount(highest)) in every region\(isEach ? "" : " with inhabitants").")
    }
    return language(
      nl: "Per inwoner lopen de structurele meerkosten \(inEnd) \(page.expected)uiteen van \(told(lowest)) tot "
        + "\(told(highest)) per jaar.",
      en:
        "Per inhabitant the structural extra cost \(inEnd) \(page.run.isCertain ? "ranges" : "is expected to range") "
        + "from \(told(lowest)) to \(told(highest)) a year.")
  }

  /// The page's own region compared with the others.
  private func own(_ scenario: Int, _ order: [Int], _ table: RegionsTable) -> String {
    guard let rank = order.firstIndex(of: page.place), let figure = table.perInhabitant(page.place) else { return "" }
    let isSaving = figure.value < 0
    let (above, below) = (rank, order.count - 1 - rank)
    let amount = language(
      nl: "Structureel is \(page.placeHeading) \(inEnd) \(page.expected)\(euro.magnitude(figure)) per inwoner "
        + "\(isSaving ? "minder" : "meer") kwijt dan nu.",
      en:
        "\(Bilingual(same: inEnd).capitalised(language)) \(page.placeHeading) spends \(page.expected.isEmpty ? "" : "an ")\(page.expected)"
        + "\(euro.magnitude(figure)) \(isSaving ? "less" : "more") per inhabitant than today.")
    let place: String
    switch (above, below) {
    case (0, _):
      place = language(
        nl: " Geen van de \(order.count) regio's is duurder uit.", en: " None of the \(order.count) regions pays more.")
    case (_, 0):
      place = language(
        nl: " Geen van de \(order.count) regio's is voordeliger uit.",
        en: " None of the \(order.count) regions pays less.")
    default:
      place = language(
        nl: " Van de andere regio's \(above == 1 ? "is" : "zijn") er \(above) duurder uit en \(below) voordeliger.",
        en: " Of the other regions \(above) \(above == 1 ? "pays" : "pay") more and \(below) less.")
    }
    return amount + place
  }

  // MARK: Map

  /// Empty if the study's regions are not those of the Netherlands.
  private func map(_ scenario: Int, _ table: RegionsTable) -> Markup {
    let codes = regions.map(page.code)
    guard codes.count > 4, codes.allSatisfy({ TileMap.places[$0] != nil }) else { return "" }
    let values = regions.map { perInhabitant(scenario, $0) }
    // A region without inhabitants has no amount, and does not affect the classes.
    let limits = shadeLimits(regions.filter { page.run.population(region: $0) > 0 }.map { values[$0] })
    func text(_ region: Int) -> String { table.perInhabitant(region).map { euro.text($0) } ?? "–" }
    let title = language(
      nl: "Structurele meerkosten per inwoner per jaar, \(inEnd)",
      en: "Structural extra cost per inhabitant and year, \(inEnd)")
    let tiles = regions.map { region -> TileMap.Tile in
      let summary = structural(scenario, region)
      return TileMap.Tile(
        code: codes[region], name: page.placeName(region), text: text(region),
        shade: limits.count { values[region] >= $0 },
        tip: "\(page.regionName(region)): \(text(region)) "
          + language(nl: "per inwoner. Per jaar ", en: "per inhabitant. A year ") + page.text(summary)
          + page.bandClause(summary),
        link: page.isCountry ? "#r-\(page.anchor(region))" : nil, isChosen: region == page.place)
    }
    let map = TileMap(
      id: "kaart-\(scenario)", title: title,
      description: language(
        nl:
          "Een tegel voor elke veiligheidsregio, ongeveer op haar plaats in Nederland; de kleur zegt hoe hoog het bedrag is.",
        en:
          "A tile for each safety region, about in its place in the Netherlands; its colour tells how high the amount is."
      ),
      tiles: tiles, limits: limitTexts(limits))
    return PageFigure(
      chart: map.chart,
      table: PageTable(
        caption: title,
        columns: [
          .text(language(nl: "Regio", en: "Region")),
          .number(language(nl: "euro per inwoner", en: "euros per inhabitant")),
        ],
        rows: regions.map { region in
          PageTable.Row(
            header: "\(page.regionName(region))",
            cells: [table.perInhabitant(region).map { page.cell($0) } ?? .text("–")])
        }, language: language),
      note: language(
        nl: "Een vereenvoudigde kaart: elke regio even groot, ongeveer op haar plaats.",
        en: "A simplified map: each region of the same size, about in its place."), language: language
    ).markup
  }

  /// Four round amounts that divide the regions into five classes.
  private func shadeLimits(_ values: [Double]) -> [Double] {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let step = Scale.roundStep(max((high - low) / 5, 0.01))
    let first = (low / step).rounded(.down) * step
    return (1...4).map { first + Double($0) * step }
  }

  private func limitTexts(_ limits: [Double]) -> [String] {
    func areWhole(_ unit: Double) -> Bool {
      limits.allSatisfy { ($0 / unit - ($0 / unit).rounded()).magnitude < 1e-6 }
    }
    let decimals = areWhole(1) ? 0 : areWhole(0.01) ? 2 : 3
    return limits.map {
      ($0 < 0 ? "−\u{a0}€\u{a0}" : "€\u{a0}") + NumberFormat.people(language).fixed($0.magnitude, decimals: decimals)
    }
  }

  // MARK: Table and filter

  private func filter(_ scenario: Int) -> Markup {
    guard regions.count > 5 else { return "" }
    return """
      <p class="filter js" hidden><label for="filter-\(scenario)">\(language(nl: "Zoek een regio", en: "Find a region"))</label> \
      <input id="filter-\(scenario)" type="search" autocomplete="off"></p>
      """
  }

  // MARK: One by one

  private var details: Markup {
    let years = YearsSection(page: page)
    let items = regions.map { region -> Markup in
      let blocks = page.eachScenario { scenario in
        let figures = KeyFigures(
          page: ReportPage(content: page.content, place: region, opening: page.opening, language: language)
        )
        .cards(scenario)
        let chart = years.figure(scenario, place: region, id: "r-\(region)-\(scenario)", isSmall: true)
        return """
          <ul>\(figures.map { card -> Markup in "<li><strong>\(card.label): \(card.value)\(card.margin.map { " (" + $0 + ")" } ?? "").</strong> \(card.sentence)</li>" })</ul>\
          \(chart.markup)
          """
      }
      return
        "<details class=\"region\" "
        + "id=\"r-\(page.anchor(region))\"><summary>\(page.regionName(region))</summary>\(page.sheetLink(region))\(blocks)</details>"
    }
    let title = language(nl: "Elke regio apart", en: "Each region by itself")
    let text = language(
      nl: "Open een regio voor haar eigen vier cijfers en haar kosten per jaar.",
      en: "Open a region for its own four figures and its costs by year.")
    return "<div class=\"each\"><h3>\(title)</h3><p>\(text)</p>\(items)</div>"
  }
}
