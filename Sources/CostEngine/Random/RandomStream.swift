/// The random words of one variable: named, and addressed by the index of the draw.
///
/// A word depends only on the seed, the variable's name and the draw's index. Draws are grouped in replicates of
/// ``drawsPerReplicate``; within a replicate, draw `8 n + i` takes word `n % 4` of the block with counter
/// `8 (n / 4) + i`, so that one register of counters produces whole registers of eight draws.
///
/// Stream guarantee: the words never change. Values sampled from them only change in a release that lists the change
/// under "Numbers that change".
public struct RandomStream: Sendable, Equatable {
  /// What the words of a stream are used for; each use has its own counters.
  public enum Purpose: UInt32, Sendable {
    /// The position of a draw in the unit interval, or within its stratum.
    case draws = 0
    /// The order of the strata of a Latin hypercube.
    case strata = 1
    /// The scrambling of a Sobol sequence.
    case scrambling = 2
    /// Direction numbers of a Sobol sequence beyond its table.
    case directions = 3
  }

  /// Draws in a replicate: a multiple of a register's 8 lanes that divides the round numbers that people request.
  public static let drawsPerReplicate = 200

  /// The number of replicates that make up some draws; the last one may be incomplete.
  public static func replicates(of draws: Int) -> Int { (draws + drawsPerReplicate - 1) / drawsPerReplicate }
  /// Registers of 8 draws in a replicate.
  public static let registersPerReplicate = drawsPerReplicate / 8
  /// Counters used by a replicate: 8 for each group of 4 registers, the last of which may be incomplete.
  static let countersPerReplicate = (registersPerReplicate + 3) / 4 * 8

  let key: Philox.Key
  let seed: (low: UInt32, high: UInt32)

  public static func == (a: RandomStream, b: RandomStream) -> Bool { a.key == b.key && a.seed == b.seed }

  /// - Parameters:
  ///   - name: the variable's name; streams with different names are independent.
  ///   - seed: any number; streams with different seeds are independent.
  public init(name: String, seed: UInt64) {
    key = RandomStream.key(of: name)
    self.seed = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
  }

  /// A 64-bit hash of a name's UTF-8 bytes, with Philox as a compression function: eight bytes at a time form the upper
  /// half of the counter, the state is the rest. The name's length comes last, so that a name never hashes like a
  /// prefix of another.
  ///
  /// Two of `n` names share a key with probability n^2 / 2^65: for 10,000 names 3e-12.
  static func key(of name: String) -> Philox.Key {
    var state = Philox.Block(repeating: 0)
    var chunk: UInt64 = 0
    var length: UInt64 = 0
    func absorb(_ word: UInt64) {
      state = Philox.block(
        counter: Philox.Block(
          state[0], state[1], UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word &>> 32)),
        key: Philox.Key(state[2], state[3]))
    }
    for byte in name.utf8 {
      chunk |= UInt64(byte) &<< (8 &* (length & 7))
      length += 1
      if length & 7 == 0 {
        absorb(chunk)
        chunk = 0
      }
    }
    absorb(chunk)
    absorb(length)
    return Philox.Key(state[0], state[1])
  }

  /// Fills a column with the draws of a replicate: numbers in the open unit interval, `(word + 1/2) / 2^32`.
  ///
  /// - Parameters:
  ///   - column: ``registersPerReplicate`` registers.
  ///   - replicate: the replicate's number, from 0.
  public func fillUniform(_ column: UnsafeMutablePointer<SIMD8<Double>>, replicate: Int) {
    let counter = UInt32(replicate * RandomStream.countersPerReplicate)
    let rest = (Purpose.draws.rawValue, seed.low, seed.high)
    // Six groups of four registers, and one register of the seventh.
    @inline(__always)
    func store(_ blocks: Philox.EightBlocks, group: Int) {
      column[4 &* group] = UnitInterval.numbers(from: blocks.word0)
      column[4 &* group &+ 1] = UnitInterval.numbers(from: blocks.word1)
      column[4 &* group &+ 2] = UnitInterval.numbers(from: blocks.word2)
      column[4 &* group &+ 3] = UnitInterval.numbers(from: blocks.word3)
    }
    let first = Philox.fourTimesEightBlocks(first: counter, rest: rest, key: key)
    store(first.0, group: 0)
    store(first.1, group: 1)
    store(first.2, group: 2)
    store(first.3, group: 3)
    let last = Philox.fourTimesEightBlocks(first: counter &+ 32, rest: rest, key: key)
    store(last.0, group: 4)
    store(last.1, group: 5)
    column[24] = UnitInterval.numbers(from: last.2.word0)
  }

  /// The word of one draw.
  public func word(ofDraw draw: Int) -> UInt32 {
    let replicate = draw / RandomStream.drawsPerReplicate
    let position = draw % RandomStream.drawsPerReplicate
    let register = position / 8
    let counter = UInt32(replicate * RandomStream.countersPerReplicate + register / 4 * 8 + position % 8)
    let block = Philox.block(
      counter: Philox.Block(counter, Purpose.draws.rawValue, seed.low, seed.high), key: key)
    return block[register % 4]
  }
}

/// Converts random words to numbers in the open unit interval.
public enum UnitInterval {
  /// `(word + 1/2) / 2^32`: the midpoints of 2^32 equal cells. Neither 0 nor 1 is ever returned; the smallest value is
  /// 1.2e-10, the mean over all words exactly 1/2.
  public static func number(from word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  /// The same for a register of words in the low halves of the lanes: the word, with the half, becomes the leading bits
  /// of a number in 1..<2.
  @inline(__always)
  static func numbers(from words: SIMD8<UInt64>) -> SIMD8<Double> {
    let fraction = words &<< SIMD8(repeating: 20) & SIMD8(repeating: 0x000F_FFFF_FFF0_0000)
    let bits = fraction | SIMD8(repeating: 0x3FF0_0000_0008_0000)
    return unsafeBitCast(bits, to: SIMD8<Double>.self) - 1
  }

  /// Lanes below 2^52 as floating-point numbers: placed in the fraction of 2^52, which is then subtracted.
  @inline(__always)
  static func wholeNumbers(_ lanes: SIMD8<UInt64>) -> SIMD8<Double> {
    unsafeBitCast(lanes | SIMD8<UInt64>(repeating: 0x4330_0000_0000_0000), to: SIMD8<Double>.self) - 0x1p52
  }
}
