import CostEngine
import Foundation
import Terms
import Testing

@testable import StudyFiles

/// docs/study-format.md names every table, column, setting and word that is read, and its examples are read.
@Suite struct StudyFormatPageTests {
  private let page: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    page = try String(contentsOf: root.appendingPathComponent("docs/study-format.md"), encoding: .utf8)
  }

  /// The part of the page about a table, up to the next heading.
  private func section(_ table: TableID) throws -> Substring {
    let start = try #require(
      page.ranges(of: "\n### ").first { page[$0.upperBound...].prefix { $0 != "\n" }.contains(table.file) }, "\(table)")
    let rest = page[start.upperBound...]
    return rest[..<(rest.firstRange(of: "\n##")?.lowerBound ?? rest.endIndex)]
  }

  @Test(arguments: TableID.allCases) func everyColumnIsNamed(_ table: TableID) throws {
    let section = try section(table)
    for column in table.description.allColumns {
      // What a region does otherwise has the columns of its scenario.
      #expect(section.contains("`\(column.id) / \(column.dutch)`"), "\(table.file): \(column.id) / \(column.dutch)")
    }
  }

  @Test func everySettingIsNamed() {
    for setting in SettingDescription.all {
      #expect(page.contains("| `\(setting.id) / \(setting.dutch)` |"), "\(setting.id)")
    }
  }

  @Test func everyWordIsNamed() {
    let lists: [WordList] = [
      .unitsOrNational, .indices, .prices, .phaseIns, .drivers, .distributionKeys, .payers, .samplers, .languages,
    ]
    for word in lists.flatMap(\.words) {
      let spellings = word.spellings.map { "`\($0)`" }.joined(separator: " / ")
      #expect(page.contains(spellings), "\(spellings)")
    }
  }

  @Test func everyDefaultIsNamed() throws {
    let zero = try #require(page.split(separator: "\n").first { $0.hasSuffix("| 0 |") && $0.contains("`certified`") })
    let one = try #require(page.split(separator: "\n").first { $0.hasSuffix("| 1 |") && $0.contains("`adoption`") })
    for column in TableID.allCases.flatMap(\.description.columns) {
      guard let standIn = column.standIn else { continue }
      #expect((standIn == 0 ? zero : one).contains("`\(column.id)`"), "\(column.id)")
    }
  }

  @Test func theFirstStudyIsRead() throws {
    let start = try #require(page.firstRange(of: "## A study in seven files"))
    var files: [String: String] = [:]
    var name: String?
    var isInside = false
    for line in page[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { break }
      if line.hasPrefix("```") {
        isInside.toggle()
      } else if isInside, let name {
        files[name, default: ""] += line + "\n"
      } else if line.hasPrefix("`"), line.hasSuffix(".csv`") {
        name = String(line.dropFirst().dropLast())
      }
    }
    #expect(files.count == 7)
    let reading = StudyFixture.read(files)
    let study = try #require(reading.study, "\(reading.diagnostics)")
    #expect(reading.diagnostics.isEmpty)
    #expect(study.variables.map(\.name) == ["staffing.turnover[VR03/OVD]"])
  }
}
