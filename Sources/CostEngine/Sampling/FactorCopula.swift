/// The one-factor-or-more Gaussian copula of correlations.csv: `z = sum L_j F_j + sqrt(1 - sum L_j^2) e`, `u = Phi(z)`.
enum FactorCopula {
  /// `Phi(z)` kept inside the open unit interval: at 2^-40 from its ends at least, which a score reaches at 7.1.
  static func uniform(score: Double) -> Double {
    min(max(StandardNormal.cumulative(score), 0x1p-40), 1 - 0x1p-40)
  }

  /// Turns a column of uniform numbers into correlated ones.
  ///
  /// - Parameters:
  ///   - column: `vectors` registers, in place.
  ///   - scores: the factors' normal scores, `stride` registers a factor.
  static func correlate(
    _ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int, variable: SampledVariable,
    scores: UnsafePointer<SIMD8<Double>>, stride: Int
  ) {
    StandardNormal.quantiles(column, vectors: vectors)
    for v in 0..<vectors {
      var z = column[v] * variable.residual
      for loading in variable.loadings { z += scores[loading.factor * stride + v] * loading.loading }
      column[v] = z
    }
    StandardNormal.cumulatives(column, vectors: vectors)
    for v in 0..<vectors {
      let u = column[v]
      column[v] = pointwiseMin(pointwiseMax(u, SIMD8(repeating: 0x1p-40)), SIMD8(repeating: 1 - 0x1p-40))
    }
  }
}
