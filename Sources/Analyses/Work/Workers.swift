/// Threads of the process, as far as an analysis needs them; in a browser there is the one that asks.
public protocol ThreadPool: AnyObject, Sendable {
  /// Does pieces of work, some at the same time, and returns once all are done.
  func perform(_ count: Int, _ piece: @Sendable (Int) -> Void)
  func makeLock() -> any Lock
  func makeGate() -> any Gate
}

/// Lets one thread at a time do something.
public protocol Lock: AnyObject, Sendable {
  func locked(_ body: () -> Void)
}

/// Keeps threads waiting until it is opened, once and for good.
public protocol Gate: AnyObject, Sendable {
  func open()
  func wait()
}

/// Who does the work of an analysis; how many they are and who does what changes no figure.
public struct Workers: Sendable {
  public let threads: any ThreadPool
  /// How many work at the same time, 1 or more.
  public let count: Int
  /// Whether the work may as well be left undone: asked between its steps.
  public let isStopped: @Sendable () -> Bool

  public init(_ threads: any ThreadPool, count: Int, isStopped: @escaping @Sendable () -> Bool) {
    precondition(count > 0)
    self.threads = threads
    self.count = count
    self.isStopped = isStopped
  }

  /// Does it all on the thread that asks, to the end.
  public static var alone: Workers { Workers(SingleThread(), count: 1) { false } }

  func guarded<Value>(_ value: sending Value) -> Guarded<Value> { Guarded(value, threads.makeLock()) }
}

/// A value that one thread at a time reads and changes.
public final class Guarded<Value>: @unchecked Sendable {
  private var value: Value
  private let lock: any Lock

  public init(_ value: sending Value, _ lock: any Lock) {
    self.value = value
    self.lock = lock
  }

  public func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    var result: Result?
    lock.locked { result = body(&value) }
    return result!
  }
}

/// The thread that asks, and no other.
public final class SingleThread: ThreadPool {
  public init() {}

  public func perform(_ count: Int, _ piece: @Sendable (Int) -> Void) {
    for index in 0..<count { piece(index) }
  }

  public func makeLock() -> any Lock { NoLock() }
  public func makeGate() -> any Gate { NoGate() }

  private final class NoLock: Lock {
    func locked(_ body: () -> Void) { body() }
  }

  /// Alone, what others would wait for has been done.
  private final class NoGate: Gate {
    func open() {}
    func wait() {}
  }
}
