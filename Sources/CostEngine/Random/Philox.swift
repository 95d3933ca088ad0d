/// The counter-based generator Philox4x32 with 10 rounds: a block of four words is a function of a counter and a key.
///
/// There is no state: the words of any draw can be generated in any order, by any thread, on any machine.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11
/// (doi:10.1145/2063384.2063405); the known answers in the tests are those of its Random123 library.
public enum Philox {
  /// Four 32-bit words.
  public typealias Block = SIMD4<UInt32>
  /// Two 32-bit words.
  public typealias Key = SIMD2<UInt32>

  static let multiplier0: UInt64 = 0xD251_1F53
  static let multiplier1: UInt64 = 0xCD9E_8D57
  static let weyl0: UInt32 = 0x9E37_79B9
  static let weyl1: UInt32 = 0xBB67_AE85
  static let rounds = 10

  /// The block of words that belongs to a counter and a key.
  public static func block(counter: Block, key: Key) -> Block {
    var c = counter
    var k = key
    for _ in 0..<rounds {
      let product0 = multiplier0 &* UInt64(c[0])
      let product1 = multiplier1 &* UInt64(c[2])
      c = Block(
        UInt32(truncatingIfNeeded: product1 &>> 32) ^ c[1] ^ k[0], UInt32(truncatingIfNeeded: product1),
        UInt32(truncatingIfNeeded: product0 &>> 32) ^ c[3] ^ k[1], UInt32(truncatingIfNeeded: product0))
      k = Key(k[0] &+ weyl0, k[1] &+ weyl1)
    }
    return c
  }

  /// Eight blocks at once, for the counters `first + 0 ... first + 7` in their first word and `rest` in the others.
  ///
  /// - Parameters:
  ///   - first: first word of the first counter; `first + 7` must not overflow.
  ///   - rest: the other three words, the same for all eight.
  @inline(__always)
  static func eightBlocks(first: UInt32, rest: (UInt32, UInt32, UInt32), key: Key) -> EightBlocks {
    var blocks = EightBlocks(first: first, rest: rest)
    var keys = RoundKeys(key)
    for _ in 0..<rounds {
      blocks.mix(keys)
      keys.step()
    }
    return blocks
  }

  /// Four times ``eightBlocks(first:rest:key:)``: for `first`, `first + 8`, `first + 16` and `first + 24`.
  ///
  /// They are computed in an interleaved way, so that the processor need not wait for the products of one; those that
  /// the caller does not use are not computed.
  @inline(__always)
  static func fourTimesEightBlocks(
    first: UInt32, rest: (UInt32, UInt32, UInt32), key: Key
  ) -> (EightBlocks, EightBlocks, EightBlocks, EightBlocks) {
    var a = EightBlocks(first: first, rest: rest)
    var b = EightBlocks(first: first &+ 8, rest: rest)
    var c = EightBlocks(first: first &+ 16, rest: rest)
    var d = EightBlocks(first: first &+ 24, rest: rest)
    var keys = RoundKeys(key)
    for _ in 0..<rounds {
      a.mix(keys)
      b.mix(keys)
      c.mix(keys)
      d.mix(keys)
      keys.step()
    }
    return (a, b, c, d)
  }

  /// Eight blocks being computed: lane `i` of `word0` ... `word3` belongs to block `i`.
  ///
  /// Each word is in the low half of a 64-bit lane, where one instruction multiplies eight of them and ignores the high
  /// halves, whose content is arbitrary.
  struct EightBlocks {
    var word0: SIMD8<UInt64>
    var word1: SIMD8<UInt64>
    var word2: SIMD8<UInt64>
    var word3: SIMD8<UInt64>

    @inline(__always)
    init(first: UInt32, rest: (UInt32, UInt32, UInt32)) {
      word0 = SIMD8<UInt64>(repeating: UInt64(first)) &+ SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
      word1 = SIMD8<UInt64>(repeating: UInt64(rest.0))
      word2 = SIMD8<UInt64>(repeating: UInt64(rest.1))
      word3 = SIMD8<UInt64>(repeating: UInt64(rest.2))
    }

    /// The words, with the high halves cleared.
    @inline(__always)
    var words: (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>) {
      let low = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
      return (word0 & low, word1 & low, word2 & low, word3 & low)
    }

    /// One round.
    @inline(__always)
    mutating func mix(_ keys: RoundKeys) {
      let shift = SIMD8<UInt64>(repeating: 32)
      let low = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
      let product0 = (word0 & low) &* SIMD8<UInt64>(repeating: multiplier0)
      let product1 = (word2 & low) &* SIMD8<UInt64>(repeating: multiplier1)
      word0 = (product1 &>> shift) ^ word1 ^ keys.key0
      word2 = (product0 &>> shift) ^ word3 ^ keys.key1
      word1 = product1
      word3 = product0
    }
  }

  /// The key of a round in the low half of every lane.
  struct RoundKeys {
    var key0: SIMD8<UInt64>
    var key1: SIMD8<UInt64>

    @inline(__always)
    init(_ key: Key) {
      key0 = SIMD8<UInt64>(repeating: UInt64(key[0]))
      key1 = SIMD8<UInt64>(repeating: UInt64(key[1]))
    }

    @inline(__always)
    mutating func step() {
      key0 = key0 &+ SIMD8<UInt64>(repeating: UInt64(weyl0))
      key1 = key1 &+ SIMD8<UInt64>(repeating: UInt64(weyl1))
    }
  }
}
