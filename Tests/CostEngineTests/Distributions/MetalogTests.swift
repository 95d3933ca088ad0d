import Testing

@testable import CostEngine

@Suite struct MetalogTests {
  private func metalog(_ quantiles: [(Double, Double)], _ lower: Double? = nil, _ upper: Double? = nil) throws
    -> Distribution
  {
    try .metalog(
      quantiles: quantiles.map { (probability: $0.0, value: $0.1) }, lowerBound: lower, upperBound: upper)
  }

  @Test func twoQuantilesAreALogisticDistribution() throws {
    let distribution = try metalog([(0.25, 9), (0.75, 11)])
    // a1 = 10 and a2 = 1 / ln 3: the logistic quantile function.
    for u in [0.001, 0.25, 0.5, 0.9] {
      #expect((distribution.quantile(u) - (10 + Double.log(u / (1 - u)) / Double.log(3))).magnitude < 1e-13)
    }
    #expect((distribution.mean - 10).magnitude < 1e-13)
  }

  @Test func coefficientsAreInKeelinsOrder() throws {
    // M = 3 + 2 L + 0.5 s L + 4 s + 6 s^2 + 7 s^2 L + 8 s^3 + 9 s^3 L, read off at eight probabilities.
    let expected: [Double] = [3, 2, 0.5, 4, 6, 7, 8, 9]
    let quantiles = [0.02, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.98].map { y in
      let s = y - 0.5
      let logit = Double.log(y / (1 - y))
      let terms = [1, logit, s * logit, s, s * s, s * s * logit, s * s * s, s * s * s * logit]
      return (y, zip(expected, terms).map { $0 * $1 }.reduce(0, +))
    }
    guard case .metalog(let metalog) = try metalog(quantiles) else {
      Issue.record("not a metalog")
      return
    }
    for (found, coefficient) in zip(metalog.coefficients, expected) {
      // The condition number of these eight equations is about 1e4.
      #expect((found - coefficient).magnitude < 1e-10)
    }
  }

  /// The stated quantiles come out as they went in, whatever their number and the bounds.
  @Test func statedQuantilesAreReproduced() throws {
    let probabilities = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
    // Of a skew distribution between 0 and 20.
    let values = [0.8, 1.5, 2, 3.2, 5, 7.2, 9.6, 11.2, 14.3]
    let choices = [
      [1, 7], [1, 4, 7], [2, 3, 5, 6], [1, 3, 4, 5, 7], [0, 2, 3, 5, 6, 8], [0, 1, 2, 3, 4, 6, 8],
      [0, 1, 2, 3, 5, 6, 7, 8],
    ]
    for choice in choices {
      let quantiles = choice.map { (probabilities[$0], values[$0]) }
      for (lower, upper) in [(nil, nil), (0.0, nil), (nil, 20.0), (0.0, 20.0)] as [(Double?, Double?)] {
        let distribution = try metalog(quantiles.reversed(), lower, upper)
        for (u, value) in quantiles {
          // 1e-9 of the range is what a curve must reach to be accepted; well-placed quantiles do far better.
          #expect((distribution.quantile(u) - value).magnitude < 1e-11)
        }
      }
    }
  }

  /// Three terms are a distribution if and only if |a3| / a2 < 1.66711 (Keelin 2016).
  @Test func limitOfSkewnessOfThreeTerms() {
    let logit = Double.log(19)
    func quantiles(_ ratio: Double) -> [(Double, Double)] {
      // a1 = 0, a2 = 1, a3 = ratio, at 5, 50 and 95 %.
      [(0.05, -logit + 0.45 * ratio * logit), (0.5, 0), (0.95, logit + 0.45 * ratio * logit)]
    }
    for ratio in [-1.6671, -1, 0, 1.2, 1.6671] {
      #expect(throws: Never.self) { try metalog(quantiles(ratio)) }
    }
    for ratio in [-2, -1.6672, 1.6672, 2.1] {
      #expect(throws: DistributionError.metalogNotADistribution) { try metalog(quantiles(ratio)) }
    }
  }

  /// Values that rise, but through which the curve would have to fall somewhere.
  @Test(arguments: [
    [(0.1, 1.0), (0.5, 1.1), (0.9, 10)],
    [(0.1, 0), (0.3, 4.9), (0.7, 5.1), (0.9, 10)],
    [(0.05, 0), (0.25, 0.1), (0.5, 5), (0.75, 9.9), (0.95, 10)],
    [(0.01, 0), (0.2, 1), (0.4, 1.01), (0.6, 8), (0.8, 8.01), (0.99, 9)],
  ])
  func infeasible(_ quantiles: [(Double, Double)]) {
    #expect(throws: DistributionError.metalogNotADistribution) { try metalog(quantiles) }
  }

  @Test func transformsMayMakeQuantilesFeasible() throws {
    let quantiles = [(0.1, 1.0), (0.5, 3.0), (0.9, 30.0)]
    #expect(throws: DistributionError.metalogNotADistribution) { try metalog(quantiles) }
    let distribution = try metalog(quantiles, 0)
    #expect((distribution.quantile(0.5) - 3).magnitude < 1e-12)
  }

  @Test func quantilesOfAUniformDistributionGiveIt() throws {
    // Their logit terms are rounding noise of either sign, which must not count as a falling tail.
    let distribution = try metalog([(0.1, 10), (0.4, 40), (0.6, 60), (0.9, 90)])
    for u in [1e-12, 0.2, 0.7, 1 - 1e-12] { #expect((distribution.quantile(u) - 100 * u).magnitude < 1e-9) }
  }

  @Test func aTailTooHeavyHasNoMean() throws {
    // ln x rises by ln 1000 from 50 to 95 %: a2 = 6.9 / 2.94 > 1.
    let heavy = try metalog([(0.05, 0.001), (0.5, 1), (0.95, 1000)], 0)
    #expect(heavy.mean == .infinity)
    #expect(heavy.quantile(1 - 0x1p-40).isFinite)
    let mirrored = try metalog([(0.05, -1000), (0.5, -1), (0.95, -0.001)], nil, 0)
    #expect(mirrored.mean == -.infinity)
  }
}
