import TestSupport
import Testing

@testable import CostEngine

@Suite struct AmountBinsTests {
  func bin(_ cents: Double) -> Int { Int(AmountBins.bins(of: SIMD8(repeating: cents))[0]) }

  @Test func zeroHasABinOfItsOwn() {
    #expect(bin(0) == 0 && bin(-0.0) == 0)
    #expect(bin(1) == 1 && bin(-1) == -1)
    #expect(AmountBins.middle(of: 0) == 0)
  }

  @Test func binsFitSixteenBits() {
    #expect(bin(Cents.limit) <= Int(Int16.max) && bin(-Cents.limit) >= Int(Int16.min))
  }

  /// Widths and positions as documented: the middle is within 64 cents, or 2^-11 = 0.0489 % of the amount.
  @Test func middlesAreNear() {
    var random = SplitMix(seed: 5)
    var amounts: [Double] = [1, 127, 128, 0x1p17 - 1, 0x1p17, 0x1p17 + 1, 0x1p18 - 1, 0x1p18, Cents.limit]
    for _ in 0..<20_000 { amounts.append((random.number(in: 0...1) * 0x1p47).rounded(.down)) }
    for exponent in 1..<47 {
      for _ in 0..<50 { amounts.append((random.number(in: 1...2) * Double(1 << exponent) / 2).rounded(.down)) }
    }
    for amount in amounts {
      let error = abs(AmountBins.middle(of: bin(amount)) - amount)
      #expect(error <= max(64, amount * 0x1p-11), "\(amount)")
      #expect(bin(-amount) == -bin(amount))
    }
  }

  @Test func binsAscendWithTheAmounts() {
    var random = SplitMix(seed: 6)
    for _ in 0..<5000 {
      let a = (random.number(in: -1...1) * 1e7).rounded(.down)
      #expect(bin(a) <= bin(a + 1) && bin(a + 1) <= bin(a) + 1)
    }
  }
}
