import Foundation
import TestSupport
import Testing

/// The same bytes from every build, for any processor, and any number of threads.
///
/// It takes minutes to build the programs, so this runs only with `make builds`: see ``LongBuilds``.
@Suite(
  .enabled(
    if: LongBuilds.areAsked,
    "only with WATERLIJN_BUILDS=1 (make builds): NO OTHER BUILDS OF THE PROGRAM WERE COMPARED"))
struct BuildIdentityTests {
  static let draws = "600"

  /// Builds the program and returns its path.
  static func program(_ arguments: [String], environment: [String: String] = [:], scratch: String) throws -> String {
    let arguments = ["build", "--product", "waterlijn", "--scratch-path", scratch] + arguments
    try Shell.run("swift", arguments, environment: environment)
    let path = try Shell.run("swift", arguments + ["--show-bin-path"], environment: environment)
    return String(decoding: path, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) + "/waterlijn"
  }

  /// What a run writes: every file of its results folder by name, and what it prints.
  static func outcome(_ program: String, _ study: String, threads: Int, sampler: String) throws -> [String: Data] {
    let folder = TemporaryFolder()
    var outcome = [
      "output": try Shell.run(
        program,
        [
          "run", Folders.scenarios.appendingPathComponent(study).path, "--out", folder.url.path, "--draws", draws,
          "--threads", "\(threads)", "--sampler", sampler, "--quiet",
        ])
    ]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) {
      // The folder with copies of the inputs is no file itself.
      guard let data = FileManager.default.contents(atPath: folder.url.appendingPathComponent(name).path) else {
        continue
      }
      outcome[name] = data
    }
    return outcome
  }

  @Test func everyBuildAndNumberOfThreadsGivesTheSameBytes() throws {
    let optimised = try Self.program(["-c", "release"], scratch: ".build-optimised")
    try Shell.run("make", ["static"])
    let portable = ".build-static/waterlijn"
    let unoptimised = try Self.program(
      [], environment: ["WATERLIJN_UNOPTIMISED": "1", "WATERLIJN_CPU": "portable"], scratch: ".build-unoptimised")
    for sampler in ["lhs", "random", "sobol"] {
      let expected = try Self.outcome(optimised, "nederland", threads: 1, sampler: sampler)
      #expect(expected.keys.contains("summary.csv") && expected["summary.csv"]!.count > 1_000_000)
      for threads in [2, 3, 7, 16] {
        let found = try Self.outcome(optimised, "nederland", threads: threads, sampler: sampler)
        #expect(found == expected, "\(threads) threads, \(sampler)")
      }
      let found = try Self.outcome(portable, "nederland", threads: 2, sampler: sampler)
      #expect(found == expected, "portable, \(sampler)")
      // The unoptimised engine is some hundred times as slow: one region will do for it.
      let small = try Self.outcome(optimised, "rotterdam-rijnmond", threads: 2, sampler: sampler)
      let slow = try Self.outcome(unoptimised, "rotterdam-rijnmond", threads: 3, sampler: sampler)
      #expect(slow == small, "unoptimised, \(sampler)")
    }
  }
}
