import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn progress STUDY`
enum ProgressCommand {
  private static let table = "progress.csv"
  private static let page = "progress.html"
  /// What a missing answer is worth does not need more.
  private static let draws = 2_000

  static let command = Command(
    CommandDescription(
      name: "progress",
      operands: .study,
      summary: Bilingual(
        nl: "toont hoever de uitvraag is", en: "shows how far the regions' answers are"),
      explanation: Bilingual(
        nl: """
          Toont van elke regio hoeveel cijfers zij gaf en hoe die ervoor staan: niet
          gevraagd, geen antwoord, ontvangen, twijfel, toegelicht, akkoord. Verder welke
          vragen er nog over antwoorden zijn, hoeveel van de landelijke onzekerheid nog
          uit ontbrekende antwoorden komt, en welke daarvan het eerst.

          Akkoord is wat u zelf invult: zet in provenance.csv bij een opgave in
          akkoord_door en akkoord_op wie haar vaststelde en wanneer. Wie gevraagd is,
          houdt template bij in asked.csv.

          Met --out komen alle cijfers met hun stand in \(table), en in
          \(page) een pagina die u aan iedereen kunt sturen: daarin staat wie
          wat gaf, en geen enkel cijfer van een regio.
          """,
        en: """
          Shows of every region how many figures it gave and how they stand: not asked,
          no answer, received, doubt, explained, accepted. Also which questions there
          still are about answers, how much of the national uncertainty still comes from
          missing answers, and from which of them first.

          What is accepted you fill in yourself: in provenance.csv put beside an answer
          who accepted it and when, in accepted_by and accepted_on. Who was asked is kept
          by template in asked.csv.

          With --out all figures with their standing go into \(table), and a
          page that you can send to all into \(page): it has who gave what,
          and no figure of any region.
          """),
      examples: [
        Bilingual(nl: "waterlijn progress ronde1", en: "waterlijn progress round1 --language en"),
        Bilingual(
          nl: "waterlijn progress ronde1 --out stand --csv-locale nl", en: "waterlijn progress round1 --out standing"),
      ],
      options: [
        .scenario.worded(
          help: Bilingual(
            nl: "scenario dat telt; zonder: het hoofdscenario",
            en: "whose total counts; without: the main one")),
        .out.worded(
          help: Bilingual(
            nl: "map voor tabel en pagina; zonder: alleen tekst", en: "folder of table and page; without: text only")),
        .threads, .language, .csvLocale, .quiet, .help,
      ]),
    isLong: true, onStudy: run)

  private static func run(
    _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
  ) throws(UsageError) -> ExitStatus {
    let study = opened.study
    let scenario = try arguments.scenario(of: study) ?? study.mainScenario
    if let obstacle = try context.obstacle(arguments) { return obstacle }
    let priority: PriorityContent
    do throws(ConcurrentSimulation.Failure) {
      priority = try RegionOrder.content(opened, scenario: scenario, draws: draws, arguments, context)
    } catch {
      return context.tell(error, opened)
    }
    let list = context.environment.contents(of: opened.folder.trimmingTrailingSlashes + "/" + AskedRegions.file)
    let progress = AnswerProgress(
      study, opened.reading, asked: list.map { AskedRegions($0).codes }, scenario: scenario, priority: priority)
    return context.finish(
      arguments, opened.reading.examples, AnswerProgressText.text(progress, language: context.language),
      files: [
        OutputFile(name: table, bytes: progress.csv(locale: arguments.csvLocale)),
        OutputFile(
          name: page,
          bytes: progress.page(
            toolVersion: Waterlijn.version, examples: opened.reading.examples, language: context.language)),
      ])
  }
}

/// What to ask first of each region.
enum RegionOrder {
  static func content(
    _ opened: OpenedStudy, scenario: Int, draws: Int, _ arguments: ResolvedArguments, _ context: CommandContext
  ) throws(ConcurrentSimulation.Failure) -> PriorityContent {
    let study = opened.study
    var settings = arguments.settings(opened.reading)
    settings.draws = draws
    let plan = Plan(
      study, selection: Selection(scenarios: [scenario], regions: Array(study.regions.indices)), settings: settings)
    return try context.showingProgress(arguments) { progress throws(ConcurrentSimulation.Failure) in
      try PriorityAnalysis.content(
        study, plan, scenario: scenario, among: [scenario], opened.reading.currentCells,
        workers: context.workers(arguments.threads), begin: progress.begin)
    }
  }
}
