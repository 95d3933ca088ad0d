import TestSupport
import Testing

@testable import Reports

@Suite struct WholePartsTests {
  @Test func theLargestRemaindersAreRoundedUp() {
    #expect(WholeParts.rounded([0.3, 0.3, 0.4], sum: 1) == [0, 0, 1])
    #expect(WholeParts.rounded([1 / 3, 1 / 3, 1 / 3], sum: 1) == [1, 0, 0])
    // -1.4 is -2 and 0.6.
    #expect(WholeParts.rounded([-1.4, 2.5], sum: 1) == [-1, 2])
    #expect(WholeParts.rounded([3, -3], sum: 0) == [3, -3])
    #expect(WholeParts.rounded([], sum: 0) == [])
  }

  @Test func whatDoesNotSumGoesRound() {
    #expect(WholeParts.rounded([1, 1], sum: 5) == [3, 2])
    #expect(WholeParts.rounded([1, 1], sum: -1) == [0, -1])
  }

  /// Parts that sum to the whole before rounding are each within one of themselves.
  @Test func partsOfAnyWholeSumToIt() {
    var random = SplitMix(seed: 9)
    for _ in 0..<500 {
      let parts = (0..<Int.random(in: 1...12, using: &random)).map { _ in random.number(in: -1e6...1e6) }
      let sum = Int64(parts.reduce(0, +).rounded())
      let whole = WholeParts.rounded(parts, sum: sum)
      #expect(whole.reduce(0, +) == sum)
      #expect(zip(parts, whole).allSatisfy { abs($0 - Double($1)) <= 1 })
    }
  }
}
