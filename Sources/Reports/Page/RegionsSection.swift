import CostEngine

/// The regions: on a map, in a table, and one by one.
struct RegionsSection {
  let page: ReportPage

  private var language: Language { page.language }
  private var euro: Euro { page.euro }
  private var regions: [Int] { Array(page.results.selection.regions.indices) }
  /// The year of the end state, by position.
  private var last: Int { page.results.years - 1 }

  var section: PageSection? {
    guard regions.count > 1 else { return nil }
    let body = page.eachScenario { scenario in
      "<p>\(introduction(scenario))</p>\(map(scenario))\(filter(scenario))\(table(scenario).markup)"
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
    page.summary(.structural, scenario, year: last, place: region)
  }

  private func introduction(_ scenario: Int) -> String {
    let order = regions.filter { page.run.population(region: $0) > 0 }
      .sorted { perInhabitant(scenario, $0) > perInhabitant(scenario, $1) }
    guard let highest = order.first, let lowest = order.last else { return "" }
    let year = page.study.lastYear
    func told(_ region: Int) -> String { page.placeName(region) + " (" + inhabitantText(scenario, region) + ")" }
    if !page.isCountry {
      guard let rank = order.firstIndex(of: page.place) else { return "" }
      let isSaving = perInhabitant(scenario, page.place) < 0
      let amount = inhabitantText(scenario, page.place, magnitude: true)
      return language(
        nl: "Structureel is \(page.placeHeading) in \(year) naar verwachting \(amount) per inwoner "
          + "\(isSaving ? "minder" : "meer") kwijt dan nu. Dat is plaats \(rank + 1) van \(order.count), van hoog "
          + "naar laag.",
        en: "In \(year) \(page.placeHeading) is expected to spend \(amount) \(isSaving ? "less" : "more") for each "
          + "inhabitant than today: number \(rank + 1) of \(order.count), from high to low.")
    }
    if inhabitantText(scenario, highest) == inhabitantText(scenario, lowest) {
      return language(
        nl: "Per inwoner zijn de structurele meerkosten in \(year) naar verwachting in elke regio "
          + "\(inhabitantText(scenario, highest)).",
        en: "For each inhabitant the structural extra cost in \(year) is expected to be "
          + "\(inhabitantText(scenario, highest)) in every region.")
    }
    return language(
      nl: "Per inwoner lopen de structurele meerkosten in \(year) naar verwachting uiteen van \(told(lowest)) tot "
        + "\(told(highest)) per jaar.",
      en: "For each inhabitant the structural extra cost in \(year) is expected to range from \(told(lowest)) to "
        + "\(told(highest)) a year.")
  }

  private func inhabitantText(_ scenario: Int, _ region: Int, magnitude: Bool = false) -> String {
    page.run.perInhabitant(structural(scenario, region), region: region)
      .map { magnitude ? euro.magnitude($0) : euro.text($0) } ?? "–"
  }

  // MARK: Map

  /// Nothing where the study's regions are not those of the Netherlands.
  private func map(_ scenario: Int) -> Markup {
    let codes = regions.map(page.code)
    guard codes.count > 4, codes.allSatisfy({ TileMap.places[$0] != nil }) else { return "" }
    let values = regions.map { perInhabitant(scenario, $0) }
    let limits = shadeLimits(values)
    let title = language(
      nl: "Structurele meerkosten per inwoner per jaar, \(page.study.lastYear)",
      en: "Structural extra cost for each inhabitant and year, \(page.study.lastYear)")
    let tiles = regions.map { region -> TileMap.Tile in
      let summary = structural(scenario, region)
      return TileMap.Tile(
        code: codes[region], name: page.placeName(region), text: inhabitantText(scenario, region),
        shade: limits.count { values[region] >= $0 },
        tip: "\(page.regionName(region)): \(inhabitantText(scenario, region)) "
          + language(nl: "per inwoner, ", en: "for each inhabitant, ") + page.text(summary)
          + language(nl: " per jaar", en: " a year") + page.bandClause(summary),
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
          .number(language(nl: "euro per inwoner", en: "euros for each inhabitant")),
        ],
        rows: regions.map { region in
          PageTable.Row(header: "\(page.regionName(region))", cells: [inhabitantCell(scenario, region)])
        }, language: language),
      note: language(
        nl: "Een vereenvoudigde kaart: elke regio even groot, ongeveer op haar plaats.",
        en: "A simplified map: each region of the same size, about in its place."), language: language
    ).markup
  }

  private func inhabitantCell(_ scenario: Int, _ region: Int) -> PageTable.Cell {
    page.run.perInhabitant(structural(scenario, region), region: region).map { page.cell($0) } ?? .text("–")
  }

  /// Four round amounts that divide the regions in five classes.
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
    return limits.map { "€\u{a0}" + NumberFormat.people(language).fixed($0, decimals: decimals) }
  }

  // MARK: Table

  private func filter(_ scenario: Int) -> Markup {
    guard regions.count > 5 else { return "" }
    return """
      <p class="filter js" hidden><label for="filter-\(scenario)">\(language(nl: "Zoek een regio", en: "Find a region"))</label> \
      <input id="filter-\(scenario)" type="search" autocomplete="off"></p>
      """
  }

  private func table(_ scenario: Int) -> PageTable {
    let places = regions + (page.results.includesNational ? [page.results.national] : [])
    let yearly = places.map { structural(scenario, $0) }
    let sizes = places.map { page.run.population(region: $0) }
    let municipalities = places.map { region -> Double in
      page.results.includesNational && region == page.results.national
        ? page.study.regions.reduce(0) { $0 + page.study.mean(of: $1.municipalities) }
        : page.study.mean(of: page.study.regions[page.results.selection.regions[region]].municipalities)
    }
    // The country is not on the regions' scale.
    func spark(_ divisors: [Double]) -> (Int) -> Markup {
      let bars = regions.filter { divisors[$0] > 0 }
      let scale = Scale(
        bars.flatMap { region in
          [yearly[region].p05, yearly[region].mean, yearly[region].p95].map { $0 / divisors[region] }
        }, from: 1, to: 79)
      return { place in
        guard place < regions.count, divisors[place] > 0 else { return "" }
        let (low, mean, high) = (
          scale(yearly[place].p05 / divisors[place]), scale(yearly[place].mean / divisors[place]),
          scale(yearly[place].p95 / divisors[place])
        )
        return """
          <svg class="spark" viewBox="0 0 80 12" aria-hidden="true">\(Chart.line(scale(0), 0, scale(0), 12, "zero"))\
          \(Chart.box(low, 3, high - low, 6, "band"))\(Chart.box(mean - 1, 0, 2, 12, "mean"))</svg>
          """
      }
    }
    // A column has one unit.
    let inMillions = regions.contains { Euro.isMillions(page.high(yearly[$0])) }
    func cell(_ position: Int, per divisors: [Double], finest: Int, bar: (Int) -> Markup) -> PageTable.Cell {
      let millions = divisors[position] == 1 ? inMillions : nil
      let summary = yearly[position]
      let divisor = divisors[position]
      guard divisor > 0, divisor < .infinity else { return .text("–") }
      func divided(_ figure: ShownFigure, _ error: Double) -> ShownFigure {
        divisor == 1 ? figure : figure.divided(by: divisor, error: error, finest: finest)
      }
      let mean = divided(page.mean(summary), summary.meanError(draws: page.results.draws))
      let (low, high) = (page.run.percentile(.p05, of: summary), page.run.percentile(.p95, of: summary))
      let span =
        page.isExact(summary)
        ? "" as Markup
        : "<span class=\"span\">\(euro.span(divided(low.figure, low.error), divided(high.figure, high.error), millions: millions))</span>"
      return PageTable.Cell(
        content: "<span class=\"v\">\(euro.text(mean, millions: millions))</span>\(span)\(bar(position))",
        value: ReportPage.shownValue(mean))
    }
    let ones = places.map { _ in 1.0 }
    let bars = [spark(ones), spark(sizes), spark(municipalities)]
    let rows = places.indices.map { position -> PageTable.Row in
      let isTotal = position >= regions.count
      let total = page.summary(.delta, scenario, place: places[position])
      let span: Markup = page.isExact(total) ? "" : "<span class=\"span\">\(page.span(total))</span>"
      return PageTable.Row(
        header: isTotal
          ? "\(page.placeName(places[position]))"
          : page.isCountry
            ? "<a href=\"#r-\(page.anchor(position))\">\(page.regionName(position))</a>"
            : "\(page.regionName(position))",
        cells: [
          cell(position, per: ones, finest: 0, bar: bars[0]),
          cell(position, per: sizes, finest: -2, bar: bars[1]),
          cell(position, per: municipalities, finest: 0, bar: bars[2]),
          page.cell(page.summary(.incidental, scenario, place: places[position])),
          PageTable.Cell(
            content: "<span class=\"v\">\(page.text(total))</span>\(span)",
            value: ReportPage.shownValue(page.mean(total))),
        ], isTotal: isTotal, region: isTotal ? nil : page.anchor(position),
        isChosen: !isTotal && position == page.place)
    }
    return PageTable(
      caption: language(
        nl: "De regio's: structureel per jaar in \(page.study.lastYear), en in totaal \(page.over)",
        en: "The regions: structural a year in \(page.study.lastYear), and in all \(page.over)"),
      columns: [
        .text(language(nl: "Regio", en: "Region")),
        .number(language(nl: "structureel per jaar", en: "structural a year")),
        .number(language(nl: "per inwoner", en: "for each inhabitant")),
        .number(language(nl: "per gemeente", en: "for each municipality")),
        .number(language(nl: "incidenteel, in totaal", en: "incidental, in all")),
        .number(language(nl: "meerkosten, in totaal", en: "extra cost, in all")),
      ], rows: rows, isSortable: true, language: language)
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
          <ul>\(figures.map { card -> Markup in "<li><strong>\(card.label): \(card.value).</strong> \(card.sentence)</li>" })</ul>\
          \(chart.markup)
          """
      }
      return
        "<details class=\"region\" "
        + "id=\"r-\(page.anchor(region))\"><summary>\(page.regionName(region))</summary>\(blocks)</details>"
    }
    let title = language(nl: "Elke regio apart", en: "Each region by itself")
    let text = language(
      nl: "Open een regio voor haar eigen vier cijfers en haar kosten per jaar.",
      en: "Open a region for its own four figures and its costs by year.")
    return "<div class=\"each\"><h3>\(title)</h3><p>\(text)</p>\(items)</div>"
  }
}
