import Testing

@testable import CostEngine

@Suite struct IncompleteBetaTests {
  @Test func endsAndUniform() {
    let function = IncompleteBeta(alpha: 1, beta: 1)
    #expect(function.tails(0, 1) == (0, 1, 0))
    #expect(function.tails(1, 0) == (1, 0, 0))
    for x in [1e-10, 0.1, 0.5, 0.75] {
      #expect((function.tails(x, 1 - x).lower / x - 1).magnitude < 1e-14)
      #expect((function.tails(x, 1 - x).upper / (1 - x) - 1).magnitude < 1e-14)
    }
  }

  // The documented bounds: 1e-13, or 1e-14 over the smaller shape.
  @Test(arguments: ReferenceFunctions.values(of: "betaLower"))
  func lower(_ reference: ReferenceValue) {
    let (a, b, x) = (reference.arguments[0], reference.arguments[1], reference.arguments[2])
    let found = IncompleteBeta(alpha: a, beta: b).tails(x, 1 - x).lower
    #expect(reference.relativeError(found) < max(1e-13, 1e-14 / min(a, b)))
  }

  @Test(arguments: ReferenceFunctions.values(of: "betaUpper"))
  func upper(_ reference: ReferenceValue) {
    let (a, b, x) = (reference.arguments[0], reference.arguments[1], reference.arguments[2])
    let found = IncompleteBeta(alpha: a, beta: b).tails(x, 1 - x).upper
    #expect(reference.relativeError(found) < max(1e-13, 1e-14 / min(a, b)))
  }

  /// (1 - x)^b and (1 - x)^b (1 + b x), the upper tails for shapes 1 and 2 next to b: at x of the size of 1/b, where
  /// 1 - x holds only half of the digits of x. The documented bound; the formulas are within a tenth of it.
  @Test(arguments: [1e3, 1e4, 1e6, 1e8, 1e9])
  func lopsidedShapes(b: Double) {
    for multiple in [0.7, 1, 1.1, 2.5, 7, 30] {
      let x = multiple / b
      let power = Double.exp(b * Double.log1p(-x))
      let tails: [(a: Double, upper: Double)] = [(1, power), (2, power * (1 + b * x))]
      for (a, upper) in tails where x * (a + b + 2) >= a + 1 {
        let found = IncompleteBeta(alpha: a, beta: b).tails(x, 1 - x).upper
        let mirrored = IncompleteBeta(alpha: b, beta: a).tails(1 - x, x).lower
        #expect((found / upper - 1).magnitude < 1e-13)
        #expect((mirrored / upper - 1).magnitude < 1e-13)
      }
    }
  }

  @Test func symmetry() {
    let function = IncompleteBeta(alpha: 2.5, beta: 40)
    let mirrored = IncompleteBeta(alpha: 40, beta: 2.5)
    for x in [0.001, 0.03, 0.06, 0.2] {
      #expect(function.tails(x, 1 - x).lower == mirrored.tails(1 - x, x).upper)
    }
  }

  @Test func fractionAndQuadratureAgree() {
    // As in IncompleteGammaTests, around the shapes where the method changes.
    let below = IncompleteBeta(alpha: 1000, beta: 3000)
    let above = IncompleteBeta(alpha: 1000.000000001, beta: 3000)
    for x in [0.23, 0.249, 0.251, 0.27] {
      let tails = (below.tails(x, 1 - x), above.tails(x, 1 - x))
      #expect((tails.0.lower / tails.1.lower - 1).magnitude < 1e-9)
      #expect((tails.0.upper / tails.1.upper - 1).magnitude < 1e-9)
    }
  }
}
