/// The figure with the largest relative sampling error, among the mean, P5, P50 and P95 of the total delta of every
/// scenario and region and of the country.
public struct LeastPrecise: Sendable, Equatable {
  public enum Figure: Sendable, CaseIterable {
    case mean, p05, p50, p95

    /// The percentage of a percentile; nil for the mean.
    var percentage: Int? {
      switch self {
      case .mean: return nil
      case .p05: return 5
      case .p50: return 50
      case .p95: return 95
      }
    }

    /// Name in files.
    public var id: String {
      switch self {
      case .mean: return "mean"
      case .p05: return "p05"
      case .p50: return "p50"
      case .p95: return "p95"
      }
    }
  }

  /// Positions as in ``Results``.
  public var scenario: Int
  public var region: Int
  public var figure: Figure
  /// The figure's standard error, as a share of the width from P5 to P95 of its own amount.
  public var share: Double
  /// The jump on which the figure lies; nil without one, and for the mean.
  public var jump: PercentilePrecision.Jump?

  public init(
    scenario: Int, region: Int, figure: Figure, share: Double, jump: PercentilePrecision.Jump? = nil
  ) {
    self.scenario = scenario
    self.region = region
    self.figure = figure
    self.share = share
    self.jump = jump
  }

  /// The first in a tie; nil if no figure has a sampling error.
  ///
  /// - Parameters:
  ///   - totals: for each region, and the country if included, the summaries of all scenarios.
  ///   - passesJumps: whether percentiles on a jump are left out.
  public init?(_ totals: [[Summary]], passingJumps passesJumps: Bool = false) {
    var worst: LeastPrecise?
    for (region, summaries) in totals.enumerated() {
      for (scenario, summary) in summaries.enumerated() {
        let jumps: [PercentilePrecision.Jump?] = [nil] + (summary.precision ?? []).map { $0.jump }
        for (index, share) in summary.errorShares.enumerated() where share > worst?.share ?? 0 {
          if passesJumps, jumps[index] != nil { continue }
          worst = LeastPrecise(
            scenario: scenario, region: region, figure: Figure.allCases[index], share: share, jump: jumps[index])
        }
      }
    }
    guard let worst else { return nil }
    self = worst
  }
}

extension Summary {
  /// The standard errors of ``LeastPrecise/Figure``, as shares of the width from P5 to P95; empty if all draws are
  /// equal.
  fileprivate var errorShares: [Double] {
    guard standardDeviation > 0 else { return [] }
    // Rare values can lie outside P5 ... P95 altogether; the width is then that of a normal amount with the same
    // standard deviation.
    let width = p95 > p05 ? p95 - p05 : 2 * 1.6448536269514722 * standardDeviation
    return [standardError / width] + (precision ?? []).map { $0.error / width }
  }
}

extension Results {
  /// The least precise figure of the run; nil if no total delta has a sampling error.
  public var leastPrecise: LeastPrecise? {
    LeastPrecise(
      (0..<regionCount).map { region in
        selection.scenarios.indices.map { summary(.delta, scenario: $0, region: region, year: total) }
      })
  }
}
