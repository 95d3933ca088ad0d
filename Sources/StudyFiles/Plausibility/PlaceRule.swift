import CostEngine
import Terms

/// Inhabitants and municipalities of regions, against each other and against the other regions.
struct PlaceRule {
  let context: DoubtFinder.Context

  private static let population = Column.regions(.population)
  private static let municipalities = Column.regions(.municipalities)
  /// What a safety region has, where there are no others to compare with (25 regions of the Netherlands).
  private static let usualInhabitants = 600_000.0
  private static let usualMunicipalities = 13.0

  /// Units that a region usually has.
  static func usualUnits(_ per: UnitBasis) -> Double {
    switch per {
    case .region, .national: return 1
    case .municipality: return usualMunicipalities
    case .per100k: return usualInhabitants / 100_000
    }
  }

  func doubts() -> [Doubt] { found().map { $0.doubt } }

  /// Regions whose inhabitants or municipalities are doubted: nothing can be held to them.
  func regions() -> Set<String> { Set(found().map { $0.region }) }

  private struct Place {
    let row: TableRow
    let population: Double
    let municipalities: Double
  }

  private func found() -> [(region: String, doubt: Doubt)] {
    let table = context.table(.regions)
    let totals = TotalRowRule(context: context).regionRows()
    let places = table.rows.filter { $0.key[0] != "*" && !totals.contains($0.number) }.compactMap { row -> Place? in
      guard let population = table.figure(Self.population, row), let count = table.figure(Self.municipalities, row)
      else { return nil }
      return Place(row: row, population: population.middle, municipalities: count.middle)
    }
    var (inhabitants, counts) = (OtherRegions(), OtherRegions())
    for place in places {
      inhabitants.add(place.population)
      counts.add(place.municipalities)
    }
    inhabitants.sort()
    counts.sort()
    if places.count >= Thresholds.fewestMunicipalities, places.allSatisfy({ $0.municipalities == 1 }) {
      return places.flatMap { place in
        municipality(place, inhabitants.median(without: place.population), table).map { (place.row.key[0], $0) }
      }
    }
    return places.flatMap { place -> [(region: String, doubt: Doubt)] in
      let median = (
        population: inhabitants.median(without: place.population),
        municipalities: counts.median(without: place.municipalities)
      )
      // To tell which of the two is wrong one other region is enough.
      let typical = (
        population: inhabitants.median(without: place.population, of: 1) ?? Self.usualInhabitants,
        municipalities: counts.median(without: place.municipalities, of: 1) ?? Self.usualMunicipalities
      )
      return judge(place, median, typical, table).map { (place.row.key[0], $0) }
    }
  }

  /// Municipalities differ by a factor of a thousand: the others say nothing of one.
  private func municipality(_ place: Place, _ median: Double?, _ table: ReadTable) -> [Doubt] {
    if place.population == 0 { return [zero(table, Self.population, place.row)] }
    if Thresholds.inhabitantsOfMunicipality.contains(place.population) { return [] }
    let text = shown(table, Self.population, place.row)
    return [
      doubt(
        table, Self.population, place.row, place.population, median ?? Self.usualInhabitants / Self.usualMunicipalities,
        Bilingual(
          nl: "\(text) inwoners van een gemeente; te verwachten is 500 tot 1.200.000.",
          en: "\(text) inhabitants of a municipality; 500 to 1,200,000 is expected."))
    ]
  }

  private func judge(
    _ place: Place, _ median: (population: Double?, municipalities: Double?),
    _ typical: (population: Double, municipalities: Double), _ table: ReadTable
  ) -> [Doubt] {
    let row = place.row
    if place.municipalities > place.population, place.population > 0 {
      return [
        swapped(table, Self.population, row, with: Self.municipalities),
        swapped(table, Self.municipalities, row, with: Self.population),
      ]
    }
    let text = table.text(Self.municipalities, row)
    if place.municipalities.rounded(.down) != place.municipalities,
      table.figure(Self.municipalities, row)?.isCertain == true
    {
      return [
        Doubt(
          table.place(Self.municipalities, row), written: text,
          expected: Bilingual(
            nl: "\(quoted(text)) gemeenten is geen heel getal.",
            en: "\(quoted(text)) municipalities is not a whole number."),
          correction: .comma(write: table.write((10 * place.municipalities).rounded())))
      ]
    }
    for (column, value) in [(Self.population, place.population), (Self.municipalities, place.municipalities)]
    where value == 0 {
      return [zero(table, column, row)]
    }
    let average = place.population / place.municipalities
    if !Thresholds.inhabitants.contains(average) {
      // Of the two the one that is further from what regions have.
      let isPopulation =
        distance(place.population, typical.population) >= distance(place.municipalities, typical.municipalities)
      let (dutch, english) = (Expectation.about(average, .dutch), Expectation.about(average, .english))
      let expected = Bilingual(
        nl: "\(shown(table, Self.population, row)) inwoners in \(text.excerpt) "
          + "\(place.municipalities == 1 ? "gemeente" : "gemeenten") is gemiddeld ongeveer "
          + "\(dutch) per gemeente; te verwachten is 12.000 tot 400.000.",
        en: "\(shown(table, Self.population, row)) inhabitants in \(text.excerpt) "
          + "\(place.municipalities == 1 ? "municipality" : "municipalities") is about \(english) "
          + "each on average; 12,000 to 400,000 is expected.")
      return [
        isPopulation
          ? doubt(
            table, Self.population, row, place.population,
            place.municipalities * Self.usualInhabitants / Self.usualMunicipalities,
            expected)
          : doubt(table, Self.municipalities, row, place.municipalities, typical.municipalities, expected)
      ]
    }
    var doubts: [Doubt] = []
    for (column, value, others) in [
      (Self.population, place.population, median.population),
      (Self.municipalities, place.municipalities, median.municipalities),
    ] {
      guard let others, others > 0, !Thresholds.placesAgainstOthers.contains(value / others) else { continue }
      let reference = Expectation.Reference(value: others, origin: Expectation.others)
      doubts.append(
        doubt(table, column, row, value, others, Expectation.sentence(table.text(column, row), value, reference)))
    }
    return doubts
  }

  private func distance(_ value: Double, _ typical: Double) -> Double {
    guard value > 0, typical > 0 else { return .infinity }
    return max(value / typical, typical / value)
  }

  private func shown(_ table: ReadTable, _ column: Column, _ row: TableRow) -> String {
    table.text(column, row).excerpt
  }

  private func swapped(_ table: ReadTable, _ column: Column, _ row: TableRow, with other: Column) -> Doubt {
    Doubt(
      table.place(column, row), written: table.text(column, row),
      expected: Bilingual(
        nl: "De regio heeft meer gemeenten dan inwoners.", en: "The region has more municipalities than inhabitants."),
      correction: .swapped(with: table.table.header(other)))
  }

  private func zero(_ table: ReadTable, _ column: Column, _ row: TableRow) -> Doubt {
    Doubt(
      table.place(column, row), written: table.text(column, row),
      expected: Bilingual(
        nl: "Een regio zonder inwoners of gemeenten bestaat niet.",
        en: "There is no region without inhabitants or municipalities."),
      correction: .look(Bilingual(nl: "Vul het aantal in.", en: "Fill in the number.")))
  }

  private func doubt(
    _ table: ReadTable, _ column: Column, _ row: TableRow, _ value: Double, _ typical: Double, _ expected: Bilingual
  ) -> Doubt {
    var corrections = LikelyCorrections(expected: typical)
    if table.figure(column, row)?.isCertain == true { corrections.considerFactors(value) { table.write($0.rounded()) } }
    return Doubt(
      table.place(column, row), written: table.text(column, row), expected: expected, correction: corrections.correction
    )
  }
}
