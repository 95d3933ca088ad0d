import Testing

@testable import CostEngine

/// A distribution without width is a certain value.
@Suite struct DegenerateDistributionTests {
  private func expectCertain(_ expected: Double, _ distribution: Distribution) {
    #expect(distribution.certainValue == expected)
    #expect(distribution.mean == expected)
    #expect(distribution.support == (expected, expected))
    #expect(distribution.quantile(0x1p-40) == expected)
    #expect(distribution.quantile(1 - 0x1p-40) == expected)
    #expect(CompiledQuantile(distribution).quantile(0.3) == expected)
  }

  @Test func equalBounds() throws {
    expectCertain(3, try .uniform(from: 3, to: 3))
    expectCertain(-2, try .triangular(minimum: -2, mode: -2, maximum: -2))
    expectCertain(7, try .pert(minimum: 7, mode: 7, maximum: 7))
    expectCertain(7, try .pert(minimum: 7, mode: 7, maximum: 7, lambda: 0))
    expectCertain(4, try .beta(alpha: 2, beta: 3, lowerBound: 4, upperBound: 4))
    expectCertain(1, try .normal(mean: 5, standardDeviation: 2, lowerBound: 1, upperBound: 1))
  }

  @Test func noSpread() throws {
    expectCertain(5, try .normal(mean: 5, standardDeviation: 0))
    expectCertain(5, try .normal(mean: 5, standardDeviation: 0, lowerBound: 5, upperBound: 9))
    expectCertain(5, try .lognormal(mean: 5, standardDeviation: 0))
    expectCertain(0, try .lognormal(mean: 0, standardDeviation: 0))
    expectCertain(0, try .gamma(shape: 2, scale: 0))
    expectCertain(0, try .exponential(mean: 0))
    expectCertain(0, try .weibull(shape: 2, scale: 0))
  }

  @Test func certainEvents() throws {
    expectCertain(0, try .bernoulli(probability: 0))
    expectCertain(1, try .bernoulli(probability: 1))
    expectCertain(0, try .binomial(trials: 0, probability: 0.5))
    expectCertain(0, try .binomial(trials: 12, probability: 0))
    expectCertain(12, try .binomial(trials: 12, probability: 1))
    expectCertain(0, try .poisson(mean: 0))
  }

  @Test func oneValue() throws {
    expectCertain(8, try .discrete([(8, 1)]))
    expectCertain(8, try .discrete([(8, 0.25), (8, 0.75)]))
    expectCertain(8, try .discrete([(3, 0), (8, 1)]))
    expectCertain(6, try .empirical([6]))
    expectCertain(6, try .empirical([6, 6, 6]))
    expectCertain(2, try .metalog(quantiles: [(0.1, 2), (0.9, 2)]))
  }
}
