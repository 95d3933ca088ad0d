import CostEngine
import Reports
import StudyFiles
import Terms

/// Compares scenarios of two studies, or of one, draw by draw, and finds what makes up their difference.
struct StudyComparer {
  /// Why there is no comparison.
  enum Failure: Error {
    case interrupted
    case overflow(Bilingual)
  }

  var a: ComparedStudy
  var b: ComparedStudy
  var isOneStudy: Bool
  var quantity: ReportedQuantity
  var settings: SimulationSettings
  var threads: Int
  var environment: CommandEnvironment
  var progress: CompareProgress

  /// The comparison of two scenarios, without what makes up the difference.
  func compare(_ codeA: String, _ codeB: String) throws(Failure) -> StudyComparison {
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
    let found = try results(of: plans)
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
      settings: settings)
  }

  /// Regions that both results have; nil for all.
  private var computedRegions: Set<String>? {
    guard let first = a.regions else { return b.regions }
    return b.regions.map { first.intersection($0) } ?? first
  }

  private func results(of plans: PairedPlans) throws(Failure) -> [[PairedComparison]] {
    let simulation = PairedSimulation(plans, threads: threads, interruption: environment.interruption)
    do throws(PairedSimulation.Failure) {
      let found = try simulation.results { progress.update(done: $0, weight: Self.pairWeight) }
      progress.add(plans.a.replicateCount, weight: Self.pairWeight)
      return found
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .overflow(let overflow):
        let side = overflow.isOfB ? b : a
        throw .overflow(overflow.amount!.text(side.reading!.study!, folder: side.studyFolder))
      }
    }
  }

  /// A replicate of a pair, in replicates of one scenario.
  static let pairWeight = 2

  // MARK: What makes up the difference

  /// A part of the way from A to B.
  enum Leg {
    /// Between scenarios of one study.
    case scenarios(Study, ScenarioPath)
    /// Between the two studies.
    case inputs(InputStages)
  }

  /// The way from A to B: inputs first where B has A's scenario too, else A's scenario becomes B's first.
  func legs(_ codeA: String, _ codeB: String) throws(Failure) -> [Leg] {
    let (studyA, studyB) = (a.reading!.study!, b.reading!.study!)
    func scenarios(_ study: Study) -> Leg {
      .scenarios(study, ScenarioPath(study, from: study.scenario(codeA), to: study.scenario(codeB)))
    }
    func inputs(_ first: String, _ second: String) throws(Failure) -> Leg {
      guard let stages = InputStages(a, b, first, second, environment) else { throw .interrupted }
      return .inputs(stages)
    }
    if isOneStudy { return [scenarios(studyA)] }
    if codeA == codeB { return [try inputs(codeA, codeA)] }
    if studyB.scenarios.contains(where: { $0.code == codeA }) { return [try inputs(codeA, codeA), scenarios(studyB)] }
    if studyA.scenarios.contains(where: { $0.code == codeB }) { return [scenarios(studyA), try inputs(codeB, codeB)] }
    return [try inputs(codeA, codeB)]
  }

  /// How many replicates of one scenario each replicate of the way is.
  func weight(of legs: [Leg]) -> Int {
    legs.reduce(0) { sum, leg in
      switch leg {
      case .scenarios(_, let path): return sum + path.stages.scenarios.count
      case .inputs(let stages): return sum + stages.studies.count
      }
    }
  }

  /// The steps of the way, with what each does to the means.
  func steps(of legs: [Leg], in comparison: StudyComparison) throws(Failure) -> [BridgeStep] {
    let regions = comparison.includesWhole ? comparison.places.dropLast() : comparison.places[...]
    let means = BridgeMeans(
      regions: regions.map { $0.code }, includesWhole: comparison.includesWhole, years: comparison.years,
      quantity: quantity, settings: settings, computed: computedRegions, threads: threads,
      interruption: environment.interruption)
    var steps: [BridgeStep] = []
    for leg in legs {
      switch leg {
      case .scenarios(_, let path):
        let stages = path.stages
        steps += path.filled(try self.means(means, stages, scenarios: Array(stages.scenarios.indices)))
      case .inputs(let stages):
        var tables: [[[Double]]] = []
        for (study, code) in stages.studies {
          tables += try self.means(means, study, scenarios: [study.scenario(code)])
        }
        steps += stages.filled(tables)
      }
    }
    return steps
  }

  private func means(
    _ means: BridgeMeans, _ study: Study, scenarios: [Int]
  ) throws(Failure) -> [[[Double]]] {
    if environment.interruption.isRequested { throw .interrupted }
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
      case .overflow:
        throw .overflow(
          Bilingual(
            nl: "Op weg van A naar B ontstaat een bedrag dat te groot is om mee te rekenen.",
            en: "On the way from A to B there is an amount that is too large to count with."))
      }
    }
  }
}

extension SimulationSettings {
  /// How many replicates make up the draws.
  var replicates: Int { (draws + RandomStream.drawsPerReplicate - 1) / RandomStream.drawsPerReplicate }
}

extension Study {
  /// Index of the scenario of a code that is known to be there.
  func scenario(_ code: String) -> Int { scenarios.firstIndex { $0.code == code }! }
}

extension ScenarioPath {
  /// The steps, with what each does.
  ///
  /// - Parameter means: those of ``stages``.
  func filled(_ means: [[[Double]]]) -> [BridgeStep] {
    var steps = self.steps
    let count = steps.count
    let backward = count + 1
    for step in 0..<count {
      steps[step].forward = means[step].change(to: means[step + 1])
      // The last step is the first one taken on the way back to front.
      steps[step].backward = means[backward + count - 1 - step].change(to: means[backward + count - step])
    }
    return steps
  }
}
