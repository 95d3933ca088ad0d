import StudyFiles
import WaterlijnCommands

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension CommandEnvironment {
  /// The streams, clock and files of this process.
  static func process() -> CommandEnvironment {
    // Must happen before there is a second thread, which would have a memory arena of its own.
    LargePages.prepare()
    occupyClosedStreams()
    // A reader that closes its end (`| head`) should be an error of `write`, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    // The same goes for a file that exceeds the user's size limit.
    signal(SIGXFSZ, SIG_IGN)
    return CommandEnvironment(
      output: .descriptor(STDOUT_FILENO), error: .descriptor(STDERR_FILENO),
      errorIsTerminal: isCapableTerminal(STDERR_FILENO), currentDirectory: "", threads: SystemThreads(),
      processorCount: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), memory: SystemMemory.available,
      now: monotonicSeconds, programFolder: programFolder, variable: { getenv($0).map { String(cString: $0) } },
      files: SystemFiles(),
      interruption: Interruption())
  }

  /// The folder of this program's file; nil where the system does not tell.
  private static var programFolder: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let folder = String(cString: path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.joined(separator: "/")
  }

  /// A stream that was closed (`>&-`) leaves its number to the next file that is opened: what is printed would end up in
  /// that. Its number is taken by something that can be read and not written.
  private static func occupyClosedStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      // The lowest free number is given: this one, as the lower ones are taken.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Whether a line on a terminal can be overwritten there.
  private static func isCapableTerminal(_ stream: Int32) -> Bool {
    guard isatty(stream) == 1, let name = getenv("TERM") else { return false }
    return !["", "dumb", "unknown"].contains(String(cString: name))
  }

  private static func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension OutputSink {
  /// A stream of the process.
  static func descriptor(_ descriptor: Int32) -> OutputSink {
    OutputSink { bytes in
      do throws(FileFailure) {
        try SystemFiles.write(bytes, to: descriptor, path: "")
        return .written
      } catch {
        if case .other(EPIPE, _) = error.reason { return .readerGone }
        return .failed(error)
      }
    }
  }
}

/// Ends this process.
func endProcess(_ status: ExitStatus) -> Never { exit(status.rawValue) }

extension Interruption {
  /// For a process whose signals arrive on another thread.
  public convenience init() { self.init(lock: SemaphoreLock()) }
}
