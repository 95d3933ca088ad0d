import Analyses
import CostEngine
import Foundation
import Reports
import StudyFiles
import Terms
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

/// Results of earlier formats, and of other versions, are read: by `report`, and by `compare` as the tables that they are.
/// `Formats` holds folders as they were written then.
@Suite struct FormatTests {
  private static let formats = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats")
  static let folders = [
    "leerboek/uitkomsten", "voorbeeld/uitkomsten", "voorbeeld/uitkomsten-nl", "voorbeeld/uitkomsten-regio",
    "voorbeeld/uitkomsten-tolerantie",
  ]

  /// A world with the studies of a format and their results.
  private static func world(_ format: String = "format-0") throws -> World {
    let world = World()
    for study in ["leerboek", "voorbeeld", "vergeleken"] {
      try FileManager.default.copyItem(
        atPath: formats.appendingPathComponent("\(format)/\(study)").path, toPath: "\(world.folder)/\(study)")
    }
    return world
  }

  // MARK: Of earlier formats

  /// They are of their format, and every byte of the tables comes back from what is read of them; they lack the end state
  /// and four percentiles.
  @Test(arguments: folders)
  func aReportOfFormat0(folder: String) throws {
    let world = try Self.world()
    let manifest = try Manifest(reading: world.contents[folder + "/manifest.json"] ?? [])
    #expect(manifest.format == 0)
    #expect((manifest.precision != nil) == folder.hasSuffix("tolerantie"))
    let reading = StudyReader.read(
      folder: world.folder + "/" + folder.prefix { $0 != "/" }, in: SystemFiles(), overrides: [],
      keepsLedger: false)
    let environment = ReportCommandTests.environment(world, reading)
    let run = try OpenedResults(folder, study: nil, environment)
      .run(CommandContext(environment, requestedLanguage: nil), threads: 1)
    let later: [ResultsColumn] = [.p70, .p80, .p85, .p99]
    #expect(run.gaps.columns == later && run.gaps.lacksEndState && run.gaps.quantities.isEmpty)
    #expect(run.gaps.lines.isEmpty && run.gaps.unknownLines.isEmpty && run.gaps.payers.isEmpty)
    #expect(run.results.hasPayers == folder.hasPrefix("voorbeeld"))
    let tables = ResultsCSV(study: run.study, results: run.results, locale: manifest.csvLocale)
    func rows(_ bytes: [UInt8]?) -> [Substring] {
      // For each inhabitant amounts were divided before they were rounded.
      String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").filter { !$0.contains("_per_inhabitant") }
    }
    func earlier(_ bytes: [UInt8], isOfYears: Bool, hasStatistics: Bool) -> [UInt8] {
      var table = EditedTable(bytes, separator: manifest.csvLocale == .dutch ? ";" : ",")
      if isOfYears { table.removeRows("year", "end") }
      if hasStatistics { for column in later { table.removeColumn(column.id) } }
      return table.bytes
    }
    #expect(
      rows(earlier(tables.summary(), isOfYears: true, hasStatistics: true))
        == rows(world.contents[folder + "/summary.csv"]))
    #expect(
      earlier(tables.lines(), isOfYears: true, hasStatistics: false) == world.contents[folder + "/lines.csv"])
    #expect(earlier(tables.pairs(), isOfYears: false, hasStatistics: true) == world.contents[folder + "/pairs.csv"])
    for language in ["nl", "en"] {
      let outcome = world.run(
        ["report", folder, "--language", language, "--out", "p.html", "--xlsx", "p.xlsx", "--quiet"])
      #expect(outcome == World.Outcome(status: .success, output: "", error: ""))
      let missing =
        language == "nl"
        ? "bevatten niet: eindbeeld, P70, P80, P85, P99." : "do not hold: end state, P70, P80, P85, P99."
      #expect(world.text("p.html").contains(missing) && world.contents["p.xlsx"] != nil)
    }
  }

  /// As the program of then told them.
  @Test func theFiguresOfFormat0() throws {
    let world = try Self.world()
    for folder in ["voorbeeld/uitkomsten", "voorbeeld/uitkomsten-nl"] {
      #expect(world.run(["report", folder, "--out", "p.html"]).status == .success)
      let page = world.text("p.html").replacing("\u{a0}", with: " ")
      for figure in [
        "€ 16.100 – 20.800 in 9 van de 10 gevallen", "per jaar meer kwijt dan nu, voor aftrek van de middelen.",
        "Tegenover € 74.000 meerkosten over 2027-2029 staat naar verwachting € 29.000 aan middelen (onzeker: € 17.000 – "
          + "41.000). Er blijft € 45.000 te dekken.",
        "daarvan is € 26.700 eigen werktijd", "€ 11.000 – 21.000 in 9 van de 10 gevallen",
        "De kans dat de middelen over alle jaren samen genoeg zijn, is 96 %.",
      ] {
        #expect(page.contains(figure), "\(figure)")
      }
    }
  }

  /// Away from their study they are tables, and the differences are those of then to the last byte.
  @Test(arguments: [
    ("voorbeeld-net", "voorbeeld/uitkomsten", "voorbeeld/uitkomsten-tolerantie", "SLIM", "net"),
    ("voorbeeld-delta", "voorbeeld/uitkomsten-nl", "voorbeeld/uitkomsten-tolerantie", "BASIS", "delta"),
    ("leerboek-delta", "leerboek/uitkomsten", "leerboek/uitkomsten", "INEENS+SLIM", "delta"),
  ])
  func aComparisonOfFormat0(name: String, a: String, b: String, scenarios: String, quantity: String) throws {
    let world = try Self.loose([("a", a), ("b", b)])
    let outcome = world.run(
      ["compare", "a", "b", "--scenario", scenarios, "--quantity", quantity, "--out", "o", "--xlsx", "o.xlsx"])
    #expect(outcome.status == .success && outcome.error.isEmpty && !outcome.output.contains("andere versie"))
    for table in ["compare.csv", "bridge.csv"] {
      #expect(world.contents["o/" + table] == world.contents["vergeleken/\(name)/\(table)"], "\(table)")
    }
    // In the folder of the study they are computed again.
    let again = world.run(["compare", b, "--scenario", name == "leerboek-delta" ? scenarios : "BASIS+SLIM"])
    #expect(again.output.contains("is opnieuw berekend uit de studie waar het in staat"))
  }

  /// A world with results that stand in no study.
  private static func loose(_ folders: [(name: String, folder: String)]) throws -> World {
    let world = try world()
    for (name, folder) in folders {
      try FileManager.default.copyItem(
        atPath: "\(world.folder)/\(folder)", toPath: "\(world.folder)/\(name)")
    }
    return world
  }

  // MARK: Of later formats

  @Test func aLaterFormatIsRefused() throws {
    let world = try Self.loose([("los", "voorbeeld/uitkomsten")])
    for folder in ["voorbeeld/uitkomsten", "los"] {
      try world.write("{\"tool\": \"waterlijn\", \"format\": 99, \"more\": []}", to: folder + "/manifest.json")
      for (command, language) in [("report", "nl"), ("report", "en"), ("compare", "nl"), ("compare", "en")] {
        let outcome = world.run(
          [command, folder] + (command == "compare" ? ["leerboek"] : []) + ["--language", language])
        #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
        #expect(
          outcome.error
            == (language == "nl"
              ? "\(folder) is van formaat 99, en Waterlijn \(Waterlijn.version) kent formaten tot en met 1: gebruik een "
                + "nieuwere Waterlijn.\n"
              : "\(folder) is of format 99, and Waterlijn \(Waterlijn.version) knows formats up to 1: use a newer "
                + "Waterlijn.\n"))
      }
    }
  }

  /// `compare` used to say that such a folder is no study.
  @Test(arguments: ["", "{}", nil]) func withoutAManifestThatCanBeRead(text: String?) throws {
    let world = try Self.loose([("los", "voorbeeld/uitkomsten")])
    if let text {
      try world.write(text, to: "los/manifest.json")
    } else {
      try FileManager.default.removeItem(atPath: world.folder + "/los/manifest.json")
    }
    for command in [["report", "los"], ["compare", "los"], ["compare", "leerboek", "los"]] {
      let outcome = world.run(command)
      #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
      #expect(
        outcome.error == """
          manifest.json in los ontbreekt, of is niet te lezen als uitkomst van waterlijn run.
          Reken de studie opnieuw door met waterlijn run.

          """, "\(command)")
    }
  }

  // MARK: Of other versions

  /// Changes a table, and what the manifest says of it.
  private func edit(_ world: World, _ folder: String, _ name: String, _ change: (inout EditedTable) -> Void) throws {
    let path = "\(folder)/\(name)"
    let old = try #require(world.contents[path])
    var table = EditedTable(old, separator: folder.hasSuffix("-nl") ? ";" : ",")
    change(&table)
    try write(world, folder, name, table.bytes)
  }

  private func write(_ world: World, _ folder: String, _ name: String, _ bytes: [UInt8]) throws {
    let path = "\(folder)/\(name)"
    let old = SHA256.hexDigest(of: try #require(world.contents[path]))
    try world.change("\(folder)/manifest.json", old, SHA256.hexDigest(of: bytes))
    try world.write(String(decoding: bytes, as: UTF8.self), to: path)
  }

  /// What stands in another order, and what is not known, changes nothing of the report.
  @Test(arguments: ["voorbeeld/uitkomsten", "voorbeeld/uitkomsten-nl"])
  func anotherOrderAndMore(folder: String) throws {
    let world = try Self.world()
    #expect(world.run(["report", folder, "--out", "p.html", "--xlsx", "p.xlsx"]).status == .success)
    for name in ["summary.csv", "lines.csv", "pairs.csv"] {
      try edit(world, folder, name) { table in
        if name == "summary.csv" {
          var later = table
          later.rename("quantity", "delta", "later")
          table.rows += later.rows.filter { $0.contains("later") }
        }
        table.addColumn("p98", "?", at: 3)
        table.rows.reverse()
        table.reverseColumns()
      }
    }
    #expect(world.run(["report", folder, "--out", "q.html", "--xlsx", "q.xlsx"]).status == .success)
    #expect(
      world.contents["q.html"] == world.contents["p.html"] && world.contents["q.xlsx"] == world.contents["p.xlsx"])
  }

  @Test func lessThanThisVersionWrites() throws {
    let folder = "voorbeeld/uitkomsten"
    for (table, text, change) in [
      ("lines.csv", "piket", { $0.removeRows("line", "standby") }),
      ("summary.csv", "contante waarde van de meerkosten", { $0.removeRows("quantity", "npv") }),
      ("summary.csv", "netto na dekking", { $0.removeRows("quantity", "net") }),
      ("summary.csv", "P25", { $0.removeColumn("p25") }),
      ("summary.csv", "wie betaalt", { $0.removeRows("quantity", "paid_state") }),
      ("pairs.csv", "kans dat het eerste goedkoper is", { $0.removeColumn("share_a_cheaper") }),
    ] as [(String, String, (inout EditedTable) -> Void)] {
      let world = try Self.world()
      try edit(world, folder, table, change)
      let outcome = world.run(["report", folder, "--out", "p.html", "--xlsx", "p.xlsx"])
      #expect(outcome.status == .success && outcome.error.isEmpty, "\(text): \(outcome.error)")
      let page = world.text("p.html")
      let found = try #require(page.firstRange(of: "andere versie van Waterlijn en bevatten niet: "))
      let missing = page[found.upperBound...].prefix { $0 != "." }
      #expect(missing.split(separator: ", ").contains { $0 == text }, "\(text): \(missing)")
    }
  }

  @Test func withoutWhatIsNeededThereIsNone() throws {
    for (table, name, change) in [
      ("summary.csv", "delta", { $0.removeRows("quantity", "delta") }),
      ("summary.csv", "p05", { $0.removeColumn("p05") }), ("pairs.csv", "p95", { $0.removeColumn("p95") }),
      ("lines.csv", "mean", { $0.removeColumn("mean") }),
    ] as [(String, String, (inout EditedTable) -> Void)] {
      let world = try Self.world()
      try edit(world, "voorbeeld/uitkomsten", table, change)
      let outcome = world.run(["report", "voorbeeld/uitkomsten", "--out", "p.html"])
      #expect(outcome.status == .invalidStudy && outcome.output.isEmpty && world.contents["p.html"] == nil)
      #expect(
        outcome.error == """
          \(table) in voorbeeld/uitkomsten is van een andere versie van Waterlijn en bevat niet wat hiervoor nodig is: \(name).
          Reken de studie opnieuw door met waterlijn run.

          """)
    }
  }

  @Test(arguments: ["summary.csv", "lines.csv"])
  func whatIsDamagedIsRefused(name: String) throws {
    let folder = "voorbeeld/uitkomsten"
    let rows = EditedTable(try #require(try Self.world().contents["\(folder)/\(name)"])).rows.count
    // The header is row 1.
    for (row, change) in [
      (rows + 1, { $0.rows.remove(at: 7) }), (rows + 2, { $0.rows.append($0.rows[7]) }),
      (2, { $0.rename("region", "AA", "CC") }), (nil, { $0.rename("scenario", "SLIM", "SLIMMER") }),
      (nil, { $0.removeRows("scenario", "SLIM") }), (nil, { $0.removeRows("year", "2028") }),
      (nil, { $0.rename("year", "2028", "2038") }), (1, { $0.removeColumn("region") }),
      (5, { $0.rows[3][4] = "veel" }), (5, { $0.rows[3][4] = "" }), (5, { $0.rows[3].removeLast() }),
      (2, { $0.rows = [] }),
    ] as [(Int?, (inout EditedTable) -> Void)] {
      let world = try Self.world()
      try edit(world, folder, name, change)
      let outcome = world.run(["report", folder, "--out", "p.html"])
      #expect(outcome.status == .invalidStudy && outcome.output.isEmpty && world.contents["p.html"] == nil)
      try FileManager.default.moveItem(atPath: "\(world.folder)/\(folder)", toPath: "\(world.folder)/los")
      let compared = world.run(["compare", "los", "voorbeeld", "--scenario", "SLIM"])
      #expect(compared.status == .invalidStudy && compared.output.isEmpty)
      for (folder, error) in [(folder, outcome.error), ("los", compared.error)] {
        let start = "\(name) in \(folder) is niet te lezen als uitkomst van waterlijn run: rij "
        #expect(error.hasPrefix(start + (row.map { "\($0) is onjuist of ontbreekt.\n" } ?? "")), "\(error)")
      }
    }
    let world = try Self.world()
    try write(world, folder, name, (world.contents["\(folder)/\(name)"] ?? []).dropLast(4))
    #expect(world.run(["report", folder]).status == .invalidStudy)
  }

  // MARK: Compared as tables

  /// A line that one of the two does not know used to be EUR 0 there: the other one's was told as the difference.
  @Test func aLineThatOneSideLacks() throws {
    let world = try Self.loose([("a", "voorbeeld/uitkomsten"), ("b", "voorbeeld/uitkomsten")])
    func compare(_ scenarios: String, _ quantity: String = "delta") -> World.Outcome {
      world.run(
        ["compare", "a", "b", "--scenario", scenarios, "--quantity", quantity, "--out", "o", "--xlsx", "o.xlsx"])
    }
    #expect(compare("BASIS+SLIM").status == .success)
    let whole = world.parts("o", "line")
    try edit(world, "b", "lines.csv") { $0.removeRows("line", "standby") }
    let outcome = compare("BASIS+SLIM")
    #expect(outcome.status == .success && outcome.output.contains("Overige posten"))
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "b is van een andere versie van Waterlijn en bevat niet apart: standby. Wat niet in beide apart staat, is "
          + "samengenomen onder \"overige posten\"."))
    world.expectExactBridges("o")
    var parts = world.parts("o", "line")
    #expect(parts["standby"] == nil)
    #expect(abs(try #require(parts["other"]) - (whole["standby"] ?? 0)) < 0.02)
    // A line that this version does not know is no part of the others.
    try edit(world, "a", "lines.csv") { $0.rename("line", "provisions", "later") }
    let words = compare("BASIS+SLIM").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("en bevat kostenregels die deze versie niet kent: later."))
    world.expectExactBridges("o")
    parts = world.parts("o", "line")
    #expect(abs(try #require(parts["other"]) - (whole["standby"] ?? 0) - (whole["provisions"] ?? 0)) < 0.03)
    // The same with an amount that is more than cost lines.
    try edit(world, "b", "summary.csv") { $0.removeRows("quantity", "baseline") }
    #expect(compare("BASIS+SLIM", "cost").status == .success)
    world.expectExactBridges("o")
    #expect(compare("SLIM", "npv").output.contains("Deze grootheid is geen som van kostenregels"))
    #expect(!compare("SLIM", "npv").output.contains("andere versie"))
  }

  /// An amount or a statistic that one side lacks used to leave an empty comparison.
  @Test func anAmountThatOneSideLacks() throws {
    let world = try Self.loose([("a", "voorbeeld/uitkomsten"), ("b", "voorbeeld/uitkomsten")])
    try edit(world, "b", "summary.csv") {
      $0.removeRows("quantity", "net")
      $0.removeColumn("p25")
    }
    #expect(world.run(["compare", "a", "b", "--scenario", "SLIM", "--quantity", "delta"]).status == .success)
    let outcome = world.run(["compare", "a", "b", "--scenario", "SLIM", "--quantity", "net", "--language", "en"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(
      outcome.error == """
        summary.csv in b is of another version of Waterlijn and does not hold what this needs: net.
        Compute the study again with waterlijn run.

        """)
    try edit(world, "b", "summary.csv") { $0.removeColumn("p50") }
    #expect(
      world.run(["compare", "a", "b", "--scenario", "SLIM"]).error.contains("wat hiervoor nodig is: p50.\n"))
  }
}
