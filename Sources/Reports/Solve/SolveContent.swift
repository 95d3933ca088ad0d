import CostEngine
import Terms

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
    /// In the order of the condition's clauses.
    public var clauses: [ClauseFigures]
    /// For each place that is asked about.
    public var ends: [EndFigures]
    /// Calendar year.
    public var lastYear: Int
    /// One-offs and measures of the scenario of which cost may come after that year.
    public var late: [CostItem]

    public init(clauses: [ClauseFigures], ends: [EndFigures] = [], lastYear: Int, late: [CostItem] = []) {
      self.clauses = clauses
      self.ends = ends
      self.lastYear = lastYear
      self.late = late
    }

    /// Whether every clause holds for a value of its figure.
    public func meets(_ condition: Condition, _ value: (DrawStatistic.Estimate) -> Double) -> Bool {
      zip(condition.clauses, clauses).allSatisfy { $0.holds(value($1.estimate)) }
    }

    /// The same with every figure as favourable, or as unfavourable, as sampling error allows.
    public func meets(_ condition: Condition, isFavourable: Bool) -> Bool {
      zip(condition.clauses, clauses).allSatisfy { clause, figures in
        clause.holds(
          clause.comparison.isCeiling == isFavourable ? figures.estimate.lower : figures.estimate.upper)
      }
    }
  }

  public struct ClauseFigures: Sendable, Equatable {
    public var estimate: DrawStatistic.Estimate
    /// Statistics of the amount; nil if the clause has no one amount in EUR.
    public var summary: Summary?
    /// Share of the draws above ``ConditionClause/limitOfDraws``.
    public var shareAbove: Double?

    public init(estimate: DrawStatistic.Estimate, summary: Summary? = nil, shareAbove: Double? = nil) {
      self.estimate = estimate
      self.summary = summary
      self.shareAbove = shareAbove
    }
  }

  /// What lies beyond the horizon.
  public struct EndFigures: Sendable, Equatable {
    /// Index in the study's regions; nil for the country.
    public var region: Int?
    /// Share of the draws in which the phase-in is complete in the last year.
    public var complete: Double
    /// Structural extra cost a year in the end state.
    public var structural: Summary

    public init(region: Int?, complete: Double, structural: Summary) {
      self.region = region
      self.complete = complete
      self.structural = structural
    }
  }

  public var study: Study
  public var input: VariedInputContent
  public var condition: Condition
  public var wantsLargest: Bool
  /// Ascending by value.
  public var trials: [Trial]
  /// The values of the first pass over the whole range, ascending.
  public var grid: [Double]
  /// The resolution of the search: the distance between values; nil if it tested all of them.
  public var precision: Double?
  /// Number of values between them at which the first draws were looked at.
  public var glimpses: Int
  /// For each clause whether the input changed a draw of what it asks about, at any value.
  public var hasEffect: [Bool]
  /// What ``Figures/late`` is in the study as it is.
  public var ownLate: [CostItem]
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
    study: Study, input: VariedInputContent, condition: Condition, wantsLargest: Bool, trials: [Trial],
    grid: [Double], precision: Double?, glimpses: Int = 0, hasEffect: [Bool], ownLate: [CostItem] = [],
    solution: Double?, neighbour: Double?, earliest: Double?, latest: Double?, settings: SimulationSettings
  ) {
    self.study = study
    self.input = input
    self.condition = condition
    self.wantsLargest = wantsLargest
    self.trials = trials
    self.grid = grid
    self.precision = precision
    self.glimpses = glimpses
    self.hasEffect = hasEffect
    self.ownLate = ownLate
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
  func holds(_ value: Double) -> Bool? { figures(value).map { $0.meets(condition) { $0.value } } }

  /// Intervals of the range that meet the condition, as far as the tried values show: first and last value of each.
  var stretches: [(first: Double, last: Double)] {
    var found: [(first: Double, last: Double)] = []
    var isOpen = false
    for trial in trials {
      guard let holds = holds(trial.value) else { continue }
      if holds, isOpen {
        found[found.count - 1].last = trial.value
      } else if holds {
        found.append((trial.value, trial.value))
      }
      isOpen = holds
    }
    return found
  }
}
