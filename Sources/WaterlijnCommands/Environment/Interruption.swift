import Analyses

/// A request to stop, made by the user with Ctrl-C.
///
/// Work checks ``isRequested`` between its steps. Code that leaves files half written uses ``guarding(_:)``: it is
/// waited for, so that it can clean up; anything else may be ended on the spot.
public final class Interruption: Sendable {
  private struct State {
    var isRequested = false
    /// Number of guarded bodies that are running, one within another.
    var guards = 0
    /// Whether a guarded body has completed its work.
    var hasChanged = false
  }

  /// How a process that is asked to stop may end.
  public enum Answer: Sendable {
    /// Something must be cleaned up first; the running code checks ``isRequested`` itself.
    case wait
    /// It may be ended on the spot: nothing was changed.
    case end
    /// It may be ended on the spot, but its output has been written.
    case endAfterChanges
  }

  private let state: Guarded<State>

  /// - Parameter lock: protects the state, as the request comes from another thread than the one that works.
  public init(lock: any Lock) { state = Guarded(State(), lock) }

  public var isRequested: Bool { state.withLock { $0.isRequested } }

  /// Requests a stop.
  public func request() -> Answer {
    state.withLock { state in
      state.isRequested = true
      return state.guards > 0 ? .wait : state.hasChanged ? .endAfterChanges : .end
    }
  }

  /// Runs a body that must not be ended half-way; the code in `body` checks ``isRequested`` itself.
  func guarding<Success, Failure: Error>(_ body: () throws(Failure) -> Success) throws(Failure) -> Success {
    state.withLock { $0.guards += 1 }
    defer { state.withLock { $0.guards -= 1 } }
    let result = try body()
    state.withLock { if $0.guards == 1 { $0.hasChanged = true } }
    return result
  }
}
