import Dispatch

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns the signals that ask a process to end into a request to stop.
enum SignalHandling {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The sources; keep them as long as the signals are to be caught.
  static func install(_ interruption: Interruption, message: String) -> [any DispatchSourceSignal] {
    // A queue of its own, so that threads that compute do not keep it waiting.
    let queue = DispatchQueue(label: "waterlijn.signals", qos: .userInteractive)
    return signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        guard interruption.request() else { return }
        _ = OutputSink.descriptor(STDERR_FILENO)("\n" + message + "\n")
        _exit(ExitStatus.interrupted.rawValue)
      }
      source.resume()
      return source
    }
  }
}
