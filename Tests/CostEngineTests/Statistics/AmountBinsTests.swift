import TestSupport
import Testing

@testable import CostEngine

@Suite struct AmountBinsTests {
  func code(_ cents: Double) -> Int { Int(AmountBins.codes(of: SIMD8(repeating: cents))[0]) }
  func page(_ cents: Double) -> Int { code(cents) >> 12 }
  func place(_ cents: Double) -> Int { (code(cents) < 0 ? ~code(cents) : code(cents)) & 4095 }
  func amount(_ cents: Double) -> Double { AmountBins.amount(page: page(cents), place: Double(place(cents))) }

  @Test func zeroIsExact() {
    #expect(code(0) == 0 && code(-0.0) == 0)
    #expect(amount(0) == 0)
    #expect(page(0) == 0 && page(1) == 1 && page(-1) == ~1)
  }

  @Test func codesFitThirtyTwoBits() {
    #expect(code(Cents.limit) <= Int(Int32.max) && code(-Cents.limit) >= Int(Int32.min))
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
      let error = abs(self.amount(amount) - amount)
      #expect(error <= (amount < 0x1p19 ? 0 : amount * 0x1p-19), "\(amount)")
      #expect(self.amount(-amount) == -self.amount(amount))
    }
  }

  /// A bin's middle is within EUR 0.64 or 2^-11 = 0.0489 % of every amount in it.
  @Test func middlesAreNear() {
    for amount in amounts {
      let bin = place(amount) >> 8
      let middle = AmountBins.amount(page: page(amount), place: Double(bin * 256) + 127.5)
      #expect(abs(middle - amount) <= max(64, amount * 0x1p-11), "\(amount)")
    }
  }

  @Test func codesAscendWithTheAmounts() {
    var random = SplitMix(seed: 6)
    for _ in 0..<5000 {
      let a = (random.number(in: -1...1) * 1e7).rounded(.down)
      #expect(code(a) <= code(a + 1))
    }
  }
}
