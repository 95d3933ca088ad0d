import Testing

@testable import CostEngine

@Suite struct NormalCumulativeTests {
  @Test func specialValues() {
    #expect(Double.normalCumulative(0) == 0.5)
    #expect(Double.normalCumulative(-.infinity) == 0)
    #expect(Double.normalCumulative(.infinity) == 1)
    #expect(Double.normalCumulative(-39) == 0)
    #expect(Double.normalCumulative(9) == 1)
    #expect(Double.normalCumulative(.nan).isNaN)
  }

  @Test(arguments: ReferenceFunctions.values(of: "normalCumulative"))
  func cumulative(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.normalCumulative(reference.arguments[0])) < 4)
  }

  @Test(arguments: ReferenceFunctions.values(of: "normalDensity"))
  func density(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.normalDensity(reference.arguments[0])) < 4)
  }

  @Test func tailsAreMirrored() {
    for z in stride(from: 0.0, through: 8, by: 0.37) {
      // Both are rounded once at a size of at most 1.
      #expect((Double.normalCumulative(z) + Double.normalCumulative(-z) - 1).magnitude <= 0x1p-53)
    }
  }

  @Test func lanesHaveTheBitsOfTheScalarForm() {
    let edges = [0, -0.0, 8.3, -8.3, 38.5, -38.5, 45, -45, .infinity, -.infinity, 1e-300, -1e-300]
    let arguments = edges + ReferenceFunctions.values(of: "normalCumulative").map { $0.arguments[0] }
    for start in stride(from: 0, to: arguments.count - 7, by: 4) {
      let vector = SIMD8(arguments[start..<(start + 8)])
      let lanes = SIMD8<Double>.normalCumulative(vector)
      for lane in 0..<8 { #expect(lanes[lane].bitPattern == Double.normalCumulative(vector[lane]).bitPattern) }
    }
  }
}
