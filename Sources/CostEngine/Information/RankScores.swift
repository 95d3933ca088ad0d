/// What a regression asks of an input: its place among its own draws, as a standard normal score.
///
/// Scores follow from ranks only, so that neither a long tail nor the unit of an input weighs; equal values share one.
public enum RankScores {
  /// `Phi^-1((rank - 1/2) / n)` of each value.
  public static func scores(of values: UnsafeBufferPointer<Double>) -> [Double] {
    let n = Double(values.count)
    return RankCorrelation.ranks(values).map { Double.normalQuantile(($0 - 0.5) / n) }
  }
}
