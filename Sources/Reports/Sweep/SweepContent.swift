import CostEngine
import Terms

/// An input that was given other values.
public struct VariedInputContent: Sendable, Equatable {
  /// How its values are written.
  public enum Kind: Sendable {
    case year, share, number
  }

  /// What the study itself says.
  public enum Own: Sendable, Equatable {
    case certain(Double)
    case uncertain
    /// Not the same in all of its cells.
    case various
  }

  /// For people: `tot`.
  public var name: Bilingual
  /// Whole names of what is replaced: `scenarios.until[INGROEI]`.
  public var cells: [String]
  /// How many cells these stand for.
  public var cellCount: Int
  public var kind: Kind
  public var own: Own
  /// Regions with a value of their own, which stays.
  public var regionsApart: Int

  public init(
    name: Bilingual, cells: [String], cellCount: Int, kind: Kind, own: Own, regionsApart: Int
  ) {
    self.name = name
    self.cells = cells
    self.cellCount = cellCount
    self.kind = kind
    self.own = own
    self.regionsApart = regionsApart
  }

  func text(_ value: Double, language: Language) -> String {
    switch kind {
    case .year: return NumberFormat.ungrouped(language).shortest(value)
    case .share:
      return NumberFormat.people(language).shortest(100 * value) + language(nl: "\(PlainText.joint)%", en: "%")
    // Four digits read better without a mark, and may be a year.
    case .number:
      return (value.magnitude < 10_000 ? NumberFormat.ungrouped(language) : .people(language)).shortest(value)
    }
  }

  /// `tot in de studie: 2032`.
  func ownText(_ language: Language) -> String {
    switch own {
    case .certain(let value): return text(value, language: language)
    case .uncertain: return language(nl: "onzeker (een verdeling)", en: "uncertain (a distribution)")
    case .various: return language(nl: "niet overal hetzelfde", en: "not the same everywhere")
    }
  }
}

/// What the report of a sweep is made of.
public struct SweepContent: Sendable {
  /// An amount of which every combination gives the statistics.
  public struct Amount: Sendable, Equatable {
    /// Index in the study's scenarios.
    public var scenario: Int
    /// Index in the study's regions; nil for all together.
    public var region: Int?
    /// Calendar year; nil for the whole horizon.
    public var year: Int?
    public var quantity: ReportedQuantity

    public init(scenario: Int, region: Int?, year: Int?, quantity: ReportedQuantity) {
      self.scenario = scenario
      self.region = region
      self.year = year
      self.quantity = quantity
    }
  }

  public struct Figures: Sendable, Equatable {
    public var summary: Summary
    /// Of the amount less that of the study itself, draw by draw.
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
  public var amounts: [Amount]
  /// The study as it is, in the order of the amounts.
  public var own: [Summary]
  /// The first input's values, and for each of them the second's.
  public var combinations: [Combination]
  public var settings: SimulationSettings

  public init(
    study: Study, inputs: [VariedInputContent], amounts: [Amount], own: [Summary], combinations: [Combination],
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
