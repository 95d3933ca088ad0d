import Testing

@testable import CostEngine

@Suite struct PowerTests {
  @Test func specialValues() {
    #expect(Double.pow(0, 0) == 1)
    #expect(Double.pow(.nan, 0) == 1)
    #expect(Double.pow(1, .infinity) == 1)
    #expect(Double.pow(0, 2) == 0)
    #expect(Double.pow(0, -2) == .infinity)
    #expect(Double.pow(2, .infinity) == .infinity)
    #expect(Double.pow(0.5, .infinity) == 0)
    #expect(Double.pow(.infinity, -1) == 0)
    #expect(Double.pow(-1, 2).isNaN)
    #expect(Double.pow(2, .nan).isNaN)
    #expect(Double.pow(10, 400) == .infinity)
    #expect(Double.pow(10, -400) == 0)
  }

  @Test func wholePowersAreExact() {
    #expect(Double.pow(2, 10) == 1024)
    #expect(Double.pow(3, 20) == 3_486_784_401)
    #expect(Double.pow(1.5, 2) == 2.25)
    #expect(Double.pow(10, -2) == 0.01)
  }

  @Test(arguments: ReferenceFunctions.values(of: "pow"))
  func power(_ reference: ReferenceValue) {
    let (x, y) = (reference.arguments[0], reference.arguments[1])
    #expect(reference.ulps(Double.pow(x, y)) < 1)
  }
}
