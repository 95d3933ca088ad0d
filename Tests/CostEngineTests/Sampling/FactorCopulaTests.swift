import Testing

@testable import CostEngine

@Suite struct FactorCopulaTests {
  private func residual(_ loadings: [FactorLoading]) throws -> Double {
    var all: [FactorLoading] = []
    let variable = UncertainVariable(name: "a", distribution: try .uniform(from: 0, to: 1), loadings: loadings)
    return SampledVariable(variable, quantile: 0, dimension: 0, seed: 1, loadings: &all).residual
  }

  /// The formula, one number at a time, in the order of the variable's loadings.
  private func plain(
    _ u: Double, _ loadings: [FactorLoading], _ residual: Double, _ scores: [Double], _ normal: NormalScores
  ) -> Double {
    let register = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: 1)
    defer { register.deallocate() }
    register[0] = SIMD8(repeating: u)
    normal.quantile(register, vectors: 1)
    var z = register[0][0] * residual
    for loading in loadings { z += scores[loading.factor] * loading.loading }
    return normal.tail.cumulative(z)
  }

  @Test(arguments: [[0.6], [-0.4, 0.5], [0.3, 0.2, -0.7], [1.0], [0, 0]])
  func columnsFollowTheFormulaToTheLastBit(sizes: [Double]) throws {
    let loadings = sizes.enumerated().map { FactorLoading(factor: $0.offset, loading: $0.element) }
    let residual = try residual(loadings)
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
        column[index / 8][index % 8], loadings, residual,
        loadings.indices.map { scores[$0 * stride + index / 8][index % 8] }, normal)
    }
    loadings.withUnsafeBufferPointer {
      FactorCopula.correlate(
        column, vectors: vectors, loadings: $0[0..<loadings.count], residual: residual, scores: scores,
        stride: stride, normal: normal)
    }
    #expect((0..<(8 * vectors)).map { column[$0 / 8][$0 % 8] } == expected)
  }
}
