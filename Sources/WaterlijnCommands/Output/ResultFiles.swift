import CostEngine
import Reports
import StudyFiles
import Terms

/// The files of a results folder.
struct ResultFiles {
  var study: Study
  var results: Results
  var settings: SimulationSettings
  var inputs: [HashedFile]
  var csvLocale: CSVLocale
  /// The precision that was asked for; nil where none was.
  var goal: PrecisionGoal?

  static let summary = "summary.csv"
  static let lines = "lines.csv"
  static let pairs = "pairs.csv"
  static let manifest = "manifest.json"

  var tables: [ResultsFolder.File] {
    let tables = ResultsCSV(study: study, results: results, locale: csvLocale)
    return [
      ResultsFolder.File(name: Self.summary, bytes: tables.summary()),
      ResultsFolder.File(name: Self.lines, bytes: tables.lines()),
      ResultsFolder.File(name: Self.pairs, bytes: tables.pairs()),
    ]
  }

  /// The tables, and then the manifest that counts them.
  var all: [ResultsFolder.File] {
    let files = tables
    let manifest = Manifest(
      toolVersion: Waterlijn.version, study: study, selection: results.selection, draws: results.draws,
      seed: settings.seed, sampler: settings.sampler, csvLocale: csvLocale,
      precision: goal.map { ($0, results.leastPrecise) },
      inputs: inputs,
      outputs: files.map {
        HashedFile(name: $0.name, bytes: $0.bytes)
      })
    return files + [ResultsFolder.File(name: Self.manifest, bytes: manifest.bytes())]
  }
}
