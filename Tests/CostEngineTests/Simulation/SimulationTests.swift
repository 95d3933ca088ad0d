import TestSupport
import Testing

@testable import CostEngine

/// What holds for every simulation, whatever the study.
@Suite struct SimulationTests {
  @Test(arguments: Sampler.allCases, [1, 7, 200, 201, 999])
  func rangesMergeToTheBytesOfOneRun(sampler: Sampler, draws: Int) throws {
    let study = RandomStudy.make(seed: 11, uncertain: true)
    let whole = try simulate(study, draws: draws, sampler: sampler)
    #expect(whole.draws == draws)
    let plan = Plan(
      study, selection: Selection(study), settings: SimulationSettings(draws: draws, seed: 1, sampler: sampler),
      countsItems: true)
    for evaluators in [1, 2, 3, 7, 16] {
      let threads = (0..<evaluators).map { _ in Evaluator(plan) }
      // The first replicate begins: it sets the thresholds.
      var beginning = Accumulator(plan)
      threads[0].evaluate(replicates: 0..<1, into: &beginning)
      var parts = threads.map { _ in beginning.emptied }
      parts[evaluators / 2] = beginning
      var last = plan.replicateCount
      var number = 0
      while last > 1 {
        // Waves of every length, from the last replicate to the second.
        let first = max(1, last - 1 - number % threads[0].replicatesPerWave)
        let thread = number * 5 % evaluators
        threads[thread].evaluate(replicates: first..<last, into: &parts[thread])
        last = first
        number += 1
      }
      var all = parts[evaluators - 1]
      for part in parts.dropLast() { all.merge(part) }
      #expect(try all.results(of: plan) == whole)
    }
  }

  /// A wave that ends within a replicate is gone on with where it ended.
  @Test func drawsThatEndWithinAReplicateAreGoneOnWith() throws {
    let study = RandomStudy.make(seed: 11, uncertain: true)
    let whole = try simulate(study, draws: 512, sampler: .sobol)
    let plan = Plan(
      study, selection: Selection(study), settings: SimulationSettings(draws: 512, seed: 1, sampler: .sobol),
      countsItems: true)
    let evaluator = Evaluator(plan)
    var places = (0..<plan.placeCount).map { PlaceStatistics(plan, place: $0) }
    for draws in [0..<200, 200..<256, 256..<400, 400..<408, 408..<512] {
      evaluator.evaluate(draws: draws) { place, amounts in places[place].add(amounts) }
    }
    #expect(try Results(of: plan, places: places.map { $0.results(of: plan) }) == whole)
  }

  /// More draws only add to those there were: the first 400 are the same.
  @Test func drawsDoNotDependOnTheirNumber() {
    let study = RandomStudy.make(seed: 12, uncertain: true)
    for sampler in Sampler.allCases {
      let few = DrawSampler(study, settings: SimulationSettings(draws: 400, seed: 3, sampler: sampler))
      let many = DrawSampler(study, settings: SimulationSettings(draws: 100_000, seed: 3, sampler: sampler))
      for draw in [0, 1, 199, 200, 399] { #expect(few.values(ofDraw: draw) == many.values(ofDraw: draw)) }
    }
  }

  @Test func selectionsChangeNoFigureByOneBit() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      let study = RandomStudy.make(seed: seed, uncertain: true)
      let whole = try simulate(study, draws: 300)
      for scenario in study.scenarios.indices {
        let one = try simulate(
          study, draws: 300, selection: Selection(scenarios: [scenario], regions: Array(study.regions.indices)))
        #expect(one.includesNational)
        for region in 0..<whole.regionCount { expectSame(one, 0, region, whole, scenario, region) }
      }
      guard study.regions.count > 1 else { continue }
      for region in study.regions.indices {
        let one = try simulate(
          study, draws: 300, selection: Selection(scenarios: Array(study.scenarios.indices), regions: [region]))
        #expect(!one.includesNational && one.regionCount == 1)
        for scenario in study.scenarios.indices { expectSame(one, scenario, 0, whole, scenario, region) }
        for pair in whole.pairs.indices {
          let (alone, among) = (one.comparison(pair: pair, region: 0), whole.comparison(pair: pair, region: region))
          #expect(alone.shareCheaper == among.shareCheaper)
          expectSame(alone.difference, among.difference)
        }
      }
    }
  }

  /// Of an only region the precision of more amounts is computed than of one among others.
  func expectSame(_ a: Summary, _ b: Summary) {
    var (a, b) = (a, b)
    if a.precision == nil || b.precision == nil { (a.precision, b.precision) = (nil, nil) }
    #expect(a == b)
  }

  func expectSame(_ a: Results, _ sa: Int, _ ra: Int, _ b: Results, _ sb: Int, _ rb: Int) {
    for quantity in ReportedQuantity.allCases {
      for year in 0...a.years where quantity != .npv || year == a.total {
        expectSame(
          a.summary(quantity, scenario: sa, region: ra, year: year),
          b.summary(quantity, scenario: sb, region: rb, year: year))
      }
    }
    // Of some of the regions it may not be known who pays.
    for payer in Payer.allCases where a.hasPayers {
      for year in 0...a.years {
        expectSame(
          a.payment(payer, scenario: sa, region: ra, year: year),
          b.payment(payer, scenario: sb, region: rb, year: year))
      }
    }
    for line in CostLine.allCases {
      for year in 0...a.years {
        #expect(
          a.mean(of: line, scenario: sa, region: ra, year: year)
            == b.mean(of: line, scenario: sb, region: rb, year: year))
      }
    }
  }

  /// Regions sum to the country in every draw; with one draw the means are that draw. Every region is rounded to a cent,
  /// the country too: they differ by half a cent each at most.
  @Test func regionsSumToTheCountryInEveryDraw() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var study = RandomStudy.make(seed: seed, uncertain: true)
      study.oneOffs.removeAll { $0.per == .national }
      let results = try simulate(study, draws: 1, seed: seed)
      let tolerance = 0.005 * Double(study.regions.count + 1) + 1e-6
      for scenario in study.scenarios.indices {
        for quantity in ReportedQuantity.allCases {
          for year in 0...study.years where quantity != .npv || year == study.years {
            let sum = study.regions.indices.reduce(0) {
              $0 + results.summary(quantity, scenario: scenario, region: $1, year: year).mean
            }
            let nation = results.summary(quantity, scenario: scenario, region: results.national, year: year).mean
            #expect(abs(sum - nation) <= tolerance)
          }
        }
      }
    }
  }

  @Test func partsSumToTheirWhole() throws {
    let study = RandomStudy.make(seed: 17, uncertain: true)
    let results = try simulate(study, draws: 500)
    // Every amount is rounded to a cent in every draw.
    let tolerance = 0.02
    for scenario in study.scenarios.indices {
      for region in 0..<results.regionCount {
        for year in 0...study.years {
          func mean(_ quantity: ReportedQuantity) -> Double {
            results.summary(quantity, scenario: scenario, region: region, year: year).mean
          }
          #expect(abs(mean(.structural) + mean(.incidental) - mean(.delta)) < tolerance)
          #expect(abs(mean(.staffTime) + mean(.outOfPocket) - mean(.delta)) < tolerance)
          #expect(abs(mean(.baseline) + mean(.delta) - mean(.cost)) < tolerance)
          #expect(abs(mean(.delta) - mean(.funding) - mean(.net)) < tolerance)
          let lines = CostLine.allCases.reduce(0) {
            $0 + results.mean(of: $1, scenario: scenario, region: region, year: year)
          }
          #expect(abs(lines - mean(.delta)) < 0.01 * Double(CostLine.allCases.count))
        }
      }
    }
  }

  @Test func amountsThatNoBudgetHoldsAreRefused() throws {
    for absurd in [1e13, -1e13, .infinity, .nan] {
      var study = RandomStudy.make(seed: 1, uncertain: false)
      study.oneOffs = [
        OneOff(
          code: "X", name: "X", per: .region, amount: .certain(absurd), from: .certain(Double(study.firstYear)),
          until: .certain(Double(study.firstYear)), index: .price, scenarios: [0])
      ]
      #expect(throws: AmountOverflow(scenario: 0, region: 0, year: study.firstYear, quantity: .cost)) {
        try simulate(study, draws: 5)
      }
    }
  }

  /// An amount that is absurd in a few draws only. Some waves were counted and others were not, the draws were ranked all
  /// the same, and there were fewer than there had to be: `run` and `check` ended in the middle of it.
  @Test(arguments: [200, 1000, 5000]) func amountsThatAreSometimesAbsurdAreRefused(oneDrawIn rarity: Int) throws {
    var study = RandomStudy.make(seed: 1, uncertain: false)
    let chance = 1 / Double(rarity)
    study.variables = [
      UncertainVariable(
        name: "one-offs.amount[X]", distribution: try .discrete([(1000, 1 - chance), (1e13, chance)]))
    ]
    study.oneOffs = [
      OneOff(
        code: "X", name: "X", per: .region, amount: .uncertain(0), from: .certain(Double(study.firstYear)),
        until: .certain(Double(study.firstYear)), index: .price, scenarios: [0])
    ]
    #expect(throws: AmountOverflow(scenario: 0, region: 0, year: study.firstYear, quantity: .cost)) {
      try simulate(study, draws: 20_000)
    }
  }
}
