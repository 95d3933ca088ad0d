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

  @Test func tailsAreMirrored() {
    for z in stride(from: 0.0, through: 8, by: 0.37) {
      // Both are rounded once at a size of at most 1.
      #expect((Double.normalCumulative(z) + Double.normalCumulative(-z) - 1).magnitude <= 0x1p-53)
    }
  }
}
