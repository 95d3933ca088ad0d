import CostEngine
import Dispatch
import Synchronization

/// Runs the replicates of a plan on several threads; their number and order change no figure.
public struct ConcurrentSimulation: Sendable {
  public enum Failure: Error {
    /// An amount of some draw lay beyond what is counted.
    case overflow(AmountOverflow)
    case interrupted
  }

  /// The statistics of a place, which one thread at a time adds to: kept once, whatever the number of threads.
  private final class Place: Sendable {
    let statistics: Mutex<PlaceStatistics>

    init(_ plan: Plan) { statistics = Mutex(PlaceStatistics(plan)) }
  }

  private final class SummedPlace: Sendable {
    let sums: Mutex<AmountSums>

    init(_ plan: Plan, _ quantity: ReportedQuantity) { sums = Mutex(AmountSums(plan, of: quantity)) }
  }

  private let plan: Plan
  private let threads: Int
  private let interruption: Interruption

  /// - Parameter threads: how many run at the same time, 1 or more.
  public init(_ plan: Plan, threads: Int, interruption: Interruption) {
    self.plan = plan
    self.threads = threads
    self.interruption = interruption
  }

  /// The results.
  ///
  /// - Parameter progress: is told how many replicates of ``Plan/replicateCount`` are done, by whatever thread did one.
  public func results(progress: @Sendable (Int) -> Void) throws(Failure) -> Results {
    let places = (0..<plan.placeCount).map { _ in Place(plan) }
    try evaluate(progress) { _, place, amounts in places[place].statistics.withLock { $0.add(amounts) } }
    do throws(AmountOverflow) {
      return try Results(of: plan, places: results(of: places))
    } catch {
      throw .overflow(error)
    }
  }

  /// Amounts of every draw, for analyses that need more than statistics.
  ///
  /// - Parameters:
  ///   - amounts: which; memory grows with their number times that of the draws.
  ///   - progress: as for ``results(progress:)``.
  public func record(_ amounts: [RecordedAmount], progress: @Sendable (Int) -> Void) throws(Failure) -> RecordedDraws {
    let draws = RecordedDraws(amounts, draws: plan.settings.draws)
    let byPlace = Dictionary(grouping: amounts.indices) { amounts[$0].place }
    let overflows = Mutex<Int?>(nil)
    try evaluate(progress) { first, place, wave in
      for index in byPlace[place] ?? []
      where !wave.record(amounts[index], into: draws.room(index, first: first * RandomStream.drawsPerReplicate)) {
        overflows.withLock { $0 = min($0 ?? index, index) }
      }
    }
    if let index = overflows.withLock({ $0 }) { throw .overflow(AmountOverflow(amounts[index], of: plan)) }
    return draws
  }

  /// Means of a quantity without its distribution, by place, scenario and year, see ``AmountSums``.
  ///
  /// - Parameter progress: as for ``results(progress:)``.
  func means(of quantity: ReportedQuantity, progress: @Sendable (Int) -> Void) throws(Failure) -> [[Double]] {
    let places = (0..<plan.placeCount).map { _ in SummedPlace(plan, quantity) }
    try evaluate(progress) { _, place, amounts in places[place].sums.withLock { $0.add(amounts) } }
    do throws(AmountOverflow) {
      var means: [[Double]] = []
      for (index, place) in places.enumerated() {
        means.append(
          try place.sums.withLock { sums throws(AmountOverflow) in try sums.means(of: plan, place: index) })
      }
      return means
    } catch {
      throw .overflow(error)
    }
  }

  /// Evaluates all replicates on the threads.
  ///
  /// - Parameter take: is given the first replicate of a wave, a place and its amounts, by several threads at a time.
  private func evaluate(
    _ progress: @Sendable (Int) -> Void, _ take: @Sendable (Int, Int, WaveAmounts) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(take) { take throws(Failure) in
      try ConcurrentReplicates(count: plan.replicateCount, threads: threads, interruption: interruption)
        .run(progress) {
          let evaluator = Evaluator(plan)
          return ConcurrentReplicates.Worker(most: evaluator.replicatesPerWave) { wave in
            evaluator.evaluate(replicates: wave) { place, amounts in take(wave.lowerBound, place, amounts) }
          }
        }
    }
  }

  private func results(of places: [Place]) -> [PlaceResults] {
    let results = Mutex([PlaceResults?](repeating: nil, count: places.count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, places.count)) { _ in
      func take() -> Int? {
        next.withLock { next in
          guard next < places.count else { return nil }
          next += 1
          return next - 1
        }
      }
      while let place = take() {
        let found = places[place].statistics.withLock { $0.results(of: plan) }
        results.withLock { $0[place] = found }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
