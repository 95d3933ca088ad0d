import Dispatch
import Foundation
import Reports
import Terms

/// Times work and prints a line a figure: the best of several repetitions and their median.
///
/// The best is what the code can do, the median what the machine let it do; where they are far apart, something else
/// was running.
final class Harness {
  /// How long something took, in seconds, by repetition.
  struct Times {
    var best: Double
    var median: Double

    /// The same arithmetic on both; a ratio or difference is of best to best and median to median.
    static func combine(_ times: [Times], by arithmetic: ([Double]) -> Double) -> Times {
      Times(best: arithmetic(times.map(\.best)), median: arithmetic(times.map(\.median)))
    }
  }

  private struct Figure {
    var name: String
    var unit: String
    var best: Double
    var median: Double
  }

  let options: Options
  private var subject = ""
  private var isHeaded = false
  private var figures: [Figure] = []

  init(_ options: Options) { self.options = options }

  private var repetitions: Int { options.isQuick ? fewestRepetitions : 9 }
  private let fewestRepetitions = 3
  /// How long repetitions beyond the fewest go on, in seconds.
  private let patience = 20.0
  /// Shortest time that is trusted to the clock and the scheduler, in seconds.
  private var shortestSample: Double { options.isQuick ? 0.005 : 0.05 }

  // MARK: Choosing

  /// What the figures that follow are about.
  func begin(_ subject: String) {
    self.subject = subject
    isHeaded = false
  }

  func isWanted(_ name: String) -> Bool {
    let full = (subject + "/" + name).lowercased()
    return options.filters.isEmpty || options.filters.contains { full.contains($0) }
  }

  // MARK: Timing

  /// The seconds of one call of each body, after one that does not count. The bodies take turns, so that a busy moment of
  /// the machine falls on all of them alike and their ratios hold.
  func times(of bodies: [() -> Void]) -> [Times] {
    let calls = bodies.map { body in max(1, Int((shortestSample / Harness.seconds(1, of: body)).rounded(.up))) }
    var samples = [[Double]](repeating: [], count: bodies.count)
    var spent = 0.0
    for repetition in 0..<repetitions where repetition < fewestRepetitions || spent < patience {
      for (index, body) in bodies.enumerated() {
        let seconds = Harness.seconds(calls[index], of: body)
        samples[index].append(seconds / Double(calls[index]))
        spent += seconds
      }
    }
    return samples.map { samples in
      let sorted = samples.sorted()
      return Times(best: sorted[0], median: sorted[sorted.count / 2])
    }
  }

  func time(_ body: @escaping () -> Void) -> Times { times(of: [body])[0] }

  /// The seconds of so many calls.
  private static func seconds(_ calls: Int, of body: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    for _ in 0..<calls { body() }
    return max(1e-9, Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9)
  }

  // MARK: Reporting

  /// Time for one of `count` things of which a call does so many.
  func report(_ name: String, _ times: Times, per count: Double = 1, in unit: TimeUnit) {
    let scale = unit.perSecond / count
    report(name, best: times.best * scale, median: times.median * scale, unit: unit.rawValue)
  }

  /// How many of `count` things a call does in a second.
  func report(_ name: String, _ times: Times, rateOf count: Double, _ unit: String) {
    report(name, best: count / times.best, median: count / times.median, unit: unit)
  }

  /// A figure that is not repeated, or no time.
  func report(_ name: String, _ value: Double, _ unit: String) {
    report(name, best: value, median: value, unit: unit)
  }

  func report(_ name: String, best: Double, median: Double, unit: String) {
    if !isHeaded {
      print("\n" + Harness.row(subject, "best", "median", ""))
      isHeaded = true
    }
    figures.append(Figure(name: subject + "/" + name, unit: unit, best: best, median: median))
    print(Harness.row("  " + name, Harness.text(best), Harness.text(median), unit))
    // Also into a file or a pipe, so that one can see how far it is.
    fflush(nil)
  }

  /// The figures as JSON; numbers stand as text, with the digits that were printed.
  func json() -> [UInt8] {
    JSONValue.array(
      figures.map { figure in
        .object([
          .init("name", .string(figure.name)), .init("unit", .string(figure.unit)),
          .init("best", .string(Harness.text(figure.best))), .init("median", .string(Harness.text(figure.median))),
        ])
      }
    ).bytes()
  }

  private static func row(_ name: String, _ best: String, _ median: String, _ unit: String) -> String {
    func blanks(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(1, width - text.count)) }
    return name + blanks(name, 56) + blanks(best, 10) + best + blanks(median, 10) + median + "  " + unit
  }

  /// Three digits or more.
  private static func text(_ value: Double) -> String {
    let size = value.magnitude
    let decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3
    return String(format: "%.\(decimals)f", value)
  }
}

enum TimeUnit: String {
  case nanoseconds = "ns"
  case milliseconds = "ms"
  case seconds = "s"

  var perSecond: Double {
    switch self {
    case .nanoseconds: return 1e9
    case .milliseconds: return 1e3
    case .seconds: return 1
    }
  }
}
