import Testing

@testable import CostEngine

@Suite struct TailShapeTests {
  /// Moments in closed form, and by integrals over quantiles: a Weibull distribution of shape 1 is exponential.
  @Test func momentsOfKnownDistributions() throws {
    let lognormal = try #require(try Distribution.lognormal(mean: 100_000, standardDeviation: 300_000).tailShape)
    #expect(lognormal.deviation == 300_000 && lognormal.skewness == 36)
    let poisson = try #require(try Distribution.poisson(mean: 4).tailShape)
    #expect(poisson.deviation == 2 && poisson.skewness == 0.5 && poisson.rare == nil)
    let weibull = try #require(try Distribution.weibull(shape: 1, scale: 10).tailShape)
    // Sums of 553 smooth terms.
    #expect(abs(weibull.deviation - 10) < 1e-6 && abs(weibull.skewness - 2) < 1e-6)
    let gamma = try #require(try Distribution.gamma(shape: 4, scale: 3).tailShape)
    #expect(gamma.deviation == 6 && gamma.skewness == 1)
    let beta = try #require(try Distribution.beta(alpha: 1, beta: 1, lowerBound: 0, upperBound: 12).tailShape)
    // Uniform: the width over the square root of 12.
    #expect(abs(beta.deviation - 12.0.squareRoot()) < 1e-12 && beta.skewness == 0)
  }

  /// For a chance p the skewness is (1 - 2 p) / sqrt(p (1 - p)).
  @Test func rareOutcomes() throws {
    let distributions: [Distribution] = try [
      .bernoulli(probability: 0.01), .discrete([(value: 0, probability: 0.99), (value: 1, probability: 0.01)]),
      .binomial(trials: 1, probability: 0.01), .empirical([Double](repeating: 0, count: 99) + [1]),
    ]
    for distribution in distributions {
      let shape = try #require(distribution.tailShape)
      #expect(abs(shape.skewness - 0.98 / (0.01 * 0.99).squareRoot()) < 1e-9)
      let rare = try #require(shape.rare)
      #expect(rare.usual == 0 && abs(rare.other - 1) < 1e-9 && abs(rare.chance - 0.01) < 1e-12)
    }
    #expect(try Distribution.bernoulli(probability: 0.3).tailShape?.rare == nil)
    #expect(try Distribution.uniform(from: 0, to: 1).tailShape == nil)
  }

  @Test func sharesAtZero() throws {
    #expect(
      abs(
        try Distribution.discrete([(value: 0, probability: 0.25), (value: 2, probability: 0.75)]).shareAtMostZero - 0.25
      ) < 1e-12)
    #expect(try Distribution.uniform(from: 0, to: 1).shareAtMostZero == 0)
    #expect(try Distribution.uniform(from: 1, to: 2).shareAtMostZero == 0)
    #expect(abs(try Distribution.uniform(from: -1, to: 3).shareAtMostZero - 0.25) < 1e-9)
  }
}
