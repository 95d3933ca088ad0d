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
}
