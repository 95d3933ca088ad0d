import Testing

@testable import CostEngine

@Suite struct TailEquationTests {
  /// 1 - e^-z, whose quantile is known.
  private func tails(_ z: Double) -> (lower: Double, upper: Double, scaledDensity: Double) {
    (-Double.expm1(-z), Double.exp(-z), z * Double.exp(-z))
  }

  @Test(arguments: [1e-300, 1e-12, 0.3, 0.5, 0.9, 0.999999])
  func exponentialFromAnyStart(_ u: Double) {
    let expected = -Double.log1p(-u)
    for start in [1e-300, 1e-3, 1, 700, 1e5] {
      let root = TailEquation.root(lower: u, upper: 1 - u, start: start, highest: .infinity, tails: tails)
      #expect((root / expected - 1).magnitude < 1e-14)
    }
  }

  @Test func farUpperTail() {
    let root = TailEquation.root(lower: 1, upper: 1e-200, start: 1, highest: .infinity, tails: tails)
    #expect((root / -Double.log(1e-200) - 1).magnitude < 1e-14)
  }

  @Test func rootAtTheBound() {
    let half = -Double.log1p(-0.5)
    let root = TailEquation.root(lower: 0.5, upper: 0.5, start: 0.1, highest: half, tails: tails)
    #expect((root / half - 1).magnitude < 1e-14)
  }
}
