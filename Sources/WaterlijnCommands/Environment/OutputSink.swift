import StudyFiles

/// A destination for bytes: a stream of the process, or a test's memory.
public struct OutputSink: Sendable {
  public enum Outcome: Sendable, Equatable {
    case written
    /// The reader has closed its end (`| head`); this is not an error.
    case readerGone
    case failed(FileFailure)
  }

  public var write: @Sendable ([UInt8]) -> Outcome

  public init(_ write: @escaping @Sendable ([UInt8]) -> Outcome) { self.write = write }

  @discardableResult
  public func callAsFunction(_ text: String) -> Outcome { write(Array(text.utf8)) }

  /// Writes a text and a line feed.
  @discardableResult
  func line(_ text: String) -> Outcome { self(text + "\n") }
}
