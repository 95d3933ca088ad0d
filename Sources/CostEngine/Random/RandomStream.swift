/// The random words of one variable: named, and addressed by the index of the draw.
///
/// A word follows from the seed, the variable's name and the draw's index alone. Draws stand in replicates of
/// ``drawsPerReplicate``; within one, draw `8 n + i` takes word `n % 4` of the block with counter `8 (n / 4) + i`, so
/// that a register of eight draws is made by one register of counters.
///
/// Stream guarantee: the words never change. Values sampled from them change only in a release that lists it under
/// "Numbers that change".
public struct RandomStream: Sendable {
  /// What the words of a stream are used for; each use has its own counters.
  public enum Purpose: UInt32, Sendable {
    /// The position of a draw in the unit interval, or within its stratum.
    case draws = 0
    /// The order of the strata of a Latin hypercube.
    case strata = 1
  }

  /// Draws in a replicate: a multiple of a register's 8 lanes that divides the round numbers people ask for.
  public static let drawsPerReplicate = 200
  /// Registers of 8 draws in a replicate.
  static let registersPerReplicate = drawsPerReplicate / 8
  /// Counters that a replicate takes: 8 for each 4 registers begun.
  static let countersPerReplicate = (registersPerReplicate + 3) / 4 * 8

  let key: Philox.Key
  let seed: (low: UInt32, high: UInt32)

  /// - Parameters:
  ///   - name: the variable's name; streams of different names are independent.
  ///   - seed: any number; streams of different seeds are independent.
  public init(name: String, seed: UInt64) {
    key = RandomStream.key(of: name)
    self.seed = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
  }

  /// A 64-bit hash of a name's UTF-8 bytes, by Philox as a compression function: eight bytes at a time are the upper
  /// half of the counter, the state is the rest. The name's length comes last, so that no name is another's beginning.
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

  /// The words of four registers of draws (32 draws) of a replicate; words stand in the low halves of the lanes.
  @inline(__always)
  func words(
    replicate: Int, group: Int
  ) -> (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>) {
    Philox.eightBlocks(
      first: UInt32(replicate &* RandomStream.countersPerReplicate &+ group &* 8),
      rest: (Purpose.draws.rawValue, seed.low, seed.high), key: key)
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

/// From random words to the open unit interval.
public enum UnitInterval {
  /// `(word + 1/2) / 2^32`: the midpoints of 2^32 equal cells. Neither 0 nor 1 is ever returned; the smallest value is
  /// 1.2e-10, the mean over all words exactly 1/2.
  public static func number(from word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  /// The same for a register of words in the low halves of the lanes.
  @inline(__always)
  static func numbers(from words: SIMD8<UInt64>) -> SIMD8<Double> {
    (wholeNumbers(words) + 0.5) * 0x1p-32
  }

  /// Lanes below 2^52 as floating-point numbers: set as the fraction of 2^52, which is then taken off.
  @inline(__always)
  static func wholeNumbers(_ lanes: SIMD8<UInt64>) -> SIMD8<Double> {
    unsafeBitCast(lanes | SIMD8<UInt64>(repeating: 0x4330_0000_0000_0000), to: SIMD8<Double>.self) - 0x1p52
  }
}
