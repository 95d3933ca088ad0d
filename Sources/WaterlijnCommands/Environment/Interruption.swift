import Synchronization

/// A request to stop, which the user makes with Ctrl-C.
///
/// Work asks ``isRequested`` between its steps. What has files half made is ``guarding`` itself: it is waited for, so that
/// it can clean up; anything else may be ended on the spot.
public final class Interruption: Sendable {
  private struct State {
    var isRequested = false
    /// How many guarded bodies run, one within the other.
    var guards = 0
  }

  private let state = Mutex(State())

  public init() {}

  public var isRequested: Bool { state.withLock { $0.isRequested } }

  /// Asks to stop.
  ///
  /// - Returns: whether nothing has to be cleaned up, so that the process may be ended on the spot.
  public func request() -> Bool {
    state.withLock { state in
      state.isRequested = true
      return state.guards == 0
    }
  }

  /// Does what must not be ended half-way; what runs in `body` asks ``isRequested`` itself.
  func guarding<Success, Failure: Error>(_ body: () throws(Failure) -> Success) throws(Failure) -> Success {
    state.withLock { $0.guards += 1 }
    defer { state.withLock { $0.guards -= 1 } }
    return try body()
  }
}
