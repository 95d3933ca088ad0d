/// Progress of several simulations that run one after another.
final class CompareProgress: Sendable {
  private let report: @Sendable (Int) -> Void
  private let before: Guarded<Int>

  /// - Parameter report: called with the number of weighted replicates done so far, in all simulations.
  init(_ workers: Workers, report: @escaping @Sendable (Int) -> Void) {
    self.report = report
    before = workers.guarded(0)
  }

  /// Updates the progress of the simulation that is running.
  ///
  /// - Parameters:
  ///   - done: number of its replicates that are done.
  ///   - weight: weight of each replicate.
  func update(done: Int, weight: Int) { report(before.withLock { $0 } + weight * done) }

  /// Adds a completed simulation of this many replicates.
  func add(_ replicates: Int, weight: Int) { before.withLock { $0 += weight * replicates } }
}
