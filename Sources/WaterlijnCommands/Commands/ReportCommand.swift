import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn report STUDY|RESULTS`
struct ReportCommand {
  /// A study, or results.
  var source: String
  /// The study of results that are not in its folder.
  var study: String?
  var out: String?
  var workbook: WorkbookFile?
  var region: String?
  var scenario: String?
  var draws: Int?
  var seed: UInt64?
  var sampler: Sampler?
  var threads: Int?
  var isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    source = try arguments.study()
    study = arguments.values[.study]
    if study == "" { throw .missingValue(.study) }
    out = arguments.values[.out]
    if out == "" { throw .missingValue(.out) }
    workbook = try WorkbookFile(arguments)
    region = arguments.values[.region]
    scenario = arguments.values[.scenario]
    draws = try arguments.draws()
    seed = try arguments.seed()
    sampler = try arguments.sampler()
    threads = try arguments.threads()
    isQuiet = arguments.flags.contains(.quiet)
  }

  /// What a report is made of.
  private enum Source {
    case study(StudyReading, Study, SimulationSettings)
    case results(OpenedResults)

    var study: Study {
      switch self {
      case .study(_, let study, _): return study
      case .results(let results): return results.study
      }
    }

    var selection: Selection {
      switch self {
      case .study(_, let study, _): return Selection(study)
      case .results(let results): return results.selection
      }
    }
  }

  /// Why there is no report.
  fileprivate enum Failure: Error {
    case results(OpenedResults.Refusal)
    case file(Bilingual)
    case interrupted
    case overflow(AmountOverflow)
  }

  func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let source: Source
    let home: String
    if context.environment.isResultsFolder(self.source.trimmingTrailingSlashes) {
      try refuseSettings()
      do throws(OpenedResults.Refusal) {
        let results = try OpenedResults(self.source, study: self.study, context.environment)
        context.adopt(results.reading)
        source = .results(results)
      } catch {
        context.say(error.text)
        return .invalidStudy
      }
      home = self.source.trimmingTrailingSlashes
    } else {
      if self.study != nil { throw noResults }
      let reading = context.readStudy(at: self.source)
      guard let study = reading.study else { return context.refuse(reading, folder: self.source) }
      let settings = SimulationSettings(
        draws: draws ?? reading.settings.draws, seed: seed ?? reading.settings.seed,
        sampler: sampler ?? reading.settings.sampler)
      source = .study(reading, study, settings)
      home = RunCommand.resultsFolder(in: self.source)
    }
    let (study, selection) = (source.study, source.selection)
    let files = try ReportFiles(
      out: out, home: home, region: region, regions: selection.regions.map { study.regions[$0].code },
      includesWhole: selection.regions.count == study.regions.count, language: context.language, context.environment)
    let opening = try scenario.map { code throws(UsageError) in
      try Selection.index(.scenario, code, in: selection.scenarios.map { study.scenarios[$0].code })
    }
    let folder = ResultsFolder(
      context.environment.path(files.folder), files: context.environment.files,
      interruption: context.environment.interruption)
    if let obstacle = folder.obstacle() {
      context.say(obstacle.text)
      return .failure
    }
    if let obstacle = try workbook?.obstacle(context) { return obstacle }
    var remark = ""
    do throws(Failure) {
      let run = try reportedRun(source, context)
      if out == nil, isOther(run, thanTablesIn: files.folder, context.environment) {
        remark = Self.otherTables(files.folder)(context.language)
      }
      let content = try content(run, files, context)
      if context.environment.interruption.isRequested { throw .interrupted }
      let pages = files.pages(content, opening: opening ?? 0, language: context.language)
      try write(pages, to: folder, content, context)
    } catch {
      switch error {
      case .results(let refusal):
        context.say(refusal.text)
        return .invalidStudy
      case .file(let text):
        context.say(text)
        return .failure
      case .interrupted:
        context.say(Waterlijn.interruptedText)
        return .interrupted
      case .overflow(let overflow):
        context.say(overflow.text(study, folder: self.source))
        return .invalidStudy
      }
    }
    if isQuiet { return .success }
    return context.print(Self.told(files)(context.language) + (workbook?.line(context.language) ?? "") + remark)
  }

  /// Whether the folder holds tables that were not computed as this run was.
  private func isOther(_ run: ReportedRun, thanTablesIn folder: String, _ environment: CommandEnvironment) -> Bool {
    guard let bytes = environment.contents(of: folder + "/" + ResultFiles.manifest),
      let manifest = try? Manifest(reading: bytes)
    else { return false }
    let settings = run.settings
    return (manifest.draws, manifest.seed, manifest.sampler) != (settings.draws, settings.seed, settings.sampler)
      || manifest.toolVersion != run.version
      || !ComparedStudy.differing(manifest.inputs, run.reading.files).isEmpty
  }

  private static func otherTables(_ folder: String) -> Bilingual {
    Bilingual(
      nl: """

        Let op: de tabellen in \(folder) zijn van een andere berekening dan dit rapport. Maak ze opnieuw met waterlijn
        run, of maak het rapport van die tabellen: waterlijn report \(folder)

        """,
      en: """

        Note: the tables in \(folder) are of another computation than this report. Make them anew with waterlijn run,
        or make the report of those tables: waterlijn report \(folder)

        """)
  }

  /// A study has no other study.
  private var noResults: UsageError {
    .invalid(
      .study,
      Bilingual(
        nl: "\(source) is geen map met resultaten van waterlijn run.",
        en: "\(source) is no results folder of waterlijn run."))
  }

  /// What is computed already cannot be computed otherwise.
  private func refuseSettings() throws(UsageError) {
    let given: [(option: OptionName, isGiven: Bool)] = [
      (.draws, draws != nil), (.seed, seed != nil), (.sampler, sampler != nil),
    ]
    guard let option = given.first(where: { $0.isGiven })?.option else { return }
    throw .invalid(
      option,
      Bilingual(
        nl: "\(source) is al uitgerekend, daar valt dit niet meer te kiezen. Geef de studie zelf op in plaats van de "
          + "map met resultaten.",
        en: "\(source) has been computed already, with its own. Give the study itself rather than the results folder."))
  }

  private static func told(_ files: ReportFiles) -> Bilingual {
    let path = files.path
    let sheets = files.sheets.count
    return sheets == 0
      ? Bilingual(
        nl: "Rapport: \(path) (dubbelklik op het bestand om het te openen)\n",
        en: "Report: \(path) (double-click the file to open it)\n")
      : Bilingual(
        nl:
          "Rapport: \(path), met \(sheets) \(sheets == 1 ? "regioblad" : "regiobladen") ernaast (dubbelklik op het bestand om het te openen)\n",
        en:
          "Report: \(path), with \(sheets) region \(sheets == 1 ? "sheet" : "sheets") beside it (double-click the file to open it)\n"
      )
  }

  // MARK: Work

  private func reportedRun(_ source: Source, _ context: CommandContext) throws(Failure) -> ReportedRun {
    switch source {
    case .study(let reading, let study, let settings):
      let plan = Plan(study, selection: source.selection, settings: settings)
      return ReportedRun(
        reading, study, try simulate(plan, context), settings, version: Waterlijn.version)
    case .results(let results):
      do throws(OpenedResults.Refusal) {
        return try results.run(context, threads: threads)
      } catch {
        throw .results(error)
      }
    }
  }

  private func simulate(_ plan: Plan, _ context: CommandContext) throws(Failure) -> Results {
    let progress = context.progress(isQuiet: isQuiet)
    defer { progress.finish() }
    let simulation = ConcurrentSimulation(plan, workers: context.workers(threads))
    do throws(ConcurrentSimulation.Failure) {
      return try simulation.results(progress: progress.begin(plan.replicateCount))
    } catch {
      throw Failure(error)
    }
  }

  private func content(_ run: ReportedRun, _ files: ReportFiles, _ context: CommandContext) throws(Failure)
    -> ReportContent
  {
    let analysis = ReportAnalysis(
      run, context.language, workers: context.workers(threads), tells: files.tells)
    do throws(ConcurrentSimulation.Failure) {
      return ReportContent(
        run: run.content, toolVersion: Waterlijn.version, analyses: try analysis.analyses(),
        analysisDraws: analysis.plan.settings.draws,
        assumptions: run.reading.writtenTables,
        inputs: run.reading.files)
    } catch {
      throw Failure(error)
    }
  }

  /// Writes the pages and the workbook, both or neither.
  private func write(
    _ pages: [OutputFile], to folder: ResultsFolder, _ content: ReportContent, _ context: CommandContext
  ) throws(Failure) {
    let bytes = workbook.map { _ in
      RunWorkbook.bytes(
        content.run, assumptions: content.assumptions, inputs: content.inputs, language: context.language)
    }
    var option = OptionName.out
    do throws(ResultsFolder.Failure) {
      try folder.write(pages) { () throws(ResultsFolder.Failure) in
        guard let workbook, let bytes else { return }
        option = .xlsx
        try workbook.write(bytes, context)
      }
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .file(let failure): throw .file(failure.text(option))
      }
    }
  }
}

extension ReportCommand.Failure {
  fileprivate init(_ failure: ConcurrentSimulation.Failure) {
    switch failure {
    case .interrupted: self = .interrupted
    case .overflow(let overflow): self = .overflow(overflow)
    }
  }
}
