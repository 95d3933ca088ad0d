/// The Gaussian copula of correlations.csv: `z = sum L_j F_j + sqrt(1 - sum L_j^2) e`, `u = Phi(z)`.
enum FactorCopula {
  /// Turns a column of uniform numbers into correlated ones.
  ///
  /// - Parameters:
  ///   - column: `vectors` registers, changed in place.
  ///   - loadings: the variable's loadings on factors.
  ///   - residual: ``SampledVariable/residual``.
  ///   - scores: the factors' normal scores, `stride` registers per factor.
  ///   - normal: the table of standard normal quantiles.
  static func correlate(
    _ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int, loadings: Slice<UnsafeBufferPointer<FactorLoading>>,
    residual: Double, scores: UnsafePointer<SIMD8<Double>>, stride: Int, normal: NormalScores
  ) {
    normal.quantile(column, vectors: vectors)
    for v in 0..<vectors { column[v] *= residual }
    for loading in loadings {
      let scores = scores + loading.factor * stride
      for v in 0..<vectors { column[v] += scores[v] * loading.loading }
    }
    normal.cumulative(column, vectors: vectors)
  }
}
