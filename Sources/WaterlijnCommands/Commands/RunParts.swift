import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn run STUDY --part`: some parts of a run, of which other processes do the others.
struct RunParts {
  private let arguments: ResolvedArguments
  private let opened: OpenedStudy
  private let context: CommandContext

  init(_ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext) {
    self.arguments = arguments
    self.opened = opened
    self.context = context
  }

  func run() throws(UsageError) -> ExitStatus {
    let (study, reading) = (opened.study, opened.reading)
    let selection = try arguments.selection(of: study)
    let settings = arguments.settings(reading)
    let (numbers, division) = try parts(of: settings.draws)
    let folder = PartsFolder(arguments.out ?? UsualResultsFolder.partsPath(in: opened.folder), context.environment)
    if let obstacle = context.resultsFolder(folder.path).obstacle() { return context.tell(.failed(obstacle.text)) }
    let run = Manifest(
      toolVersion: Waterlijn.version, study: study, selection: selection, draws: settings.draws, seed: settings.seed,
      sampler: settings.sampler, csvLocale: arguments.csvLocale, inputs: reading.files, outputs: [])
    let plan = Plan(study, selection: selection, settings: settings, countsItems: true)
    do throws(WorkFailure) {
      try folder.prepare(for: run, InputCopies(reading))
      for number in numbers {
        let draws = division.draws(ofPart: number)
        let ranges = DrawRanges([draws])!
        let name = PartsFolder.name(ranges, of: run.draws)
        if folder.hasPart(run, ranges) {
          say(number, of: division.count, draws, name, wasThere: true, folder)
          continue
        }
        // What is done is kept before the process ends.
        let bytes =
          arguments.keepsCheckpoints
          ? try context.environment.interruption.guarding { () throws(WorkFailure) in
            try part(run, plan, draws, folder)
          } : try part(run, plan, draws, folder)
        try folder.write(OutputFile(name: name, bytes: bytes))
        folder.remove(PartsFolder.checkpointName(draws, of: run.draws))
        say(number, of: division.count, draws, name, wasThere: false, folder)
      }
    } catch {
      return context.tell(error)
    }
    if numbers.isEmpty, !arguments.isQuiet {
      return context.print(
        context.language(
          nl: "Er is voor deze taak geen deel: er zijn meer taken dan delen.\n",
          en: "There is no part for this task: there are more tasks than parts.\n"))
    }
    return .success
  }

  private func parts(of draws: Int) throws(UsageError) -> (numbers: [Int], PartDivision) {
    let (numbers, count) = try PartChoice.asked(arguments, context.environment)
    let most = PartDivision.mostParts(draws: draws)
    guard count <= most else {
      let (dutch, english) = (PartTexts.dutch(most), PartTexts.english(most))
      throw .invalid(
        .part,
        Bilingual(
          nl: """
            \(PartTexts.dutch(draws)) trekkingen zijn in ten hoogste \(dutch) delen te verdelen: een deel heeft er minstens \
            \(RandomStream.drawsPerReplicate).
            """,
          en: """
            \(PartTexts.english(draws)) draws can be divided into \(english) parts at most: a part has at least \
            \(RandomStream.drawsPerReplicate) of them.
            """))
    }
    return (numbers, PartDivision(draws: draws, count: count))
  }

  /// - Parameter folder: where the part, and what is done of it, is kept.
  private func part(
    _ run: Manifest, _ plan: Plan, _ draws: Range<Int>, _ folder: PartsFolder
  ) throws(WorkFailure) -> [UInt8] {
    let workers = context.workers(arguments.threads)
    if let shortage = MemoryShortage(plan.memoryNeed, workers) { throw .failed(shortage.text) }
    var part = RunPart(run, plan, workers)
    let checkpoint = PartComputation.Checkpoint(
      folder: folder, name: PartsFolder.checkpointName(draws, of: run.draws))
    if arguments.keepsCheckpoints, let bytes = folder.contents(checkpoint.name) {
      let path = folder.path + "/" + checkpoint.name
      guard arguments.resumes else { throw .invalid(PartComputation.refusal(path)) }
      do throws(RunPart.Problem) { try part.add(bytes) } catch {
        throw .invalid(OpenedParts.damaged(path))
      }
    }
    let missing = DrawRanges([draws])!.without(part.ranges)
    try PartComputation(arguments: arguments, context: context).compute(
      missing, of: &part, arguments.keepsCheckpoints ? checkpoint : nil)
    return part.bytes()
  }

  private func say(
    _ number: Int, of count: Int, _ draws: Range<Int>, _ name: String, wasThere: Bool, _ folder: PartsFolder
  ) {
    if arguments.isQuiet { return }
    let (first, last) = (draws.lowerBound + 1, draws.upperBound)
    _ = context.print(
      context.language(
        nl: """
          Deel \(number) van \(count), trekkingen \(PartTexts.dutch(first)) tot en met \(PartTexts.dutch(last)): \
          \(folder.path)/\(name)\(wasThere ? " (was er al)" : "")

          """,
        en: """
          Part \(number) of \(count), draws \(PartTexts.english(first)) to \(PartTexts.english(last)): \
          \(folder.path)/\(name)\(wasThere ? " (was there already)" : "")

          """))
  }
}
