import Testing

@testable import CostEngine

@Suite struct FactorCopulaTests {
  private func variable(_ loadings: [Double]) throws -> SampledVariable {
    SampledVariable(
      UncertainVariable(
        name: "a", distribution: try .uniform(from: 0, to: 1),
        loadings: loadings.enumerated().map { FactorLoading(factor: $0.offset, loading: $0.element) }),
      quantile: 0, seed: 1)
  }

  /// The formula, one number at a time, in the order of the variable's loadings.
  private func plain(_ u: Double, _ variable: SampledVariable, _ scores: [Double], _ normal: NormalScores) -> Double {
    let register = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: 1)
    defer { register.deallocate() }
    register[0] = SIMD8(repeating: u)
    normal.quantile(register, vectors: 1)
    var z = register[0][0] * variable.residual
    for loading in variable.loadings { z += scores[loading.factor] * loading.loading }
    return normal.tail.cumulative(z)
  }

  @Test(arguments: [[0.6], [-0.4, 0.5], [0.3, 0.2, -0.7], [1.0], [0, 0]])
  func columnsFollowTheFormulaToTheLastBit(loadings: [Double]) throws {
    let variable = try variable(loadings)
    let normal = NormalScores()
    var random = SplitMix64(state: 5)
    let vectors = 27
    let stride = vectors + 3
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: vectors)
    let scores = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: loadings.count * stride)
    defer {
      column.deallocate()
      scores.deallocate()
    }
    for index in 0..<(loadings.count * stride) {
      for lane in 0..<8 { scores[index][lane] = Double.normalQuantile(random.unit()) }
    }
    for vector in 0..<vectors { for lane in 0..<8 { column[vector][lane] = random.unit() } }
    // The last score makes one that the table does not hold.
    scores[vectors - 1][7] = 30
    let expected = (0..<(8 * vectors)).map { index in
      plain(
        column[index / 8][index % 8], variable,
        loadings.indices.map { scores[$0 * stride + index / 8][index % 8] }, normal)
    }
    FactorCopula.correlate(
      column, vectors: vectors, variable: variable, scores: scores, stride: stride, normal: normal)
    #expect((0..<(8 * vectors)).map { column[$0 / 8][$0 % 8] } == expected)
  }
}
