import CostEngine
import Foundation
import StudyFiles
import TestSupport
import Testing
import WaterlijnCommands
import WaterlijnProcess

/// The study `tiny` of `../shared/conformance`, read from its files, against its expected results: computed by an
/// independent implementation and checked by hand.
@Suite(
  .enabled(
    if: Folders.exists(Folders.conformance), "SKIPPED: ../shared/conformance does not stand beside the repository"))
struct ConformanceTests {
  static let tiny = Folders.conformance.appendingPathComponent("tiny")

  /// Rows of a results table, by their key columns.
  static func rows(_ url: URL, keys: Int) throws -> [[String]: [Double]] {
    var rows: [[String]: [Double]] = [:]
    let text = try String(contentsOf: url, encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      rows[Array(cells[..<keys])] = try cells[keys...].map { try #require(Double($0)) }
    }
    return rows
  }

  /// To 0.01 EUR: a tie at half a cent may round either way in binary arithmetic. The 1e-9 is for the difference of two
  /// numbers below 1e6, which have no more digits.
  @Test func tinyGivesTheExpectedResultsToACent() throws {
    let found = TemporaryFolder()
    let run = CommandRun(["run", Self.tiny.path, "--out", found.url.path, "--draws", "300", "--quiet"])
    try #require(run.status == .success, "\(run.error)")
    let tables = [("summary.csv", 4, 234), ("lines.csv", 4, 300), ("items.csv", 5, 130), ("pairs.csv", 3, 3)]
    for (table, keys, count) in tables {
      let now = try Self.rows(found.url.appendingPathComponent(table), keys: keys)
      let expected = try Self.rows(Self.tiny.appendingPathComponent("expected-extended/" + table), keys: keys)
      #expect(now.count == count)
      #expect(Set(now.keys) == Set(expected.keys))
      for (key, figures) in expected {
        for (figure, other) in zip(figures, now[key] ?? []) { #expect(abs(figure - other) <= 0.01 + 1e-9, "\(key)") }
        #expect(now[key]?.count == figures.count)
      }
    }
  }

  /// What is read from the files is the study that other tests build by hand: no figure differs in one bit.
  @Test func tinyIsReadAsItIsBuiltByHand() throws {
    let study = try #require(StudyReader.read(folder: Self.tiny.path, in: SystemFiles()).study)
    #expect(study.title == TinyStudy.study.title)
    #expect(study.variables.isEmpty)
    for scenario in 0..<2 {
      let read = WorkedNational(study, scenario: scenario, values: [])
      let built = WorkedNational(TinyStudy.study, scenario: scenario, values: [])
      #expect(read.years == built.years)
      #expect(read.regions.map { $0.years.map(\.amounts) } == built.regions.map { $0.years.map(\.amounts) })
      #expect(read.presentValue == built.presentValue)
    }
  }
}
