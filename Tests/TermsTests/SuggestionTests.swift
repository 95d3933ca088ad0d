import Terms
import TestSupport
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

  @Test func anyWayOfWritingALetterIsTheSame() {
    #expect(Suggestion.nearest(to: "FRYSLA\u{302}N", among: ["Fryslân"]) == "Fryslân")
  }

  @Test func codesOfOtherNumbersAreNotAlike() {
    #expect(Suggestion.nearestCode(to: "VR16", among: ["VR17", "VR18"]) == nil)
    #expect(Suggestion.nearestCode(to: "VX17", among: ["VR18", "VR17"]) == "VR17")
    #expect(Suggestion.nearestCode(to: "VR2", among: ["VR20", "VR02"]) == "VR02")
  }

  /// What few letters rule out must not rule out what is near.
  @Test func theNearestOfManyIsThatOfAPlainSearch() {
    var random = SplitMix(seed: 11)
    func word() -> String {
      String((0..<Int(random.number(in: 3...9.99))).map { _ in "abcdeé".randomElement(using: &random)! })
    }
    let names = (1...400).map { _ in word() }
    let known = KnownNames(names)
    for _ in 1...400 {
      let name = word()
      let limit = name.count / 3
      let distances = names.map { Self.distance(Array(name), Array($0)) }
      let least = distances.min()!
      #expect(known.nearest(to: name) == (least <= limit ? names[distances.firstIndex(of: least)!] : nil), "\(name)")
    }
  }

  /// Optimal string alignment, as it is defined.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        table[i][j] = min(
          table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), table[i - 1][j] + 1, table[i][j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
