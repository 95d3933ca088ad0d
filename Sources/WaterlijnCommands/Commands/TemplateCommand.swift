import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn template STUDY`
struct TemplateCommand {
  static let command = Command(
    CommandDescription(
      name: "template",
      operands: .study,
      summary: Bilingual(
        nl: "maakt de formulieren van de uitvraag",
        en: "makes the forms for the regions' figures"),
      explanation: Bilingual(
        nl: """
          Maakt voor elke regio (of met --region voor een paar) het formulier van de
          uitvraag, langs drie wegen, omdat een mailfilter er soms een tegenhoudt: een
          werkmap voor Excel of LibreOffice, een CSV-bestand en de pagina waterlijn.html
          die op die regio opent. Elke vraag staat op een rij, in gewone woorden, in de
          volgorde van priority: bovenaan wat de meeste onzekerheid wegneemt. Ernaast
          staan de aanname van nu, de norm en wat de regio eerder opgaf. Van andere
          regio's staat er niets in. In de werkmap reageert een kolom op wat iemand
          invult of plakt.

          Ontbreekt de lege pagina (zie help page), dan komen de werkmap en de CSV er
          wel.
          """,
        en: """
          Makes the form of the questions for every region (or a few, with --region), on
          three roads, as a mail filter sometimes stops one: a workbook for Excel or
          LibreOffice, a CSV file, and the page waterlijn.html that opens on that region.
          Every question is a row, in everyday words, in the order of priority: first
          what takes off most uncertainty. Beside it stand today's assumption, the norm
          and what the region reported before. Nothing of other regions is in it. In the
          workbook a column reacts to what someone types or pastes.

          Without the empty page (see help page) there are the workbook and the CSV.
          """),
      examples: [
        Bilingual(nl: "waterlijn template mijn-studie", en: "waterlijn template my-study --language en"),
        Bilingual(
          nl: "waterlijn template mijn-studie --region VR17+VR18 --out uitvraag",
          en: "waterlijn template my-study --region VR17+VR18 --out questions"),
      ],
      options: [
        .out.worded(
          help: Bilingual(
            nl: "map voor de formulieren; zonder: \(folder) in de studie",
            en: "folder for the forms; without: \(folder) in the study")),
        .region.worded(
          Bilingual(same: "R+R|all"),
          help: Bilingual(
            nl: "alleen deze regio's; zonder: elke regio", en: "these regions only; without: every one")
        ),
        .scenario.worded(
          help: Bilingual(
            nl: "scenario van volgorde en norm; zonder: het hoofdscenario",
            en: "of which order and norm are; without: the main one")),
        .base, .threads, .language,
        .quiet.worded(
          help: Bilingual(nl: "toont geen voortgang en geen melding", en: "shows no progress and no message")), .help,
      ]),
    isLong: true,
    onStudy: { arguments, opened, context throws(UsageError) in
      try TemplateCommand(arguments: arguments, opened: opened, context: context).run()
    })

  /// Of the forms, in the study.
  static let folder = "uitvraag"
  /// The order of questions does not need more.
  private static let draws = 2_000
  private static let stem = "opgave"

  private let arguments: ResolvedArguments
  private let opened: OpenedStudy
  private let context: CommandContext

  private func run() throws(UsageError) -> ExitStatus {
    let study = opened.study
    let regions = try self.regions()
    let scenario = try arguments.scenario(of: study) ?? study.mainScenario
    let folder = arguments.out ?? UsualResultsFolder.path(of: Self.folder, in: opened.folder)
    let places = OutputPlaces(folder: folder, arguments)
    if let obstacle = try places.obstacle(context) { return obstacle }
    let base = StudyPages.base(arguments.base, context.environment)
    if base == nil, arguments.base != nil { return context.tell(.failed(StudyPages.noBase(arguments.base))) }
    let names = try ReportFiles.names(
      ofSheetsBeside: "\(Self.stem)\(ReportFiles.ending)", study.regions.map { $0.code }, context.environment)
    let order: PriorityContent
    var results: [OutputFile] = []
    do throws(ConcurrentSimulation.Failure) {
      order = try RegionOrder.content(opened, scenario: scenario, draws: Self.draws, arguments, context)
      if base != nil {
        results = try StudyPages.results(opened, arguments.settings(opened.reading), arguments, context)
      }
    } catch {
      return context.tell(error, opened)
    }
    var files: [OutputFile] = []
    for region in regions {
      let form = AnswerForm(
        study, opened.reading, region: region, scenario: scenario,
        first: order.regions.first { $0.region == region }?.cells ?? [])
      let stem = String(names[region].dropLast(ReportFiles.ending.count))
      let locale: CSVLocale = context.language == .dutch ? .dutch : .english
      files.append(
        OutputFile(
          name: stem + ".xlsx", bytes: form.workbook(toolVersion: Waterlijn.version, language: context.language)))
      files.append(OutputFile(name: stem + ".csv", bytes: form.csv(locale: locale, language: context.language)))
      guard let base else { continue }
      files.append(
        OutputFile(
          name: names[region],
          bytes: StudyPages(base: base, opened: opened).page(study.regions[region].code, results, context)))
    }
    do throws(WorkFailure) {
      try places.write(files, workbook: { [] }, context)
      try noteAsked(regions.map { study.regions[$0].code })
    } catch {
      return context.tell(error)
    }
    return arguments.isQuiet ? .success : tell(regions.count, folder, names[regions[0]], hasPages: base != nil)
  }

  private func regions() throws(UsageError) -> [Int] {
    let codes = opened.study.regions.map { $0.code }
    if arguments.region?.trimmed == ReportFiles.all, !codes.contains(ReportFiles.all) { return Array(codes.indices) }
    return try arguments.regions(of: opened.study)
  }

  /// Keeps who was asked beside the study.
  private func noteAsked(_ regions: [String]) throws(WorkFailure) {
    let folder = opened.folder.trimmingTrailingSlashes
    let old = context.environment.contents(of: folder + "/" + AskedRegions.file)
    let new = AskedRegions.adding(regions, to: old, language: context.language)
    if new == old { return }
    try OutputPlaces(folder: folder, arguments).write(
      [OutputFile(name: AskedRegions.file, bytes: new)], workbook: { [] }, context)
  }

  private func tell(_ count: Int, _ folder: String, _ first: String, hasPages: Bool) -> ExitStatus {
    let stem = first.dropLast(ReportFiles.ending.count)
    let roads = hasPages ? ".xlsx, .csv, .html" : ".xlsx, .csv"
    var text = Bilingual(
      nl:
        "\(count) \(count == 1 ? "formulier" : "formulieren") in \(folder): \(stem) (\(roads))\(count > 1 ? " en verder" : "").\n",
      en: "\(count) \(count == 1 ? "form" : "forms") in \(folder): \(stem) (\(roads))\(count > 1 ? " and on" : "").\n")
    if !hasPages {
      let reason = StudyPages.noBase(nil)
      text = Bilingual(
        nl: text.dutch + "Zonder pagina's. \(reason.dutch)\n", en: text.english + "Without pages. \(reason.english)\n")
    }
    return context.print(text(context.language))
  }
}
