/// Two plans of one scenario each, whose amounts are compared draw by draw: with the same draws, seed and sampler.
///
/// A variable's draws depend on its name, so that variables that both have take the same values in both: common random
/// numbers (Glasserman and Yao 1992, doi 10.1287/mnsc.38.6.884).
public struct PairedPlans: Sendable {
  public let a: Plan
  public let b: Plan
  public let quantity: ReportedQuantity
  /// Positions of the places that both have.
  public let places: [(a: Int, b: Int)]
  /// The calendar years that both have, then the whole horizon of each. For `npv` only the latter.
  public let periods: [(a: Period, b: Period)]

  /// - Parameters:
  ///   - a: a plan of one scenario.
  ///   - b: a plan of one scenario, sampled in the same way as `a`.
  ///   - places: positions in each plan, including those of the country.
  public init(a: Plan, b: Plan, quantity: ReportedQuantity, places: [(a: Int, b: Int)]) {
    precondition(a.settings == b.settings && a.layout.scenarios == 1 && b.layout.scenarios == 1)
    self.a = a
    self.b = b
    self.quantity = quantity
    self.places = places
    var periods: [(a: Period, b: Period)] = []
    if quantity != .npv {
      for year in 0..<a.years where (0..<b.years).contains(a.firstYear + year - b.firstYear) {
        periods.append((.year(year), .year(a.firstYear + year - b.firstYear)))
      }
    }
    self.periods = periods + [(.total, .total)]
  }
}

/// The comparison of one place and period of two plans, EUR.
public struct PairedComparison: Sendable, Equatable {
  public var a: Summary
  public var b: Summary
  /// The difference b - a, draw by draw, of amounts in whole cents; its mean is the difference of their means.
  public var difference: Summary
  /// Share of the draws in which b is less than a.
  public var shareBLess: Double
  /// Means of the lines of the delta, in the order of ``CostLine``.
  public var linesA: [Double]
  public var linesB: [Double]
  /// Means of today's cost, and of the funding.
  public var baselineA: Double
  public var baselineB: Double
  public var fundingA: Double
  public var fundingB: Double
  /// Means of the items of each study, in the order of ``Study/items``; empty if the plans do not count them.
  public var itemsA: [ItemAmount]
  public var itemsB: [ItemAmount]

  public init(
    a: Summary, b: Summary, difference: Summary, shareBLess: Double, linesA: [Double], linesB: [Double],
    baselineA: Double, baselineB: Double, fundingA: Double, fundingB: Double, itemsA: [ItemAmount] = [],
    itemsB: [ItemAmount] = []
  ) {
    self.a = a
    self.b = b
    self.difference = difference
    self.shareBLess = shareBLess
    self.linesA = linesA
    self.linesB = linesB
    self.baselineA = baselineA
    self.baselineB = baselineB
    self.fundingA = fundingA
    self.fundingB = fundingB
    self.itemsA = itemsA
    self.itemsB = itemsB
  }

  /// The factor by which unpaired runs would need more draws for the same standard error: `(se_a^2 + se_b^2) / se^2`,
  /// the ratio of the variances of the estimated difference; nil if the difference has no sampling error.
  public var gain: Double? {
    let error = difference.standardError
    guard error > 0 else { return nil }
    return (a.standardError * a.standardError + b.standardError * b.standardError) / (error * error)
  }

  /// A 95 % interval of ``gain``: both variances are estimates, of evenly spread draws from a few replicates, so that their
  /// ratio, divided by the true one, has an F distribution. Nil if there is no gain, or too few draws to tell.
  ///
  /// Source: the interval of a ratio of variances, G. W. Snedecor, W. G. Cochran, Statistical Methods (1989), section 6.12.
  public func gainInterval(_ settings: SimulationSettings) -> (low: Double, high: Double)? {
    let freedom = DrawStatistic.freedom(settings.sampler, draws: settings.draws)
    guard let gain, freedom > 0,
      let beta = try? Distribution.beta(alpha: Double(freedom) / 2, beta: Double(freedom) / 2)
    else { return nil }
    // X is beta distributed if X / (1 - X) is a ratio of two such variances.
    let share = beta.quantile(0.975)
    let factor = share / (1 - share)
    return (gain / factor, gain * factor)
  }
}
