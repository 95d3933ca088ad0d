/// Amounts as whole cents in the lanes of a register: what enters the statistics.
enum Cents {
  /// The largest amount that is counted: some 2^47 cents, EUR 1.4e12, beyond the gross domestic product of the
  /// Netherlands.
  static let limit = 0x1p47 - 1

  /// Adding 3 * 2^51 to a number below 2^51 leaves its nearest whole number in the low bits of the sum.
  private static let magic = 0x1.8p52

  /// EUR to whole cents, half away from zero.
  ///
  /// The sum with `magic` rounds a half to even; the remainder, which is exact, tells where that went toward zero.
  @inline(__always)
  static func rounded(euros: SIMD8<Double>) -> SIMD8<Double> {
    let exact = euros * 100
    var whole = (exact + magic) - magic
    // One half with the sign of the amount: the remainder of a tie that went toward zero.
    let half = unsafeBitCast(
      unsafeBitCast(exact, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: 1 &<< 63)
        | SIMD8<UInt64>(repeating: (0.5).bitPattern), to: SIMD8<Double>.self)
    whole.replace(with: whole + (half + half), where: exact - whole .== half)
    return whole
  }

  /// Whole lanes below 2^51 as integers; others, and what is no number, become integers beyond ``limit``.
  @inline(__always)
  static func integers(_ whole: SIMD8<Double>) -> SIMD8<Int64> {
    unsafeBitCast(whole + magic, to: SIMD8<Int64>.self) &- SIMD8<Int64>(repeating: Int64(bitPattern: magic.bitPattern))
  }

  /// Whether all of many integers lie within ``Cents/limit``, of which the negative counts one more.
  struct Range {
    private var bits = SIMD8<UInt64>(repeating: 0)

    @inline(__always)
    mutating func note(_ cents: SIMD8<Int64>) {
      // Within the limit a sum with it needs 48 bits.
      bits |= unsafeBitCast(cents, to: SIMD8<UInt64>.self) &+ SIMD8<UInt64>(repeating: 1 &<< 47)
    }

    var isKept: Bool {
      var all: UInt64 = 0
      for lane in 0..<8 { all |= bits[lane] }
      return all >> 48 == 0
    }
  }

  /// Without the sign.
  @inline(__always)
  static func magnitude(_ cents: SIMD8<Double>) -> SIMD8<Double> {
    unsafeBitCast(
      unsafeBitCast(cents, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: 0x7FFF_FFFF_FFFF_FFFF),
      to: SIMD8<Double>.self)
  }
}
