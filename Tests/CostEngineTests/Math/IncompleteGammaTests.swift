import Testing

@testable import CostEngine

@Suite struct IncompleteGammaTests {
  @Test func endsAndExponential() {
    let function = IncompleteGamma(shape: 1)
    #expect(function.tails(0) == (0, 1, 0))
    #expect(function.tails(.infinity) == (1, 0, 0))
    for x in [1e-10, 0.1, 1, 1.99, 2.01, 30, 700] {
      // Shape 1 is the exponential distribution.
      #expect((function.tails(x).upper / Double.exp(-x) - 1).magnitude < 1e-13)
      #expect((function.tails(x).lower / -Double.expm1(-x) - 1).magnitude < 1e-13)
    }
  }

  // The documented bounds: 1e-13, or 1e-14 over the shape.
  @Test(arguments: ReferenceFunctions.values(of: "gammaLower"))
  func lower(_ reference: ReferenceValue) {
    let (a, x) = (reference.arguments[0], reference.arguments[1])
    #expect(reference.relativeError(IncompleteGamma(shape: a).tails(x).lower) < max(1e-13, 1e-14 / a))
  }

  @Test(arguments: ReferenceFunctions.values(of: "gammaUpper"))
  func upper(_ reference: ReferenceValue) {
    let (a, x) = (reference.arguments[0], reference.arguments[1])
    #expect(reference.relativeError(IncompleteGamma(shape: a).tails(x).upper) < max(1e-13, 1e-14 / a))
  }

  @Test func seriesAndQuadratureAgree() {
    // On either side of the shape where the method changes, at 3 standard deviations. The function of the shape is
    // smooth: a change of 1e-9 in it moves z by 1e-9 / sqrt(1000) and the tail by about 4 times that.
    let below = IncompleteGamma(shape: 1000)
    let above = IncompleteGamma(shape: 1000.000000001)
    for x in [905.0, 990, 1010, 1095] {
      let tails = (below.tails(x), above.tails(x))
      #expect((tails.0.lower / tails.1.lower - 1).magnitude < 1e-9)
      #expect((tails.0.upper / tails.1.upper - 1).magnitude < 1e-9)
    }
  }
}
