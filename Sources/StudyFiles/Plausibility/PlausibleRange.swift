/// Between which figures a figure needs no second look, by the thresholds of the rules of plausibility.
public enum PlausibleRange {
  /// - Parameter expected: what it can be held to, above 0.
  /// - Returns: nil without any.
  public static func around(_ expected: [Double]) -> ClosedRange<Double>? {
    guard let least = expected.min(), let most = expected.max() else { return nil }
    return least * Thresholds.leastPeople...most * Thresholds.most
  }
}
