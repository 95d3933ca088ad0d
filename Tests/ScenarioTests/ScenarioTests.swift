import Foundation
import TestSupport
import Testing
import WaterlijnCommands

/// Every study of `scenarios/` gives the results that stand in its folder `expected`, byte for byte.
///
/// How many draws they are of is in `expected/manifest.json`. Where there is no such file the results were worked out by
/// hand, by something else than this program: they are never written anew. Where there is nothing else the tables, which
/// are too large to keep, are held against the SHA-256 that it has of them.
///
/// To accept a change of the others, look at the difference, run the tests with `WATERLIJN_ACCEPT=1`, which writes the
/// folders `expected` anew and fails on purpose, and look at it again in `git diff`. A study without the folder gets one
/// in the same way.
@Suite(.enabled(if: Folders.exists(Folders.scenarios), "there is no folder scenarios"))
struct ScenarioTests {
  static let tables = ["summary.csv", "lines.csv", "items.csv", "pairs.csv"]
  /// Of a study that has no expected results yet.
  static let newDraws = 1000

  static let isAccepting = ProcessInfo.processInfo.environment["WATERLIJN_ACCEPT"] == "1"

  /// How many draws the expected results are of; nil where they were worked out by hand.
  static func draws(of expected: URL) throws -> Int? {
    let manifest = expected.appendingPathComponent("manifest.json")
    guard Folders.exists(manifest) else { return nil }
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: manifest)) as? [String: Any]
    return try #require(json?["draws"] as? Int, "no draws in \(manifest.path)")
  }

  @Test(arguments: Folders.studies(in: Folders.scenarios))
  func givesItsExpectedResults(study: String) throws {
    let folder = Folders.scenarios.appendingPathComponent(study)
    let expected = folder.appendingPathComponent("expected")
    let draws = try Self.draws(of: expected)
    let isWorkedByHand = draws == nil && Folders.exists(expected)
    let hasTables = Folders.exists(expected.appendingPathComponent(Self.tables[0]))
    if Self.isAccepting && !isWorkedByHand {
      let run = CommandRun(["run", folder.path, "--out", expected.path, "--draws", "\(draws ?? Self.newDraws)"])
      try #require(run.status == .success, "\(run.error)")
      // The inputs are a folder up.
      for name in ["inputs"] + (draws == nil || hasTables ? [] : Self.tables) {
        try FileManager.default.removeItem(at: expected.appendingPathComponent(name))
      }
      Issue.record("\(study): the results of now are the expected ones; run again without WATERLIJN_ACCEPT")
      return
    }
    try #require(Folders.exists(expected), "\(study) has no expected results; WATERLIJN_ACCEPT=1 writes them")
    let found = TemporaryFolder()
    let run = CommandRun(["run", folder.path, "--out", found.url.path, "--draws", "\(draws ?? Self.newDraws)"])
    try #require(run.status == .success, "\(run.error)")
    for table in hasTables ? Self.tables : ["manifest.json"] {
      let now = try Data(contentsOf: found.url.appendingPathComponent(table))
      // A spreadsheet may have written what was worked by hand: with carriage returns.
      let then = try Data(contentsOf: expected.appendingPathComponent(table)).filter { $0 != 0x0d }
      #expect(now == then, "\(study)/\(table): \(Self.firstDifference(now, then))")
    }
  }

  /// The first line that is not the same.
  static func firstDifference(_ now: Data, _ then: Data) -> String {
    let now = now.split(separator: 0x0a, omittingEmptySubsequences: false)
    let then = then.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard let line = zip(now, then).enumerated().first(where: { $0.element.0 != $0.element.1 }) else {
      return "\(now.count) lines now, \(then.count) expected"
    }
    let (found, expected) = line.element
    return """
      line \(line.offset + 1)
      now:      \(String(decoding: found, as: UTF8.self))
      expected: \(String(decoding: expected, as: UTF8.self))
      """
  }

  /// What a reader of a study finds in its folder.
  @Test(arguments: Folders.studies(in: Folders.scenarios))
  func hasAReadme(study: String) {
    #expect(Folders.exists(Folders.scenarios.appendingPathComponent(study + "/README.md")))
  }
}
