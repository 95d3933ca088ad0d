import Testing

@testable import CostEngine

/// Every reason to refuse parameters.
@Suite struct ValidationTests {
  typealias Factory = @Sendable () throws(DistributionError) -> Distribution

  /// The first parameter that is wrong is named, with its value; NaN is refused everywhere.
  static let refused: [(factory: Factory, error: DistributionError)] = [
    ({ () throws(DistributionError) in try .uniform(from: 3, to: 2) }, .notAscending(.minimum, 3, .maximum, 2)),
    ({ () throws(DistributionError) in try .uniform(from: -.infinity, to: 2) }, .notFinite(.minimum, -.infinity)),
    ({ () throws(DistributionError) in try .uniform(from: -1e308, to: 1e308) }, .overflow),
    (
      { () throws(DistributionError) in try .triangular(minimum: 5, mode: 3, maximum: 9) },
      .notAscending(.minimum, 5, .mode, 3)
    ),
    (
      { () throws(DistributionError) in try .triangular(minimum: 1, mode: 10, maximum: 9) },
      .notAscending(.mode, 10, .maximum, 9)
    ),
    (
      { () throws(DistributionError) in try .pert(minimum: 5, mode: 3, maximum: 9) },
      .notAscending(.minimum, 5, .mode, 3)
    ),
    (
      { () throws(DistributionError) in try .pert(minimum: 5, mode: 6, maximum: 5) },
      .notAscending(.mode, 6, .maximum, 5)
    ),
    (
      { () throws(DistributionError) in try .pert(minimum: 1, mode: 2, maximum: 3, lambda: -1) }, .negative(.lambda, -1)
    ),
    (
      { () throws(DistributionError) in try .pert(minimum: 1, mode: 2, maximum: 3, lambda: 1e308) },
      .outOfRange(.lambda, 1e308, lowest: 0, highest: 1e8)
    ),
    ({ () throws(DistributionError) in try .pert(minimum: -1e308, mode: 0, maximum: 1e308) }, .overflow),
    (
      { () throws(DistributionError) in try .normal(mean: 1, standardDeviation: -2) }, .negative(.standardDeviation, -2)
    ),
    (
      { () throws(DistributionError) in try .normal(mean: .infinity, standardDeviation: 2) },
      .notFinite(.mean, .infinity)
    ),
    ({ () throws(DistributionError) in try .normal(mean: 1e308, standardDeviation: 1e308) }, .overflow),
    (
      { () throws(DistributionError) in
        try .normal(mean: 1, standardDeviation: 2, lowerBound: 3, upperBound: 2)
      }, .notAscending(.lowerBound, 3, .upperBound, 2)
    ),
    (
      { () throws(DistributionError) in try .normal(mean: 0, standardDeviation: 1, lowerBound: 40) },
      .emptyTruncation(lowerBound: 40, upperBound: .infinity)
    ),
    (
      { () throws(DistributionError) in
        try .normal(mean: 0, standardDeviation: 1, lowerBound: -50, upperBound: -49.9999999)
      }, .emptyTruncation(lowerBound: -50, upperBound: -49.9999999)
    ),
    (
      { () throws(DistributionError) in try .normal(mean: 0, standardDeviation: 0, lowerBound: 1) },
      .emptyTruncation(lowerBound: 1, upperBound: .infinity)
    ),
    ({ () throws(DistributionError) in try .lognormal(mean: 0, standardDeviation: 2) }, .notPositive(.mean, 0)),
    (
      { () throws(DistributionError) in try .lognormal(mean: 1, standardDeviation: -2) },
      .negative(.standardDeviation, -2)
    ),
    (
      { () throws(DistributionError) in try .lognormal(mean: 1, standardDeviation: 1e200) },
      .outOfRange(.standardDeviation, 1e200, lowest: 0, highest: 1e150)
    ),
    ({ () throws(DistributionError) in try .lognormal(mean: 1e308, standardDeviation: 1e308) }, .overflow),
    ({ () throws(DistributionError) in try .beta(alpha: 0, beta: 1) }, .notPositive(.alpha, 0)),
    ({ () throws(DistributionError) in try .beta(alpha: 1, beta: -1) }, .notPositive(.beta, -1)),
    (
      { () throws(DistributionError) in try .beta(alpha: 1, beta: 1e308) },
      .outOfRange(.beta, 1e308, lowest: 1e-3, highest: 1e9)
    ),
    (
      { () throws(DistributionError) in try .beta(alpha: 1, beta: 1, lowerBound: 2, upperBound: 1) },
      .notAscending(.lowerBound, 2, .upperBound, 1)
    ),
    ({ () throws(DistributionError) in try .gamma(shape: 0, scale: 1) }, .notPositive(.shape, 0)),
    ({ () throws(DistributionError) in try .gamma(shape: 1, scale: -1) }, .negative(.scale, -1)),
    (
      { () throws(DistributionError) in try .gamma(shape: 1e-4, scale: 1) },
      .outOfRange(.shape, 1e-4, lowest: 1e-3, highest: 1e9)
    ),
    ({ () throws(DistributionError) in try .gamma(shape: 100, scale: 1e307) }, .overflow),
    ({ () throws(DistributionError) in try .exponential(mean: -1) }, .negative(.mean, -1)),
    ({ () throws(DistributionError) in try .exponential(mean: 1e308) }, .overflow),
    ({ () throws(DistributionError) in try .weibull(shape: -1, scale: 1) }, .notPositive(.shape, -1)),
    (
      { () throws(DistributionError) in try .weibull(shape: 0.001, scale: 1) },
      .outOfRange(.shape, 0.001, lowest: 0.01, highest: 1e6)
    ),
    ({ () throws(DistributionError) in try .weibull(shape: 1, scale: -1) }, .negative(.scale, -1)),
    ({ () throws(DistributionError) in try .bernoulli(probability: 1.1) }, .notAProbability(1.1)),
    ({ () throws(DistributionError) in try .bernoulli(probability: -0.1) }, .notAProbability(-0.1)),
    ({ () throws(DistributionError) in try .binomial(trials: 2.5, probability: 0.5) }, .notWhole(.trials, 2.5)),
    ({ () throws(DistributionError) in try .binomial(trials: -1, probability: 0.5) }, .negative(.trials, -1)),
    ({ () throws(DistributionError) in try .binomial(trials: 2.5, probability: 1) }, .notWhole(.trials, 2.5)),
    ({ () throws(DistributionError) in try .binomial(trials: 0, probability: 2) }, .notAProbability(2)),
    (
      { () throws(DistributionError) in try .binomial(trials: 1e308, probability: 0.5) },
      .outOfRange(.trials, 1e308, lowest: 0, highest: 1e15)
    ),
    ({ () throws(DistributionError) in try .poisson(mean: -1) }, .negative(.mean, -1)),
    (
      { () throws(DistributionError) in try .poisson(mean: 1e16) },
      .outOfRange(.mean, 1e16, lowest: 0, highest: 1e15)
    ),
    ({ () throws(DistributionError) in try .discrete([]) }, .noValues),
    ({ () throws(DistributionError) in try .discrete([(1, 0.5), (2, 0.25)]) }, .probabilitiesSumTo(0.75)),
    (
      { () throws(DistributionError) in try .discrete([(1, 0.5), (2, 0.5 + 0x1p-28)]) },
      .probabilitiesSumTo(1 + 0x1p-28)
    ),
    ({ () throws(DistributionError) in try .discrete([(1, 1.5), (2, -0.5)]) }, .notAProbability(1.5)),
    ({ () throws(DistributionError) in try .discrete([(.infinity, 1)]) }, .notFinite(.value, .infinity)),
    ({ () throws(DistributionError) in try .discrete([(-1e308, 0.5), (1e308, 0.5)]) }, .overflow),
    ({ () throws(DistributionError) in try .empirical([]) }, .noValues),
    ({ () throws(DistributionError) in try .empirical([1, -.infinity]) }, .notFinite(.value, -.infinity)),
    ({ () throws(DistributionError) in try .empirical([-1e308, 1e308]) }, .overflow),
    ({ () throws(DistributionError) in try .metalog(quantiles: []) }, .quantileCount(0, fewest: 2, most: 16)),
    ({ () throws(DistributionError) in try .metalog(quantiles: [(0.5, 1)]) }, .quantileCount(1, fewest: 2, most: 16)),
    (
      { () throws(DistributionError) in
        try .metalog(quantiles: (1...17).map { (Double($0) / 18, Double($0)) })
      }, .quantileCount(17, fewest: 2, most: 16)
    ),
    ({ () throws(DistributionError) in try .metalog(quantiles: [(0, 1), (0.5, 2)]) }, .notAProbability(0)),
    ({ () throws(DistributionError) in try .metalog(quantiles: [(0.5, 1), (1, 2)]) }, .notAProbability(1)),
    ({ () throws(DistributionError) in try .metalog(quantiles: [(0.5, 1), (0.5, 2)]) }, .repeatedProbability(0.5)),
    (
      { () throws(DistributionError) in try .metalog(quantiles: [(0.9, 1), (0.5, 2)]) }, .quantilesNotAscending(2, 1)
    ),
    (
      { () throws(DistributionError) in try .metalog(quantiles: [(0.1, 1), (0.5, 1), (0.9, 2)]) },
      .quantilesNotAscending(1, 1)
    ),
    (
      { () throws(DistributionError) in try .metalog(quantiles: [(0.1, 0), (0.9, 2)], lowerBound: 0) },
      .quantileOutsideBounds(0)
    ),
    (
      { () throws(DistributionError) in try .metalog(quantiles: [(0.1, 1), (0.9, 2)], upperBound: 1.5) },
      .quantileOutsideBounds(2)
    ),
    (
      { () throws(DistributionError) in
        try .metalog(quantiles: [(0.1, 1), (0.9, 2)], lowerBound: 3, upperBound: 0)
      }, .notAscending(.lowerBound, 3, .upperBound, 0)
    ),
    (
      { () throws(DistributionError) in try .metalog(quantiles: [(0.05, 1), (0.5, 8.9), (0.95, 9)]) },
      .metalogNotADistribution
    ),
    (
      { () throws(DistributionError) in
        try .metalog(quantiles: [(0.01, 1), (0.1, 2), (0.3, 3), (0.5, 4), (0.7, 6), (0.9, 9), (0.99, 14)])
      }, .metalogUndetermined
    ),
  ]

  @Test(arguments: refused.indices)
  func refusal(_ index: Int) {
    let (factory, error) = ValidationTests.refused[index]
    #expect(throws: error) { try factory() }
  }

  /// NaN in the place of any parameter, for a set of legal ones.
  @Test(arguments: [
    ["uniform", "1", "2"], ["triangular", "1", "2", "3"], ["pert", "1", "2", "3", "4"], ["lognormal", "1", "2"],
    ["beta", "1", "2", "0", "1"], ["gamma", "1", "2"], ["exponential", "1"], ["weibull", "1", "2"],
    ["bernoulli", "0.5"], ["binomial", "10", "0.5"], ["poisson", "3"],
    ["metalog", "0", "10", "0.1", "1", "0.9", "2"], ["normal", "0", "1", "-1", "1"],
  ])
  func notANumber(_ words: [String]) throws {
    _ = try ReferenceDistribution.distribution(words)
    for position in 1..<words.count {
      var damaged = words
      damaged[position] = "nan"
      #expect(throws: DistributionError.self) { try ReferenceDistribution.distribution(damaged) }
    }
    #expect(throws: DistributionError.self) { try Distribution.empirical([1, .nan]) }
    #expect(throws: DistributionError.self) { try Distribution.discrete([(.nan, 1)]) }
    #expect(throws: DistributionError.self) { try Distribution.discrete([(1, .nan)]) }
  }

  /// Extreme but legal: finite values that rise, without a hang.
  @Test(arguments: [
    ["gamma", "0.001", "1"], ["gamma", "1e9", "1e-300"], ["beta", "0.001", "0.001", "0", "1"],
    ["beta", "1e9", "0.001", "0", "1"], ["beta", "1e9", "1e9", "0", "1e300"], ["weibull", "0.01", "1"],
    ["weibull", "1e6", "5"], ["lognormal", "1", "1e150"], ["lognormal", "1e300", "1e-10"],
    ["normal", "0", "1", "36", "-"], ["normal", "1e300", "1e300", "-", "-"], ["normal", "0", "1e-320", "-", "-"],
    ["normal", "0", "1", "0", "1e-300"], ["poisson", "1e15"], ["binomial", "1e15", "0.5"],
    ["binomial", "1e15", "1e-15"], ["binomial", "1e15", "1e-320"], ["pert", "0", "1e-300", "1e300", "1e8"],
    ["poisson", "1e-300"], ["uniform", "-8e307", "8e307"], ["triangular", "-8e307", "0", "8e307"],
  ])
  func extremes(_ words: [String]) throws {
    let distribution = try ReferenceDistribution.distribution(words)
    let compiled = CompiledQuantile(distribution)
    #expect(distribution.mean.isFinite)
    var before = -Double.infinity
    for u in [0x1p-40, 1e-6, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-6, 1 - 0x1p-40] {
      let value = distribution.quantile(u)
      #expect(value.isFinite && value >= before, "\(value) at \(u)")
      #expect(compiled.quantile(u).isFinite)
      before = value
    }
  }
}
