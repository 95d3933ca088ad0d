import Testing

@testable import CostEngine

@Suite struct LatinHypercubeTests {
  func order(_ name: String, seed: UInt64 = 1, replicate: Int = 0) -> [Int] {
    let order = UnsafeMutablePointer<UInt8>.allocate(capacity: LatinHypercube.paddedStrata)
    defer { order.deallocate() }
    LatinHypercube.fillOrder(order, stream: RandomStream(name: name, seed: seed), replicate: replicate)
    for i in LatinHypercube.strata..<LatinHypercube.paddedStrata { #expect(order[i] < LatinHypercube.strata) }
    return (0..<LatinHypercube.strata).map { Int(order[$0]) }
  }

  /// The plain Fisher-Yates shuffle: from the last place on, each takes the next word of the blocks one after another.
  private func plainOrder(_ stream: RandomStream, replicate: Int) -> [Int] {
    let first = UInt32(replicate * RandomStream.countersPerReplicate)
    let words = (0..<50).flatMap { index in
      let counter = Philox.Block(
        first + UInt32(index), RandomStream.Purpose.strata.rawValue, stream.seed.low, stream.seed.high)
      let block = Philox.block(counter: counter, key: stream.key)
      return (0..<4).map { UInt64(block[$0]) }
    }
    var order = Array(0..<200)
    for (word, places) in zip(words, stride(from: 200, to: 1, by: -1)) {
      order.swapAt(places - 1, Int((word * UInt64(places)) >> 32))
    }
    return order
  }

  @Test(arguments: ["a", "staffing.persons[VR17/OvD-BZ]"])
  func ordersAreThoseOfThePlainShuffle(name: String) {
    for seed: UInt64 in [1, 0xFFFF_FFFF_FFFF_FFFF] {
      for replicate in [0, 1, 2, 499, 5_000_000] {
        let plain = plainOrder(RandomStream(name: name, seed: seed), replicate: replicate)
        #expect(order(name, seed: seed, replicate: replicate) == plain)
      }
    }
  }

  @Test func aColumnHoldsThePlacesWithinTheStrata() {
    let stream = RandomStream(name: "a", seed: 3)
    let count = RandomStream.registersPerReplicate
    // One register more, to see that it is left alone.
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: count + 1)
    defer { column.deallocate() }
    for replicate in [0, 7, 5_000_000] {
      column.initialize(repeating: SIMD8(repeating: -1), count: count + 1)
      LatinHypercube.fill(column, stream: stream, replicate: replicate)
      let expected = plainOrder(stream, replicate: replicate).enumerated().map { position, stratum in
        let word = stream.word(ofDraw: replicate * 200 + position)
        return (Double(stratum) + UnitInterval.number(from: word)) * (1 / 200.0)
      }
      #expect((0..<200).map { column[$0 / 8][$0 % 8] } == expected)
      #expect(column[count] == SIMD8(repeating: -1))
    }
  }

  @Test func everyReplicateTakesEachStratumOnce() {
    for replicate in 0..<20 { #expect(order("a", replicate: replicate).sorted() == Array(0..<200)) }
  }

  @Test func ordersDifferByNameSeedAndReplicate() {
    let orders = [order("a"), order("b"), order("a", seed: 2), order("a", replicate: 1)]
    #expect(Set(orders).count == 4)
  }

  /// Each place gets each stratum equally often: chi-square over 200 x 200 cells of 2,000 orders, 10 expected in each.
  /// Rows and columns are fixed, so (200 - 1)^2 = 39,601 degrees of freedom; the normal approximation has standard
  /// deviation sqrt(2 * 39601) = 281. Six of them: probability 2e-9.
  @Test func everyOrderIsEquallyLikely() {
    var counts = [Int](repeating: 0, count: 200 * 200)
    for replicate in 0..<2000 {
      for (place, stratum) in order("volgorde", replicate: replicate).enumerated() {
        counts[place * 200 + stratum] += 1
      }
    }
    var statistic = 0.0
    for count in counts { statistic += Double((count - 10) * (count - 10)) / 10 }
    #expect(abs(statistic - 39_601) < 6 * 281)
  }
}
