extension Distribution {
  /// The metalog through stated quantiles (Keelin 2016, "The Metalog Distributions", Decision Analysis 13(4),
  /// DOI 10.1287/deca.2016.0338), with as many terms as there are quantiles.
  ///
  /// Its quantile is M(y) = m(s) + d(s) ln(y / (1 - y)) with s = y - 1/2 and the polynomials
  /// m = a1 + a4 s + a5 s^2 + a7 s^3 + a9 s^4 ... and d = a2 + a3 s + a6 s^2 + a8 s^3 + a10 s^4 ...; with a lower bound
  /// lo + e^M, with an upper one hi - e^-M, with both (lo + hi e^M) / (1 + e^M).
  public struct Metalog: Sendable, Equatable {
    // MARK: Parameters

    /// a1, a2, ... in Keelin's order.
    public let coefficients: [Double]
    public let support: (lower: Double, upper: Double)
    private let curve: MetalogCurve
    /// In closed form without bounds, otherwise integrated over the quantile; infinite if an open tail is too heavy. It is
    /// asked for many times while a study is judged.
    let mean: Double
    /// Allowed numbers of quantiles: at least two determine a scale, and beyond sixteen the equations lose all
    /// precision.
    public static let quantileCounts = 2...16

    private enum Bounds {
      case none, lower, upper, both
    }

    private var bounds: Bounds { Metalog.bounds(of: support) }

    private static func bounds(of support: (lower: Double, upper: Double)) -> Bounds {
      if support.lower > -.infinity { return support.upper < .infinity ? .both : .lower }
      return support.upper < .infinity ? .upper : .none
    }

    // MARK: Validation

    init(quantiles: [(probability: Double, value: Double)], lowerBound: Double?, upperBound: Double?)
      throws(DistributionError)
    {
      if let lowerBound { try DistributionError.requireFinite(lowerBound, .lowerBound) }
      if let upperBound { try DistributionError.requireFinite(upperBound, .upperBound) }
      if let lowerBound, let upperBound {
        try DistributionError.requireAscending(lowerBound, .lowerBound, upperBound, .upperBound)
      }
      support = (lowerBound ?? -.infinity, upperBound ?? .infinity)
      let sorted = try Metalog.validated(quantiles, support)
      let isLower = lowerBound != nil
      let isUpper = upperBound != nil
      let support = support
      let transformed = sorted.map { _, value in
        switch (isLower, isUpper) {
        case (false, false): return value
        case (true, false): return Double.log(value - support.lower)
        case (false, true): return -Double.log(support.upper - value)
        case (true, true): return Double.log((value - support.lower) / (support.upper - value))
        }
      }
      guard let curve = MetalogCurve(probabilities: sorted.map { $0.0 }, values: transformed) else {
        throw .metalogUndetermined
      }
      guard curve.isIncreasing else { throw .metalogNotADistribution }
      self.curve = curve
      coefficients = curve.coefficients
      mean = Metalog.mean(of: curve, within: support)
    }

    /// The quantiles by ascending probability.
    private static func validated(
      _ quantiles: [(probability: Double, value: Double)], _ support: (lower: Double, upper: Double)
    ) throws(DistributionError) -> [(Double, Double)] {
      guard quantileCounts.contains(quantiles.count) else {
        throw .quantileCount(
          quantiles.count, fewest: quantileCounts.lowerBound, most: quantileCounts.upperBound)
      }
      for (probability, value) in quantiles {
        try DistributionError.requireFinite(probability, .probability)
        try DistributionError.requireFinite(value, .value)
        guard probability > 0 && probability < 1 else { throw .notAProbability(probability) }
        guard value > support.lower && value < support.upper else { throw .quantileOutsideBounds(value) }
      }
      let sorted = quantiles.sorted { $0.probability < $1.probability }
      for (first, second) in zip(sorted, sorted.dropFirst()) {
        guard first.probability < second.probability else { throw .repeatedProbability(first.probability) }
        guard first.value < second.value else { throw .quantilesNotAscending(first.value, second.value) }
      }
      return sorted.map { ($0.probability, $0.value) }
    }

    /// The parameters determine everything else.
    public static func == (a: Metalog, b: Metalog) -> Bool {
      a.coefficients == b.coefficients && a.support == b.support
    }

    // MARK: Quantile

    func quantile(below lower: Double, above upper: Double) -> Double {
      let value = curve.value(below: lower, above: upper)
      switch bounds {
      case .none: return value
      case .lower: return support.lower + Double.exp(value)
      case .upper: return support.upper - Double.exp(-value)
      case .both:
        let share = Double.exp(-value.magnitude)
        let distance = (support.upper - support.lower) * (share / (1 + share))
        return value < 0 ? support.lower + distance : support.upper - distance
      }
    }

    // MARK: Mean

    private static func mean(of curve: MetalogCurve, within support: (lower: Double, upper: Double)) -> Double {
      switch bounds(of: support) {
      case .none: return curve.mean
      case .lower: return support.lower + curve.meanExponential(sign: 1)
      case .upper: return support.upper - curve.meanExponential(sign: -1)
      case .both:
        let share = OctaveQuadrature.integral { lower, upper in
          let value = curve.value(below: lower, above: upper)
          return 1 / (1 + Double.exp(-value))
        }
        return support.lower + (support.upper - support.lower) * share
      }
    }
  }

  /// The metalog through quantiles in the unit of the cell, with as many terms; optionally with bounds on the values.
  ///
  /// - Parameters:
  ///   - quantiles: 2 to 16 of them in any order, with probabilities strictly between 0 and 1 and values that rise with
  ///     them, all strictly inside the bounds. It is an error if no metalog goes through them because its density would
  ///     be negative somewhere.
  ///   - lowerBound: nil if the lower tail is open.
  ///   - upperBound: nil if the upper tail is open.
  public static func metalog(
    quantiles: [(probability: Double, value: Double)], lowerBound: Double? = nil, upperBound: Double? = nil
  ) throws(DistributionError) -> Distribution {
    if let first = quantiles.first, quantiles.count > 1, first.value.isFinite,
      quantiles.allSatisfy({ $0.value == first.value && $0.probability > 0 && $0.probability < 1 }),
      (lowerBound ?? -.infinity) <= first.value, first.value <= (upperBound ?? .infinity)
    {
      return .constant(first.value)
    }
    return try Distribution.metalog(
      Metalog(quantiles: quantiles, lowerBound: lowerBound, upperBound: upperBound)
    ).checkedForOverflow()
  }
}
