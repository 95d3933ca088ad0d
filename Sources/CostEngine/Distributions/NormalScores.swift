/// Converts columns of standard normal scores to and from probabilities, with tables, for variables that share factors.
public struct NormalScores: Sendable {
  private let quantiles = CompiledQuantile(.normal(Distribution.Normal.standard), tolerance: 1e-13)
  let tail: NormalTail
  /// The memory that holds `tail`.
  private let memory: SegmentMemory

  public init() { (tail, memory) = NormalTail.make() }

  /// Replaces probabilities strictly between 0 and 1 by their standard normal quantiles z, within 1e-12.
  public func quantile(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    quantiles.fill(column, vectors: vectors)
  }

  /// Replaces standard normal scores by their probabilities Phi(z), kept strictly between 0 and 1.
  ///
  /// Relative error below 2e-11 in both tails (above z = 0 limited by the spacing of 2^-53 of numbers just below 1);
  /// scores above 8.2 become the largest number below 1.
  public func cumulative(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    var vector = tail.fill(column, from: 0, to: vectors)
    while vector < vectors {
      for lane in 0..<8 { column[vector][lane] = tail.cumulative(column[vector][lane]) }
      vector = tail.fill(column, from: vector + 1, to: vectors)
    }
  }
}
