import Foundation
import TestSupport
import Testing

private enum Valgrind {
  static let isInstalled = (try? Shell.run("valgrind", ["--version"])) != nil
}

/// What a steady simulation costs, counted rather than timed: the same on every machine and however busy it is.
@Suite(
  .serialized, .enabled(if: LongBuilds.areAsked, "only with WATERLIJN_BUILDS=1 (make builds): NOTHING WAS COUNTED"),
  .enabled(if: Valgrind.isInstalled, "valgrind is not installed: nothing was counted"))
struct SteadyWorkTests {
  /// Draws in a round of the program.
  static let draws = 200

  /// Built for any x86-64 processor: valgrind knows no others' instructions.
  static func program() throws -> String {
    let arguments = ["build", "-c", "release", "--product", "SteadyWork", "--scratch-path", ".build-portable"]
    let environment = ["WATERLIJN_CPU": "portable"]
    try Shell.run("swift", arguments, environment: environment)
    let path = try Shell.run("swift", arguments + ["--show-bin-path"], environment: environment)
    return String(decoding: path, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) + "/SteadyWork"
  }

  /// The number that follows a text in what valgrind reports of a run.
  static func count(
    _ tool: [String], after text: String, rounds: Int, _ program: String, more: [String] = []
  ) throws -> Int {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: log) }
    try Shell.run("valgrind", tool + ["--log-file=\(log.path)", program, "\(rounds)"] + more)
    let report = try String(contentsOf: log, encoding: .utf8)
    let place = try #require(report.range(of: text), "\(report.suffix(500))")
    let digits = report[place.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "," }
    return try #require(Int(digits.filter(\.isNumber)))
  }

  @Test(arguments: [[], ["payers"]]) func aSteadyRoundAllocatesNothing(more: [String]) throws {
    let program = try Self.program()
    let counts = try [1, 3].map { rounds in
      try Self.count(
        ["--tool=memcheck", "--undef-value-errors=no"], after: "total heap usage:", rounds: rounds, program, more: more)
    }
    #expect(counts[0] > 0 && counts[1] == counts[0])
  }

  /// The band is what a change of the compiler may move; a change of the code that leaves it is to be looked at, and the
  /// number here to be set anew. Of writing and merging a part: adding digits lane by lane took seven times as many.
  @Test(arguments: zip([[], ["parts"]], [7676.0, 12_576]))
  func aDrawTakesItsInstructions(more: [String], expected: Double) throws {
    let program = try Self.program()
    let counts = try [1, 3].map { rounds in
      try Self.count(
        ["--tool=callgrind", "--callgrind-out-file=/dev/null"], after: "Collected :", rounds: rounds, program,
        more: more)
    }
    let perDraw = Double(counts[1] - counts[0]) / Double(2 * Self.draws)
    #expect(abs(perDraw / expected - 1) < 0.1, "\(perDraw) instructions a draw")
  }
}
