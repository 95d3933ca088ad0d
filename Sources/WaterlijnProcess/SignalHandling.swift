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

  /// Installs the handlers and returns their sources, which must be retained as long as the signals are to be caught.
  ///
  /// - Parameters:
  ///   - message: returns the message to show, given whether something was already written.
  ///   - isTerminal: whether the message goes to a terminal, which shows `^C` and perhaps a progress bar; these are
  ///     overwritten.
  static func install(
    _ interruption: Interruption, message: @escaping @Sendable (_ hasChanged: Bool) -> String, isTerminal: Bool
  ) -> [any DispatchSourceSignal] {
    // A separate queue, so that threads that compute do not delay it.
    let queue = DispatchQueue(label: "waterlijn.signals", qos: .userInteractive)
    return signals.compactMap { number in
      let former = signal(number, SIG_IGN)
      // A run that was started with `nohup` outlives its terminal.
      if number == SIGHUP, isIgnored(former) { return nil }
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

  /// Functions of C cannot be compared but by their addresses.
  private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
