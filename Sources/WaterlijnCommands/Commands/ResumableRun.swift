import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn run STUDY --checkpoint` and `--resume`: a run that can be gone on with after it was interrupted.
struct ResumableRun {
  let arguments: ResolvedArguments
  let opened: OpenedStudy
  let context: CommandContext
  let plan: Plan
  /// The run's settings.
  let settings: SimulationSettings

  /// Where checkpoints are: beside the results that were asked for, or in the study.
  private var folder: PartsFolder {
    PartsFolder(
      arguments.out.map { $0.trimmingTrailingSlashes + "/" + UsualResultsFolder.parts }
        ?? UsualResultsFolder.partsPath(in: opened.folder), context.environment)
  }

  /// Computes what is missing; the checkpoint goes once all has been written.
  ///
  /// - Parameter write: writes the results.
  func finish(_ write: (Results) -> ExitStatus) -> ExitStatus {
    do throws(WorkFailure) {
      // What is done is kept before the process ends.
      let results = try context.environment.interruption.guarding { () throws(WorkFailure) -> Results in
        try self.results()
      }
      let status = write(results)
      if status == .success { removeCheckpoint() }
      return status
    } catch {
      // Stopped before a draw was done; while it read what there was, that stays.
      if case .interrupted = error, folder.names().parts.isEmpty { removeCheckpoint() }
      return context.tell(error)
    }
  }

  private func results() throws(WorkFailure) -> Results {
    let folder = folder
    let run = Manifest(
      toolVersion: Waterlijn.version, study: opened.study, selection: plan.selection, draws: settings.draws,
      seed: settings.seed, sampler: settings.sampler, csvLocale: arguments.csvLocale, inputs: opened.reading.files,
      outputs: [])
    let workers = context.workers(arguments.threads)
    if let shortage = MemoryShortage(plan.memoryNeed, workers) { throw .failed(shortage.text) }
    try folder.prepare(for: run, InputCopies(opened.reading))
    var part = RunPart(run, plan, workers)
    try resume(&part, folder)
    try PartComputation(arguments: arguments, context: context).compute(
      part.ranges.missing(of: run.draws), of: &part,
      PartComputation.Checkpoint(folder: folder, name: checkpointName))
    do throws(AmountOverflow) { return try part.results() } catch {
      throw .invalid(error.text(opened.study, folder: opened.folder))
    }
  }

  private var checkpointName: String { PartsFolder.checkpointName(0..<settings.draws, of: settings.draws) }

  /// Adds what is there.
  private func resume(_ part: inout RunPart, _ folder: PartsFolder) throws(WorkFailure) {
    guard let first = folder.names().parts.first else { return }
    guard arguments.resumes else { throw .invalid(PartComputation.refusal(folder.path + "/" + first)) }
    let there: OpenedParts
    do throws(OpenedResults.Refusal) { there = try OpenedParts([folder.path], context.environment) } catch {
      throw .invalid(error.text)
    }
    let problems = there.problems + there.overlaps.map { PartTexts.overlap($0) }
    guard problems.isEmpty else { throw .invalid(PartTexts.refusal(problems)) }
    _ = try there.merge(into: &part, context.workers(arguments.threads), progress: { _ in })
  }

  private func removeCheckpoint() {
    folder.removeCheckpoint(checkpointName, InputCopies(opened.reading))
  }
}
