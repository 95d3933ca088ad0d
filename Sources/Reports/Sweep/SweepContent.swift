import CostEngine
import Terms

/// The content of the report of a sweep.
public struct SweepContent: Sendable {
  public struct Figures: Sendable, Equatable {
    public var summary: Summary
    /// The amount less that of the study itself, draw by draw.
    public var difference: Summary

    public init(summary: Summary, difference: Summary) {
      self.summary = summary
      self.difference = difference
    }
  }

  public enum Outcome: Sendable, Equatable {
    /// In the order of the amounts.
    case figures([Figures])
    /// Why the study cannot be computed with these values.
    case impossible(Bilingual)
  }

  public struct Combination: Sendable, Equatable {
    /// In the order of the inputs.
    public var values: [Double]
    /// Whether the study itself has these values.
    public var isOwn: Bool
    public var outcome: Outcome

    public init(values: [Double], isOwn: Bool, outcome: Outcome) {
      self.values = values
      self.isOwn = isOwn
      self.outcome = outcome
    }
  }

  public var study: Study
  /// One or two.
  public var inputs: [VariedInputContent]
  public var amounts: [RequestedAmount]
  /// The study as it is, in the order of the amounts.
  public var own: [Summary]
  /// Each value of the first input combined with each value of the second.
  public var combinations: [Combination]
  public var settings: SimulationSettings

  public init(
    study: Study, inputs: [VariedInputContent], amounts: [RequestedAmount], own: [Summary], combinations: [Combination],
    settings: SimulationSettings
  ) {
    self.study = study
    self.inputs = inputs
    self.amounts = amounts
    self.own = own
    self.combinations = combinations
    self.settings = settings
  }
}
