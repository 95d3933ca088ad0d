import CostEngine
import Reports
import StudyFiles
import Terms

/// The run that a report tells of, as the tables of its results folder hold it.
public struct ReportedRun {
  public let reading: StudyReading
  public let study: Study
  public let results: Results
  public let settings: SimulationSettings
  public let goal: PrecisionGoal?
  /// Version of the program that computed the results.
  public let version: String

  /// Of results that were just computed: as if their tables had been written and read.
  ///
  /// - Parameter version: the program's.
  public init(
    _ reading: StudyReading, _ study: Study, _ results: Results, _ settings: SimulationSettings, version: String
  ) {
    let files = ResultFiles(
      study: study, results: results, settings: settings, inputs: reading.files, csvLocale: .english, version: version)
    do throws(ResultsCSVReader.Damage) {
      self.results = try Self.results(
        study, selection: results.selection, draws: results.draws, locale: .english,
        tables: files.tables.map { $0.bytes })
    } catch {
      preconditionFailure("\(error.file), row \(error.row)")
    }
    self.reading = reading
    self.study = study
    self.settings = settings
    goal = nil
    self.version = version
  }

  /// Of a results folder, whose tables are read.
  ///
  /// - Parameters:
  ///   - selection: what the manifest says was computed.
  ///   - tables: summary.csv, lines.csv and pairs.csv.
  public init(
    _ reading: StudyReading, _ study: Study, _ manifest: Manifest, selection: Selection, tables: [[UInt8]]
  ) throws(ResultsCSVReader.Damage) {
    results = try Self.results(
      study, selection: selection, draws: manifest.draws, locale: manifest.csvLocale, tables: tables)
    self.reading = reading
    self.study = study
    settings = SimulationSettings(draws: manifest.draws, seed: manifest.seed, sampler: manifest.sampler)
    goal = manifest.precision?.goal
    version = manifest.toolVersion
  }

  /// - Parameter tables: in the order of ``ResultFiles/tables``.
  private static func results(
    _ study: Study, selection: Selection, draws: Int, locale: CSVLocale, tables: [[UInt8]]
  ) throws(ResultsCSVReader.Damage) -> Results {
    try ResultsCSVReader.results(
      study, selection: selection, draws: draws, locale: locale, summary: tables[0], lines: tables[1], pairs: tables[2])
  }

  public var content: RunContent {
    RunContent(
      study: study, results: results, toolVersion: version, sampler: settings.sampler, seed: settings.seed,
      populations: study.regions.map { study.mean(of: $0.population) },
      coverage: reading.coverage,
      notices: reading.diagnostics.count { $0.severity == .notice }, outputFolder: nil, goal: goal)
  }
}
