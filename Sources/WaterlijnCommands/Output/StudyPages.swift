import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// Pages of the whole program with a study in them, and the empty page of which they are made.
struct StudyPages {
  /// What the file with the empty page is called.
  static let name = "waterlijn.html"

  let base: ProgramPage
  let opened: OpenedStudy

  /// The empty page: the one that was named, or the first in the usual places; nil if there is none.
  static func base(_ named: String?, _ environment: CommandEnvironment) -> ProgramPage? {
    let places =
      named.map { [$0] }
      ?? [Self.name, "docs/" + Self.name] + (environment.programFolder.map { [$0 + "/" + Self.name] } ?? [])
    for place in places {
      if let page = environment.contents(of: place).flatMap({ ProgramPage($0) }) { return page }
    }
    return nil
  }

  /// Why there is none.
  static func noBase(_ named: String?) -> Bilingual {
    if let named {
      return Bilingual(
        nl: "\(named) is niet de lege pagina van Waterlijn (waterlijn.html), of kan niet worden gelezen.",
        en: "\(named) is not the empty page of Waterlijn (waterlijn.html), or cannot be read.")
    }
    return Bilingual(
      nl: """
        De lege pagina, waterlijn.html, is niet gevonden: niet in deze map, niet in docs en niet naast het programma.
        Noem hem met --base, of maak hem met "make page".
        """,
      en: """
        The empty page, waterlijn.html, was not found: not in this folder, not in docs and not beside the program.
        Name it with --base, or make it with "make page".
        """)
  }

  /// The page with the study, for one region or for who may see everything.
  ///
  /// - Parameters:
  ///   - region: its code; other regions' own figures are left out. Nil for the whole study.
  ///   - results: the files of the study's results, of which a region gets its own and the country's.
  func page(_ region: String?, _ results: [OutputFile], _ context: CommandContext) -> [UInt8] {
    base.bytes(
      ProgramPage.Study(
        name: name(context.environment), archive: StudyArchive.bytes(of: opened.reading.copies, region: region),
        region: region, results: region.map { archive(of: results, region: $0) }),
      language: context.language)
  }

  /// Computes the study.
  ///
  /// - Returns: the files of the results.
  static func results(
    _ opened: OpenedStudy, _ settings: SimulationSettings, _ arguments: ResolvedArguments, _ context: CommandContext
  ) throws(ConcurrentSimulation.Failure) -> [OutputFile] {
    let plan = Plan(opened.study, selection: Selection(opened.study), settings: settings, countsItems: true)
    let simulation = ConcurrentSimulation(plan, workers: context.workers(arguments.threads))
    let results = try context.showingProgress(arguments) { progress throws(ConcurrentSimulation.Failure) in
      try simulation.results(progress: progress.begin(plan.replicateCount))
    }
    return ResultFiles(
      study: opened.study, results: results, settings: settings, inputs: opened.reading.files, csvLocale: .english,
      version: Waterlijn.version, workers: context.workers(arguments.threads)
    ).all
  }

  /// Of the results what is of the country and of one region: the summary, and the manifest.
  private func archive(of results: [OutputFile], region: String) -> [UInt8] {
    let places = opened.study.scenarios.flatMap { scenario in
      [ResultsCSV.nationalCode, region].map { CSVLocale.english.prefix(scenario.code, $0) }
    }
    var archive = ZipArchive()
    for file in results {
      switch file.name {
      case ResultFiles.manifest: archive.add(UsualResultsFolder.name + "/" + file.name, file.bytes)
      case ResultFiles.summary:
        let lines = file.bytes.split(separator: 0x0a)
        let own = lines.dropFirst().filter { line in places.contains { line.starts(with: $0) } }
        let bytes = ([lines[0]] + own).flatMap { $0 + [0x0a] }
        archive.add(UsualResultsFolder.name + "/" + file.name, bytes)
      default: break
      }
    }
    return archive.finished()
  }

  /// The name of the study's folder.
  private func name(_ environment: CommandEnvironment) -> String {
    let path = environment.files.resolved(environment.path(opened.folder)) ?? opened.folder
    return path.split(separator: "/").last.map { String($0) } ?? "studie"
  }
}
