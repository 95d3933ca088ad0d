/// The quantile of a count whose standard deviation is too large to tabulate.
enum CountEquation {
  /// The smallest count with a probability of at least `lower` at or below it.
  ///
  /// Newton's method from the Cornish-Fisher expansion (skewness only), then whole steps.
  ///
  /// - Parameter tails: the probability below or at a count, above it, and of the count itself.
  static func quantile(
    below lower: Double, above upper: Double, mean: Double, deviation: Double, skewness: Double, highest: Double,
    tails: (Double) -> (lower: Double, upper: Double, probability: Double)
  ) -> Double {
    let normal = lower < upper ? Double.normalQuantile(lower) : -Double.normalQuantile(upper)
    var count = whole(mean + deviation * (normal + skewness * (normal * normal - 1) / 6), highest)
    for _ in 0..<20 {
      let found = tails(count)
      let missing = lower < upper ? lower - found.lower : found.upper - upper
      let step = missing / found.probability
      guard step.magnitude >= 1 else { break }
      count = whole(count + max(-deviation, min(deviation, step)), highest)
    }
    func reaches(_ count: Double) -> Bool {
      let found = tails(count)
      return lower < upper ? found.lower >= lower : found.upper <= upper
    }
    while count < highest && !reaches(count) { count += 1 }
    while count > 0 && reaches(count - 1) { count -= 1 }
    return count
  }

  private static func whole(_ count: Double, _ highest: Double) -> Double {
    count > 0 ? min(count.rounded(.down), highest) : 0
  }
}
