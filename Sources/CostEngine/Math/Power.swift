extension Double {
  /// x^y for `x` of zero or above.
  ///
  /// 1 where y = 0; 0 or infinity at x = 0; NaN for negative `x`. Error below 1 ulp for results between e^-40 and e^40,
  /// below 8 ulps elsewhere.
  static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    guard x > 0 && x < .infinity && y.magnitude < .infinity else {
      if !(x >= 0) || y.isNaN { return .nan }
      return (x < 1) == (y > 0) ? 0 : .infinity
    }
    let logarithm = extendedLog(x)
    let exponent = y * logarithm.high
    guard exponent.magnitude < 800 else { return exponent > 0 ? .infinity : 0 }
    return exp(exponent, correction: remainder(exponent, y, logarithm.high) + y * logarithm.low)
  }

  /// a + b as the rounded sum and the rounding error (Knuth, The Art of Computer Programming 2, 4.2.2 theorem B).
  @inline(__always)
  static func twoSum(_ a: Double, _ b: Double) -> (high: Double, low: Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }

  /// a * b - product, exactly, for the rounded `product` of numbers far from overflow (Dekker 1971, DOI
  /// 10.1007/BF01397083).
  @inline(__always)
  static func remainder(_ product: Double, _ a: Double, _ b: Double) -> Double {
    let (aHigh, aLow) = halves(a)
    let (bHigh, bLow) = halves(b)
    return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  /// The upper 26 bits and the rest.
  @inline(__always)
  static func halves(_ x: Double) -> (high: Double, low: Double) {
    let high = Double(bitPattern: x.bitPattern & 0xffff_ffff_f800_0000)
    return (high, x - high)
  }
}
