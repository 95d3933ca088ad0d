/// Sums over the draws of a few replicates, lane by lane, in 64 bits.
///
/// An amount `x = h 2^24 + l` of at most 2^47 cents has products below 2^48; the sums in the lanes of up to 100
/// registers stay below 2^55.
struct Moments {
  private var lowSquares = SIMD8<Int64>(repeating: 0)
  private var crossProducts = SIMD8<Int64>(repeating: 0)
  private var highSquares = SIMD8<Int64>(repeating: 0)
  private(set) var lowest = SIMD8<Double>(repeating: .infinity)
  private(set) var highest = SIMD8<Double>(repeating: -.infinity)
  private var range = Cents.Range()

  /// Adds the amounts of one replicate.
  ///
  /// - Parameters:
  ///   - euros: amounts in EUR.
  ///   - bins: receives their bins.
  /// - Returns: the sum of each lane, in cents.
  @inline(__always)
  mutating func add(_ euros: UnsafePointer<SIMD8<Double>>, draws: Int, bins: UnsafeMutablePointer<SIMD8<Int32>>)
    -> SIMD8<Int64>
  {
    var sum = SIMD8<Int64>(repeating: 0)
    for register in 0..<(draws / 8) {
      let cents = Cents.rounded(euros: euros[register])
      add(cents, to: &sum)
      lowest.replace(with: cents, where: cents .< lowest)
      highest.replace(with: cents, where: cents .> highest)
      bins[register] = AmountBins.bins(of: cents)
    }
    if draws % 8 > 0 {
      let isDraw = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7) .< SIMD8<Int64>(repeating: Int64(draws % 8))
      let cents = Cents.rounded(euros: euros[draws / 8])
      add(SIMD8(repeating: 0).replacing(with: cents, where: isDraw), to: &sum)
      lowest.replace(with: cents, where: isDraw .& (cents .< lowest))
      highest.replace(with: cents, where: isDraw .& (cents .> highest))
      bins[draws / 8] = AmountBins.bins(of: cents)
    }
    return sum
  }

  @inline(__always)
  private mutating func add(_ cents: SIMD8<Double>, to sum: inout SIMD8<Int64>) {
    let x = Cents.integers(cents)
    range.note(x)
    let low = x & SIMD8<Int64>(repeating: 0xFF_FFFF)
    // The same as a shift by 24, but visibly of 32 bits, whose products cost a third.
    let high = (x &<< SIMD8<Int64>(repeating: 8)) &>> SIMD8<Int64>(repeating: 32)
    sum &+= x
    lowSquares &+= low &* low
    crossProducts &+= low &* high
    highSquares &+= high &* high
  }

  /// Whether every amount was finite and within ``Cents/limit``.
  var isCounted: Bool { range.isKept }

  /// Sum of the squares of the amounts, in cents.
  var squares: WideInteger {
    WideInteger(lowSquares.wrappedSum()) + (WideInteger(crossProducts.wrappedSum()) << 25)
      + (WideInteger(highSquares.wrappedSum()) << 48)
  }
}
