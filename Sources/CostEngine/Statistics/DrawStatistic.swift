/// A statistic of the draws of an amount, with its sampling error.
public enum DrawStatistic: Sendable, Equatable {
  case mean
  case standardDeviation
  /// The smallest draw with at least this percentage of the draws at or below it, 1 ... 99.
  case percentile(Int)
  /// Mean of the largest `ceil(n / 20)` draws.
  case cvar95
  /// Share of the draws above an amount.
  case shareAbove(Double)

  /// A value and an interval that contains that of infinitely many draws with a probability of about 95 %.
  public struct Estimate: Sendable, Equatable {
    public var value: Double
    public var lower: Double
    public var upper: Double

    public init(value: Double, lower: Double, upper: Double) {
      self.value = value
      self.lower = lower
      self.upper = upper
    }

    fileprivate init(_ value: Double, error: Double, factor: Double) {
      self.init(value: value, lower: value - factor * error, upper: value + factor * error)
    }
  }

  /// The normal distribution's quantile at 97.5 %.
  private static let z = 1.959963984540054

  /// The statistic, and its interval.
  ///
  /// The interval of the mean is that of the sampler's standard error, with Student's distribution. The others are
  /// those of independent draws, which those of a Latin hypercube do not exceed by more than a factor of 200/199 in
  /// variance (Owen 1997, doi:10.1137/S0036142994277468): for a percentile the draws at the ranks
  /// `n p -+ z sqrt(n p (1 - p))` (Woodruff 1952, doi:10.1080/01621459.1952.10483443), for a share Wilson's interval
  /// (1927, doi:10.1080/01621459.1927.10502953), for `cvar95` that of Manistre and Hancock (2005,
  /// doi:10.1080/10920277.2005.10596207), for the standard deviation that from the fourth moment. With one draw the
  /// interval is infinite, as nothing is known. If all draws are equal it consists of that value.
  ///
  /// - Parameters:
  ///   - draws: all draws of a run in order, one or more.
  ///   - sampler: the sampler of the draws.
  /// - Returns: nil if an amount exceeds the range that is counted.
  public func estimate(of draws: some RandomAccessCollection<Double>, sampler: Sampler) -> Estimate? {
    guard let summary = Summary(of: draws, sampler: sampler) else { return nil }
    let n = draws.count
    if n == 1 { return Estimate(value(of: draws, summary), error: .infinity, factor: 1) }
    if summary.standardDeviation == 0 { return Estimate(value(of: draws, summary), error: 0, factor: 1) }
    let count = Double(n)
    switch self {
    case .mean:
      return Estimate(summary.mean, error: summary.standardError, factor: Self.studentFactor(sampler, draws: n))
    case .standardDeviation:
      let (second, fourth) = moments(draws, about: summary.mean)
      let error = (max(0, fourth - second * second) / count).squareRoot() / (2 * summary.standardDeviation)
      return Estimate(summary.standardDeviation, error: error, factor: Self.z)
    case .percentile(let percentage):
      let sorted = draws.sorted()
      let p = Double(percentage) / 100
      let spread = Self.z * (count * p * (1 - p)).squareRoot()
      let low = max(1, Int((count * p - spread).rounded(.down)))
      let high = min(n, Int((count * p + spread).rounded(.up)))
      return Estimate(
        value: sorted[OrderStatistic.rank(ofPercentile: percentage, of: n) - 1], lower: sorted[low - 1],
        upper: sorted[high - 1])
    case .cvar95:
      let sorted = draws.sorted()
      let size = (n + 19) / 20
      let tail = sorted.suffix(size)
      let mean = tail.reduce(0, +) / Double(size)
      let variance = tail.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, size - 1))
      let beyond = mean - sorted[n - size]
      let error = ((variance + 0.95 * beyond * beyond) / Double(size)).squareRoot()
      return Estimate(mean, error: error, factor: Self.z)
    case .shareAbove: return Self.share(value(of: draws, summary), ofDraws: n)
    }
  }

  /// A share of the draws, and Wilson's interval, which is not a point where none or all of them are meant.
  ///
  /// - Parameter n: number of draws, one or more.
  public static func share(_ share: Double, ofDraws n: Int) -> Estimate {
    let count = Double(n)
    let weight = z * z / count
    let centre = (share + weight / 2) / (1 + weight)
    let spread = z * (share * (1 - share) / count + weight / (4 * count)).squareRoot() / (1 + weight)
    return Estimate(value: share, lower: max(0, centre - spread), upper: min(1, centre + spread))
  }

  private func value(of draws: some RandomAccessCollection<Double>, _ summary: Summary) -> Double {
    switch self {
    case .mean: return summary.mean
    case .standardDeviation: return summary.standardDeviation
    case .percentile(let percentage):
      return draws.sorted()[OrderStatistic.rank(ofPercentile: percentage, of: draws.count) - 1]
    case .cvar95: return summary.cvar95
    case .shareAbove(let amount):
      return Double(draws.reduce(0) { $0 + ($1 > amount ? 1 : 0) }) / Double(draws.count)
    }
  }

  private func moments(
    _ draws: some RandomAccessCollection<Double>, about mean: Double
  ) -> (second: Double, fourth: Double) {
    var second = 0.0
    var fourth = 0.0
    for draw in draws {
      let square = (draw - mean) * (draw - mean)
      second += square
      fourth += square * square
    }
    return (second / Double(draws.count), fourth / Double(draws.count))
  }

  /// Half the width of a 95 % interval of the mean, in standard errors.
  static func studentFactor(_ sampler: Sampler, draws: Int) -> Double {
    let freedom = freedom(sampler, draws: draws)
    return freedom > 0 ? StudentQuantile.upper(degrees: freedom) : z
  }

  /// Degrees of freedom of the standard error of a mean; 0 for a single draw.
  static func freedom(_ sampler: Sampler, draws: Int) -> Int {
    let replicates = RandomStream.replicates(of: draws)
    switch sampler {
    case .latinHypercube where replicates > 1: return replicates - 1
    case .sobol where draws >= 8: return 3
    default: return draws - 1
    }
  }
}
