import Testing

@testable import CostEngine

@Suite struct ExponentialFunctionTests {
  @Test func specialValues() {
    #expect(Double.exp(0) == 1)
    #expect(Double.exp(710) == .infinity)
    #expect(Double.exp(-746) == 0)
    #expect(Double.exp(.infinity) == .infinity)
    #expect(Double.exp(-.infinity) == 0)
    #expect(Double.exp(.nan).isNaN)
    #expect(Double.expm1(0) == 0)
    #expect(Double.expm1(-1000) == -1)
    #expect(Double.expm1(1e-300) == 1e-300)
  }

  // The bounds of the documentation, which hold some room above what 12,000 other arguments showed.
  @Test(arguments: ReferenceFunctions.values(of: "exp"))
  func exponential(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.exp(reference.arguments[0])) < 1)
  }

  @Test(arguments: ReferenceFunctions.values(of: "expm1"))
  func exponentialMinusOne(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.expm1(reference.arguments[0])) < 1.7)
  }
}
