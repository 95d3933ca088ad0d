extension Distribution {
  /// Poisson: the number of independent events that occur.
  public struct Poisson: Sendable, Equatable {
    // MARK: Parameters

    public let mean: Double
    /// Nil if there are too many values to tabulate.
    let steps: StepQuantile?
    /// Largest mean that is counted accurately.
    static let largestMean = 1e15

    // MARK: Validation

    init(mean: Double) throws(DistributionError) {
      try DistributionError.requireNotNegative(mean, .mean)
      guard mean <= Poisson.largestMean else {
        throw .outOfRange(.mean, mean, lowest: 0, highest: Poisson.largestMean)
      }
      self.mean = mean
      if mean.squareRoot() <= StepQuantile.largestDeviation {
        let mode = mean.rounded(.down)
        steps = StepQuantile(mode: mode, probability: Poisson.mass(mode, mean), highest: .infinity) { count in
          mean / (count + 1)
        }
      } else {
        steps = nil
      }
    }

    /// Probability of a count, by the saddle-point form of Loader 2000.
    private static func mass(_ count: Double, _ mean: Double) -> Double {
      if count == 0 { return Double.exp(-mean) }
      return Double.exp(-Double.stirlingError(count) - Double.deviance(count, mean))
        / (2 * 3.141592653589793238 * count).squareRoot()
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double {
      if let steps { return steps.quantile(lower) }
      let deviation = mean.squareRoot()
      return CountEquation.quantile(
        below: lower, above: upper, mean: mean, deviation: deviation, skewness: 1 / deviation, highest: 0x1p53
      ) { count in
        let tails = IncompleteGamma(shape: count + 1).tails(mean)
        return (tails.upper, tails.lower, Poisson.mass(count, mean))
      }
    }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (0, .infinity) }
  }

  /// A number of independent events with a mean up to 1e15; certain (0) if the mean is 0.
  public static func poisson(mean: Double) throws(DistributionError) -> Distribution {
    let poisson = try Poisson(mean: mean)
    return mean == 0 ? .constant(0) : .poisson(poisson)
  }
}
