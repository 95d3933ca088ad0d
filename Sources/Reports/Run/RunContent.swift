import CostEngine
import Terms

/// The content of the report of a run.
public struct RunContent: Sendable {
  public var study: Study
  public var results: Results
  public var toolVersion: String
  public var sampler: Sampler
  public var seed: UInt64
  /// Mean population of each region of the study.
  public var populations: [Double]
  /// Coverage of each region of the study.
  public var coverage: [Coverage]
  /// Number of notices given when the study was read.
  public var notices: Int
  /// Figures that are probably not what was meant, open and explained.
  public var doubts: [Diagnostic]
  /// How much of the study was invented.
  public var examples: ExampleRows
  /// The results folder, as the user wrote it; nil if none was written.
  public var outputFolder: String?
  /// The requested precision; nil if none was requested.
  public var goal: PrecisionGoal?
  /// Which draws the results rest on; nil if none are missing.
  public var partial: PartialRun?
  /// What ``results`` lack, where they come from the tables of another version.
  public var gaps: ResultsGaps
  /// The chance that everything is in place in the last year; nil where it was not computed.
  public var completion: PhaseInCompletion?
  /// The inputs whose tails may rule a mean.
  let tails: TailInputs
  /// What each region of the study holds in reserve, EUR; nil where the study does not say, empty if it never does.
  public var reserves: [Double?]
  /// Who made the study, and what it leaves out.
  public var head: StudyHead
  /// Where the figures came from that regions gave; nil if none gave any on a form.
  public var answers: AnswerProgress?

  public init(
    study: Study, results: Results, toolVersion: String, sampler: Sampler, seed: UInt64, populations: [Double],
    coverage: [Coverage], notices: Int, outputFolder: String?, goal: PrecisionGoal? = nil,
    gaps: ResultsGaps = ResultsGaps(), completion: PhaseInCompletion? = nil, reserves: [Double?] = [],
    head: StudyHead = StudyHead(), doubts: [Diagnostic] = [], examples: ExampleRows = ExampleRows(),
    partial: PartialRun? = nil
  ) {
    self.partial = partial
    precondition(reserves.isEmpty || reserves.count == study.regions.count)
    precondition(populations.count == study.regions.count && coverage.count == study.regions.count)
    self.study = study
    self.results = results
    self.toolVersion = toolVersion
    self.sampler = sampler
    self.seed = seed
    self.populations = populations
    self.coverage = coverage
    self.notices = notices
    self.doubts = doubts
    self.examples = examples
    self.outputFolder = outputFolder
    self.goal = goal
    self.gaps = gaps
    self.completion = completion
    tails = TailInputs(study, selection: results.selection)
    self.reserves = reserves
    self.head = head
  }

  /// Whether no amount depends on what is drawn: every amount is exact. Not so if all draws are equal only because
  /// something rare was not drawn.
  var isCertain: Bool {
    study.variables.isEmpty || (results.draws > 1 && allAmountsAreConstant && !tails.hasEffect)
  }

  /// Whether a chance derived from an amount is exact: nothing changes the amount, not even what is rare.
  func isExact(_ summary: Summary) -> Bool {
    isCertain || (summary.isConstant && results.draws > 1 && !tails.hasEffect)
  }

  private var allAmountsAreConstant: Bool {
    // What the results lack says nothing.
    func isConstant(_ summary: Summary) -> Bool { summary.isConstant || summary.standardDeviation.isNaN }
    return results.summaries.allSatisfy(isConstant) && results.presentValues.allSatisfy(isConstant)
      && results.payments.allSatisfy(isConstant)
  }

  /// What is not known by cost line of a group of them, EUR: 0 where the lines that are known are the whole, but for
  /// rounding.
  func otherLines(_ group: CostLineGroup = .all, scenario: Int, region: Int, year: Int) -> Double {
    guard gaps.hasOtherLines else { return 0 }
    let whole: ReportedQuantity
    switch group {
    case .all: whole = .delta
    case .structural: whole = .structural
    case .incidental: whole = .incidental
    }
    return results.rest(
      of: whole, after: gaps.knownLines.filter(group.contains).map { .line($0) }, scenario: scenario, region: region,
      year: year)
  }

  /// Whether there is anywhere anything that is not known by cost line.
  var hasOtherLines: Bool {
    gaps.hasOtherLines
      && results.selection.scenarios.indices.contains { scenario in
        (0..<results.regionCount).contains { region in
          (0...results.total).contains { year in
            CostLineGroup.allCases.contains { otherLines($0, scenario: scenario, region: region, year: year) != 0 }
          }
        }
      }
  }

  /// Inhabitants of a region by its position in the results, the country included.
  func population(region: Int) -> Double {
    if results.includesNational && region == results.national { return populations.reduce(0, +) }
    return populations[results.selection.regions[region]]
  }

  /// The mean of an amount, as finely as it may be shown.
  func mean(_ summary: Summary) -> ShownFigure {
    isCertain ? ShownFigure(exact: summary.mean) : summary.shownMean(draws: results.draws)
  }

  /// P5 or P95 of an amount, shown so that P5 is not above P95.
  func percentile(_ kind: ShownPercentile.Kind, of summary: Summary) -> ShownPercentile {
    let ends = percentiles(of: summary)
    return kind == .p05 ? ends[0] : ends[1]
  }

  private func percentiles(of summary: Summary) -> [ShownPercentile] {
    let errors = [ShownPercentile.Kind.p05, .p95].map { kind in
      isCertain || summary.isConstant && results.draws > 1 ? 0 : summary.error(of: kind, draws: results.draws)
    }
    let figures = zip([summary.p05, summary.p95], errors).map { value, error in
      error == 0 ? ShownFigure(exact: value) : ShownFigure(value, error: error, finest: 0)
    }
    return zip(ShownFigure.inOrder(figures), errors).map { ShownPercentile(figure: $0, error: $1) }
  }

  /// The mean per inhabitant, no finer than cents.
  func perInhabitant(_ summary: Summary, region: Int) -> ShownFigure? {
    perInhabitant(mean(summary), error: summary.meanError(draws: results.draws), region: region)
  }

  /// P5 or P95 per inhabitant, no finer than cents.
  func perInhabitant(_ kind: ShownPercentile.Kind, of summary: Summary, region: Int) -> ShownPercentile? {
    let percentiles = percentiles(of: summary)
    let figures = percentiles.compactMap { perInhabitant($0.figure, error: $0.error, region: region) }
    guard figures.count == percentiles.count else { return nil }
    let end = kind == .p05 ? 0 : 1
    return ShownPercentile(
      figure: ShownFigure.inOrder(figures)[end], error: percentiles[end].error / population(region: region))
  }

  private func perInhabitant(_ figure: ShownFigure, error: Double, region: Int) -> ShownFigure? {
    let population = population(region: region)
    guard population > 0 && population < .infinity else { return nil }
    return figure.divided(by: population, error: error, finest: -2)
  }
}
