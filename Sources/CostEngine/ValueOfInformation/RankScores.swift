/// The input features of a regression: the standardised values, and the ranks as standard normal scores.
///
/// Scores depend on ranks only, so that a long tail has no extra weight; equal values share one score.
public enum RankScores {
  /// `Phi^-1((rank - 1/2) / n)` of each value.
  public static func scores(of values: UnsafeBufferPointer<Double>) -> [Double] {
    let n = Double(values.count)
    return RankCorrelation.ranks(values).map { Double.normalQuantile(($0 - 0.5) / n) }
  }

  /// The values less their mean, divided by their standard deviation; 0 if they do not vary.
  public static func standardised(_ values: UnsafeBufferPointer<Double>) -> [Double] {
    let n = Double(max(1, values.count))
    let mean = values.reduce(0, +) / n
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    guard deviation > 0, deviation < .infinity else { return [Double](repeating: 0, count: values.count) }
    return values.map { ($0 - mean) / deviation }
  }
}
