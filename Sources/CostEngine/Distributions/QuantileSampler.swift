/// Exact values of a quantile function on segments of v = min(u, 1 - u), asked from the median outward.
protocol QuantileSampler {
  var median: Double { get }
  /// Replaces `samples` by the values at `centre + halfWidth * t` for t in ``SegmentInterpolation/points``.
  mutating func sample(centre: Double, halfWidth: Double, upper: Bool, into samples: inout [Double])
}

/// Of a distribution whose quantile is quick enough to ask everywhere.
struct DirectSampler: QuantileSampler {
  let distribution: Distribution

  var median: Double { distribution.quantile(below: 0.5, above: 0.5) }

  mutating func sample(centre: Double, halfWidth: Double, upper: Bool, into samples: inout [Double]) {
    for (index, t) in SegmentInterpolation.points.enumerated() {
      let v = centre + halfWidth * t
      samples[index] =
        upper ? distribution.quantile(below: 1 - v, above: v) : distribution.quantile(below: v, above: 1 - v)
    }
  }
}

/// Of a distribution whose quantile is an equation to solve: one evaluation of its distribution function a segment,
/// next to where the segment before predicts the centre, and a Taylor series from there.
struct PearsonSampler<Family: PearsonFamily>: QuantileSampler {
  private let family: Family
  private var series = PearsonSeries()
  private var point = PearsonPoint(distance: 0)
  /// The probability that `series` is the expansion at, its unit, and its side; a unit of 0: none yet.
  private var origin = 0.0
  private var unit = 0.0
  private var isUpper = false

  init(_ family: Family) { self.family = family }

  var median: Double { family.value(family.point(below: 0.5, above: 0.5)) }

  mutating func sample(centre: Double, halfWidth: Double, upper: Bool, into samples: inout [Double]) {
    var isNear = false
    if unit > 0 && upper == isUpper {
      let factor = series((centre - origin) / unit)
      let distance = point.distance * factor
      if distance > 0 && distance < .infinity {
        isNear = expand(
          at: family.reflection(PearsonPoint(distance: distance, reflected: point.reflected)), centre: centre,
          halfWidth: halfWidth, upper: upper)
      }
    }
    if !isNear {
      let exact =
        upper ? family.point(below: 1 - centre, above: centre) : family.point(below: centre, above: 1 - centre)
      _ = expand(at: exact, centre: centre, halfWidth: halfWidth, upper: upper)
    }
    for (index, t) in SegmentInterpolation.points.enumerated() {
      let distance = point.distance * series((centre - origin) / unit + t)
      samples[index] = family.value(PearsonPoint(distance: distance, reflected: point.reflected))
    }
  }

  /// Whether the probability at the point is in the segment.
  private mutating func expand(at start: PearsonPoint, centre: Double, halfWidth: Double, upper: Bool) -> Bool {
    point = start
    let tails = family.tails(point)
    origin = upper ? tails.upper : tails.lower
    unit = halfWidth
    isUpper = upper
    guard (origin - centre).magnitude < 0.5 * halfWidth else {
      unit = 0
      return false
    }
    let speed = halfWidth / tails.scaledDensity
    series.expand(family.equation(point), speed: upper == point.reflected ? speed : -speed)
    return true
  }
}
