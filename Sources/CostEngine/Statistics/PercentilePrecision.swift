/// The precision of a percentile as estimated from draws, in EUR.
public struct PercentilePrecision: Sendable, Equatable {
  /// Ends of a 95 % confidence interval: in 95 of 100 runs it contains the percentile of infinitely many draws.
  public var low: Double
  public var high: Double
  /// The sampling error as one standard error: the width of the interval divided by its width in standard errors. It is
  /// 0 if many draws share the amount, so that it is certain.
  public var error: Double

  public init(low: Double, high: Double, error: Double) {
    self.low = low
    self.high = high
    self.error = error
  }
}
