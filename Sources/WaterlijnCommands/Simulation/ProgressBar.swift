import CostEngine
import Synchronization

/// How far a long run is, on one line of a terminal that is written over and taken away at the end.
///
/// While it is written the terminal does not wrap: a narrow one cuts it off, where a second line would stay behind.
final class ProgressBar: Sendable {
  /// A run shorter than this is over before anyone looks.
  static let quietSeconds = 1.0
  static let secondsBetweenUpdates = 0.1
  private static let width = 30

  private let total: Int
  private let language: Language
  private let sink: OutputSink
  private let now: @Sendable () -> Double
  private let start: Double
  /// When it was last shown; nil where it is not there.
  private let shown = Mutex<Double?>(nil)

  /// - Parameter total: how many steps there are, 1 or more.
  init(total: Int, language: Language, sink: OutputSink, now: @escaping @Sendable () -> Double) {
    self.total = total
    self.language = language
    self.sink = sink
    self.now = now
    start = now()
  }

  func update(done: Int) {
    shown.withLock { shown in
      let time = now()
      guard time - start >= Self.quietSeconds, time - (shown ?? start) >= Self.secondsBetweenUpdates else { return }
      shown = time
      sink("\r\u{1b}[?7l" + line(done: done, elapsed: time - start) + "\u{1b}[K\u{1b}[?7h")
    }
  }

  /// Takes the line away.
  func finish() {
    shown.withLock { shown in
      if shown != nil { sink("\r\u{1b}[K") }
      shown = nil
    }
  }

  private func line(done: Int, elapsed: Double) -> String {
    let full = Self.width * done / total
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: Self.width - full)
    let left = elapsed * Double(total - done) / Double(max(1, done))
    return "[\(bar)] \(100 * done / total) %  " + language(nl: "nog \(time(left))", en: "\(time(left)) left")
  }

  /// Seconds up to a minute and a half, then minutes.
  private func time(_ seconds: Double) -> String {
    seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded())) min"
  }
}
