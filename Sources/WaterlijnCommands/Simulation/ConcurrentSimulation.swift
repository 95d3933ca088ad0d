import CostEngine
import Dispatch
import Synchronization

/// Runs the replicates of a plan on several threads; their number and order change no figure.
struct ConcurrentSimulation {
  enum Failure: Error {
    case overflow(AmountOverflow)
    case interrupted
  }

  private struct State {
    var started = 0
    var finished = 0
    /// Of each thread.
    var parts: [Accumulator] = []

    /// The next replicate that nobody has begun.
    mutating func take(of count: Int) -> Int? {
      guard started < count else { return nil }
      started += 1
      return started - 1
    }
  }

  private let plan: Plan
  private let threads: Int
  private let interruption: Interruption

  /// - Parameter threads: how many run at the same time, 1 or more.
  init(_ plan: Plan, threads: Int, interruption: Interruption) {
    self.plan = plan
    self.threads = threads
    self.interruption = interruption
  }

  /// The results.
  ///
  /// - Parameter progress: is told how many replicates of ``Plan/replicateCount`` are done, by whatever thread did one.
  func results(progress: @Sendable (Int) -> Void) throws(Failure) -> Results {
    let state = Mutex(State())
    let replicates = plan.replicateCount
    withoutActuallyEscaping(progress) { progress in
      DispatchQueue.concurrentPerform(iterations: min(threads, replicates)) { _ in
        var evaluator: Evaluator?
        while !interruption.isRequested, let replicate = state.withLock({ $0.take(of: replicates) }) {
          if evaluator == nil { evaluator = Evaluator(plan) }
          evaluator?.evaluate(replicate: replicate)
          progress(
            state.withLock { state in
              state.finished += 1
              return state.finished
            })
        }
        guard let part = evaluator?.statistics else { return }
        state.withLock { $0.parts.append(part) }
      }
    }
    // Taken out one by one, so that merging into the first one copies nothing: a part is large.
    var parts = state.withLock { state in
      defer { state.parts = [] }
      return state.finished == replicates ? state.parts : []
    }
    guard var merged = parts.popLast() else { throw .interrupted }
    while let part = parts.popLast() { merged.merge(part) }
    do throws(AmountOverflow) {
      return try merged.results(of: plan)
    } catch {
      throw .overflow(error)
    }
  }
}
