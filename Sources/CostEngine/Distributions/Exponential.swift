extension Distribution {
  /// Exponential: the time to an event that is equally likely at any moment.
  public struct Exponential: Sendable, Equatable {
    // MARK: Parameters

    /// In the unit of the cell (not a rate).
    public let mean: Double

    // MARK: Validation

    init(mean: Double) throws(DistributionError) {
      try DistributionError.requireNotNegative(mean, .mean)
      self.mean = mean
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double {
      mean * Exponential.standardQuantile(below: lower, above: upper)
    }

    /// -log(1 - lower), the quantile for a mean of 1.
    static func standardQuantile(below lower: Double, above upper: Double) -> Double {
      lower < upper ? -Double.log1p(-lower) : -Double.log(upper)
    }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (0, .infinity) }
  }

  /// Exponential with a mean in the unit of the cell; certain (0) if the mean is 0.
  public static func exponential(mean: Double) throws(DistributionError) -> Distribution {
    let exponential = try Exponential(mean: mean)
    return mean == 0 ? .constant(0) : try Distribution.exponential(exponential).checkedForOverflow()
  }
}
