import CostEngine

/// Two scenarios, of one study or of two, compared draw by draw.
public struct StudyComparison: Sendable {
  /// One side of the comparison.
  public struct Side: Sendable {
    public var study: Study
    /// Index in the study.
    public var scenario: Int
    /// The folder, as the user wrote it.
    public var folder: String

    public init(study: Study, scenario: Int, folder: String) {
      self.study = study
      self.scenario = scenario
      self.folder = folder
    }

    public var code: String { study.scenarios[scenario].code }
  }

  public var a: Side
  public var b: Side
  /// Whether both belong to the same study.
  public var isOneStudy: Bool
  public var quantity: ReportedQuantity
  /// Codes and names of the compared regions, followed by the country if both have it.
  public var places: [(code: String, name: String)]
  public var includesWhole: Bool
  /// Calendar years that both have; empty for `npv`.
  public var years: [Int]
  /// By place and period: the years, then the whole horizon of each side.
  public var comparisons: [[PairedComparison]]
  /// The changed inputs, in the order in which they are changed; empty if there is no breakdown.
  public var steps: [BridgeStep] = []
  public var settings: SimulationSettings

  public init(
    a: Side, b: Side, isOneStudy: Bool, quantity: ReportedQuantity, places: [(code: String, name: String)],
    includesWhole: Bool, years: [Int], comparisons: [[PairedComparison]], settings: SimulationSettings
  ) {
    self.a = a
    self.b = b
    self.isOneStudy = isOneStudy
    self.quantity = quantity
    self.places = places
    self.includesWhole = includesWhole
    self.years = years
    self.comparisons = comparisons
    self.settings = settings
  }

  /// Index of the period for the whole horizon.
  public var total: Int { years.count }

  /// A part of a difference: a cost line, or another component of the quantity.
  struct LinePart {
    /// Name in files.
    var id: String
    var a: Double
    var b: Double
    var difference: Double { b - a }
  }

  /// The breakdown of the difference in a place and period, EUR; nil if the quantity is not a sum of cost lines.
  func lineParts(_ place: Int, _ period: Int) -> [LinePart]? {
    let comparison = comparisons[place][period]
    return quantity.parts?.map { part in
      switch part {
      case .line(let line):
        return LinePart(id: part.id, a: comparison.linesA[line.rawValue], b: comparison.linesB[line.rawValue])
      case .baseline: return LinePart(id: part.id, a: comparison.baselineA, b: comparison.baselineB)
      case .lessFunding: return LinePart(id: part.id, a: -comparison.fundingA, b: -comparison.fundingB)
      }
    }
  }

  /// The mean difference in a place and period, rounded to whole units, and parts of it that sum to it exactly.
  ///
  /// - Parameter unit: EUR.
  func whole(_ parts: [Double], _ place: Int, _ period: Int, unit: Double) -> (sum: Int64, parts: [Int64]) {
    let mean = comparisons[place][period].difference.mean / unit
    let sum = Int64(mean.magnitude + 0.5) * (mean < 0 ? -1 : 1)
    return (sum, WholeParts.rounded(parts.map { $0 / unit }, sum: sum))
  }
}
