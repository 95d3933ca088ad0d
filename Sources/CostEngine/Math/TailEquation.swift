/// The equation F(z) = p for a distribution function on the positive numbers.
enum TailEquation {
  /// The z that has probability `lower` below and `upper = 1 - lower` above it, to a few ulps of the tails' own
  /// accuracy.
  ///
  /// Newton's method on the logarithm of the smaller tail as a function of log z (nearly a straight line in both tails,
  /// so that a poor start does no harm), inside a bracket that every step narrows.
  ///
  /// - Parameters:
  ///   - start: a first guess, above zero.
  ///   - highest: a bound that the root does not exceed.
  ///   - tails: F(z), 1 - F(z) and z times the density.
  static func root(
    lower: Double, upper: Double, start: Double, highest: Double,
    tails: (Double) -> (lower: Double, upper: Double, scaledDensity: Double)
  ) -> Double {
    var low = 0.0
    var high = highest
    var z = min(start, highest)
    for _ in 0..<400 {
      let found = tails(z)
      // Above zero if z is too large.
      let excess =
        lower <= upper ? Double.log(found.lower / lower) : Double.log(upper / found.upper)
      let slope = found.scaledDensity / (lower <= upper ? found.lower : found.upper)
      if excess == 0 { return z }
      if excess > 0 { high = z } else { low = z }
      // Where the tail is flat its slope does not indicate the distance: at most a factor e^40 at once.
      let step = max(-40, min(40, -excess / slope))
      var next = z * Double.exp(step)
      if !(next > low && next <= high) {
        next = low == 0 ? high * 0x1p-20 : high == .infinity ? low * 16 : low.squareRoot() * high.squareRoot()
        if !(next > low && next < high) { return z }
      } else if max(step.magnitude, excess.magnitude) < 1e-8 {
        return next
      }
      z = next
    }
    return z
  }
}
