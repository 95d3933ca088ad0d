extension Distribution {
  /// Normal, truncated if bounds are given.
  public struct Normal: Sendable, Equatable {
    // MARK: Parameters

    /// Mean and standard deviation without the truncation.
    public let untruncatedMean: Double
    public let standardDeviation: Double
    public let support: (lower: Double, upper: Double)
    private let form: Form

    private enum Form {
      case whole
      case truncated(Truncation)
      case narrow(NarrowTruncation)
    }

    // MARK: Validation

    init(mean: Double, standardDeviation: Double, lowerBound: Double?, upperBound: Double?)
      throws(DistributionError)
    {
      try DistributionError.requirePositive(standardDeviation, .standardDeviation)
      support = try Normal.bounds(mean: mean, lowerBound: lowerBound, upperBound: upperBound)
      untruncatedMean = mean
      self.standardDeviation = standardDeviation
      guard lowerBound != nil || upperBound != nil else {
        form = .whole
        return
      }
      let lower = (support.lower - mean) / standardDeviation
      let upper = (support.upper - mean) / standardDeviation
      let width = (support.upper - support.lower) / standardDeviation
      if width < NarrowTruncation.widest, let narrow = NarrowTruncation(lower: lower, upper: upper, width: width) {
        form = .narrow(narrow)
      } else if width >= NarrowTruncation.widest, let truncation = Truncation(lower: lower, upper: upper) {
        form = .truncated(truncation)
      } else {
        throw .emptyTruncation(lowerBound: support.lower, upperBound: support.upper)
      }
    }

    private init(standard: Void) {
      untruncatedMean = 0
      standardDeviation = 1
      support = (-.infinity, .infinity)
      form = .whole
    }

    /// Mean 0, standard deviation 1.
    static let standard = Normal(standard: ())

    fileprivate static func bounds(mean: Double, lowerBound: Double?, upperBound: Double?)
      throws(DistributionError) -> (lower: Double, upper: Double)
    {
      try DistributionError.requireFinite(mean, .mean)
      if let lowerBound { try DistributionError.requireFinite(lowerBound, .lowerBound) }
      if let upperBound { try DistributionError.requireFinite(upperBound, .upperBound) }
      if let lowerBound, let upperBound, !(lowerBound <= upperBound) {
        throw .notAscending(.lowerBound, lowerBound, .upperBound, upperBound)
      }
      return (lowerBound ?? -.infinity, upperBound ?? .infinity)
    }

    /// The parameters determine everything else.
    public static func == (a: Normal, b: Normal) -> Bool {
      (a.untruncatedMean, a.standardDeviation) == (b.untruncatedMean, b.standardDeviation) && a.support == b.support
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double {
      switch form {
      case .whole:
        let normal = lower < upper ? Double.normalQuantile(lower) : -Double.normalQuantile(upper)
        return untruncatedMean + standardDeviation * normal
      case .truncated(let truncation):
        return bounded(untruncatedMean + standardDeviation * truncation.quantile(below: lower, above: upper))
      case .narrow(let narrow):
        return bounded(
          support.lower + (support.upper - support.lower) * narrow.quantile(below: lower, above: upper))
      }
    }

    private func bounded(_ value: Double) -> Double { min(support.upper, max(support.lower, value)) }

    // MARK: Mean

    var mean: Double {
      switch form {
      case .whole: return untruncatedMean
      case .truncated(let truncation): return bounded(untruncatedMean + standardDeviation * truncation.mean)
      case .narrow(let narrow): return bounded(support.lower + (support.upper - support.lower) * narrow.mean)
      }
    }
  }

  /// Normal, with all parameters in the unit of the cell; certain if the standard deviation is 0 or the bounds are
  /// equal.
  ///
  /// - Parameters:
  ///   - mean: mean of the untruncated distribution; likewise `standardDeviation`.
  ///   - lowerBound: if given, values below it are excluded (truncation).
  ///   - upperBound: likewise for values above it. The bounds must leave a probability of 1e-290 or more.
  public static func normal(
    mean: Double, standardDeviation: Double, lowerBound: Double? = nil, upperBound: Double? = nil
  ) throws(DistributionError) -> Distribution {
    try DistributionError.requireNotNegative(standardDeviation, .standardDeviation)
    let bounds = try Normal.bounds(mean: mean, lowerBound: lowerBound, upperBound: upperBound)
    if standardDeviation == 0 {
      guard bounds.lower <= mean && mean <= bounds.upper else {
        throw .emptyTruncation(lowerBound: bounds.lower, upperBound: bounds.upper)
      }
      return .constant(mean)
    }
    if bounds.lower == bounds.upper { return .constant(bounds.lower) }
    return try Distribution.normal(
      Normal(
        mean: mean, standardDeviation: standardDeviation, lowerBound: lowerBound, upperBound: upperBound)
    ).checkedForOverflow()
  }
}
