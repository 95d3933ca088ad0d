import Terms
import Testing

@testable import CostEngine
@testable import Reports

/// The text and the tables of a priority analysis whose figures are given by hand.
@Suite struct PriorityReportTests {
  private static func worth(_ variance: Double, _ band: Double, _ choice: Double) -> PriorityContent.Worth {
    .init(
      variance: .init(value: variance, standardError: 0.012), band: .init(value: band, standardError: 0.0034),
      choice: .init(value: choice, standardError: choice / 20))
  }

  private static func share(_ value: Double) -> InformationValue { .init(value: value, standardError: 0.012) }

  private static func cell(_ region: Int, _ figure: CurrentFigure, _ own: Double, _ national: Double)
    -> PriorityContent.Cell
  {
    .init(
      region: region, figure: figure, item: 0, variable: 0, own: worth(own, own / 2, 1000),
      national: worth(national, national / 2, 0))
  }

  private static func total(_ low: Double, _ high: Double) -> Summary {
    Summary(
      mean: (low + high) / 2, standardError: 10_000, standardDeviation: (high - low) / 3.29,
      percentiles: [low, low, low, (low + high) / 2, high, high, high, high, high, high, high], cvar95: high,
      sharePositive: 1)
  }

  private static func content(questions: Bool = true, among: [Int] = [0, 1], tied: Bool = false) -> PriorityContent {
    var study = SmallStudy.study()
    study.functions = [
      CrisisFunction(
        code: "OvD", name: "Officier van dienst", per: .region, hourlyCost: .certain(0), coursePrice: .certain(0),
        examPrice: .certain(0), standbyFee: .certain(0))
    ]
    study.provisions = [
      Provision(code: "FTE", name: "Coördinatie", per: .region, unitCost: .certain(0), index: .wage)
    ]
    if tied {
      study.factors = ["markt", "inzet-VR02", "inzet-VR17"]
      study.variables[0].loadings = [FactorLoading(factor: 0, loading: 0.5)]
    }
    var content = PriorityContent(
      study: study, scenario: 1, among: among, cheapest: 0,
      settings: SimulationSettings(draws: 10_000, seed: 7, sampler: .latinHypercube),
      questions: questions
        ? [
          .init(
            figure: .persons, item: 0, regions: 2, worth: worth(0.4, 0.22, 0), itself: share(0.1), regionsForMost: 1),
          .init(figure: .turnover, item: 0, regions: 2, worth: worth(0.2, 0.11, 0), itself: share(0.04)),
          .init(
            figure: .provisionQuantity, item: 0, regions: 1, worth: worth(0.0004, 0, 12_345), sameAs: tied ? 0 : nil),
        ] : [],
      together: questions
        ? [
          .init(count: 1, worth: worth(0.4, 0.22, 0), adds: share(0.4), itself: share(0.1)),
          .init(count: 2, worth: worth(0.55, 0.33, 12_500), adds: share(0.15), itself: share(0.14)),
        ] : [],
      regions: questions
        ? [
          .init(
            region: 0, cells: [cell(0, .persons, 0.5, 0.2), cell(0, .provisionQuantity, 0.02, 0.0003)],
            together: [.init(count: 1, worth: worth(0.5, 0.25, 1000), adds: share(0.5), itself: .none)],
            total: total(1e6, 3e6)),
          .init(
            region: 1, cells: [cell(1, .persons, 0.7, 0.2)],
            together: [.init(count: 1, worth: worth(0.7, 0.35, 1000), adds: share(0.7), itself: .none)],
            total: total(2e6, 4e6)),
        ] : [], total: total(40_000_000, 150_000_000), certain: questions ? 0 : 3)
    content.all = share(0.56)
    if tied {
      content.factors = [
        .init(factors: [0], cells: 3, share: share(0.09)), .init(factors: [1, 2], cells: 4, share: share(0.31)),
      ]
    }
    return content
  }

  @Test func ofTheCountry() {
    #expect(PriorityReport.text(Self.content(), regions: [], language: .dutch) == Self.dutch)
    #expect(PriorityReport.text(Self.content(), regions: [], language: .english) == Self.english)
  }

  @Test func ofARegion() {
    #expect(PriorityReport.text(Self.content(), regions: [0], language: .dutch) == Self.regionInDutch)
    let english = PriorityReport.text(Self.content(), regions: [1], language: .english)
    #expect(english.contains("What to ask VR17 Rotterdam-Rijnmond first?"))
    #expect(english.contains("1. people in the pool: Officier van dienst"))
  }

  @Test func nothingToAsk() {
    let text = PriorityReport.text(Self.content(questions: false), regions: [], language: .dutch)
    #expect(text.contains("Er is niets te vragen: van de gegevens die de regio's niet zelf hebben"))
    #expect(
      text.hasSuffix(
        "3 niet opgegeven\ngegevens zijn één getal zonder marge: daarvan is hier niet te zien wat ze waard zijn.\n"))
    #expect(!text.contains("Keuze"))
  }

  /// With one scenario there is nothing to choose.
  @Test func aloneThereIsNoChoice() {
    let text = PriorityReport.text(Self.content(among: [1]), regions: [], language: .english)
    #expect(!text.contains("choice"))
  }

  /// What the figures of others rest on is said, and which questions tell the same.
  @Test func tiedFiguresAreExplained() {
    #expect(!Self.dutch.contains("correlations.csv") && !Self.dutch.contains("Zelf:"))
    let text = PriorityReport.text(Self.content(tied: true), regions: [], language: .dutch).replacing("\n", with: " ")
    #expect(text.contains("de rest volgt uit de samenhang in correlations.csv."))
    #expect(text.contains("Vrijwel hetzelfde als vraag 1 vertelt: aantal nu: Coördinatie"))
    #expect(
      text.contains(
        "Zonder de aangenomen factor ‘markt’, die 3 van deze gegevens verbindt, zou vraag 1 9,0 % wegnemen in plaats van 40 %."
      ))
    #expect(
      text.contains("Zonder de 2 factoren die elk de gegevens van één regio verbinden (4 gegevens), zou vraag 1 31 %"))
  }

  /// An answer that costs more than it brings is named; those that add nothing too.
  @Test func whatIsNotWorthItIsNamed() {
    var content = Self.content()
    content.answerCost = .init(hours: 100, hourWorth: 90)
    let text = PriorityReport.text(content, regions: [], language: .dutch).replacing("\n", with: " ")
    #expect(text.contains("Een antwoord van één regio kost EUR 9.000 (100 uur)."))
    #expect(text.contains("kosten deze vragen meer dan zij daaraan opleveren: 1, 2."))
    #expect(text.contains("De overige 1 vragen voegen niets toe") == false)
    #expect(
      text.contains("De andere vraag voegt niets toe dat boven het toeval uitkomt: haar EUR 9.000 is zij niet waard."))
  }

  @Test func tables() {
    var content = Self.content(tied: true)
    content.answerCost = .init(hours: 2, hourWorth: 90)
    #expect(
      String(decoding: content.csv(), as: UTF8.self) == """
        region,kind,rank,figure,item,regions,variance_share,variance_share_se,band_share,band_share_se,evppi,evppi_se,\
        adds,adds_se,together,together_se,itself,itself_se,regions_for_most,same_as,cost
        NL,question,1,persons,OvD,2,0.400000,0.012000,0.220000,0.003400,0.00,0.00,\
        0.400000,0.012000,0.400000,0.012000,0.100000,0.012000,1,,360.00
        NL,question,2,turnover,OvD,2,0.200000,0.012000,0.110000,0.003400,0.00,0.00,\
        0.150000,0.012000,0.550000,0.012000,0.040000,0.012000,2,,360.00
        NL,question,3,quantity,FTE,1,0.000400,0.012000,0.000000,0.003400,12345.00,617.25,,,,,0.000000,0.000000,1,1,180.00
        NL,first,1,,,0,0.400000,0.012000,0.220000,0.003400,0.00,0.00,\
        0.400000,0.012000,0.400000,0.012000,0.100000,0.012000,,,
        NL,first,2,,,0,0.550000,0.012000,0.330000,0.003400,12500.00,625.00,\
        0.150000,0.012000,0.550000,0.012000,0.140000,0.012000,,,
        NL,all,3,,,0,0.560000,0.012000,,,,,,,,,,,,,
        VR02,question,1,persons,OvD,1,0.500000,0.012000,0.250000,0.003400,1000.00,50.00,\
        0.500000,0.012000,0.500000,0.012000,0.000000,0.000000,,,180.00
        VR02,question,2,quantity,FTE,1,0.020000,0.012000,0.010000,0.003400,1000.00,50.00,,,,,0.000000,0.000000,,,180.00
        VR02,first,1,,,1,0.500000,0.012000,0.250000,0.003400,1000.00,50.00,0.500000,0.012000,0.500000,0.012000,,,,,
        VR17,question,1,persons,OvD,1,0.700000,0.012000,0.350000,0.003400,1000.00,50.00,\
        0.700000,0.012000,0.700000,0.012000,0.000000,0.000000,,,180.00
        VR17,first,1,,,1,0.700000,0.012000,0.350000,0.003400,1000.00,50.00,0.700000,0.012000,0.700000,0.012000,,,,,

        """)
    let cells = String(decoding: content.cellsCSV(locale: .dutch), as: UTF8.self).split(separator: "\n")
    #expect(cells.count == 4)
    #expect(cells[0].hasPrefix("input;region;figure;item;own_variance_share;own_variance_share_se;"))
    #expect(
      cells[1].hasSuffix(
        ";VR02;persons;OvD;0,500000;0,012000;0,250000;0,003400;1000,00;50,00;0,200000;0,012000;0,100000;0,003400;"
          + "0,00;0,00"))
  }
}
