import CostEngine
import Reports
import StudyFiles
import Terms

/// Compares scenarios of two studies, or of one, draw by draw, and attributes their difference to its causes.
public struct StudyComparer {
  /// Why there is no comparison.
  public enum Failure: Error {
    case interrupted
    /// In one of the two studies, which is given.
    case overflow(AmountOverflow, ComparedStudy)
    /// On the path from A to B.
    case overflowBetween
    case tooLittleMemory(MemoryShortage)
  }

  private let a: ComparedStudy
  private let b: ComparedStudy
  private let isOneStudy: Bool
  private let quantity: ReportedQuantity
  private let settings: SimulationSettings
  private let workers: Workers

  /// - Parameters:
  ///   - a: a study that can be computed, as is `b`.
  ///   - isOneStudy: whether both are the same study.
  public init(
    a: ComparedStudy, b: ComparedStudy, isOneStudy: Bool, quantity: ReportedQuantity, settings: SimulationSettings,
    workers: Workers
  ) {
    self.a = a
    self.b = b
    self.isOneStudy = isOneStudy
    self.quantity = quantity
    self.settings = settings
    self.workers = workers
  }

  /// The comparisons of pairs of scenarios, the first with a breakdown of its difference.
  ///
  /// - Parameters:
  ///   - pairs: scenario codes, one pair or more.
  ///   - begin: called with the total number of weighted replicates, once that is known; the closure that it returns is
  ///     called with the number done.
  public func comparisons(
    _ pairs: [(a: String, b: String)], begin: (_ total: Int) -> @Sendable (Int) -> Void
  ) throws(Failure) -> (comparisons: [StudyComparison], legs: [Leg]) {
    let legs = try legs(pairs[0].a, pairs[0].b)
    let progress = CompareProgress(
      workers, report: begin(settings.replicates * (weight(of: legs) + pairs.count * Self.pairWeight)))
    var comparisons: [StudyComparison] = []
    for pair in pairs { comparisons.append(try compare(pair.a, pair.b, progress)) }
    comparisons[0].steps = try steps(of: legs, in: comparisons[0], progress)
    return (comparisons, legs)
  }

  /// The comparison of two scenarios, without the breakdown of their difference.
  private func compare(
    _ codeA: String, _ codeB: String, _ progress: CompareProgress
  ) throws(Failure) -> StudyComparison {
    let (studyA, studyB) = (a.reading!.study!, b.reading!.study!)
    let (scenarioA, scenarioB) = (studyA.scenario(codeA), studyB.scenario(codeB))
    let (planA, planB) = (plan(studyA, scenarioA), plan(studyB, scenarioB))
    let codesB = planB.selection.regions.map { studyB.regions[$0].code }
    var places: [(a: Int, b: Int)] = []
    var names: [(code: String, name: String)] = []
    for (position, region) in planA.selection.regions.enumerated() {
      let code = studyA.regions[region].code
      guard let other = codesB.firstIndex(of: code) else { continue }
      places.append((position, other))
      names.append((code, studyB.regions[planB.selection.regions[other]].name))
    }
    let includesWhole = planA.includesNational && planB.includesNational
    if includesWhole {
      places.append((planA.selection.regions.count, planB.selection.regions.count))
      names.append((ResultsCSV.nationalCode, ""))
    }
    let plans = PairedPlans(a: planA, b: planB, quantity: quantity, places: places)
    let found = try results(of: plans, progress)
    let years =
      quantity == .npv
      ? [] : (studyA.firstYear...studyA.lastYear).filter { (studyB.firstYear...studyB.lastYear).contains($0) }
    return StudyComparison(
      a: .init(study: studyA, scenario: scenarioA, folder: a.folder),
      b: .init(study: studyB, scenario: scenarioB, folder: b.folder), isOneStudy: isOneStudy, quantity: quantity,
      places: names, includesWhole: includesWhole, years: years, comparisons: found, settings: settings)
  }

  private func plan(_ study: Study, _ scenario: Int) -> Plan {
    Plan(
      study, selection: Selection(scenarios: [scenario], regions: study.indices(of: computedRegions)),
      settings: settings, countsItems: quantity.parts != nil)
  }

  /// Codes of the regions that both results have; nil for all.
  private var computedRegions: Set<String>? {
    guard let first = a.regions else { return b.regions }
    return b.regions.map { first.intersection($0) } ?? first
  }

  private func results(
    of plans: PairedPlans, _ progress: CompareProgress
  ) throws(Failure) -> [[PairedComparison]] {
    let simulation = PairedSimulation(plans, workers: workers)
    do throws(PairedSimulation.Failure) {
      let found = try simulation.results { progress.update(done: $0, weight: Self.pairWeight) }
      progress.add(plans.a.replicateCount, weight: Self.pairWeight)
      return found
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .overflow(let overflow): throw .overflow(overflow.amount!, overflow.isOfB ? b : a)
      }
    }
  }

  /// The weight of a replicate of a pair, in replicates of one scenario.
  private static let pairWeight = 2

  // MARK: Breakdown of the difference

  /// A part of the path from A to B.
  public enum Leg {
    /// Between scenarios of one study.
    case scenarios(Study, ScenarioPath)
    /// Between the two studies.
    case inputs(InputStages)
  }

  /// The path from A to B: the inputs change first if B has A's scenario too; otherwise A's scenario becomes B's first.
  private func legs(_ codeA: String, _ codeB: String) throws(Failure) -> [Leg] {
    let (studyA, studyB) = (a.reading!.study!, b.reading!.study!)
    func scenarios(_ study: Study) -> Leg {
      .scenarios(study, ScenarioPath(study, from: study.scenario(codeA), to: study.scenario(codeB)))
    }
    func inputs(_ first: String, _ second: String) throws(Failure) -> Leg {
      guard let stages = InputStages(a, b, first, second, workers) else { throw .interrupted }
      return .inputs(stages)
    }
    if isOneStudy { return [scenarios(studyA)] }
    if codeA == codeB { return [try inputs(codeA, codeA)] }
    if studyB.scenarios.contains(where: { $0.code == codeA }) { return [try inputs(codeA, codeA), scenarios(studyB)] }
    if studyA.scenarios.contains(where: { $0.code == codeB }) { return [scenarios(studyA), try inputs(codeB, codeB)] }
    return [try inputs(codeA, codeB)]
  }

  /// The cost of one replicate of the path, in replicates of one scenario.
  private func weight(of legs: [Leg]) -> Int {
    legs.reduce(0) { sum, leg in
      switch leg {
      case .scenarios(_, let path): return sum + path.stages.scenarios.count
      case .inputs(let stages): return sum + stages.studies.count
      }
    }
  }

  /// The steps of the path, with the effect of each on the means.
  private func steps(
    of legs: [Leg], in comparison: StudyComparison, _ progress: CompareProgress
  ) throws(Failure) -> [BridgeStep] {
    let regions = comparison.includesWhole ? comparison.places.dropLast() : comparison.places[...]
    let means = BridgeMeans(
      regions: regions.map { $0.code }, includesWhole: comparison.includesWhole, years: comparison.years,
      quantity: quantity, settings: settings, computed: computedRegions, workers: workers)
    var steps: [BridgeStep] = []
    for leg in legs {
      switch leg {
      case .scenarios(_, let path):
        let stages = path.stages
        steps += path.filled(try self.means(means, stages, scenarios: Array(stages.scenarios.indices), progress))
      case .inputs(let stages):
        var tables: [[[Double]]] = []
        for (study, code) in stages.studies {
          tables += try self.means(means, study, scenarios: [study.scenario(code)], progress)
        }
        steps += stages.filled(tables)
      }
    }
    return steps
  }

  private func means(
    _ means: BridgeMeans, _ study: Study, scenarios: [Int], _ progress: CompareProgress
  ) throws(Failure) -> [[[Double]]] {
    if workers.isStopped() { throw .interrupted }
    let replicates = settings.replicates
    do throws(ConcurrentSimulation.Failure) {
      let found = try means.of(study, scenarios: scenarios) {
        progress.update(done: $0, weight: scenarios.count)
      }
      progress.add(replicates, weight: scenarios.count)
      return found
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .tooLittleMemory(let shortage): throw .tooLittleMemory(shortage)
      case .overflow: throw .overflowBetween
      }
    }
  }
}

extension Study {
  /// Index of the scenario with this code, which must exist.
  func scenario(_ code: String) -> Int { scenarios.firstIndex { $0.code == code }! }
}

extension ScenarioPath {
  /// The steps, with the effect of each.
  ///
  /// - Parameter means: the means of ``stages``.
  func filled(_ means: [[[Double]]]) -> [BridgeStep] {
    var steps = self.steps
    let count = steps.count
    let backward = count + 1
    for step in 0..<count {
      steps[step].forward = means[step].change(to: means[step + 1])
      // In the backward order the last step is taken first.
      steps[step].backward = means[backward + count - 1 - step].change(to: means[backward + count - step])
    }
    return steps
  }
}
