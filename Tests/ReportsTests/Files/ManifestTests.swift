import CostEngine
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
    let study = SmallStudy.study()
    var manifest = Manifest(
      toolVersion: "1.2.3", study: study, selection: Selection(scenarios: [1], regions: [0, 1]), draws: 10_000, seed: 1,
      sampler: .sobol, csvLocale: .english,
      precision: (
        PrecisionGoal(tolerance: 0.005, maximumDraws: 20_000),
        LeastPrecise(scenario: 0, region: 2, figure: .p50, share: 0.0123456789)
      ), inputs: [], outputs: [])
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
    manifest.precision?.found = LeastPrecise(scenario: 0, region: 1, figure: .mean, share: 0.005)
    let reached = text(manifest.bytes())
    #expect(reached.contains("\"reached\": true") && reached.contains("\"region\": \"VR17\""))
  }

  @Test(arguments: [
    ("", "\"\""), ("Fryslân €", "\"Fryslân €\""), ("a\"b\\c/", "\"a\\\"b\\\\c/\""), ("\n\r\t", "\"\\n\\r\\t\""),
    ("\u{0}\u{1b}\u{7f}", "\"\\u0000\\u001b\\u007f\""), ("</script>", "\"</script>\""),
  ])
  func strings(_ value: String, json: String) {
    #expect(text(JSONValue.string(value).bytes()) == json + "\n")
  }

  @Test func emptyAndNested() {
    #expect(text(JSONValue.object([]).bytes()) == "{}\n")
    #expect(text(JSONValue.array([.null, .boolean(false), .integer(-3)]).bytes()) == "[\n  null,\n  false,\n  -3\n]\n")
    #expect(
      text(JSONValue.object([.init("a\"", .array([.array([])])), .init("b", .boolean(true))]).bytes())
        == "{\n  \"a\\\"\": [\n    []\n  ],\n  \"b\": true\n}\n")
  }
}
