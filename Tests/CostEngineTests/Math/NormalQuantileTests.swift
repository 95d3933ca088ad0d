import Testing

@testable import CostEngine

@Suite struct NormalQuantileTests {
  @Test func specialValues() {
    #expect(Double.normalQuantile(0.5) == 0)
    #expect(Double.normalQuantile(0) == -.infinity)
    #expect(Double.normalQuantile(1) == .infinity)
    #expect(Double.normalQuantile(-0.1).isNaN)
    #expect(Double.normalQuantile(.nan).isNaN)
  }

  @Test(arguments: ReferenceFunctions.values(of: "normalQuantile"))
  func quantile(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.normalQuantile(reference.arguments[0])) < 8)
  }

  @Test func invertsTheCumulative() {
    for z in stride(from: -37.0, through: -0.1, by: 0.173) {
      // 4 ulps of Phi are 4 ulps / (z^2) of z in the tail and at most 4 ulps / 0.2 near the centre; 8 ulps of the
      // inverse.
      #expect((Double.normalQuantile(Double.normalCumulative(z)) / z - 1).magnitude < 30 * 0x1p-52)
    }
  }
}
