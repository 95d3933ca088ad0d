import Testing

@testable import CostEngine

@Suite struct LogGammaTests {
  @Test func factorials() {
    var factorial = 1.0
    for n in 1...20 {
      factorial *= Double(n)
      let expected = Double.log(factorial)
      #expect((Double.logGamma(Double(n) + 1) - expected).magnitude < 1e-14 * max(1, expected / 4))
    }
  }

  @Test(arguments: ReferenceFunctions.values(of: "logGamma"))
  func logGamma(_ reference: ReferenceValue) {
    let error = reference.relativeError(Double.logGamma(reference.arguments[0])) * reference.high.magnitude
    #expect(error < 1e-14 * max(1, reference.high.magnitude / 4))
  }

  @Test(arguments: ReferenceFunctions.values(of: "stirlingError"))
  func stirlingError(_ reference: ReferenceValue) {
    let error = reference.relativeError(Double.stirlingError(reference.arguments[0])) * reference.high.magnitude
    #expect(error < 1e-14)
  }

  @Test func devianceVanishesAtItsMinimum() {
    #expect(Double.deviance(7, 7) == 0)
    // Both branches at a ratio of 1.5, where they change over: a (log(a/x) + x/a - 1).
    let expected = 4 * (0.5 - Double.log(1.5))
    #expect((Double.deviance(4, 6) - expected).magnitude < 1e-15)
    #expect((Double.deviance(4, 5.999999999) - expected).magnitude < 1e-8)
  }
}
