import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn run STUDY`
struct RunCommand {
  static let command = Command(
    CommandDescription(
      name: "run",
      operands: .study,
      summary: Bilingual(
        nl: "rekent een studie door en schrijft de resultaten", en: "computes a study and writes the results"),
      explanation: Bilingual(
        nl: """
          Rekent elk scenario van de studie door, voor elke regio en voor alle regio's
          samen. Dat gebeurt duizenden keren, telkens met andere waarden van de onzekere
          invoer (trekkingen). In de map met resultaten komen summary.csv (de verdeling
          van elk bedrag), lines.csv (de kostenregels), items.csv (wat elk onderdeel
          kost), pairs.csv (de scenario's vergeleken), manifest.json (waarmee gerekend is)
          en in de map inputs een kopie van de invoer, zodat waterlijn verify later kan
          narekenen. Daarna verschijnt het overzicht. Wat er al stond, wordt pas vervangen
          als alles gelukt is; Ctrl-C breekt af zonder iets te veranderen.

          Met --tolerance 0,5% komen er trekkingen bij tot de steekproeffout van
          gemiddelde, P5, P50 en P95 van de meerkosten, in elke regio en samen, ten
          hoogste 0,5 % is van de afstand tussen P5 en P95. Het overzicht noemt het
          aantal trekkingen en het bedrag dat het minst nauwkeurig is.

          Met --part 3/16 wordt alleen het derde van zestien delen gerekend, en in een
          map gezet (zonder --out: delen, in de studie) waar ook de andere delen komen,
          ook van andere computers. waterlijn parts toont wat er nog ontbreekt; waterlijn
          merge maakt er de uitkomsten van, byte voor byte die van één berekening. Met
          --part auto zegt het rekencluster welk deel het is.

          Met --checkpoint wordt elke minuut bewaard wat klaar is, en ook bij Ctrl-C.
          Met --resume gaat dezelfde opdracht daarmee verder, ook na een storing; de
          uitkomsten zijn byte voor byte die van één ononderbroken berekening.

          Met --xlsx uitkomst.xlsx komt alles ook in een werkmap voor Excel en
          LibreOffice: een blad per onderwerp, totalen als formules, en alle aannames
          met hun bron.
          """,
        en: """
          Computes every scenario of the study, for each region and for all regions
          together, thousands of times, each time with other values of the uncertain
          inputs (draws). The results folder gets summary.csv (the distribution of every
          amount), lines.csv (the cost lines), items.csv (what each item costs), pairs.csv
          (the scenarios compared), manifest.json (what was computed with) and, in the
          folder inputs, a copy of the input, so that waterlijn verify can compute it
          again. Then the overview is shown. What was there before is replaced only when
          all has succeeded; Ctrl-C stops without changing anything.

          With --tolerance 0.5% draws are added until the sampling error of mean, P5, P50
          and P95 of the extra cost, in each region and together, is at most 0.5% of the
          distance from P5 to P95. The overview names the number of draws and the amount
          that is least precise.

          With --part 3/16 only the third of sixteen parts is computed, and put in a
          folder (without --out: delen, in the study) where the other parts go as well,
          also from other computers. waterlijn parts tells what is still missing;
          waterlijn merge makes the results of them, byte for byte those of a single run.
          With --part auto the cluster says which part it is.

          With --checkpoint what is done is kept every minute, and at Ctrl-C. With
          --resume the same command goes on with it, also after a breakdown; the results
          are byte for byte those of an uninterrupted run.

          With --xlsx results.xlsx it all goes into a workbook for Excel and LibreOffice
          as well: a sheet a subject, totals as formulas, and every assumption with its
          source.
          """),
      examples: [
        Bilingual(same: "waterlijn run scenarios/nederland"),
        Bilingual(
          nl: "waterlijn run mijn-studie --draws 50.000 --region VR17+VR18 --csv-locale nl",
          en: "waterlijn run my-study --draws 50,000 --language en"),
        Bilingual(
          nl: "waterlijn run mijn-studie --tolerance 0,5% --max-draws 200.000",
          en: "waterlijn run my-study --tolerance 0.5% --max-draws 200,000"),
      ],
      options: [
        .out, .xlsx, .draws, .tolerance, .maxDraws, .part, .parts, .checkpoint, .resume, .seed, .sampler, .threads,
        .scenarios,
        .region.worded(
          Bilingual(same: "R+R"),
          help: Bilingual(nl: "alleen deze regio's, codes met + ertussen", en: "only these regions, codes joined by +")),
        .language, .csvLocale, .quiet, .help,
      ]),
    isLong: true,
    onStudy: { arguments, opened, context throws(UsageError) in
      try RunCommand(arguments: arguments, opened: opened, context: context).run()
    })

  private let arguments: ResolvedArguments
  private let opened: OpenedStudy
  private let context: CommandContext

  private func run() throws(UsageError) -> ExitStatus {
    if arguments.part != nil { return try RunParts(arguments, opened, context).run() }
    let (study, reading) = (opened.study, opened.reading)
    let selection = try arguments.selection(of: study)
    let folder = arguments.out ?? UsualResultsFolder.path(in: opened.folder)
    let places = OutputPlaces(folder: folder, arguments)
    if let obstacle = try places.obstacle(context) { return obstacle }
    let copies = InputCopies(reading)
    let changed = copies.changedByHand(in: folder, context.environment)
    if !changed.isEmpty {
      return context.tell(.invalid(InputCopies.refusal(folder, changed, study: opened.folder)))
    }
    var settings = arguments.settings(reading)
    let draws = settings.draws
    let goal = arguments.tolerance.map {
      PrecisionGoal(tolerance: $0, maximumDraws: arguments.maximumDraws ?? max(draws, PrecisionGoal.usualMaximumDraws))
    }
    if let goal { settings.draws = goal.largest(settings.sampler) }
    let plan = Plan(
      study, selection: selection, settings: settings, countsItems: true,
      samples: context.environment.samples)
    let output = { results in
      RunOutput(
        reading: reading, study: study, results: results, settings: settings, goal: goal, partial: nil,
        csvLocale: arguments.csvLocale, folder: folder, workers: context.workers(arguments.threads))
    }
    if arguments.keepsCheckpoints {
      let run = ResumableRun(arguments: arguments, opened: opened, context: context, plan: plan, settings: settings)
      return run.finish { output($0).finish(copies, places, isQuiet: arguments.isQuiet, context) }
    }
    let results: Results
    do throws(ConcurrentSimulation.Failure) {
      results = try simulate(plan, goal: goal, from: draws)
    } catch {
      return context.tell(error, opened)
    }
    return output(results).finish(copies, places, isQuiet: arguments.isQuiet, context)
  }

  /// - Parameter draws: initial number of draws if there is a goal; without a goal the plan's number is used.
  private func simulate(
    _ plan: Plan, goal: PrecisionGoal?, from draws: Int
  ) throws(ConcurrentSimulation.Failure) -> Results {
    let simulation = ConcurrentSimulation(plan, workers: context.workers(arguments.threads))
    return try context.showingProgress(arguments) { line throws(ConcurrentSimulation.Failure) in
      let progress = line.begin(plan.replicateCount)
      guard let goal else { return try simulation.results(progress: progress) }
      return try simulation.results(
        within: goal, from: draws, tails: TailInputs(opened.study, selection: plan.selection),
        begin: { line.bar?.begin(round: $0, total: $1) }, progress: progress)
    }
  }
}
