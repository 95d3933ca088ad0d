/// How precisely the draws tell a percentile, in EUR.
public struct PercentilePrecision: Sendable, Equatable {
  /// Ends of a 95 % confidence interval: between them lies the percentile of endlessly many draws, in 95 of 100 runs.
  public var low: Double
  public var high: Double
  /// The sampling error, one standard error: the width of the interval over as many standard errors as it is wide. An
  /// amount that many draws share can be certain: then it is 0.
  public var error: Double

  public init(low: Double, high: Double, error: Double) {
    self.low = low
    self.high = high
    self.error = error
  }
}
