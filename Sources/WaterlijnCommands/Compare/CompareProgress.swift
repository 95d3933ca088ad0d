import Synchronization

/// How far several simulations after each other are, on one bar.
final class CompareProgress: Sendable {
  private let bar: ProgressBar?
  private let before = Mutex(0)

  init(_ bar: ProgressBar?) { self.bar = bar }

  /// Of the simulation that is under way.
  ///
  /// - Parameters:
  ///   - done: its replicates.
  ///   - weight: what each counts for.
  func update(done: Int, weight: Int) {
    bar?.update(done: before.withLock { $0 } + weight * done)
  }

  /// A simulation of so many replicates has been done.
  func add(_ replicates: Int, weight: Int) { before.withLock { $0 += weight * replicates } }

  func finish() { bar?.finish() }
}
