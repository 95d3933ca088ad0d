import TestSupport
import Testing

@testable import CostEngine

@Suite struct AmountBinsTests {
  func middle(_ cents: Double) -> Double { AmountBins.middle(of: AmountBins.bin(of: cents)) }

  @Test func zeroIsExact() {
    #expect(AmountBins.bin(of: 0) == 0 && AmountBins.bin(of: -0.0) == 0)
    #expect(AmountBins.middle(of: 0) == 0)
    #expect(AmountBins.bin(of: 1) == 1 && AmountBins.bin(of: -1) == -1)
  }

  /// The ends of the first bins, and where the linear part ends.
  @Test func upperEndsBelongToABin() {
    #expect(AmountBins.bin(of: 128) == 1 && AmountBins.bin(of: 129) == 2)
    #expect(AmountBins.bin(of: 0x1p17) == 1024 && AmountBins.bin(of: 0x1p17 + 1) == 1025)
    #expect(AmountBins.bin(of: 0x1p17 + 128) == 1025 && AmountBins.bin(of: 0x1p18) == 2048)
    #expect(AmountBins.bin(of: 0x1p18 + 256) == 2049)
    #expect(middle(1) == 64.5 && middle(0x1p17) == 0x1p17 - 63.5 && middle(0x1p17 + 1) == 0x1p17 + 64.5)
  }

  var amounts: [Double] {
    var random = SplitMix(seed: 5)
    var amounts: [Double] = [1, 127, 128, 0x1p17 - 1, 0x1p17, 0x1p17 + 1, 0x1p18 - 1, 0x1p18, 0x1p19, Cents.limit]
    for _ in 0..<20_000 { amounts.append((random.number(in: 0...1) * 0x1p47).rounded(.down)) }
    for exponent in 1..<47 {
      for _ in 0..<50 { amounts.append((random.number(in: 1...2) * Double(1 << exponent) / 2).rounded(.down)) }
    }
    return amounts.filter { $0 > 0 }
  }

  /// A bin's middle is within EUR 0.64 or 2^-11 = 0.0489 % of every amount in it.
  @Test func middlesAreNear() {
    for amount in amounts {
      #expect(abs(middle(amount) - amount) <= max(64, amount * 0x1p-11), "\(amount)")
      #expect(middle(-amount) == -middle(amount) && AmountBins.bin(of: -amount) == -AmountBins.bin(of: amount))
    }
  }

  /// One by one over the first 2^21 cents, in which all kinds of bins meet, then at random.
  @Test func binsAscendByOneWithTheAmounts() {
    var before: Int32 = 0
    for cents in 1...(1 << 21) {
      let bin = AmountBins.bin(of: Double(cents))
      if bin != before && bin != before + 1 { Issue.record("\(cents)") }
      before = bin
    }
    var random = SplitMix(seed: 6)
    for _ in 0..<5000 {
      let a = (random.number(in: -1...1) * 1e9).rounded(.down)
      #expect(AmountBins.bin(of: a) <= AmountBins.bin(of: a + 1))
    }
  }

  /// Eight at a time, on both sides of zero and across all kinds of bins.
  @Test func middlesOfEightAreThoseOfEach() {
    let last = AmountBins.bin(of: Cents.limit)
    let firsts = Array(stride(from: -last - 3, to: last, by: 509)) + (-1_060...1_060)
    for first in firsts {
      let middles = AmountBins.middles(from: first)
      for lane in 0..<8 where middles[lane] != AmountBins.middle(of: first + Int32(lane)) {
        Issue.record("\(first), \(lane)")
      }
    }
  }
}
