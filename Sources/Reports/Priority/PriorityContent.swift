import CostEngine
import Terms

/// The content of the report of a priority analysis: which figures to ask the regions for first.
public struct PriorityContent: Sendable {
  /// The expected effect of knowing something.
  public struct Worth: Sendable, Equatable {
    /// Share of the variance of a total that is removed, 0...1.
    public var variance: InformationValue
    /// Share of the width P5-P95 of that total that is removed on average over the answers, 0...1.
    public var band: InformationValue
    /// The gain in the choice among scenarios: expected value of partial perfect information, EUR of net present value.
    public var choice: InformationValue

    public init(variance: InformationValue, band: InformationValue, choice: InformationValue) {
      self.variance = variance
      self.band = band
      self.choice = choice
    }

    /// Nothing is removed or gained, for certain.
    public static let none = Worth(variance: .none, band: .none, choice: .none)

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
    /// The share of the variance of the region's total that it removes by what it says of itself, without what factors
    /// carry over to other figures.
    public var itself: InformationValue

    public init(
      region: Int, figure: CurrentFigure, item: Int, variable: Int, own: Worth, national: Worth,
      itself: InformationValue = .none
    ) {
      self.region = region
      self.figure = figure
      self.item = item
      self.variable = variable
      self.own = own
      self.national = national
      self.itself = itself
    }
  }

  /// A figure to be requested from every region for which it was assumed.
  public struct Question: Sendable {
    public var figure: CurrentFigure
    public var item: Int
    /// Number of regions.
    public var regions: Int
    /// Its worth alone.
    public var worth: Worth
    /// The share of the variance that the answers remove by what they say of their own figures, without what factors
    /// carry over to others.
    public var itself: InformationValue
    /// Number of regions, those whose answer tells most first, that suffice for ``PriorityContent/most`` of the worth.
    public var regionsForMost: Int
    /// Position of an earlier question that tells nearly the same; nil if there is none.
    public var sameAs: Int?

    public init(
      figure: CurrentFigure, item: Int, regions: Int, worth: Worth, itself: InformationValue = .none,
      regionsForMost: Int? = nil, sameAs: Int? = nil
    ) {
      self.figure = figure
      self.item = item
      self.regions = regions
      self.worth = worth
      self.itself = itself
      self.regionsForMost = regionsForMost ?? regions
      self.sameAs = sameAs
    }
  }

  /// The answers to the first of a list of questions, together.
  public struct Together: Sendable {
    public var count: Int
    public var worth: Worth
    /// The share of the variance that the last of them adds to those before it.
    public var adds: InformationValue
    /// The share of the variance that they remove by what they say of their own figures.
    public var itself: InformationValue

    public init(count: Int, worth: Worth, adds: InformationValue, itself: InformationValue) {
      self.count = count
      self.worth = worth
      self.adds = adds
      self.itself = itself
    }
  }

  /// An assumed factor, or several that each tie figures of one region.
  public struct FactorRole: Sendable {
    /// Indices in ``Study/factors``.
    public var factors: [Int]
    /// Number of assumed figures that they tie.
    public var cells: Int
    /// The share of the variance that the first question removes in the study without them.
    public var share: InformationValue

    public init(factors: [Int], cells: Int, share: InformationValue) {
      self.factors = factors
      self.cells = cells
      self.share = share
    }
  }

  /// What it takes to get an answer.
  public struct AnswerCost: Sendable {
    /// Hours that one region takes for one answer.
    public var hours: Double
    /// The worth of an hour, EUR.
    public var hourWorth: Double

    public init(hours: Double, hourWorth: Double) {
      self.hours = hours
      self.hourWorth = hourWorth
    }

    /// EUR of an answer of so many regions.
    public func cost(regions: Int) -> Double { Double(regions) * hours * hourWorth }
  }

  /// What to ask of one region.
  public struct RegionPart: Sendable {
    public var region: Int
    /// In the order in which to ask them, as those of the country.
    public var cells: [Cell]
    public var together: [Together]
    /// As ``PriorityContent/sets``.
    public var sets: [Together] = []
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
  /// In the order in which to ask them: first those of ``together``, each the one that adds most to those before it,
  /// then the rest by what they do alone.
  public var questions: [Question]
  /// The first question, the first two and so on, as long as the next one adds more than its error.
  public var together: [Together]
  /// The first 5, 10 and 20 questions, as far as they are more than those of ``together``.
  public var sets: [Together] = []
  /// The share of the variance that the answers to all questions remove.
  public var all = InformationValue.none
  /// What the worth of the first question rests on.
  public var factors: [FactorRole] = []
  /// What an answer costs; nil if that was not asked.
  public var answerCost: AnswerCost?
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

  /// Maximum number of questions that are put in order; further ones would hardly be asked.
  public static let mostSteps = 15
  /// The same for one region.
  public static let mostStepsOfRegion = 10
  /// Numbers of first questions whose worth together is always told.
  public static let counts = [5, 10, 20]
  /// The part of a question's worth for which a number of regions is told.
  public static let most = 0.8

  /// Whether some answer changes the choice among the scenarios.
  ///
  /// - Parameter regions: indices of regions, each for itself; empty for the country.
  public func hasChoice(regions: [Int] = []) -> Bool {
    guard among.count > 1 else { return false }
    guard !regions.isEmpty else {
      return questions.contains { $0.worth.choice.value > 0 } || together.contains { $0.worth.choice.value > 0 }
    }
    return self.regions.contains { part in
      regions.contains(part.region)
        && (part.cells.contains { $0.own.choice.value > 0 } || part.together.contains { $0.worth.choice.value > 0 })
    }
  }

  /// Whether some of the figures share factors with others.
  public var isTied: Bool {
    regions.contains { part in part.cells.contains { !study.variables[$0.variable].loadings.isEmpty } }
  }

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
