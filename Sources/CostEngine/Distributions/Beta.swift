extension Distribution {
  /// Beta on an interval: density proportional to x^(alpha - 1) (1 - x)^(beta - 1), with x the share of the interval.
  public struct Beta: Sendable, Equatable {
    // MARK: Parameters

    public let lowerBound: Double
    public let upperBound: Double
    let function: IncompleteBeta
    /// The tails at x = 1/2: the equation is solved for the smaller of x and 1 - x, so that precision is kept at both
    /// ends.
    private let half: (lower: Double, upper: Double, scaledDensity: Double)
    /// log(a B(a, b)) and log(b B(a, b)).
    private let logScales: (lower: Double, upper: Double)
    /// Range of shapes that are computed accurately.
    static let shapes = 1e-3...1e9

    public var alpha: Double { function.alpha }
    public var beta: Double { function.beta }

    // MARK: Validation

    init(alpha: Double, beta: Double, lowerBound: Double, upperBound: Double) throws(DistributionError) {
      try DistributionError.require(alpha, .alpha, in: Beta.shapes)
      try DistributionError.require(beta, .beta, in: Beta.shapes)
      try DistributionError.requireAscending(lowerBound, .lowerBound, upperBound, .upperBound)
      self.lowerBound = lowerBound
      self.upperBound = upperBound
      function = IncompleteBeta(alpha: alpha, beta: beta)
      half = function.tails(0.5, 0.5)
      let sum = Double.logGamma(alpha + beta)
      logScales = (
        Double.logGamma(alpha + 1) + Double.logGamma(beta) - sum,
        Double.logGamma(alpha) + Double.logGamma(beta + 1) - sum
      )
    }

    /// The parameters determine everything else.
    public static func == (a: Beta, b: Beta) -> Bool {
      (a.alpha, a.beta, a.lowerBound, a.upperBound) == (b.alpha, b.beta, b.lowerBound, b.upperBound)
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double { value(point(below: lower, above: upper)) }

    /// The quantile as the distance to the nearer end of 0...1.
    func point(below lower: Double, above upper: Double) -> PearsonPoint {
      let inLowerHalf = lower < upper ? lower <= half.lower : upper >= half.upper
      return inLowerHalf
        ? PearsonPoint(distance: distance(lower, upper, alpha, beta, logScales.lower, reflected: false))
        : PearsonPoint(
          distance: distance(upper, lower, beta, alpha, logScales.upper, reflected: true), reflected: true)
    }

    private func distance(
      _ lower: Double, _ upper: Double, _ a: Double, _ b: Double, _ logScale: Double, reflected: Bool
    ) -> Double {
      // Near the end the distribution function is z^a / (a B(a, b)) (1 + O(b z)).
      let power = (Double.log(lower) + logScale) / a
      let nearEnd = Double.exp(power)
      if nearEnd * max(1, b) < 1e-17 { return nearEnd }
      let start: Double
      if a >= 1 && b >= 1 {
        start = normalGuess(lower, upper, a, b)
      } else {
        start = nearEnd
      }
      return TailEquation.root(lower: lower, upper: upper, start: min(0.5, max(start, 1e-300)), highest: 0.5) { z in
        let tails = self.tails(PearsonPoint(distance: z, reflected: reflected))
        return reflected ? (tails.upper, tails.lower, tails.scaledDensity) : tails
      }
    }

    /// Abramowitz and Stegun 26.5.22.
    private func normalGuess(_ lower: Double, _ upper: Double, _ a: Double, _ b: Double) -> Double {
      let y = lower < upper ? -Double.normalQuantile(lower) : Double.normalQuantile(upper)
      let curvature = (y * y - 3) / 6
      let inverseA = 1 / (2 * a - 1)
      let inverseB = 1 / (2 * b - 1)
      let h = 2 / (inverseA + inverseB)
      let w =
        y * (max(0, h + curvature)).squareRoot() / h
        - (inverseB - inverseA) * (curvature + 5.0 / 6 - 2 / (3 * h))
      return a / (a + b * Double.exp(2 * w))
    }

    // MARK: Mean

    var mean: Double { lowerBound + (upperBound - lowerBound) * (alpha / (alpha + beta)) }

    // MARK: Support

    var support: (lower: Double, upper: Double) { (lowerBound, upperBound) }
  }

  /// Beta with shapes `alpha` and `beta` (1e-3...1e9) between two bounds in the unit of the cell; certain if the bounds
  /// are equal.
  public static func beta(alpha: Double, beta: Double, lowerBound: Double = 0, upperBound: Double = 1)
    throws(DistributionError) -> Distribution
  {
    let distribution = try Beta(alpha: alpha, beta: beta, lowerBound: lowerBound, upperBound: upperBound)
    return lowerBound == upperBound
      ? .constant(lowerBound) : try Distribution.beta(distribution).checkedForOverflow()
  }
}

extension Distribution.Beta: PearsonFamily {
  func tails(_ point: PearsonPoint) -> (lower: Double, upper: Double, scaledDensity: Double) {
    let rest = 1 - point.distance
    let tails =
      point.reflected ? function.tails(rest, point.distance) : function.tails(point.distance, rest)
    return (tails.lower, tails.upper, tails.scaledDensity / rest)
  }

  func value(_ point: PearsonPoint) -> Double {
    let width = upperBound - lowerBound
    return point.reflected ? upperBound - width * point.distance : lowerBound + width * point.distance
  }

  /// f'/f = ((a - 1) - (a + b - 2) z) / (z (1 - z)).
  func equation(_ point: PearsonPoint) -> PearsonEquation {
    let first = point.reflected ? beta : alpha
    return PearsonEquation(
      constant: first - 1, slope: -(alpha + beta - 2) * point.distance, curvature: -point.distance)
  }

  func reflection(_ point: PearsonPoint) -> PearsonPoint {
    point.distance > 0.5 ? PearsonPoint(distance: 1 - point.distance, reflected: !point.reflected) : point
  }
}
