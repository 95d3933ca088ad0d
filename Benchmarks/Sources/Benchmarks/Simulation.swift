import CostEngine
import Dispatch
import Synchronization

/// Runs a plan on several threads, as the command does: replicates are handed out one by one, parts merged at the end.
enum Simulation {
  private struct State {
    var next = 0
    var parts: [Accumulator] = []
  }

  static func statistics(of plan: Plan, threads: Int) -> Accumulator {
    let state = Mutex(State())
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let evaluator = Evaluator(plan)
      func take() -> Int {
        state.withLock { state in
          state.next += 1
          return state.next - 1
        }
      }
      var replicate = take()
      while replicate < plan.replicateCount {
        evaluator.evaluate(replicate: replicate)
        replicate = take()
      }
      let part = evaluator.statistics
      state.withLock { $0.parts.append(part) }
    }
    // Taken out one by one, so that merging into the first one copies nothing.
    var parts = state.withLock { state in
      defer { state.parts = [] }
      return state.parts
    }
    var merged = parts.removeLast()
    while let part = parts.popLast() { merged.merge(part) }
    return merged
  }

  static func results(of plan: Plan, threads: Int) -> Results {
    results(of: plan, statistics(of: plan, threads: threads))
  }

  static func results(of plan: Plan, _ statistics: Accumulator) -> Results {
    do throws(AmountOverflow) {
      return try statistics.results(of: plan)
    } catch {
      fatalError("an amount of the measured study is beyond what is counted")
    }
  }
}
