import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn sweep STUDY --scenario S --vary NAME=VALUES`
enum SweepCommand {
  static let fileName = "sweep.csv"
  /// Maximum number of combinations of values, each of which takes a run.
  static let limit = 1000

  static let command = Command(
    CommandDescription(
      name: "sweep",
      operands: .study,
      summary: Bilingual(
        nl: "zet op een rij wat er uitkomt bij andere invoer",
        en: "lists what comes out for other inputs"),
      explanation: Bilingual(
        nl: """
          Rekent de studie telkens opnieuw door met andere waarden in één of twee cellen
          en zet de uitkomsten in een tabel; steeds op dezelfde trekkingen, zodat het
          verschil alleen van die waarden komt. Een NAAM is een kolom van scenarios.csv
          (tot, bandbreedte ...) van het scenario, een instelling (discontovoet ...), of
          de hele naam van een cel: tabel.kolom[sleutel], met * voor alle. Waarden:
          2026...2032 (elk jaar), 0...0,3/7 (zeven waarden) of 0+0,1+0,25. Wat niet kan,
          staat er zo bij. Met --out komt alles in sweep.csv.

          Met --plan MAP komt er een genummerde lijst van de varianten in die map (tot
          100.000), en wordt er nog niets gerekend. Dezelfde opdracht met --part 3/16
          rekent een zestiende ervan, op welke computer ook; wat er al is, niet opnieuw.
          waterlijn parts MAP toont wat ontbreekt, waterlijn merge MAP geeft de tabel.
          """,
        en: """
          Computes the study again and again with other values in one or two cells and
          puts the outcomes in a table; always on the same draws, so that the difference
          is that of the values alone. A NAME is a column of scenarios.csv (until,
          bandwidth ...) of the scenario, a setting (discount_rate ...), or the whole
          name of a cell: table.column[key], with * for all. Values: 2026...2032 (every
          year), 0...0.3/7 (seven values) or 0+0.1+0.25. What cannot be is told as such.
          With --out all goes into sweep.csv.

          With --plan FOLDER a numbered list of the variants comes into that folder (up
          to 100,000), and nothing is computed yet. The same command with --part 3/16
          computes a sixteenth of them, on any computer; not again what is there.
          waterlijn parts FOLDER tells what is missing, waterlijn merge FOLDER gives the
          table.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn sweep mijn-studie --scenario INGROEI --vary tot=2029...2035",
          en: "waterlijn sweep my-study --scenario INGROEI --vary until=2029...2035"),
        Bilingual(
          nl: "waterlijn sweep mijn-studie --scenario INGROEI --vary tot=2029...2035 \\\n"
            + "    --vary bandbreedte=0...0,3/7 --out tabel --csv-locale nl",
          en: "waterlijn sweep my-study --scenario INGROEI --vary until=2029...2035 \\\n"
            + "    --vary bandwidth=0...0.3/7 --out table"),
        Bilingual(
          nl: "waterlijn sweep mijn-studie --vary \"staffing.verloop[*/OvD-BZ]=5%...25%/5\"",
          en: "waterlijn sweep my-study --vary \"staffing.turnover[*/OvD-BZ]=5%...25%/5\""),
      ],
      options: [
        .scenarios, .vary.required,
        .region.worded(
          Bilingual(same: "R+R"),
          help: Bilingual(
            nl: "van deze regio's (of NL); zonder: NL, alle samen",
            en: "of these regions (or NL); without: NL, all together")),
        .quantity.worded(
          help: Bilingual(
            nl: "meerkosten (ook zonder optie), netto, functie:CODE ...",
            en: "delta (also without option), net, function:CODE ...")
        ).reading { text, _, arguments in arguments.shown = text },
        .year.worded(
          help: Bilingual(
            nl: "van dit jaar, of eind (eindbeeld); zonder: alle jaren", en: "of this year, or end; without: all years")
        ),
        .out.worded(
          help: Bilingual(
            nl: "map voor \(fileName); zonder: alleen tekst", en: "folder for \(fileName); without: text only")),
        .plan, .part, .parts, .draws, .seed, .sampler, .threads, .language, .csvLocale, .quiet, .help,
      ]),
    isLong: true, keepsLedger: true, onStudy: run)

  private static func run(
    _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
  ) throws(UsageError) -> ExitStatus {
    if arguments.part != nil, arguments.plan == nil { throw .optionNeeds(.part, .plan) }
    let sweep = try PreparedSweep(arguments, opened, context)
    if let folder = arguments.plan {
      return try PlannedSweep(sweep, arguments, opened, context, folder: folder).run()
    }
    guard sweep.combinations.count <= limit else {
      throw .invalid(.vary, tooMany(sweep.combinations.count, limit: limit))
    }
    if let obstacle = try context.obstacle(arguments) { return obstacle }
    let content: SweepContent
    do throws(VariedStudy.Failure) {
      content = try context.showingProgress(arguments) { progress throws(VariedStudy.Failure) in
        try sweep.varied.sweep(
          sweep.inputs, sweep.combinations,
          progress: progress.begin((sweep.combinations.count + 1) * sweep.varied.replicates))
      }
    } catch {
      return context.tell(error, opened)
    }
    return finish(content, arguments, opened.reading.examples, context)
  }

  /// Shows and writes what came out.
  static func finish(
    _ content: SweepContent, _ arguments: ResolvedArguments, _ examples: ExampleRows, _ context: CommandContext
  ) -> ExitStatus {
    guard content.combinations.contains(where: { if case .figures = $0.outcome { true } else { false } }) else {
      context.environment.error(SweepReport.text(content, language: context.language))
      return .invalidStudy
    }
    return context.finish(
      arguments, examples, SweepReport.text(content, language: context.language),
      files: [.init(name: fileName, bytes: content.csv(locale: arguments.csvLocale))])
  }

  static func tooMany(_ count: Int, limit: Int) -> Bilingual {
    Bilingual(
      nl: "dit zijn \(count) combinaties; hooguit \(limit) kan. Neem minder waarden.",
      en: "these are \(count) combinations; \(limit) at most. Use fewer values.")
  }
}
