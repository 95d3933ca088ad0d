// The engine has its own elementary functions, built only from + - * / and operations on bits: the platforms' libraries
// differ in the last bit, and results must not. Nothing here may be fused or reassociated.

private enum Exponential {
  /// 1/2!, 1/3!, ... 1/13!: the next term is below 2^-58 of the result.
  static let series: [Double] = [
    1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362_880, 1.0 / 3_628_800,
    1.0 / 39_916_800, 1.0 / 479_001_600, 1.0 / 6_227_020_800,
  ]
  static let log2e = 1.442695040888963407359924681001892137
  /// Adding 1.5 * 2^52 rounds to a whole number and leaves it in the low bits.
  static let rounder = 0x1.8p52
  static let largest = 709.782712893384
  static let smallest = -745.1332191019412
}

extension Double {
  /// Upper 42 bits of ln 2, so that whole multiples up to 2^11 are exact.
  static let ln2High = 0x1.62e42fefa38p-1
  /// ln 2 - ``ln2High``.
  static let ln2Low = 0x1.ef35793c7673p-45

  /// The exponential e^x.
  ///
  /// Infinity above 709.78, 0 below -745.13. Error below 1 ulp.
  static func exp(_ x: Double) -> Double { exp(x, correction: 0) }

  /// e^(x + correction), for a `correction` (below 1e-4) that is too small to be added to `x`.
  @inline(__always)
  static func exp(_ x: Double, correction: Double) -> Double {
    if x > Exponential.largest { return .infinity }
    if x < Exponential.smallest { return 0 }
    let shifted = x * Exponential.log2e + Exponential.rounder
    let multiple = shifted - Exponential.rounder
    let exponent = Int64(bitPattern: shifted.bitPattern &- Exponential.rounder.bitPattern)
    let r = (x - multiple * ln2High) - (multiple * ln2Low - correction)
    let power = 1 + (r + r * r * polynomial(r, Exponential.series))
    // In two steps: 2^exponent alone may overflow or underflow.
    let half = exponent >> 1
    return power * powerOfTwo(half) * powerOfTwo(exponent &- half)
  }

  /// e^x - 1 without cancellation near zero. Error below 1.7 ulp.
  static func expm1(_ x: Double) -> Double {
    if !(x.magnitude < 37) { return exp(x) - 1 }
    let shifted = x * Exponential.log2e + Exponential.rounder
    let multiple = shifted - Exponential.rounder
    let exponent = Int64(bitPattern: shifted.bitPattern &- Exponential.rounder.bitPattern)
    let r = (x - multiple * ln2High) - multiple * ln2Low
    let remainder = r + r * r * polynomial(r, Exponential.series)
    if exponent == 0 { return remainder }
    return powerOfTwo(exponent) * (remainder + (1 - powerOfTwo(-exponent)))
  }

  /// 2^exponent for -1022...1023.
  @inline(__always)
  static func powerOfTwo(_ exponent: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) &<< 52))
  }
}
