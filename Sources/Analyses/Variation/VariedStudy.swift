import CostEngine
import Reports
import StudyFiles
import Terms

/// A study that is run repeatedly with other values in some of its cells, always on the same draws.
public struct VariedStudy {
  enum Outcome {
    case draws(RecordedDraws)
    /// The study cannot be computed with these values.
    case impossible(Bilingual)
  }

  /// Why values are impossible that make an amount exceed the range that is counted.
  static let amountTooLarge = Bilingual(
    nl: "Een bedrag is dan te groot om mee te rekenen.", en: "An amount is then too large to count with.")

  /// Why a run was not made.
  public enum Failure: Error {
    case interrupted
    case changedFiles
    case overflow(AmountOverflow)
  }

  /// The study as read without any change.
  let reading: StudyReading
  public let study: Study
  /// Indices in the study's scenarios.
  let scenarios: [Int]
  /// The amounts recorded in every run, for the scenarios above.
  public let amounts: [RequestedAmount]
  public let settings: SimulationSettings
  private let read: ([InputOverride]) -> StudyReading
  private let workers: Workers

  /// - Parameters:
  ///   - reading: the study as it is, read without problems.
  ///   - read: reads the same study with other values in some of its cells.
  public init(
    _ study: Study, _ reading: StudyReading, scenarios: [Int], amounts: [RequestedAmount], settings: SimulationSettings,
    workers: Workers, read: @escaping ([InputOverride]) -> StudyReading
  ) {
    self.study = study
    self.reading = reading
    self.scenarios = scenarios
    self.amounts = amounts
    self.settings = settings
    self.workers = workers
    self.read = read
  }

  /// Number of replicates in a run.
  public var replicates: Int { settings.replicates }

  /// Maximum number of values kept of a run, over all amounts: one gigabyte.
  private static let mostRecorded = 1 << 27

  /// The maximum number of draws in a run; every draw of each amount is kept.
  public var mostDraws: Int { Self.mostDraws(values: amounts.count) }

  /// - Parameter values: number of values kept of every draw.
  public static func mostDraws(values: Int) -> Int { mostRecorded / values }

  private var selection: Selection {
    let regions = amounts.compactMap { $0.region }
    let isWhole = amounts.contains { $0.region == nil }
    return Selection(
      scenarios: scenarios, regions: isWhole ? Array(study.regions.indices) : Set(regions).sorted())
  }

  /// Records the amounts of the study as it is.
  func recordOwn(progress: @Sendable (Int) -> Void) throws(Failure) -> RecordedDraws {
    switch try record(study, isOwn: true, progress) {
    case .draws(let draws): return draws
    case .impossible: preconditionFailure("the study was read without problems")
    }
  }

  /// Records the amounts of the study with these values.
  func record(_ overrides: [InputOverride], progress: @Sendable (Int) -> Void) throws(Failure) -> Outcome {
    if workers.isStopped() { throw .interrupted }
    let changed = read(overrides)
    guard let study = changed.study else {
      let problem = changed.diagnostics.first { $0.severity == .error }
      return .impossible(problem?.problem ?? Bilingual(same: ""))
    }
    // If a table is saved while this runs, the figures would come from two different studies.
    guard changed.files == reading.files else { throw .changedFiles }
    return try record(study, isOwn: false, progress)
  }

  private func record(_ study: Study, isOwn: Bool, _ progress: @Sendable (Int) -> Void) throws(Failure) -> Outcome {
    if let year = amounts.lazy.compactMap({ $0.year }).first(where: { $0 < study.firstYear || $0 > study.lastYear }) {
      return .impossible(
        Bilingual(
          nl: "De studie loopt dan van \(study.firstYear) tot en met \(study.lastYear): \(year) valt erbuiten.",
          en: "The study then runs from \(study.firstYear) to \(study.lastYear): \(year) lies outside."))
    }
    let selection = selection
    let recorded = amounts.map { amount in
      RecordedAmount(
        scenario: scenarios.firstIndex(of: amount.scenario)!,
        place: amount.region.map { selection.regions.firstIndex(of: $0)! } ?? selection.regions.count,
        period: study.period(calendarYear: amount.year), quantity: amount.quantity)
    }
    let plan = Plan(study, selection: selection, settings: settings)
    do throws(ConcurrentSimulation.Failure) {
      return .draws(
        try ConcurrentSimulation(plan, workers: workers).record(recorded, progress: progress))
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .overflow(let overflow) where isOwn: throw .overflow(overflow)
      case .overflow: return .impossible(Self.amountTooLarge)
      }
    }
  }
}
