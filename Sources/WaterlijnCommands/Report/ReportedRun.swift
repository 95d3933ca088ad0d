import CostEngine
import Reports
import StudyFiles
import Terms

/// The run that a report tells of, as the tables of its results folder hold it.
struct ReportedRun {
  let reading: StudyReading
  let study: Study
  let results: Results
  let settings: SimulationSettings
  let goal: PrecisionGoal?
  /// Version of the program that computed the results.
  let version: String

  /// Of results that were just computed: as if their tables had been written and read.
  init(_ reading: StudyReading, _ study: Study, _ results: Results, _ settings: SimulationSettings) {
    let files = ResultFiles(
      study: study, results: results, settings: settings, inputs: reading.files, csvLocale: .english)
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
    version = Waterlijn.version
  }

  /// Of a results folder that was opened, whose tables are read.
  init(_ folder: OpenedResults, tables: [[UInt8]]) throws(ResultsCSVReader.Damage) {
    results = try Self.results(
      folder.study, selection: folder.selection, draws: folder.settings.draws, locale: folder.locale, tables: tables)
    reading = folder.reading
    study = folder.study
    settings = folder.settings
    goal = folder.goal
    version = folder.version
  }

  /// - Parameter tables: in the order of ``ResultFiles/tables``.
  private static func results(
    _ study: Study, selection: Selection, draws: Int, locale: CSVLocale, tables: [[UInt8]]
  ) throws(ResultsCSVReader.Damage) -> Results {
    try ResultsCSVReader.results(
      study, selection: selection, draws: draws, locale: locale, summary: tables[0], lines: tables[1], pairs: tables[2])
  }

  var content: RunContent {
    RunContent(
      study: study, results: results, toolVersion: version, sampler: settings.sampler, seed: settings.seed,
      populations: study.regions.map { study.mean(of: $0.population) },
      coverage: reading.coverage,
      notices: reading.diagnostics.count { $0.severity == .notice }, outputFolder: nil, goal: goal)
  }
}
