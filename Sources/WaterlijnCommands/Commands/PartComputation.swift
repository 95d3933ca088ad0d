import Analyses
import CostEngine
import Reports
import Terms

/// Computes draws of a run that are missing; with checkpoints, what is done is kept every minute, and when the user or
/// the system asks to stop.
struct PartComputation {
  /// Seconds between two checkpoints, unless ``intervalVariable`` says otherwise.
  private static let usualInterval = 60.0
  static let intervalVariable = "WATERLIJN_CHECKPOINT_SECONDS"

  let arguments: ResolvedArguments
  let context: CommandContext

  /// Where checkpoints go.
  struct Checkpoint {
    let folder: PartsFolder
    /// Of the file.
    let name: String

    func write(_ part: borrowing RunPart) throws(WorkFailure) {
      try folder.write(OutputFile(name: name, bytes: part.bytes()))
    }
  }

  /// - Parameters:
  ///   - missing: draws of the run, none of which is there.
  ///   - part: gets them.
  ///   - checkpoint: nil if nothing is kept.
  func compute(
    _ missing: DrawRanges, of part: inout RunPart, _ checkpoint: Checkpoint?
  ) throws(WorkFailure) {
    let (interruption, now) = (context.environment.interruption, context.environment.now)
    let interval =
      context.environment.variable(Self.intervalVariable).flatMap { Int($0) }
      .map { Double(max(0, $0)) } ?? Self.usualInterval
    let workers = context.workers(arguments.threads)
    let line = ProgressLine(
      isShown: context.environment.errorIsTerminal && !arguments.isQuiet, context.language, context.environment)
    defer { line.finish() }
    let progress = line.begin(RandomStream.replicates(of: missing.count))
    var done = 0
    for range in missing.ranges {
      var next = range.lowerBound
      while next < range.upperBound {
        let (first, before, end) = (next, done, now() + interval)
        // However short the time is, something is done in it.
        let hasBegun = Guarded(false, context.environment.threads.makeLock())
        let own =
          checkpoint == nil
          ? workers
          : workers.stopping { interruption.isRequested || (hasBegun.withLock { $0 } && now() >= end) }
        next = part.compute(first..<range.upperBound, own) { count in
          hasBegun.withLock { $0 = true }
          progress(before + count)
        }
        done += RandomStream.replicates(of: next - first)
        if interruption.isRequested {
          guard let checkpoint, !part.ranges.isEmpty else { throw .interrupted }
          try checkpoint.write(part)
          throw .paused(Self.paused(part, checkpoint.folder.path))
        }
        if let checkpoint, next < range.upperBound, next > first { try checkpoint.write(part) }
      }
    }
  }

  private static func paused(_ part: borrowing RunPart, _ folder: String) -> Bilingual {
    let (there, all) = (part.ranges.count, part.run.draws)
    return Bilingual(
      nl: """
        Afgebroken; wat klaar was staat in \(folder): \(PartTexts.dutch(there)) van de \(PartTexts.dutch(all)) trekkingen.
        Ga verder met dezelfde opdracht en --resume. Een tussenstand maakt: waterlijn merge \(folder) --partial
        """,
      en: """
        Interrupted; what was done is in \(folder): \(PartTexts.english(there)) of the \(PartTexts.english(all)) draws.
        Go on with the same command and --resume. An interim result is made by: waterlijn merge \(folder) --partial
        """)
  }

  /// Why nothing begins anew where something was done.
  static func refusal(_ path: String) -> Bilingual {
    Bilingual(
      nl: """
        \(path): hier is al een deel van deze berekening gedaan.
        Ga ermee verder met --resume, of haal het bestand weg om opnieuw te beginnen.
        """,
      en: """
        \(path): some of this run was done already.
        Go on with --resume, or remove the file to begin anew.
        """)
  }
}
