import Testing

@testable import CostEngine

@Suite struct RandomStreamTests {
  @Test func aColumnHoldsTheDrawsOfItsReplicate() {
    let stream = RandomStream(name: "staffing.persons[VR17/OvD-BZ]", seed: 42)
    let count = RandomStream.registersPerReplicate
    // One register more, to see that it is left alone.
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: count + 1)
    defer { column.deallocate() }
    for replicate in [0, 1, 499, 5_000_000] {
      column.initialize(repeating: SIMD8(repeating: -1), count: count + 1)
      stream.fillUniform(column, replicate: replicate)
      let expected = (0..<RandomStream.drawsPerReplicate).map { position in
        UnitInterval.number(from: stream.word(ofDraw: replicate * RandomStream.drawsPerReplicate + position))
      }
      #expect((0..<RandomStream.drawsPerReplicate).map { column[$0 / 8][$0 % 8] } == expected)
      #expect(column[count] == SIMD8(repeating: -1))
    }
  }

  /// The words themselves are part of what a release promises: they never change.
  @Test func wordsStayTheSameForEver() {
    let stream = RandomStream(name: "staffing.persons[VR17/OvD-BZ]", seed: 1)
    #expect(
      (0..<4).map { stream.word(ofDraw: $0) } == [376_928_810, 4_266_373_205, 423_850_188, 902_890_793])
    #expect(RandomStream(name: "", seed: 0).key == Philox.Key(2_964_758_949, 1_192_681_122))
  }

  @Test func noTwoDrawsOfAStreamShareAWord() {
    let stream = RandomStream(name: "a", seed: 1)
    // 3,000 words of 32 bits hold a repeated one with probability 3000^2 / 2^33 = 0.001; this seed has none.
    #expect(Set((0..<3000).map { stream.word(ofDraw: $0) }).count == 3000)
  }

  @Test func namesThatBeginAlikeHaveKeysOfTheirOwn() {
    let names = ["", "a", "b", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaa\0", "aaaaaaa", "é", "e"]
    #expect(Set(names.map { RandomStream.key(of: $0) }).count == names.count)
  }

  @Test func unitIntervalExcludesItsEnds() {
    #expect(UnitInterval.number(from: 0) == 0x1p-33)
    #expect(UnitInterval.number(from: .max) == 1 - 0x1p-33)
    let words = SIMD8<UInt64>(0, 1, 2, 3, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff)
    let numbers = UnitInterval.numbers(from: words)
    for lane in 0..<8 { #expect(numbers[lane] == UnitInterval.number(from: UInt32(words[lane]))) }
  }
}
