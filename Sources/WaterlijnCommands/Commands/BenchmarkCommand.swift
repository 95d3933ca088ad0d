import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn benchmark STUDY`
enum BenchmarkCommand {
  static let fileName = "benchmark.csv"

  static let command = Command(
    CommandDescription(
      name: "benchmark",
      operands: .study,
      summary: Bilingual(
        nl: "zet naast elkaar wat de regio's vandaag hebben", en: "puts beside each other what the regions have today"),
      explanation: Bilingual(
        nl: """
          Vergelijkt de huidige situatie van de regio's: personen per 100.000 inwoners,
          uren per persoon, piketposities en kosten per inwoner, met de plaats van elke
          regio, de spreiding en de norm. Met --region ziet u in plaats daarvan alles
          van één of meer regio's, functie voor functie. Aangenomen gegevens krijgen een
          *. Met --out komt alles in benchmark.csv.
          """,
        en: """
          Compares what the regions have today: people per 100,000 inhabitants, hours a
          person, standby positions and cost an inhabitant, with each region's place, the
          spread and the norm. With --region you see instead all of one or more regions,
          function by function. Assumed figures get a *. With --out all goes into
          benchmark.csv.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn benchmark mijn-studie --region VR17", en: "waterlijn benchmark my-study --language en"),
        Bilingual(
          nl: "waterlijn benchmark mijn-studie --out vergelijking --csv-locale nl",
          en: "waterlijn benchmark my-study --out comparison"),
      ],
      options: [
        .scenario.worded(
          help: Bilingual(
            nl: "scenario waarvan de norm is; zonder: het eerste", en: "whose level is the norm; without: the first")),
        .shownRegions,
        .out.worded(
          help: Bilingual(
            nl: "map voor \(fileName); zonder: alleen tekst", en: "folder for \(fileName); without: text only")),
        .language, .csvLocale,
        .quiet.worded(help: Bilingual(nl: "toont geen overzicht", en: "shows no overview")),
        .help,
      ]),
    isLong: false, onStudy: run)

  private static func run(
    _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
  ) throws(UsageError) -> ExitStatus {
    let study = opened.study
    let scenario = try arguments.scenario(of: study) ?? 0
    let regions = try arguments.shownRegions(of: study)
    // Also what was invented is not the region's own.
    let others = Set(
      opened.reading.currentCells.filter { !$0.isReported }.map {
        StudyReading.CurrentCell(region: $0.region, figure: $0.figure, item: $0.item, isAssumed: true)
      })
    let benchmark = RegionBenchmark(study, scenario: scenario, values: study.meanValues) { region, figure, item in
      others.contains(StudyReading.CurrentCell(region: region, figure: figure, item: item, isAssumed: true))
    }
    return context.finish(
      arguments, opened.reading.examples,
      BenchmarkReport.text(benchmark, of: study, scenario: scenario, regions: regions, language: context.language),
      files: [.init(name: fileName, bytes: benchmark.csv(of: study, locale: arguments.csvLocale))])
  }
}
