import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn report STUDY|RESULTS`
struct ReportCommand {
  static let command = Command(
    CommandDescription(
      name: "report",
      operands: Operands(placeholder: Bilingual(nl: "STUDIE|RESULTATEN", en: "STUDY|RESULTS"), count: 1...1),
      summary: Bilingual(nl: "maakt een rapport om te versturen", en: "makes a report to send around"),
      explanation: Bilingual(
        nl: """
          Maakt een rapport: één webpagina die u kunt versturen en die met dubbelklikken
          opent, zonder internet en zonder installatie. Van een studie wordt alles eerst
          uitgerekend; van een map met resultaten (van "waterlijn run") staan in het
          rapport precies die uitkomsten, als de studie sindsdien niet veranderd is. Met
          --region VR17 is het een blad over één regio; met --region all komt er een blad
          van elke regio, en rapport-regios.html waarop ze te vinden zijn: naast het
          rapport van alle regio's samen, dat blijft zoals het is.
          """,
        en: """
          Makes a report: one web page that you can send around and that opens by double
          click, without internet or installation. Of a study everything is computed
          first; of a results folder (of "waterlijn run") the report holds precisely those
          results, if the study has not changed since. With --region VR17 it is a sheet
          about one region; with --region all there is a sheet of every region, and
          report-regions.html on which they are found: beside the report of all regions
          together, which stays as it is.
          """),
      examples: [
        Bilingual(nl: "waterlijn report mijn-studie", en: "waterlijn report my-study --language en"),
        Bilingual(
          nl: "waterlijn report mijn-studie/resultaten --region VR17 --out vr17.html",
          en: "waterlijn report my-study/resultaten --region all --out sheets/index.html"),
      ],
      options: [
        .study,
        .out.worded(
          Bilingual(nl: "BESTAND.html", en: "FILE.html"),
          help: Bilingual(
            nl: "de pagina; zonder: rapport.html bij de resultaten",
            en: "the page; without: report.html with the results")),
        .xlsx,
        .region.worded(
          Bilingual(same: "R|all"),
          help: Bilingual(
            nl: "blad van deze regio, of all: van elke regio een",
            en: "sheet of this region, or all: one of every region")),
        .scenario.worded(
          help: Bilingual(
            nl: "waarmee de pagina opent; zonder: het eerste", en: "that the page opens with; without: the first")),
        .draws, .seed, .sampler, .threads, .language,
        .quiet.worded(
          help: Bilingual(nl: "toont geen voortgang en geen melding", en: "shows no progress and no message")),
        .help,
      ]),
    isLong: true
  ) { arguments, context throws(UsageError) in try ReportCommand(arguments: arguments).run(&context) }

  private let arguments: ResolvedArguments

  /// A study, or results, as the user wrote it.
  private var source: String { arguments.operands[0] }

  /// The source of a report.
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

  private func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    let source: Source
    let home: String
    var note: Bilingual?
    if context.environment.isResultsFolder(self.source.trimmingTrailingSlashes) {
      try refuseSettings()
      do throws(OpenedResults.Refusal) {
        let results = try OpenedResults(self.source, study: arguments.studyOfResults, context.environment)
        context.adopt(results.reading)
        note = results.remark
        source = .results(results)
      } catch {
        return context.tell(.invalid(error.text))
      }
      home = self.source.trimmingTrailingSlashes
    } else {
      if arguments.studyOfResults != nil { throw noResults }
      let reading = context.readStudy(at: self.source)
      guard let study = reading.study else { return context.refuse(reading, folder: self.source) }
      source = .study(reading, study, arguments.settings(reading))
      home = UsualResultsFolder.path(in: self.source)
    }
    let (study, selection) = (source.study, source.selection)
    let files = try ReportFiles(
      out: arguments.out, home: home, region: arguments.region,
      regions: selection.regions.map { study.regions[$0].code },
      includesWhole: selection.regions.count == study.regions.count, language: context.language, context.environment)
    let opening = try arguments.scenario.map { code throws(UsageError) in
      try Selection.index(.scenario, code, in: selection.scenarios.map { study.scenarios[$0].code })
    }
    let main = selection.scenarios.firstIndex(of: study.mainScenario)
    let places = OutputPlaces(folder: files.folder, arguments)
    if let obstacle = try places.obstacle(context) { return obstacle }
    var remark = ""
    do throws(WorkFailure) {
      let run = try reportedRun(source, context)
      if arguments.out == nil, isOther(run, thanTablesIn: files.folder, context.environment) {
        remark = Self.otherTables(files.folder)(context.language)
      }
      let content = try content(run, files, context)
      if context.environment.interruption.isRequested { throw .interrupted }
      try places.write(
        files.pages(content, opening: opening ?? main ?? 0, language: context.language),
        workbook: {
          RunWorkbook.bytes(
            content.run, assumptions: content.assumptions, inputs: content.inputs, analyses: content.analyses,
            language: context.language)
        }, context)
    } catch {
      return context.tell(error)
    }
    if arguments.isQuiet { return .success }
    return context.print(
      Self.told(files)(context.language) + (places.workbook?.line(context.language) ?? "") + remark
        + (note.map { $0(context.language) } ?? "")
        + (isUnlinked(files, context.environment) ? Self.unlinked(files)(context.language) : ""))
  }

  /// Whether the folder contains tables of a different computation than this run.
  private func isOther(_ run: ReportedRun, thanTablesIn folder: String, _ environment: CommandEnvironment) -> Bool {
    guard let bytes = environment.contents(of: folder + "/" + ResultFiles.manifest),
      let manifest = try? Manifest(reading: bytes)
    else { return false }
    let settings = run.settings
    return (manifest.draws, manifest.seed, manifest.sampler) != (settings.draws, settings.seed, settings.sampler)
      || manifest.toolVersion != run.version
      || !ComparedStudy.differing(manifest.inputs, run.reading.files).isEmpty
  }

  /// Whether the report of all regions together does not yet lead to the list of sheets that was just made.
  private func isUnlinked(_ files: ReportFiles, _ environment: CommandEnvironment) -> Bool {
    guard files.place == nil, let whole = files.links.whole,
      let bytes = environment.contents(of: files.folder + "/" + whole)
    else { return false }
    return !String(decoding: bytes, as: UTF8.self).includes("href=\"" + LinkAddress.file(files.name) + "\"")
  }

  private static func unlinked(_ files: ReportFiles) -> Bilingual {
    let whole = files.links.whole ?? ""
    return Bilingual(
      nl: "\n\(whole) verwijst nog niet naar deze bladen: maak dat rapport daarvoor opnieuw.\n",
      en: "\n\(whole) does not lead to these sheets yet: make that report anew for that.\n")
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

  /// The option `--study` makes no sense for a study.
  private var noResults: UsageError {
    .invalid(
      .study,
      Bilingual(
        nl: "\(source) is geen map met resultaten van waterlijn run.",
        en: "\(source) is no results folder of waterlijn run."))
  }

  /// Settings cannot be changed for what is already computed.
  private func refuseSettings() throws(UsageError) {
    let given: [(option: CommandOption, isGiven: Bool)] = [
      (.draws, arguments.draws != nil), (.seed, arguments.seed != nil), (.sampler, arguments.sampler != nil),
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

  private func reportedRun(_ source: Source, _ context: CommandContext) throws(WorkFailure) -> ReportedRun {
    switch source {
    case .study(let reading, let study, let settings):
      let plan = Plan(study, selection: source.selection, settings: settings, countsItems: true)
      let simulation = ConcurrentSimulation(plan, workers: context.workers(arguments.threads))
      do throws(ConcurrentSimulation.Failure) {
        let results = try context.showingProgress(arguments) { progress throws(ConcurrentSimulation.Failure) in
          try simulation.results(progress: progress.begin(plan.replicateCount))
        }
        return ReportedRun(
          reading, study, results, settings, version: Waterlijn.version, workers: context.workers(arguments.threads))
      } catch {
        throw WorkFailure(error, study, folder: self.source)
      }
    case .results(let results):
      do throws(OpenedResults.Refusal) {
        return try results.run(context, threads: arguments.threads)
      } catch {
        throw .invalid(error.text)
      }
    }
  }

  private func content(
    _ run: ReportedRun, _ files: ReportFiles, _ context: CommandContext
  ) throws(WorkFailure) -> ReportContent {
    let analysis = ReportAnalysis(
      run, context.language, workers: context.workers(arguments.threads), tells: files.tells)
    do throws(ConcurrentSimulation.Failure) {
      return ReportContent(
        run: run.content, toolVersion: Waterlijn.version, analyses: try analysis.analyses(),
        analysisDraws: analysis.plan.settings.draws,
        assumptions: run.reading.writtenTables,
        inputs: run.reading.files)
    } catch {
      throw WorkFailure(error, run.study, folder: source)
    }
  }
}
