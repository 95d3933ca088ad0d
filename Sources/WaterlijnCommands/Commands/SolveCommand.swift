import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn solve STUDY --scenario S --find NAME --such-that CONDITION`
enum SolveCommand {
  static let fileName = "solve.csv"
  /// Number of values in the first pass over a range of numbers that need not be whole.
  static let gridCount = 21

  static let command = Command(
    CommandDescription(
      name: "solve",
      operands: .study,
      summary: Bilingual(
        nl: "zoekt de invoer waarbij aan een eis is voldaan",
        en: "seeks the input at which a condition is met"),
      explanation: Bilingual(
        nl: """
          Zoekt de kleinste (of grootste) waarde van één cel waarbij een EIS geldt, of
          zegt dat geen enkele waarde in het bereik voldoet. Een NAAM is als bij sweep.
          Een EIS is MAAT(BEDRAG[REGIO,JAAR]), dan <=, <, >= of >, dan een getal:
            p80(netto[NL,2027]) <= 0     kans(netto > 0) <= 20%
            max(meerkosten[NL,2027...2036]) <= 12 mln en ingroei[NL,2032] >= 1
          Maten: gemiddelde (ook zonder maat), p1 tot en met p99, cvar95, sd, kans. Over
          jaren: max(bedrag), min en som per trekking, zodat p80(max(...)) de P80 van het
          duurste jaar is; max(p80(...)) is de hoogste P80 van de jaren. Regio en jaar
          mogen weg: dan alle samen; jaar eind is het eindbeeld. Bedragen zijn ook
          ingroei, kostenregels, functie:CODE (voorziening, post, maatregel) en
          betaler:rijk. Met en gelden eisen samen, ook binnen kans(...).
          Jaren worden alle geprobeerd; andere getallen eerst over het hele bereik, dan
          steeds fijner. Zonder --range: de jaren van de studie, of 0...1 voor een
          aandeel. Voldoet er geen waarde, dan is de afsluitstatus toch 0: dat is het
          antwoord. Met --out komt alles wat geprobeerd is in solve.csv.
          """,
        en: """
          Seeks the smallest (or largest) value of one cell at which a CONDITION holds, or
          says that no value of the range does. A NAME is as for sweep. A CONDITION is
          STATISTIC(AMOUNT[REGION,YEAR]), then <=, <, >= or >, then a number:
            p80(net[NL,2027]) <= 0       chance(net > 0) <= 20%
            max(delta[NL,2027...2036]) <= 12 mln and phase_in[NL,2032] >= 1
          Statistics: mean (also without one), p1 to p99, cvar95, sd, chance. Over years:
          max(amount), min and sum draw by draw, so that p80(max(...)) is the P80 of the
          dearest year; max(p80(...)) is the highest P80 of the years. Region and year may
          be left out: then all together; year end is the end state. Amounts are also
          phase_in, cost lines, function:CODE (provision, one-off, measure) and
          payer:state. With and conditions hold together, also within chance(...).
          Years are all tried; other numbers first over the whole range, then ever finer.
          Without --range: the years of the study, or 0...1 for a share. Where no value
          meets it the exit status is 0 all the same: that is the answer. With --out all
          that was tried goes into solve.csv.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn solve mijn-studie --scenario INGROEI --find tot \\\n"
            + "    --such-that \"p80(netto[NL,2030]) <= 0\"",
          en: "waterlijn solve my-study --scenario INGROEI --find until \\\n"
            + "    --such-that \"p80(net[NL,2030]) <= 0\""),
        Bilingual(
          nl: "waterlijn solve mijn-studie --scenario INGROEI --find bandbreedte \\\n"
            + "    --range 0...0,5 --such-that \"kans(netto > 0) <= 20%\"",
          en: "waterlijn solve my-study --scenario INGROEI --find bandwidth \\\n"
            + "    --range 0...0.5 --such-that \"chance(net > 0) <= 20%\""),
        Bilingual(
          nl: "waterlijn solve mijn-studie --scenario INGROEI --find tot \\\n"
            + "    --such-that \"max(meerkosten[NL,2027...2036]) <= 12 mln\"",
          en: "waterlijn solve my-study --scenario INGROEI --find until \\\n"
            + "    --such-that \"max(delta[NL,2027...2036]) <= 12 mln\""),
      ],
      options: [
        .scenario, .find.required, .range, .suchThat.required, .smallest, .largest,
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
    guard arguments.scenario != nil || study.scenarios.count == 1 else { throw .missingOptions([.scenario]) }
    let scenario = try arguments.scenario(of: study) ?? 0
    let input = try VariedInput.read(
      .find, arguments.find, scenarios: [study.scenarios[scenario].code], ledger: opened.ledger)
    let condition = try ConditionParser(study: study, scenario: scenario).read(arguments.condition)
    let search = try search(arguments.range, input, study)
    let varied = VariedStudy(
      study, opened.reading, scenarios: [scenario], amounts: condition.amounts,
      settings: arguments.settings(opened.reading), workers: context.workers(arguments.threads),
      read: context.reader(of: opened.folder))
    try varied.settings.check(mostDraws: varied.mostDraws)
    if let obstacle = try context.obstacle(arguments) { return obstacle }
    let content: SolveContent
    do throws(VariedStudy.Failure) {
      content = try context.showingProgress(arguments) { progress throws(VariedStudy.Failure) in
        try varied.solve(
          input, condition, search, wantsLargest: arguments.wantsLargest,
          progress: progress.begin(varied.mostReplicates(of: search)))
      }
    } catch {
      return context.tell(error, opened)
    }
    guard content.trials.contains(where: { if case .figures = $0.outcome { true } else { false } }) else {
      context.environment.error(SolveReport.text(content, language: context.language))
      return .invalidStudy
    }
    return context.finish(
      arguments, opened.reading.examples, SolveReport.text(content, language: context.language),
      files: [.init(name: fileName, bytes: content.csv(locale: arguments.csvLocale))])
  }

  // MARK: The range

  private static let notWhole = Bilingual(
    nl: "dit getal is alleen heel: schrijf een bereik van hele getallen.",
    en: "this input is whole only: write a range of whole numbers.")

  /// No value in a study is larger than what is counted.
  private static let largest = 1e12
  private static let tooLarge = Bilingual(
    nl: "dit bereik is te groot om in te zoeken.", en: "this range is too large to search.")
  private static let tooMany = Bilingual(
    nl: "dit bereik heeft te veel hele getallen; hooguit \(ValueList.limit) gaat.",
    en: "this range has too many whole numbers; \(ValueList.limit) at most will do.")
  /// Minimum width of a range relative to its ends: numbers of nine digits could not be distinguished in a narrower
  /// one.
  private static let narrowest = 1e-9
  private static let tooNarrow = Bilingual(
    nl: "dit bereik is te smal om in te zoeken.", en: "this range is too narrow to search.")

  private static func search(
    _ range: String?, _ input: VariedInput, _ study: Study
  ) throws(UsageError) -> SolutionSearch {
    let from: Double
    let to: Double
    var count: Int?
    if let range {
      guard let bounds = try ValueList.bounds(range, .range) else {
        throw .invalid(
          .range,
          Bilingual(
            nl: "\"\(range)\" is geen bereik, zoals 2026...2040 of 0...0,3.",
            en: "\"\(range)\" is not a range, such as 2026...2040 or 0...0.3."))
      }
      (from, to, count) = bounds
    } else if input.isCalendarYear {
      (from, to) = (Double(study.firstYear), Double(study.lastYear))
    } else if input.isShare {
      (from, to) = (0, 1)
    } else {
      throw .missingOptions([.range])
    }
    for end in [from, to] {
      if end.magnitude > Self.largest { throw .invalid(.range, Self.tooLarge) }
      if input.isWhole, end.rounded() != end { throw .invalid(.range, Self.notWhole) }
      if let problem = input.problem(with: end) { throw .invalid(.range, problem) }
      if let problem = input.percentMissing(end, in: range ?? "%") { throw .invalid(.range, problem) }
    }
    if input.isWhole {
      guard to - from < Double(ValueList.limit) else { throw .invalid(.range, Self.tooMany) }
      return SolutionSearch(whole: from, to)
    }
    guard to - from >= Self.narrowest * max(from.magnitude, to.magnitude) else {
      throw .invalid(.range, Self.tooNarrow)
    }
    return SolutionSearch(from: from, to, grid: count ?? Self.gridCount)
  }
}
