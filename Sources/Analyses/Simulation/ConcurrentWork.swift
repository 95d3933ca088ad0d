/// Does many independent pieces of work on several threads; their number and order change no result.
enum ConcurrentWork {
  private struct State<Result: Sendable> {
    var next = 0
    var done = 0
    var results: [Result?]

    init(_ count: Int) { results = [Result?](repeating: nil, count: count) }
  }

  /// - Parameters:
  ///   - count: number of pieces of work.
  ///   - progress: called with the number of pieces done, by any thread.
  ///   - worker: makes what a thread works with.
  ///   - result: the result of one piece, an index below `count`; nil if it was stopped half-way.
  /// - Returns: the results in order; nil if interrupted.
  static func results<Worker, Result: Sendable>(
    _ count: Int, workers: Workers, progress: @Sendable (Int) -> Void,
    worker: @Sendable () -> Worker, result: @Sendable (Worker, Int) -> Result?
  ) -> [Result]? {
    let state = workers.guarded(State<Result>(count))
    withoutActuallyEscaping(progress) { progress in
      withoutActuallyEscaping(worker) { worker in
        withoutActuallyEscaping(result) { result in
          workers.threads.perform(max(1, min(workers.count, count))) { _ in
            let worker = worker()
            while !workers.isStopped() {
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
