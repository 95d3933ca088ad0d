import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn page [STUDY]`
struct PageCommand {
  static let command = Command(
    CommandDescription(
      name: "page",
      operands: Operands(placeholder: Bilingual(nl: "[STUDIE]", en: "[STUDY]"), count: 0...1),
      summary: Bilingual(
        nl: "maakt het programma als één webpagina, met de studie",
        en: "makes the program as one web page, with the study"),
      explanation: Bilingual(
        nl: """
          Maakt waterlijn.html: het hele programma in één webpagina, die met
          dubbelklikken opent, zonder internet en zonder installatie. Invullen,
          controleren, doorrekenen, rapport, werkmap en bewaren gaan daarin; niets wordt
          verstuurd. Met een studie opent de pagina met die studie, zonder met de
          voorbeelden.

          Met --region VR17 is het de pagina voor één regio: de landelijke aannamen en
          wat die regio zelf heeft opgegeven, niet wat andere regio's hebben opgegeven;
          en de uitkomsten van nu, van alle regio's samen en van die regio. Met --region
          all komt er een van elke regio.

          De lege pagina, waterlijn.html, hoort bij het programma: hij wordt gezocht in de
          huidige map, in docs en naast het programma.
          """,
        en: """
          Makes waterlijn.html: the whole program in one web page that opens by double
          click, without internet or installation. Filling in, checking, computing,
          report, workbook and saving are in it; nothing is sent. With a study the page
          opens on that study, without one on the examples.

          With --region VR17 it is the page for one region: the national assumptions and
          what that region reported itself, not what other regions reported; and today's
          results, of all regions together and of that region. With --region all there is
          one of every region.

          The empty page, waterlijn.html, comes with the program: it is sought in the
          current folder, in docs and beside the program.
          """),
      examples: [
        Bilingual(nl: "waterlijn page mijn-studie", en: "waterlijn page my-study --language en"),
        Bilingual(
          nl: "waterlijn page mijn-studie --region all --out uitvraag/pagina.html",
          en: "waterlijn page my-study --region VR17 --out vr17.html"),
      ],
      options: [
        .out.worded(
          Bilingual(nl: "BESTAND.html", en: "FILE.html"),
          help: Bilingual(
            nl: "de pagina; zonder: waterlijn.html in de studie", en: "the page; without: waterlijn.html in the study")),
        .region.worded(
          Bilingual(same: "R|all"),
          help: Bilingual(
            nl: "pagina voor deze regio, of all: voor elke regio een",
            en: "page for this region, or all: one for every region")),
        .base, .threads, .language,
        .quiet.worded(
          help: Bilingual(nl: "toont geen voortgang en geen melding", en: "shows no progress and no message")), .help,
      ]),
    isLong: true
  ) { arguments, context throws(UsageError) in try PageCommand(arguments: arguments).run(&context) }

  private let arguments: ResolvedArguments

  private func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    guard let base = StudyPages.base(arguments.base, context.environment) else {
      return context.tell(.failed(StudyPages.noBase(arguments.base)))
    }
    guard let folder = arguments.operands.first else {
      if arguments.region != nil { throw .invalid(.region, Self.regionNeedsStudy) }
      let out = arguments.out ?? StudyPages.name
      return try write([(out, base.bytes(nil, language: context.language))], context)
    }
    let reading = context.readStudy(at: folder)
    guard let study = reading.study else { return context.refuse(reading, folder: folder) }
    let codes = study.regions.map { $0.code }
    let out = arguments.out ?? folder.trimmingTrailingSlashes + "/" + StudyPages.name
    let opened = OpenedStudy(folder: folder, reading: reading, study: study)
    let pages = StudyPages(base: base, opened: opened)
    guard let region = arguments.region else { return try write([(out, pages.page(nil, [], context))], context) }
    if region.trimmed == ReportFiles.all, !codes.contains(ReportFiles.all) {
      let names = try ReportFiles.names(ofSheetsBeside: out, codes, context.environment)
      return try withResults(opened, context) { results throws(UsageError) in
        try write(zip(names, codes).map { ($0, pages.page($1, results, context)) }, context)
      }
    }
    let code = codes[try Selection.index(.region, region, in: codes)]
    let own = arguments.out == nil ? try ReportFiles.names(ofSheetsBeside: out, [code], context.environment)[0] : out
    return try withResults(opened, context) { results throws(UsageError) in
      try write([(own, pages.page(code, results, context))], context)
    }
  }

  /// Computes the study and goes on with the files of its results.
  private func withResults(
    _ opened: OpenedStudy, _ context: CommandContext,
    _ next: (_ results: [OutputFile]) throws(UsageError) -> ExitStatus
  ) throws(UsageError) -> ExitStatus {
    let results: [OutputFile]
    do throws(ConcurrentSimulation.Failure) {
      results = try StudyPages.results(opened, arguments.settings(opened.reading), arguments, context)
    } catch {
      return context.tell(error, opened)
    }
    return try next(results)
  }

  private func write(_ pages: [(path: String, bytes: [UInt8])], _ context: CommandContext) throws(UsageError)
    -> ExitStatus
  {
    var folder = ""
    var files: [OutputFile] = []
    for page in pages {
      let parts = try ReportFiles.parts(of: page.path, context.environment)
      folder = parts.folder
      files.append(OutputFile(name: parts.name, bytes: page.bytes))
    }
    let places = OutputPlaces(folder: folder, arguments)
    if let obstacle = try places.obstacle(context) { return obstacle }
    do throws(WorkFailure) {
      try places.write(files, workbook: { [] }, context)
    } catch {
      return context.tell(error)
    }
    if arguments.isQuiet { return .success }
    let paths = pages.map { $0.path }
    let list = paths.count > 3 ? "\(paths[0]) ... \(paths[paths.count - 1])" : paths.joined(separator: ", ")
    return context.print(
      Bilingual(
        nl: "\(paths.count == 1 ? "Pagina" : "\(paths.count) pagina's"): \(list) (dubbelklik om te openen)\n",
        en: "\(paths.count == 1 ? "Page" : "\(paths.count) pages"): \(list) (double-click to open)\n")(context.language)
    )
  }

  private static let regionNeedsStudy = Bilingual(
    nl: "een pagina voor een regio heeft een studie nodig: waterlijn page mijn-studie --region VR17.",
    en: "a page for a region needs a study: waterlijn page my-study --region VR17.")
}
