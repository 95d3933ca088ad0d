import CostEngine
import StudyFiles
import Terms
import Testing

/// Whatever is done to a study's files, reading ends in a study or in errors.
@Suite struct DamageTests {
  /// Numbers for damage that is the same every time (Knuth's MMIX generator).
  private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private static let scraps = [
    "", "*", "-", "+", "0", "-1", "1e308", "NaN", "5..9", "9..5", "var(uurtarief)", "var(x)", "2028.5", "#", "\"", ";",
    "\n",
    "OVD", "VR01", "basis", "linear", "pert(5; 3; 9)", "empirical(regions.csv; risk)", "1,5", "\u{0}", "é", "eigen",
    "A+B",
  ]

  @Test(arguments: 0..<40) func damagedFiles(_ seed: Int) throws {
    var chance = Chance(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<10 {
      var files = StudyFixture.files
      for _ in 0...chance.below(3) {
        let name = files.keys.sorted()[chance.below(files.count)]
        var rows = files[name]!.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let row = chance.below(rows.count)
        var cells = rows[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        switch chance.below(5) {
        case 0: rows.remove(at: row)
        case 1: rows.append(rows[row])
        case 2: cells.remove(at: chance.below(cells.count))
        case 3: files[name] = nil
        default: cells[chance.below(cells.count)] = Self.scraps[chance.below(Self.scraps.count)]
        }
        guard files[name] != nil else { continue }
        if row < rows.count { rows[row] = cells.joined(separator: ",") }
        files[name] = rows.joined(separator: "\n")
      }
      let reading = StudyFixture.read(files)
      let hasErrors = reading.diagnostics.contains { $0.severity == .error }
      #expect((reading.study == nil) == hasErrors)
      guard let study = reading.study else { continue }
      #expect(study.current.count == study.regions.count && study.norms.count == study.levels.count)
      #expect(study.scenarios.allSatisfy { $0.terms.count == study.regions.count })
      #expect(study.measures.allSatisfy { $0.inForce.count == study.regions.count })
    }
  }
}
