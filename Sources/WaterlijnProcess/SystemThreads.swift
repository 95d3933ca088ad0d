import Analyses
import Dispatch
import Synchronization

/// The threads of this process.
public final class SystemThreads: ThreadPool {
  public init() {}

  public func perform(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: piece)
  }

  public func makeLock() -> any Lock { MutexLock() }
  public func makeGate() -> any Gate { GroupGate() }
}

final class MutexLock: Lock {
  private let mutex = Mutex(())

  func locked(_ body: () -> Void) { mutex.withLock { _ in body() } }
}

private final class GroupGate: Gate {
  private let group = DispatchGroup()
  private let isOpen = Mutex(false)

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
