import Analyses

/// A request to stop, which the user makes with Ctrl-C.
///
/// Work asks ``isRequested`` between its steps. What has files half made is ``guarding`` itself: it is waited for, so that
/// it can clean up; anything else may be ended on the spot.
public final class Interruption: Sendable {
  private struct State {
    var isRequested = false
    /// How many guarded bodies run, one within the other.
    var guards = 0
    /// Whether a guarded body did all its work.
    var hasChanged = false
  }

  /// What a process that is asked to stop may do.
  public enum Answer: Sendable {
    /// Something has to be cleaned up first; it asks ``isRequested`` itself.
    case wait
    /// It may be ended on the spot: nothing was changed.
    case end
    /// It may be ended on the spot, but what it was to write is there.
    case endAfterChanges
  }

  private let state: Guarded<State>

  /// - Parameter lock: the process is asked to stop by another thread than the one that works.
  public init(lock: any Lock) { state = Guarded(State(), lock) }

  public var isRequested: Bool { state.withLock { $0.isRequested } }

  /// Asks to stop.
  public func request() -> Answer {
    state.withLock { state in
      state.isRequested = true
      return state.guards > 0 ? .wait : state.hasChanged ? .endAfterChanges : .end
    }
  }

  /// Does what must not be ended half-way; what runs in `body` asks ``isRequested`` itself.
  func guarding<Success, Failure: Error>(_ body: () throws(Failure) -> Success) throws(Failure) -> Success {
    state.withLock { $0.guards += 1 }
    defer { state.withLock { $0.guards -= 1 } }
    let result = try body()
    state.withLock { if $0.guards == 1 { $0.hasChanged = true } }
    return result
  }
}
