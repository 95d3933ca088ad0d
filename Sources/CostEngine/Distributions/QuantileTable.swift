/// A continuous quantile function as piecewise polynomials, equally fast for every distribution.
///
/// With v = min(u, 1 - u), each octave 2^-k <= v < 2^-k+1 down to 2^-16 is divided into 4 to 16 segments, so that the
/// segment and the position in it are bits of v. There are two sides, for u below and above 1/2. On each segment a
/// polynomial of degree 7 interpolates the exact quantile at 8 Chebyshev-Lobatto points, which include the ends, so
/// that neighbouring segments join there. Between the points the error is checked at construction; a segment that
/// misses the tolerance is left to the exact function.
struct QuantileTable: SegmentedFunction, Sendable {
  /// For each segment the coefficients 0 4 2 6 1 5 3 7, or NaN. The lower side comes first, then the upper one; each
  /// begins with a row of NaN for everything below the table, and is ascending in v, with v = 1/2 as a final segment of
  /// its own.
  let segments: SegmentRows
  private let rowsPerSide: UInt64
  /// Exponent and index bits of the row of NaN.
  private let firstRow: UInt64
  /// Number of significand bits that are not part of a segment's index.
  private let positionBits: UInt64
  private let support: (lower: Double, upper: Double)

  /// 4, 8 or 16.
  var segmentsPerOctave: Int { 1 << Int(52 - positionBits) }

  /// Draws below this, one in 32,768, are left to the exact function.
  private static let smallest = 0x1p-16
  private static let octaves = 15
  /// Segments per octave are 2^2 to 2^4.
  private static let fewestBits: UInt64 = 2
  private static let mostBits: UInt64 = 4

  // MARK: Evaluation

  /// The value at `u`, or NaN if the exact function must be used.
  @inline(__always)
  func value(_ u: Double) -> Double {
    let isUpper = u > 0.5
    let v = max(isUpper ? 1 - u : u, QuantileTable.smallest.nextDown)
    let bits = v.bitPattern
    let row = (bits &>> positionBits) &- firstRow &+ (isUpper ? rowsPerSide : 0)
    let coefficients = segments[offset: row &<< SegmentRows.sizeBits]
    // The position bits as the significand of a number in 1..<2, then scaled to -1..<1.
    let significand = (bits &<< (64 &- positionBits)) &>> 12
    let t = Double(bitPattern: significand | (1.0).bitPattern) * 2 - 3
    let value = SegmentInterpolation.value(coefficients, at: t)
    return value < support.lower ? support.lower : value > support.upper ? support.upper : value
  }

  /// The first of two steps to do the same for eight probabilities; the polynomials are evaluated in between.
  @inline(__always)
  func place(of probabilities: SIMD8<Double>) -> (offsets: SIMD8<UInt64>, positions: SIMD8<Double>) {
    let below = SIMD8<Double>(repeating: QuantileTable.smallest.nextDown)
    let isUpper = probabilities .> 0.5
    let side = probabilities.replacing(with: 1 - probabilities, where: isUpper)
    let v = below.replacing(with: side, where: side .> below)
    let bits = unsafeBitCast(v, to: SIMD8<UInt64>.self)
    let firstOfSide = SIMD8<UInt64>(repeating: 0).replacing(with: SIMD8(repeating: rowsPerSide), where: isUpper)
    let row = (bits &>> SIMD8(repeating: positionBits)) &- SIMD8(repeating: firstRow) &+ firstOfSide
    let significand = (bits &<< SIMD8(repeating: 64 &- positionBits)) &>> SIMD8(repeating: 12)
    let numbers = unsafeBitCast(significand | SIMD8(repeating: (1.0).bitPattern), to: SIMD8<Double>.self)
    return (row &<< SIMD8(repeating: SegmentRows.sizeBits), numbers * 2 - 3)
  }

  @inline(__always)
  func values(_ polynomials: SIMD8<Double>, at probabilities: SIMD8<Double>) -> SIMD8<Double> {
    var values = polynomials
    for lane in 0..<8 {
      let value = values[lane]
      values[lane] = value < support.lower ? support.lower : value > support.upper ? support.upper : value
    }
    return values
  }

  // MARK: Construction

  /// A table, and the memory that holds it.
  ///
  /// - Parameters:
  ///   - sampler: provides the exact quantile on a segment.
  ///   - support: range to which values are limited.
  ///   - tolerance: largest error at a value.
  static func make<Sampler: QuantileSampler>(
    _ sampler: Sampler, support: (lower: Double, upper: Double), tolerance: (Double) -> Double
  ) -> (QuantileTable, SegmentMemory) {
    let interpolation = SegmentInterpolation()
    var bits = fewestBits
    while true {
      var sampler = sampler
      if let segments = segments(
        &sampler, bits: bits, interpolation, tolerance: tolerance, keepsMisses: bits == mostBits)
      {
        let memory = SegmentMemory(segments)
        return (QuantileTable(memory.rows, bits: bits, support: support), memory)
      }
      bits += 1
    }
  }

  private init(_ segments: SegmentRows, bits: UInt64, support: (lower: Double, upper: Double)) {
    self.segments = segments
    rowsPerSide = UInt64(QuantileTable.octaves) << bits + 2
    positionBits = 52 - bits
    firstRow = QuantileTable.smallest.nextDown.bitPattern >> positionBits
    self.support = support
  }

  /// Nil if a segment misses the tolerance, unless misses are kept (as NaN).
  private static func segments<Sampler: QuantileSampler>(
    _ sampler: inout Sampler, bits: UInt64, _ interpolation: SegmentInterpolation, tolerance: (Double) -> Double,
    keepsMisses: Bool
  ) -> [SIMD8<Double>]? {
    let perOctave = 1 << bits
    let perSide = octaves * perOctave + 2
    var segments = [SIMD8<Double>](repeating: SIMD8(repeating: .nan), count: 2 * perSide)
    let median = SIMD8(sampler.median, 0, 0, 0, 0, 0, 0, 0)
    segments[perSide - 1] = median
    segments[2 * perSide - 1] = median
    var lower = [Double](repeating: 0, count: SegmentInterpolation.points.count)
    var upper = lower
    // From the median outward, so that a sampler can start each segment from the previous one.
    for index in stride(from: octaves * perOctave - 1, through: 0, by: -1) {
      let octave = Double(bitPattern: UInt64(index / perOctave) << 52 &+ smallest.bitPattern)
      let halfWidth = octave / Double(2 * perOctave)
      let centre = octave + halfWidth * Double(2 * (index % perOctave) + 1)
      sampler.sample(centre: centre, halfWidth: halfWidth, lower: &lower, upper: &upper)
      let lowerSegment = interpolation.coefficients(of: lower, tolerance: tolerance(lower[0]))
      let upperSegment = interpolation.coefficients(of: upper, tolerance: tolerance(upper[0]))
      guard keepsMisses || (lowerSegment != nil && upperSegment != nil) else { return nil }
      if let lowerSegment { segments[1 + index] = lowerSegment }
      if let upperSegment { segments[perSide + 1 + index] = upperSegment }
    }
    return segments
  }
}
