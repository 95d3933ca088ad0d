/// How much of an amount's variance comes from each group of inputs.
///
/// The first-order index is the share of the variance that disappears if the group is known; the total index is the
/// share that remains if only the group is unknown. Their difference is the effect of the group's interactions with
/// others; without interactions the first-order indices sum to 1.
///
/// With `f` less a centre and averages over draws: `V = var f(A), f(B)`, first order `mean f(B) (f(AB) - f(A)) / V`,
/// total `mean (f(A) - f(AB))^2 / 2 V`.
///
/// Sources: I. M. Sobol, Mathematics and Computers in Simulation 55 (2001), doi:10.1016/S0378-4754(00)00270-6; A.
/// Saltelli and others, Computer Physics Communications 181 (2010), doi:10.1016/j.cpc.2009.09.018 (first order); M. J.
/// W. Jansen, Computer Physics Communications 117 (1999), doi:10.1016/S0010-4655(98)00154-4 (total).
public struct SensitivityResult: Sendable {
  /// An estimate and its 95 % interval.
  public struct Estimate: Sendable, Equatable {
    public var value: Double
    public var standardError: Double
    public var lower: Double
    public var upper: Double
  }

  public struct Group: Sendable, Equatable {
    public var first: Estimate
    public var total: Estimate
    /// Mean of the amount with the group's inputs at their P10, and at their P90, EUR; see ``endsAreOutcomes``.
    public var low: Double
    public var high: Double
    /// Standard errors of ``low`` and ``high`` less the mean.
    public var lowError: Double
    public var highError: Double
    /// Whether an input of the group nearly always has one value, so that its ends are its outcomes, see ``InputEnds``.
    public var endsAreOutcomes = false
  }

  public var draws: Int
  /// Mean of the amount, EUR.
  public var mean: Double
  public var standardDeviation: Double
  public var groups: [Group]
}

extension SensitivityResult {
  /// - Parameters:
  ///   - replicates: two or more, in order, all of the same groups.
  ///   - centre: the amount subtracted in the replicates' sums, EUR.
  public init(_ replicates: [PickFreezeReplicate], centre: Double) {
    precondition(replicates.count > 1)
    draws = replicates.reduce(0) { $0 + $1.amounts.count }
    let n = Double(draws)
    let sum = replicates.reduce(0) { $0 + $1.sum }
    let both = replicates.reduce(0) { $0 + $1.sum + $1.otherSum } / (2 * n)
    let squares = replicates.reduce(0) { $0 + $1.squares } / (2 * n)
    let variance = max(0, squares - both * both)
    mean = centre + sum / n
    standardDeviation = variance.squareRoot()
    let count = Double(replicates.count)
    let quantile = StudentQuantile.upper(degrees: replicates.count - 1)
    /// The standard error of a mean per draw, from the deviation of each replicate's sum from its expectation.
    func error(_ difference: (PickFreezeReplicate) -> Double) -> Double {
      var sum = 0.0
      for replicate in replicates {
        let own = difference(replicate)
        sum += own * own
      }
      return (sum * count / (count - 1)).squareRoot() / n
    }
    /// A mean per draw divided by the variance, with the error of a ratio: linear in each replicate's contribution to
    /// either.
    func estimate(_ sumOf: (PickFreezeReplicate) -> Double) -> Estimate {
      guard variance > 0 else { return Estimate(value: 0, standardError: 0, lower: 0, upper: 0) }
      let value = replicates.reduce(0) { $0 + sumOf($1) } / n / variance
      let error = error { replicate in
        let size = Double(replicate.amounts.count)
        let own =
          replicate.squares / 2 - both * (replicate.sum + replicate.otherSum) + both * both * size
        return (sumOf(replicate) - value * own) / variance
      }
      return Estimate(
        value: value, standardError: error, lower: value - quantile * error, upper: value + quantile * error)
    }
    let mean = mean
    groups = (replicates.first?.groups ?? []).indices.map { group in
      /// The mean at one end, and the error of its distance from the overall mean.
      func end(_ sumOf: (PickFreezeReplicate.Sums) -> Double) -> (value: Double, error: Double) {
        let change = replicates.reduce(0) { $0 + sumOf($1.groups[group]) - $1.sum } / n
        return (
          mean + change,
          error { sumOf($0.groups[group]) - $0.sum - change * Double($0.amounts.count) }
        )
      }
      let (low, high) = (end { $0.low }, end { $0.high })
      return Group(
        first: estimate { $0.groups[group].first }, total: estimate { $0.groups[group].total / 2 }, low: low.value,
        high: high.value, lowError: low.error, highError: high.error)
    }
  }
}
