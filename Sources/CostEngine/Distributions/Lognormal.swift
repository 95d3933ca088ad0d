extension Distribution {
  /// Lognormal, stated by the mean and standard deviation of the variable itself.
  ///
  /// Its logarithm is normal with variance s^2 = log(1 + (sd / mean)^2) and mean log(mean) - s^2 / 2.
  public struct Lognormal: Sendable, Equatable {
    // MARK: Parameters

    public let mean: Double
    public let standardDeviation: Double
    /// Standard deviation of the logarithm.
    private let logDeviation: Double
    /// Largest ratio of standard deviation to mean that is computed accurately.
    static let largestRatio = 1e150

    // MARK: Validation

    init(mean: Double, standardDeviation: Double) throws(DistributionError) {
      try DistributionError.requirePositive(mean, .mean)
      try DistributionError.requireNotNegative(standardDeviation, .standardDeviation)
      let ratio = standardDeviation / mean
      guard ratio <= Lognormal.largestRatio else {
        throw .outOfRange(
          .standardDeviation, standardDeviation, lowest: 0, highest: Lognormal.largestRatio * mean)
      }
      self.mean = mean
      self.standardDeviation = standardDeviation
      logDeviation = ratio < 1e-8 ? ratio : Double.log1p(ratio * ratio).squareRoot()
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double {
      let normal = lower < upper ? Double.normalQuantile(lower) : -Double.normalQuantile(upper)
      return mean * Double.exp(logDeviation * (normal - 0.5 * logDeviation))
    }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (0, .infinity) }
  }

  /// Lognormal with the mean (above zero) and standard deviation of the variable itself, in the unit of the cell;
  /// certain if the latter is 0.
  public static func lognormal(mean: Double, standardDeviation: Double) throws(DistributionError) -> Distribution {
    if mean == 0 && standardDeviation == 0 { return .constant(0) }
    let lognormal = try Lognormal(mean: mean, standardDeviation: standardDeviation)
    return standardDeviation == 0
      ? .constant(mean) : try Distribution.lognormal(lognormal).checkedForOverflow()
  }
}
