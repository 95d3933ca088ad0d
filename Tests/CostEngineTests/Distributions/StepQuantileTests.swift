import Testing

@testable import CostEngine

@Suite struct StepQuantileTests {
  /// The steps one after the other.
  private func plain(_ u: Double, _ values: [Double], _ cumulative: [Double]) -> Double {
    values[cumulative.firstIndex { $0 >= u } ?? values.count - 1]
  }

  /// Few and many steps, evenly likely or with most of them in a corner, against the plain search: at random, at the
  /// steps themselves and next to them.
  @Test(arguments: [1, 2, 3, 15, 16, 17, 100, 1023, 1024, 1025, 3000])
  func stepsAreThoseOfAPlainSearch(count: Int) {
    var random = SplitMix64(state: UInt64(count))
    for exponent in [1, 8] {
      var sum = 0.0
      var cumulative: [Double] = []
      for _ in 0..<count {
        var probability = random.unit()
        for _ in 1..<exponent { probability *= random.unit() }
        sum += probability
        cumulative.append(sum)
      }
      cumulative = cumulative.map { $0 / sum }
      let values = (0..<count).map { Double($0) * 1.5 - 7 }
      let steps = StepQuantile(values: values, cumulative: cumulative)
      var probabilities = cumulative.flatMap { [$0.nextDown, $0, $0.nextUp] }.filter { $0 > 0 && $0 < 1 }
      probabilities += (0..<1000).map { _ in random.unit() } + [0x1p-60, 0x1p-1022, 1 - 0x1p-53]
      while probabilities.count % 8 != 0 { probabilities.append(random.unit()) }
      let vectors = probabilities.count / 8
      let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: vectors)
      defer { column.deallocate() }
      for vector in 0..<vectors { column[vector] = SIMD8(probabilities[(8 * vector)..<(8 * vector + 8)]) }
      steps.fill(column, vectors: vectors)
      let found = (0..<probabilities.count).map { column[$0 / 8][$0 % 8] }
      #expect(found == probabilities.map { plain($0, values, cumulative) })
      #expect(probabilities.map { steps.quantile($0) } == found)
    }
  }
}
