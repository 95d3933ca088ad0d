/// The standard normal distribution between two bounds.
///
/// Computed in the half that contains most of it (mirrored, if need be), so that a truncation far out in either tail
/// keeps its relative accuracy.
struct Truncation: Sendable, Equatable {
  /// Bounds, mirrored if `mirrored`, so that their sum is not above 0; one or both may be infinite.
  private let lower: Double
  private let upper: Double
  private let mirrored: Bool
  /// Phi(lower) and the probability up to the upper bound: Phi(upper) if that is at most 1/2, otherwise Phi(-upper)
  /// beyond it.
  private let below: Double
  private let belowUpper: Double
  private let aboveUpper: Double
  private let mass: Double

  /// Minimum probability between the bounds.
  static let leastMass = 1e-290

  /// Nil if less than ``leastMass`` lies between the bounds.
  init?(lower: Double, upper: Double) {
    mirrored = lower > -upper
    self.lower = mirrored ? -upper : lower
    self.upper = mirrored ? -lower : upper
    below = Double.normalCumulative(self.lower)
    belowUpper = Double.normalCumulative(self.upper)
    aboveUpper = Double.normalCumulative(-self.upper)
    mass = self.upper <= 0 ? belowUpper - below : 1 - below - aboveUpper
    guard mass >= Truncation.leastMass else { return nil }
  }

  func quantile(below lower: Double, above upper: Double) -> Double {
    let z = mirrored ? -standardQuantile(upper, lower) : standardQuantile(lower, upper)
    return z
  }

  private func standardQuantile(_ lower: Double, _ upper: Double) -> Double {
    let probability = lower < upper || self.upper > 0 ? below + lower * mass : belowUpper - upper * mass
    if probability < 0.5 { return Double.normalQuantile(probability) }
    return max(0, -Double.normalQuantile(aboveUpper + upper * mass))
  }

  /// The mean, from integrals of the density and of its product with z, both relative to the point of highest density.
  var mean: Double {
    let densest = min(0, upper)
    let reach = BellTail.reach(distance: densest.magnitude)
    let from = max(lower, densest - reach)
    let to = min(upper, densest + reach)
    let panels = ((to - from) / 4).rounded(.down) + 1
    let width = (to - from) / panels
    var mass = 0.0
    var moment = 0.0
    var panel = 0.0
    while panel < panels {
      let start = from + panel * width
      let density = { (z: Double) in Double.exp(-0.5 * (z - densest) * (z + densest)) }
      mass += GaussLegendre.integral(from: start, to: start + width, of: density)
      moment += GaussLegendre.integral(from: start, to: start + width) { ($0 - densest) * density($0) }
      panel += 1
    }
    let mean = densest + moment / mass
    return mirrored ? -mean : mean
  }
}

/// The normal distribution between bounds so close together that its density is practically exponential: the share t of
/// the interval has a density proportional to exp(-tilt t), to a relative error of the width (in standard deviations)
/// squared.
struct NarrowTruncation: Sendable, Equatable {
  private let tilt: Double

  /// Largest width, in standard deviations.
  static let widest = 1e-5

  /// Nil if the bounds are too far out; see ``Truncation/leastMass``.
  init?(lower: Double, upper: Double, width: Double) {
    let nearest = lower > 0 ? lower : upper < 0 ? -upper : 0
    guard Double.normalCumulative(-nearest) >= Truncation.leastMass else { return nil }
    tilt = 0.5 * (lower + upper) * width
  }

  /// The quantile, as a share of the interval.
  func quantile(below lower: Double, above upper: Double) -> Double {
    tilt.magnitude < 1e-7
      ? lower - 0.5 * tilt * lower * upper : -Double.log1p(lower * Double.expm1(-tilt)) / tilt
  }

  /// The mean, as a share of the interval; the next term of the series is below 1e-13.
  var mean: Double { 0.5 - tilt / 12 }
}
