import CostEngine
import Foundation
import Terms
import Testing

@testable import Reports

@Suite struct ManifestTests {
  @Test func wholeFile() {
    let manifest = Manifest(
      toolVersion: "1.2.3", study: SmallStudy.study(), selection: Selection(scenarios: [1], regions: [0]),
      draws: 10_000, seed: .max, sampler: .latinHypercube, csvLocale: .dutch,
      inputs: [.init(name: "settings.csv", byteCount: 12, sha256: "00ff")], outputs: [])
    #expect(
      text(manifest.bytes()) == """
        {
          "tool": "waterlijn",
          "format": 1,
          "version": "1.2.3",
          "study": "Klein onderzoek",
          "seed": 18446744073709551615,
          "draws": 10000,
          "sampler": "lhs",
          "scenarios": [
            "SAMEN"
          ],
          "regions": [
            "VR02"
          ],
          "all_regions": false,
          "first_year": 2027,
          "last_year": 2028,
          "price_year": 2026,
          "prices": "constant",
          "csv_locale": "nl",
          "inputs": [
            {
              "name": "settings.csv",
              "bytes": 12,
              "sha256": "00ff"
            }
          ],
          "outputs": []
        }

        """)
  }

  @Test func thePrecisionThatWasAskedFor() {
    var manifest = Self.manifest(LeastPrecise(scenario: 0, region: 2, figure: .p50, share: 0.0123456789))
    #expect(
      text(manifest.bytes()).contains(
        """
          "sampler": "sobol",
          "tolerance": {
            "asked": 0.005,
            "max_draws": 20000,
            "reached": false,
            "largest_error": 0.0123457,
            "scenario": "SAMEN",
            "region": "NL",
            "statistic": "p50"
          },

        """))
    manifest = Self.manifest(LeastPrecise(scenario: 0, region: 1, figure: .mean, share: 0.005))
    let reached = text(manifest.bytes())
    #expect(reached.contains("\"reached\": true") && reached.contains("\"region\": \"VR17\""))
  }

  /// All regions of a study of two, with a precision that was asked for.
  private static func manifest(_ found: LeastPrecise?) -> Manifest {
    Manifest(
      toolVersion: "1.2.3", study: SmallStudy.study(), selection: Selection(scenarios: [1], regions: [0, 1]),
      draws: 10_000, seed: 1, sampler: .sobol, csvLocale: .english,
      precision: (PrecisionGoal(tolerance: 0.005, maximumDraws: 20_000), found),
      inputs: [HashedFile(name: "a.csv", byteCount: 3, sha256: "0a")],
      outputs: [HashedFile(name: "summary.csv", byteCount: 4, sha256: "0b")])
  }

  @Test(arguments: [
    LeastPrecise(scenario: 0, region: 2, figure: .p50, share: 0.25),
    LeastPrecise(scenario: 0, region: 1, figure: .mean, share: 0.005), nil,
  ])
  func isReadAsItWasWritten(found: LeastPrecise?) {
    let manifest = Self.manifest(found)
    #expect((try? Manifest(reading: manifest.bytes())) == manifest)
  }

  /// Folders that were written before the format had a number.
  @Test func withoutANumberTheFormatIsThatOfTheBeginning() throws {
    let old = text(Self.manifest(nil).bytes()).replacing("  \"format\": 1,\n", with: "")
    var expected = Self.manifest(nil)
    expected.format = 0
    #expect(try Manifest(reading: Array(old.utf8)) == expected)
  }

  @Test(arguments: [
    ("\"draws\": 10000", "\"draws\": 1e4"), ("\"draws\": 10000", "\"draws\": \"10000\""),
    ("\"sampler\": \"sobol\"", "\"sampler\": \"other\""), ("\"csv_locale\": \"en\"", "\"csv_locale\": 1"),
    ("\"seed\": 1", "\"seed\": -1"), ("\"format\": 1", "\"format\": -1"), ("\"asked\": 0.005", "\"asked\": null"),
    // Outside the bounds of a precision goal; these used to end the program.
    ("\"asked\": 0.005", "\"asked\": 0"), ("\"asked\": 0.005", "\"asked\": -1"),
    ("\"max_draws\": 20000", "\"max_draws\": 5"),
    // Another program's used to be read as ours.
    ("\"tool\": \"waterlijn\"", "\"tool\": \"iets anders\""), ("\"tool\": \"waterlijn\"", "\"tool\": 1"),
    ("\"regions\": [", "\"regions\": [1,"), ("\"bytes\": 3", "\"bytes\": []"), ("{", "["),
  ])
  func whatIsNoManifest(part: String, other: String) throws {
    let whole = text(Self.manifest(nil).bytes())
    try #require(whole.contains(part))
    let range = try #require(whole.firstRange(of: part))
    for text in [whole.replacingCharacters(in: range, with: other), "", "{}"] {
      #expect(throws: Manifest.Unread.noManifest) { try Manifest(reading: Array(text.utf8)) }
    }
  }

  /// Whatever else it holds: that is for a later version to know.
  @Test(arguments: ["{\"tool\": \"waterlijn\", \"format\": 99}", nil])
  func aLaterFormatIsToldByItsNumber(other: String?) {
    let later = other ?? text(Self.manifest(nil).bytes()).replacing("\"format\": 1", with: "\"format\": 99")
    #expect(throws: Manifest.Unread.laterFormat(99)) { try Manifest(reading: Array(later.utf8)) }
  }
  /// A number that is too large used to be no format: such a folder was called damaged.
  @Test(arguments: [("1e1", 10), ("9223372036854775807", .max), ("1e30", .max)])
  func aFormatOfAnySizeIsLater(text: String, format: Int) {
    let later = "{\"tool\": \"waterlijn\", \"format\": \(text)}"
    #expect(throws: Manifest.Unread.laterFormat(format)) { try Manifest(reading: Array(later.utf8)) }
  }

  @Test(arguments: ["2.5", "\"99\"", "null", "-99"]) func whatIsNoNumberOfAFormat(other: String) {
    let whole = text(Self.manifest(nil).bytes()).replacing("\"format\": 1", with: "\"format\": \(other)")
    #expect(throws: Manifest.Unread.noManifest) { try Manifest(reading: Array(whole.utf8)) }
  }
}
