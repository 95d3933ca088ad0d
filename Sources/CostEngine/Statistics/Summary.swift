/// The statistics of one reported amount over all draws, in EUR.
public struct Summary: Sendable, Equatable {
  public var mean: Double
  /// Standard error of ``mean``.
  public var standardError: Double
  /// Sample standard deviation, with n - 1.
  public var standardDeviation: Double
  /// The percentiles of ``percentages`` of the draws, to 0.05 % or EUR 1, whichever is larger.
  public var percentiles: [Double]
  /// Mean of the largest 5 % of the draws (expected shortfall).
  public var cvar95: Double
  /// Share of draws above zero.
  public var sharePositive: Double
  /// The precision of P5, P50 and P95; nil if it is not computed: for a single draw, and for amounts that no report
  /// prints. It is computed for the country, or an only region, for the totals over the horizon except today's cost and
  /// the cost, and for the delta and the payments of the last year; for a region among others for the total delta and
  /// net; and in both cases for the structural amount of the end state.
  public var precision: [PercentilePrecision]?

  /// The percentages of ``percentiles``.
  public static let percentages = [5, 10, 25, 50, 70, 75, 80, 85, 90, 95, 99]

  public var p05: Double { percentiles[0] }
  public var p10: Double { percentiles[1] }
  public var p25: Double { percentiles[2] }
  public var p50: Double { percentiles[3] }
  public var p70: Double { percentiles[4] }
  public var p75: Double { percentiles[5] }
  public var p80: Double { percentiles[6] }
  public var p85: Double { percentiles[7] }
  public var p90: Double { percentiles[8] }
  public var p95: Double { percentiles[9] }
  public var p99: Double { percentiles[10] }

  /// Nil if ``precision`` is.
  public var p05Precision: PercentilePrecision? { precision?[0] }
  public var p50Precision: PercentilePrecision? { precision?[1] }
  public var p95Precision: PercentilePrecision? { precision?[2] }

  public init(
    mean: Double, standardError: Double, standardDeviation: Double, percentiles: [Double], cvar95: Double,
    sharePositive: Double, precision: [PercentilePrecision]? = nil
  ) {
    precondition(percentiles.count == Summary.percentages.count)
    precondition(precision == nil || precision?.count == PercentileCounts.percentages.count)
    self.mean = mean
    self.standardError = standardError
    self.standardDeviation = standardDeviation
    self.percentiles = percentiles
    self.cvar95 = cvar95
    self.sharePositive = sharePositive
    self.precision = precision
  }
}
