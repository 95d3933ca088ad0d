import CostEngine
import Reports
import StudyFiles
import Terms

/// The files of a results folder.
public struct ResultFiles {
  private let study: Study
  private let results: Results
  private let settings: SimulationSettings
  private let inputs: [HashedFile]
  private let csvLocale: CSVLocale
  private let goal: PrecisionGoal?
  private let partial: PartialRun?
  private let version: String
  private let workers: Workers

  /// - Parameters:
  ///   - inputs: the study's files.
  ///   - goal: the requested precision; nil if none was requested.
  ///   - partial: which draws there are; nil if none are missing.
  ///   - version: version of the program.
  ///   - workers: who make the tables.
  public init(
    study: Study, results: Results, settings: SimulationSettings, inputs: [HashedFile], csvLocale: CSVLocale,
    goal: PrecisionGoal? = nil, partial: PartialRun? = nil, version: String,
    workers: Workers
  ) {
    self.partial = partial
    self.study = study
    self.results = results
    self.settings = settings
    self.inputs = inputs
    self.csvLocale = csvLocale
    self.goal = goal
    self.version = version
    self.workers = workers
  }

  public static let summary = "summary.csv"
  public static let lines = "lines.csv"
  public static let items = "items.csv"
  public static let pairs = "pairs.csv"
  public static let manifest = "manifest.json"

  public var tables: [OutputFile] { made { $0 } }

  /// The tables, followed by the manifest that lists them.
  public var all: [OutputFile] {
    let tables = made { (file: $0, hashed: HashedFile(name: $0.name, bytes: $0.bytes)) }
    let manifest = Manifest(
      toolVersion: version, study: study, selection: results.selection, draws: results.draws,
      seed: settings.seed, sampler: settings.sampler, csvLocale: csvLocale,
      precision: goal.map { ($0, results.leastPrecise) }, partial: partial,
      inputs: inputs, outputs: tables.map { $0.hashed })
    return tables.map { $0.file } + [OutputFile(name: Self.manifest, bytes: manifest.bytes())]
  }

  /// Each table as the work of one thread.
  ///
  /// - Parameter finished: what becomes of it.
  private func made<Finished: Sendable>(_ finished: @Sendable (OutputFile) -> Finished) -> [Finished] {
    let tables = ResultsCSV(study: study, results: results, locale: csvLocale, partial: partial)
    let names = [Self.summary, Self.lines] + (results.hasItems ? [Self.items] : []) + [Self.pairs]
    return ConcurrentWork.results(
      names.count, workers: workers.unstoppable, progress: { _ in }, worker: {},
      result: { _, index in
        let bytes =
          switch names[index] {
          case Self.summary: tables.summary()
          case Self.lines: tables.lines()
          case Self.items: tables.items()
          default: tables.pairs()
          }
        return finished(OutputFile(name: names[index], bytes: bytes))
      })!
  }
}
