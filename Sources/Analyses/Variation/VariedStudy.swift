import CostEngine
import Reports
import StudyFiles
import Terms

/// A study that is run repeatedly with other values in some of its cells, always on the same draws.
public struct VariedStudy {
  enum Outcome {
    /// With the study that was computed.
    case draws(RecordedDraws, Study)
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
    case tooLittleMemory(MemoryShortage)
  }

  /// The study as read without any change.
  let reading: StudyReading
  public let study: Study
  /// Indices in the study's scenarios.
  let scenarios: [Int]
  /// The amounts recorded in every run, for the scenarios above.
  public let amounts: [RequestedAmount]
  public let settings: SimulationSettings
  /// Whether to record, of every place that is asked about, behind the amounts: the phase-in in the last year and what is
  /// structural in the end state.
  public var recordsEnd = false
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
  public var mostDraws: Int { Self.mostDraws(values: amounts.count + (recordsEnd ? 2 * places.count : 0)) }

  /// - Parameter values: number of values kept of every draw.
  public static func mostDraws(values: Int) -> Int { mostRecorded / values }

  private var selection: Selection {
    let regions = amounts.compactMap { $0.region }
    // What municipalities pay by a key of all of them needs every region.
    let isWhole = amounts.contains { amount in
      if case .paid = amount.subject { return true }
      return amount.region == nil
    }
    return Selection(
      scenarios: scenarios, regions: isWhole ? Array(study.regions.indices) : Set(regions).sorted())
  }

  /// Records the amounts of the study as it is.
  func recordOwn(progress: @Sendable (Int) -> Void) throws(Failure) -> RecordedDraws {
    switch try record(study, isOwn: true, progress) {
    case .draws(let draws, _): return draws
    case .impossible: preconditionFailure("the study was read without problems")
    }
  }

  /// Records the amounts of the study with these values.
  ///
  /// - Parameter draws: the first of all draws, for a glimpse; nil for all of them.
  func record(
    _ overrides: [InputOverride], draws: Int? = nil, progress: @Sendable (Int) -> Void
  ) throws(Failure) -> Outcome {
    if workers.isStopped() { throw .interrupted }
    let changed = read(overrides)
    guard let study = changed.study else {
      let problem = changed.diagnostics.first { $0.severity == .error }
      return .impossible(problem?.problem ?? Bilingual(same: ""))
    }
    // If a table is saved while this runs, the figures would come from two different studies.
    guard changed.files == reading.files else { throw .changedFiles }
    return try record(study, isOwn: false, draws: draws, progress)
  }

  /// The places that are asked about, each once: indices of regions, nil for the country.
  var places: [Int?] {
    var places: [Int?] = []
    for amount in amounts where !places.contains(amount.region) { places.append(amount.region) }
    return places
  }

  private func record(
    _ study: Study, isOwn: Bool, draws: Int? = nil, _ progress: @Sendable (Int) -> Void
  ) throws(Failure) -> Outcome {
    let asked = amounts.lazy.compactMap { $0.years }.flatMap { [$0.lowerBound, $0.upperBound] }
    if let year = asked.first(where: { $0 < study.firstYear || $0 > study.lastYear }) {
      return .impossible(
        Bilingual(
          nl: "De studie loopt dan van \(study.firstYear) tot en met \(study.lastYear): \(year) valt erbuiten.",
          en: "The study then runs from \(study.firstYear) to \(study.lastYear): \(year) lies outside."))
    }
    let selection = selection
    var recorded = amounts.map { $0.recorded(of: study, in: selection) }
    if recordsEnd {
      for place in places {
        for (subject, span) in [
          (RecordedSubject.phaseIn, RequestedAmount.Span.year(study.lastYear)), (.quantity(.structural), .end),
        ] {
          let amount = RequestedAmount(scenario: scenarios[0], region: place, subject: subject, span: span)
          recorded.append(amount.recorded(of: study, in: selection))
        }
      }
    }
    var settings = settings
    if let draws { settings.draws = min(draws, settings.draws) }
    let plan = Plan(study, selection: selection, settings: settings, tracing: recorded)
    do throws(ConcurrentSimulation.Failure) {
      return .draws(
        try ConcurrentSimulation(plan, workers: workers).record(recorded, progress: progress), study)
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .tooLittleMemory(let shortage): throw .tooLittleMemory(shortage)
      case .overflow(let overflow) where isOwn: throw .overflow(overflow)
      case .overflow: return .impossible(Self.amountTooLarge)
      }
    }
  }
}
