import Analyses
import Terms

/// The progress of a long run, on one line of a terminal that is overwritten and removed at the end.
///
/// While the bar is written the terminal does not wrap lines: a narrow terminal truncates the bar, as a second line
/// would stay behind.
final class ProgressBar: Sendable {
  /// A run shorter than this is over before anyone would look.
  static let quietSeconds = 1.0
  static let secondsBetweenUpdates = 0.1
  private static let width = 30

  private let language: Language
  private let sink: OutputSink
  private let now: @Sendable () -> Double
  private let start: Double
  private let state: Guarded<State>

  private struct State {
    /// Total number of steps.
    var total: Int
    /// Nil in the first round.
    var round: Int?
    /// Time at which it was last shown; nil if it is not visible.
    var shown: Double?
  }

  /// - Parameter total: total number of steps, 1 or more.
  init(
    total: Int, language: Language, sink: OutputSink, lock: any Lock, now: @escaping @Sendable () -> Double
  ) {
    state = Guarded(State(total: total), lock)
    self.language = language
    self.sink = sink
    self.now = now
    start = now()
  }

  /// Changes the expected number of steps, including those already done.
  ///
  /// - Parameter round: shown beside the remaining time, from 2 on.
  func begin(round: Int, total: Int) {
    state.withLock { state in
      state.round = round > 1 ? round : nil
      state.total = total
    }
  }

  func update(done: Int) {
    state.withLock { state in
      let time = now()
      guard time - start >= Self.quietSeconds, time - (state.shown ?? start) >= Self.secondsBetweenUpdates else {
        return
      }
      state.shown = time
      sink("\r\u{1b}[?7l" + line(state, done: done, elapsed: time - start) + "\u{1b}[K\u{1b}[?7h")
    }
  }

  /// Removes the line.
  func finish() {
    state.withLock { state in
      if state.shown != nil { sink("\r\u{1b}[K") }
      state.shown = nil
    }
  }

  private func line(_ state: State, done: Int, elapsed: Double) -> String {
    let total = state.total
    // The number of steps of a search is only known when it ends.
    let done = min(done, total)
    let full = Int(Int64(Self.width) * Int64(done) / Int64(total))
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: Self.width - full)
    let left = elapsed * Double(total - done) / Double(max(1, done))
    let round = state.round.map { language(nl: "ronde \($0), ", en: "round \($0), ") } ?? ""
    let percentage = 100 * Int64(done) / Int64(total)
    return "[\(bar)] \(percentage) %  " + round + language(nl: "nog \(time(left))", en: "\(time(left)) left")
  }

  /// Seconds up to a minute and a half, then minutes.
  private func time(_ seconds: Double) -> String {
    seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded())) min"
  }
}

/// The bars of a command's stages, one after another; none if they would not be seen.
final class ProgressLine {
  private let isShown: Bool
  private let language: Language
  private let environment: CommandEnvironment
  private(set) var bar: ProgressBar?

  init(isShown: Bool, _ language: Language, _ environment: CommandEnvironment) {
    self.isShown = isShown
    self.language = language
    self.environment = environment
  }

  /// Begins a stage with a number of steps; the closure that it returns is called with the number done.
  func begin(_ total: Int) -> @Sendable (Int) -> Void {
    finish()
    guard isShown else { return { _ in } }
    let bar = ProgressBar(
      total: total, language: language, sink: environment.error, lock: environment.threads.makeLock(),
      now: environment.now)
    self.bar = bar
    return { bar.update(done: $0) }
  }

  /// Removes the line.
  func finish() {
    bar?.finish()
    bar = nil
  }
}
