/// Sums over the draws of a few replicates, lane by lane, in 64 bits.
///
/// An amount of at most 2^47 cents is `h 2^24 + l` with whole `h` and `l` below 2^24 in magnitude, whose products are below 2^48.
/// Sums of a replicate, 25 registers, stay below 2^53, up to where whole numbers in double precision are exact; those of up
/// to 100 registers below 2^55.
struct Moments {
  private var lowSquares = SIMD8<Int64>(repeating: 0)
  private var crossProducts = SIMD8<Int64>(repeating: 0)
  private var highSquares = SIMD8<Int64>(repeating: 0)
  private(set) var lowest = SIMD8<Double>(repeating: .infinity)
  private(set) var highest = SIMD8<Double>(repeating: -.infinity)
  /// Not a number if one of the amounts is none.
  private var numbers = SIMD8<Double>(repeating: 0)

  /// The sums of one replicate.
  private struct Sums {
    var amounts = SIMD8<Double>(repeating: 0)
    var lowSquares = SIMD8<Double>(repeating: 0)
    var crossProducts = SIMD8<Double>(repeating: 0)
    var highSquares = SIMD8<Double>(repeating: 0)

    @inline(__always)
    mutating func add(_ cents: SIMD8<Double>) {
      let high = (cents * 0x1p-24).rounded(.towardZero)
      let low = cents - high * 0x1p24
      amounts += cents
      lowSquares += low * low
      crossProducts += low * high
      highSquares += high * high
    }
  }

  /// Adds the amounts of one replicate.
  ///
  /// - Parameters:
  ///   - euros: amounts in EUR.
  ///   - bins: receives their bins.
  /// - Returns: the sum of each lane, in cents; anything if not all amounts are counted, see ``isCounted``.
  @inline(__always)
  mutating func add(_ euros: UnsafePointer<SIMD8<Double>>, draws: Int, bins: UnsafeMutablePointer<SIMD8<Int32>>)
    -> SIMD8<Int64>
  {
    var sums = Sums()
    for register in 0..<(draws / 8) {
      let cents = Cents.rounded(euros: euros[register])
      sums.add(cents)
      lowest.replace(with: cents, where: cents .< lowest)
      highest.replace(with: cents, where: cents .> highest)
      bins[register] = AmountBins.bins(of: cents)
    }
    if draws % 8 > 0 {
      let isDraw = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7) .< SIMD8<Int64>(repeating: Int64(draws % 8))
      let cents = Cents.rounded(euros: euros[draws / 8])
      sums.add(SIMD8(repeating: 0).replacing(with: cents, where: isDraw))
      lowest.replace(with: cents, where: isDraw .& (cents .< lowest))
      highest.replace(with: cents, where: isDraw .& (cents .> highest))
      bins[draws / 8] = AmountBins.bins(of: cents)
    }
    numbers += sums.amounts - sums.amounts
    lowSquares &+= Moments.integers(sums.lowSquares)
    crossProducts &+= Moments.integers(sums.crossProducts)
    highSquares &+= Moments.integers(sums.highSquares)
    return Moments.integers(sums.amounts)
  }

  /// Whole numbers below 2^53 as integers; others become any integers.
  @inline(__always)
  private static func integers(_ whole: SIMD8<Double>) -> SIMD8<Int64> {
    let high = (whole * 0x1p-26).rounded(.towardZero)
    let low = whole - high * 0x1p26
    return (Cents.integers(high) &<< SIMD8<Int64>(repeating: 26)) &+ Cents.integers(low)
  }

  /// Whether every amount was finite and within ``Cents/limit``, or one beyond it for negative ones.
  var isCounted: Bool {
    // An infinite amount leaves no number behind, or is beyond the limit.
    numbers == SIMD8(repeating: 0) && lowest.min() >= -Cents.limit - 1 && highest.max() <= Cents.limit
  }

  /// Sum of the squares of the amounts, in cents.
  var squares: WideInteger {
    WideInteger(lowSquares.wrappedSum()) + (WideInteger(crossProducts.wrappedSum()) << 25)
      + (WideInteger(highSquares.wrappedSum()) << 48)
  }
}
