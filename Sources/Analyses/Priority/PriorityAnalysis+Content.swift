import CostEngine
import Reports
import StudyFiles

extension PriorityAnalysis {
  /// The value of knowing each assumed figure.
  ///
  /// - Parameters:
  ///   - plan: a plan of all regions and of all scenarios below, with a multiple of eight draws.
  ///   - scenario: index of the scenario whose total is uncertain.
  ///   - among: indices of the scenarios to choose from.
  ///   - cells: the figures of the current situation.
  ///   - begin: called at the beginning of a stage with its number of steps; the closure that it returns is called with
  ///     the number done.
  /// What an amount takes in a draw with the regressions on it: measured on `nederland` with 5,000 and 20,000 draws.
  private static let bytesPerAmount = 8 * MemoryLayout<Double>.stride

  public static func content(
    _ study: Study, _ plan: Plan, scenario: Int, among: [Int], _ cells: [StudyReading.CurrentCell], workers: Workers,
    begin: (_ steps: Int) -> @Sendable (Int) -> Void
  ) throws(ConcurrentSimulation.Failure) -> PriorityContent {
    func position(_ scenario: Int) -> Int { plan.selection.scenarios.firstIndex(of: scenario)! }
    let recorded = PriorityAmounts.recorded(
      plan, scenario: position(scenario), among: among.map { position($0) })
    let draws = try ConcurrentSimulation(plan, workers: workers)
      .record(recorded, bytes: bytesPerAmount, progress: begin(plan.replicateCount))
    let amounts = PriorityAmounts(draws, among: among.count)
    let analysis = PriorityAnalysis(
      study, plan: plan, amounts: amounts, kinked: Set(among + [scenario]).sorted(), cells: cells)
    let progress = begin(analysis.questions.count + 2 * study.regions.count)

    let answers = ConcurrentWork.results(
      analysis.questions.count, workers: workers, progress: progress,
      worker: { Worker(plan) }, result: { analysis.answer(to: $1, $0) })
    guard let answers else { throw .interrupted }
    let done = answers.count
    let byRegion = study.regions.indices.map { region in
      answers.enumerated().flatMap { question, answer in
        answer.cells.filter { $0.region == region }.map { (question: question, cell: $0) }
      }
    }
    let own = ConcurrentWork.results(
      study.regions.count, workers: workers, progress: { progress(done + $0) },
      worker: { Worker(plan) }, result: { analysis.part(of: $1, byRegion[$1], $0) })
    guard let own else { throw .interrupted }
    let order = analysis.order(answers)
    let sets = analysis.sets(
      order.ranked.map { (index: $0, answer: answers[$0]) }, chosen: order.chosen, workers: workers,
      progress: { progress(done + study.regions.count + $0) })
    guard let sets else { throw .interrupted }

    let sampler = plan.settings.sampler
    func total(_ place: Int) -> Summary { Summary(of: draws[place * (1 + among.count)], sampler: sampler)! }
    let questions = order.ranked.map { index in
      var question = answers[index].question
      question.sameAs = order.same[index].flatMap { order.ranked.prefix(sets.listed.count).firstIndex(of: $0) }
      return question
    }
    var content = PriorityContent(
      study: study, scenario: scenario, among: among, cheapest: among[amounts.cheapest], settings: plan.settings,
      questions: questions, together: sets.listed,
      regions: study.regions.indices.filter { !byRegion[$0].isEmpty }.map { region in
        var part = PriorityContent.RegionPart(
          region: region, cells: own[region].cells, together: own[region].sets.listed, total: total(region))
        part.sets = own[region].sets.further
        return part
      }, total: total(study.regions.count), certain: analysis.certain)
    content.sets = sets.further
    content.all = order.all.atLeast(sets.last.variance)
    if let first = order.ranked.first {
      content.factors = try analysis.factorRoles(
        of: first, cells, scenario: scenario, workers: workers, begin: begin)
    }
    return content
  }
}
