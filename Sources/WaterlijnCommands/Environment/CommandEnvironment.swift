import Analyses
import CostEngine
import StudyFiles

/// Everything that a command touches outside its own process memory, so that tests and the page can replace it.
public struct CommandEnvironment: Sendable {
  /// Data that the user requested.
  public var output: OutputSink
  /// Messages and progress.
  public var error: OutputSink
  public var errorIsTerminal: Bool
  /// Folder to which relative paths refer; empty for that of the process.
  public var currentDirectory: String
  public var threads: any ThreadPool
  /// Number of threads that can run at the same time.
  public var processorCount: Int
  /// Bytes of memory that can still be used; nil if nobody knows.
  public var memory: @Sendable () -> Int64?
  /// Draws that are kept from one command to the next, where these share a process and a thread; nil for none.
  public var samples: SampleStore?
  /// Seconds since a fixed point in time; monotonic.
  public var now: @Sendable () -> Double
  /// The folder of the program's own file, where what comes with it is found; nil if there is none.
  public var programFolder: String?
  /// The value of a variable of the process's environment; nil if it is not set.
  public var variable: @Sendable (String) -> String?
  public var files: any FileSystem
  public var interruption: Interruption
  /// Reads the study in a folder, as ``StudyReader`` does.
  public var readStudy: @Sendable (_ folder: String, _ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading

  /// - Parameter readStudy: nil to read studies from `files`.
  public init(
    output: OutputSink, error: OutputSink, errorIsTerminal: Bool, currentDirectory: String, threads: any ThreadPool,
    processorCount: Int, memory: @escaping @Sendable () -> Int64? = { nil }, now: @escaping @Sendable () -> Double,
    programFolder: String? = nil, variable: @escaping @Sendable (String) -> String? = { _ in nil },
    files: any FileSystem, interruption: Interruption,
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
    self.memory = memory
    self.now = now
    self.programFolder = programFolder
    self.variable = variable
    self.files = files
    self.interruption = interruption
    self.readStudy =
      readStudy ?? { StudyReader.read(folder: $0, in: files, overrides: $1, keepsLedger: $2) }
  }

  /// A path that the process can use.
  func path(_ path: String) -> String {
    path.hasPrefix("/") || currentDirectory.isEmpty ? path : currentDirectory + "/" + path
  }

  /// The bytes of a file; nil if it cannot be read, or is a pipe or a device, from which reading could take forever.
  func contents(of path: String) -> [UInt8]? {
    let path = self.path(path)
    guard files.kind(of: path) == .file else { return nil }
    return try? files.contents(of: path, limit: CSVLimits.bytes)
  }
}
