/// Columns of standard normal scores to and from probabilities, for variables that share factors.
public struct NormalScores: Sendable {
  private let table: CompiledQuantile

  public init() {
    let standard = Distribution.Normal.standard
    table = CompiledQuantile(.normal(standard), tolerance: 1e-13)
  }

  /// Replaces probabilities strictly between 0 and 1 by their standard normal quantiles z, within 1e-12.
  public func quantile(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    table.fill(column, vectors: vectors)
  }

  /// Replaces standard normal scores by their probabilities Phi(z), kept strictly between 0 and 1: the nearest number to
  /// either where a score is more than 8.2 above or 37 below zero.
  ///
  /// Relative error below 4 ulps.
  public static func cumulative(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    for index in 0..<vectors {
      var u = SIMD8<Double>.normalCumulative(column[index])
      u.replace(with: 1 - 0x1p-53, where: u .> 1 - 0x1p-53)
      u.replace(with: 0x1p-1022, where: u .< 0x1p-1022)
      column[index] = u
    }
  }
}
