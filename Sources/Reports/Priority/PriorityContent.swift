import CostEngine
import Terms

/// The content of the report of a priority analysis: which figures to ask the regions for first.
public struct PriorityContent: Sendable {
  /// The expected effect of knowing something.
  public struct Worth: Sendable, Equatable {
    /// Share of the variance of a total that is removed, 0...1.
    public var variance: InformationValue
    /// Share of the width P5-P95 of that total that is removed, 0...1.
    public var band: InformationValue
    /// The gain in the choice among scenarios: expected value of partial perfect information, EUR of net present value.
    public var choice: InformationValue

    public init(variance: InformationValue, band: InformationValue, choice: InformationValue) {
      self.variance = variance
      self.band = band
      self.choice = choice
    }

    /// This value, but at least that of a subset of the inputs: a regression on more of them may miss it by chance.
    public func atLeast(_ other: Worth) -> Worth {
      Worth(
        variance: variance.atLeast(other.variance), band: band.atLeast(other.band),
        choice: choice.atLeast(other.choice))
    }
  }

  /// A figure that was assumed for a region.
  public struct Cell: Sendable {
    /// Index in ``Study/regions``.
    public var region: Int
    public var figure: CurrentFigure
    /// Index in ``Study/functions``, or in ``Study/provisions``.
    public var item: Int
    /// Index in ``Study/variables``.
    public var variable: Int
    /// Value for the total of the region.
    public var own: Worth
    /// Value for the total of the country.
    public var national: Worth

    public init(region: Int, figure: CurrentFigure, item: Int, variable: Int, own: Worth, national: Worth) {
      self.region = region
      self.figure = figure
      self.item = item
      self.variable = variable
      self.own = own
      self.national = national
    }
  }

  /// A figure to be requested from every region for which it was assumed.
  public struct Question: Sendable {
    public var figure: CurrentFigure
    public var item: Int
    /// Number of regions.
    public var regions: Int
    public var worth: Worth

    public init(figure: CurrentFigure, item: Int, regions: Int, worth: Worth) {
      self.figure = figure
      self.item = item
      self.regions = regions
      self.worth = worth
    }
  }

  /// The answers to the first of a list of questions, together.
  public struct Together: Sendable {
    public var count: Int
    public var worth: Worth

    public init(count: Int, worth: Worth) {
      self.count = count
      self.worth = worth
    }
  }

  /// What to ask of one region.
  public struct RegionPart: Sendable {
    public var region: Int
    /// The most informative first.
    public var cells: [Cell]
    public var together: [Together]
    /// Mean, P5 and P95 of the region's total, EUR.
    public var total: Summary

    public init(region: Int, cells: [Cell], together: [Together], total: Summary) {
      self.region = region
      self.cells = cells
      self.together = together
      self.total = total
    }
  }

  public var study: Study
  /// Index in ``Study/scenarios`` of the scenario whose total is uncertain.
  public var scenario: Int
  /// Indices in ``Study/scenarios`` of the scenarios to choose from.
  public var among: [Int]
  /// The one of ``among`` with the lowest expected npv for the country.
  public var cheapest: Int
  public var settings: SimulationSettings
  /// The most informative first.
  public var questions: [Question]
  public var together: [Together]
  /// By region; only regions for which something was assumed.
  public var regions: [RegionPart]
  /// The country's total.
  public var total: Summary
  /// Number of figures that were assumed to be certain: a single number in a wildcard row.
  public var certain: Int

  public init(
    study: Study, scenario: Int, among: [Int], cheapest: Int, settings: SimulationSettings, questions: [Question],
    together: [Together], regions: [RegionPart], total: Summary, certain: Int
  ) {
    self.study = study
    self.scenario = scenario
    self.among = among
    self.cheapest = cheapest
    self.settings = settings
    self.questions = questions
    self.together = together
    self.regions = regions
    self.total = total
    self.certain = certain
  }

  /// Numbers of first questions whose value together is reported.
  public static let counts = [5, 10, 20]

  /// Code of the item of a figure.
  func code(_ figure: CurrentFigure, _ item: Int) -> String {
    figure == .provisionQuantity ? study.provisions[item].code : study.functions[item].code
  }

  func question(_ figure: CurrentFigure, _ item: Int, _ language: Language) -> String {
    figure.question(item, in: study, language)
  }
}

extension CurrentFigure {
  /// The question in words.
  ///
  /// - Parameter item: index in ``Study/functions``, or in ``Study/provisions``.
  public func question(_ item: Int, in study: Study, _ language: Language) -> String {
    let name = PlainText.line(self == .provisionQuantity ? study.provisions[item].name : study.functions[item].name)
    return question(language) + ": " + name
  }
}
