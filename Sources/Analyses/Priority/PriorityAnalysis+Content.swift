import CostEngine
import Reports
import StudyFiles

extension PriorityAnalysis {
  /// The value of knowing each assumed figure.
  ///
  /// - Parameters:
  ///   - plan: a plan of all regions and of all scenarios below.
  ///   - scenario: index of the scenario whose total is uncertain.
  ///   - among: indices of the scenarios to choose from.
  ///   - cells: the figures of the current situation.
  ///   - begin: called at the beginning of a stage with its number of steps; the closure that it returns is called with
  ///     the number done.
  public static func content(
    _ study: Study, _ plan: Plan, scenario: Int, among: [Int], _ cells: [StudyReading.CurrentCell], workers: Workers,
    begin: (_ steps: Int) -> @Sendable (Int) -> Void
  ) throws(ConcurrentSimulation.Failure) -> PriorityContent {
    func position(_ scenario: Int) -> Int { plan.selection.scenarios.firstIndex(of: scenario)! }
    let amounts = Self.amounts(plan, scenario: position(scenario), among: among.map { position($0) })
    let draws = try ConcurrentSimulation(plan, workers: workers)
      .record(amounts, progress: begin(plan.replicateCount))
    let analysis = PriorityAnalysis(study, plan: plan, draws: draws, among: among.count, cells: cells)
    let progress = begin(analysis.questions.count + 2 * study.regions.count)

    let answers = ConcurrentWork.results(
      analysis.questions.count, workers: workers, progress: progress,
      worker: { VariableDraws(plan) }, result: { analysis.answers(to: analysis.questions[$1], $0) })
    guard let answers else { throw .interrupted }
    // The most informative first; ties in the order of the study.
    let order = answers.indices.sorted {
      let (a, b) = (answers[$0].0.worth, answers[$1].0.worth)
      return (b.variance.value, b.choice.value, $0) < (a.variance.value, a.choice.value, $1)
    }
    let questions = order.map { answers[$0].0 }
    let byRegion = study.regions.indices.map { region in
      answers.flatMap { $0.1.filter { $0.region == region } }.enumerated().sorted {
        ($1.element.own.variance.value, $0.offset) < ($0.element.own.variance.value, $1.offset)
      }.map { $0.element }
    }
    let done = answers.count
    let own = ConcurrentWork.results(
      study.regions.count, workers: workers, progress: { progress(done + $0) },
      worker: { VariableDraws(plan) },
      result: { source, region in
        let figures = byRegion[region].map { Self.figure($0) }
        let counts = PriorityContent.counts.map { min($0, figures.count) }
        return analysis.worths(region: region, figures, counts: counts, source)
      })
    guard let own else { throw .interrupted }

    let first = order.prefix(PriorityContent.counts.last!).map { answers[$0] }
    let asked = study.regions.indices.map { region in
      first.map { answer in answer.1.first { $0.region == region } }
    }
    let fits = ConcurrentWork.results(
      study.regions.count, workers: workers, progress: { progress(done + study.regions.count + $0) },
      worker: { VariableDraws(plan) },
      result: { source, region in
        let counts = PriorityContent.counts.map { asked[region].prefix($0).count { $0 != nil } }
        return analysis.fit(
          region: region, asked[region].compactMap { $0.map { Self.figure($0) } }, counts: counts, source)
      })
    guard let fits else { throw .interrupted }
    let places = asked.map { cells in
      var next = 0
      return cells.map { cell -> Int? in
        guard cell != nil else { return nil }
        next += 1
        return next - 1
      }
    }
    let together = Self.distinct(
      analysis.together(
        first: first.map { $0.0 }, counts: PriorityContent.counts, fits: fits.map { Optional($0) }, places: places))

    let sampler = plan.settings.sampler
    func total(_ place: Int) -> Summary { Summary(of: draws[place * (1 + among.count)], sampler: sampler)! }
    let parts = study.regions.indices.filter { !byRegion[$0].isEmpty }.map { region in
      var together: [PriorityContent.Together] = []
      for (count, worth) in zip(PriorityContent.counts, own[region]) {
        let known = byRegion[region].prefix(count).reduce(worth) { $0.atLeast($1.own) }
        together.append(.init(count: min(count, byRegion[region].count), worth: known))
      }
      return PriorityContent.RegionPart(
        region: region, cells: byRegion[region], together: Self.distinct(together), total: total(region))
    }
    let means = among.indices.map { option in
      Summary(of: draws[study.regions.count * (1 + among.count) + 1 + option], sampler: sampler)!.mean
    }
    let cheapest = among[means.indices.min { (means[$0], $0) < (means[$1], $1) }!]
    return PriorityContent(
      study: study, scenario: scenario, among: among, cheapest: cheapest, settings: plan.settings,
      questions: questions, together: together, regions: parts, total: total(study.regions.count),
      certain: analysis.certain)
  }

  /// If there are fewer questions than a count, the same set would occur twice; it is kept once.
  private static func distinct(_ together: [PriorityContent.Together]) -> [PriorityContent.Together] {
    together.enumerated().filter { $1.count > 0 && ($0 == 0 || together[$0 - 1].count != $1.count) }.map { $0.element }
  }

  private static func figure(_ cell: PriorityContent.Cell) -> Figure {
    (cell.variable, cell.item, cell.figure == .provisionQuantity)
  }
}
