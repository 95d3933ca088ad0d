/// Amounts as whole cents in the lanes of a register: the form in which they enter the statistics.
enum Cents {
  /// The largest amount that is counted: about 2^47 cents, EUR 1.4e12, more than the gross domestic product of the
  /// Netherlands.
  static let limit = 0x1p47 - 1

  /// Adding 3 * 2^51 to a number below 2^51 leaves its nearest whole number in the low bits of the sum.
  private static let magic = 0x1.8p52

  /// EUR to whole cents, half away from zero.
  ///
  /// What is truncated is the amount and nearly a half with its sign, the largest number below a half: of a tie that sum
  /// is rounded up to the next whole number, and of whatever lies nearer to zero it is not.
  @inline(__always)
  static func rounded(euros: SIMD8<Double>) -> SIMD8<Double> {
    // Adding 0 turns minus zero into zero.
    signed(euros: euros) + 0
  }

  /// As ``rounded(euros:)``, but minus zero for less than half a cent below zero: enough for what is added up.
  @inline(__always)
  static func signed(euros: SIMD8<Double>) -> SIMD8<Double> {
    let exact = euros * 100
    // A copied sign would do, but WebAssembly copies one after the other.
    let nearlyHalf = SIMD8<Double>(repeating: (0.5).nextDown)
    return (exact + nearlyHalf.replacing(with: -nearlyHalf, where: exact .< 0)).rounded(.towardZero)
  }

  /// Whole numbers below 2^51 in the lanes as integers; others, and NaN, become integers beyond ``limit``.
  @inline(__always)
  static func integers(_ whole: SIMD8<Double>) -> SIMD8<Int64> {
    unsafeBitCast(whole + magic, to: SIMD8<Int64>.self) &- SIMD8<Int64>(repeating: Int64(bitPattern: magic.bitPattern))
  }

  /// Tracks whether all of many integers lie within ``Cents/limit``, or one beyond it for negative ones.
  struct Range {
    private var bits = SIMD8<UInt64>(repeating: 0)

    @inline(__always)
    mutating func note(_ cents: SIMD8<Int64>) {
      // Within the limit, the sum fits in 48 bits.
      bits |= unsafeBitCast(cents, to: SIMD8<UInt64>.self) &+ SIMD8<UInt64>(repeating: 1 &<< 47)
    }

    var isKept: Bool {
      var all: UInt64 = 0
      for lane in 0..<8 { all |= bits[lane] }
      return all >> 48 == 0
    }
  }

  /// The amounts without their sign.
  @inline(__always)
  static func magnitude(_ cents: SIMD8<Double>) -> SIMD8<Double> {
    unsafeBitCast(
      unsafeBitCast(cents, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: 0x7FFF_FFFF_FFFF_FFFF),
      to: SIMD8<Double>.self)
  }
}
