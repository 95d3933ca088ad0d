/// Columns of standard normal scores to and from probabilities, for variables that share factors: both from tables, a
/// few nanoseconds a value.
public struct NormalScores: Sendable {
  private let quantiles = CompiledQuantile(.normal(Distribution.Normal.standard), tolerance: 1e-13)
  /// Phi(-x) on segments of x that are 1/16 wide.
  private let tail: [SIMD8<Double>]

  private static let segmentsPerUnit = 16.0
  /// Beyond it, one score in 1e16, the exact function is asked.
  private static let farthest = 8.5

  public init() {
    let interpolation = SegmentInterpolation()
    let count = Int(NormalScores.farthest * NormalScores.segmentsPerUnit)
    tail = (0..<count).map { segment in
      let centre = (Double(segment) + 0.5) / NormalScores.segmentsPerUnit
      let samples = SegmentInterpolation.points.map { t in
        Double.normalCumulative(-(centre + 0.5 * t / NormalScores.segmentsPerUnit))
      }
      guard let coefficients = interpolation.coefficients(of: samples, tolerance: 1e-11 * samples[0]) else {
        preconditionFailure("the normal distribution needs narrower segments")
      }
      return coefficients
    }
  }

  /// Replaces probabilities strictly between 0 and 1 by their standard normal quantiles z, within 1e-12.
  public func quantile(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    quantiles.fill(column, vectors: vectors)
  }

  /// Replaces standard normal scores by their probabilities Phi(z), kept strictly between 0 and 1.
  ///
  /// Relative error below 2e-11 in both tails (above z = 0 also the 2^-53 that numbers below 1 are apart); scores
  /// above 8.2 become the number next to 1.
  public func cumulative(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    column.withMemoryRebound(to: Double.self, capacity: 8 * vectors) { values in
      tail.withUnsafeBufferPointer { tail in
        for index in 0..<(8 * vectors) { values[index] = NormalScores.cumulative(values[index], tail) }
      }
    }
  }

  @inline(__always)
  private static func cumulative(_ z: Double, _ tail: UnsafeBufferPointer<SIMD8<Double>>) -> Double {
    let x = z.magnitude
    guard x < farthest else { return max(0x1p-1022, min(1 - 0x1p-53, Double.normalCumulative(z))) }
    let position = x * segmentsPerUnit
    let segment = Int(position)
    let t = (position - Double(segment)) * 2 - 1
    let probability = SegmentInterpolation.value(tail[segment], at: t)
    return z > 0 ? min(1 - 0x1p-53, 1 - probability) : probability
  }
}
