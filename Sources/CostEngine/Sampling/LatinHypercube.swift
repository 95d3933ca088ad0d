/// Latin hypercube sampling within one replicate: each of its draws lies in a stratum of its own, in every dimension.
///
/// The strata of a variable are taken in a random order, a permutation that follows from the seed, the variable's name
/// and the replicate's number. Replicates are independent, so the spread of their means is an honest standard error.
///
/// Source: M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979), doi:10.1080/00401706.1979.10489755;
/// replicates for the standard error: A. B. Owen, Annals of Statistics 25 (1997), doi:10.1214/aos/1031594731.
enum LatinHypercube {
  /// Number of strata: one for each draw of a replicate; fits a byte.
  static let strata = RandomStream.drawsPerReplicate
  static let width = 1 / Double(strata)
  /// Room for an order that is read in whole groups of four registers.
  static let paddedStrata = (strata + 31) / 32 * 32

  /// Writes the order in which a replicate's draws take the strata.
  ///
  /// Fisher-Yates with the words of the stream. The choice among k places by `word * k / 2^32` favours no place by more
  /// than k / 2^32 < 5e-8.
  static func fillOrder(_ order: UnsafeMutablePointer<UInt8>, stream: RandomStream, replicate: Int) {
    for i in 0..<strata { order[i] = UInt8(truncatingIfNeeded: i) }
    // What is read beyond the replicate is no draw, but its quantile is taken: best at the middle, where it is quickest.
    for i in strata..<paddedStrata { order[i] = UInt8(strata / 2) }
    let counters = (strata + 3) / 4
    var place = strata
    var counter = 0
    while counter < counters {
      let words = Philox.eightBlocks(
        first: UInt32(replicate &* RandomStream.countersPerReplicate &+ counter),
        rest: (RandomStream.Purpose.strata.rawValue, stream.seed.low, stream.seed.high), key: stream.key)
      for lane in 0..<8 {
        for word in [words.0[lane], words.1[lane], words.2[lane], words.3[lane]] where place > 1 {
          let other = Int(truncatingIfNeeded: (word &* UInt64(place)) &>> 32)
          place -= 1
          let kept = order[place]
          order[place] = order[other]
          order[other] = kept
        }
      }
      counter += 8
    }
  }

  /// Eight draws: position `within` (0...1) of the strata at `order`.
  @inline(__always)
  static func numbers(order: UnsafePointer<UInt8>, within: SIMD8<Double>) -> SIMD8<Double> {
    let bytes = UnsafeRawPointer(order).loadUnaligned(as: SIMD8<UInt8>.self)
    let strata = UnitInterval.wholeNumbers(SIMD8<UInt64>(truncatingIfNeeded: bytes))
    return (strata + within) * width
  }
}
