import Testing

@testable import CostEngine

@Suite struct StudentQuantileTests {
  /// R 4.3, `qt(0.975, df)`.
  @Test(arguments: [
    (3, 3.182446305), (9, 2.262157163), (10, 2.228138852), (19, 2.093024054), (49, 2.009575237), (999, 1.962341461),
  ])
  func knownQuantiles(degrees: Int, expected: Double) {
    #expect(abs(StudentQuantile.upper(degrees: degrees) - expected) < 3e-4)
  }
}
