import Testing

@testable import CostEngine

@Suite struct LogarithmTests {
  @Test func specialValues() {
    #expect(Double.log(1) == 0)
    #expect(Double.log(0) == -.infinity)
    #expect(Double.log(.infinity) == .infinity)
    #expect(Double.log(-1).isNaN)
    #expect(Double.log(.nan).isNaN)
    #expect(Double.log1p(0) == 0)
    #expect(Double.log1p(-1) == -.infinity)
    #expect(Double.log1p(-2).isNaN)
    #expect(Double.log1p(1e-300) == 1e-300)
    #expect(Double.log1pDeficit(0) == 0)
  }

  @Test(arguments: ReferenceFunctions.values(of: "log"))
  func logarithm(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.log(reference.arguments[0])) < 0.9)
  }

  @Test(arguments: ReferenceFunctions.values(of: "log1p"))
  func logarithmOfOnePlus(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.log1p(reference.arguments[0])) < 1.2)
  }

  @Test(arguments: ReferenceFunctions.values(of: "log1pDeficit"))
  func deficit(_ reference: ReferenceValue) {
    #expect(reference.ulps(Double.log1pDeficit(reference.arguments[0])) < 8)
  }

  @Test(arguments: ReferenceFunctions.values(of: "log"))
  func extendedLogarithmIsBetterThanTheLastPlace(_ reference: ReferenceValue) {
    let (high, low) = Double.extendedLog(reference.arguments[0])
    let error = ((high - reference.high) + (low - reference.low)).magnitude
    // The documented bound.
    #expect(error <= 0x1p-57 * reference.high.magnitude)
  }
}
