import TestSupport
import Testing

@testable import CostEngine

@Suite struct AmountBinsTests {
  func code(_ cents: Double) -> Int { Int(AmountBins.codes(of: SIMD8(repeating: cents))[0]) }
  func bin(_ cents: Double) -> Int { code(cents) >> 8 }
  func amount(_ code: Int) -> Double { AmountBins.amount(bin: code >> 8, place: Double(code & 255)) }

  @Test func zeroHasABinOfItsOwn() {
    #expect(code(0) == 0 && code(-0.0) == 0)
    #expect(bin(1) == 1 && bin(-1) == -1)
    #expect(amount(0) == 0)
  }

  @Test func binsFitSixteenBits() {
    #expect(bin(Cents.limit) <= Int(Int16.max) && bin(-Cents.limit) >= Int(Int16.min))
  }

  var amounts: [Double] {
    var random = SplitMix(seed: 5)
    var amounts: [Double] = [1, 127, 128, 0x1p17 - 1, 0x1p17, 0x1p17 + 1, 0x1p18 - 1, 0x1p18, 0x1p19, Cents.limit]
    for _ in 0..<20_000 { amounts.append((random.number(in: 0...1) * 0x1p47).rounded(.down)) }
    for exponent in 1..<47 {
      for _ in 0..<50 { amounts.append((random.number(in: 1...2) * Double(1 << exponent) / 2).rounded(.down)) }
    }
    return amounts
  }

  /// A code stands for its amount exactly below 2^19 cents; above, a place is 2^-18 of the power of two and its amounts
  /// lie within half of it.
  @Test func codesKeepTheAmounts() {
    for amount in amounts {
      let error = abs(self.amount(code(amount)) - amount)
      #expect(error <= (amount < 0x1p19 ? 0 : amount * 0x1p-19), "\(amount)")
      #expect(self.amount(code(-amount)) == -self.amount(code(amount)))
    }
  }

  /// No two amounts of a bin are further apart than EUR 1.28 or 2^-10 of them.
  @Test func binsAreNarrow() {
    for amount in amounts {
      let low = AmountBins.amount(bin: bin(amount), place: 0)
      let high = AmountBins.amount(bin: bin(amount), place: 255)
      #expect(high - low <= max(128, amount * 0x1p-10))
      #expect(amount >= low - max(1, amount * 0x1p-18) && amount <= high + max(1, amount * 0x1p-18))
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
