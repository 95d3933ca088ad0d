import Analyses
import CostEngine
import StudyFiles
import Terms
import WaterlijnCommands

/// A command line and the files that it works on.
public struct PageRequest: Sendable, Equatable {
  /// Without the program's name.
  public var arguments: [String]
  /// Each is named by its path from the folder in which the command runs: `leerboek/settings.csv`.
  public var files: [OutputFile]
  /// Whether someone looks at the progress of a long command.
  public var showsProgress: Bool

  public init(arguments: [String], files: [OutputFile], showsProgress: Bool = false) {
    self.arguments = arguments
    self.files = files
    self.showsProgress = showsProgress
  }

  /// Runs the command to completion.
  ///
  /// - Parameters:
  ///   - threads: the threads that do the work; they do not affect the answer.
  ///   - threadCount: number of threads that can run at the same time.
  ///   - samples: where draws are kept from one command to the next; used with a single thread.
  ///   - now: seconds since a fixed point in time, for the time that is left.
  ///   - progress: called, if someone looks, with each state of the progress bar as a terminal would be, and with nothing
  ///     else: it is no part of the answer.
  public func answer(
    threads: any ThreadPool = SingleThread(), threadCount: Int = 1, samples: SampleStore? = nil,
    now: @escaping @Sendable () -> Double = { 0 },
    progress: @escaping @Sendable ([UInt8]) -> Void = { _ in }
  ) -> PageAnswer {
    let showsProgress = self.showsProgress
    let files = MemoryFiles(self.files, lock: threads.makeLock())
    let output = Guarded<[UInt8]>([], threads.makeLock())
    let error = Guarded<[UInt8]>([], threads.makeLock())
    var environment = CommandEnvironment(
      output: OutputSink { bytes in
        output.withLock { $0 += bytes }
        return .written
      },
      error: OutputSink { bytes in
        // What begins with a return overwrites the line before: see ProgressBar.
        if showsProgress, bytes.first == 0x0d {
          progress(bytes)
        } else {
          error.withLock { $0 += bytes }
        }
        return .written
      },
      errorIsTerminal: showsProgress, currentDirectory: "", threads: threads, processorCount: threadCount,
      // What a module can address is 4 GB; the files and the answer are in it too.
      memory: { Int64(3) << 30 }, now: now,
      files: files, interruption: Interruption(lock: threads.makeLock()))
    environment.samples = samples
    let status = Waterlijn.main(arguments: arguments, environment: environment)
    return PageAnswer(
      status: status.rawValue, output: output.withLock { $0 }, error: error.withLock { $0 }, files: files.written)
  }
}

/// The outcome of a command.
public struct PageAnswer: Sendable, Equatable {
  /// The exit status that the program would end with.
  public var status: Int32
  /// Standard output.
  public var output: [UInt8]
  /// Standard error.
  public var error: [UInt8]
  /// The files that are new or changed, in ascending order of their paths.
  public var files: [OutputFile]

  public init(status: Int32, output: [UInt8], error: [UInt8], files: [OutputFile]) {
    self.status = status
    self.output = output
    self.error = error
    self.files = files
  }
}
