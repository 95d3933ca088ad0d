import TestSupport
import Testing

@testable import CostEngine

/// Statistics of recorded draws, with what chance may have moved.
@Suite struct DrawStatisticTests {
  private static let uniform = (0..<1000).map { Double($0) + 0.5 }

  @Test(arguments: [
    (DrawStatistic.mean, 500.0), (.percentile(80), 799.5), (.percentile(1), 9.5), (.percentile(99), 989.5),
    (.cvar95, 975), (.shareAbove(700), 0.3), (.shareAbove(699.5), 0.3), (.shareAbove(-1), 1),
    // The variance of the whole numbers 1 ... n, with n - 1: n (n + 1) / 12.
    (.standardDeviation, (1000.0 * 1001 / 12).squareRoot()),
  ])
  func values(statistic: DrawStatistic, expected: Double) throws {
    let estimate = try #require(statistic.estimate(of: Self.uniform, sampler: .random))
    #expect(abs(estimate.value - expected) < 1e-9 * expected)
    #expect(estimate.lower < estimate.value || estimate.value == 1)
    #expect(estimate.upper > estimate.value || estimate.value == 1)
  }

  /// The ranks 800 -+ 1.96 sqrt(1,000 * 0.8 * 0.2) = 24.8: the draws 775 and 825.
  @Test func intervalOfAPercentile() throws {
    let estimate = try #require(DrawStatistic.percentile(80).estimate(of: Self.uniform.reversed(), sampler: .sobol))
    #expect(estimate == .init(value: 799.5, lower: 774.5, upper: 824.5))
  }

  /// Wilson's interval for 0 of 10: 0 to z^2 / (10 + z^2), and its mirror image.
  @Test func intervalOfAShare() throws {
    let draws = (1...10).map(Double.init)
    let none = try #require(DrawStatistic.shareAbove(10).estimate(of: draws, sampler: .random))
    let z2 = 1.959963984540054 * 1.959963984540054
    #expect(none.value == 0 && none.lower < 1e-12 && abs(none.upper - z2 / (10 + z2)) < 1e-12)
    let all = try #require(DrawStatistic.shareAbove(0).estimate(of: draws, sampler: .random))
    #expect(all.value == 1 && all.upper > 1 - 1e-12 && abs(all.lower - 10 / (10 + z2)) < 1e-12)
  }

  /// Student's 97.5 % quantiles with 1, 3, 9 and 49 degrees of freedom, from tables.
  @Test(arguments: [
    (Sampler.random, 2, 12.7062), (.sobol, 1024, 3.18245), (.latinHypercube, 2000, 2.26216),
    (.latinHypercube, 10_000, 2.00958), (.random, 10_000, 1.96020), (.latinHypercube, 200, 1.97196),
  ])
  func student(sampler: Sampler, draws: Int, expected: Double) {
    #expect(abs(DrawStatistic.studentFactor(sampler, draws: draws) - expected) < 3e-4)
  }

  @Test func oneDrawAndEqualDraws() throws {
    for statistic in [DrawStatistic.mean, .percentile(80), .cvar95, .standardDeviation, .shareAbove(1)] {
      let one = try #require(statistic.estimate(of: [3], sampler: .random))
      #expect(one.lower == -.infinity && one.upper == .infinity)
      let equal = try #require(statistic.estimate(of: [3, 3, 3], sampler: .latinHypercube))
      #expect(equal.lower == equal.value && equal.upper == equal.value)
    }
  }

  @Test func amountsBeyondWhatIsCounted() {
    #expect(DrawStatistic.mean.estimate(of: [1, 2e15], sampler: .random) == nil)
    #expect(Summary(of: [.nan], sampler: .random) == nil)
  }

  /// 95 of 100 intervals hold what they are about: of independent draws of a skew distribution (exponential, mean 1000).
  @Test(arguments: [
    (DrawStatistic.mean, 1000.0), (.percentile(80), 1609.4379), (.standardDeviation, 1000), (.cvar95, 3995.7323),
    (.shareAbove(1609.4379), 0.2),
  ])
  func coverage(statistic: DrawStatistic, truth: Double) throws {
    let exponential = try Distribution.exponential(mean: 1000)
    var random = SplitMix(seed: 7)
    var held = 0
    let trials = 400
    for _ in 0..<trials {
      let draws = (0..<1000).map { _ in exponential.quantile(random.number()) }
      let estimate = try #require(statistic.estimate(of: draws, sampler: .random))
      if estimate.lower <= truth, truth <= estimate.upper { held += 1 }
    }
    // Six standard errors of 400 trials of 0.95 are 0.065; the moment formulas lose a few percents more in a heavy tail.
    #expect(Double(held) / Double(trials) > 0.85)
    #expect(held < trials)
  }
}
