/// The range in which one more observation lies 9 times out of 10, by those that there are.
///
/// Mean plus or minus `t(0.95; k - 1) * s * sqrt(1 + 1 / k)`, on a scale on which observations are about symmetrical: the
/// logarithm of what is above 0, the logit of a share between 0 and 1, and the observation itself where that cannot be.
///
/// Source: G. J. Hahn, W. Q. Meeker, Statistical Intervals (1991), section 4.7.
public enum PredictionRange: Sendable, Equatable {
  /// 5 %, 50 % and 95 % of a share, between 0 and 1.
  case quantiles(low: Double, middle: Double, high: Double)
  /// By the mean and the standard deviation of the observation itself: its logarithm is normal, so that its tail has both.
  case lognormal(mean: Double, standardDeviation: Double)
  /// A normal distribution, of which what lies beyond the bounds is to be cut off.
  case normal(mean: Double, standardDeviation: Double)

  /// - Parameters:
  ///   - values: at least 0.
  ///   - isShare: whether they are at most 1.
  /// - Returns: nil of fewer than two, and of values that are all the same: they do not tell how far another may be.
  public init?(of values: [Double], isShare: Bool) {
    guard values.count > 1 else { return nil }
    let isInside = values.allSatisfy { $0 > 0 && (!isShare || $0 < 1) }
    let scaled = values.map { value in
      !isInside ? value : isShare ? Double.log(value / (1 - value)) : Double.log(value)
    }
    let count = Double(values.count)
    let mean = scaled.reduce(0, +) / count
    let squares = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (count - 1)).squareRoot()
    // Equal figures differ by rounding on another scale.
    guard deviation > 1e-12 * max(1, mean.magnitude) else { return nil }
    let half = StudentQuantile.upper(degrees: values.count - 1, .p95) * deviation * (1 + 1 / count).squareRoot()
    guard isInside else {
      self = .normal(mean: mean, standardDeviation: half / StudentQuantile.Level.p95.normal)
      return
    }
    if isShare {
      func back(_ value: Double) -> Double { 1 / (1 + Double.exp(-value)) }
      self = .quantiles(low: back(mean - half), middle: back(mean), high: back(mean + half))
    } else {
      let spread = half / StudentQuantile.Level.p95.normal
      let expected = Double.exp(mean + spread * spread / 2)
      self = .lognormal(
        mean: expected, standardDeviation: expected * Double.expm1(spread * spread).squareRoot())
    }
  }
}
