import CostEngine
import TestSupport
import Testing

/// Simulations whose answer is known exactly.
@Suite struct ClosedFormTests {
  static let draws = 40_000

  /// Standard normal quantiles (R 4.3, `qnorm`), to 10 digits.
  static let normalQuantiles = [
    -1.6448536270, -1.2815515655, -0.6744897502, 0, 0.5244005127, 0.6744897502, 0.8416212336, 1.0364333895,
    1.2815515655, 1.6448536270, 2.3263478740,
  ]

  /// A sum of independent normals is normal: mean, standard deviation, every percentile and the expected shortfall.
  @Test(arguments: Sampler.allCases)
  func aSumOfNormals(sampler: Sampler) throws {
    let parts: [(mean: Double, deviation: Double)] = [(500_000, 30_000), (-200_000, 40_000), (900_000, 120_000)]
    let study = ClosedFormStudy.make(
      amounts: [try parts.map { try .normal(mean: $0.mean, standardDeviation: $0.deviation) }])
    let results = try ClosedFormStudy.simulate(study, draws: ClosedFormTests.draws, sampler: sampler)
    let mean = parts.reduce(0) { $0 + $1.mean }
    let deviation = parts.reduce(0) { $0 + $1.deviation * $1.deviation }.squareRoot()
    let n = Double(ClosedFormTests.draws)
    for region in [0, results.national] {
      let delta = results.summary(.delta, scenario: 0, region: region, year: results.total)
      // 4.5 standard errors: probability 7e-6 each. Stratified sampling only narrows the errors.
      #expect(abs(delta.mean - mean) < 4.5 * deviation / n.squareRoot())
      #expect(abs(delta.standardDeviation - deviation) < 4.5 * deviation / (2 * n).squareRoot())
      for (index, z) in ClosedFormTests.normalQuantiles.enumerated() {
        let p = Double(Summary.percentages[index]) / 100
        let density = exponential(-z * z / 2) / 2.5066282746
        let error = (p * (1 - p) / n).squareRoot() / density * deviation
        let exact = mean + z * deviation
        #expect(abs(delta.percentiles[index] - exact) < 4.5 * error + 0.0005 * abs(exact))
      }
      // Expected shortfall of a normal: mean + sd phi(z95) / 0.05; its error is below 3 sd / sqrt(n) for this tail.
      let shortfall = mean + deviation * (exponential(-1.6448536270 * 1.6448536270 / 2) / 2.5066282746) / 0.05
      #expect(abs(delta.cvar95 - shortfall) < 4.5 * 3 * deviation / n.squareRoot() + 0.0005 * shortfall)
      #expect(delta.sharePositive == 1)
    }
    // The whole delta is an incidental one-off of the first year.
    let structural = results.summary(.structural, scenario: 0, region: 0, year: results.total)
    #expect(structural.mean == 0 && structural.standardDeviation == 0)
  }

  /// Mean and standard deviation of a sum of different distributions: both add up (the latter in squares).
  @Test(arguments: Sampler.allCases)
  func aSumOfDifferentDistributions(sampler: Sampler) throws {
    // Means and variances in closed form: uniform (b - a)^2 / 12; triangular (a^2 + b^2 + m^2 - ab - am - bm) / 18;
    // beta ab / ((a + b)^2 (a + b + 1)); gamma k s^2; exponential m^2; Weibull with shape 1 the same; Bernoulli p (1 - p).
    let parts: [(distribution: Distribution, mean: Double, variance: Double)] = [
      (try .uniform(from: 1000, to: 7000), 4000, 3_000_000),
      (try .triangular(minimum: 0, mode: 3000, maximum: 6000), 3000, 1_500_000),
      (try .beta(alpha: 2, beta: 3, lowerBound: 0, upperBound: 10_000), 4000, 4_000_000),
      (try .gamma(shape: 4, scale: 500), 2000, 1_000_000),
      (try .exponential(mean: 1500), 1500, 2_250_000),
      (try .weibull(shape: 1, scale: 800), 800, 640_000),
      (try .lognormal(mean: 2500, standardDeviation: 700), 2500, 490_000),
      (try .discrete([(value: 1000, probability: 0.5), (value: 3000, probability: 0.5)]), 2000, 1_000_000),
    ]
    let study = ClosedFormStudy.make(amounts: [parts.map(\.distribution)])
    let results = try ClosedFormStudy.simulate(study, draws: ClosedFormTests.draws, sampler: sampler)
    let delta = results.summary(.delta, scenario: 0, region: 0, year: 0)
    let mean = parts.reduce(0) { $0 + $1.mean }
    let deviation = parts.reduce(0) { $0 + $1.variance }.squareRoot()
    let n = Double(ClosedFormTests.draws)
    #expect(abs(delta.mean - mean) < 4.5 * deviation / n.squareRoot())
    // The error of a standard deviation is sd sqrt((kurtosis - 1) / (4 n)); the kurtosis of this sum is below 4.
    #expect(abs(delta.standardDeviation - deviation) < 4.5 * deviation * (0.75 / n).squareRoot())
  }

  /// The country's distribution is that of the sum, not the sum of percentiles: independent regions spread out less.
  @Test func theNationalTotalIsTheJointOne() throws {
    let deviations = [30_000.0, 40_000, 120_000]
    let study = ClosedFormStudy.make(
      amounts: try deviations.map { [try .normal(mean: 1_000_000, standardDeviation: $0)] })
    let results = try ClosedFormStudy.simulate(study, draws: ClosedFormTests.draws, sampler: .random)
    let nation = results.summary(.delta, scenario: 0, region: results.national, year: results.total)
    let joint = deviations.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let n = Double(ClosedFormTests.draws)
    #expect(abs(nation.standardDeviation - joint) < 4.5 * joint / (2 * n).squareRoot())
    let sumOfPercentiles = deviations.indices.reduce(0) {
      $0 + results.summary(.delta, scenario: 0, region: $1, year: results.total).p95
    }
    // -3,000,000 + 1.645 x 130,000 against -3,000,000 + 1.645 x 190,000: EUR 98,700 apart, each within some 2,000.
    #expect(sumOfPercentiles - nation.p95 > 90_000)
  }

  /// Standard errors are honest: over independent runs the error of the mean has just that spread.
  ///
  /// 120 runs, each of 2,000 draws: the sum of the squared errors over that of the squared standard errors has mean 1.
  /// With v degrees of freedom in each standard error (10 replicates: 9, 4 strands: 3) it is distributed as F with 120
  /// and 120 v of them, of standard deviation sqrt(2 / 120 + 2 / (120 v)): 0.13 for independent draws, 0.14 and 0.15.
  /// That takes replicates with nearly normal means, so none of these amounts has a long tail.
  @Test(arguments: [(Sampler.random, 0.13), (.latinHypercube, 0.14), (.sobol, 0.15)])
  func standardErrorsAreHonest(sampler: Sampler, deviation: Double) throws {
    let parts: [Distribution] = [
      try .triangular(minimum: 0, mode: 1000, maximum: 2000), try .uniform(from: 0, to: 4000),
      try .discrete([(value: 0, probability: 0.6975), (value: 9000, probability: 0.3025)]),
    ]
    let mean = 1000.0 + 2000 + 9000 * 0.3025
    let study = ClosedFormStudy.make(amounts: [parts])
    var errors = 0.0
    var reported = 0.0
    for seed in 1...120 as ClosedRange<UInt64> {
      let results = try ClosedFormStudy.simulate(study, draws: 2000, seed: seed, sampler: sampler)
      let delta = results.summary(.delta, scenario: 0, region: 0, year: 0)
      errors += (delta.mean - mean) * (delta.mean - mean)
      reported += delta.standardError * delta.standardError
    }
    #expect(abs(errors / reported - 1) < 4.5 * deviation)
  }

  /// A sum of smooth amounts is what stratification is best at: 200 strata take away all but 1/200^2 of the variance, save
  /// for tails.
  @Test func stratifiedDrawsAreFarMorePrecise() throws {
    let study = ClosedFormStudy.make(amounts: [[try .uniform(from: 0, to: 1000), try .uniform(from: 0, to: 1000)]])
    let random = try ClosedFormStudy.simulate(study, draws: 10_000, sampler: .random)
    let stratified = try ClosedFormStudy.simulate(study, draws: 10_000, sampler: .latinHypercube)
    let a = random.summary(.delta, scenario: 0, region: 0, year: 0).standardError
    let b = stratified.summary(.delta, scenario: 0, region: 0, year: 0).standardError
    // Ratio 200 in theory for uniform amounts; both errors are estimates (the second from 50 replicates, +- 10 %).
    #expect(a / b > 130 && a / b < 300)
  }

  /// e^x by its series: the tests bring their own.
  private func exponential(_ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for k in 1..<60 {
      term *= x / Double(k)
      sum += term
    }
    return sum
  }
}
