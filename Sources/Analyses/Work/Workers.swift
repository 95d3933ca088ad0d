import CostEngine

/// The threads of the process that an analysis uses; in a browser only the calling thread.
public protocol ThreadPool: AnyObject, Sendable {
  /// Performs pieces of work, some of them concurrently, and returns once all are done.
  func perform(_ count: Int, _ piece: @Sendable (Int) -> Void)
  func makeLock() -> any Lock
  func makeGate() -> any Gate
}

/// Gives one thread at a time access.
public protocol Lock: AnyObject, Sendable {
  func locked(_ body: () -> Void)
}

/// Blocks threads until it is opened, once and for good.
public protocol Gate: AnyObject, Sendable {
  func open()
  func wait()
}

/// The threads that do the work of an analysis; their number and the division of work change no figure.
public struct Workers: Sendable {
  public let threads: any ThreadPool
  /// Number of threads that work at the same time, 1 or more.
  public let count: Int
  /// Whether the work may be abandoned; checked between its steps.
  public let isStopped: @Sendable () -> Bool
  /// Bytes of memory that the work may take; nil if nobody knows.
  let memory: Int64?
  /// Draws that are kept from one simulation to the next; only with a single thread.
  let samples: SampleStore?

  public init(
    _ threads: any ThreadPool, count: Int, memory: Int64? = nil, samples: SampleStore? = nil,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    precondition(count > 0)
    self.samples = count == 1 ? samples : nil
    self.threads = threads
    self.count = count
    self.memory = memory
    self.isStopped = isStopped
  }

  /// The same, but for when they stop.
  public func stopping(_ isStopped: @escaping @Sendable () -> Bool) -> Workers {
    Workers(threads, count: count, memory: memory, samples: samples, isStopped: isStopped)
  }

  /// The same, who always run to completion.
  var unstoppable: Workers { stopping { false } }

  /// Does all work on the calling thread, to completion.
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

/// Runs all work on the calling thread.
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

  /// With a single thread, the work that others would wait for is already done.
  private final class NoGate: Gate {
    func open() {}
    func wait() {}
  }
}
