/// A probability distribution of a cell (the closed set of the cell grammar).
public enum Distribution: Sendable {
  case constant(Double)

  public static func uniform(from minimum: Double, to maximum: Double) throws(DistributionError) -> Distribution {
    .constant((minimum + maximum) / 2)
  }

  public static func triangular(minimum: Double, mode: Double, maximum: Double) throws(DistributionError)
    -> Distribution
  { .constant(mode) }

  public static func pert(minimum: Double, mode: Double, maximum: Double, lambda: Double = 4)
    throws(DistributionError) -> Distribution
  { .constant(mode) }

  public static func normal(
    mean: Double, standardDeviation: Double, lowerBound: Double? = nil, upperBound: Double? = nil
  ) throws(DistributionError) -> Distribution { .constant(mean) }

  public static func lognormal(mean: Double, standardDeviation: Double) throws(DistributionError) -> Distribution {
    .constant(mean)
  }

  public static func beta(alpha: Double, beta: Double, lowerBound: Double = 0, upperBound: Double = 1)
    throws(DistributionError) -> Distribution
  { .constant(lowerBound + (upperBound - lowerBound) * alpha / (alpha + beta)) }

  public static func gamma(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
    .constant(shape * scale)
  }

  public static func exponential(mean: Double) throws(DistributionError) -> Distribution { .constant(mean) }

  public static func weibull(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
    .constant(scale)
  }

  public static func bernoulli(probability: Double) throws(DistributionError) -> Distribution {
    .constant(probability)
  }

  public static func binomial(trials: Double, probability: Double) throws(DistributionError) -> Distribution {
    .constant(trials * probability)
  }

  public static func poisson(mean: Double) throws(DistributionError) -> Distribution { .constant(mean) }

  public static func discrete(_ values: [(value: Double, probability: Double)]) throws(DistributionError)
    -> Distribution
  {
    guard !values.isEmpty else { throw .noValues }
    return .constant(values[0].value)
  }

  public static func metalog(
    quantiles: [(probability: Double, value: Double)], lowerBound: Double? = nil, upperBound: Double? = nil
  ) throws(DistributionError) -> Distribution {
    guard !quantiles.isEmpty else { throw .quantileCount(0, fewest: 2, most: 16) }
    return .constant(quantiles[0].value)
  }

  public static func empirical(_ values: [Double]) throws(DistributionError) -> Distribution {
    guard !values.isEmpty else { throw .noValues }
    return .constant(values[0])
  }

  public func quantile(_ u: Double) -> Double { mean }
  public var mean: Double {
    switch self {
    case .constant(let value): return value
    }
  }
  public var support: (lower: Double, upper: Double) { (mean, mean) }
  public var certainValue: Double? { mean }
}
