import CostEngine
import Reports
import StudyFiles
import Terms

/// How much of an amount's variance comes from each group of uncertain inputs, see ``SensitivityPlan``.
public struct SensitivityAnalysis {
  private let study: Study
  private let scenario: Int
  private let region: Int?
  private let quantity: ReportedQuantity
  private let grouping: SensitivityContent.Grouping
  private let settings: SimulationSettings
  private let workers: Workers
  private let language: Language

  /// - Parameters:
  ///   - scenario: index in the study's scenarios.
  ///   - region: index in the study's regions; nil for all together.
  ///   - quantity: one of ``SensitivityPlan/quantities``.
  ///   - settings: with at least two replicates of draws.
  ///   - language: language of the groups' names.
  public init(
    _ study: Study, scenario: Int, region: Int?, quantity: ReportedQuantity, grouping: SensitivityContent.Grouping,
    settings: SimulationSettings, workers: Workers, language: Language
  ) {
    self.study = study
    self.scenario = scenario
    self.region = region
    self.quantity = quantity
    self.grouping = grouping
    self.settings = settings
    self.workers = workers
    self.language = language
  }

  /// - Parameter begin: called with the number of replicates; the closure that it returns is called with the number
  ///   done.
  public func content(
    begin: (_ steps: Int) -> @Sendable (Int) -> Void
  ) throws(ConcurrentSimulation.Failure) -> SensitivityContent {
    let used = Plan(
      study, selection: Selection(scenarios: [scenario], regions: region.map { [$0] } ?? Array(study.regions.indices)),
      settings: settings
    ).usedVariables.sorted()
    var groups: [(group: InputGroup, labels: [String])] = []
    for tied in InputGroup.grouped(used, of: study, by: { groupID(study.variables[$0].name) }) {
      groups.append(tied)
      groups += tied.group.factors.map { (InputGroup.factor($0, of: study), []) }
    }
    let sensitivity = SensitivityPlan(
      study, scenario: scenario, region: region, quantity: quantity, settings: settings, groups: groups.map { $0.group }
    )
    guard let replicates = evaluate(sensitivity, begin(sensitivity.plan.replicateCount)) else { throw .interrupted }
    guard replicates.allSatisfy({ $0.isCounted }) else { throw .overflow(sensitivity.overflow) }
    guard let ranks = rankCorrelations(replicates.flatMap({ $0.amounts }), sensitivity.plan) else { throw .interrupted }
    var rankOfVariable: [Int: Double] = [:]
    for (variable, rank) in zip(sensitivity.plan.usedVariables, ranks) { rankOfVariable[variable] = rank }
    let result = sensitivity.result(of: replicates)
    let rows = groups.enumerated().map { index, group in
      let factors = group.group.factors.map { study.name(ofFactor: $0) }
      // Files know factors by their codes.
      let codes = group.group.factors.map { study.factors[$0] }
      return SensitivityContent.GroupInfluence(
        label: label(group.group, group.labels, factors: factors),
        id: group.group.isFactorAlone
          ? "factor[\(codes[0])]" : codes.isEmpty ? group.labels[0] : "factors[\(codes.joined(separator: "+"))]",
        parts: group.labels.map { label($0) }, factors: factors,
        isPart: group.group.isFactorAlone,
        inputs: group.group.isFactorAlone
          ? []
          : group.group.variables.map {
            SensitivityContent.Input(name: study.variables[$0].name, rankCorrelation: rankOfVariable[$0])
          }, result: result.groups[index])
    }
    return SensitivityContent(
      study: study, scenario: scenario, region: region, quantity: quantity, grouping: grouping,
      settings: sensitivity.plan.settings, isResampled: settings.sampler == .sobol, result: result, rows: rows)
  }

  // MARK: Groups

  /// The key by which a variable is grouped with others.
  private func groupID(_ name: String) -> String {
    guard let input = InputName(name) else { return name }
    switch grouping {
    case .variable: return name
    case .column: return input.inAllRegions.text
    case .function: return input.item ?? ""
    case .region: return input.region ?? ""
    }
  }

  private func label(
    _ group: InputGroup, _ ids: [String], factors: [String]
  ) -> String {
    if group.isFactorAlone { return language(nl: "factor \(factors[0])", en: "factor \(factors[0])") }
    if ids.count == 1 { return label(ids[0]) }
    if factors.count == 1 { return language(nl: "alles met \(factors[0])", en: "all with \(factors[0])") }
    return language(nl: "alles met \(factors.count) factoren", en: "all with \(factors.count) factors")
  }

  private func label(_ id: String) -> String {
    switch grouping {
    case .variable, .column: return InputName(id)?.label(language) ?? id
    case .function:
      if id.isEmpty { return language(nl: "niet per functie", en: "not by function") }
      return study.functions.first { $0.code == id }?.name ?? study.provisions.first { $0.code == id }?.name ?? id
    case .region:
      if id.isEmpty { return language(nl: "voor alle regio's gelijk", en: "the same for all regions") }
      return study.regions.first { $0.code == id }?.name ?? id
    }
  }

  // MARK: Work

  private func evaluate(
    _ sensitivity: SensitivityPlan, _ progress: @Sendable (Int) -> Void
  ) -> [PickFreezeReplicate]? {
    let workers = workers
    return ConcurrentWork.results(
      sensitivity.plan.replicateCount, workers: workers, progress: progress, worker: { PickFreeze(sensitivity) },
      result: { worker, replicate in worker.evaluate(replicate: replicate) { workers.isStopped() } })
  }

  /// Rank correlation with the amount of each variable of the plan.
  private func rankCorrelations(_ amounts: [Double], _ plan: Plan) -> [Double?]? {
    let ranks = amounts.withUnsafeBufferPointer { RankCorrelation.ranks($0) }
    return ConcurrentWork.results(
      plan.usedVariables.count, workers: workers, progress: { _ in }, worker: { VariableDraws(plan) },
      result: { draws, variable in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: amounts.count) { column -> Double?? in
          draws.write(variable, into: column.baseAddress!)
          return .some(RankCorrelation.correlation(RankCorrelation.ranks(UnsafeBufferPointer(column)), ranks))
        }
      })
  }
}
