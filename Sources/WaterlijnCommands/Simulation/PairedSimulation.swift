import CostEngine
import Synchronization

/// Runs two plans beside each other on several threads; their number and order change no figure.
struct PairedSimulation: Sendable {
  enum Failure: Error {
    case overflow(PairedOverflow)
    case interrupted
  }

  /// The statistics of a place, which one thread at a time adds to.
  private final class Place: Sendable {
    let statistics: Mutex<PairedStatistics>

    init(_ plans: PairedPlans, place: Int) { statistics = Mutex(PairedStatistics(plans, place: place)) }
  }

  private let plans: PairedPlans
  private let threads: Int
  private let interruption: Interruption

  init(_ plans: PairedPlans, threads: Int, interruption: Interruption) {
    self.plans = plans
    self.threads = threads
    self.interruption = interruption
  }

  /// The comparisons by place and period, see ``PairedPlans``.
  ///
  /// - Parameter progress: is told how many replicates are done.
  func results(progress: @Sendable (Int) -> Void) throws(Failure) -> [[PairedComparison]] {
    let places = plans.places.indices.map { Place(plans, place: $0) }
    let pairs = plans.places.map { (own: $0.a, other: $0.b) }
    let draws = ConcurrentDraws(
      draws: 0..<plans.a.settings.draws, threads: threads, interruption: interruption)
    do throws(ConcurrentSimulation.Failure) {
      try draws.run(progress) {
        let (a, b) = (Evaluator(plans.a), Evaluator(plans.b))
        return ConcurrentDraws.Worker(most: min(a.replicatesPerWave, b.replicatesPerWave)) { wave in
          a.evaluate(draws: wave, beside: b, places: pairs) { pair, own, other in
            places[pair].statistics.withLock { $0.add(own, other) }
          }
        }
      }
    } catch {
      throw .interrupted
    }
    do throws(PairedOverflow) {
      var results: [[PairedComparison]] = []
      for place in places {
        results.append(
          try place.statistics.withLock { statistics throws(PairedOverflow) in try statistics.results() })
      }
      return results
    } catch {
      throw .overflow(error)
    }
  }
}
