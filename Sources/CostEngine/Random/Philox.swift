/// The counter-based generator Philox4x32 with 10 rounds: a block of four words is a function of a counter and a key.
///
/// There is no state: the words of any draw can be made in any order, by any thread, on any machine.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11
/// (doi:10.1145/2063384.2063405); known answers in the tests are those of its Random123 library.
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

  /// Eight blocks at once, of the counters `first + 0 ... first + 7` in their first word and `rest` in the others.
  ///
  /// Each word stands in the low half of a 64-bit lane, where one instruction multiplies eight of them.
  ///
  /// - Parameters:
  ///   - first: first word of the first counter; `first + 7` must not overflow.
  ///   - rest: the other three words, the same for all eight.
  /// - Returns: lane `i` of word `j` is word `j` of the block of counter `first + i`.
  @inline(__always)
  static func eightBlocks(
    first: UInt32, rest: (UInt32, UInt32, UInt32), key: Key
  ) -> (SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>, SIMD8<UInt64>) {
    let low = SIMD8<UInt64>(repeating: 0xFFFF_FFFF)
    let multiplier0 = SIMD8<UInt64>(repeating: Philox.multiplier0)
    let multiplier1 = SIMD8<UInt64>(repeating: Philox.multiplier1)
    let shift = SIMD8<UInt64>(repeating: 32)
    var c0 = SIMD8<UInt64>(repeating: UInt64(first)) &+ SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
    var c1 = SIMD8<UInt64>(repeating: UInt64(rest.0))
    var c2 = SIMD8<UInt64>(repeating: UInt64(rest.1))
    var c3 = SIMD8<UInt64>(repeating: UInt64(rest.2))
    var k0 = key[0]
    var k1 = key[1]
    for _ in 0..<rounds {
      let product0 = (c0 & low) &* multiplier0
      let product1 = (c2 & low) &* multiplier1
      c0 = (product1 &>> shift) ^ c1 ^ SIMD8<UInt64>(repeating: UInt64(k0))
      c2 = (product0 &>> shift) ^ c3 ^ SIMD8<UInt64>(repeating: UInt64(k1))
      c1 = product1 & low
      c3 = product0 & low
      k0 = k0 &+ weyl0
      k1 = k1 &+ weyl1
    }
    return (c0, c1, c2, c3)
  }
}
