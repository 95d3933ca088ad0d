import Dispatch
import Synchronization

/// Does the replicates of a simulation on several threads; which thread does which changes no figure.
struct ConcurrentReplicates {
  private struct State {
    var started = 0
    var finished = 0

    /// The next replicates that nobody has begun: fewer toward the end, so that all threads end together.
    mutating func take(of count: Int, atMost most: Int, threads: Int) -> Range<Int>? {
      guard started < count else { return nil }
      let size = max(1, min(most, (count - started) / (2 * threads)))
      started += size
      return (started - size)..<started
    }
  }

  /// What a thread works with.
  struct Worker {
    /// Replicates that it can do at once.
    var most: Int
    var work: (Range<Int>) -> Void
  }

  /// How many replicates there are, 1 or more.
  var count: Int
  /// How many threads run at the same time, 1 or more.
  var threads: Int
  var interruption: Interruption

  /// Does all of them.
  ///
  /// - Parameters:
  ///   - progress: is told how many replicates are done, by whatever thread did one.
  ///   - worker: makes what a thread works with, on that thread.
  func run(
    _ progress: @Sendable (Int) -> Void, worker: @Sendable () -> Worker
  ) throws(ConcurrentSimulation.Failure) {
    let state = Mutex(State())
    let (count, interruption) = (count, interruption)
    let threads = min(threads, count)
    withoutActuallyEscaping(progress) { progress in
      withoutActuallyEscaping(worker) { worker in
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
          let worker = worker()
          while !interruption.isRequested,
            let wave = state.withLock({ $0.take(of: count, atMost: worker.most, threads: threads) })
          {
            worker.work(wave)
            progress(
              state.withLock { state in
                state.finished += wave.count
                return state.finished
              })
          }
        }
      }
    }
    guard state.withLock({ $0.finished }) == count else { throw .interrupted }
  }
}
