import CostEngine

/// Distributes the draws of a simulation over several threads; which thread does which draws changes no figure.
struct ConcurrentDraws {
  private struct State {
    /// The first draw that no thread has begun.
    var next: Int
    let end: Int
    var finished = 0

    init(_ draws: Range<Int>) {
      next = draws.lowerBound
      end = draws.upperBound
    }

    /// Takes the next draws that no thread has begun, at most some replicates: fewer toward the end, so that all
    /// threads finish together.
    mutating func take(replicates most: Int, threads: Int) -> Range<Int>? {
      guard next < end else { return nil }
      let size = RandomStream.drawsPerReplicate
      let first = next
      if first % size > 0 {
        next = first - first % size + size
      } else if first == 0, threads > 1 {
        // Other threads wait for the thresholds that the first replicate sets.
        next = size
      } else {
        next = first + max(1, min(most, RandomStream.replicates(of: end - first) / (2 * threads))) * size
      }
      next = min(next, end)
      return first..<next
    }
  }

  /// What a thread works with.
  struct Worker {
    /// Maximum number of replicates that it can do at once.
    var most: Int
    /// Does the draws of some replicates, or the rest of one.
    var work: (Range<Int>) -> Void
  }

  var draws: Range<Int>
  var workers: Workers

  /// Does all draws, or the first of them if it is stopped.
  ///
  /// - Parameters:
  ///   - progress: called with the number of replicates done, of all up to the last of these draws, by any thread.
  ///   - worker: makes the worker of a thread, on that thread.
  /// - Returns: the first draw that is not done: all before it are.
  func run(_ progress: @Sendable (Int) -> Void, worker: @Sendable () -> Worker) -> Int {
    let (draws, workers) = (draws, workers)
    let state = workers.guarded(State(draws))
    let threads = min(workers.count, RandomStream.replicates(of: draws.count))
    withoutActuallyEscaping(progress) { progress in
      withoutActuallyEscaping(worker) { worker in
        workers.threads.perform(threads) { _ in
          let worker = worker()
          while !workers.isStopped(),
            let wave = state.withLock({ $0.take(replicates: worker.most, threads: threads) })
          {
            worker.work(wave)
            progress(
              state.withLock { state in
                state.finished += wave.count
                return RandomStream.replicates(of: draws.lowerBound + state.finished)
              })
          }
        }
      }
    }
    // Whatever was begun is finished.
    return state.withLock { $0.next }
  }
}
