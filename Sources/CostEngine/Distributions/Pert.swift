extension Distribution {
  /// Pert: a beta distribution specified by its bounds, its most likely value and a weight of the latter.
  ///
  /// Beta(1 + lambda (m - a)/(b - a), 1 + lambda (b - m)/(b - a)) on a...b (Vose 2008, Risk Analysis; lambda = 4 is the
  /// distribution of Malcolm et al. 1959, DOI 10.1287/opre.7.5.646).
  public struct Pert: Sendable, Equatable {
    // MARK: Parameters

    public let mode: Double
    /// Weight of the mode: 0 is uniform, more is narrower.
    public let lambda: Double
    let beta: Beta
    /// Largest weight of the mode that is computed accurately.
    static let largestLambda = 1e8

    // MARK: Validation

    init(minimum: Double, mode: Double, maximum: Double, lambda: Double) throws(DistributionError) {
      try DistributionError.requireAscending(minimum, .minimum, mode, .mode)
      try DistributionError.requireAscending(mode, .mode, maximum, .maximum)
      try DistributionError.requireNotNegative(lambda, .lambda)
      guard lambda <= Pert.largestLambda else {
        throw .outOfRange(.lambda, lambda, lowest: 0, highest: Pert.largestLambda)
      }
      try DistributionError.requireAscending(minimum, .minimum, maximum, .maximum)
      let width = maximum - minimum
      self.mode = mode
      self.lambda = lambda
      beta = try Beta(
        alpha: 1 + lambda * ((mode - minimum) / width), beta: 1 + lambda * ((maximum - mode) / width),
        lowerBound: minimum, upperBound: maximum)
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double { beta.quantile(below: lower, above: upper) }

    // MARK: Mean

    /// (a + lambda m + b) / (lambda + 2).
    var mean: Double { beta.mean }

    // MARK: Support

    var support: (lower: Double, upper: Double) { beta.support }
  }

  /// Pert, with all but lambda in the unit of the cell; certain if minimum and maximum are equal.
  ///
  /// - Parameter lambda: weight of the mode, 0...1e8.
  public static func pert(minimum: Double, mode: Double, maximum: Double, lambda: Double = 4)
    throws(DistributionError) -> Distribution
  {
    if minimum == mode && mode == maximum && mode.isFinite {
      try DistributionError.requireNotNegative(lambda, .lambda)
      return .constant(mode)
    }
    return try Distribution.pert(Pert(minimum: minimum, mode: mode, maximum: maximum, lambda: lambda))
      .checkedForOverflow()
  }
}
