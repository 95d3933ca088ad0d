import TestSupport
import Testing

@testable import CostEngine

/// The block kernels against the model spelled out for one draw.
@Suite struct KernelTests {
  /// In whole cents; both sum some hundreds of amounts of at most 1e8, each with a relative error of some 1e-15: the
  /// difference is below 1e-5, and moves a rounded amount by one cent where it lies that near a half.
  func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.01 + 1e-5 }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func certainStudiesAgreeWithTheWorkedCalculation(seed: UInt64) throws {
    let study = RandomStudy.make(seed: seed, uncertain: false)
    let results = try simulate(study, draws: 3, sampler: .random)
    try expect(results, agreesWith: study, draws: [[]])
  }

  @Test(arguments: 61...100 as ClosedRange<UInt64>, Sampler.allCases)
  func uncertainStudiesAgreeDrawByDraw(seed: UInt64, sampler: Sampler) throws {
    let study = RandomStudy.make(seed: seed, uncertain: true)
    let settings = SimulationSettings(draws: 11, seed: seed, sampler: sampler)
    let results = try simulate(study, draws: 11, seed: seed, sampler: sampler)
    let draws = DrawSampler(study, settings: settings)
    try expect(results, agreesWith: study, draws: (0..<11).map { draws.values(ofDraw: $0) })
  }

  /// What is certainly 0, or changed by nothing, is left out of a plan: not a bit may tell.
  @Test(arguments: 101...140 as ClosedRange<UInt64>)
  func foldingChangesNoBit(seed: UInt64) throws {
    let study = RandomStudy.make(seed: seed, uncertain: seed % 4 > 0)
    let settings = SimulationSettings(draws: 401, seed: seed, sampler: .latinHypercube)
    let folded = Plan(study, selection: Selection(study), settings: settings, countsItems: true)
    let whole = Plan(study, selection: Selection(study), settings: settings, countsItems: true, folds: false)
    #expect(
      try Evaluator.statistics(of: folded).results(of: folded) == Evaluator.statistics(of: whole).results(of: whole))
  }

  /// Counting items takes time, and changes nothing else.
  @Test func countingItemsChangesNoBit() throws {
    let study = RandomStudy.make(seed: 141, uncertain: true)
    let settings = SimulationSettings(draws: 401, seed: 1, sampler: .latinHypercube)
    let plain = Plan(study, selection: Selection(study), settings: settings)
    let counting = Plan(study, selection: Selection(study), settings: settings, countsItems: true)
    let first = try Evaluator.statistics(of: plain).results(of: plain)
    var second = try Evaluator.statistics(of: counting).results(of: counting)
    #expect(!first.hasItems && second.hasItems)
    second.itemMeans = []
    #expect(first == second)
  }

  /// What the municipalities pay is a rest of up to three amounts in cents, of which each may round the other way.
  func expectPayments(
    _ results: Results, scenario: Int, region: Int, agreeWith study: Study, _ nations: [WorkedNational]
  ) {
    #expect(results.hasPayers == (study.municipalKey != nil))
    guard results.hasPayers else { return }
    let place = region == study.regions.count ? nil : region
    for payer in Payer.allCases {
      for year in 0...study.years {
        let period = Period(position: year, years: study.years)
        let expected =
          nations.map { $0.paid(payer, region: place, in: period) }.reduce(0, +) / Double(nations.count)
        let actual = results.payment(payer, scenario: scenario, region: region, year: year).mean
        #expect(
          abs(actual - expected) <= 0.03 + 1e-5, "\(payer) scenario \(scenario) region \(region) year \(year)")
      }
    }
  }

  /// The means over the draws, region by region and for the country, of every quantity and line.
  func expect(_ results: Results, agreesWith study: Study, draws: [[Double]]) throws {
    for scenario in study.scenarios.indices {
      let nations = draws.map { WorkedNational(study, scenario: scenario, values: $0) }
      func mean(_ amount: (WorkedNational) -> Double) -> Double {
        nations.map { (amount($0) * 100).rounded(.toNearestOrAwayFromZero) / 100 }.reduce(0, +)
          / Double(nations.count)
      }
      for region in 0...study.regions.count {
        for quantity in ReportedQuantity.allCases {
          for year in 0...(study.years + 1) where quantity != .npv || year == study.years {
            let period = Period(position: year, years: study.years)
            if period == .end, !quantity.hasEndState { continue }
            let expected = mean { nation in
              region == study.regions.count
                ? nation.amount(of: quantity, in: period)
                : nation.regions[region].amount(of: quantity, in: period)
            }
            let actual = results.summary(quantity, scenario: scenario, region: region, year: year).mean
            #expect(agree(actual, expected), "\(quantity) scenario \(scenario) region \(region) year \(year)")
          }
        }
        expectPayments(results, scenario: scenario, region: region, agreeWith: study, nations)
        for line in CostLine.allCases {
          for year in 0...(study.years + 1) {
            let period = Period(position: year, years: study.years)
            let expected = mean { nation in
              let amounts =
                region == study.regions.count
                ? nation.amounts(in: period) : nation.regions[region].amounts(in: period)
              return amounts.deltaLines[line]
            }
            let actual = results.mean(of: line, scenario: scenario, region: region, year: year)
            #expect(agree(actual, expected), "\(line) scenario \(scenario) region \(region) year \(year)")
          }
        }
        for (index, item) in study.items.enumerated() {
          for year in 0...(study.years + 1) {
            let period = Period(position: year, years: study.years)
            func amount(_ nation: WorkedNational) -> ItemAmount {
              region == study.regions.count
                ? nation.amount(of: item, in: period) : nation.regions[region].amount(of: item, in: period)
            }
            let actual = results.mean(ofItem: index, scenario: scenario, region: region, year: year)
            let place = "\(item) scenario \(scenario) region \(region) year \(year)"
            #expect(agree(actual.structural, mean { amount($0).structural }), "\(place)")
            #expect(agree(actual.incidental, mean { amount($0).incidental }), "\(place)")
            let isThere = study.has(item, scenario: scenario, region: region == study.regions.count ? nil : region)
            #expect(isThere || actual == ItemAmount(), "\(place)")
          }
        }
      }
    }
  }
}

/// Runs all replicates of a plan, one after the other.
func simulate(
  _ study: Study, draws: Int, seed: UInt64 = 1, sampler: Sampler = .latinHypercube, selection: Selection? = nil
) throws -> Results {
  let plan = Plan(
    study, selection: selection ?? Selection(study),
    settings: SimulationSettings(draws: draws, seed: seed, sampler: sampler), countsItems: true)
  return try Evaluator.statistics(of: plan).results(of: plan)
}
