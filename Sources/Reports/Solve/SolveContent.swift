import CostEngine
import Terms

/// The condition that a solution must satisfy.
public struct SolveCondition: Sendable, Equatable {
  public enum Comparison: String, Sendable, CaseIterable {
    case atMost = "<="
    case below = "<"
    case atLeast = ">="
    case above = ">"
  }

  public var statistic: DrawStatistic
  public var amount: RequestedAmount
  public var comparison: Comparison
  /// EUR; for a share 0...1.
  public var threshold: Double

  public init(
    statistic: DrawStatistic, amount: RequestedAmount, comparison: Comparison, threshold: Double
  ) {
    self.statistic = statistic
    self.amount = amount
    self.comparison = comparison
    self.threshold = threshold
  }

  public func holds(_ value: Double) -> Bool {
    switch comparison {
    case .atMost: return value <= threshold
    case .below: return value < threshold
    case .atLeast: return value >= threshold
    case .above: return value > threshold
    }
  }

  /// Whether it is an upper limit: at most, or below.
  var isCeiling: Bool { comparison == .atMost || comparison == .below }

  /// The amount, EUR, that separates good draws from bad ones; nil if the statistic is not an amount of that kind.
  public var limit: Double? {
    switch statistic {
    case .mean, .percentile, .cvar95: return threshold
    case .shareAbove(let amount): return amount
    case .standardDeviation: return nil
    }
  }
}

/// The content of the report of a search.
public struct SolveContent: Sendable {
  /// A tested value.
  public struct Trial: Sendable, Equatable {
    public var value: Double
    public var outcome: Outcome

    public init(value: Double, outcome: Outcome) {
      self.value = value
      self.outcome = outcome
    }
  }

  public enum Outcome: Sendable, Equatable {
    case figures(Figures)
    case impossible(Bilingual)
  }

  public struct Figures: Sendable, Equatable {
    /// The condition's statistic.
    public var estimate: DrawStatistic.Estimate
    /// Statistics of the amount.
    public var summary: Summary
    /// Share of the draws above ``SolveCondition/limit``.
    public var shareAbove: Double

    public init(estimate: DrawStatistic.Estimate, summary: Summary, shareAbove: Double) {
      self.estimate = estimate
      self.summary = summary
      self.shareAbove = shareAbove
    }
  }

  public var study: Study
  public var input: VariedInputContent
  public var condition: SolveCondition
  public var wantsLargest: Bool
  /// Ascending by value.
  public var trials: [Trial]
  /// The values of the first pass over the whole range, ascending.
  public var grid: [Double]
  /// The resolution of the search: the distance between values; nil if it tested all of them.
  public var precision: Double?
  /// The smallest (or largest) value that meets the condition.
  public var solution: Double?
  /// The adjacent value, on the side from which the search came, which does not meet it; nil if the range begins with
  /// the solution.
  public var neighbour: Double?
  /// The same as ``solution`` with the statistic as favourable, and as unfavourable, as sampling error allows.
  public var earliest: Double?
  public var latest: Double?
  public var settings: SimulationSettings

  public init(
    study: Study, input: VariedInputContent, condition: SolveCondition, wantsLargest: Bool, trials: [Trial],
    grid: [Double], precision: Double?, solution: Double?, neighbour: Double?, earliest: Double?, latest: Double?,
    settings: SimulationSettings
  ) {
    self.study = study
    self.input = input
    self.condition = condition
    self.wantsLargest = wantsLargest
    self.trials = trials
    self.grid = grid
    self.precision = precision
    self.solution = solution
    self.neighbour = neighbour
    self.earliest = earliest
    self.latest = latest
    self.settings = settings
  }

  /// The figures of a tested value that could be computed.
  func figures(_ value: Double) -> Figures? {
    for trial in trials where trial.value == value {
      if case .figures(let figures) = trial.outcome { return figures }
    }
    return nil
  }

  /// Whether a value meets the condition; nil if the study cannot be computed with it.
  func holds(_ value: Double) -> Bool? { figures(value).map { condition.holds($0.estimate.value) } }

  /// Intervals of the range that meet the condition, as far as the grid shows: first and last value of each.
  var stretches: [(first: Double, last: Double)] {
    var found: [(first: Double, last: Double)] = []
    var isOpen = false
    for value in grid {
      guard let holds = holds(value) else { continue }
      if holds, isOpen {
        found[found.count - 1].last = value
      } else if holds {
        found.append((value, value))
      }
      isOpen = holds
    }
    return found
  }
}
