/// With s = f / (2 + f): log(1 + f) = 2 s + 2 s^3 / 3 + 2 s^5 / 5 + ..., and 2 s = f - s f = f - f^2/2 + s f^2/2.
private enum Logarithm {
  /// 2/3, 2/5, ... 2/21 for |s| < 0.1716: the next term is below 2^-60 of the result.
  static let series: [Double] = [
    2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9, 2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21,
  ]
  /// 2/3, 2/5, ... 2/25, for |s| < 0.2.
  static let longSeries: [Double] = series + [2.0 / 23, 2.0 / 25]
  static let squareRootOfTwo = 1.4142135623730951
  static let significandMask: UInt64 = 0x000f_ffff_ffff_ffff
}

extension Double {
  /// Natural logarithm.
  ///
  /// Minus infinity at 0, NaN below 0. Error below 0.9 ulp.
  static func log(_ x: Double) -> Double {
    guard x > 0 && x < .infinity else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    let (exponent, fraction) = binarySplit(x)
    return log(exponent: exponent, fraction: fraction - 1, correction: 0)
  }

  /// log(1 + x) without cancellation near zero.
  ///
  /// Minus infinity at -1, NaN below -1. Error below 1.2 ulp.
  static func log1p(_ x: Double) -> Double {
    if x > -0.29 && x < 0.41 { return log(exponent: 0, fraction: x, correction: 0) }
    let sum = 1 + x
    guard sum > 0 && sum < .infinity else { return log(sum) }
    let (exponent, fraction) = binarySplit(sum)
    // The part lost when 1 was added, relative to the sum.
    let lost = (x >= 1 ? 1 - (sum - x) : x - (sum - 1)) / sum
    return log(exponent: exponent, fraction: fraction - 1, correction: lost)
  }

  /// x - log(1 + x) without cancellation near zero, where it is about x^2 / 2. Error below 8 ulps.
  static func log1pDeficit(_ x: Double) -> Double {
    guard x > -0.3 && x < 0.5 else { return x - log1p(x) }
    let s = x / (2 + x)
    let square = s * s
    return s * (x - square * polynomial(square, Logarithm.longSeries))
  }

  /// exponent * ln 2 + log(1 + fraction) + correction.
  @inline(__always)
  private static func log(exponent: Double, fraction f: Double, correction: Double) -> Double {
    let s = f / (2 + f)
    let square = s * s
    let remainder = square * polynomial(square, Logarithm.series)
    let half = 0.5 * f * f
    return exponent * ln2High - ((half - (s * (half + remainder) + (exponent * ln2Low + correction))) - f)
  }

  /// `x` as 2^exponent * fraction with a fraction in sqrt(1/2)...sqrt(2); for finite `x` above zero.
  @inline(__always)
  static func binarySplit(_ x: Double) -> (exponent: Double, fraction: Double) {
    var bits = x.bitPattern
    var exponent: Int64 = -1023
    if bits < 0x0010_0000_0000_0000 {
      bits = (x * 0x1p54).bitPattern
      exponent -= 54
    }
    exponent += Int64(bits >> 52)
    var fraction = Double(bitPattern: bits & Logarithm.significandMask | (1.0).bitPattern)
    if fraction > Logarithm.squareRootOfTwo {
      fraction *= 0.5
      exponent += 1
    }
    return (Double(exponent), fraction)
  }

  /// log(x) as the unevaluated sum of two numbers, to a relative accuracy of 2^-57; for finite `x` above zero.
  static func extendedLog(_ x: Double) -> (high: Double, low: Double) {
    let (exponent, fraction) = binarySplit(x)
    let f = fraction - 1
    let sum = 2 + f
    let s = f / sum
    // s + rest is f / (2 + f): the remainder of the division, and the part lost in the addition.
    let product = s * sum
    let rest = ((f - product) - remainder(product, s, sum) - s * (f - (sum - 2))) / sum
    let square = s * s
    let tail = s * square * polynomial(square, Logarithm.series)
    let (first, firstLow) = twoSum(exponent * ln2High, 2 * s)
    let (high, low) = twoSum(first, tail + 2 * rest + exponent * ln2Low)
    return twoSum(high, low + firstLow)
  }
}
