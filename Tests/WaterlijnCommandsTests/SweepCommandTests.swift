import CostEngine
import Foundation
import StudyFiles
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

@Suite struct SweepCommandTests {
  private let world: World

  init() throws {
    world = World()
    try LinearStudy.write(to: world)
  }

  private func sweep(_ arguments: String...) -> World.Outcome {
    world.run(["sweep", "studie", "--draws", "400"] + arguments)
  }

  /// The rows of sweep.csv, by column name.
  private func table(_ folder: String = "uit") -> [[String: String]] {
    let lines = world.text(folder + "/sweep.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// Structural cost of 2027: 6,000 / (until - 2026).
  @Test func aLastYear() throws {
    let outcome = sweep(
      "--scenario", "S", "--vary", "until=2026...2032", "--quantity", "structural", "--year", "2027", "--out", "uit")
    #expect(outcome.status == .success && outcome.error.isEmpty)
    let rows = table()
    #expect(rows.map { $0["value_1"] } == ["", "2026.000000"] + (2027...2032).map { "\($0).000000" })
    #expect(rows.map { $0["status"] } == ["study", "impossible"] + [String](repeating: "computed", count: 6))
    for (year, row) in zip(2027...2032, rows.dropFirst(2)) {
      let expected = Double(6000) / Double(year - 2026)
      // Cents.
      #expect(abs(try #require(Double(row["mean"] ?? "")) - expected) < 0.005)
      #expect(abs(try #require(Double(row["difference_mean"] ?? "")) - (expected - 1500)) < 0.005)
      #expect(row["own"] == (year == 2030 ? "1" : "0"))
    }
    #expect(rows[1]["reason"] == "The last year (2026) lies before the first (2027): scenario S.")
    #expect(rows[0]["mean"] == "1500.000000" && rows[0]["difference_mean"] == "0.000000")
  }

  /// An input that shifts every draw by a constant: the difference has no spread at all.
  @Test(arguments: Sampler.allCases)
  func pairing(sampler: Sampler) throws {
    let outcome = sweep(
      "--scenario", "S", "--vary", "one-offs.bedrag[VAST]=0...2000/3", "--sampler", sampler.id, "--out", "uit")
    #expect(outcome.status == .success)
    let rows = table()
    #expect(rows.map { $0["difference_mean"] } == ["0.000000", "-1000.000000", "0.000000", "1000.000000"])
    #expect(rows.allSatisfy { $0["difference_se"] == "0.000000" })
    #expect(rows.allSatisfy { Double($0["sd"]!)! > 200 })
    // The value of the study itself is the study itself.
    for column in ["mean", "se", "sd", "p05", "p50", "p95", "cvar95"] { #expect(rows[0][column] == rows[2][column]) }
  }

  /// The statistics are those of `run`.
  @Test func theStudyItselfIsWhatRunSays() throws {
    #expect(world.run(["run", "studie", "--draws", "400", "--quiet", "--out", "run"]).status == .success)
    #expect(
      sweep("--scenario", "S", "--vary", "until=2028+2030", "--quantity", "delta+npv+netto", "--out", "uit").status
        == .success)
    let summary = world.text("run/summary.csv").split(separator: "\n")
    let rows = world.text("uit/sweep.csv").split(separator: "\n").dropFirst()
    #expect(rows.count == 9)
    for row in rows where row.contains("study") || row.contains(",2030.000000,") {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let own = cells[4...23].joined(separator: ",")
      #expect(summary.contains { $0 == own }, "\(own)")
    }
  }

  /// Two inputs: every combination, the first input's values outside.
  @Test func twoInputs() throws {
    let outcome = sweep(
      "--scenario", "S", "--vary", "tot=2028+2030", "--vary", "bandbreedte=0%...50%/3", "--quantity", "structureel",
      "--year", "2027", "--out", "uit", "--threads", "1")
    #expect(outcome.status == .success)
    let rows = table().dropFirst()
    #expect(rows.map { $0["mean"] } == ["3000", "2250", "1500", "1500", "1125", "750"].map { $0 + ".000000" })
    #expect(
      rows.map { $0["value_2"] }
        == ["0", "0.25", "0.5", "0", "0.25", "0.5"].map { String(format: "%.6f", Double($0)!) })
    let bytes = world.contents["uit/sweep.csv"]
    _ = sweep(
      "--scenario", "S", "--vary", "tot=2028+2030", "--vary", "bandbreedte=0%...50%/3", "--quantity", "structureel",
      "--year", "2027", "--out", "uit", "--threads", "3")
    #expect(world.contents["uit/sweep.csv"] == bytes)
  }

  /// Wildcards, `var()`, settings and a setting's short name.
  private static let inputCases: [(String, String, [String])] = [
    ("variables.waarde[jaar]=2027+2028", "incidental", ["6500", "1500"]),
    ("one-offs.from[*]=2027", "structural", ["1500"]),
    ("provision-current.quantity[*/EX]=0+6", "structural", ["1500", "0"]),
    ("discontovoet=0+100%", "structural", ["1500", "1500"]),
    ("settings.value[years]=1...2", "structural", ["1500", "1500"]),
    ("scenario-regions.until[S/R1]=2029", "structural", ["2000"]),
  ]

  @Test(arguments: inputCases)
  func kindsOfInputs(vary: String, quantity: String, means: [String]) {
    let outcome = sweep(
      "--scenario", "S", "--vary", vary, "--quantity", quantity, "--year", "2027", "--out", "uit")
    #expect(outcome.status == .success, "\(outcome.error)")
    let found = table().dropFirst().map { $0["mean"]!.split(separator: ".")[0] }
    // The mean of the uniform amount, EUR 500, has a standard error of 1,000 / sqrt(12 * 200^2 * 400) = EUR 0.07.
    #expect(zip(found, means).allSatisfy { abs(Int($0)! - Int($1)!) <= 1 } && found.count == means.count, "\(found)")
  }

  /// A provision is its line here; a one-off is an item; the end state is that of 6 provisions whenever the phase-in ends.
  @Test func itemsLinesAndTheEndState() {
    let items = sweep(
      "--scenario", "S", "--vary", "until=2028+2030", "--quantity", "voorziening:EX+provisions+post:VAST", "--year",
      "2027", "--out", "uit")
    #expect(items.status == .success, "\(items.error)")
    let rows = table().dropFirst(3)
    #expect(
      rows.map { $0["quantity"] } == ["provision:EX", "provisions", "one-off:VAST"] + [
        "provision:EX", "provisions", "one-off:VAST",
      ])
    #expect(rows.map { $0["mean"] } == ["3000", "3000", "1000", "1500", "1500", "1000"].map { $0 + ".000000" })
    let end = sweep("--scenario", "S", "--vary", "until=2028+2032", "--year", "eind", "--out", "uit")
    #expect(end.status == .success, "\(end.error)")
    #expect(table().allSatisfy { $0["year"] == "end" && $0["quantity"] == "structural" && $0["mean"] == "6000.000000" })
  }

  @Test func aRegionThatHasItsOwnKeepsItAndThatIsSaid() throws {
    // Where all regions have their own, the scenario's counts for nothing.
    let all = sweep("--scenario", "T", "--vary", "bandwidth=0+0.2")
    #expect(all.status == .wrongUsage && all.error.hasPrefix("--vary: scenarios.bandbreedte[T] telt niet mee"))
    try world.write(LinearStudy.files["regions.csv"]! + "R2,Zuid,100000,1\n", to: "studie/regions.csv")
    let outcome = sweep("--scenario", "T", "--vary", "bandwidth=0+0.2", "--language", "en")
    #expect(outcome.output.replacing("\n", with: " ").contains("Note: 1 region has a value of its own"))
  }

  /// A term that only some of the scenarios have is varied there.
  @Test func severalScenarios() {
    let outcome = sweep("--scenario", "S+T", "--vary", "until=2028+2030", "--out", "uit")
    #expect(outcome.status == .success)
    let rows = table()
    #expect(rows.map { $0["scenario"] } == ["S", "T", "S", "T", "S", "T"])
    #expect(rows.filter { $0["scenario"] == "T" }.allSatisfy { $0["difference_mean"] == "0.000000" })
  }

  @Test func placesAndQuietness() {
    let outcome = sweep(
      "--scenario", "S", "--vary", "until=2028", "--region", "R1+NL", "--quiet", "--out", "uit", "--csv-locale", "nl")
    #expect(outcome == World.Outcome(status: .success, output: "", error: ""))
    #expect(world.text("uit/sweep.csv").hasPrefix("input_1;value_1;status;own;scenario;region;year;quantity;mean;"))
    #expect(world.text("uit/sweep.csv").contains(";R1;total;delta;"))
    #expect(world.text("uit/sweep.csv").contains(";NL;total;delta;"))
  }

  // MARK: What cannot be

  @Test func allImpossible() {
    let outcome = sweep("--scenario", "S", "--vary", "until=2025+2026")
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(
      outcome.error.contains(
        "tot 2025 kan niet: Het laatste jaar (2025) ligt voor het eerste (2027): scenario S."))
  }

  private static let mistakeCases: [([String], String)] = [
    (["--vary", "until"], "--vary: \"until\" is geen NAAM=WAARDEN, zoals tot=2028...2034 of bandbreedte=0...0,3/7."),
    (["--vary", "untl=1"], "--vary: onbekende invoer \"untl\". Bedoelt u \"until\"?"),
    (["--vary", "discontovoe=1"], "--vary: onbekende invoer \"discontovoe\". Bedoelt u \"discontovoet\"?"),
    (
      ["--vary", "provisions.prij[EX]=1"],
      "--vary: provisions.csv heeft geen kolom \"prij\" met getallen die vervangen kunnen worden. Bedoelt u "
        + "\"prijs\"?"
    ),
    (["--vary", "provisions.prijs[XE]=1"], "--vary: De studie kent \"XE\" niet als voorziening. Bedoelt u \"EX\"?"),
    (
      ["--vary", "until=2028", "--scenario", "T"],
      "--vary: scenarios.tot[T] telt niet mee: het model vraagt deze cel in deze studie niet."
    ),
    (
      ["--vary", "bandwidth=0...2/3"],
      "--vary: scenarios.bandbreedte[S] kan niet 2 zijn: de waarde moet van 0 tot en met 1 zijn. Is een percentage bedoeld? Schrijf 2%."
    ),
    (["--vary", "until=2028.5"], "--vary: scenarios.tot[S] kan niet 2028,5 zijn: het moet een geheel getal zijn."),
    (["--vary", "until=1", "--vary", "from=1", "--vary", "delay_years=1"], "--vary: hooguit twee invoeren tegelijk."),
    (
      ["--vary", "bandwidth=0...1/1000", "--vary", "release=0...1/2"],
      "--vary: dit zijn 2000 combinaties; hooguit 1000 kan. Neem minder waarden."
    ),
    (["--vary", "until=2028", "--vary", "scenarios.tot[S]=2029"], "--vary: beide invoeren veranderen dezelfde cel."),
    (
      ["--vary", "until=2028", "--quantity", "ingroei", "--year", "2028"],
      "--quantity: de ingroei is een aandeel en geen bedrag. Vraag haar met solve: ingroei[NL,2032] >= 1."
    ),
    (
      ["--vary", "until=2028", "--quantity", "post:VATS"],
      "--quantity: de studie kent \"VATS\" niet. Bedoelt u \"VAST\"?"
    ),
    (["--vary", "until=2028", "--quantity", "nett"], "--quantity: onbekend bedrag \"nett\". Bedoelt u \"net\"?"),
    (["--vary", "until=2028", "--region", "R2"], "--region: de studie kent \"R2\" niet. Wel: R1, NL."),
    (["--vary", "until=2028", "--year", "2072"], "--year: de studie kent \"2072\" niet. Bedoelt u \"2027\"?"),
    (
      ["--vary", "until=2028", "--year", "2027", "--quantity", "npv"],
      "--year: de contante waarde is er alleen van alle jaren samen."
    ),
    ([], "--vary ontbreekt."),
  ]

  @Test(arguments: mistakeCases)
  func mistakes(arguments: [String], message: String) {
    let scenario = arguments.contains("--scenario") ? [] : ["--scenario", "S"]
    let outcome = world.run(["sweep", "studie"] + scenario + arguments)
    #expect(outcome.status == .wrongUsage && outcome.output.isEmpty)
    #expect(outcome.error.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func anUnknownScenario() {
    let outcome = world.run(["sweep", "studie", "--scenario", "SS", "--vary", "until=2028"])
    #expect(outcome.error.hasPrefix("--scenario: de studie kent \"SS\" niet. Bedoelt u \"S\"?\n"))
  }

  /// 2.25 for 2.25 % used to be 225 % a year, without a word.
  @Test func aRateWithoutItsPercentSignIsAskedAbout() {
    let rate = sweep("--scenario", "S", "--vary", "discount_rate=0.02+2.25", "--language", "en")
    #expect(rate.status == .wrongUsage)
    #expect(rate.error.hasPrefix("--vary: \"2.25\" is 225%. Write 2.25% if that is meant, otherwise 225%."))
    #expect(
      sweep("--scenario", "S", "--vary", "discontovoet=2,25").error
        .hasPrefix("--vary: \"2,25\" is 225 %. Schrijf 2,25% als 2,25 % is bedoeld, en anders 225%."))
    for values in ["0.02+0.1", "2%+225%"] {
      #expect(!sweep("--scenario", "S", "--vary", "discount_rate=" + values).error.contains("%. "), "\(values)")
    }
  }

  @Test func aStudyWithMistakesIsRefused() throws {
    try world.write("setting,value\n", to: "fout/settings.csv")
    let outcome = world.run(["sweep", "fout", "--scenario", "S", "--vary", "until=2028"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
  }

  @Test func moreDrawsThanAreKept() {
    let outcome = world.run([
      "sweep", "studie", "--scenario", "S", "--vary", "until=2028", "--quantity", "delta+net", "--draws", "1e8",
    ])
    // 2^27 / 2.
    #expect(outcome.status == .wrongUsage)
    #expect(
      outcome.error.hasPrefix(
        "--draws: hier kunnen hooguit 67108864 trekkingen, want elke trekking wordt bewaard.\n"))
  }

  // MARK: While it runs

  @Test func aRequestToStopLeavesNothing() {
    let interruption = Interruption()
    _ = interruption.request()
    for arguments in [
      ["sweep", "studie", "--scenario", "S", "--vary", "until=2028+2029", "--out", "uit"],
      ["solve", "studie", "--scenario", "S", "--find", "until", "--such-that", "mean(delta) <= 0", "--out", "uit"],
    ] {
      let outcome = world.run(arguments, interruption: interruption)
      #expect(outcome.status == .interrupted && outcome.output.isEmpty)
      #expect(outcome.error == "Afgebroken; er is niets veranderd.\n")
      #expect(!world.contents.keys.contains { $0.hasPrefix("uit") })
    }
  }

  @Test func progressIsShownOnATerminal() {
    let time = Locked(0.0)
    let outcome = world.run(
      ["sweep", "studie", "--scenario", "S", "--vary", "until=2028+2029", "--draws", "200"], terminal: true,
      clock: {
        time.withLock { time in
          time += 1
          return time
        }
      })
    #expect(outcome.status == .success)
    #expect(outcome.error.contains(" 33 %") && outcome.error.contains(" 100 %"))
  }

  @Test func aTableThatIsSavedMeanwhileIsNoticed() throws {
    let text = try #require(LinearStudy.files["variables.csv"])
    let path = world.folder + "/studie/variables.csv"
    // The first reading is followed by another content.
    let outcome = world.run(
      ["sweep", "studie", "--scenario", "S", "--vary", "until=2028"], terminal: true,
      clock: {
        try? (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return 0
      })
    #expect(outcome.status == .failure)
    #expect(outcome.error.contains("tijdens het rekenen veranderd"))
  }
}
