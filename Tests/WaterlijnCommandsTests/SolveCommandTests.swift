import CostEngine
import Testing

@testable import WaterlijnCommands

/// Searches of which the answer is known: see ``LinearStudy``.
@Suite struct SolveCommandTests {
  private let world: World

  init() throws {
    world = World()
    try LinearStudy.write(to: world)
  }

  private func solve(_ find: String, _ condition: String, _ arguments: String...) -> World.Outcome {
    world.run(
      [
        "solve", "studie", "--scenario", "S", "--find", find, "--such-that", condition, "--draws", "2000", "--out",
        "uit",
      ]
        + arguments)
  }

  /// The rows of solve.csv, by column name.
  private var table: [[String: String]] {
    let lines = world.text("uit/solve.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private var solution: Double? { table.first { $0["solution"] == "1" }.flatMap { Double($0["value"]!) } }

  /// 6,000 / (until - 2026) <= 1,500 from 2030 on.
  private static let wholeCases: [(String, [String], Double)] = [
    ("mean(structural[NL,2027]) <= 1500", [], 2030.0), ("mean(structural[2027]) < 1500", [], 2031),
    ("gemiddelde(structureel[R1,2027]) \u{2264} 1,5e3", [], 2030),
    (
      "mean(structural[NL,2027]) >= "
        + "1500", ["--largest"], 2030
    ),
    ("mean(structural[NL,2027]) > 1500", ["--largest"], 2029), ("p80(structural[2027]) <= 2000", [], 2029),
    ("mean(structural[2027]) <= 1500", ["--range", "2028...2032"], 2030),
    ("mean(structural[2027]) <= 1500", ["--range", "2025...2040", "--smallest"], 2030),
  ]

  @Test(arguments: wholeCases)
  func whole(condition: String, options: [String], expected: Double) {
    let outcome = world.run(
      ["solve", "studie", "--scenario", "S", "--find", "tot", "--such-that", condition, "--out", "uit"] + options)
    #expect(outcome.status == .success, "\(outcome.error)")
    #expect(solution == expected)
    #expect(outcome.output.contains("\n\(Int(expected)). Dan is"))
    // All whole years were tried; the statistic is certain.
    let rows = table
    #expect(zip(rows, rows.dropFirst()).allSatisfy { Double($1["value"]!)! == Double($0["value"]!)! + 1 })
    #expect(rows.allSatisfy { $0["lower"] == $0["statistic"] && $0["upper"] == $0["statistic"] })
  }

  @Test func aPercentileOfAUniformAmount() throws {
    let outcome = solve("one-offs.bedrag[VAST]", "p80(incidental[NL,2027]) <= 6500", "--range", "0...1000", "--largest")
    #expect(outcome.status == .success, "\(outcome.error)")
    // 5,000 + X + P80: X = 700, to a stratum of EUR 5.
    #expect(abs(try #require(solution) - 700) <= 5)
    let row = try #require(table.first { $0["solution"] == "1" })
    #expect(Double(row["statistic"]!)! <= 6500)
    // Ranks 1,600 -+ 1.96 sqrt(2,000 * 0.8 * 0.2) = 35 draws, EUR 17.5, and a stratum of EUR 5 at either end.
    #expect(abs(Double(row["upper"]!)! - Double(row["lower"]!)! - 35) <= 10)
  }

  @Test func aMean() throws {
    #expect(
      solve(
        "one-offs.bedrag[VAST]",
        "mean(incidental[NL,2027]) >= "
          + "5600", "--range", "0...1000"
      ).status == .success)
    // X + 500 >= 600: the standard error is 5 / sqrt(12 * 2,000) = EUR 0.03, the values are EUR 1 apart.
    #expect(abs(try #require(solution) - 100) <= 1)
  }

  /// P(X + U > 500) = 0.5 + X / 1,000 <= 0.7 up to X = 200.
  @Test func aChance() throws {
    let outcome = solve(
      "one-offs.bedrag[VAST]", "kans(incidental[NL,2027] > 5500) <= 70%", "--range", "0...400", "--largest")
    #expect(outcome.status == .success, "\(outcome.error)")
    // A share of 10 replicates of 200 strata is within one stratum: EUR 5.
    #expect(abs(try #require(solution) - 200) <= 5)
    #expect(outcome.output.flat.contains("boven EUR 5.500 uitkomt is 70 %"))
  }

  @Test func theEdgeAndTheWholeRange() {
    let all = solve("until", "mean(structural[2027]) >= 0")
    #expect(all.output.flat.contains("De eis geldt bij elke waarde van het bereik die kan: dit is het begin ervan."))
    let edge = solve("until", "mean(structural[2027]) > 2500")
    #expect(edge.output.flat.contains("Dit is het begin van het bereik: misschien voldoet daarbuiten"))
  }

  @Test func noneInTheRange() {
    let outcome = solve("until", "mean(structural[2027]) <= 500")
    #expect(outcome.status == .success)
    #expect(
      outcome.output.flat.contains(
        "Geen enkele waarde van 2027 tot en met 2032 voldoet. Het dichtst bij komt 2032: het gemiddelde van"))
    #expect(solution == nil && table.count == 6)
  }

  /// The one-off of 2028 is too much in that year only.
  @Test func aConditionThatComesAndGoes() {
    let outcome = solve("variables.waarde[jaar]", "mean(incidental[2028]) <= 2000", "--range", "2027...2031")
    #expect(outcome.status == .success)
    #expect(solution == 2027 && table.map { $0["meets"] } == ["1", "0", "1", "1", "1"])
    #expect(outcome.output.flat.contains("De eis geldt bij 2027 en 2029-2031, en daartussen niet."))
  }

  @Test func impossibleValuesAreTold() {
    let outcome = solve("until", "mean(structural[2027]) <= 6000", "--range", "2025...2028")
    #expect(outcome.status == .success && solution == 2027)
    #expect(outcome.output.flat.contains("2026 kan niet (zie onder)."))
    #expect(
      outcome.output.flat.contains("2026 kan niet: Het laatste jaar (2026) ligt voor het eerste (2027): scenario S."))
    let all = solve("until", "mean(structural[2027]) <= 6000", "--range", "2024...2026")
    #expect(
      all.status == .invalidStudy && all.output.isEmpty
        && all.error.flat.contains(
          "Geen enkele waarde in dit bereik is mogelijk.")
    )
  }

  /// The number of threads changes no byte.
  @Test func threads() {
    let one = solve("bandwidth", "p80(net) <= 20000", "--threads", "1")
    let bytes = world.contents["uit/solve.csv"]
    let three = solve("bandwidth", "p80(net) <= 20000", "--threads", "3")
    #expect(one == three && one.status == .success && world.contents["uit/solve.csv"] == bytes)
  }

  @Test func quietness() {
    let outcome = solve("until", "mean(structural[2027]) <= 1500", "--quiet", "--csv-locale", "nl")
    #expect(outcome == World.Outcome(status: .success, output: "", error: ""))
    #expect(world.text("uit/solve.csv").contains("scenarios.until[S];2030,000000;1;1;1500,000000;"))
  }

  private static let mistakeCases: [(String, String, [String], String)] = [
    (
      "until", "p80 <= 0", [],
      "--such-that: \"p80 <= 0\" is geen eis. Schrijf MAAT(BEDRAG[REGIO,JAAR]) <= GETAL, bijvoorbeeld "
        + "\"p80(netto[NL,2027]) <= 0\" of \"kans(netto > 0) <= 20%\"."
    ),
    (
      "until", "p80(net) = 0", [],
      "--such-that: \"p80(net) = 0\" is geen eis. Schrijf MAAT(BEDRAG[REGIO,JAAR]) <= GETAL, bijvoorbeeld "
        + "\"p80(netto[NL,2027]) <= 0\" of \"kans(netto > 0) <= 20%\"."
    ),
    (
      "until", "gemidelde(net) <= 0", [], "--such-that: onbekende maat \"gemidelde\". Bedoelt u \"gemiddelde\"?"
    ),
    (
      "until", "p100(net) <= 0", [],
      "--such-that: onbekende maat \"p100\". Kies gemiddelde, p1 tot en met p99, cvar95, sd of kans."
    ),
    ("until", "p80(nettto) <= 0", [], "--such-that: onbekend bedrag \"nettto\". Bedoelt u \"netto\"?"),
    ("until", "p80(net[R2]) <= 0", [], "--such-that: de studie kent \"R2\" niet. Bedoelt u \"R1\"?"),
    ("until", "p80(net[NL,2072]) <= 0", [], "--such-that: de studie kent \"2072\" niet. Bedoelt u \"2027\"?"),
    ("until", "p80(net) <= veel", [], "--such-that: \"veel\" is geen getal, zoals 0, 5 mln, 5e6 of 80%."),
    // It used to be a tenth of a euro.
    (
      "until", "p80(net) <= 10%", [],
      "--such-that: een bedrag is in euro's, geen percentage zoals \"10%\"."
    ),
    (
      "until", "kans(net > 0) <= 20", [],
      "--such-that: een kans ligt van 0% tot en met 100%, niet bij \"<= 20\"."
    ),
    ("until", "mean(npv[2027]) <= 0", [], "--such-that: de contante waarde is er alleen van alle jaren samen."),
    ("untl", "mean(net) <= 0", [], "--find: onbekende invoer \"untl\". Bedoelt u \"until\"?"),
    (
      "until", "mean(net) <= 0", ["--range", "2030"],
      "--range: \"2030\" is geen bereik, zoals 2026...2040 of 0...0,3."
    ),
    (
      "bandwidth", "mean(net) <= 0", ["--range", "0...2"],
      "--range: scenarios.bandwidth[S] kan niet 2 zijn: de waarde moet van 0 tot en met 1 zijn."
    ),
    (
      "variables.value[jaar]", "mean(net) <= 0", ["--range", "2027...2028.5"],
      "--range: dit getal is alleen heel: schrijf een bereik van hele getallen."
    ),
    ("delay_years", "mean(net) <= 0", [], "--range ontbreekt."),
    ("until", "mean(net) <= 0", ["--largest", "--smallest"], "--largest: kan niet samen met --smallest."),
  ]

  @Test(arguments: mistakeCases)
  func mistakes(find: String, condition: String, options: [String], message: String) {
    let outcome = world.run(
      ["solve", "studie", "--scenario", "S", "--find", find, "--such-that", condition] + options)
    #expect(outcome.status == .wrongUsage && outcome.output.isEmpty)
    #expect(outcome.error.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func whatIsMissing() {
    let both = world.run(["solve", "studie"])
    #expect(both.error.hasPrefix("--find en --such-that ontbreken.\n"))
    let scenario = world.run(["solve", "studie", "--find", "until", "--such-that", "mean(net) <= 0"])
    #expect(scenario.error.hasPrefix("--scenario ontbreekt.\n"))
  }
}

extension String {
  /// On one line.
  fileprivate var flat: String { replacing("\n", with: " ") }
}
