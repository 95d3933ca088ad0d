import Testing

@testable import CostEngine

@Suite struct GaussLegendreTests {
  @Test func constantsAndPolynomials() {
    #expect((GaussLegendre.integral(from: 2, to: 5) { _ in 1 } - 3).magnitude < 1e-14)
    // Degree 63 is the highest it integrates exactly; rounding of 32 terms of at most 1.
    let power = GaussLegendre.integral(from: 0, to: 1) { x in Double.pow(x, 63) }
    #expect((power * 64 - 1).magnitude < 1e-13)
  }

  @Test func halfOfTheNormalDistribution() {
    let half = GaussLegendre.integral(from: 0, to: 9) { Double.exp(-0.5 * $0 * $0) }
    #expect((half - (0.5 * Double.pi).squareRoot()).magnitude < 1e-14)
  }
}
