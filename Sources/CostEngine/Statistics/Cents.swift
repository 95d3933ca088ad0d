/// Amounts as whole cents in the lanes of a register: what enters the statistics.
enum Cents {
  /// The largest amount that is counted: 2^47 cents, EUR 1.4e12, beyond the gross domestic product of the Netherlands.
  static let limit = 0x1p47

  /// Adding 3 * 2^51 to a number below 2^51 leaves its nearest whole number in the low bits of the sum.
  private static let magic = 0x1.8p52

  /// EUR to whole cents, half away from zero.
  ///
  /// The sum with `magic` rounds a half to even; the remainder, which is exact, tells where that went toward zero.
  @inline(__always)
  static func rounded(euros: SIMD8<Double>) -> SIMD8<Double> {
    let exact = euros * 100
    var whole = (exact + magic) - magic
    let rest = exact - whole
    whole.replace(with: whole + 1, where: (rest .== 0.5) .& (exact .> 0))
    whole.replace(with: whole - 1, where: (rest .== -0.5) .& (exact .< 0))
    return whole
  }

  /// Whole lanes below 2^51 as integers.
  @inline(__always)
  static func integers(_ whole: SIMD8<Double>) -> SIMD8<Int64> {
    unsafeBitCast(whole + magic, to: SIMD8<Int64>.self) &- SIMD8<Int64>(repeating: Int64(bitPattern: magic.bitPattern))
  }
}
