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

  /// - Parameters:
  ///   - inputs: the study's files.
  ///   - goal: the requested precision; nil if none was requested.
  ///   - partial: which draws there are; nil if none are missing.
  ///   - version: version of the program.
  public init(
    study: Study, results: Results, settings: SimulationSettings, inputs: [HashedFile], csvLocale: CSVLocale,
    goal: PrecisionGoal? = nil, partial: PartialRun? = nil, version: String
  ) {
    self.partial = partial
    self.study = study
    self.results = results
    self.settings = settings
    self.inputs = inputs
    self.csvLocale = csvLocale
    self.goal = goal
    self.version = version
  }

  public static let summary = "summary.csv"
  public static let lines = "lines.csv"
  public static let items = "items.csv"
  public static let pairs = "pairs.csv"
  public static let manifest = "manifest.json"

  public var tables: [OutputFile] {
    let tables = ResultsCSV(study: study, results: results, locale: csvLocale, partial: partial)
    return [
      OutputFile(name: Self.summary, bytes: tables.summary()),
      OutputFile(name: Self.lines, bytes: tables.lines()),
    ] + (results.hasItems ? [OutputFile(name: Self.items, bytes: tables.items())] : []) + [
      OutputFile(name: Self.pairs, bytes: tables.pairs())
    ]
  }

  /// The tables, followed by the manifest that lists them.
  public var all: [OutputFile] {
    let files = tables
    let manifest = Manifest(
      toolVersion: version, study: study, selection: results.selection, draws: results.draws,
      seed: settings.seed, sampler: settings.sampler, csvLocale: csvLocale,
      precision: goal.map { ($0, results.leastPrecise) }, partial: partial,
      inputs: inputs,
      outputs: files.map {
        HashedFile(name: $0.name, bytes: $0.bytes)
      })
    return files + [OutputFile(name: Self.manifest, bytes: manifest.bytes())]
  }
}
