import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn priority STUDY`
enum PriorityCommand {
  static let fileName = "priority.csv"
  static let cellsFileName = "priority-cells.csv"

  static let command = Command(
    CommandDescription(
      name: "priority",
      operands: .study,
      summary: Bilingual(
        nl: "toont welke gegevens u de regio's eerst vraagt", en: "shows which figures to ask the regions first"),
      explanation: Bilingual(
        nl: """
          Zet wat voor de regio's is aangenomen (rijen met *) of verzonnen (bron:
          voorbeeld) in de volgorde waarin u het best vraagt: eerst wat de meeste
          onzekerheid wegneemt, dan wat daar het meest aan toevoegt, tot een vraag niets
          meer toevoegt. Toont wat elke vraag alleen doet, wat zij toevoegt en wat daarvan
          uit aangenomen samenhang komt, bij hoeveel regio's u het meeste al heeft, en wat
          de keuze tussen scenario's ermee wint (EVPPI). Met --answer-hours ook wat een
          antwoord kost. Als vraag aan alle regio's, en met --region alles van één of meer
          regio's. Met --out komt alles in priority.csv en elk gegeven apart in
          priority-cells.csv.
          """,
        en: """
          Puts what was assumed for the regions (rows with *) or invented (source:
          example) in the order in which to ask: first what takes off most uncertainty,
          then what adds most to it, until a question adds nothing. Shows what each
          question does alone, what it adds and what of that comes from assumed factors,
          how many regions suffice for most of it, and what the choice among scenarios
          gains (EVPPI). With --answer-hours also what an answer costs. As a question to
          all regions, and with --region all of one or more regions. With --out all goes
          into priority.csv and each figure by itself into priority-cells.csv.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn priority mijn-studie --scenario INGROEI",
          en: "waterlijn priority my-study --scenario INGROEI --language en"),
        Bilingual(
          nl: "waterlijn priority mijn-studie --region VR17 --out uitvraag --csv-locale nl",
          en: "waterlijn priority my-study --scenario A --among A+B --out questions"),
      ],
      options: [
        .scenario.worded(
          help: Bilingual(
            nl: "scenario waarvan het totaal telt; zonder: het eerste", en: "whose total counts; without: the first")),
        .among, .shownRegions, .answerHours, .hourWorth, .tables, .xlsx, .replicatedDraws, .seed, .sampler, .threads,
        .language, .csvLocale, .quiet,
        .help,
      ]),
    isLong: true, onStudy: run)

  private static func run(
    _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
  ) throws(UsageError) -> ExitStatus {
    let study = opened.study
    let scenario = try arguments.scenario(of: study) ?? 0
    let among = try Self.among(arguments.among, study, scenario: scenario)
    let shown = try arguments.shownRegions(of: study)
    var settings = arguments.settings(opened.reading, fewestDraws: ResolvedArguments.drawsOfTwoReplicates)
    // Regressions take registers of eight draws.
    settings.draws -= settings.draws % 8
    let selection = Selection(
      scenarios: Set(among + [scenario]).sorted(), regions: Array(study.regions.indices))
    try settings.check(mostDraws: PriorityAnalysis.mostDraws(study, among: among.count))
    if let obstacle = try context.obstacle(arguments) { return obstacle }
    let plan = Plan(study, selection: selection, settings: settings)
    var content: PriorityContent
    do throws(ConcurrentSimulation.Failure) {
      content = try context.showingProgress(arguments) { progress throws(ConcurrentSimulation.Failure) in
        try PriorityAnalysis.content(
          study, plan, scenario: scenario, among: among, opened.reading.currentCells,
          workers: context.workers(arguments.threads), begin: progress.begin)
      }
    } catch {
      return context.tell(error, opened)
    }
    content.answerCost = arguments.answerHours.map {
      PriorityContent.AnswerCost(hours: $0, hourWorth: arguments.hourWorth ?? ResolvedArguments.usualHourWorth)
    }
    return context.finish(
      arguments, opened.reading.examples, PriorityReport.text(content, regions: shown, language: context.language),
      files: [
        .init(name: fileName, bytes: content.csv(locale: arguments.csvLocale)),
        .init(name: cellsFileName, bytes: content.cellsCSV(locale: arguments.csvLocale)),
      ],
      workbook: PriorityWorkbook.bytes(
        content, inputs: opened.reading.files, examples: opened.reading.examples, toolVersion: Waterlijn.version,
        language: context.language))
  }

  /// The scenarios to choose from: those that were named, or all that reach the same level in every region with the
  /// same bandwidth.
  private static func among(_ text: String?, _ study: Study, scenario: Int) throws(UsageError) -> [Int] {
    if let text { return try Selection.indices(.among, text, in: study.scenarioCodes) }
    return study.scenarios.indices.filter { other in
      zip(study.scenarios[other].terms, study.scenarios[scenario].terms).allSatisfy {
        $0.level == $1.level && $0.bandwidth == $1.bandwidth
      }
    }
  }
}
