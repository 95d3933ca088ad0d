/// The standard normal distribution function as piecewise polynomials: Phi(-x) on segments of x that are 1/16 wide.
struct NormalTail: SegmentedFunction, Sendable {
  let segments: SegmentRows

  private static let segmentsPerUnit = 16.0
  /// Beyond this, one score in 1e16, the exact function is used.
  private static let farthest = 8.5
  /// The largest number below 1.
  private static let highest = 1 - 0x1p-53

  // MARK: Evaluation

  /// Phi(z), kept strictly between 0 and 1; see ``NormalScores/cumulative(_:vectors:)``.
  func cumulative(_ z: Double) -> Double {
    let x = z.magnitude
    guard x < NormalTail.farthest else {
      return max(0x1p-1022, min(NormalTail.highest, Double.normalCumulative(z)))
    }
    let position = x * NormalTail.segmentsPerUnit
    let segment = position.rounded(.down)
    let coefficients = segments[offset: UInt64(segment) &<< SegmentRows.sizeBits]
    let probability = SegmentInterpolation.value(coefficients, at: (position - segment) * 2 - 1)
    return z > 0 ? min(NormalTail.highest, 1 - probability) : probability
  }

  @inline(__always)
  func place(of scores: SIMD8<Double>) -> (offsets: SIMD8<UInt64>, positions: SIMD8<Double>) {
    let x = scores.replacing(with: -scores, where: scores .< 0)
    let inside = SIMD8(repeating: NormalTail.farthest).replacing(with: x, where: x .< NormalTail.farthest)
    let position = inside * NormalTail.segmentsPerUnit
    let segment = position.wholePart
    return (segment.nearestIndex &<< SIMD8(repeating: SegmentRows.sizeBits), (position - segment) * 2 - 1)
  }

  @inline(__always)
  func values(_ polynomials: SIMD8<Double>, at scores: SIMD8<Double>) -> SIMD8<Double> {
    let above = 1 - polynomials
    let highest = SIMD8(repeating: NormalTail.highest)
    let kept = highest.replacing(with: above, where: above .< highest)
    return polynomials.replacing(with: kept, where: scores .> 0)
  }

  // MARK: Construction

  /// The function, and the memory that holds it.
  static func make() -> (NormalTail, SegmentMemory) {
    let interpolation = SegmentInterpolation()
    let count = Int(farthest * segmentsPerUnit)
    var rows = (0..<count).map { segment in
      let centre = (Double(segment) + 0.5) / segmentsPerUnit
      let samples = SegmentInterpolation.points.map { t in
        Double.normalCumulative(-(centre + 0.5 * t / segmentsPerUnit))
      }
      guard let coefficients = interpolation.coefficients(of: samples, tolerance: 1e-11 * samples[0]) else {
        preconditionFailure("the normal distribution needs narrower segments")
      }
      return coefficients
    }
    rows.append(SIMD8(repeating: .nan))
    let memory = SegmentMemory(rows)
    return (NormalTail(segments: memory.rows), memory)
  }
}
