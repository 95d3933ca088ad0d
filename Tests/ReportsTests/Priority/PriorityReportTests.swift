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
    if tied { study.variables[0].loadings = [FactorLoading(factor: 0, loading: 0.5)] }
    return PriorityContent(
      study: study, scenario: 1, among: among, cheapest: 0,
      settings: SimulationSettings(draws: 10_000, seed: 7, sampler: .latinHypercube),
      questions: questions
        ? [
          .init(figure: .persons, item: 0, regions: 2, worth: worth(0.4, 0.22, 0)),
          .init(figure: .provisionQuantity, item: 0, regions: 1, worth: worth(0.0004, 0, 12_345)),
        ] : [],
      together: questions
        ? [.init(count: 2, worth: worth(0.41, 0.23, 12_500)), .init(count: 2, worth: worth(0.41, 0.23, 1))] : [],
      regions: questions
        ? [
          .init(
            region: 0, cells: [cell(0, .persons, 0.5, 0.2), cell(0, .provisionQuantity, 0.02, 0.0003)],
            together: [.init(count: 2, worth: worth(0.51, 0.3, 1000))], total: total(1e6, 3e6)),
          .init(
            region: 1, cells: [cell(1, .persons, 0.7, 0.2)], together: [.init(count: 1, worth: worth(0.7, 0.35, 1000))],
            total: total(2e6, 4e6)),
        ] : [], total: total(40_000_000, 150_000_000), certain: questions ? 0 : 3)
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
    #expect(text.contains("Er is niets te vragen: geen enkel aangenomen gegeven van de regio's is onzeker.\n"))
    #expect(
      text.hasSuffix(
        "3 aangenomen gegevens zijn één\ngetal zonder marge: daarvan is hier niet te zien wat ze waard zijn.\n"))
    #expect(!text.contains("Keuze"))
  }

  /// With one scenario there is nothing to choose.
  @Test func aloneThereIsNoChoice() {
    let text = PriorityReport.text(Self.content(among: [1]), regions: [], language: .english)
    #expect(!text.contains("choice"))
  }

  @Test func tiedFiguresAreExplained() {
    #expect(!Self.dutch.contains("correlations.csv"))
    let text = PriorityReport.text(Self.content(tied: true), regions: [], language: .dutch)
    #expect(text.replacing("\n", with: " ").contains("Gegevens die volgens correlations.csv samen bewegen"))
  }

  @Test func tables() {
    let content = Self.content()
    #expect(
      String(decoding: content.csv(), as: UTF8.self) == """
        region,kind,rank,figure,item,regions,variance_share,variance_share_se,band_share,band_share_se,evppi,evppi_se
        NL,question,1,persons,OvD,2,0.400000,0.012000,0.220000,0.003400,0.00,0.00
        NL,question,2,quantity,FTE,1,0.000400,0.012000,0.000000,0.003400,12345.00,617.25
        NL,first,2,,,0,0.410000,0.012000,0.230000,0.003400,12500.00,625.00
        NL,first,2,,,0,0.410000,0.012000,0.230000,0.003400,1.00,0.05
        VR02,question,1,persons,OvD,1,0.500000,0.012000,0.250000,0.003400,1000.00,50.00
        VR02,question,2,quantity,FTE,1,0.020000,0.012000,0.010000,0.003400,1000.00,50.00
        VR02,first,2,,,1,0.510000,0.012000,0.300000,0.003400,1000.00,50.00
        VR17,question,1,persons,OvD,1,0.700000,0.012000,0.350000,0.003400,1000.00,50.00
        VR17,first,1,,,1,0.700000,0.012000,0.350000,0.003400,1000.00,50.00

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
