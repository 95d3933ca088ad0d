/// Latin hypercube sampling within one replicate: in every dimension each of its draws lies in a different stratum.
///
/// The strata of a variable are taken in a random order, a permutation that depends on the seed, the variable's name
/// and the replicate's number. Replicates are independent, so the spread of their means gives a valid standard error.
///
/// Source: M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979), doi:10.1080/00401706.1979.10489755;
/// replicates for the standard error: A. B. Owen, Annals of Statistics 25 (1997), doi:10.1214/aos/1031594731.
public enum LatinHypercube {
  /// Number of strata: one for each draw of a replicate; fits in a byte.
  static let strata = RandomStream.drawsPerReplicate
  static let width = 1 / Double(strata)
  /// Space for an order that is read in whole groups of four registers.
  static let paddedStrata = (strata + 31) / 32 * 32
  /// Blocks of four words, each of which chooses one stratum.
  private static let blocks = strata / 4
  /// Space for the choices, which are made for 32 blocks at a time.
  private static let paddedBlocks = (blocks + 31) / 32 * 32

  /// Fills a column with the draws of a replicate: numbers in the open unit interval, one in each stratum.
  ///
  /// Draw `i` is `(order[i] + within[i]) / 200`, with the order of the strata and the stream's numbers
  /// (``RandomStream/fillUniform(_:replicate:)``) as the position within each.
  ///
  /// - Parameters:
  ///   - column: ``RandomStream/registersPerReplicate`` registers.
  ///   - replicate: the replicate's number, from 0.
  public static func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, stream: RandomStream, replicate: Int) {
    stream.fillUniform(column, replicate: replicate)
    withShuffledStrata(stream, replicate) { strata in
      for register in 0..<RandomStream.registersPerReplicate {
        column[register] = numbers(strata: strata[register], within: column[register])
      }
    }
  }

  /// The number of one draw.
  static func number(ofDraw draw: Int, stream: RandomStream) -> Double {
    let within = UnitInterval.number(from: stream.word(ofDraw: draw))
    let order = UnsafeMutablePointer<UInt8>.allocate(capacity: paddedStrata)
    defer { order.deallocate() }
    fillOrder(order, stream: stream, replicate: draw / strata)
    return (Double(order[draw % strata]) + within) * width
  }

  /// Writes the order in which a replicate's draws take the strata.
  static func fillOrder(_ order: UnsafeMutablePointer<UInt8>, stream: RandomStream, replicate: Int) {
    withShuffledStrata(stream, replicate) { strata in
      for draw in 0..<LatinHypercube.strata { order[draw] = strata[draw / 8][draw % 8] }
    }
    // Positions beyond the replicate are not draws, but their quantile is computed: fastest in the middle.
    for i in strata..<paddedStrata { order[i] = UInt8(strata / 2) }
  }

  /// Calls `body` with the strata of each register of draws.
  ///
  /// Fisher-Yates with the words of the stream. Choosing among k places by `word * k / 2^32` favours no place by more
  /// than k / 2^32 < 5e-8.
  @inline(__always)
  private static func withShuffledStrata(
    _ stream: RandomStream, _ replicate: Int, _ body: (UnsafePointer<SIMD8<UInt8>>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: paddedBlocks / 8) { choices in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: strata / 8) { shuffled in
        guard let choices = choices.baseAddress, let shuffled = shuffled.baseAddress else { return }
        fillChoices(choices, stream: stream, replicate: replicate)
        shuffle(by: UnsafeRawPointer(choices).assumingMemoryBound(to: UInt64.self), into: shuffled)
        body(UnsafeRawPointer(shuffled).assumingMemoryBound(to: SIMD8<UInt8>.self))
      }
    }
  }

  /// Writes the strata of eight places at a time, starting from the last.
  @inline(__always)
  private static func shuffle(by choices: UnsafePointer<UInt64>, into shuffled: UnsafeMutablePointer<UInt64>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: strata) { left in
      guard let left = left.baseAddress else { return }
      for i in 0..<strata { left[i] = UInt8(truncatingIfNeeded: i) }
      var choices = choices
      var register = strata / 8
      while register > 0 {
        register &-= 1
        var taken: UInt64 = 0
        take(choices[0], from: left, upTo: 8 &* register &+ 8, into: &taken)
        take(choices[1], from: left, upTo: 8 &* register &+ 4, into: &taken)
        shuffled[register] = taken.littleEndian
        choices += 2
      }
    }
  }

  /// Removes the strata of the four places before `end` from those that are left; the places themselves are not read
  /// again, so nothing needs to be put there.
  @inline(__always)
  private static func take(
    _ choices: UInt64, from left: UnsafeMutablePointer<UInt8>, upTo end: Int, into taken: inout UInt64
  ) {
    for index in 0..<4 {
      let choice = Int(truncatingIfNeeded: choices &>> UInt64(8 &* index) & 0xFF)
      taken = taken &<< 8 | UInt64(left[choice])
      left[choice] = left[end &- 1 &- index]
    }
  }

  /// The place from which each of the last place, the one before it, ... takes its stratum; four, one byte each, in
  /// every lane.
  private static func fillChoices(
    _ choices: UnsafeMutablePointer<SIMD8<UInt64>>, stream: RandomStream, replicate: Int
  ) {
    let counter = UInt32(replicate * RandomStream.countersPerReplicate)
    let rest = (RandomStream.Purpose.strata.rawValue, stream.seed.low, stream.seed.high)
    /// Stores the choices of blocks 8 `group` + 0 ... 7; those beyond the number of places are arbitrary.
    @inline(__always)
    func store(_ blocks: Philox.EightBlocks, group: Int) {
      let words = blocks.words
      let shift = SIMD8<UInt64>(repeating: 32)
      let places = SIMD8<UInt64>(200, 196, 192, 188, 184, 180, 176, 172) &- SIMD8(repeating: UInt64(32 &* group))
      let choice0 = (words.0 &* places) &>> shift
      let choice1 = (words.1 &* (places &- SIMD8(repeating: 1))) &>> shift
      let choice2 = (words.2 &* (places &- SIMD8(repeating: 2))) &>> shift
      let choice3 = (words.3 &* (places &- SIMD8(repeating: 3))) &>> shift
      choices[group] =
        choice0 | choice1 &<< SIMD8(repeating: 8) | choice2 &<< SIMD8(repeating: 16) | choice3 &<< SIMD8(repeating: 24)
    }
    let first = Philox.fourTimesEightBlocks(first: counter, rest: rest, key: stream.key)
    store(first.0, group: 0)
    store(first.1, group: 1)
    store(first.2, group: 2)
    store(first.3, group: 3)
    let last = Philox.fourTimesEightBlocks(first: counter &+ 32, rest: rest, key: stream.key)
    store(last.0, group: 4)
    store(last.1, group: 5)
    store(last.2, group: 6)
  }

  /// Eight draws: at position `within` (0...1) in the strata at `order`.
  @inline(__always)
  static func numbers(order: UnsafePointer<UInt8>, within: SIMD8<Double>) -> SIMD8<Double> {
    numbers(strata: UnsafeRawPointer(order).loadUnaligned(as: SIMD8<UInt8>.self), within: within)
  }

  @inline(__always)
  private static func numbers(strata: SIMD8<UInt8>, within: SIMD8<Double>) -> SIMD8<Double> {
    (UnitInterval.wholeNumbers(SIMD8<UInt64>(truncatingIfNeeded: strata)) + within) * width
  }
}
