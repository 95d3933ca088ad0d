import Testing

@testable import CostEngine

@Suite struct PhiloxTests {
  /// Known answers of Random123 (examples/kat_vectors, philox4x32 with 10 rounds).
  @Test(arguments: [
    (
      Philox.Block(0, 0, 0, 0), Philox.Key(0, 0),
      Philox.Block(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      Philox.Block(repeating: 0xffff_ffff), Philox.Key(repeating: 0xffff_ffff),
      Philox.Block(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      Philox.Block(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), Philox.Key(0xa409_3822, 0x299f_31d0),
      Philox.Block(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ])
  func knownAnswers(counter: Philox.Block, key: Philox.Key, words: Philox.Block) {
    #expect(Philox.block(counter: counter, key: key) == words)
  }

  @Test func eightBlocksAreTheBlocksOfEightCounters() {
    let key = Philox.Key(0xa409_3822, 0x299f_31d0)
    for first in [0, 8, 0xffff_fff0 as UInt32] {
      let eight = Philox.eightBlocks(first: first, rest: (0x85a3_08d3, 7, 0xffff_ffff), key: key).words
      for lane in 0..<8 {
        let one = Philox.block(
          counter: Philox.Block(first + UInt32(lane), 0x85a3_08d3, 7, 0xffff_ffff), key: key)
        #expect(
          [eight.0[lane], eight.1[lane], eight.2[lane], eight.3[lane]] == (0..<4).map { UInt64(one[$0]) })
      }
    }
  }

  @Test func fourTimesEightBlocksAreThoseOfFourCounters() {
    let key = Philox.Key(0xa409_3822, 0x299f_31d0)
    let rest: (UInt32, UInt32, UInt32) = (0x85a3_08d3, 7, 0xffff_ffff)
    let all = Philox.fourTimesEightBlocks(first: 40, rest: rest, key: key)
    for (index, blocks) in [all.0, all.1, all.2, all.3].enumerated() {
      #expect(blocks.words == Philox.eightBlocks(first: UInt32(40 + 8 * index), rest: rest, key: key).words)
    }
  }
}
