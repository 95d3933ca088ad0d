/// A value of a distribution on a half line or interval, as its distance to one of the ends.
struct PearsonPoint: Sendable {
  /// Distance from the lower end (from the upper one if ``reflected``), in units of the distribution.
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
