import CostEngine
import Reports
import StudyFiles
import Terms

/// The options of analyses that simulate.
struct AnalysisOptions {
  var draws: Int?
  var seed: UInt64?
  var sampler: Sampler?
  var threads: Int?
  var out: String?
  var csvLocale: CSVLocale
  var isQuiet: Bool

  /// What the analysis cannot do without.
  private let fewestDraws: Int

  init(_ arguments: ParsedArguments, fewestDraws: Int = 1) throws(UsageError) {
    self.fewestDraws = fewestDraws
    draws = try arguments.number(.draws, in: UInt64(fewestDraws)...UInt64(SimulationSettings.maximumDraws))
      .map { Int($0) }
    seed = try arguments.seed()
    sampler = try arguments.sampler()
    threads = try arguments.threads()
    out = arguments.values[.out]
    if out == "" { throw .missingValue(.out) }
    csvLocale = try arguments.csvLocale() ?? .english
    isQuiet = arguments.flags.contains(.quiet)
  }

  /// Those of the study, where the command line says nothing else.
  func settings(_ reading: StudyReading) -> SimulationSettings {
    SimulationSettings(
      draws: max(fewestDraws, draws ?? reading.settings.draws), seed: seed ?? reading.settings.seed,
      sampler: sampler ?? reading.settings.sampler)
  }

  /// Tells what stands in the way of writing the tables, before anything is computed for them.
  func obstacle(_ context: CommandContext) -> ExitStatus? {
    guard let out else { return nil }
    let folder = ResultsFolder(
      context.environment.path(out), files: context.environment.files, interruption: context.environment.interruption)
    guard let obstacle = folder.obstacle() else { return nil }
    context.say(obstacle.text)
    return .failure
  }

  /// - Parameter runs: how many times the study is run.
  func bar(runs: Int, of varied: VariedStudy, _ context: CommandContext) -> ProgressBar? {
    guard context.environment.errorIsTerminal, !isQuiet else { return nil }
    return ProgressBar(
      total: runs * varied.replicates, language: context.language, sink: context.environment.error,
      now: context.environment.now)
  }
}

extension VariedInput {
  /// For a report.
  var content: VariedInputContent {
    let values = cells.map { $0.value }
    let own: VariedInputContent.Own
    if values.allSatisfy({ $0 == values[0] }) {
      if case .certain(let value) = values[0] { own = .certain(value) } else { own = .uncertain }
    } else {
      own = .various
    }
    let kind: VariedInputContent.Kind =
      isCalendarYear ? .year : isRate ? .share : .number
    // Of a term the scenario is told apart.
    let name =
      names[0].table == .scenarios ? InputName(table: .scenarios, column: names[0].column, key: ["*"]) : names[0]
    let label = name.label
    return VariedInputContent(
      name: label, cells: names.map { $0.text }, cellCount: cells.count, kind: kind,
      own: own, regionsApart: regionsApart)
  }
}
