import Dispatch
import Synchronization

/// Does many independent pieces of work on several threads; their number and order change no result.
enum ConcurrentWork {
  /// - Parameters:
  ///   - count: pieces of work.
  ///   - threads: how many run at the same time, 1 or more.
  ///   - progress: is told how many pieces are done, by whatever thread did one.
  ///   - worker: what a thread works with.
  ///   - result: of one piece, an index below `count`; nil where it was stopped half-way.
  /// - Returns: the results in order; nil where it was interrupted.
  static func results<Worker, Result: Sendable>(
    _ count: Int, threads: Int, interruption: Interruption, progress: @Sendable (Int) -> Void,
    worker: @Sendable () -> Worker, result: @Sendable (Worker, Int) -> Result?
  ) -> [Result]? {
    let state = Mutex((next: 0, done: 0, results: [Result?](repeating: nil, count: count)))
    withoutActuallyEscaping(progress) { progress in
      withoutActuallyEscaping(worker) { worker in
        withoutActuallyEscaping(result) { result in
          DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
            let worker = worker()
            while !interruption.isRequested {
              let index = state.withLock { state in
                state.next += 1
                return state.next - 1
              }
              guard index < count, let found = result(worker, index) else { return }
              progress(
                state.withLock { state in
                  state.results[index] = found
                  state.done += 1
                  return state.done
                })
            }
          }
        }
      }
    }
    return state.withLock { $0.done == count ? $0.results.compactMap { $0 } : nil }
  }
}
