import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn merge PARTS`
struct MergeCommand {
  static let command = Command(
    CommandDescription(
      name: "merge",
      operands: .parts,
      summary: Bilingual(
        nl: "voegt delen van een berekening samen", en: "merges the parts of a run"),
      explanation: Bilingual(
        nl: """
          Voegt de delen samen die waterlijn run --part heeft gemaakt: mappen of losse
          bestanden, in elke volgorde. De uitkomsten zijn byte voor byte die van één
          berekening. Ontbreekt er een deel, of is er een beschadigd, dubbel of van een
          andere berekening, dan staat er welk, en wordt er niets geschreven (status 3).

          Met --partial komt er een tussenstand van wat er is: elk bestand en elke pagina
          zegt hoeveel van de trekkingen dat zijn. Wat beschadigd is of er niet bij hoort,
          telt dan niet mee en wordt genoemd. Er wordt nooit iets aangevuld.

          De varianten van waterlijn sweep --plan worden de tabel daarvan.

          Eindigt --out op .part, dan komt er geen uitkomst maar weer een deel, met alle
          trekkingen van de delen samen: zo kan een grote berekening in stappen worden
          samengevoegd.
          """,
        en: """
          Merges the parts that waterlijn run --part has made: folders or single files, in
          any order. The results are byte for byte those of a single run. If a part is
          missing, damaged, double or of another run, it is named, and nothing is written
          (status 3).

          With --partial there are interim results of what is there: every file and every
          page says how many of the draws these are. What is damaged or does not belong is
          not counted then, and named. Nothing is ever filled in.

          The variants of waterlijn sweep --plan become the table of that sweep.

          If --out ends in .part there are no results but a part again, with all draws of
          the parts: so a large run can be merged in steps.
          """),
      examples: [
        Bilingual(
          nl: "waterlijn merge mijn-studie/delen --out mijn-studie/resultaten",
          en: "waterlijn merge my-study/delen --out my-study/resultaten"),
        Bilingual(nl: "waterlijn merge a/ b/ --out samen/ab.part", en: "waterlijn merge a/ b/ --out both/ab.part"),
      ],
      options: [
        .out.worded(
          Bilingual(nl: "MAP", en: "FOLDER"),
          help: Bilingual(
            nl: "map voor de resultaten; zonder: \(UsualResultsFolder.name) bij de delen",
            en: "folder for the results; without: \(UsualResultsFolder.name) beside them")),
        .partial, .xlsx, .threads, .language, .quiet, .help,
      ]),
    isLong: true
  ) { arguments, context throws(UsageError) in try MergeCommand(arguments: arguments).run(&context) }

  private let arguments: ResolvedArguments

  private func run(_ context: inout CommandContext) throws(UsageError) -> ExitStatus {
    if let status = try PlannedSweep.merge(arguments.operands[0], arguments, &context) { return status }
    let environment = context.environment
    let opened: OpenedParts
    do throws(OpenedResults.Refusal) {
      opened = try OpenedParts(arguments.operands, environment)
    } catch {
      return context.tell(.invalid(error.text))
    }
    context.adopt(opened.reading)
    let asksForPart = arguments.out?.hasSuffix(PartsFolder.ending) == true
    let problems = hindrances(opened, asksForPart: asksForPart)
    if !problems.isEmpty { return context.tell(.invalid(PartTexts.refusal(problems))) }
    let run = opened.run
    let settings = SimulationSettings(draws: run.draws, seed: run.seed, sampler: run.sampler)
    let plan = Plan(opened.study, selection: opened.selection, settings: settings, countsItems: true)
    let workers = context.workers(arguments.threads)
    if let shortage = MemoryShortage(plan.memoryNeed, workers) { return context.tell(.failed(shortage.text)) }
    if asksForPart, let out = arguments.out { return writePart(opened, plan, workers, to: out, context) }
    let folder = arguments.out ?? opened.parts[0].folder.path + "/" + UsualResultsFolder.name
    let places = OutputPlaces(folder: folder, arguments)
    if let obstacle = try places.obstacle(context) { return obstacle }
    let copies = InputCopies(opened.reading)
    let changed = copies.changedByHand(in: folder, environment)
    if !changed.isEmpty {
      return context.tell(
        .invalid(InputCopies.refusal(folder, changed, study: opened.parts[0].folder.path + "/" + InputCopies.folder)))
    }
    let (results, partial): (Results, PartialRun?)
    do throws(WorkFailure) {
      (results, partial) = try merged(opened, plan, workers, context)
    } catch {
      return context.tell(error)
    }
    let output = RunOutput(
      reading: opened.reading, study: opened.study, results: results, settings: settings, goal: nil, partial: partial,
      csvLocale: run.csvLocale, folder: folder, workers: workers)
    return output.finish(copies, places, isQuiet: arguments.isQuiet, context)
  }

  /// Why the parts cannot be merged, one line each; empty if they can.
  private func hindrances(_ opened: OpenedParts, asksForPart: Bool) -> [Bilingual] {
    var problems = (arguments.isPartial ? [] : opened.problems) + opened.overlaps.map { PartTexts.overlap($0) }
    let missing = opened.missing
    if opened.parts.isEmpty || !asksForPart && !arguments.isPartial && !missing.isEmpty {
      problems.append(PartTexts.missing(missing, of: opened.run.draws))
    }
    let pieces = opened.parts.reduce(0) { $0 + $1.header.ranges.ranges.count }
    if asksForPart, pieces > PartHeader.mostRanges,
      let ranges = DrawRanges(opened.parts.flatMap { $0.header.ranges.ranges }),
      ranges.ranges.count > PartHeader.mostRanges
    {
      problems.append(
        Bilingual(
          nl: "samen zijn het \(ranges.ranges.count) losse stukken; voeg eerst delen samen die op elkaar volgen",
          en: "together they are \(ranges.ranges.count) separate pieces; first merge parts that follow each other"))
    }
    return problems
  }

  private func merged(
    _ opened: OpenedParts, _ plan: Plan, _ workers: Workers, _ context: CommandContext
  ) throws(WorkFailure) -> (Results, PartialRun?) {
    var merged = RunPart(opened.run, plan, workers)
    try merge(opened, into: &merged, context)
    do throws(AmountOverflow) { return (try merged.results(), merged.partial) } catch {
      throw .invalid(error.text(opened.study, folder: opened.parts[0].folder.path + "/" + InputCopies.folder))
    }
  }

  private func merge(_ opened: OpenedParts, into part: inout RunPart, _ context: CommandContext) throws(WorkFailure) {
    let line = ProgressLine(
      isShown: context.environment.errorIsTerminal && !arguments.isQuiet, context.language, context.environment)
    let skipped = try opened.merge(
      into: &part, skipsDamaged: arguments.isPartial, context.workers(arguments.threads),
      progress: line.begin(opened.parts.count))
    line.finish()
    for problem in arguments.isPartial ? opened.problems + skipped : [] {
      context.say(Bilingual(nl: "Niet meegeteld: " + problem.dutch, en: "Not counted: " + problem.english))
    }
    if part.ranges.isEmpty {
      throw .invalid(PartTexts.refusal([PartTexts.missing(opened.missing, of: opened.run.draws)]))
    }
  }

  private func writePart(
    _ opened: OpenedParts, _ plan: Plan, _ workers: Workers, to path: String, _ context: CommandContext
  ) -> ExitStatus {
    let slash = path.lastIndex(of: "/")
    let folder = PartsFolder(slash.map { String(path[..<$0]) } ?? ".", context.environment)
    do throws(WorkFailure) {
      if let obstacle = context.resultsFolder(folder.path).obstacle() { throw .failed(obstacle.text) }
      try folder.prepare(for: opened.run, InputCopies(opened.reading))
      var merged = RunPart(opened.run, plan, workers)
      try merge(opened, into: &merged, context)
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      try folder.write(OutputFile(name: name, bytes: merged.bytes()))
    } catch {
      return context.tell(error)
    }
    if arguments.isQuiet { return .success }
    let parts = PartTexts.parts(opened.parts.count)
    let draws = opened.parts.reduce(0) { $0 + $1.header.ranges.count }
    return context.print(
      context.language(
        nl:
          "\(parts.dutch), \(PartTexts.dutch(draws)) van \(PartTexts.dutch(opened.run.draws)) trekkingen: \(path)\n",
        en:
          "\(parts.english), \(PartTexts.english(draws)) of \(PartTexts.english(opened.run.draws)) draws: \(path)\n"
      ))
  }
}
