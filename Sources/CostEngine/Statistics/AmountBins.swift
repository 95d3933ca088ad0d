/// The bins in which amounts are counted for their percentiles, and the 256 places within a bin.
///
/// Amounts below 2^17 cents (EUR 1,310.72) stand in bins of 128 cents; above that each power of two has 1,024 bins. No bin
/// is wider than EUR 1.28 or 0.098 % of the amounts in it, so that its middle is within half of that. Negative amounts
/// mirror the positive ones. Sixteen bins make a page; its places are 4,096 equal steps. Page 0 is zero's alone.
///
/// An amount's *code* is its place counted over the pages; of a negative amount it is the complement of that. Codes
/// ascend with the amounts. Below 2^19 cents (EUR 5,242.88) a place is one whole amount in cents.
enum AmountBins {
  static let binsPerPage = 16
  /// Places a bin, and a page.
  static let placesPerBin = 256
  static let placesPerPage = 4096

  private static let linearLimit = 0x1p17
  /// Codes below the limit: 1,024 bins of 256 places.
  private static let linearCodes: Int64 = 1 << 18
  /// Bits of a number's fraction that a code leaves out: 10 are for the bins, 8 for the places.
  private static let dropped: UInt64 = 52 - 18
  private static let firstCode = Int64(linearLimit.bitPattern &>> dropped)

  /// The codes of eight amounts: whole cents within ``Cents/limit``. All fit 32 bits.
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
    let linear = top &- SIMD8<Int64>(repeating: firstCode - Int64(placesPerPage))
    var code = (linear &+ SIMD8<Int64>(repeating: linearCodes)).replacing(with: linear, where: isLinear)
    code = code.replacing(with: SIMD8<Int64>(repeating: 0), where: cents .== 0)
    return code.replacing(with: ~code, where: cents .< 0)
  }

  /// The amount at a (mean) place of a page, in cents.
  ///
  /// - Parameters:
  ///   - page: a code divided by 4,096, rounded down; negative for negative amounts.
  ///   - place: 0 ..< 4,096, from the end that is nearer to zero.
  static func amount(page: Int, place: Double) -> Double {
    if page < 0 { return -amount(page: ~page, place: place) }
    if page == 0 { return 0 }
    let first = Int64((page - 1) * placesPerPage)
    // Places of half a cent: whole amounts stand in every second one.
    if first < linearCodes { return (Double(first) + place) / 2 }
    let bits = UInt64(first - linearCodes + firstCode)
    let low = Double(bitPattern: bits &<< dropped)
    let step = (Double(bitPattern: (bits + 1) &<< dropped) - low)
    // Amounts are whole: those of a place wider than a cent lie, on average, at the middle of its whole amounts.
    return low + place * step + max(0, step - 1) / 2
  }
}
