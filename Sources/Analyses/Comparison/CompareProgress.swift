/// How far several simulations after each other are.
final class CompareProgress: Sendable {
  private let report: @Sendable (Int) -> Void
  private let before: Guarded<Int>

  /// - Parameter report: is given what has been done of all, in weighed replicates.
  init(_ workers: Workers, report: @escaping @Sendable (Int) -> Void) {
    self.report = report
    before = workers.guarded(0)
  }

  /// Of the simulation that is under way.
  ///
  /// - Parameters:
  ///   - done: its replicates.
  ///   - weight: what each counts for.
  func update(done: Int, weight: Int) { report(before.withLock { $0 } + weight * done) }

  /// A simulation of so many replicates has been done.
  func add(_ replicates: Int, weight: Int) { before.withLock { $0 += weight * replicates } }
}
