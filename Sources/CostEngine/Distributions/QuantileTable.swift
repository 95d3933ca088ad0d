/// A continuous quantile function as piecewise polynomials: a few nanoseconds whatever the distribution.
///
/// With v = min(u, 1 - u), each octave 2^-k <= v < 2^-k+1 down to 2^-16 is cut into 4 to 16 segments, so that the
/// segment and the position in it are bits of v. Two sides, u below and above 1/2. On each segment a polynomial of
/// degree 7 interpolates the exact quantile at 8 Chebyshev-Lobatto points, which include the ends: neighbours meet
/// there. Between the points the error is checked at construction; a segment that misses the tolerance is left to the
/// exact function.
struct QuantileTable: Sendable {
  /// For each segment the coefficients 0 4 2 6 1 5 3 7, or NaN. The lower side, then the upper one, on each side
  /// ascending in v with v = 1/2 as a last segment of its own.
  private var segments: [SIMD8<Double>]
  private let segmentsPerSide: UInt64
  /// Number of significand bits that are not part of a segment's index.
  private let positionBits: UInt64
  private let support: (lower: Double, upper: Double)

  /// Below it a draw is left to the exact function: it is one in 32,768.
  private static let smallest = 0x1p-16
  private static let octaves = 15
  /// Segments an octave are 2^2 to 2^4.
  private static let fewestBits: UInt64 = 2
  private static let mostBits: UInt64 = 4

  // MARK: Evaluation

  /// The value at `u`, or NaN where the exact function must be asked.
  @inline(__always)
  func value(_ u: Double, _ segments: UnsafeBufferPointer<SIMD8<Double>>) -> Double {
    let isUpper = u > 0.5
    let bits = (isUpper ? 1 - u : u).bitPattern
    let index = (bits &>> positionBits) &- (QuantileTable.smallest.bitPattern &>> positionBits)
    guard index < segmentsPerSide else { return .nan }
    let coefficients = segments[Int(index &+ (isUpper ? segmentsPerSide : 0))]
    // The position bits as the significand of a number in 1..<2, then -1..<1.
    let significand = (bits &<< (64 &- positionBits)) &>> 12
    let t = Double(bitPattern: significand | (1.0).bitPattern) * 2 - 3
    let value = SegmentInterpolation.value(coefficients, at: t)
    return value < support.lower ? support.lower : value > support.upper ? support.upper : value
  }

  func withSegments<Result>(_ body: (UnsafeBufferPointer<SIMD8<Double>>) -> Result) -> Result {
    segments.withUnsafeBufferPointer(body)
  }

  // MARK: Construction

  /// - Parameters:
  ///   - sampler: gives the exact quantile on a segment.
  ///   - support: values are kept inside it.
  ///   - tolerance: largest error at a value.
  init<Sampler: QuantileSampler>(
    _ sampler: Sampler, support: (lower: Double, upper: Double), tolerance: (Double) -> Double
  ) {
    let interpolation = SegmentInterpolation()
    var bits = QuantileTable.fewestBits
    while true {
      var sampler = sampler
      let isLast = bits == QuantileTable.mostBits
      if let segments = QuantileTable.segments(
        &sampler, bits: bits, interpolation, tolerance: tolerance, keepsMisses: isLast)
      {
        self.segments = segments
        break
      }
      bits += 1
    }
    segmentsPerSide = UInt64(QuantileTable.octaves) << bits + 1
    positionBits = 52 - bits
    self.support = support
  }

  /// Nil where a segment misses the tolerance, unless misses are kept (as NaN).
  private static func segments<Sampler: QuantileSampler>(
    _ sampler: inout Sampler, bits: UInt64, _ interpolation: SegmentInterpolation, tolerance: (Double) -> Double,
    keepsMisses: Bool
  ) -> [SIMD8<Double>]? {
    let perOctave = 1 << bits
    let perSide = octaves * perOctave + 1
    var segments = [SIMD8<Double>](repeating: SIMD8(repeating: .nan), count: 2 * perSide)
    var samples = [Double](repeating: 0, count: SegmentInterpolation.points.count)
    let median = sampler.median
    for isUpper in [false, true] {
      let first = isUpper ? perSide : 0
      segments[first + perSide - 1] = SIMD8(median, 0, 0, 0, 0, 0, 0, 0)
      // From the median outward, so that a sampler finds each segment next to the one before.
      for index in stride(from: perSide - 2, through: 0, by: -1) {
        let octave = Double(bitPattern: UInt64(index / perOctave) << 52 &+ smallest.bitPattern)
        let halfWidth = octave / Double(2 * perOctave)
        let centre = octave + halfWidth * Double(2 * (index % perOctave) + 1)
        sampler.sample(centre: centre, halfWidth: halfWidth, upper: isUpper, into: &samples)
        if let coefficients = interpolation.coefficients(of: samples, tolerance: tolerance(samples[0])) {
          segments[first + index] = coefficients
        } else if !keepsMisses {
          return nil
        }
      }
    }
    return segments
  }
}
