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
          """,
        en: """
          Computes the study again and again with other values in one or two cells and
          puts the outcomes in a table; always on the same draws, so that the difference
          is that of the values alone. A NAME is a column of scenarios.csv (until,
          bandwidth ...) of the scenario, a setting (discount_rate ...), or the whole
          name of a cell: table.column[key], with * for all. Values: 2026...2032 (every
          year), 0...0.3/7 (seven values) or 0+0.1+0.25. What cannot be is told as such.
          With --out all goes into sweep.csv.
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
        .draws, .seed, .sampler, .threads, .language, .csvLocale, .quiet, .help,
      ]),
    isLong: true, keepsLedger: true, onStudy: run)

  private static func run(
    _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext
  ) throws(UsageError) -> ExitStatus {
    let study = opened.study
    let scenarios = try arguments.scenarios(of: study)
    let subjects = try arguments.shown.map { text throws(UsageError) in
      try SubjectNames(study: study, option: .quantity).list(text)
    }
    if subjects?.contains(.phaseIn) == true { throw .invalid(.quantity, noAmount) }
    let span = try arguments.span(of: study)
    let inputs = try arguments.vary.map { text throws(UsageError) in
      try input(text, scenarios: scenarios.map { study.scenarios[$0].code }, opened.ledger)
    }
    if inputs.count == 2,
      !Set(inputs[0].input.cells.map({ $0.name })).isDisjoint(with: inputs[1].input.cells.map({ $0.name }))
    {
      throw .invalid(
        .vary,
        Bilingual(
          nl: "beide invoeren veranderen dezelfde cel.", en: "both inputs change the same cell."))
    }
    let combinations = combinations(inputs.map { $0.values })
    guard combinations.count <= limit else { throw .invalid(.vary, tooMany(combinations.count)) }
    let places = try arguments.places(of: study)
    var amounts: [RequestedAmount] = []
    for scenario in scenarios {
      for region in places {
        for subject in subjects ?? [.quantity(.delta)] {
          let amount = RequestedAmount(scenario: scenario, region: region, subject: subject, span: span)
          let (existing, problem) = amount.existing
          if let problem { throw .invalid(.year, problem) }
          amounts.append(existing)
        }
      }
    }
    let varied = VariedStudy(
      study, opened.reading, scenarios: scenarios, amounts: amounts, settings: arguments.settings(opened.reading),
      workers: context.workers(arguments.threads), read: context.reader(of: opened.folder))
    try varied.settings.check(mostDraws: varied.mostDraws)
    if let obstacle = try context.obstacle(arguments) { return obstacle }
    let content: SweepContent
    do throws(VariedStudy.Failure) {
      content = try context.showingProgress(arguments) { progress throws(VariedStudy.Failure) in
        try varied.sweep(
          inputs.map { $0.input }, combinations,
          progress: progress.begin((combinations.count + 1) * varied.replicates))
      }
    } catch {
      return context.tell(error, opened)
    }
    guard content.combinations.contains(where: { if case .figures = $0.outcome { true } else { false } }) else {
      context.environment.error(SweepReport.text(content, language: context.language))
      return .invalidStudy
    }
    return context.finish(
      arguments, SweepReport.text(content, language: context.language),
      files: [.init(name: fileName, bytes: content.csv(locale: arguments.csvLocale))])
  }

  private static let noAmount = Bilingual(
    nl: "de ingroei is een aandeel en geen bedrag. Vraag haar met solve: ingroei[NL,2032] >= 1.",
    en: "the phase-in is a share, not an amount. Ask for it with solve: phase_in[NL,2032] >= 1.")

  // MARK: The inputs

  /// `NAME=VALUES`; a name may hold a `=` between its brackets.
  private static func input(
    _ text: String, scenarios: [String], _ ledger: InputLedger
  ) throws(UsageError) -> (input: VariedInput, values: [Double]) {
    let start = text.lastIndex(of: "]") ?? text.startIndex
    guard let equals = text[start...].firstIndex(of: "=") else {
      throw .invalid(
        .vary,
        Bilingual(
          nl: "\"\(text)\" is geen NAAM=WAARDEN, zoals tot=2028...2034 of bandbreedte=0...0,3/7.",
          en: "\"\(text)\" is not NAME=VALUES, such as until=2028...2034 or bandwidth=0...0.3/7."))
    }
    let values = try ValueList.read(String(text[text.index(after: equals)...]), .vary)
    let input = try VariedInput.read(.vary, String(text[..<equals]), scenarios: scenarios, ledger: ledger)
    for value in values {
      if let problem = input.problem(with: value) { throw .invalid(.vary, problem) }
      if let problem = input.percentMissing(value, in: text) { throw .invalid(.vary, problem) }
    }
    return (input, values)
  }

  private static func combinations(_ values: [[Double]]) -> [[Double]] {
    values.reduce([[]]) { found, next in found.flatMap { first in next.map { first + [$0] } } }
  }

  private static func tooMany(_ count: Int) -> Bilingual {
    Bilingual(
      nl: "dit zijn \(count) combinaties; hooguit \(limit) kan. Neem minder waarden.",
      en: "these are \(count) combinations; \(limit) at most. Use fewer values.")
  }
}
