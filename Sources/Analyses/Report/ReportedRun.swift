import CostEngine
import Reports
import StudyFiles
import Terms

/// The run that a report describes, as stored in the tables of its results folder.
public struct ReportedRun {
  /// The bytes of the tables of a results folder.
  public struct Tables {
    public var summary: [UInt8]
    public var lines: [UInt8]
    public var pairs: [UInt8]
    /// Nil in results of an earlier version.
    public var items: [UInt8]?

    /// - Parameter files: summary.csv, lines.csv, pairs.csv and perhaps items.csv, among others.
    public init(_ files: [OutputFile]) {
      func bytes(_ name: String) -> [UInt8]? { files.first { $0.name == name }?.bytes }
      summary = bytes(ResultFiles.summary)!
      lines = bytes(ResultFiles.lines)!
      pairs = bytes(ResultFiles.pairs)!
      items = bytes(ResultFiles.items)
    }
  }

  public let reading: StudyReading
  public let study: Study
  public let results: Results
  /// What the tables do not hold.
  public let gaps: ResultsGaps
  public let settings: SimulationSettings
  public let goal: PrecisionGoal?
  private let partial: PartialRun?
  /// Version of the program that computed the results.
  public let version: String

  /// A run that was just computed, as if its tables had been written and read.
  ///
  /// - Parameters:
  ///   - version: version of the program.
  ///   - workers: who make the tables.
  public init(
    _ reading: StudyReading, _ study: Study, _ results: Results, _ settings: SimulationSettings, version: String,
    workers: Workers
  ) {
    let files = ResultFiles(
      study: study, results: results, settings: settings, inputs: reading.files, csvLocale: .english, version: version,
      workers: workers)
    do throws(ResultsCSVReader.Damage) {
      let outline = ResultsOutline(study, selection: results.selection, draws: results.draws, locale: .english)
      (self.results, gaps) = try Self.read(outline, study, tables: Tables(files.tables))
    } catch {
      preconditionFailure("\(error.file), row \(error.row)")
    }
    self.reading = reading
    self.study = study
    self.settings = settings
    goal = nil
    partial = nil
    self.version = version
  }

  /// A run from a results folder, whose tables are read.
  ///
  /// - Parameters:
  ///   - selection: what was computed, according to the manifest.
  public init(
    _ reading: StudyReading, _ study: Study, _ manifest: Manifest, selection: Selection, tables: Tables
  ) throws(ResultsCSVReader.Damage) {
    let outline = ResultsOutline(study, selection: selection, draws: manifest.draws, locale: manifest.csvLocale)
    (results, gaps) = try Self.read(outline, study, tables: tables)
    self.reading = reading
    self.study = study
    settings = SimulationSettings(draws: manifest.draws, seed: manifest.seed, sampler: manifest.sampler)
    goal = manifest.precision?.goal
    partial = manifest.partial
    version = manifest.toolVersion
  }

  private static func read(
    _ outline: ResultsOutline, _ study: Study, tables: Tables
  ) throws(ResultsCSVReader.Damage) -> (results: Results, gaps: ResultsGaps) {
    var read = try ResultsCSVReader.read(
      outline, summary: tables.summary, lines: tables.lines, pairs: tables.pairs, items: tables.items)
    if !study.tellsOfPayers(outline.selection) { read.gaps.payers = [] }
    return read
  }

  public var content: RunContent {
    var content = RunContent(
      study: study, results: results, toolVersion: version, sampler: settings.sampler, seed: settings.seed,
      populations: study.regions.map { study.mean(of: $0.population) },
      coverage: reading.coverage,
      notices: reading.diagnostics.count { $0.severity == .notice }, outputFolder: nil, goal: goal, gaps: gaps,
      completion: gaps.lacksEndState
        ? nil : PhaseInCompletion(study, selection: results.selection, settings: settings),
      reserves: reading.reserves, head: reading.head, doubts: reading.doubts,
      examples: reading.examples, partial: partial)
    content.answers = AnswerProgress(study, given: reading)
    return content
  }
}

extension Study {
  /// Whether a run of these regions can show who pays: the study has a municipal key and, if the key is pooled, all
  /// regions are selected.
  fileprivate func tellsOfPayers(_ selection: Selection) -> Bool {
    switch municipalKey {
    case nil: return false
    case .ownRegion: return true
    case .pooled: return selection.regions.count == regions.count
    }
  }
}
