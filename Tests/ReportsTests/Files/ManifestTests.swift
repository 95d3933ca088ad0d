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
