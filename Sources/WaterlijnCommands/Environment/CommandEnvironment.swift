import Analyses
import StudyFiles

/// All that a command touches outside its own process memory, so that tests and the page put something else in its place.
public struct CommandEnvironment: Sendable {
  /// Data: what the user asked for.
  public var output: OutputSink
  /// Messages and progress.
  public var error: OutputSink
  public var errorIsTerminal: Bool
  /// Folder against which relative paths are read; empty for the process's own.
  public var currentDirectory: String
  public var threads: any ThreadPool
  /// Threads that can run at the same time.
  public var processorCount: Int
  /// Seconds since some moment; never goes back.
  public var now: @Sendable () -> Double
  public var files: any FileSystem
  public var interruption: Interruption
  /// Reads the study in a folder, as ``StudyReader`` does.
  public var readStudy: @Sendable (_ folder: String, _ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading

  /// - Parameter readStudy: nil to read studies from the files.
  public init(
    output: OutputSink, error: OutputSink, errorIsTerminal: Bool, currentDirectory: String, threads: any ThreadPool,
    processorCount: Int, now: @escaping @Sendable () -> Double, files: any FileSystem, interruption: Interruption,
    readStudy: (
      @Sendable (_ folder: String, _ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading
    )? = nil
  ) {
    self.output = output
    self.error = error
    self.errorIsTerminal = errorIsTerminal
    self.currentDirectory = currentDirectory
    self.threads = threads
    self.processorCount = processorCount
    self.now = now
    self.files = files
    self.interruption = interruption
    self.readStudy =
      readStudy ?? { StudyReader.read(folder: $0, in: files, overrides: $1, keepsLedger: $2) }
  }

  /// A path that the process can use.
  func path(_ path: String) -> String {
    path.hasPrefix("/") || currentDirectory.isEmpty ? path : currentDirectory + "/" + path
  }

  /// The bytes of a file; nil where it cannot be read.
  func contents(of path: String) -> [UInt8]? { try? files.contents(of: self.path(path), limit: CSVLimits.bytes) }
}
