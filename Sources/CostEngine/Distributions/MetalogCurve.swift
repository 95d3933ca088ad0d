/// The unbounded metalog M(y) = m(s) + d(s) L, with s = y - 1/2 and L = ln(y / (1 - y)); see ``Distribution/Metalog``.
struct MetalogCurve: Sendable, Equatable {
  /// a1, a2, ... in Keelin's order.
  let coefficients: [Double]
  /// Coefficients of m and of d in ascending powers of s.
  private let location: [Double]
  private let dispersion: [Double]

  /// Term `index` (from 0) in Keelin's order: the power of s, and whether it multiplies L.
  private static func term(_ index: Int) -> (power: Int, hasLogit: Bool) {
    switch index {
    case 0: return (0, false)
    case 1: return (0, true)
    case 2: return (1, true)
    case 3: return (1, false)
    default: return (index / 2, index % 2 == 1)
    }
  }

  /// The curve through values at ascending probabilities; nil if they do not determine it, or not to 1e-9 of their
  /// range. (Seven probabilities that mirror each other around 1/2 do not: four of seven terms are odd in s, and three
  /// mirrored pairs cannot distinguish them.)
  init?(probabilities: [Double], values: [Double]) {
    let matrix = probabilities.map { probability in
      let logit = Double.log(probability / (1 - probability))
      return probabilities.indices.map { index in
        let term = MetalogCurve.term(index)
        var product = term.hasLogit ? logit : 1
        for _ in 0..<term.power { product *= probability - 0.5 }
        return product
      }
    }
    let range = values[values.count - 1] - values[0]
    guard range > 0 && range.isFinite, var solution = LinearSystem.solution(matrix, values.map { $0 - values[0] })
    else { return nil }
    var location: [Double] = []
    var dispersion: [Double] = []
    for index in solution.indices {
      guard solution[index].magnitude < 1e9 * range else { return nil }
      // The rounding error of an absent term must not determine the sign of the far tails.
      if solution[index].magnitude < 1e-12 * range { solution[index] = 0 }
      if MetalogCurve.term(index).hasLogit {
        dispersion.append(solution[index])
      } else {
        location.append(index == 0 ? solution[index] + values[0] : solution[index])
      }
    }
    solution[0] += values[0]
    coefficients = solution
    self.location = location
    self.dispersion = dispersion
    for (probability, value) in zip(probabilities, values) {
      let found = self.value(below: probability, above: 1 - probability)
      guard (found - value).magnitude <= 1e-9 * range + 0x1p-49 * value.magnitude else { return nil }
    }
  }

  func value(below lower: Double, above upper: Double) -> Double {
    let s = lower < upper ? lower - 0.5 : 0.5 - upper
    return MetalogCurve.polynomial(location, s) + MetalogCurve.polynomial(dispersion, s) * Double.log(lower / upper)
  }

  private static func polynomial(_ coefficients: [Double], _ s: Double) -> Double {
    var sum = 0.0
    for coefficient in coefficients.reversed() { sum = sum * s + coefficient }
    return sum
  }

  private static func derivative(_ coefficients: [Double], _ s: Double) -> Double {
    var sum = 0.0
    for power in stride(from: coefficients.count - 1, to: 0, by: -1) {
      sum = sum * s + Double(power) * coefficients[power]
    }
    return sum
  }

  // MARK: Feasibility

  /// Whether M'(y) > 0 on all of 0...1, so that M is the quantile of a distribution with a positive density.
  ///
  /// Both tails are checked by their limits: y M' tends to d(-1/2) at 0 and (1 - y) M' to d(1/2) at 1. Between them y
  /// (1 - y) M' is checked on a grid of 801 points evenly spaced in L, with each local minimum refined.
  var isIncreasing: Bool {
    let hasLogit = dispersion.contains { $0 != 0 }
    if hasLogit {
      guard MetalogCurve.polynomial(dispersion, -0.5) > 0 && MetalogCurve.polynomial(dispersion, 0.5) > 0 else {
        return false
      }
    }
    let step = 0.1
    var before = Double.infinity
    var current = scaledSlope(logit: -40)
    for index in -399...401 {
      let after = index > 400 ? Double.infinity : scaledSlope(logit: step * Double(index))
      guard current > 0 else { return false }
      if current <= before && current <= after {
        let centre = step * Double(index - 1)
        guard lowestScaledSlope(from: centre - step, to: centre + step) > 0 else { return false }
      }
      before = current
      current = after
    }
    return true
  }

  /// y (1 - y) M'(y) at ln(y / (1 - y)) = `logit`.
  private func scaledSlope(logit: Double) -> Double {
    let small = Double.exp(-logit.magnitude)
    let tail = small / (1 + small)
    let s = logit < 0 ? tail - 0.5 : 0.5 - tail
    let slope = MetalogCurve.derivative(location, s) + MetalogCurve.derivative(dispersion, s) * logit
    return tail * (1 - tail) * slope + MetalogCurve.polynomial(dispersion, s)
  }

  /// The lowest value, found by golden-section search.
  private func lowestScaledSlope(from lower: Double, to upper: Double) -> Double {
    let ratio = 0.6180339887498949
    var low = lower
    var high = upper
    var lowest = Double.infinity
    for _ in 0..<40 {
      let first = high - ratio * (high - low)
      let second = low + ratio * (high - low)
      let firstSlope = scaledSlope(logit: first)
      let secondSlope = scaledSlope(logit: second)
      lowest = min(lowest, min(firstSlope, secondSlope))
      if firstSlope < secondSlope { high = second } else { low = first }
    }
    return lowest
  }

  // MARK: Means

  /// Integral of M: s^j gives 1 / ((j + 1) 2^j) for even j, s^j L gives 2^-(j-1) / (j + 1) times
  /// 1 + 1/3 + 1/5 + ... + 1/j for odd j; the others vanish.
  var mean: Double {
    var mean = 0.0
    for (power, coefficient) in location.enumerated() where power % 2 == 0 {
      mean += coefficient * Double.powerOfTwo(Int64(-power)) / Double(power + 1)
    }
    var harmonic = 0.0
    for (power, coefficient) in dispersion.enumerated() where power % 2 == 1 {
      harmonic += 1 / Double(power)
      mean += coefficient * Double.powerOfTwo(Int64(1 - power)) / Double(power + 1) * harmonic
    }
    return mean
  }

  /// Mean of e^(sign M). Its heavy tail grows as v^-c, with v the probability beyond and c the value of d there:
  /// infinite if c is 1 or more.
  func meanExponential(sign: Double) -> Double {
    let heaviness = MetalogCurve.polynomial(dispersion, 0.5 * sign)
    guard heaviness < 1 else { return .infinity }
    let last = OctaveQuadrature.smallest
    let beyond =
      sign > 0 ? value(below: 1 - last, above: last) : -value(below: last, above: 1 - last)
    return OctaveQuadrature.integral { lower, upper in Double.exp(sign * value(below: lower, above: upper)) }
      + Double.exp(beyond) * last * (heaviness / (1 - heaviness))
  }
}
