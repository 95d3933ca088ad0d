import StudyFiles

/// All that a command touches outside its own process memory, so that tests can put something else in its place.
public struct CommandEnvironment: Sendable {
  /// Data: what the user asked for.
  public var output: OutputSink
  /// Messages and progress.
  public var error: OutputSink
  public var errorIsTerminal: Bool
  /// Folder against which relative paths are read; empty for the process's own.
  public var currentDirectory: String
  /// Threads that can run at the same time.
  public var processorCount: Int
  /// Seconds since some moment; never goes back.
  public var now: @Sendable () -> Double
  /// Reads the study in a folder, as ``StudyReader`` does.
  public var readStudy: @Sendable (_ folder: String, _ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading
  public var files: any FileSystem
  public var interruption: Interruption

  public init(
    output: OutputSink, error: OutputSink, errorIsTerminal: Bool, currentDirectory: String, processorCount: Int,
    now: @escaping @Sendable () -> Double,
    readStudy:
      @escaping @Sendable (_ folder: String, _ overrides: [InputOverride], _ keepsLedger: Bool) -> StudyReading,
    files: any FileSystem, interruption: Interruption
  ) {
    self.output = output
    self.error = error
    self.errorIsTerminal = errorIsTerminal
    self.currentDirectory = currentDirectory
    self.processorCount = processorCount
    self.now = now
    self.readStudy = readStudy
    self.files = files
    self.interruption = interruption
  }

  /// A path that the process can use.
  func path(_ path: String) -> String {
    path.hasPrefix("/") || currentDirectory.isEmpty ? path : currentDirectory + "/" + path
  }
}
