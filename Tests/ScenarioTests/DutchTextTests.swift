import CostEngine
import Foundation
import Terms
import TestSupport
import Testing
import WaterlijnCommands

/// Dutch texts without the English words of files where there is a Dutch one: `verloop`, not `turnover`.
@Suite struct DutchTextTests {
  /// English words of files that have a Dutch one.
  private static let ids: [String] = {
    let columns = TableID.allCases.flatMap(\.columns).map(\.name)
    let names = columns + Setting.allCases.map(\.name) + Remark.allCases.map(\.name) + Driver.allCases.map(\.name)
    let words = names.filter { $0.dutchID != $0.id }.map(\.id) + ["linear", "scurve", "step", "composition"]
    return Set(words).sorted()
  }()
  /// Those that people need not know: `item` and `reserve` are Dutch too, where they are no names of cells.
  private static let english = ids.filter { $0 != "item" && $0 != "reserve" }

  /// The English words that stand by themselves in a text: not as part of a name (`--seed`, `norms.csv`).
  private static func found(in text: String) -> [String] {
    let words = Set(
      matches(#"[\w./-]+"#, in: text).map { $0[0].trimmingCharacters(in: CharacterSet(charactersIn: ".")) })
    return english.filter(words.contains)
  }

  /// All groups of all matches. Foundation's expressions, as those of the standard library take a minute for the sources.
  private static func matches(_ pattern: String, in text: String) -> [[String]] {
    let expression = try! NSRegularExpression(pattern: pattern)
    let whole = text as NSString
    return expression.matches(in: text, range: NSRange(location: 0, length: whole.length)).map { match in
      (0..<match.numberOfRanges).map { whole.substring(with: match.range(at: $0)) }
    }
  }

  @Test func itFindsWhatItLooksFor() {
    #expect(Self.english.count > 60)
    #expect(Self.found(in: "kolom turnover, rij 3") == ["turnover"])
    #expect(Self.found(in: "kies linear, scurve of step") == ["linear", "scurve", "step"])
    #expect(Self.found(in: "waterlijn run --seed 3; provision-norms.csv; kolom verloop").isEmpty)
  }

  /// The Dutch texts of a source file, without what is inserted into them.
  private static func dutchTexts(of source: String) -> [String] {
    let inserted = #"\\\((?:[^()"]|"[^"]*"|\((?:[^()]|\([^()]*\))*\))*\)"#
    return matches(#"(?s)\b(?:nl|remedyNl):\s(.*?)\b(?:en|remedyEn):\s"#, in: source).map { match in
      let text = match[1].replacingOccurrences(of: inserted, with: "…", options: .regularExpression)
      return matches(#""((?:[^"\\]|\\.)*)""#, in: text).map { $0[1] }.joined(separator: " ")
    }
  }

  @Test func textsInTheCode() throws {
    let files = FileManager.default.enumerator(
      at: Shell.package.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
    var count = 0
    for file in (files?.allObjects as? [URL] ?? []) where file.pathExtension == "swift" {
      for text in Self.dutchTexts(of: try String(contentsOf: file, encoding: .utf8)) {
        count += 1
        #expect(Self.found(in: text) == [], "\(file.lastPathComponent): \(text.prefix(200))")
        // The word of the file for a sampler is explained by the field's own name.
        if !Self.matches(#"\blhs\b"#, in: text).isEmpty {
          #expect(text.contains("Latin hypercube"), "\(file.lastPathComponent): \(text)")
        }
      }
    }
    #expect(count > 1_000)
  }

  /// What commands say of a study with Dutch columns.
  @Test(arguments: [
    ["check"], ["explain", "--scenario", "PIKETPOOLS", "--region", "VR17", "--year", "2030"], ["benchmark"],
    ["compare", "--scenario", "PROGRAMMA+PIKETPOOLS", "--draws", "200"],
    ["sweep", "--scenario", "PROGRAMMA", "--vary", "staffing.turnover[VR17/OvD-BZ]=5%...25%/2", "--draws", "200"],
    [
      "solve", "--scenario", "PROGRAMMA", "--find", "bandbreedte", "--range", "0...0,5", "--such-that",
      "kans(netto > 0) <= 20%", "--draws", "200",
    ],
    ["sensitivity", "--scenario", "PROGRAMMA", "--by", "kolom", "--draws", "400"],
  ])
  func textsOfCommands(arguments: [String]) throws {
    let study = Folders.scenarios.appendingPathComponent("rotterdam-rijnmond").path
    let run = CommandRun([arguments[0], study] + arguments.dropFirst())
    try #require(run.status == .success, "\(run.error)")
    let text = run.output
    for line in text.split(separator: "\n") {
      // Names of cells stand in full: table, column and key.
      let names = Self.matches(#"[a-z-]+\.([a-z_]+)\["#, in: String(line)).map { $0[1] }
      #expect(Self.found(in: String(line)) + names.filter(Self.ids.contains) == [], "\(line)")
    }
    #expect(!text.contains("(lhs"))
  }
}
