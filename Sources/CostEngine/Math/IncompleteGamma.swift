/// The regularised incomplete gamma functions of one shape: the standard gamma distribution's two tails.
struct IncompleteGamma: Sendable {
  let shape: Double
  private let stirlingError: Double
  /// From this shape on the density is a bell narrow enough to integrate directly; series would take too many terms.
  private static let large = 1000.0

  /// - Parameter shape: above zero.
  init(shape: Double) {
    self.shape = shape
    stirlingError = Double.stirlingError(shape)
  }

  /// x times the density at `x`: x^a e^-x / Gamma(a), for `x` above zero.
  func scaledDensity(_ x: Double) -> Double {
    (shape * (0.5 / 3.141592653589793238)).squareRoot()
      * Double.exp(-stirlingError - Double.deviance(shape, x))
  }

  /// P(a, x) and Q(a, x) = 1 - P(a, x), of which the smaller is computed directly, and ``scaledDensity(_:)``.
  ///
  /// Relative error of the smaller tail below 1e-13 (or 1e-14 divided by the shape) if the shape is at most 1000, below
  /// 2e-11 up to 1e9.
  func tails(_ x: Double) -> (lower: Double, upper: Double, scaledDensity: Double) {
    guard x > 0 else { return (0, 1, 0) }
    guard x < .infinity else { return (1, 0, 0) }
    let density = scaledDensity(x)
    if shape > IncompleteGamma.large {
      let deviation = shape.squareRoot()
      let reach = BellTail.reach(distance: (x - shape).magnitude / deviation) * deviation
      if x > shape {
        let upper = GaussLegendre.integral(from: x, to: x + reach) { scaledDensity($0) / $0 }
        return (1 - upper, upper, density)
      }
      let lower = GaussLegendre.integral(from: max(0, x - reach), to: x) { scaledDensity($0) / $0 }
      return (lower, 1 - lower, density)
    }
    if x < shape + 1 {
      let lower = density * series(x)
      return (lower, 1 - lower, density)
    }
    let upper = density * continuedFraction(x)
    return (1 - upper, upper, density)
  }

  /// 1/a + x/(a (a+1)) + x^2/(a (a+1) (a+2)) + ...
  private func series(_ x: Double) -> Double {
    var denominator = shape
    var term = 1 / shape
    var sum = term
    repeat {
      denominator += 1
      term *= x / denominator
      sum += term
    } while term > sum * 0x1p-54
    return sum
  }

  /// 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))), by the modified method of Lentz (Abramowitz and Stegun
  /// 6.5.31; Press et al., Numerical Recipes, 6.2).
  private func continuedFraction(_ x: Double) -> Double {
    var partial = x + 1 - shape
    var numeratorRatio = Double.infinity
    var denominatorRatio = 1 / partial
    var fraction = denominatorRatio
    var index = 1.0
    while index < 10_000 {
      let coefficient = -index * (index - shape)
      partial += 2
      denominatorRatio = 1 / (coefficient * denominatorRatio + partial)
      numeratorRatio = partial + coefficient / numeratorRatio
      let change = numeratorRatio * denominatorRatio
      fraction *= change
      if (change - 1).magnitude < 0x1p-52 { break }
      index += 1
    }
    return fraction
  }
}
