/// The precision of a percentile as estimated from draws, in EUR.
public struct PercentilePrecision: Sendable, Equatable {
  /// Ends of a 95 % confidence interval: in 95 of 100 runs it contains the percentile of infinitely many draws.
  public var low: Double
  public var high: Double
  /// The sampling error as one standard error: the width of the interval divided by its width in standard errors. It is
  /// 0 if many draws share the amount, so that it is certain.
  public var error: Double
  /// The jump that the interval spans, if the draws leave more than half of it empty: the percentile is then one or the
  /// other side of it, and nothing between. Nil without one.
  public var jump: Jump?

  /// A range of amounts that no draw has.
  public struct Jump: Sendable, Equatable {
    /// Share of the draws at or below it.
    public var shareBelow: Double

    public init(shareBelow: Double) { self.shareBelow = shareBelow }
  }

  public init(low: Double, high: Double, error: Double, jump: Jump? = nil) {
    self.low = low
    self.high = high
    self.error = error
    self.jump = jump
  }
}
