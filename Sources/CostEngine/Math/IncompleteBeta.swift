/// The regularised incomplete beta function of one pair of shapes: the two tails of the beta distribution on 0...1.
struct IncompleteBeta: Sendable {
  let alpha: Double
  let beta: Double
  private let sum: Double
  private let stirlingError: Double
  private let factor: Double
  /// From this shape on the density is a bell narrow enough to integrate directly; the fraction would take too many
  /// terms.
  private static let large = 1000.0

  /// - Parameters: both shapes must be above zero.
  init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    sum = alpha + beta
    stirlingError = Double.stirlingError(sum) - Double.stirlingError(alpha) - Double.stirlingError(beta)
    factor = (alpha / sum * beta * (0.5 / 3.141592653589793238)).squareRoot()
  }

  /// x y times the density: x^a y^b / B(a, b), for `x` and `y = 1 - x` above zero.
  func scaledDensity(_ x: Double, _ y: Double) -> Double {
    factor * Double.exp(stirlingError - Double.deviance(alpha, sum * x) - Double.deviance(beta, sum * y))
  }

  /// I(x), 1 - I(x) and ``scaledDensity(_:_:)``; the smaller tail is computed directly if its argument is not past the
  /// mean.
  ///
  /// Relative error of the smaller tail below 1e-13 (or 1e-14 divided by the smaller shape) if a shape is at most 1000,
  /// below 2e-11 up to 1e9.
  ///
  /// - Parameters:
  ///   - x: 0...1.
  ///   - y: 1 - x, given separately because one of the two may be too small for the difference to represent it.
  func tails(_ x: Double, _ y: Double) -> (lower: Double, upper: Double, scaledDensity: Double) {
    guard x > 0 else { return (0, 1, 0) }
    guard y > 0 else { return (1, 0, 0) }
    let density = scaledDensity(x, y)
    let belowMean = x * (sum + 2) < alpha + 1
    if min(alpha, beta) > IncompleteBeta.large {
      let deviation = (alpha / sum * beta / sum / sum).squareRoot()
      let reach = BellTail.reach(distance: (x - alpha / sum).magnitude / deviation) * deviation
      // Integrates over the distance from x, which is representable in both x and y.
      if belowMean {
        let lower = GaussLegendre.integral(from: 0, to: min(x, reach)) { distance in
          scaledDensity(x - distance, y + distance) / ((x - distance) * (y + distance))
        }
        return (lower, 1 - lower, density)
      }
      let upper = GaussLegendre.integral(from: 0, to: min(y, reach)) { distance in
        scaledDensity(x + distance, y - distance) / ((x + distance) * (y - distance))
      }
      return (1 - upper, upper, density)
    }
    if belowMean {
      let lower = density / alpha * IncompleteBeta.fraction(alpha, beta, x, y)
      return (lower, 1 - lower, density)
    }
    let upper = density / beta * IncompleteBeta.fraction(beta, alpha, y, x)
    return (1 - upper, upper, density)
  }

  /// I(x) as a multiple of ``scaledDensity(_:_:)`` / a.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    a > large ? centredFraction(a, b, x, y) : continuedFraction(a, b, x)
  }

  /// a/(p0 + c1/(p1 + c2/(p2 + ...))), whose terms obtain the distance of x from the mean through `y`, as 1 - x may be
  /// too small for x to represent it (DiDonato and Morris 1992, "Algorithm 708", DOI 10.1145/131766.131776).
  private static func centredFraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    let excess = (a + b) * y - b
    var partial = a * (excess + 1) / (a + 1)
    var numeratorRatio = Double.infinity
    var denominatorRatio = 1 / partial
    var fraction = denominatorRatio
    var index = 1.0
    while index < 10_000 {
      let even = a + 2 * index - 1
      let share = index * (b - index) * x / even
      let coefficient = (a + index - 1) / even * (a + b + index - 1) * share * x
      partial = index + share + (a + index) * (excess + 1 + index * (1 + y)) / (even + 2)
      denominatorRatio = 1 / (coefficient * denominatorRatio + partial)
      numeratorRatio = partial + coefficient / numeratorRatio
      let change = numeratorRatio * denominatorRatio
      fraction *= change
      if (change - 1).magnitude < 0x1p-52 { break }
      index += 1
    }
    return a * fraction
  }

  /// 1/(1 + d1/(1 + d2/(1 + ...))) by the modified method of Lentz (Abramowitz and Stegun 26.5.8; Press et al.,
  /// Numerical Recipes, 6.4).
  private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    var numeratorRatio = 1.0
    var denominatorRatio = 1 / (1 - (a + b) * x / (a + 1))
    var fraction = denominatorRatio
    var index = 1.0
    while index < 10_000 {
      let double = 2 * index
      let even = index * (b - index) * x / ((a + double - 1) * (a + double))
      denominatorRatio = 1 / (1 + even * denominatorRatio)
      numeratorRatio = 1 + even / numeratorRatio
      fraction *= denominatorRatio * numeratorRatio
      let odd = -(a + index) * (a + b + index) * x / ((a + double) * (a + double + 1))
      denominatorRatio = 1 / (1 + odd * denominatorRatio)
      numeratorRatio = 1 + odd / numeratorRatio
      let change = denominatorRatio * numeratorRatio
      fraction *= change
      if (change - 1).magnitude < 0x1p-52 { break }
      index += 1
    }
    return fraction
  }
}
