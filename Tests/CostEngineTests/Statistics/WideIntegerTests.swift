import TestSupport
import Testing

@testable import CostEngine

@Suite struct WideIntegerTests {
  @Test func agreesWithTheTypeOfTheStandardLibrary() {
    var random = SplitMix(seed: 3)
    func wide(_ value: Int128) -> WideInteger {
      WideInteger(high: Int64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value))
    }
    for _ in 0..<2000 {
      let shift = Int.random(in: 0..<63, using: &random)
      let a = Int64.random(in: .min ... .max, using: &random) >> Int64(shift)
      let b = Int64.random(in: .min ... .max, using: &random) >> Int64(63 - shift)
      let large = Int128(a) &* Int128(Int64.random(in: .min ... .max, using: &random))
      #expect(WideInteger(a) == wide(Int128(a)))
      #expect(WideInteger(a, times: b) == wide(Int128(a) * Int128(b)))
      #expect(wide(large) + WideInteger(b) == wide(large &+ Int128(b)))
      #expect(wide(large) - WideInteger(b) == wide(large &- Int128(b)))
      #expect(-wide(large) == wide(0 &- large))
      #expect(wide(large) * b == wide(large &* Int128(b)))
      #expect(wide(large) << shift == wide(large << Int128(shift)))
      // Two roundings of a magnitude in two halves: within 2 ulp of the correctly rounded value.
      let exact = Double(large)
      #expect(abs(wide(large).double - exact) <= 2 * exact.ulp)
    }
    #expect(WideInteger.zero.double == 0)
    #expect(WideInteger(-1).double == -1)
  }
}
