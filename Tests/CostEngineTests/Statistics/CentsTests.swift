import TestSupport
import Testing

@testable import CostEngine

@Suite struct CentsTests {
  func cents(_ euros: Double) -> Double { Cents.rounded(euros: SIMD8(repeating: euros))[0] }

  @Test(arguments: [
    (0, 0), (0.005, 1), (-0.005, -1), (2008.875, 200_888), (-2008.875, -200_888), (0.004, 0), (-0.004, 0),
    (1.125, 113), (1.135, 114), (0.015, 2), (1e9 + 0.125, 100_000_000_013),
  ])
  func halvesGoAwayFromZero(euros: Double, expected: Double) {
    // 1.135 and 0.015 are no exact halves in binary, but their hundredfold rounds to one.
    #expect(cents(euros) == expected)
    #expect(Cents.integers(Cents.rounded(euros: SIMD8(repeating: euros)))[3] == Int64(expected))
  }

  @Test func agreesWithTheStandardLibrary() {
    var random = SplitMix(seed: 4)
    for _ in 0..<5000 {
      let euros = random.number(in: -1e12...1e12) * (random.chance(0.5) ? 1 : 1e-9)
      #expect(cents(euros) == (euros * 100).rounded(.toNearestOrAwayFromZero))
    }
  }
}
