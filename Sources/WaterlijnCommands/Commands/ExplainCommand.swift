import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn explain STUDY --scenario S --region R --year Y`
enum ExplainCommand {
  static let command = Command(
    CommandDescription(
      name: "explain",
      operands: .study,
      summary: Bilingual(
        nl: "rekent één regio en jaar voor, stap voor stap",
        en: "works out one region and year, step by step"),
      explanation: Bilingual(
        nl: """
          Toont alle tussenstappen van het model voor één scenario, regio en jaar, zodat
          u ze met een rekenmachine kunt narekenen; met --year eind van het eindbeeld, wat
          elk jaar terugkomt zodra alles is ingevoerd. Zonder --draw staat elke onzekere
          invoer op zijn verwachtingswaarde, en doet een regio mee aan een maatregel als
          de kans daarop groter is dan 50 %. Met --draw staan er precies de waarden die
          "waterlijn run" in die trekking gebruikt, bij dezelfde startwaarde en
          steekproef.
          """,
        en: """
          Shows every intermediate value of the model for one scenario, one region and one
          year, so that you can follow it with a pocket calculator; with --year end of the
          end state, what recurs every year once everything is in place. Without --draw
          every uncertain input is at its mean, and a region takes part in a measure if
          the probability of that is above 50 %. With --draw the values are exactly those
          that "waterlijn run" uses in that draw, for the same seed and sampler.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn explain mijn-studie --scenario INGROEI --region VR17 --year 2028",
          en: "waterlijn explain my-study --scenario INGROEI --region NL --year 2028 --draw 1")
      ],
      options: [
        .scenario.required, .region.required,
        .year.required.worded(
          help: Bilingual(nl: "kalenderjaar, of eind (eindbeeld)", en: "calendar year, or end (end state)")), .draw,
        .seed, .sampler, .language, .help,
      ]),
    isLong: false, onStudy: run)

  private static func run(
    _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
  ) throws(UsageError) -> ExitStatus {
    let study = opened.study
    // These options are required.
    let scenario = try arguments.scenario(of: study)!
    let region = try arguments.place(of: study)
    let isEnd = try arguments.span(of: study) == .end
    let year = isEnd ? study.lastYear : try arguments.calendarYear(of: study)!

    // Without `--draw`, every uncertain input has its mean.
    let draw = arguments.draw
    var settings = arguments.settings(opened.reading)
    settings.draws = draw ?? 1
    let values = draw.map { DrawSampler(study, settings: settings).values(ofDraw: $0 - 1) } ?? study.meanValues
    if let variable = values.firstIndex(where: { !$0.isFinite }) {
      throw .infiniteMean(study.variables[variable].name)
    }
    var content = WorkedContent(study: study, values: values, draw: draw, year: year, isEnd: isEnd)
    content.answers = AnswerProgress(study, given: opened.reading)
    let examples = ExampleText(opened.reading.examples, language: context.language).paragraph
    guard let region else {
      let worked = WorkedNational(study, scenario: scenario, values: values)
      return context.print(
        examples + WorkedNationalReport.text(worked, content: content, language: context.language))
    }
    var national: WorkedNational?
    if case .pooled = study.municipalKey { national = WorkedNational(study, scenario: scenario, values: values) }
    let worked = WorkedCalculation(study, scenario: scenario, region: region, values: values)
    return context.print(
      examples + WorkedReport.text(worked, national: national, content: content, language: context.language))
  }
}
