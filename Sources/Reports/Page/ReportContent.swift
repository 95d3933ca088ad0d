import CostEngine
import Terms

/// The content of the report page and its workbook.
public struct ReportContent: Sendable {
  /// Below this number fewer than twenty draws lie beyond P5 or P95, and the drivers of an amount are not reported.
  public static let fewestDraws = 2 * RandomStream.drawsPerReplicate

  /// What was computed: the study, its results and their provenance.
  public var run: RunContent
  /// Version of the program that makes the report; ``RunContent/toolVersion`` is that of its results.
  public var toolVersion: String
  /// The analysis of each amount, by position: `analyses[scenario][region]`, the country included; empty for places
  /// without a page.
  public var analyses: [[Analysis]]
  /// Number of draws behind ``analyses``.
  public var analysisDraws: Int
  /// Every row of the study's tables, with its content, its source and its note.
  public var assumptions: [WrittenTable]
  /// The study's files.
  public var inputs: [HashedFile]

  public init(
    run: RunContent, toolVersion: String, analyses: [[Analysis]], analysisDraws: Int,
    assumptions: [WrittenTable], inputs: [HashedFile]
  ) {
    precondition(analyses.count == run.results.selection.scenarios.count)
    precondition(analyses.allSatisfy { $0.count == run.results.regionCount })
    self.run = run
    self.toolVersion = toolVersion
    self.analyses = analyses
    self.analysisDraws = analysisDraws
    self.assumptions = assumptions
    self.inputs = inputs
  }

  /// The analysis of one scenario in one place over the whole horizon, in addition to its statistics.
  public struct Analysis: Sendable {
    /// The extra cost (delta) that 1 %, 2 %, ... 99 % of the draws do not exceed, EUR; ascending.
    public var costCurve: [Double]
    /// The same for the part that funding does not cover (net), EUR.
    public var netCurve: [Double]
    /// The sources of the uncertainty of the extra cost, the largest share first.
    public var drivers: [Driver]
    /// What to ask the regions, in the order in which to ask it: each question the one that adds most to those before it;
    /// empty if no uncertain figure was assumed for them.
    public var questions: [Question]
    /// Number of other questions that tell nearly the same as the first one.
    public var alike = 0

    public init(costCurve: [Double], netCurve: [Double], drivers: [Driver], questions: [Question]) {
      self.costCurve = costCurve
      self.netCurve = netCurve
      self.drivers = drivers
      self.questions = questions
    }
  }

  /// An uncertain input, and its effect on an amount.
  public struct Driver: Sendable, Equatable {
    /// In words, in the language of the report; the name of a factor.
    public var label: String
    /// The columns that a factor moves, in words; blank for cells that move by themselves.
    public var detail: String
    /// For a factor of correlations.csv the number of cells that it moves; nil for cells that move by themselves.
    public var cells: Int?
    /// Share of the variance that would disappear if this were known, 0...1, with its standard error.
    public var share: InformationValue
    /// The expected amount if this input is low (its P10) and high (its P90), EUR. For several inputs that move
    /// independently: the P10 and P90 of the expected amount.
    public var low: Double
    public var high: Double
    /// Whether these are the two outcomes of an input that nearly always has one value.
    public var endsAreOutcomes: Bool
    /// Whether `low` and `high` correspond to a low and a high value of one input, rather than being just the ends.
    public var hasDirection: Bool

    public init(
      label: String, detail: String = "", cells: Int?, share: InformationValue, low: Double, high: Double,
      hasDirection: Bool, endsAreOutcomes: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.cells = cells
      self.share = share
      self.low = low
      self.high = high
      self.hasDirection = hasDirection
      self.endsAreOutcomes = endsAreOutcomes
    }
  }

  /// A question to the regions about their current situation.
  public struct Question: Sendable, Equatable {
    /// In words, in the language of the report.
    public var label: String
    /// Number of regions whose answer is missing.
    public var regions: Int
    /// Share of the variance that an answer is expected to remove, 0...1, with its standard error.
    public var variance: InformationValue
    /// Share of the width P5-P95 that an answer is expected to remove, 0...1, with its standard error.
    public var band: InformationValue
    /// The share of the variance that it adds to the questions before it.
    public var adds: InformationValue
    /// The share of the variance that the questions up to this one remove.
    public var together: InformationValue
    /// The share of the width P5-P95 that they remove.
    public var togetherBand: InformationValue
    /// The share of the variance that they remove by what they say of their own figures, without factors.
    public var itself: Double

    public init(
      label: String, regions: Int, variance: InformationValue, band: InformationValue, adds: InformationValue,
      together: InformationValue, togetherBand: InformationValue, itself: Double
    ) {
      self.label = label
      self.regions = regions
      self.variance = variance
      self.band = band
      self.adds = adds
      self.together = together
      self.togetherBand = togetherBand
      self.itself = itself
    }
  }

  /// The questions about one amount, in order.
  public struct Order: Sendable {
    public var questions: [Question] = []
    /// Number of other questions that tell nearly the same as the first one.
    public var alike = 0

    public init() {}
  }
}
