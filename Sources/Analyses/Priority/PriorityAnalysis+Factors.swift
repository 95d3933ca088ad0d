import CostEngine
import Reports
import StudyFiles

/// What the first question's worth rests on: the same question in the study without an assumed factor.
extension PriorityAnalysis {
  /// The factors that tie figures of several regions, each by itself; those that each tie figures of one region together.
  private var factorGroups: [(factors: [Int], cells: Int)] {
    var regions = [Set<Int>](repeating: [], count: study.factors.count)
    var cells = [Int](repeating: 0, count: study.factors.count)
    for question in questions {
      for (region, variable) in question.cells {
        for loading in study.variables[variable].loadings where loading.loading != 0 {
          regions[loading.factor].insert(region)
          cells[loading.factor] += 1
        }
      }
    }
    let ofRegions = study.factors.indices.filter { regions[$0].count == 1 }
    let groups = study.factors.indices.filter { regions[$0].count > 1 }.map { (factors: [$0], cells: cells[$0]) }
    guard !ofRegions.isEmpty else { return groups }
    return groups + [(factors: ofRegions, cells: ofRegions.reduce(0) { $0 + cells[$1] })]
  }

  /// The worth of a question without each of the factors that tie assumed figures.
  func factorRoles(
    of question: Int, _ cells: [StudyReading.CurrentCell], scenario: Int, workers: Workers,
    begin: (_ steps: Int) -> @Sendable (Int) -> Void
  ) throws(ConcurrentSimulation.Failure) -> [PriorityContent.FactorRole] {
    var roles: [PriorityContent.FactorRole] = []
    for group in factorGroups {
      var untied = study
      for variable in untied.variables.indices {
        untied.variables[variable].loadings.removeAll { group.factors.contains($0.factor) }
      }
      let plan = Plan(
        untied, selection: Selection(scenarios: [scenario], regions: self.plan.selection.regions),
        settings: self.plan.settings)
      let draws = try ConcurrentSimulation(plan, workers: workers)
        .record(PriorityAmounts.recorded(plan, scenario: 0, among: [0]), progress: begin(plan.replicateCount))
      if workers.isStopped() { throw .interrupted }
      let analysis = PriorityAnalysis(
        untied, plan: plan, amounts: PriorityAmounts(draws, among: 1), kinked: [scenario], cells: cells)
      let wanted = questions[question]
      guard
        let index = analysis.questions.firstIndex(where: { $0.figure == wanted.figure && $0.item == wanted.item })
      else { continue }
      roles.append(
        .init(
          factors: group.factors, cells: group.cells,
          share: analysis.answer(to: index, Worker(plan)).question.worth.variance))
    }
    return roles
  }
}
