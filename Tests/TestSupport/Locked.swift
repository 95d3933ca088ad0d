import Dispatch

/// A value that one thread at a time reads and changes; by a semaphore, as the thread sanitizer sees through those alone.
public final class Locked<Value>: @unchecked Sendable {
  private var value: Value
  private let semaphore = DispatchSemaphore(value: 1)

  public init(_ value: Value) { self.value = value }

  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    semaphore.wait()
    defer { semaphore.signal() }
    return try body(&value)
  }
}
