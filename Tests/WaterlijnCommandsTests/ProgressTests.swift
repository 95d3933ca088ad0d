import CostEngine
import Terms
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

@Suite struct ProgressTests {
  /// A clock that goes on by the same time whenever it is read.
  static func clock(_ step: Double) -> @Sendable () -> Double {
    let time = Ticks(step: step)
    return { time.next() }
  }

  private final class Ticks: Sendable {
    private let step: Double
    private let count = Locked(0)

    init(step: Double) { self.step = step }

    func next() -> Double {
      count.withLock { count in
        count += 1
        return step * Double(count)
      }
    }
  }

  /// A replicate a second, of ten: nothing in the first second, then a line a second that is taken away at the end.
  @Test func showsHowFarItIsAndWhatIsLeft() {
    let shown = Locked("")
    let sink = OutputSink { bytes in
      shown.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      return .written
    }
    let bar = ProgressBar(
      total: 10, language: .dutch, sink: sink, lock: SystemThreads().makeLock(), now: Self.clock(0.75))
    for done in 1...3 { bar.update(done: done) }
    bar.finish()
    bar.finish()
    #expect(
      shown.withLock { $0 } == """
        \r\u{1b}[?7l[######------------------------] 20 %  nog 6 s\u{1b}[K\u{1b}[?7h\
        \r\u{1b}[?7l[#########---------------------] 30 %  nog 6 s\u{1b}[K\u{1b}[?7h\
        \r\u{1b}[K
        """)
  }

  /// A line that a narrow terminal cuts off: it used to be wrapped, and every update left a line behind.
  private static func unwrapped(_ line: String) -> String { "\r\u{1b}[?7l" + line + "\u{1b}[K\u{1b}[?7h" }

  /// A round more is said, so that a share that falls back is understood.
  @Test func aRoundMore() {
    let shown = Locked("")
    let sink = OutputSink { bytes in
      shown.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      return .written
    }
    let bar = ProgressBar(total: 4, language: .dutch, sink: sink, lock: SystemThreads().makeLock(), now: Self.clock(10))
    bar.begin(round: 2, total: 10)
    bar.update(done: 5)
    #expect(shown.withLock { $0 } == Self.unwrapped("[###############---------------] 50 %  ronde 2, nog 10 s"))
  }

  /// A search may take more steps than were foreseen; a bar longer than itself used to end the program.
  @Test func moreIsDoneThanForeseen() {
    let shown = Locked("")
    let sink = OutputSink { bytes in
      shown.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      return .written
    }
    let bar = ProgressBar(total: 4, language: .dutch, sink: sink, lock: SystemThreads().makeLock(), now: Self.clock(10))
    bar.update(done: 7)
    #expect(shown.withLock { $0 } == Self.unwrapped("[##############################] 100 %  nog 0 s"))
  }

  @Test func aLongTimeIsInMinutes() {
    let shown = Locked("")
    let sink = OutputSink { bytes in
      shown.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      return .written
    }
    let bar = ProgressBar(
      total: 4, language: .english, sink: sink, lock: SystemThreads().makeLock(), now: Self.clock(100))
    bar.update(done: 1)
    #expect(shown.withLock { $0 } == Self.unwrapped("[#######-----------------------] 25 %  5 min left"))
  }

  @Test func onlyATerminalSeesIt() {
    let arguments = ["run", "s", "--threads", "1", "--draws", "3000"]
    let quiet = World().run(arguments, reading: World.tiny, terminal: false, clock: Self.clock(0.6))
    #expect(quiet.error == "")
    let seen = World().run(arguments, reading: World.tiny, terminal: true, clock: Self.clock(0.6))
    #expect(seen.error.hasPrefix("\r\u{1b}[?7l[") && seen.error.hasSuffix("\r\u{1b}[K"))
    #expect(seen.output == quiet.output)
    let short = World().run(arguments, reading: World.tiny, terminal: true)
    #expect(short.error == "")
  }
}
