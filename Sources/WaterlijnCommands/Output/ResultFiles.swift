import CostEngine
import Reports
import StudyFiles

/// The files of a results folder.
struct ResultFiles {
  var study: Study
  var results: Results
  var settings: SimulationSettings
  var inputs: [StudyReading.InputFile]
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
      inputs: inputs.map(Manifest.File.init),
      outputs: files.map {
        Manifest.File(name: $0.name, byteCount: $0.bytes.count, sha256: SHA256.hexDigest(of: $0.bytes))
      })
    return files + [ResultsFolder.File(name: Self.manifest, bytes: manifest.bytes())]
  }
}

extension Manifest.File {
  init(_ file: StudyReading.InputFile) {
    self.init(name: file.name, byteCount: file.byteCount, sha256: file.sha256)
  }
}
