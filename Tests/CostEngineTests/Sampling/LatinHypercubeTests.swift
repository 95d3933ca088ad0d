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
