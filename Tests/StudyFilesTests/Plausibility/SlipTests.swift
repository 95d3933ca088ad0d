import CostEngine
import Foundation
import StudyFiles
import Terms
import TestSupport
import Testing

/// What a secretary types by accident is asked about, and what is right is not.
@Suite struct SlipTests {
  private static func studies() throws -> [CleanStudy] {
    [
      try CleanStudy("leerboek"), try CleanStudy("rotterdam-rijnmond"), try CleanStudy.reported(seed: 1),
      try CleanStudy.reported(seed: 2),
    ]
  }

  @Test(arguments: ["leerboek", "nederland", "rotterdam-rijnmond", "projectplan-2022"])
  func scenariosAreNotDoubted(_ name: String) throws {
    let reading = try CleanStudy(name).reading()
    #expect(reading.study != nil && reading.doubts.isEmpty, "\(reading.doubts)")
  }

  /// At most 2 % of clean cells, in countries whose regions differ as regions do.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func regionsMayDiffer(seed: UInt64) throws {
    let study = try CleanStudy.reported(seed: seed)
    let reading = study.reading()
    #expect(reading.study != nil)
    #expect(Double(reading.doubts.count) <= 0.02 * Double(study.cells), "\(reading.doubts)")
  }

  /// Of 200 slips at least 90 % are named at the guilty cell, and at most 2 % of the other cells are doubted. With
  /// WATERLIJN_SLIPS=3600 there are a hundred of each kind, and a line tells how many of these were.
  @Test func slipsAreNamed() throws {
    let studies = try Self.studies()
    var random = SplitMix(seed: 20_261_130)
    var (made, named, elsewhere, cells) = (0, 0, 0, 0)
    var missed: [String] = []
    let count = ProcessInfo.processInfo.environment["WATERLIJN_SLIPS"].flatMap { Int($0) } ?? 200
    let kinds = Slip.Kind.allCases
    var namedOfKind = [Int](repeating: 0, count: kinds.count)
    while made < count {
      let index = made % kinds.count
      let kind = kinds[index]
      // A study without a cell for this slip leaves it to the next one.
      var slip: Slip?
      for study in studies.shuffled(using: &random) where slip == nil { slip = Slip(kind, in: study, &random) }
      let found = try #require(slip, "\(kind)")
      made += 1
      let reading = found.study.reading()
      let places = Set(reading.doubts.map { Slip.Place(file: $0.file, row: $0.row ?? 0, column: $0.column) })
      // What is refused is named too: 1 for a share, or a percentage of a thousand.
      let refused = Set(
        reading.diagnostics.filter { $0.severity == .error }
          .map { Slip.Place(file: $0.file, row: $0.row ?? 0, column: $0.column) })
      if found.guilty.contains(where: { places.contains($0) || refused.contains($0) }) {
        named += 1
        namedOfKind[index] += 1
      } else {
        missed.append(
          "\(kind) in \(found.study.name): \(found.guilty.map { "\($0.file) \($0.row) \($0.column ?? "")" })")
      }
      elsewhere += places.subtracting(found.guilty).count
      cells += found.study.cells
    }
    print("\(named) of \(made) slips named; \(elsewhere) of \(cells) clean cells doubted")
    if count > 200 { print(zip(kinds, namedOfKind).map { "\($0) \($1)" }.joined(separator: ", ")) }
    #expect(Double(named) >= 0.9 * Double(made), "\(missed.joined(separator: "\n"))")
    #expect(Double(elsewhere) <= 0.02 * Double(cells))
    if !missed.isEmpty { print(missed.joined(separator: "\n")) }
  }

  /// A doubt names the cell, the value, what was expected and one correction.
  @Test func aDoubtSaysWhatToWrite() throws {
    var study = try CleanStudy("rotterdam-rijnmond")
    let row = try #require(study.tables["staffing.csv"]!.row("VR17", "OvD-BZ"))
    study.tables["staffing.csv"]![row, "personen"] = "1400"
    let doubt = try #require(study.doubts().first)
    #expect(study.doubts().count == 1 && doubt.severity == .doubt)
    #expect(doubt.file == "staffing.csv" && doubt.row == row + 2 && doubt.column == "personen")
    #expect(
      doubt.problem.dutch
        == "\"1400\" is ongeveer 160 keer wat hier te verwachten is: ongeveer 9 (naar de norm).")
    #expect(doubt.remedy.dutch.hasPrefix("Waarschijnlijk een factor 100 te veel: schrijf 14."))
    #expect(doubt.remedy.english.hasPrefix("Probably a factor 100 too much: write 14."))
  }
}
