import Terms
import Testing

@Suite struct SuggestionTests {
  static let names = ["population", "municipalities", "persons", "positions", "VR17", "VR18", "pert", "VR", "m"]

  @Test(arguments: [
    ("population", "population"), ("Population", "population"), ("populatoin", "population"),
    ("poplation", "population"),
    ("municipallities", "municipalities"), ("person", "persons"), ("perrt", "pert"), ("pret", "pert"),
    ("vr17", "VR17"), ("VR1", "VR17"), ("VR81", "VR18"), ("vx", "VR"), ("M", "m"),
  ])
  func nearest(name: String, expected: String) {
    #expect(Suggestion.nearest(to: name, among: Self.names) == expected)
  }

  @Test(arguments: ["", "z", "kosten", "zzzz", "xpxoxpxuxlxaxtxixoxn", String(repeating: "a", count: 100_000)])
  func nothingNear(name: String) {
    #expect(Suggestion.nearest(to: name, among: Self.names) == nil)
  }

  @Test func firstOfEqualsWins() {
    #expect(Suggestion.nearest(to: "VR1X", among: ["VR18", "VR17"]) == "VR18")
    #expect(Suggestion.nearest(to: "VR17", among: ["VR18", "VR17"]) == "VR17")
    #expect(Suggestion.nearest(to: "VR17", among: []) == nil)
  }
}
