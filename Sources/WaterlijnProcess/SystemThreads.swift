import Analyses
import Dispatch

/// The threads of this process.
public final class SystemThreads: ThreadPool {
  public init() {}

  public func perform(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: piece)
  }

  public func makeLock() -> any Lock { SemaphoreLock() }
  public func makeGate() -> any Gate { GroupGate() }
}

/// A semaphore of Dispatch, as the thread sanitizer knows those; of the library's `Mutex` it sees no more than the memory that
/// is guarded by it, and calls each access a race.
final class SemaphoreLock: Lock {
  private let semaphore = DispatchSemaphore(value: 1)

  func locked(_ body: () -> Void) {
    semaphore.wait()
    defer { semaphore.signal() }
    body()
  }
}

private final class GroupGate: Gate {
  private let group = DispatchGroup()
  private let isOpen = Guarded(false, SemaphoreLock())

  init() { group.enter() }

  // A group must not be deallocated while a thread waits for it.
  deinit { open() }

  func open() {
    let opens = isOpen.withLock { isOpen in
      defer { isOpen = true }
      return !isOpen
    }
    if opens { group.leave() }
  }

  func wait() { group.wait() }
}
