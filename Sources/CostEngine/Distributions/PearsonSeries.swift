/// Taylor series of a quantile function at one point, from the differential equation of its density.
///
/// With z the distance and v the probability, z' = 1/f(z), hence z'' = -(f'/f) z'^2; with f'/f rational, each
/// coefficient of the series follows from those before it (Steinbrecher and Shaw 2008, "Quantile mechanics",
/// DOI 10.1017/S0956792508007341). The series is that of z relative to its value at the point: its first term is 1.
///
/// Two points are expanded at once, one per lane: each coefficient depends on all those before it, so a single series
/// would leave the processor idle.
struct PearsonSeries {
  /// Highest power: on the segments of a quantile table the remainder is below 1e-14.
  static let degree = 14
  private typealias Lanes = SIMD2<Double>
  private static let terms = degree + 1
  /// The terms of z, of z', of z'^2 and of the denominator of f'/f.
  private var storage = [Lanes](repeating: Lanes(repeating: 0), count: 4 * terms)

  /// - Parameter speeds: derivative of z, relative to z, with respect to the series' variable.
  mutating func expand(_ first: PearsonEquation, _ second: PearsonEquation, speeds: SIMD2<Double>) {
    let constant = Lanes(first.constant, second.constant)
    let slope = Lanes(first.slope, second.slope)
    let curvature = Lanes(first.curvature, second.curvature)
    storage.withUnsafeMutableBufferPointer { storage in
      guard let value = storage.baseAddress else { return }
      let derivative = value + PearsonSeries.terms
      let square = derivative + PearsonSeries.terms
      let denominator = square + PearsonSeries.terms
      value[0] = Lanes(repeating: 1)
      derivative[0] = speeds
      denominator[0] = 1 + curvature
      for m in 0..<PearsonSeries.degree {
        value[m + 1] = derivative[m] / Double(m + 1)
        var squares = Lanes(repeating: 0)
        var products = Lanes(repeating: 0)
        for i in 0...m {
          squares += derivative[i] * derivative[m - i]
          products += value[i] * value[m - i]
        }
        square[m] = squares
        if m > 0 { denominator[m] = value[m] + curvature * products }
        var sum = constant * squares
        for i in 0...m { sum += slope * value[i] * square[m - i] }
        for i in 1..<max(1, m + 1) { sum += denominator[i] * Double(m + 1 - i) * derivative[m + 1 - i] }
        derivative[m + 1] = sum / (-Double(m + 1) * denominator[0])
      }
    }
  }

  /// Evaluates each of the two series at its own number.
  func callAsFunction(_ x: SIMD2<Double>) -> SIMD2<Double> {
    storage.withUnsafeBufferPointer { value in
      var sum = Lanes(repeating: 0)
      for power in stride(from: PearsonSeries.degree, through: 0, by: -1) { sum = sum * x + value[power] }
      return sum
    }
  }
}
