import CostEngine

/// Numbers that must be the same, to the last bit, on every platform: natively and as WebAssembly.
///
/// The native tests compare them with what stands in them; the WebAssembly module (see `Entry.swift`) writes them out.
public enum KnownAnswers {
  /// Calls `emit` with the bit patterns, in a fixed order.
  public static func write(_ emit: (UInt64) -> Void) {
    let block = Philox.block(counter: Philox.Block(0, 0, 0, 0), key: Philox.Key(0, 0))
    for index in 0..<4 { emit(UInt64(block[index])) }
    let stream = RandomStream(name: "staffing.persons[VR17/OvD-BZ]", seed: 1)
    for draw in 0..<4 { emit(UInt64(stream.word(ofDraw: draw))) }
    for distribution in distributions() {
      for step in 0..<8 { emit(distribution.quantile((Double(step) + 0.5) / 8).bitPattern) }
      emit(distribution.mean.bitPattern)
    }
    for sampler in Sampler.allCases { simulate(sampler, emit) }
  }

  private static func distributions() -> [Distribution] {
    do throws(DistributionError) {
      return [
        try .uniform(from: 2, to: 5), try .triangular(minimum: 1, mode: 2, maximum: 4),
        try .pert(minimum: 3, mode: 5, maximum: 9), try .normal(mean: 50, standardDeviation: 4),
        try .normal(mean: 50, standardDeviation: 4, lowerBound: 45, upperBound: 60),
        try .lognormal(mean: 620, standardDeviation: 93), try .beta(alpha: 3, beta: 4),
        try .gamma(shape: 5, scale: 0.6), try .exponential(mean: 7), try .weibull(shape: 1.5, scale: 2),
        try .bernoulli(probability: 0.3), try .binomial(trials: 12, probability: 0.4), try .poisson(mean: 3),
        try .discrete([(value: 1, probability: 0.25), (value: 4, probability: 0.75)]),
        try .metalog(quantiles: [
          (probability: 0.05, value: 10), (probability: 0.5, value: 14), (probability: 0.95, value: 25),
        ]),
        try .empirical([3, 1, 2]),
      ]
    } catch {
      fatalError("a distribution of the known answers is refused")
    }
  }

  /// A run of 500 draws of a small study.
  private static func simulate(_ sampler: Sampler, _ emit: (UInt64) -> Void) {
    let study = study()
    let plan = Plan(
      study, selection: Selection(study), settings: SimulationSettings(draws: 500, seed: 7, sampler: sampler))
    do throws(AmountOverflow) {
      let results = try Evaluator.statistics(of: plan).results(of: plan)
      for quantity in ReportedQuantity.allCases {
        let summary = results.summary(quantity, scenario: 0, region: results.national, year: results.total)
        emit(summary.mean.bitPattern)
        emit(summary.standardError.bitPattern)
        emit(summary.standardDeviation.bitPattern)
        emit(summary.p05.bitPattern)
        emit(summary.cvar95.bitPattern)
      }
    } catch {
      fatalError("an amount of the known answers overflows")
    }
  }

  /// One region, one function; every distribution is one of its cells.
  private static func study() -> Study {
    let variables = distributions().enumerated().map { index, distribution in
      UncertainVariable(
        name: "known.answers[" + ["a", "b", "c", "d"][index / 4] + ["a", "b", "c", "d"][index % 4] + "]",
        distribution: distribution,
        loadings: index % 3 == 0 ? [FactorLoading(factor: 0, loading: 0.5)] : [])
    }
    func cell(_ index: Int) -> Quantity { .uncertain(index) }
    let norm = FunctionNorm(
      positions: cell(0), personsPerPosition: cell(2), initialHours: cell(7), annualHours: cell(3),
      certified: .certain(1), recertifyYears: cell(12))
    let today = CurrentStaffing(
      persons: .share(cell(6)), standbyPositions: cell(10), turnover: .certain(0.125), certified: cell(6),
      initialHours: cell(11), annualHours: cell(8))
    let terms = ScenarioTerms(
      level: 0, phaseIn: .scurve(from: .certain(2027), until: .certain(2029)), delay: cell(9),
      bandwidth: .certain(0.1), release: .certain(0.5), measures: [])
    return Study(
      title: "", firstYear: 2027, years: 4, priceYear: 2026, currentPrices: true, discountRate: .certain(0.0225),
      wageGrowth: [Quantity](repeating: .certain(0.03), count: 4),
      priceGrowth: [Quantity](repeating: .certain(0.02), count: 4), referenceLevel: 0,
      regions: [Region(code: "R", name: "R", population: .certain(250_000), municipalities: cell(13))],
      functions: [
        CrisisFunction(
          code: "F", name: "F", per: .municipality, hourlyCost: cell(4), coursePrice: cell(14), examPrice: cell(5),
          standbyFee: .certain(300))
      ], provisions: [Provision(code: "P", name: "P", per: .per100k, unitCost: cell(5), index: .wage)],
      levels: ["L"], norms: [[norm]], provisionNorms: [[cell(1)]], current: [[today]],
      currentProvisions: [[cell(15)]], oneOffs: [], measures: [],
      scenarios: [Scenario(code: "S", name: "S", terms: [terms])], profiles: [], funds: [], variables: variables,
      factors: ["markt"])
  }
}
