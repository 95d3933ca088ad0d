import Foundation
import Testing

@testable import CostEngine

/// The error of the tables over their whole range: segment by segment where a polynomial through eight points errs most.
@Suite struct QuantileTableTests {
  /// Besides the reference distributions: parameters at which a quantile bends the most.
  private static let hard: [ReferenceDistribution] = [
    ["gamma", "0.001", "1"], ["gamma", "0.05", "1"], ["beta", "0.001", "0.001", "0", "1"],
    ["beta", "0.05", "0.1", "0", "1"], ["beta", "1e9", "0.001", "0", "1"], ["beta", "1e9", "1e9", "0", "1e300"],
    ["beta", "0.5", "0.5", "-1", "1"], ["beta", "1", "30", "0", "1"], ["beta", "2", "1e8", "0", "1"],
    ["pert", "0", "1e-300", "1e300", "1e8"], ["pert", "0", "0", "1", "4"], ["pert", "0", "1", "1", "0"],
    ["weibull", "0.01", "1"], ["weibull", "0.1", "1"], ["weibull", "1e6", "5"], ["lognormal", "1", "1e150"],
    ["lognormal", "1e300", "1e-10"], ["normal", "0", "1", "36", "-"], ["normal", "0", "1", "-", "-36"],
    ["normal", "1e300", "1e300", "-", "-"], ["normal", "0", "1e-320", "-", "-"], ["normal", "0", "1", "0", "1e-300"],
    ["normal", "0", "1", "-1", "7"], ["normal", "0", "1", "-0.001", "0.002"], ["exponential", "1e-300"],
    ["metalog", "0", "10", "0.1", "1", "0.9", "2"],
  ].map { ReferenceDistribution(words: $0) }

  /// On -1...1 where the product of the distances to the nodes cos(k pi / 7) is largest, once between each two of them:
  /// with t = cos a it is sin(a) sin(7a) / 64, whose derivative vanishes there.
  private static let extremes: [Double] = (0..<7).map { k in
    // Newton's method from midway.
    var a = (Double(k) + 0.5) * .pi / 7
    for _ in 0..<10 {
      let slope = cos(a) * sin(7 * a) + 7 * sin(a) * cos(7 * a)
      a -= slope / (14 * cos(a) * cos(7 * a) - 50 * sin(a) * sin(7 * a))
    }
    return cos(a)
  }

  /// The largest of `error` at the extremes of the segments of v = min(u, 1 - u), `perOctave` of them from
  /// each octave down to 2^-16, on both sides.
  private func worst(perOctave: Int, _ error: (Double) -> Double) -> Double {
    var worst = 0.0
    for octave in 2...16 {
      let lowest = Double(sign: .plus, exponent: -octave, significand: 1)
      let halfWidth = lowest / Double(2 * perOctave)
      for segment in 0..<perOctave {
        let centre = lowest + halfWidth * Double(2 * segment + 1)
        for t in QuantileTableTests.extremes {
          let v = centre + halfWidth * t
          worst = max(worst, max(error(v), error(1 - v)))
        }
      }
    }
    return worst
  }

  /// Half the documented 1e-10 of the scale, of the distance to the median where that is larger: between the points
  /// looked at, the error is larger as far as the eighth derivative changes within a segment, for which there is the
  /// other half. And 16 ulps of the value itself.
  @Test(arguments: ReferenceDistribution.continuous + hard)
  func errorOverTheWholeRange(_ reference: ReferenceDistribution) throws {
    let distribution = try reference.distribution
    let compiled = CompiledQuantile(distribution)
    guard case .table(let table) = compiled.form else { return }
    let median = distribution.quantile(0.5)
    let scale = distribution.quantile(0.9) - distribution.quantile(0.1)
    let worst = worst(perOctave: table.segmentsPerOctave) { u in
      let found = table.value(u)
      // What no polynomial follows is left to the exact function.
      guard !found.isNaN else { return 0 }
      let exact = distribution.quantile(u)
      return (found - exact).magnitude / (0.5e-10 * max(scale, (exact - median).magnitude) + 16 * exact.ulp)
    }
    #expect(worst <= 1)
    // The tails beyond the table, to the last draw of a stream and further.
    for v in [0x1.ffp-17, 0x1p-20, 0x1p-33, 0x1p-33 / 200, 0x1p-53] {
      #expect(table.value(v).isNaN)
      #expect(compiled.quantile(v) == distribution.quantile(v))
      #expect(compiled.quantile(1 - v) == distribution.quantile(1 - v))
    }
  }

  /// As documented: 1e-12.
  @Test func errorOfNormalScores() {
    let scores = NormalScores()
    let register = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: 1)
    defer { register.deallocate() }
    let worst = worst(perOctave: 16) { u in
      register[0] = SIMD8(repeating: u)
      scores.quantile(register, vectors: 1)
      return (register[0][0] - Double.normalQuantile(u)).magnitude
    }
    #expect(worst < 0.5e-12)
  }

  /// As documented: 2e-11 of the probability.
  @Test func errorOfProbabilities() {
    // The tail's rows are those of the scores: this test used to read them after they were gone.
    let scores = NormalScores()
    var worst = 0.0
    withExtendedLifetime(scores) {
      for segment in 0..<136 {
        for t in QuantileTableTests.extremes + [-1, 1] {
          let z = -(Double(segment) + 0.5 + 0.5 * t) / 16
          worst = max(worst, (scores.tail.cumulative(z) / Double.normalCumulative(z) - 1).magnitude)
        }
      }
    }
    #expect(worst < 1e-11)
  }
}
