import CostEngine

/// What must be met: every one of its clauses.
///
/// The language in which people write it is read by WaterlijnCommands; it stands apart from the commands that ask for one.
public struct Condition: Sendable, Equatable {
  /// One or more.
  public var clauses: [ConditionClause]

  public init(clauses: [ConditionClause]) {
    precondition(!clauses.isEmpty)
    self.clauses = clauses
  }

  /// Every amount that it asks about, each once.
  public var amounts: [RequestedAmount] {
    var amounts: [RequestedAmount] = []
    for clause in clauses {
      for amount in clause.subject.amounts where !amounts.contains(amount) { amounts.append(amount) }
    }
    return amounts
  }
}

/// A figure of a study's draws, held against a limit.
public struct ConditionClause: Sendable, Equatable {
  public enum Subject: Sendable, Equatable {
    /// A statistic, not a share of draws, of one amount.
    case statistic(DrawStatistic, RequestedAmount)
    /// The highest, the lowest or the sum of a statistic by year.
    case overYears(YearFold, DrawStatistic, [RequestedAmount])
    /// The share of the draws in which all of these hold.
    case chance([ConditionEvent])

    public var amounts: [RequestedAmount] {
      switch self {
      case .statistic(_, let amount): return [amount]
      case .overYears(_, _, let amounts): return amounts
      case .chance(let events): return events.map { $0.amount }
      }
    }
  }

  public var subject: Subject
  public var comparison: Comparison
  /// EUR; for a chance, and the share of a phase-in, 0...1.
  public var limit: Double

  public init(_ subject: Subject, _ comparison: Comparison, limit: Double) {
    self.subject = subject
    self.comparison = comparison
    self.limit = limit
  }

  public func holds(_ value: Double) -> Bool { comparison.holds(value, limit) }

  /// How far a figure is on the good side of the limit; negative on the other side.
  public func margin(_ value: Double) -> Double { comparison.isCeiling ? limit - value : value - limit }

  /// Whether its figure is a share, 0...1, rather than EUR.
  public var isShare: Bool {
    switch subject {
    case .statistic(_, let amount): return amount.isShare
    case .overYears(_, _, let amounts): return amounts[0].isShare
    case .chance: return true
    }
  }

  /// The one amount whose distribution says how certain the figure is; nil for several.
  public var amount: RequestedAmount? {
    switch subject {
    case .statistic(_, let amount): return amount
    case .overYears: return nil
    case .chance(let events): return events.count == 1 ? events[0].amount : nil
    }
  }

  /// The amount, EUR, that separates good draws from bad ones; nil if there is none of that kind.
  public var limitOfDraws: Double? {
    switch subject {
    case .statistic(.standardDeviation, _), .overYears: return nil
    case .statistic: return limit
    case .chance(let events): return events.count == 1 ? events[0].limit : nil
    }
  }
}

/// What may happen in a draw.
public struct ConditionEvent: Sendable, Equatable {
  public var amount: RequestedAmount
  public var comparison: Comparison
  /// EUR; for the share of a phase-in 0...1.
  public var limit: Double

  public init(_ amount: RequestedAmount, _ comparison: Comparison, limit: Double) {
    self.amount = amount
    self.comparison = comparison
    self.limit = limit
  }
}
