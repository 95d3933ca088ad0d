import CostEngine
import Reports
import StudyFiles

/// `waterlijn priority STUDY`
struct PriorityCommand {
  static let fileName = "priority.csv"
  static let cellsFileName = "priority-cells.csv"

  var study: String
  var scenario: String?
  var among: String?
  var regions: String?
  var options: AnalysisOptions

  init(_ arguments: ParsedArguments) throws(UsageError) {
    study = try arguments.study()
    scenario = arguments.values[.scenario]
    among = arguments.values[.among]
    regions = arguments.values[.region]
    options = try AnalysisOptions(arguments, fewestDraws: SensitivityCommand.fewestDraws)
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let reading = context.readStudy(at: study)
    guard let study = reading.study else { return context.refuse(reading, folder: self.study) }
    let scenario = try self.scenario.map { text throws(UsageError) in
      try Selection.index(.scenario, text, in: study.scenarios.map(\.code))
    }
    let chosen = scenario ?? 0
    let among = try Self.among(self.among, study, scenario: chosen)
    let shown = try regions == nil ? [] : Selection(study, scenarios: nil, regions: regions).regions
    let settings = options.settings(reading)
    let selection = Selection(
      scenarios: Set(among + [chosen]).sorted(), regions: Array(study.regions.indices))
    try Self.checkSize(settings.draws, study, among: among.count)
    if let obstacle = options.obstacle(context) { return obstacle }
    let plan = Plan(study, selection: selection, settings: settings)
    do throws(ConcurrentSimulation.Failure) {
      let content = try content(study, plan, scenario: chosen, among: among, reading.currentCells, context)
      return context.finish(
        options.isQuiet ? nil : PriorityReport.text(content, regions: shown, language: context.language),
        files: [
          .init(name: Self.fileName, bytes: content.csv(locale: options.csvLocale)),
          .init(name: Self.cellsFileName, bytes: content.cellsCSV(locale: options.csvLocale)),
        ], out: options.out)
    } catch {
      switch error {
      case .interrupted:
        context.say(Waterlijn.interruptedText)
        return .interrupted
      case .overflow(let overflow):
        context.say(overflow.text(study, folder: self.study))
        return .invalidStudy
      }
    }
  }

  /// The scenarios that are chosen among: those that were named, or all that reach the same level in every region, with
  /// the same bandwidth below it.
  private static func among(_ text: String?, _ study: Study, scenario: Int) throws(UsageError) -> [Int] {
    if let text {
      return try Selection.indices(.among, text, in: study.scenarios.map(\.code))
    }
    return study.scenarios.indices.filter { other in
      zip(study.scenarios[other].terms, study.scenarios[scenario].terms).allSatisfy {
        $0.level == $1.level && $0.bandwidth == $1.bandwidth
      }
    }
  }

  /// Every draw is kept of what is chosen among, of the totals, and of what the first questions say of each region.
  private static func checkSize(_ draws: Int, _ study: Study, among: Int) throws(UsageError) {
    let amounts = 2 * (study.regions.count + 1) * (1 + among)
    let fits = study.regions.count * (PriorityContent.counts.last! + PriorityContent.counts.count * (1 + among))
    try VariedStudy.checkSize(draws, values: amounts + fits)
  }

  // MARK: Work

  private func content(
    _ study: Study, _ plan: Plan, scenario: Int, among: [Int], _ cells: [StudyReading.CurrentCell],
    _ context: CommandContext
  ) throws(ConcurrentSimulation.Failure) -> PriorityContent {
    let threads = options.threads ?? context.environment.processorCount
    let interruption = context.environment.interruption
    func position(_ scenario: Int) -> Int { plan.selection.scenarios.firstIndex(of: scenario)! }
    let amounts = PriorityAnalysis.amounts(plan, scenario: position(scenario), among: among.map(position))
    let simulated = context.progressBar(total: plan.replicateCount, isQuiet: options.isQuiet)
    defer { simulated?.finish() }
    let draws = try ConcurrentSimulation(plan, threads: threads, interruption: interruption)
      .record(amounts) { simulated?.update(done: $0) }
    simulated?.finish()
    let analysis = PriorityAnalysis(study, plan: plan, draws: draws, among: among.count, cells: cells)
    let bar = context.progressBar(
      total: analysis.questions.count + 2 * study.regions.count, isQuiet: options.isQuiet)
    defer { bar?.finish() }

    let answers = ConcurrentWork.results(
      analysis.questions.count, threads: threads, interruption: interruption, progress: { bar?.update(done: $0) },
      worker: { VariableDraws(plan) }, result: { analysis.answers(to: analysis.questions[$1], $0) })
    guard let answers else { throw .interrupted }
    // The most telling first; of equals the first in the study.
    let order = answers.indices.sorted {
      let (a, b) = (answers[$0].0.worth, answers[$1].0.worth)
      return (b.variance.value, b.choice.value, $0) < (a.variance.value, a.choice.value, $1)
    }
    let questions = order.map { answers[$0].0 }
    let byRegion = study.regions.indices.map { region in
      answers.flatMap { $0.1.filter { $0.region == region } }.enumerated().sorted {
        ($1.element.own.variance.value, $0.offset) < ($0.element.own.variance.value, $1.offset)
      }.map(\.element)
    }
    let done = answers.count
    let own = ConcurrentWork.results(
      study.regions.count, threads: threads, interruption: interruption, progress: { bar?.update(done: done + $0) },
      worker: { VariableDraws(plan) },
      result: { source, region in
        let figures = byRegion[region].map(Self.figure)
        let counts = PriorityContent.counts.map { min($0, figures.count) }
        return analysis.worths(region: region, figures, counts: counts, source)
      })
    guard let own else { throw .interrupted }

    let first = order.prefix(PriorityContent.counts.last!).map { answers[$0] }
    let asked = study.regions.indices.map { region in
      first.map { answer in answer.1.first { $0.region == region } }
    }
    let fits = ConcurrentWork.results(
      study.regions.count, threads: threads, interruption: interruption,
      progress: { bar?.update(done: done + study.regions.count + $0) }, worker: { VariableDraws(plan) },
      result: { source, region in
        let counts = PriorityContent.counts.map { asked[region].prefix($0).count { $0 != nil } }
        return analysis.fit(
          region: region, asked[region].compactMap { $0.map(Self.figure) }, counts: counts, source)
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
      analysis.together(first: first.map(\.0), counts: PriorityContent.counts, fits: fits, places: places))

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

  /// Where there are fewer questions than counted, the same set is told once.
  private static func distinct(_ together: [PriorityContent.Together]) -> [PriorityContent.Together] {
    together.enumerated().filter { $1.count > 0 && ($0 == 0 || together[$0 - 1].count != $1.count) }.map(
      \.element)
  }

  private static func figure(_ cell: PriorityContent.Cell) -> PriorityAnalysis.Figure {
    (cell.variable, cell.item, cell.figure == .provisionQuantity)
  }
}
