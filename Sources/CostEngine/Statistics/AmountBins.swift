/// The bins in which amounts are counted for their percentiles.
///
/// Zero has a bin of its own; other amounts below 2^17 cents (EUR 1,310.72) stand in bins of 128 cents; above that
/// each power of two has 1,024 bins. A bin's middle is within EUR 0.64 or 0.049 % of every amount in it.
/// Negative amounts mirror the positive ones.
enum AmountBins {
  /// Bins a power of two, as a power of two.
  private static let precision: UInt64 = 10
  private static let linearLimit = 0x1p17
  private static let linearBins: Int64 = 1024
  private static let dropped = 52 - precision
  private static let firstLogarithmic = Int64(linearLimit.bitPattern &>> dropped)

  /// The bins of eight amounts: whole cents within ``Cents/limit``. All bins fit 16 bits.
  @inline(__always)
  static func bins(of cents: SIMD8<Double>) -> SIMD8<Int64> {
    let magnitude = unsafeBitCast(
      unsafeBitCast(cents, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: 0x7FFF_FFFF_FFFF_FFFF),
      to: SIMD8<Double>.self)
    let isLinear = magnitude .< linearLimit
    // Adding the limit makes the linear part the one power of two above it: the same bits serve both.
    let shifted = magnitude.replacing(with: magnitude + linearLimit, where: isLinear)
    let top = unsafeBitCast(
      unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &>> SIMD8<UInt64>(repeating: dropped), to: SIMD8<Int64>.self)
    var bin = top &- SIMD8<Int64>(repeating: firstLogarithmic - 1)
    bin = bin.replacing(with: bin &+ SIMD8<Int64>(repeating: linearBins), where: .!maskOf(isLinear))
    bin = bin.replacing(with: SIMD8<Int64>(repeating: 0), where: maskOf(cents .== 0))
    return bin.replacing(with: SIMD8<Int64>(repeating: 0) &- bin, where: maskOf(cents .< 0))
  }

  /// Masks of doubles serve for 64-bit integers as they are.
  @inline(__always)
  private static func maskOf(_ mask: SIMDMask<SIMD8<Int64>>) -> SIMDMask<SIMD8<Int64>> { mask }

  /// The middle of a bin, in cents.
  static func middle(of bin: Int) -> Double {
    if bin == 0 { return 0 }
    if bin < 0 { return -middle(of: -bin) }
    let top = Int64(bin) - 1
    if top < linearBins {
      // Whole cents from 128 top (0 itself excepted) to 128 top + 127.
      return Double(top) * 128 + (top == 0 ? 64 : 63.5)
    }
    let bits = UInt64(top - linearBins + firstLogarithmic) &<< dropped
    let low = Double(bitPattern: bits)
    let next = Double(bitPattern: bits + 1 &<< dropped)
    return (low + (next - 1)) / 2
  }
}
