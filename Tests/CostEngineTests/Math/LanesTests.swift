import Testing

@testable import CostEngine

@Suite struct LanesTests {
  @Test func aMaskHasAnyWhereOneLaneIsSet() {
    let zeros = SIMD8<Double>(repeating: 0)
    #expect(!(zeros .> 0).hasAny)
    #expect((zeros .== 0).hasAny)
    for lane in 0..<8 {
      var one = zeros
      one[lane] = 1
      #expect((one .> 0).hasAny)
    }
  }

  @Test func wholeNumbers() {
    let numbers = SIMD8<Double>(0, 0.5, 1.5, 2.5, (3.0).nextDown, 3, (3.0).nextUp, 4_000_000_000.75)
    #expect(numbers.nearestWhole == SIMD8(0, 0, 2, 2, 3, 3, 3, 4_000_000_001))
    #expect(numbers.nearestIndex == SIMD8(0, 0, 2, 2, 3, 3, 3, 4_000_000_001))
    #expect(numbers.wholePart == SIMD8(0, 0, 1, 2, 2, 3, 3, 4_000_000_000))
  }
}
