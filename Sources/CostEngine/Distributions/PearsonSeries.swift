/// Taylor series of a quantile function at one point, from the differential equation of its density.
///
/// With z the distance and v the probability, z' = 1/f(z), hence z'' = -(f'/f) z'^2; with f'/f rational, each
/// coefficient of the series follows from those before it (Steinbrecher and Shaw 2008, "Quantile mechanics",
/// DOI 10.1017/S0956792508007341). The series is that of z relative to its value at the point: its first term is 1.
struct PearsonSeries {
  /// Highest power: on the segments of a quantile table the rest is below 1e-14.
  static let degree = 14
  private var value = [Double](repeating: 0, count: degree + 1)
  private var derivative = [Double](repeating: 0, count: degree + 1)
  private var square = [Double](repeating: 0, count: degree + 1)
  private var denominator = [Double](repeating: 0, count: degree + 1)

  /// - Parameter speed: derivative of z relative to z by the series' variable.
  mutating func expand(_ equation: PearsonEquation, speed: Double) {
    value[0] = 1
    derivative[0] = speed
    denominator[0] = 1 + equation.curvature
    for m in 0..<PearsonSeries.degree {
      value[m + 1] = derivative[m] / Double(m + 1)
      var squares = 0.0
      var products = 0.0
      for i in 0...m {
        squares += derivative[i] * derivative[m - i]
        products += value[i] * value[m - i]
      }
      square[m] = squares
      if m > 0 { denominator[m] = value[m] + equation.curvature * products }
      var sum = equation.constant * squares
      for i in 0...m { sum += equation.slope * value[i] * square[m - i] }
      for i in 1..<max(1, m + 1) { sum += denominator[i] * Double(m + 1 - i) * derivative[m + 1 - i] }
      derivative[m + 1] = -sum / (Double(m + 1) * denominator[0])
    }
  }

  func callAsFunction(_ x: Double) -> Double {
    var sum = 0.0
    for coefficient in value.reversed() { sum = sum * x + coefficient }
    return sum
  }
}
