import CostEngine

/// Runs two plans side by side on several threads; their number and order change no figure.
struct PairedSimulation: Sendable {
  enum Failure: Error {
    case overflow(PairedOverflow)
    case interrupted
  }

  private let plans: PairedPlans
  private let workers: Workers

  init(_ plans: PairedPlans, workers: Workers) {
    self.plans = plans
    self.workers = workers
  }

  /// The comparisons by place and period, see ``PairedPlans``.
  ///
  /// - Parameter progress: called with the number of replicates done.
  func results(progress: @Sendable (Int) -> Void) throws(Failure) -> [[PairedComparison]] {
    let places = plans.places.indices.map { workers.guarded(PairedStatistics(plans, place: $0)) }
    let pairs = plans.places.map { (own: $0.a, other: $0.b) }
    let draws = ConcurrentDraws(draws: 0..<plans.a.settings.draws, workers: workers)
    let end = draws.run(progress) {
      let (a, b) = (Evaluator(plans.a), Evaluator(plans.b))
      return ConcurrentDraws.Worker(most: min(a.replicatesPerWave, b.replicatesPerWave)) { wave in
        a.evaluate(draws: wave, beside: b, places: pairs) { pair, own, other in
          places[pair].withLock { $0.add(own, other) }
        }
      }
    }
    guard end == draws.draws.upperBound else { throw .interrupted }
    do throws(PairedOverflow) {
      var results: [[PairedComparison]] = []
      for place in places {
        results.append(try place.withLock { $0 }.results())
      }
      return results
    } catch {
      throw .overflow(error)
    }
  }
}
