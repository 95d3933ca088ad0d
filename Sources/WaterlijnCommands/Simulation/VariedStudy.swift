import CostEngine
import StudyFiles

/// A study that is run again and again with other values in some of its cells, always on the same draws.
struct VariedStudy {
  /// An amount that is recorded in every run.
  struct Asked: Hashable {
    /// Position in ``VariedStudy/scenarios``.
    var scenario: Int
    /// Index in the study's regions; nil for all together.
    var region: Int?
    /// Calendar year; nil for the whole horizon.
    var year: Int?
    var quantity: ReportedQuantity
  }

  enum Outcome {
    case draws(RecordedDraws)
    /// The study cannot be computed with these values.
    case impossible(Localized)
  }

  enum Failure: Error {
    case interrupted
    case changedFiles
    case overflow(AmountOverflow)
  }

  let folder: String
  /// As it is read without any change.
  let reading: StudyReading
  let study: Study
  /// Indices in the study's scenarios.
  let scenarios: [Int]
  let amounts: [Asked]
  let settings: SimulationSettings
  let threads: Int
  let environment: CommandEnvironment

  /// Replicates of a run.
  var replicates: Int {
    (settings.draws + RandomStream.drawsPerReplicate - 1) / RandomStream.drawsPerReplicate
  }

  /// Draws that are kept of a run, over all amounts: a gigabyte.
  static let mostRecorded = 1 << 27

  /// - Throws: where a run has more draws than are kept.
  func checkSize() throws(UsageError) {
    try Self.checkSize(settings.draws, values: amounts.count)
  }

  /// - Parameter values: kept of every draw.
  static func checkSize(_ draws: Int, values: Int) throws(UsageError) {
    let most = mostRecorded / values
    guard draws > most else { return }
    throw .invalid(
      .draws,
      Localized(
        nl: "hier kunnen hooguit \(most) trekkingen, want elke trekking wordt bewaard.",
        en: "\(most) draws at most are possible here, because every draw is kept."))
  }

  private var selection: Selection {
    let regions = amounts.compactMap(\.region)
    let isWhole = amounts.contains { $0.region == nil }
    return Selection(
      scenarios: scenarios, regions: isWhole ? Array(study.regions.indices) : Set(regions).sorted())
  }

  /// The amounts of the study as it is.
  func recordOwn(progress: @Sendable (Int) -> Void) throws(Failure) -> RecordedDraws {
    switch try record(study, isOwn: true, progress) {
    case .draws(let draws): return draws
    case .impossible: preconditionFailure("the study was read without problems")
    }
  }

  /// The amounts of the study with these values.
  func record(_ overrides: [InputOverride], progress: @Sendable (Int) -> Void) throws(Failure) -> Outcome {
    if environment.interruption.isRequested { throw .interrupted }
    let changed = environment.readStudy(environment.path(folder), overrides, false)
    guard let study = changed.study else {
      let problem = changed.diagnostics.first { $0.severity == .error }
      return .impossible(problem?.problem ?? Localized(nl: "", en: ""))
    }
    // Somebody may save a table while this runs: the figures would be of two studies.
    guard changed.files == reading.files else { throw .changedFiles }
    return try record(study, isOwn: false, progress)
  }

  private func record(_ study: Study, isOwn: Bool, _ progress: @Sendable (Int) -> Void) throws(Failure) -> Outcome {
    if let year = amounts.lazy.compactMap(\.year).first(where: { $0 < study.firstYear || $0 > study.lastYear }) {
      return .impossible(
        Localized(
          nl: "De studie loopt dan van \(study.firstYear) tot en met \(study.lastYear): \(year) valt erbuiten.",
          en: "The study then runs from \(study.firstYear) to \(study.lastYear): \(year) lies outside."))
    }
    let selection = selection
    let recorded = amounts.map { amount in
      RecordedAmount(
        scenario: amount.scenario,
        place: amount.region.map { selection.regions.firstIndex(of: $0)! } ?? selection.regions.count,
        period: study.period(calendarYear: amount.year), quantity: amount.quantity)
    }
    let plan = Plan(study, selection: selection, settings: settings)
    do throws(ConcurrentSimulation.Failure) {
      return .draws(
        try ConcurrentSimulation(plan, threads: threads, interruption: environment.interruption)
          .record(recorded, progress: progress))
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .overflow(let overflow) where isOwn: throw .overflow(overflow)
      case .overflow:
        return .impossible(
          Localized(
            nl: "Een bedrag is dan te groot om mee te rekenen.", en: "An amount is then too large to count with."))
      }
    }
  }
}

extension CommandContext {
  /// Tells why a study could not be run, and what the process ends with.
  func tell(_ failure: VariedStudy.Failure, _ study: Study, folder: String) -> ExitStatus {
    switch failure {
    case .interrupted:
      say(Waterlijn.interruptedText)
      return .interrupted
    case .changedFiles:
      say(
        Localized(
          nl: "De bestanden van de studie zijn tijdens het rekenen veranderd; begin opnieuw.",
          en: "The files of the study were changed while it was computed; start again."))
      return .failure
    case .overflow(let overflow):
      say(overflow.text(study, folder: folder))
      return .invalidStudy
    }
  }
}
