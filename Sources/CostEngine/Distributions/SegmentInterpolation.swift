/// The polynomial of degree 7 through a segment's samples.
struct SegmentInterpolation {
  /// The points on -1...1 at which a segment is sampled: the centre, two further checks, and the eight nodes cos(k pi /
  /// 7). The checks lie midway (in angle) between nodes, where the error is largest.
  static let points: [Double] = [
    0, 0.97492791218182360702, -0.97492791218182360702,
    1, 0.90096886790241912624, 0.62348980185873353053, 0.22252093395631440429,
    -0.22252093395631440429, -0.62348980185873353053, -0.90096886790241912624, -1,
  ]
  private static let checks = 3
  /// For each node the polynomial that is 1 at that node and 0 at the others, in ascending powers.
  private let bases: [SIMD8<Double>]

  init() {
    let nodes = SegmentInterpolation.points.dropFirst(SegmentInterpolation.checks)
    bases = nodes.map { node in
      var base = SIMD8<Double>(1, 0, 0, 0, 0, 0, 0, 0)
      for other in nodes where other != node {
        var times = SIMD8<Double>(repeating: 0)
        for power in 0..<7 { times[power + 1] = base[power] }
        base = (times - base * other) / (node - other)
      }
      return base
    }
  }

  /// The polynomial's value at t in -1...1, summing first pairs, then groups of four of its terms.
  @inline(__always)
  static func value(_ coefficients: SIMD8<Double>, at t: Double) -> Double {
    let square = t * t
    let pairs = coefficients.lowHalf + coefficients.highHalf * t
    let halves = pairs.lowHalf + pairs.highHalf * square
    return halves[0] + halves[1] * (square * square)
  }

  /// ``value(_:at:)`` in eight lanes: each lane evaluates the polynomial of its own row at its own `t`.
  ///
  /// The operations on each lane are those on a single number, in the same order. Rows are taken two per register, and
  /// combined as the sums become fewer: this takes half the shuffles of transposing a whole matrix at once.
  ///
  /// - Parameter offsets: offsets of the eight rows, in bytes.
  @inline(__always)
  static func values(
    _ rows: SegmentRows, _ offsets: UnsafePointer<UInt64>, at t: SIMD8<Double>, _ keeper: RegisterKeeper
  ) -> SIMD8<Double> {
    /// The four pairs of terms of each of two rows.
    @inline(__always)
    func pairs(_ first: Int, _ second: Int, _ s: Double, _ t: Double) -> SIMD8<Double> {
      let a = rows[offset: offsets[first]]
      let b = rows[offset: offsets[second]]
      return keeper.whole(
        SIMD8(lowHalf: a.lowHalf, highHalf: b.lowHalf)
          + SIMD8(lowHalf: a.highHalf, highHalf: b.highHalf) * SIMD8(s, s, s, s, t, t, t, t))
    }
    /// The two halves of the sum of each of four rows, from their pairs.
    @inline(__always)
    func halves(_ a: SIMD8<Double>, _ b: SIMD8<Double>, _ squares: SIMD8<Double>) -> SIMD8<Double> {
      keeper.whole(
        SIMD8(a[0], a[1], a[4], a[5], b[0], b[1], b[4], b[5])
          + SIMD8(a[2], a[3], a[6], a[7], b[2], b[3], b[6], b[7]) * squares)
    }
    let t = keeper.whole(t)
    let square = keeper.whole(t * t)
    let even = halves(
      pairs(0, 2, t[0], t[2]), pairs(4, 6, t[4], t[6]),
      SIMD8(square[0], square[0], square[2], square[2], square[4], square[4], square[6], square[6]))
    let odd = halves(
      pairs(1, 3, t[1], t[3]), pairs(5, 7, t[5], t[7]),
      SIMD8(square[1], square[1], square[3], square[3], square[5], square[5], square[7], square[7]))
    return SIMD8(even[0], odd[0], even[2], odd[2], even[4], odd[4], even[6], odd[6])
      + SIMD8(even[1], odd[1], even[3], odd[3], even[5], odd[5], even[7], odd[7]) * (square * square)
  }

  /// Coefficients in the table's order 0 4 2 6 1 5 3 7, or nil if a check deviates by more than the tolerance.
  func coefficients(of samples: [Double], tolerance: Double) -> SIMD8<Double>? {
    let centre = samples[0]
    var powers = SIMD8<Double>(repeating: 0)
    for (index, base) in bases.enumerated() {
      // Relative to the centre, so that the rounding of a large common part does not enter.
      powers += base * (samples[SegmentInterpolation.checks + index] - centre)
    }
    for check in 0..<SegmentInterpolation.checks {
      let t = SegmentInterpolation.points[check]
      var value = 0.0
      for power in stride(from: 7, through: 0, by: -1) { value = value * t + powers[power] }
      guard (value - (samples[check] - centre)).magnitude <= tolerance else { return nil }
    }
    return SIMD8(
      centre + powers[0], powers[4], powers[2], powers[6], powers[1], powers[5], powers[3], powers[7])
  }
}
