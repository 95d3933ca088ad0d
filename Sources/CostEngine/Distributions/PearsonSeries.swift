/// A value of a distribution on a half line or interval, as its distance to one of the ends.
struct PearsonPoint: Sendable {
  /// From the lower end (from the upper one where ``reflected``), in units of the distribution.
  var distance: Double
  var reflected = false
}

/// f'/f of a density f at z (1 + x), multiplied by z: (constant + slope (1 + x)) / ((1 + x) (1 + curvature (1 + x))).
///
/// Pearson 1895 (DOI 10.1098/rsta.1895.0010) built his families of densities on such a ratio.
struct PearsonEquation {
  var constant: Double
  var slope: Double
  var curvature: Double
}

/// A distribution whose density has a rational logarithmic derivative, but whose quantile has no closed form.
protocol PearsonFamily: Sendable {
  func point(below lower: Double, above upper: Double) -> PearsonPoint
  /// The probabilities below and above a point, and its distance times the density.
  func tails(_ point: PearsonPoint) -> (lower: Double, upper: Double, scaledDensity: Double)
  /// The ratio in terms of the point's distance.
  func equation(_ point: PearsonPoint) -> PearsonEquation
  /// The same point, as the distance to the nearer end.
  func reflection(_ point: PearsonPoint) -> PearsonPoint
  func value(_ point: PearsonPoint) -> Double
}

/// Taylor series of a quantile function at one point, from the differential equation of its density.
///
/// With z the distance and v the probability, z' = 1/f(z), hence z'' = -(f'/f) z'^2; with f'/f rational, each coefficient
/// of the series follows from those before it (Steinbrecher and Shaw 2008, "Quantile mechanics",
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
