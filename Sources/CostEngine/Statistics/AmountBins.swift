/// The bins in which amounts are counted for their percentiles.
///
/// Amounts up to 2^17 cents (EUR 1,310.72) are in bins of 128 cents; above that each power of two has 1,024 bins. No
/// bin is wider than EUR 1.28 or 0.098 % of the amounts in it, whichever is larger, so that its middle is within half
/// of that. A bin includes the end furthest from zero. Zero has a bin of its own, number 0; the bin of a negative
/// amount is the negative of that of its opposite. Bins ascend with the amounts.
enum AmountBins {
  private static let linearLimit = 0x1p17
  private static let linearBins: Int32 = 1024
  /// Number of low fraction bits that the bin ignores.
  private static let dropped: UInt64 = 52 - 10
  private static let origin = Int64(linearLimit.bitPattern &>> dropped)

  /// The bins of eight amounts: whole cents within ``Cents/limit``.
  @inline(__always)
  static func bins(of cents: SIMD8<Double>) -> SIMD8<Int32> {
    let magnitude = Cents.magnitude(cents)
    let isLinear = magnitude .<= linearLimit
    // Adding the limit turns the linear part into a power of two of its own: the same bits serve both.
    let shifted = magnitude + SIMD8<Double>(repeating: 0).replacing(with: linearLimit, where: isLinear)
    // Subtracting one puts a bin's upper end into the bin, and zero below all others.
    let below = unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &- SIMD8<UInt64>(repeating: 1)
    let top = unsafeBitCast(below &>> SIMD8<UInt64>(repeating: dropped), to: SIMD8<Int64>.self)
    // Of floating-point numbers every compiler chooses eight at once, of others WebAssembly's one after the other.
    let linear = SIMD8<Double>(repeating: 0)
      .replacing(with: SIMD8(repeating: Double(bitPattern: UInt64(linearBins))), where: isLinear)
    let bin =
      top &- SIMD8<Int64>(repeating: origin - 1 - Int64(linearBins)) &- unsafeBitCast(linear, to: SIMD8<Int64>.self)
    // All ones where negative: the complement plus one.
    let sign = unsafeBitCast(cents, to: SIMD8<Int64>.self) &>> SIMD8<Int64>(repeating: 63)
    // The low half of each lane suffices: the numbers are small.
    return unsafeBitCast((bin ^ sign) &- sign, to: SIMD16<Int32>.self).evenHalf
  }

  /// The bin of one amount in whole cents.
  static func bin(of cents: Double) -> Int32 { bins(of: SIMD8(repeating: cents))[0] }

  /// The width of a bin, in cents; that of zero has no width.
  static func width(of bin: Int32) -> Double {
    let bin = bin < 0 ? -bin : bin
    if bin <= linearBins { return bin == 0 ? 0 : linearLimit / Double(linearBins) }
    let bits = UInt64(Int64(bin - linearBins - 1) + origin)
    return Double(bitPattern: (bits + 1) &<< dropped) - Double(bitPattern: bits &<< dropped)
  }

  /// The middle of the whole amounts in a bin, in cents.
  static func middle(of bin: Int32) -> Double {
    if bin < 0 { return -middle(of: -bin) }
    if bin == 0 { return 0 }
    if bin <= linearBins {
      let width = linearLimit / Double(linearBins)
      return (Double(bin) - 0.5) * width + 0.5
    }
    let bits = UInt64(Int64(bin - linearBins - 1) + origin)
    let lowest = Double(bitPattern: bits &<< dropped)
    let highest = Double(bitPattern: (bits + 1) &<< dropped)
    return lowest + (highest - lowest + 1) / 2
  }

  /// The middles of a bin and the seven after it, as ``middle(of:)`` tells them.
  static func middles(from first: Int32) -> SIMD8<Double> {
    let end = first + 8
    guard first > linearBins || end <= -linearBins else {
      var middles = SIMD8<Double>()
      for lane in 0..<8 { middles[lane] = middle(of: first + Int32(lane)) }
      return middles
    }
    let lanes = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
    let fromZero = first > 0 ? lanes &+ Int64(first) : -Int64(first) &- lanes
    let bits = unsafeBitCast(fromZero &+ (origin - 1 - Int64(linearBins)), to: SIMD8<UInt64>.self)
    let lowest = unsafeBitCast(bits &<< dropped, to: SIMD8<Double>.self)
    let highest = unsafeBitCast((bits &+ 1) &<< dropped, to: SIMD8<Double>.self)
    let middles = lowest + (highest - lowest + 1) / 2
    return first > 0 ? middles : -middles
  }
}
