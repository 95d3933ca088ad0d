import CostEngine
import Terms

/// What the report page and its workbook are made of.
public struct ReportContent: Sendable {
  /// Below this fewer than twenty draws lie beyond P5 or P95, and what moves an amount is not told.
  public static let fewestDraws = 2 * RandomStream.drawsPerReplicate

  /// What was computed: the study, its results and how they came about.
  public var run: RunContent
  /// Version of the program that makes the report; that of its results is ``RunContent/toolVersion``.
  public var toolVersion: String
  /// What moves each amount, by position: `analyses[scenario][region]`, the country included; empty of places that no page
  /// is about.
  public var analyses: [[Analysis]]
  /// How many draws ``analyses`` are made of.
  public var analysisDraws: Int
  /// Every row of the study's tables, with what it says, its source and its note.
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

  /// What is known of one scenario in one place over the whole horizon, besides its statistics.
  public struct Analysis: Sendable {
    /// The extra cost (delta) that 1 %, 2 %, ... 99 % of the draws stay at or below, EUR; ascending.
    public var costCurve: [Double]
    /// The same of what funding does not cover (net), EUR.
    public var netCurve: [Double]
    /// What the uncertainty of the extra cost comes from, the largest share first.
    public var drivers: [Driver]
    /// What to ask of the regions first, the largest share first; empty where nothing uncertain was assumed for them.
    public var questions: [Question]

    public init(costCurve: [Double], netCurve: [Double], drivers: [Driver], questions: [Question]) {
      self.costCurve = costCurve
      self.netCurve = netCurve
      self.drivers = drivers
      self.questions = questions
    }
  }

  /// Some uncertain input, and what it does to an amount.
  public struct Driver: Sendable, Equatable {
    /// In words, in the language of the report; the code of a factor.
    public var label: String
    /// Which columns a factor moves, in words; blank for cells that move by themselves.
    public var detail: String
    /// Of a factor of correlations.csv: how many cells it moves; nil for cells that move by themselves.
    public var cells: Int?
    /// Share of the variance that would go if this were known, 0...1, with its standard error.
    public var share: InformationValue
    /// The expected amount where this input is low (its P10), and high (its P90), EUR. Of several inputs that do not move
    /// together: the P10 and P90 of what the expected amount can become.
    public var low: Double
    public var high: Double
    /// Whether `low` and `high` belong to a low and a high value of one input, rather than being only the ends.
    public var hasDirection: Bool

    public init(
      label: String, detail: String = "", cells: Int?, share: InformationValue, low: Double, high: Double,
      hasDirection: Bool
    ) {
      self.label = label
      self.detail = detail
      self.cells = cells
      self.share = share
      self.low = low
      self.high = high
      self.hasDirection = hasDirection
    }
  }

  /// A question to the regions about their current situation.
  public struct Question: Sendable, Equatable {
    /// In words, in the language of the report.
    public var label: String
    /// Of how many of the regions the answer is missing.
    public var regions: Int
    /// Share of the variance that an answer is expected to take away, 0...1, with its standard error.
    public var variance: InformationValue
    /// Share of the width P5-P95 that an answer is expected to take away, 0...1, with its standard error.
    public var band: InformationValue

    public init(label: String, regions: Int, variance: InformationValue, band: InformationValue) {
      self.label = label
      self.regions = regions
      self.variance = variance
      self.band = band
    }
  }
}
