/// The polynomial of degree 7 through a segment's samples.
struct SegmentInterpolation {
  /// Where on -1...1 a segment is sampled: the centre, two further checks, and the eight nodes cos(k pi / 7). The
  /// checks lie midway (in angle) between nodes, where the error is largest.
  static let points: [Double] = [
    0, 0.97492791218182360702, -0.97492791218182360702,
    1, 0.90096886790241912624, 0.62348980185873353053, 0.22252093395631440429,
    -0.22252093395631440429, -0.62348980185873353053, -0.90096886790241912624, -1,
  ]
  private static let checks = 3
  /// For each node the polynomial that is 1 there and 0 at the others, in ascending powers.
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

  /// The polynomial's value at t in -1...1: two, then four of its terms at a time.
  @inline(__always)
  static func value(_ coefficients: SIMD8<Double>, at t: Double) -> Double {
    let square = t * t
    let pairs = coefficients.lowHalf + coefficients.highHalf * t
    let halves = pairs.lowHalf + pairs.highHalf * square
    return halves[0] + halves[1] * (square * square)
  }

  /// Coefficients in the table's order 0 4 2 6 1 5 3 7, or nil where a check differs by more than the tolerance.
  func coefficients(of samples: [Double], tolerance: Double) -> SIMD8<Double>? {
    let centre = samples[0]
    var powers = SIMD8<Double>(repeating: 0)
    for (index, base) in bases.enumerated() {
      // Relative to the centre: the rounding of a large common part must not enter.
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
