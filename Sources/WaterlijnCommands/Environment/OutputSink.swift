import StudyFiles

/// Where bytes go: a stream of the process, or a test's memory.
public struct OutputSink: Sendable {
  public enum Outcome: Sendable, Equatable {
    case written
    /// The reader has seen enough and closed its end (`| head`); nothing is wrong.
    case readerGone
    case failed(FileFailure)
  }

  public var write: @Sendable ([UInt8]) -> Outcome

  public init(_ write: @escaping @Sendable ([UInt8]) -> Outcome) { self.write = write }

  @discardableResult
  public func callAsFunction(_ text: String) -> Outcome { write(Array(text.utf8)) }

  /// A text and a line feed.
  @discardableResult
  func line(_ text: String) -> Outcome { self(text + "\n") }
}
