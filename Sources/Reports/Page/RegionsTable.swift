import CostEngine
import Terms

/// The regions one below the other: the expected extra cost of each, also per inhabitant and per municipality, with its
/// margin as a bar. Each column has one unit and one last digit.
struct RegionsTable {
  let page: ReportPage
  let scenario: Int

  private var language: Language { page.language }
  private var euro: Euro { page.euro }

  /// An amount for each region and for the country, by position; nil if there is nothing to divide by.
  private typealias Figures = [(mean: ShownFigure, low: ShownFigure, high: ShownFigure)?]

  /// The content of a column.
  private struct Column {
    var figures: Figures
    var means: AmountColumn
    var ends: AmountColumn
  }

  private let regions: [Int]
  private let places: [Int]
  private let yearly: [Summary]
  private let inhabitants: [Double]
  private let municipalities: [Double]
  private let structural: Column
  private let perInhabitant: Column
  private let perMunicipality: Column
  private let total: Column
  private let incidental: [ShownFigure]
  /// Of the columns that have a total.
  private let sums: (structural: SummedAmounts, incidental: SummedAmounts, total: SummedAmounts)

  init(page: ReportPage, scenario: Int) {
    self.page = page
    self.scenario = scenario
    let results = page.results
    let regions = Array(results.selection.regions.indices)
    let places = regions + (results.includesNational ? [results.national] : [])
    self.regions = regions
    self.places = places
    let yearly = places.map { page.summary(.structural, scenario, year: page.run.endState, place: $0) }
    self.yearly = yearly
    inhabitants = places.map { page.run.population(region: $0) }
    municipalities = places.map { place in
      place < regions.count
        ? page.study.mean(of: page.study.regions[results.selection.regions[place]].municipalities)
        : page.study.regions.reduce(0) { $0 + page.study.mean(of: $1.municipalities) }
    }
    func figures(_ summary: Summary, per count: Double, finest: Int) -> Figures.Element {
      guard count > 0, count < .infinity else { return nil }
      let (low, high) = (page.run.percentile(.p05, of: summary), page.run.percentile(.p95, of: summary))
      let mean = page.run.mean(summary)
      if count == 1 { return (mean, low.figure, high.figure) }
      return (
        mean.divided(by: count, error: summary.meanError(draws: results.draws), finest: finest),
        low.figure.divided(by: count, error: low.error, finest: finest),
        high.figure.divided(by: count, error: high.error, finest: finest)
      )
    }
    // The country is on a different scale: the regions determine the format.
    func column(_ summaries: [Summary], per counts: [Double]?, finest: Int = 0, sums: SummedAmounts? = nil) -> Column {
      let figures = summaries.indices.map { figures(summaries[$0], per: counts?[$0] ?? 1, finest: finest) }
      let own = figures.prefix(regions.count).compactMap { $0 }
      let (means, ends) = (own.map { $0.mean }, own.flatMap { [$0.low, $0.high] })
      let all = figures.compactMap { $0 }.flatMap { [$0.mean, $0.low, $0.high] }
      guard let sums else {
        return Column(
          figures: figures, means: AmountColumn(means, sharingUnitWith: all),
          ends: AmountColumn(ends, sharingUnitWith: all))
      }
      return Column(
        figures: figures, means: AmountColumn(means, inMillions: sums.isInMillions),
        ends: AmountColumn(ends, inMillions: sums.isInMillions))
    }
    let all = places.map { page.summary(.delta, scenario, place: $0) }
    let once = places.map { page.summary(.incidental, scenario, place: $0) }
    func summed(_ summaries: [Summary], inFull: Bool = false) -> SummedAmounts {
      SummedAmounts(summaries.map(page.run.mean), inFull: inFull, language: page.language)
    }
    // They stand in one row, in one unit.
    let inFull = [yearly, once, all].contains { summaries in
      summaries.contains { $0.mean != 0 } && !summed(summaries).isInMillions
    }
    sums = (
      structural: summed(yearly, inFull: inFull), incidental: summed(once, inFull: inFull),
      total: summed(all, inFull: inFull)
    )
    structural = column(yearly, per: nil, sums: sums.structural)
    perInhabitant = column(yearly, per: inhabitants, finest: -2)
    perMunicipality = column(yearly, per: municipalities)
    total = column(all, per: nil, sums: sums.total)
    incidental = once.map(page.run.mean)
  }

  /// The structural amount per inhabitant as shown in the table; nil if a region has no inhabitants.
  func perInhabitant(_ region: Int) -> ShownFigure? {
    perInhabitant.figures[region].map { perInhabitant.means($0.mean) }
  }

  // MARK: Cells

  /// - Parameter sums: of a column that has a total.
  private func cell(
    _ column: Column, _ position: Int, sums: SummedAmounts? = nil, bar: Markup = ""
  ) -> PageTable.Cell {
    guard let (mean, low, high) = column.figures[position] else { return .text("–") }
    let shown = column.means(mean)
    let own =
      sums.map { $0.cell($0.steps(mean.value), of: mean.value) }
      ?? PageTable.Cell(content: "\(euro.text(shown))", value: Euro.shownValue(shown))
    // A mean without sampling error may be that of amounts that vary.
    let isExact = mean.place == nil && low.value == high.value || page.results.draws < 2
    let ends = ShownFigure.inOrder([column.ends(low), column.ends(high)])
    let span: Markup = isExact ? "" : "<span class=\"span\">\(euro.span(ends[0], ends[1]))</span>"
    return PageTable.Cell(content: "<span class=\"v\">\(own.content)</span>\(span)\(bar)", value: own.value)
  }

  private func cell(_ sums: SummedAmounts, _ figure: ShownFigure) -> PageTable.Cell {
    sums.cell(sums.steps(figure.value), of: figure.value)
  }

  /// A region's reserve in proportion to what it needs, and its class: see ``ReserveBlock``.
  private func reserve(_ position: Int) -> PageTable.Cell {
    guard let found = page.run.reserveRatio(scenario: scenario, region: position), let ratio = found.ratio,
      let grade = found.grade
    else { return .text("–") }
    return PageTable.Cell(content: "\(ReserveRatio.text(ratio, language))\u{a0}(\(grade.letter))", value: ratio)
  }

  /// The bar of a region: P5 to P95, with a mark at the expected value and a line at 0.
  private func bars(per counts: [Double]?) -> (Int) -> Markup {
    func count(_ position: Int) -> Double { counts?[position] ?? 1 }
    let scale = Scale(
      regions.filter { count($0) > 0 }.flatMap { region in
        [yearly[region].p05, yearly[region].mean, yearly[region].p95].map { $0 / count(region) }
      }, from: 1, to: 79)
    return { position in
      guard position < regions.count, count(position) > 0 else { return "" }
      let (low, mean, high) = (
        scale(yearly[position].p05 / count(position)), scale(yearly[position].mean / count(position)),
        scale(yearly[position].p95 / count(position))
      )
      return """
        <svg class="spark"\(Chart.size(80, 12)) viewBox="0 0 80 12" aria-hidden="true">\(Chart.line(scale(0), 0, scale(0), 12, "zero"))\
        \(Chart.box(low, 3, high - low, 6, "band"))\(Chart.box(mean - 1, 0, 2, 12, "mean"))</svg>
        """
    }
  }

  // MARK: The table

  var markup: Markup {
    let remarks = [remark, rounding].compactMap { $0 }.joined(separator: " ")
    let note: Markup = remarks.isEmpty ? "" : "<p class=\"note\">\(remarks)</p>"
    return "<p class=\"note\">\(explanation)</p>\(table.markup)\(note)"
  }

  /// A remark if what is shown of the regions and the national items does not sum to the country's.
  private var rounding: String? {
    guard page.results.includesNational else { return nil }
    func isSum(_ sums: SummedAmounts, _ amounts: [Double], _ items: ShownFigure?) -> Bool {
      let steps = amounts.map(sums.steps)
      return steps.dropLast().reduce(0, +) + (items.map { sums.steps($0.value) } ?? 0) == steps[steps.count - 1]
    }
    let areSums =
      isSum(
        sums.structural, yearly.map { $0.mean },
        page.nationalItems(.structural, scenario, year: page.run.endState))
      && isSum(sums.incidental, incidental.map { $0.value }, page.nationalItems(.incidental, scenario))
      && isSum(sums.total, total.figures.map { $0?.mean.value ?? 0 }, page.nationalItems(.delta, scenario))
    return areSums
      ? nil
      : language(
        nl: "De laatste rij is berekend uit de onafgeronde bedragen: wat er van de regio's staat, telt daardoor niet "
          + "precies op.",
        en:
          "The last row is computed from the amounts before rounding: so what is shown of the regions does not sum to "
          + "it exactly.")
  }

  private var explanation: String {
    page.run.isCertain
      ? language(
        nl:
          "Het streepje onder een bedrag laat zien hoe hoog het is naast dat van de andere regio's; de dunne lijn is 0.",
        en: "The mark below an amount shows how high it is beside that of the other regions; the thin line is 0.")
      : language(
        nl:
          "Onder een bedrag staat de marge: in 9 van de 10 gevallen ligt het daartussen (P5 tot P95). Het balkje laat "
          + "die marge zien, het streepje erin de verwachting; de dunne lijn is 0.",
        en: "Below an amount is its margin: in 9 cases of 10 it lies between these (P5 to P95). The bar shows that "
          + "margin, the mark in it the expectation; the thin line is 0.")
  }

  /// Why the regions do not sum to the row below them.
  private var remark: String? {
    guard page.hasNationalItems(scenario) else { return nil }
    let items = page.nationalItems(.delta, scenario)
    if let items, Euro.shownValue(items) == 0 { return nil }
    if page.isCountry {
      return language(
        nl: "Landelijke posten zijn eenmalige kosten voor alle regio's samen; zij horen bij geen enkele regio.",
        en: "National items are costs made once for all regions together; they belong to no single region.")
    }
    let amount =
      items.map {
        language(
          nl: " (\(euro.text($0)) \(page.over) voor alle regio's samen)",
          en: " (\(euro.text($0)) \(page.over) for all regions together)")
      } ?? ""
    return language(
      nl: "De bedragen van een regio zijn zonder de landelijke posten\(amount).",
      en: "The amounts of a region are without the national items\(amount).")
  }

  private var table: PageTable {
    let (yearlyBars, inhabitantBars) = (bars(per: nil), bars(per: inhabitants))
    let municipalityBars = bars(per: municipalities)
    func cells(_ position: Int) -> [PageTable.Cell] {
      [
        cell(structural, position, sums: sums.structural, bar: yearlyBars(position)),
        cell(perInhabitant, position, bar: inhabitantBars(position)),
        cell(perMunicipality, position, bar: municipalityBars(position)),
        cell(sums.incidental, incidental[position]), cell(total, position, sums: sums.total),
      ] + (page.run.hasReserves ? [reserve(position)] : [])
    }
    var rows = regions.map { region in
      PageTable.Row(
        header: page.isCountry
          ? "<a href=\"#r-\(page.anchor(region))\">\(page.regionName(region))</a>" : "\(page.regionName(region))",
        cells: cells(region), region: page.anchor(region), isChosen: region == page.place)
    }
    rows += national
    rows += places.dropFirst(regions.count).map { place in
      PageTable.Row(header: "\(page.placeName(place))", cells: cells(place), isTotal: true)
    }
    return PageTable(
      caption: language(
        nl: "De regio's: structureel per jaar \(page.run.inEndState(language)), en in totaal \(page.over)",
        en: "The regions: structural a year \(page.run.inEndState(language)), and in all \(page.over)"),
      columns: [
        .text(language(nl: "Regio", en: "Region")),
        .number(language(nl: "structureel per jaar", en: "structural a year")),
        .number(language(nl: "per inwoner", en: "per inhabitant")),
        .number(language(nl: "per gemeente", en: "per municipality")),
        .number(language(nl: "incidenteel, in totaal", en: "incidental, in all")),
        .number(language(nl: "meerkosten, in totaal", en: "extra cost, in all")),
      ]
        + (page.run.hasReserves ? [.number(language(nl: "weerstandsratio", en: "reserve ratio"))] : []), rows: rows,
      isSortable: true, language: language)
  }

  /// The rows for items that belong to no region, so that the rows sum to the country's.
  private var national: [PageTable.Row] {
    guard let all = page.nationalItems(.delta, scenario), Euro.shownValue(all) != 0,
      let yearly = page.nationalItems(.structural, scenario, year: page.run.endState),
      let once = page.nationalItems(.incidental, scenario)
    else { return [] }
    return [
      PageTable.Row(
        header: "\(language(nl: "Landelijke posten", en: "National items"))",
        cells: [
          cell(sums.structural, yearly), .text("–"), .text("–"), cell(sums.incidental, once), cell(sums.total, all),
        ] + (page.run.hasReserves ? [.text("–")] : []), isTotal: true)
    ]
  }
}
