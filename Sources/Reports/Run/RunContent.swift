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
  /// The results folder, as the user wrote it; nil if none was written.
  public var outputFolder: String?
  /// The requested precision; nil if none was requested.
  public var goal: PrecisionGoal?
  /// What ``results`` lack, where they come from the tables of another version.
  public var gaps: ResultsGaps

  public init(
    study: Study, results: Results, toolVersion: String, sampler: Sampler, seed: UInt64, populations: [Double],
    coverage: [Coverage], notices: Int, outputFolder: String?, goal: PrecisionGoal? = nil,
    gaps: ResultsGaps = ResultsGaps()
  ) {
    precondition(populations.count == study.regions.count && coverage.count == study.regions.count)
    self.study = study
    self.results = results
    self.toolVersion = toolVersion
    self.sampler = sampler
    self.seed = seed
    self.populations = populations
    self.coverage = coverage
    self.notices = notices
    self.outputFolder = outputFolder
    self.goal = goal
    self.gaps = gaps
  }

  /// Whether nothing was drawn: every amount is exact.
  var isCertain: Bool { study.variables.isEmpty || (results.draws > 1 && allAmountsAreConstant) }

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

  /// P5 or P95 of an amount.
  func percentile(_ kind: ShownPercentile.Kind, of summary: Summary) -> ShownPercentile {
    let value = summary.value(of: kind)
    let error = isCertain || summary.isConstant && results.draws > 1 ? 0 : summary.error(of: kind, draws: results.draws)
    let figure = error == 0 ? ShownFigure(exact: value) : ShownFigure(value, error: error, finest: 0)
    return ShownPercentile(figure: figure, error: error)
  }

  /// The mean per inhabitant, no finer than cents.
  func perInhabitant(_ summary: Summary, region: Int) -> ShownFigure? {
    perInhabitant(mean(summary), error: summary.meanError(draws: results.draws), region: region)
  }

  /// P5 or P95 per inhabitant, no finer than cents.
  func perInhabitant(_ kind: ShownPercentile.Kind, of summary: Summary, region: Int) -> ShownPercentile? {
    let percentile = percentile(kind, of: summary)
    return perInhabitant(percentile.figure, error: percentile.error, region: region).map { figure in
      ShownPercentile(figure: figure, error: percentile.error / population(region: region))
    }
  }

  private func perInhabitant(_ figure: ShownFigure, error: Double, region: Int) -> ShownFigure? {
    let population = population(region: region)
    guard population > 0 && population < .infinity else { return nil }
    return figure.divided(by: population, error: error, finest: -2)
  }
}
