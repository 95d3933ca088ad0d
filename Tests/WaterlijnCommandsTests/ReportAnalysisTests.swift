import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

@Suite struct ReportAnalysisTests {
  static func analyses(
    _ study: Study, draws: Int = 1000, sampler: Sampler = .latinHypercube, threads: Int = 2, regions: [Int]? = nil,
    assumed: Bool = false
  ) throws -> [[ReportContent.Analysis]] {
    let reading = World.reading(study) { reading in
      reading.currentCells =
        assumed
        ? study.regions.indices.flatMap { region in
          study.provisions.indices.map {
            StudyReading.CurrentCell(region: region, figure: .provisionQuantity, item: $0, isAssumed: true)
          }
        } : []
    }
    let settings = SimulationSettings(draws: draws, seed: 1, sampler: sampler)
    let selection = Selection(
      scenarios: Array(study.scenarios.indices), regions: regions ?? Array(study.regions.indices))
    let results = try ConcurrentSimulation(
      Plan(study, selection: selection, settings: settings), workers: World.workers(2)
    ).results { _ in }
    let run = ReportedRun(reading, study, results, settings, version: Waterlijn.version, workers: .alone)
    return try ReportAnalysis(run, .english, workers: World.workers(threads)).analyses()
  }

  /// Of the share that a regression on one input of a sum finds: six standard errors of a squared correlation of 1,000 pairs,
  /// `2 r (1 - r^2) / sqrt(n)`, and of what three features take by chance, `sqrt(6) / n`.
  static func tolerance(_ share: Double) -> Double {
    let root: Double = share.squareRoot()
    return 6 * (2 * root * (1 - share) / 31.6 + 2.45 / 1000)
  }

  static func expect(
    _ driver: ReportContent.Driver?, share: Double, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = driver?.share ?? InformationValue(value: -1, standardError: -1)
    #expect(isNear(found.value, share, within: tolerance(share)), comment, sourceLocation: sourceLocation)
    // The reported error is of the same kind, from five replicates: within a factor of five.
    #expect(
      found.standardError > 0 && found.standardError < 5 * tolerance(share) / 6, comment,
      sourceLocation: sourceLocation)
  }

  static func isNear(_ value: Double, _ expected: Double, within tolerance: Double) -> Bool {
    abs(value - expected) < tolerance
  }

  // MARK: Sums of independent inputs

  /// Two regions give up uniform amounts of 0...100 and 0...200: variances as 1 and 4.
  static func uniformStudy(_ scenarios: Int = 1) throws -> Study {
    let amounts = [try Distribution.uniform(from: 0, to: 100), try .uniform(from: 0, to: 200)]
    return ClosedFormStudy.make(amounts: [amounts, amounts], scenarios: scenarios)
  }

  @Test(arguments: Sampler.allCases) func sharesOfASum(sampler: Sampler) throws {
    let analyses = try Self.analyses(Self.uniformStudy(2), draws: 1000, sampler: sampler)
    #expect(analyses.count == 2 && analyses.allSatisfy { $0.count == 3 })
    for analysis in analyses.joined() {
      #expect(analysis.drivers.map(\.label) == ["quantity now: P1", "quantity now: P0"])
      #expect(analysis.drivers.allSatisfy { $0.cells == nil })
      Self.expect(analysis.drivers.first, share: 0.8)
      Self.expect(analysis.drivers.last, share: 0.2)
      #expect(analysis.questions.isEmpty)
    }
    // At P10 a uniform amount of 0...200 is 20, and the other one is 50 on average; what is given up is a saving. The mean of
    // the rest over 1,000 draws has an error of at most 29 / sqrt(1000) = 0.9, the slope's is as large at P10.
    for driver in analyses[0].prefix(2).map({ $0.drivers[0] }) {
      #expect(driver.hasDirection)
      #expect(Self.isNear(driver.low, -70, within: 6 * 1.3) && Self.isNear(driver.high, -230, within: 6 * 1.3))
    }
    // Of the country's P10 and P90 of the sum of two: 400 sqrt(0.1 / 2) from either end, and 100 for the others. A percentile
    // of 1,000 draws is off by sqrt(0.1 * 0.9 / 1000) / density = 0.0095 / (89.4 / 40,000) = 4.2; the means by 1.3 each.
    let country = try #require(analyses[0][2].drivers.first)
    #expect(!country.hasDirection)
    let distance: Double = 400 * 0.05.squareRoot()
    #expect(Self.isNear(country.low, distance - 500, within: 6 * 4.6))
    #expect(Self.isNear(country.high, -100 - distance, within: 6 * 4.6))
  }

  @Test func theCurveHasThePercentilesOfTheDraws() throws {
    let curve = try Self.analyses(Self.uniformStudy(), draws: 1000)[0][0].costCurve
    #expect(curve.count == 99 && zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
    // The sum of both lies below s with probability s^2 / 40,000 for s below 100: the saving's P99 is at s = 20. Of 1,000
    // draws the percentile is off by sqrt(0.01 * 0.99 / 1000) / (20 / 20,000) = 3.1.
    #expect(Self.isNear(curve[98], -20, within: 6 * 3.1))
    // At the median the density is 1 / 200: 0.5 / sqrt(1000) * 200 = 3.2.
    #expect(Self.isNear(curve[49], -150, within: 6 * 3.2))
  }

  /// Inputs by themselves that are no straight line: a yes or no, and long tails.
  @Test func anyDistribution() throws {
    let study = ClosedFormStudy.make(amounts: [
      [try .bernoulli(probability: 0.3), try .uniform(from: 0, to: 1)], [.constant(0), .constant(0)],
    ])
    let analyses = try Self.analyses(study)
    let (bernoulli, uniform) = (0.21, 1 / 12.0)
    for place in [0, 2] {
      Self.expect(analyses[0][place].drivers.first, share: bernoulli / (bernoulli + uniform))
      Self.expect(analyses[0][place].drivers.last, share: uniform / (bernoulli + uniform))
      // One region only: what is low and what is high is known of the country too. 0.5 is the mean of the other one.
      let driver = analyses[0][place].drivers[0]
      #expect(driver.hasDirection)
      // The other amount's deviation, 0.29, over the root of 300 draws of one: 0.017.
      #expect(Self.isNear(driver.low, -0.5, within: 6 * 0.017))
      #expect(Self.isNear(driver.high, -1.5, within: 6 * 0.017))
    }
    #expect(analyses[0][1].drivers.isEmpty && analyses[0][1].costCurve == [Double](repeating: 0, count: 99))
  }

  // MARK: Factors

  /// Normal amounts with a deviation of 10 in two regions, three each, with a loading of 0.6 on one factor and of another sign
  /// for the third.
  static func factorStudy() throws -> Study {
    let normal = try Distribution.normal(mean: 1000, standardDeviation: 10)
    var study = ClosedFormStudy.make(amounts: [[normal, normal, normal], [normal, normal, normal]])
    study.factors = ["markt", "elders"]
    for variable in study.variables.indices {
      let isThird = study.variables[variable].name.contains("P2")
      study.variables[variable].loadings = [FactorLoading(factor: 0, loading: isThird ? -0.6 : 0.6)]
      if study.variables[variable].name.contains("R1") {
        study.variables[variable].loadings.append(FactorLoading(factor: 1, loading: isThird ? 0.8 : 0))
      }
    }
    return study
  }

  @Test func sharesOfFactors() throws {
    let analyses = try Self.analyses(Self.factorStudy(), draws: 1000)
    func driver(_ label: String, _ place: Int) -> ReportContent.Driver? {
      analyses[0][place].drivers.first { $0.label.hasPrefix(label) }
    }
    // Region 0: the factor moves the sum by 0.6 + 0.6 - 0.6 of a deviation; own parts have 0.64 of a variance each.
    let total = 0.36 + 3 * 0.64
    Self.expect(driver("markt", 0), share: 0.36 / total)
    #expect(driver("markt", 0)?.detail == "quantity now")
    for item in ["P0", "P1", "P2"] {
      Self.expect(driver("quantity now: \(item)", 0), share: 0.64 / total, "\(item)")
      #expect(driver("quantity now: \(item)", 0)?.cells == nil)
    }
    #expect(driver("elders", 0) == nil)
    #expect(driver("markt", 0)?.cells == 3 && driver("markt", 2)?.cells == 6 && driver("elders", 2)?.cells == 1)
    // At P10 of the factor each amount is 6 * 1.2816 lower or higher; the saving is smaller by 6 * 1.2816. The error of the
    // mean and of the slope there: 15.1 / sqrt(1000) * sqrt(1 + 1.28^2) = 0.8.
    let low = try #require(driver("markt", 0))
    #expect(Self.isNear(low.low, 7.69 - 3000, within: 6 * 0.8) && Self.isNear(low.high, -7.69 - 3000, within: 6 * 0.8))
    // Region 1: the third amount has nothing of its own left.
    let second = 0.36 + 0.64 + 2 * 0.64
    Self.expect(driver("elders", 1), share: 0.64 / second)
    #expect(driver("quantity now: P2", 1) == nil)
    // The country: one factor moves both regions, so it counts for four times a region's.
    let country = 1.44 + 0.64 + 5 * 0.64
    Self.expect(driver("markt", 2), share: 1.44 / country)
    Self.expect(driver("quantity now: P0", 2), share: 1.28 / country)
    Self.expect(driver("quantity now: P2", 2), share: 0.64 / country)
    #expect(driver("quantity now: P0", 2)?.hasDirection == false)
  }

  /// One factor moves each of 400 regions by a deviation of 10, a uniform figure by 1.9 / sqrt(12) = 0.5485: 0.3 % of the
  /// region's variance, 120 of the country in all. Three features explain as much of each region by chance, another 120; and
  /// as the factor is the same for all, what any two of 1,200 features say of it goes together: (1,200 * 10 / 1,000)^2 = 144.
  /// Their sum was sqrt(384 / 120) = 1.8 times too wide.
  @Test func chanceDoesNotWidenASum() throws {
    let amounts = [try Distribution.normal(mean: 1000, standardDeviation: 10), try .uniform(from: 0, to: 1.9)]
    var study = ClosedFormStudy.make(amounts: [[Distribution]](repeating: amounts, count: 400))
    study.factors = ["markt"]
    for variable in study.variables.indices where study.variables[variable].name.hasSuffix("/P0]") {
      study.variables[variable].loadings = [FactorLoading(factor: 0, loading: 1)]
    }
    let drivers = try Self.analyses(study, draws: 1000)[0][400].drivers
    #expect(drivers.map(\.label) == ["markt", "quantity now: P1"])
    // A sum of 400 is normal: its P10 and P90 are 1.2816 * 20 * 0.5485 = 14.06 from the middle. What is explained, 3 of 1,000
    // of 400 regions, has a deviation of sqrt(400 (4 * 3 + 2 * 3)) = 85 on 1,200: 3.5 % of its root. The difference of both
    // percentiles of 1,000 draws has sqrt(2 * 0.08 / 1000) / 0.1755 = 0.072 deviations on 2.563: 2.8 %. Together 4.5 %.
    let driver = try #require(drivers.last)
    #expect(!driver.hasDirection)
    #expect(Self.isNear((driver.high - driver.low) / 2, 14.06, within: 4.5 * 0.045 * 14.06))
  }

  // MARK: Questions

  @Test func questionsInTheClosedForm() throws {
    let study = try Self.uniformStudy()
    let analyses = try Self.analyses(study, draws: 1000, assumed: true)
    for place in 0..<3 {
      let questions = analyses[0][place].questions
      #expect(questions.count == 2 && questions.allSatisfy { $0.regions == (place == 2 ? 2 : 1) })
      #expect(questions[0].label == "quantity now: " + study.provisions[1].name)
      for (question, share) in zip(questions, [0.8, 0.2]) {
        // Three features, as for drivers; see `expect`.
        #expect(Self.isNear(question.variance.value, share, within: Self.tolerance(share)))
        #expect(question.variance.standardError > 0 && question.band.standardError > 0)
      }
    }
    // Of a region P5...P95 is 300 - 2 sqrt(0.05 * 40,000) wide; with the larger amount known, 90 % of 100. Either width of 1,000
    // draws is off by sqrt(0.05 * 0.95 / 1000) / density at two ends: 4.3 of 210.6, and 0.97 of 90.
    let band = analyses[0][0].questions[0].band
    let tolerance: Double = 6 * (4.3 / 210.6 + 0.97 / 90) * 90 / 210.6
    #expect(Self.isNear(band.value, 1 - 90 / 210.56, within: tolerance))
  }

  /// Where a factor ties answers together, those of many regions tell more of the country than the sum of their own parts.
  @Test func aQuestionToAllRegionsTellsOfTheFactor() throws {
    let analyses = try Self.analyses(Self.factorStudy(), draws: 1000, assumed: true)
    let question = try #require(analyses[0][2].questions.first { $0.label.hasSuffix("Voorziening") })
    // Of P0 of both regions: by itself each moves its own region one for one (what goes with it in P1 and P2 cancels out), so
    // that the sum of what both let expect is their own sum: variance 2 + 2 * 0.36, covariance with the total
    // 2 (1 + 0.36 - 0.36) + 2 (0.36 + 0.36 - 0.36), in variances of one amount. P1 is the same, P2 less.
    let share: Double = 2.72 / (1.44 + 0.64 + 5 * 0.64)
    #expect(Self.isNear(question.variance.value, share, within: Self.tolerance(share)))
  }

  /// One factor moves EUR 10 in each of 25 regions, three figures a cent. What regressions of the regions on such a figure
  /// explain by chance added up: at 400 draws the country's answers seemed to take 19 % of the uncertainty, at 1,600 5 %.
  @Test(arguments: [400, 1600]) func answersThatSayNothingAreNotAsked(draws: Int) throws {
    let figures = [try Distribution.normal(mean: 1000, standardDeviation: 10)]
    let cents = [Distribution](repeating: try .uniform(from: 0, to: 0.01), count: 3)
    var study = ClosedFormStudy.make(amounts: [[Distribution]](repeating: figures + cents, count: 25))
    study.factors = ["markt"]
    for variable in study.variables.indices where study.variables[variable].name.hasSuffix("/P0]") {
      study.variables[variable].loadings = [FactorLoading(factor: 0, loading: 1)]
    }
    study.provisions[0].name = "Groot"
    for analysis in try Self.analyses(study, draws: draws, assumed: true)[0] {
      #expect(analysis.questions.map(\.label) == ["quantity now: Groot"])
      // All but the cents' variance, which is less than a millionth.
      #expect(analysis.questions.allSatisfy { $0.variance.value > 0.999 })
      #expect(analysis.drivers.count == 1)
    }
  }

  // MARK: Edges

  @Test func certainStudiesAndFewDraws() throws {
    let certain = try Self.analyses(TinyStudy.study)
    #expect(certain.joined().allSatisfy { $0.drivers.isEmpty && $0.questions.isEmpty && $0.costCurve.count == 99 })
    #expect(certain[0][2].costCurve.allSatisfy { $0 == certain[0][2].costCurve[0] })
    for draws in [1, 7, 399] {
      for sampler in Sampler.allCases {
        let few = try Self.analyses(Self.uniformStudy(), draws: draws, sampler: sampler, assumed: true)
        #expect(few.joined().allSatisfy { $0.drivers.isEmpty && $0.questions.isEmpty && $0.netCurve.count == 99 })
      }
    }
    // As many as there are, in whole replicates.
    #expect(try Self.analyses(Self.uniformStudy(), draws: 415)[0][2].drivers.count == 2)
  }

  /// With 2,000 inputs the first 1,024 points of a Sobol sequence show drivers that do nothing.
  @Test func sobolGivesWayToLatinHypercubes() throws {
    let study = RandomStudy.make(seed: 6, uncertain: true)
    let (sobol, lhs) = (try Self.analyses(study, sampler: .sobol), try Self.analyses(study, sampler: .latinHypercube))
    for (a, b) in zip(sobol.joined(), lhs.joined()) { #expect(a.drivers == b.drivers && a.costCurve == b.costCurve) }
  }

  @Test func oneRegionAndSomeRegions() throws {
    let one = ClosedFormStudy.make(amounts: [[try .uniform(from: 0, to: 1), try .uniform(from: 0, to: 2)]])
    let analyses = try Self.analyses(one)
    #expect(analyses[0].count == 2 && analyses[0][0].drivers == analyses[0][1].drivers)
    Self.expect(analyses[0][0].drivers.first, share: 0.8)
    let some = try Self.analyses(Self.uniformStudy(), regions: [1], assumed: true)
    #expect(some[0].count == 1 && some[0][0].questions.count == 2)
    Self.expect(some[0][0].drivers.first, share: 0.8)
  }

  @Test(arguments: Sampler.allCases) func threadsChangeNothing(sampler: Sampler) throws {
    let study = RandomStudy.make(seed: 6, uncertain: true)
    let first = try Self.analyses(study, sampler: sampler, threads: 1)
    for threads in [2, 5] {
      let other = try Self.analyses(study, sampler: sampler, threads: threads)
      for (a, b) in zip(first.joined(), other.joined()) {
        #expect(a.costCurve == b.costCurve && a.netCurve == b.netCurve)
        #expect(a.drivers == b.drivers && a.questions == b.questions)
      }
    }
  }

  /// What is regressed on is what the simulation drew.
  @Test(arguments: Sampler.allCases) func theColumnsAreThoseOfTheRun(sampler: Sampler) throws {
    let study = RandomStudy.make(seed: 8, uncertain: true)
    let plan = Plan(
      study, selection: Selection(study), settings: SimulationSettings(draws: 408, seed: 3, sampler: sampler))
    let (columns, draws) = (InputColumns(plan), VariableDraws(plan))
    #expect(columns.registers == 51 && !plan.usedVariables.isEmpty)
    for (position, variable) in plan.usedVariables.enumerated() {
      let expected = [Double](unsafeUninitializedCapacity: 408) {
        draws.write(position, into: $0.baseAddress!)
        $1 = 408
      }
      let isLoaded = columns.fill(position)
      #expect(isLoaded == !study.variables[variable].loadings.isEmpty)
      #expect((0..<408).allSatisfy { columns.value[$0 / 8][$0 % 8] == expected[$0] })
      #expect(abs(columns.own[51][0] + 1.2815515655446004) < 1e-12)
      #expect(abs(columns.own[51][1] - 1.2815515655446004) < 1e-12)
    }
  }
}
