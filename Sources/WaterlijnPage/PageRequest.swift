import Analyses
import StudyFiles
import Terms
import WaterlijnCommands

/// A command line and the files that it is about.
public struct PageRequest: Sendable, Equatable {
  /// Without the program's name.
  public var arguments: [String]
  /// By their paths from the folder in which the command is run: `leerboek/settings.csv`.
  public var files: [OutputFile]

  public init(arguments: [String], files: [OutputFile]) {
    self.arguments = arguments
    self.files = files
  }

  /// Runs the command, to the end.
  ///
  /// - Parameters:
  ///   - threads: who does the work, which changes nothing of the answer.
  ///   - threadCount: how many of them can run at the same time.
  public func answer(threads: any ThreadPool = SingleThread(), threadCount: Int = 1) -> PageAnswer {
    let files = MemoryFiles(self.files, lock: threads.makeLock())
    let output = Guarded<[UInt8]>([], threads.makeLock())
    let error = Guarded<[UInt8]>([], threads.makeLock())
    let environment = CommandEnvironment(
      output: OutputSink { bytes in
        output.withLock { $0 += bytes }
        return .written
      },
      error: OutputSink { bytes in
        error.withLock { $0 += bytes }
        return .written
      },
      errorIsTerminal: false, currentDirectory: "", threads: threads, processorCount: threadCount, now: { 0 },
      files: files, interruption: Interruption(lock: threads.makeLock()))
    let status = Waterlijn.main(arguments: arguments, environment: environment)
    return PageAnswer(
      status: status.rawValue, output: output.withLock { $0 }, error: error.withLock { $0 }, files: files.written)
  }
}

/// What came of a command.
public struct PageAnswer: Sendable, Equatable {
  /// The exit status that the program would have.
  public var status: Int32
  /// Standard output.
  public var output: [UInt8]
  /// Standard error.
  public var error: [UInt8]
  /// What was written, or written anew, by path, ascending.
  public var files: [OutputFile]

  public init(status: Int32, output: [UInt8], error: [UInt8], files: [OutputFile]) {
    self.status = status
    self.output = output
    self.error = error
    self.files = files
  }
}
