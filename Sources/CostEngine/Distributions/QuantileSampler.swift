/// Exact values of a quantile function on segments of v = min(u, 1 - u), requested from the median outward.
protocol QuantileSampler {
  var median: Double { get }
  /// Replaces the samples of both sides, u = v and u = 1 - v, by the values at v = `centre + halfWidth * t` for t in
  /// ``SegmentInterpolation/points``.
  mutating func sample(centre: Double, halfWidth: Double, lower: inout [Double], upper: inout [Double])
}

/// Samples a distribution whose quantile is fast enough to evaluate everywhere.
struct DirectSampler: QuantileSampler {
  let distribution: Distribution

  var median: Double { distribution.quantile(below: 0.5, above: 0.5) }

  mutating func sample(centre: Double, halfWidth: Double, lower: inout [Double], upper: inout [Double]) {
    for (index, t) in SegmentInterpolation.points.enumerated() {
      let v = centre + halfWidth * t
      lower[index] = distribution.quantile(below: v, above: 1 - v)
      upper[index] = distribution.quantile(below: 1 - v, above: v)
    }
  }
}

/// Samples a distribution whose quantile requires solving an equation: one evaluation of its distribution function per
/// segment, next to the centre predicted by the previous segment, and a Taylor series from there. The two sides are
/// independent, so their series are computed side by side.
struct PearsonSampler<Family: PearsonFamily>: QuantileSampler {
  private let family: Family
  private var series = PearsonSeries()
  private var lower = Side(isUpper: false)
  private var upper = Side(isUpper: true)

  /// The starting point of the series on one side.
  private struct Side {
    let isUpper: Bool
    var point = PearsonPoint(distance: 0)
    /// The probability at the point, and the unit of the series; a unit of 0 means none yet.
    var origin = 0.0
    var unit = 0.0

    /// Converts a probability to the variable of the series.
    func position(of probability: Double) -> Double { (probability - origin) / unit }
  }

  init(_ family: Family) { self.family = family }

  var median: Double { family.value(family.point(below: 0.5, above: 0.5)) }

  mutating func sample(centre: Double, halfWidth: Double, lower: inout [Double], upper: inout [Double]) {
    let predicted = series(SIMD2(self.lower.position(of: centre), self.upper.position(of: centre)))
    let speeds = SIMD2(
      move(&self.lower, predicted: predicted[0], centre: centre, halfWidth: halfWidth),
      move(&self.upper, predicted: predicted[1], centre: centre, halfWidth: halfWidth))
    series.expand(family.equation(self.lower.point), family.equation(self.upper.point), speeds: speeds)
    let start = SIMD2(self.lower.position(of: centre), self.upper.position(of: centre))
    for (index, t) in SegmentInterpolation.points.enumerated() {
      let factors = series(start + t)
      lower[index] = value(self.lower.point, times: factors[0])
      upper[index] = value(self.upper.point, times: factors[1])
    }
  }

  private func value(_ point: PearsonPoint, times factor: Double) -> Double {
    family.value(PearsonPoint(distance: point.distance * factor, reflected: point.reflected))
  }

  /// Moves the start of a side's series to the predicted centre, or to the centre itself.
  ///
  /// - Returns: the speed of the series there.
  private func move(_ side: inout Side, predicted factor: Double, centre: Double, halfWidth: Double) -> Double {
    if side.unit > 0 {
      let distance = side.point.distance * factor
      if distance > 0 && distance < .infinity {
        let start = family.reflection(PearsonPoint(distance: distance, reflected: side.point.reflected))
        let speed = place(&side, at: start, centre: centre, halfWidth: halfWidth)
        if side.unit > 0 { return speed }
      }
    }
    let exact =
      side.isUpper ? family.point(below: 1 - centre, above: centre) : family.point(below: centre, above: 1 - centre)
    return place(&side, at: exact, centre: centre, halfWidth: halfWidth)
  }

  /// Places the series at a point; leaves a unit of 0 if the probability at the point is not in the segment.
  private func place(_ side: inout Side, at start: PearsonPoint, centre: Double, halfWidth: Double) -> Double {
    let tails = family.tails(start)
    side.point = start
    side.origin = side.isUpper ? tails.upper : tails.lower
    side.unit = (side.origin - centre).magnitude < 0.5 * halfWidth ? halfWidth : 0
    let speed = halfWidth / tails.scaledDensity
    return side.isUpper == start.reflected ? speed : -speed
  }
}
