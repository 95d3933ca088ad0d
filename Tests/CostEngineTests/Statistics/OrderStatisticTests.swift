import TestSupport
import Testing

@testable import CostEngine

@Suite struct OrderStatisticTests {
  /// Every place of lists with and without equal values, sorted before and not.
  @Test(arguments: [1, 2, 3, 4, 10, 57]) func whatSortingWouldPutThere(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    for kind in 0..<4 {
      var values = (0..<count).map { _ in Double(random.next() % (kind == 0 ? 3 : 1000)) }
      if kind == 2 { values.sort() }
      if kind == 3 { values.sort(by: >) }
      let sorted = values.sorted()
      for place in 0..<count {
        var moved = values
        let found = moved.withUnsafeMutableBufferPointer { OrderStatistic.select(place, of: $0) }
        #expect(found == sorted[place])
        #expect(moved.sorted() == sorted)
        #expect(moved[..<place].allSatisfy { $0 <= found } && moved[place...].allSatisfy { $0 >= found })
      }
    }
  }
}
