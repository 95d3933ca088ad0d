import Dispatch
import WaterlijnCommands

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Turns the signals that ask a process to end into a request to stop.
enum SignalHandling {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// The sources; keep them as long as the signals are to be caught.
  ///
  /// - Parameters:
  ///   - message: what is said; whether something was written already.
  ///   - isTerminal: whether the message goes to a terminal, which shows `^C` and maybe a progress bar: they are
  ///   written over.
  static func install(
    _ interruption: Interruption, message: @escaping @Sendable (_ hasChanged: Bool) -> String, isTerminal: Bool
  ) -> [any DispatchSourceSignal] {
    // A queue of its own, so that threads that compute do not keep it waiting.
    let queue = DispatchQueue(label: "waterlijn.signals", qos: .userInteractive)
    return signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        let hasChanged: Bool
        switch interruption.request() {
        case .wait: return
        case .end: hasChanged = false
        case .endAfterChanges: hasChanged = true
        }
        _ = OutputSink.descriptor(STDERR_FILENO)((isTerminal ? "\r\u{1b}[K" : "") + message(hasChanged) + "\n")
        _exit(ExitStatus.interrupted.rawValue)
      }
      source.resume()
      return source
    }
  }
}
