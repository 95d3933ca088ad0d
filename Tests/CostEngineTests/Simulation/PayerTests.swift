import TestSupport
import Testing

@testable import CostEngine

/// Who pays, on a study that is worked out by hand: nothing but one-offs and funds.
///
/// Region A has 100,000 inhabitants and 3 municipalities, region B 300,000 and 5. In 2027 and 2028 each municipality
/// costs EUR 1,000; in 2027 the country EUR 400. The State gives half of EUR 2,000 by inhabitants: A 250, B 750. From
/// 2028 the regions have EUR 600 in equal parts: 300 each.
@Suite struct PayerTests {
  private static func study(_ key: MunicipalKey?, funds: [Fund] = funds, regional: Double = 1000) -> Study {
    let terms = ScenarioTerms(
      level: 0, phaseIn: .step(from: .certain(2027)), delay: .certain(0), bandwidth: .certain(0), release: .certain(0),
      measures: [])
    func oneOff(_ code: String, _ per: UnitBasis, _ amount: Double, until: Double) -> OneOff {
      OneOff(
        code: code, name: "", per: per, amount: .certain(amount), from: .certain(2027), until: .certain(until),
        index: .price, scenarios: [0])
    }
    return Study(
      title: "Wie betaalt", firstYear: 2027, years: 2, priceYear: 2027, currentPrices: false,
      discountRate: .certain(0), wageGrowth: [], priceGrowth: [], referenceLevel: 0,
      regions: [
        Region(code: "A", name: "", population: .certain(100_000), municipalities: .certain(3)),
        Region(code: "B", name: "", population: .certain(300_000), municipalities: .certain(5)),
      ],
      functions: [], provisions: [], levels: ["x"], norms: [[]], provisionNorms: [[]], current: [[], []],
      currentProvisions: [[], []],
      oneOffs: [oneOff("GEM", .municipality, regional, until: 2028), oneOff("LAND", .national, 400, until: 2027)],
      measures: [], scenarios: [Scenario(code: "S", name: "", terms: [terms, terms])], profiles: [], funds: funds,
      municipalKey: key, variables: [], factors: [])
  }

  private static func fund(
    _ code: String, _ payer: Payer, from: Int = 2027, _ amount: Double, share: Double = 1, key: [Double]
  ) -> Fund {
    Fund(
      code: code, name: "",
      entries: [
        Fund.Entry(
          year: from, amount: .certain(amount), share: .certain(share), key: key.map { .certain($0) }, payer: payer)
      ])
  }

  private static let inhabitants = [100_000.0, 300_000]
  private static let funds = [
    fund("RIJK", .state, 2000, share: 0.5, key: inhabitants), fund("REGIO", .region, from: 2028, 600, key: [1, 1]),
  ]

  private static func pooled(_ key: [Double]) -> MunicipalKey { .pooled(name: nil, key.map { .certain($0) }) }

  /// By payer, of the two years and the whole horizon.
  private func expect(
    _ study: Study, _ place: Int?, _ expected: [Payer: [Double]], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let results = try simulate(study, draws: 1)
    let worked = WorkedNational(study, scenario: 0, values: [])
    for (payer, amounts) in expected {
      for (year, amount) in amounts.enumerated() {
        let found = results.payment(payer, scenario: 0, region: place ?? results.national, year: year)
        #expect(found.mean == amount && found.p95 == amount, "\(payer) \(year)", sourceLocation: sourceLocation)
        // Sums of a few whole numbers, multiplied by thirds and fifths: far nearer than 1e-9.
        #expect(
          abs(worked.paid(payer, region: place, in: year == 2 ? .total : .year(year)) - amount) < 1e-9,
          "\(payer) \(year)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func eachRegionsOwnMunicipalitiesPayItsRest() throws {
    let study = Self.study(.ownRegion)
    try expect(
      study, 0, [.state: [250, 250, 500], .region: [0, 300, 300], .municipalities: [2750, 2450, 5200]])
    try expect(
      study, 1, [.state: [750, 750, 1500], .region: [0, 300, 300], .municipalities: [4250, 3950, 8200]])
    // The national one-off is paid by the municipalities together, in no region.
    try expect(
      study, nil, [.state: [1000, 1000, 2000], .region: [0, 600, 600], .municipalities: [7400, 6400, 13_800]])
  }

  /// All are short of 7,400 and 6,400: the national one-off is among it.
  @Test func aKeyPoolsWhatAllAreShortOf() throws {
    let whole: [Payer: [Double]] = [
      .state: [1000, 1000, 2000], .region: [0, 600, 600], .municipalities: [7400, 6400, 13_800],
    ]
    let equal = Self.study(Self.pooled([1, 1]))
    try expect(
      equal, 0, [.state: [250, 250, 500], .region: [0, 300, 300], .municipalities: [3700, 3200, 6900]])
    try expect(equal, 1, [.municipalities: [3700, 3200, 6900]])
    try expect(equal, nil, whole)
    let byInhabitants = Self.study(Self.pooled(Self.inhabitants))
    try expect(byInhabitants, 0, [.municipalities: [1850, 1600, 3450]])
    try expect(byInhabitants, 1, [.municipalities: [5550, 4800, 10_350]])
    try expect(byInhabitants, nil, whole)
    let byRisk = Self.study(Self.pooled([2, 3]))
    try expect(byRisk, 0, [.municipalities: [2960, 2560, 5520]])
    try expect(byRisk, 1, [.municipalities: [4440, 3840, 8280]])
    try expect(byRisk, nil, whole)
  }

  /// EUR 800 of the municipalities themselves by inhabitants, A 200 and B 600: with a key, less is left to divide.
  @Test func fundsOfTheMunicipalities() throws {
    let funds = Self.funds + [Self.fund("GEM", .municipalities, 800, key: Self.inhabitants)]
    try expect(Self.study(.ownRegion, funds: funds), 0, [.municipalities: [2750, 2450, 5200]])
    let pooled = Self.study(Self.pooled([1, 1]), funds: funds)
    // Half of 6,600 and of 5,600.
    try expect(pooled, 0, [.municipalities: [3500, 3000, 6500]])
    try expect(pooled, 1, [.municipalities: [3900, 3400, 7300]])
    try expect(pooled, nil, [.municipalities: [7400, 6400, 13_800]])
  }

  /// EUR 20,000 of the State by inhabitants is more than all costs: what is left falls to the municipalities.
  @Test func fundingAboveCost() throws {
    let study = Self.study(.ownRegion, funds: [Self.fund("RIJK", .state, 20_000, key: Self.inhabitants)])
    try expect(study, 0, [.state: [5000, 5000, 10_000], .municipalities: [-2000, -2000, -4000]])
    try expect(study, nil, [.state: [20_000, 20_000, 40_000], .municipalities: [-11_600, -12_000, -23_600]])
  }

  @Test func aFundThatChangesHands() throws {
    var fund = Self.fund("X", .state, 1000, key: [1, 1])
    fund.entries.append(
      Fund.Entry(
        year: 2028, amount: .certain(1000), share: .certain(1), key: [.certain(1), .certain(1)], payer: .region))
    try expect(
      Self.study(.ownRegion, funds: [fund]), 0,
      [.state: [500, 0, 500], .region: [0, 500, 500], .municipalities: [2500, 2500, 5000]])
  }

  @Test func withoutFundsTheMunicipalitiesPayAll() throws {
    try expect(
      Self.study(.ownRegion, funds: []), 1,
      [.state: [0, 0, 0], .region: [0, 0, 0], .municipalities: [5000, 5000, 10_000]])
  }

  /// A third of EUR 100 to each of the State's and the region's, rounded to 33.33, leaves the municipalities the cent.
  @Test func theRestTakesTheCent() throws {
    let funds = [
      Self.fund("RIJK", .state, 100, key: [1, 2]), Self.fund("REGIO", .region, 100, key: [1, 2]),
    ]
    let results = try simulate(Self.study(.ownRegion, funds: funds, regional: 100.0 / 3), draws: 1)
    func mean(_ payer: Payer) -> Double { results.payment(payer, scenario: 0, region: 0, year: 0).mean }
    #expect(mean(.state) == 33.33 && mean(.region) == 33.33 && mean(.municipalities) == 33.34)
    #expect(results.summary(.net, scenario: 0, region: 0, year: 0).mean == 33.33)
  }

  @Test func someRegions() throws {
    let selection = Selection(scenarios: [0], regions: [1])
    // Each for itself: what is left out changes nothing.
    let own = try simulate(Self.study(.ownRegion), draws: 1, selection: selection)
    #expect(own.payment(.municipalities, scenario: 0, region: 0, year: 0).mean == 4250)
    // What all share cannot be told from some.
    let pooled = try simulate(Self.study(Self.pooled([1, 1])), draws: 1, selection: selection)
    #expect(!pooled.hasPayers)
    #expect(pooled.summary(.net, scenario: 0, region: 0, year: 0).mean == 4250)
  }

  /// Asking who pays changes no other figure.
  @Test(arguments: 1...20 as ClosedRange<UInt64>) func otherFiguresAreTheSame(seed: UInt64) throws {
    var study = RandomStudy.make(seed: seed, uncertain: true)
    study.municipalKey = .pooled(name: nil, study.regions.map { _ in .certain(1) })
    var asked = try simulate(study, draws: 250)
    #expect(asked.hasPayers)
    study.municipalKey = nil
    asked.payments = []
    #expect(try simulate(study, draws: 250) == asked)
  }

  /// To the cent: one draw a run, so that each figure is that draw's; over more draws the sums of cents are exact too.
  @Test(arguments: 201...240 as ClosedRange<UInt64>) func payersSumToTheDelta(seed: UInt64) throws {
    var study = RandomStudy.make(seed: seed, uncertain: true)
    if study.municipalKey == nil { study.municipalKey = .ownRegion }
    let isPooled = study.municipalKey != .ownRegion
    for draws in [1, 1, 1, 8, 250] {
      let results = try simulate(study, draws: draws, seed: seed &+ UInt64(draws), sampler: .random)
      func cents(_ summary: Summary) -> Double { (summary.mean * 100 * Double(draws)).rounded() }
      for scenario in study.scenarios.indices {
        for year in 0...study.years {
          func paid(_ payer: Payer, _ region: Int) -> Double {
            cents(results.payment(payer, scenario: scenario, region: region, year: year))
          }
          for region in isPooled ? results.national...results.national : 0...results.national {
            let delta = cents(results.summary(.delta, scenario: scenario, region: region, year: year))
            #expect(Payer.allCases.map { paid($0, region) }.reduce(0, +) == delta, "region \(region) year \(year)")
          }
          for payer in Payer.allCases where isPooled || payer != .municipalities {
            let regions = study.regions.indices.map { paid(payer, $0) }.reduce(0, +)
            // Half a cent a draw for each region, and for the country one and a half: its municipalities pay what is
            // left of three amounts. Below 2e9 EUR doubles are exact to 1e-5 cents.
            let rounding = Double(draws) * (0.5 * Double(study.regions.count) + 1.5) + 0.01
            #expect(abs(regions - paid(payer, results.national)) <= rounding, "\(payer) year \(year)")
          }
        }
      }
    }
  }

  /// Any division of the work gives the same bits.
  @Test func partsMerge() throws {
    var study = RandomStudy.make(seed: 7, uncertain: true)
    study.municipalKey = .pooled(name: nil, study.regions.map(\.population))
    let plan = Plan(
      study, selection: Selection(study),
      settings: SimulationSettings(draws: 1000, seed: 1, sampler: .latinHypercube))
    let evaluator = Evaluator(plan)
    var first = Accumulator(plan)
    evaluator.evaluate(replicates: 0..<1, into: &first)
    var second = first.emptied
    for replicate in [4, 1, 3] { evaluator.evaluate(replicates: replicate..<replicate + 1, into: &second) }
    evaluator.evaluate(replicates: 2..<3, into: &first)
    first.merge(second)
    #expect(try first.results(of: plan) == Evaluator.statistics(of: plan).results(of: plan))
  }
}
