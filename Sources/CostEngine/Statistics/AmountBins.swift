/// The bins in which amounts are counted for their percentiles, and the 256 places within a bin.
///
/// Zero has a bin of its own; other amounts below 2^17 cents (EUR 1,310.72) stand in bins of 128 cents; above that
/// each power of two has 1,024 bins. No bin is wider than EUR 1.28 or 0.098 % of the amounts in it. Negative amounts
/// mirror the positive ones.
///
/// An amount's *code* is `bin * 256 + place`. Below 2^19 cents (EUR 5,242.88) a place is one whole amount in cents.
enum AmountBins {
  /// Bins a power of two, as a power of two.
  private static let precision: UInt64 = 10
  /// Places a bin, as a power of two.
  static let placeBits: UInt64 = 8
  private static let linearLimit = 0x1p17
  private static let linearBins: Int64 = 1024
  /// Bits of a number's fraction that a code leaves out.
  private static let dropped = 52 - precision - placeBits
  private static let firstCode = Int64(linearLimit.bitPattern &>> dropped)

  /// The codes of eight amounts: whole cents within ``Cents/limit``. All bins fit 16 bits.
  @inline(__always)
  static func codes(of cents: SIMD8<Double>) -> SIMD8<Int64> {
    let magnitude = unsafeBitCast(
      unsafeBitCast(cents, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: 0x7FFF_FFFF_FFFF_FFFF),
      to: SIMD8<Double>.self)
    let isLinear = magnitude .< linearLimit
    // Adding the limit makes the linear part the one power of two above it: the same bits serve both.
    let shifted = magnitude.replacing(with: magnitude + linearLimit, where: isLinear)
    let top = unsafeBitCast(
      unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &>> SIMD8<UInt64>(repeating: dropped), to: SIMD8<Int64>.self)
    // Bin 1 is the first of the positive ones.
    let linear = top &- SIMD8<Int64>(repeating: firstCode - (1 &<< Int64(placeBits)))
    let logarithmic = linear &+ SIMD8<Int64>(repeating: linearBins &<< Int64(placeBits))
    var code = logarithmic.replacing(with: linear, where: isLinear)
    code = code.replacing(with: SIMD8<Int64>(repeating: 0), where: cents .== 0)
    // A negative amount's bin is negative, its place the same.
    let places = SIMD8<Int64>(repeating: (1 &<< Int64(placeBits)) - 1)
    let mirrored = (SIMD8<Int64>(repeating: 0) &- (code & ~places)) | (code & places)
    return code.replacing(with: mirrored, where: cents .< 0)
  }

  /// The amount at a mean place of a bin, in cents.
  ///
  /// - Parameter place: 0 ..< 256.
  static func amount(bin: Int, place: Double) -> Double {
    if bin == 0 { return 0 }
    if bin < 0 { return -amount(bin: -bin, place: place) }
    let index = Int64(bin) - 1
    // Places of half a cent: whole amounts stand in every second one.
    if index < linearBins { return Double(index) * 128 + place / 2 }
    let bits = UInt64(index - linearBins) &<< placeBits &+ UInt64(firstCode)
    let low = Double(bitPattern: bits &<< dropped)
    let width = Double(bitPattern: (bits + 1 &<< placeBits) &<< dropped) - low
    let step = width / Double(1 &<< placeBits)
    // Amounts are whole: those of a place wider than a cent lie, on average, at the middle of its whole amounts.
    return low + place * step + max(0, step - 1) / 2
  }
}
