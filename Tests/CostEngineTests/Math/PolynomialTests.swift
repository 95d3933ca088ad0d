import Testing

@testable import CostEngine

@Suite struct PolynomialTests {
  @Test func smallPolynomials() {
    #expect(polynomial(3, [5, 2]) == 11)
    #expect(polynomial(-2, [1, 2, 3, 4]) == 1 - 4 + 12 - 32)
  }
}
