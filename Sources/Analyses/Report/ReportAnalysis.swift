import CostEngine
import Reports
import StudyFiles
import Terms

/// Attributes the variance of a report's amounts to inputs: a first-order analysis of each scenario and place, by
/// regression on the first of the run's own draws (M. Strong, J. E. Oakley, A. Brennan, Medical Decision Making 34
/// (2014), doi:10.1177/0272989X13505910).
public struct ReportAnalysis: Sendable {
  /// Enough to tell large from small; a share of a half is then known to about 2 %.
  static let mostDraws = 1600
  /// The minimum number of draws for an analysis: a standard error takes two replicates.
  static let fewestDraws = ReportContent.fewestDraws
  static let mostDrivers = 10
  static let mostQuestions = (country: 8, region: 5)
  /// Bound on what an input explains by chance: what three features explain of an amount by chance, above its
  /// expectation, exceeds this number divided by the number of draws in one case out of 30,000 (chi-square with three
  /// degrees of freedom, less its mean). In 99 of 100 analyses none of some 300 inputs of a place is then shown by
  /// chance.
  static let chance = 21.0

  let study: Study
  public let plan: Plan
  let inputs: ReportInputs
  let workers: Workers
  let scenarios: Int
  let places: Int
  /// For each place whether it is analysed.
  let isTold: [Bool]

  /// - Parameter tells: whether to analyse a place, by its position in the results.
  public init(
    _ run: ReportedRun, _ language: Language, workers: Workers, tells: (Int) -> Bool = { _ in true }
  ) {
    study = run.study
    plan = Plan(run.study, selection: run.results.selection, settings: Self.settings(of: run.settings))
    inputs = ReportInputs(run.study, plan, run.reading.currentCells, language)
    self.workers = workers
    scenarios = run.results.selection.scenarios.count
    places = plan.placeCount
    isTold = (0..<plan.placeCount).map(tells)
  }

  /// The settings of the analysis: the first of the run's draws, in whole replicates if there are enough.
  ///
  /// With so few points of a Sobol sequence many of its thousands of dimensions are correlated, and a regression
  /// mistakes one input for another; Latin hypercube draws of the same seed are used instead.
  private static func settings(of run: SimulationSettings) -> SimulationSettings {
    var settings = run
    settings.draws = min(run.draws, mostDraws)
    if settings.draws >= fewestDraws { settings.draws -= settings.draws % RandomStream.drawsPerReplicate }
    if settings.sampler == .sobol { settings.sampler = .latinHypercube }
    return settings
  }

  /// The analyses by scenario and place; empty for places that are not analysed.
  public func analyses() throws(ConcurrentSimulation.Failure) -> [[ReportContent.Analysis]] {
    let amounts = (0..<scenarios * places).flatMap { index in
      [ReportedQuantity.delta, .net].map { quantity in
        RecordedAmount(scenario: index / places, place: index % places, period: .total, quantity: quantity)
      }
    }
    let recorded = try ConcurrentSimulation(plan, workers: workers)
      .record(amounts) { _ in }
    let curves = try work(scenarios * places) {
    } result: { _, index in
      isTold[index % places]
        ? (Self.percentiles(recorded[2 * index]), Self.percentiles(recorded[2 * index + 1])) : ([], [])
    }
    var found = curves.map { ReportContent.Analysis(costCurve: $0.0, netCurve: $0.1, drivers: [], questions: []) }
    if plan.settings.draws >= Self.fewestDraws, !plan.usedVariables.isEmpty {
      let totals = try work(scenarios * places) {
      } result: { _, index in
        UncertainAmount(recorded[2 * index])
      }
      let centred = CentredAmounts(draws: plan.settings.draws, amounts: scenarios * places) { recorded[2 * $0] }
      for (index, drivers) in try drivers(totals, centred).enumerated() { found[index].drivers = drivers }
      for (index, order) in try questions(totals, centred).enumerated() {
        found[index].questions = order.questions
        found[index].alike = order.alike
      }
    }
    return (0..<scenarios).map { scenario in Array(found[scenario * places..<(scenario + 1) * places]) }
  }

  /// The values that 1 %, 2 %, ... 99 % of the draws do not exceed.
  private static func percentiles(_ draws: UnsafeBufferPointer<Double>) -> [Double] {
    let sorted = draws.sorted()
    return (1...99).map { sorted[(sorted.count * $0 + 99) / 100 - 1] }
  }

  var tellsOfCountry: Bool { plan.includesNational && isTold[places - 1] }

  /// The share of an amount that no input explains by chance.
  var chance: Double { Self.chance / Double(plan.settings.draws) }

  /// Runs independent pieces of work on the threads.
  func work<Worker, Found: Sendable>(
    _ count: Int, _ worker: @Sendable () -> Worker, result: @Sendable (Worker, Int) -> Found
  ) throws(ConcurrentSimulation.Failure) -> [Found] {
    let results = ConcurrentWork.results(
      count, workers: workers, progress: { _ in }, worker: worker, result: { result($0, $1) })
    guard let results else { throw .interrupted }
    return results
  }

  /// The buffers of one thread.
  struct Worker {
    let columns: InputColumns
    let basis: EffectBasis

    init(_ plan: Plan) {
      columns = InputColumns(plan)
      basis = EffectBasis(registers: columns.registers)
    }
  }
}

extension EffectBasis.Effect {
  /// The explained sum of squares, less what the features explain of any noise.
  func surplus(of squares: Double, _ basis: EffectBasis, draws: Int) -> Double {
    squares - (squares - explained) * Double(draws - 1) / Double(draws - basis.parameters)
  }
}

extension EffectBasis {
  /// The expected value in every draw.
  func fitted(_ effect: Effect, mean: Double) -> [Double] {
    var column = [SIMD8<Double>](repeating: SIMD8(repeating: 0), count: registers)
    column.withUnsafeMutableBufferPointer { add(effect, to: $0.baseAddress!) }
    return column.values(plus: mean)
  }
}

extension [SIMD8<Double>] {
  /// The registers' numbers one by one, with the mean added to each.
  func values(plus mean: Double) -> [Double] {
    [Double](unsafeUninitializedCapacity: 8 * count) { values, initialized in
      for (v, register) in enumerated() {
        for lane in 0..<8 { values[8 * v + lane] = register[lane] + mean }
      }
      initialized = 8 * count
    }
  }
}
