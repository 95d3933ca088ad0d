import CostEngine
import Terms

/// What a solution must meet.
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
  /// EUR; of a share 0...1.
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

  /// Whether it asks for little: at most, or below.
  var isCeiling: Bool { comparison == .atMost || comparison == .below }

  /// The amount, EUR, that a draw may be on the wrong side of; nil where the statistic is no amount of that kind.
  public var limit: Double? {
    switch statistic {
    case .mean, .percentile, .cvar95: return threshold
    case .shareAbove(let amount): return amount
    case .standardDeviation: return nil
    }
  }
}

/// What the report of a search is made of.
public struct SolveContent: Sendable {
  /// A value that was tried.
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
    /// Of the amount.
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
  /// The values of the first look over the whole range, ascending.
  public var grid: [Double]
  /// How far apart the values lie between which the search can tell; nil where it went over all there are.
  public var precision: Double?
  /// The smallest (or largest) value that meets the condition.
  public var solution: Double?
  /// The value beside it, on the side that was searched from, which does not; nil where the range begins with it.
  public var neighbour: Double?
  /// The same as ``solution`` where the statistic is as favourable as chance in the draws allows, and as unfavourable.
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

  /// The figures of a value that was tried and could be computed.
  func figures(_ value: Double) -> Figures? {
    for trial in trials where trial.value == value {
      if case .figures(let figures) = trial.outcome { return figures }
    }
    return nil
  }

  /// Whether a value meets the condition; nil where the study cannot be computed with it.
  func holds(_ value: Double) -> Bool? { figures(value).map { condition.holds($0.estimate.value) } }

  /// Parts of the range, as far as the grid shows, that meet the condition: first and last value of each.
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
