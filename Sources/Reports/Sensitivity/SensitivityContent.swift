import CostEngine

/// The content of the report of a sensitivity analysis.
public struct SensitivityContent: Sendable {
  /// How inputs are grouped.
  public enum Grouping: String, Sendable, CaseIterable {
    case variable, column, function, region

    /// The Dutch word that people may type for it.
    public var dutchWord: String {
      switch self {
      case .variable: return "variabele"
      case .column: return "kolom"
      case .function: return "functie"
      case .region: return "regio"
      }
    }
  }

  /// A single input.
  public struct Input: Sendable {
    /// The variable's name.
    public var name: String
    /// Spearman's rank correlation with the amount; nil if one of them does not vary.
    public var rankCorrelation: Double?

    public init(name: String, rankCorrelation: Double?) {
      self.name = name
      self.rankCorrelation = rankCorrelation
    }
  }

  /// A group of inputs.
  public struct GroupInfluence: Sendable {
    /// In words, in the language of the report.
    public var label: String
    /// Its name in files: its label, or a name made from its factors.
    public var id: String
    /// The labels that were joined, if factors join several.
    public var parts: [String]
    /// Codes of the factors.
    public var factors: [String]
    /// Whether it is a single factor of the row before it (or of the same row).
    public var isPart: Bool
    public var inputs: [Input]
    public var result: SensitivityResult.Group

    public init(
      label: String, id: String, parts: [String], factors: [String], isPart: Bool = false, inputs: [Input],
      result: SensitivityResult.Group
    ) {
      self.label = label
      self.id = id
      self.parts = parts
      self.factors = factors
      self.isPart = isPart
      self.inputs = inputs
      self.result = result
    }
  }

  public var study: Study
  /// Index in ``Study/scenarios``.
  public var scenario: Int
  /// Index in ``Study/regions``; nil for all regions together.
  public var region: Int?
  public var quantity: ReportedQuantity
  public var grouping: Grouping
  public var settings: SimulationSettings
  /// Whether the study's sampler was replaced by Latin hypercube.
  public var isResampled: Bool
  public var result: SensitivityResult
  public var rows: [GroupInfluence]

  public init(
    study: Study, scenario: Int, region: Int?, quantity: ReportedQuantity, grouping: Grouping,
    settings: SimulationSettings, isResampled: Bool, result: SensitivityResult, rows: [GroupInfluence]
  ) {
    self.study = study
    self.scenario = scenario
    self.region = region
    self.quantity = quantity
    self.grouping = grouping
    self.settings = settings
    self.isResampled = isResampled
    self.result = result
    self.rows = rows
  }
}
