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
    // With its sampling error: Wilson's interval of a share of 0.7 of 2,000 draws is 0.6796 to 0.7197; that of a share
    // that is less by half a tenth of a percentage point, which is shown as 70,0 % too, is lower by as much.
    #expect(
      outcome.output.flat.contains(
        /boven EUR 5\.500 ligt 70,0 % \(met 95 % zekerheid tussen (67,9|68,0) % en (71,9|72,0) %/))
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

  // MARK: Between the steps

  /// A region that needs 6 people of a function and has between 2 and 6 of them; a fund makes the total net amount
  /// V-shaped in their number, lowest at 6, where it is EUR 75.
  private func writeKnee() throws {
    let files = [
      "settings.csv": "setting,value\nfirst_year,2027\nyears,10\nreference_level,u\n",
      "regions.csv": "region,name,population,municipalities\nA,Aa,100000,4\n",
      "functions.csv": "function,name,per,hourly_cost,course_price\nF,Ef,region,50,20\n",
      "norms.csv": "level,function,positions,persons_per_position,initial_hours,annual_hours\nu,F,2,3,40,20\n",
      "staffing.csv": "region,function,persons,turnover\n*,F,2..6,0.05..0.2\n",
      "training.csv": "region,function,initial_hours,annual_hours\n*,*,30,15\n",
      "funding.csv": "fund,name,year,amount,share,key\nX,Ex,2027,1500,,equal\nX,,2030,9000,,equal\nX,,2032,0,,equal\n",
      "scenarios.csv": "scenario,level,phase_in,from,until\nS,u,linear,2028,2032\n",
    ]
    for (name, text) in files { try world.write(text, to: "knie/" + name) }
  }

  private func solveKnee(_ condition: String, _ range: String) -> String {
    world.run(
      [
        "solve", "knie", "--scenario", "S", "--find", "staffing.persons[*/F]", "--range", range, "--such-that",
        condition,
        "--draws", "1000", "--out", "uit", "--language", "en",
      ]
    ).output.flat
  }

  /// It used to say that no value met the condition: none of the 21 values did, the nearest was 6.25.
  @Test func aValueBetweenTheSteps() throws {
    try writeKnee()
    let output = solveKnee("mean(net) <= 100", "0...25")
    #expect(solution == 6 && output.contains("6. Then the mean of \"net of funding\" is EUR 7"))
    // Wherever the steps are.
    for range in ["0...24.9", "1...30", "5.1...33"] {
      _ = solveKnee("mean(net) <= 100", range)
      #expect(solution == 6, "\(range)")
    }
  }

  /// From above it touches EUR 75 at one value only; less than that is nowhere, and it says what was tried.
  @Test func aCurveThatTouches() throws {
    try writeKnee()
    _ = solveKnee("mean(net) <= 100", "0...25")
    let lowest = try #require(table.first { $0["solution"] == "1" })
    let level = try #require(Double(lowest["statistic"]!))
    _ = solveKnee("mean(net) <= \(level + 0.01)", "0...25")
    #expect(solution == 6)
    let none = solveKnee("mean(net) <= \(level - 5)", "0...25")
    #expect(solution == nil)
    #expect(none.contains("None of the values tried from 0 to 25 meets the condition. Nearest comes 6: the mean"))
    #expect(
      none.contains("Tried: 21 values over the whole range, ") && none.contains(" between them with 200 draws, and "))
  }

  /// A stretch narrower than any of the 1,000 to 10,000 values is still found where the curve is steep: 1 / 3 of a
  /// position is not among 0, 0.001, 0.002 ...
  @Test func aStretchBetweenTheFinestValues() throws {
    try world.write(
      "level,provision,quantity\nnorm,EX,1000000\n", to: "studie/provision-norms.csv")
    try world.write("region,provision,quantity\nR1,EX,0\n", to: "studie/provision-current.csv")
    // Between them these allow 0.33333 (bandwidth) but not 0.333 nor 0.334: EUR 666,667,000 a year, to EUR 5,000.
    let outcome = solve(
      "bandwidth", "structural[2032] <= 666.670.000 and structural[2032] >= 666.660.000", "--range", "0...1")
    #expect(outcome.status == .success, "\(outcome.error)")
    #expect(abs(try #require(solution) - 1.0 / 3) < 1e-5)
  }

  /// Both ends of each stretch are told to the nearest value, not to the nearest step: it used to say "0 and 3.2-4".
  @Test func theEndsOfEveryStretch() throws {
    try writeKnee()
    try world.write("profile,year,share\np,2028,0.2\np,2030,1\np,2031,0.3\np,2034,1\n", to: "knie/phase-in.csv")
    try world.write("scenario,level,phase_in,from,until,delay_years\nS,u,p,,,0\n", to: "knie/scenarios.csv")
    try world.write("region,function,persons,turnover\n*,F,4,0.1\n", to: "knie/staffing.csv")
    let outcome = world.run([
      "solve", "knie", "--scenario", "S", "--find", "delay_years", "--range", "0...4", "--such-that",
      "mean(delta[NL,2031]) <= 2000", "--language", "en",
    ])
    #expect(outcome.output.flat.contains("The condition holds at 0-0.118 and 3.001-4, and not between."))
  }

  // MARK: What is asked

  /// Structural cost of 2027 to 2032 grows to EUR 6,000 a year, whatever the last year of the phase-in: a year with one-offs
  /// costs EUR 8,000 at most where they fall apart.
  @Test func theDearestYearAndSeveralClauses() throws {
    // It is EUR 6,000 a year in the end, whenever that is within the years of the study.
    let never = solve("until", "max(structural[NL,2027...2032]) <= 5000", "--range", "2027...2032")
    #expect(solution == nil && never.output.flat.contains("heeft geen enkel gevolg"))
    let both = solve("until", "structural[2027] <= 2000 en ingroei[NL,2030] >= 1", "--range", "2027...2032")
    // 6,000 / (until - 2026) <= 2,000 from 2029 on; complete in 2030 up to 2030.
    #expect(solution == 2029 && both.status == .success)
    _ = solve("until", "structural[2027] <= 2000 and phase_in[NL,2030] >= 1", "--range", "2027...2032", "--largest")
    #expect(solution == 2030)
    // A row for each clause.
    let rows = table.filter { $0["value"]!.hasPrefix("2031") }
    #expect(rows.map { $0["condition"] } == ["1", "2"] && rows.map { $0["condition_meets"] } == ["1", "0"])
    #expect(rows.map { $0["meets"] } == ["0", "0"])
    #expect(rows[1]["statistic"] == "0.800000" && rows[1]["mean"] == "")
  }

  /// P80 of the dearest year is not the highest P80 of the years: the one-off of a year is uncertain by itself.
  @Test func aPercentileOfTheDearestYear() throws {
    try world.write(
      """
      item,name,per,amount,from,until,index,scenarios
      A,A,national,0..1000,2027,2027,price,S
      B,B,national,0..1000,2028,2028,price,S
      C,C,national,1000,2029,2029,price,S

      """, to: "studie/one-offs.csv")
    // Of two uniform amounts the larger has its P80 at 1,000 sqrt(0.8) = 894; each by itself at 800.
    let joint = solve("one-offs.bedrag[C]", "p80(max(incidental[2027...2028])) <= 850", "--range", "0...1")
    #expect(solution == nil && joint.output.flat.contains("heeft geen enkel gevolg voor wat gevraagd is"))
    let apart = solve("one-offs.bedrag[C]", "max(p80(incidental[2027...2028])) <= 850", "--range", "0...1")
    #expect(apart.output.flat.contains("De eis geldt dus steeds."))
    // What falls together: 0.2 + 0.2 of the draws have one of them above 800 but for 0.04 that have both.
    let chance = solve(
      "one-offs.bedrag[C]",
      "kans(incidental[2027] <= 800 en incidental[2028] <= 800 en incidental[2029] <= 500) >= 60%",
      "--range", "0...1000", "--largest")
    #expect(solution == 500 && chance.output.flat.contains("zekerheid tussen"))
    let row = try #require(table.first { $0["solution"] == "1" })
    // 0.64 of 2,000 draws: five standard errors of 0.011.
    #expect(abs(Double(row["statistic"]!)! - 0.64) < 0.054)
  }

  /// It used to say that the nearest was EUR 0.
  @Test func aCellWithoutEffect() {
    let english = solve(
      "one-offs.bedrag[VAST]", "mean(structural[2028]) >= 1e6", "--range", "0...1000", "--language", "en")
    #expect(
      english.output.flat.contains("does not have any effect on what is asked: at all ")
        && english.output.flat.contains("So the condition holds nowhere."))
    let partly = solve("until", "structural[2027] <= 2000 en incidental[2028] <= 1e6", "--range", "2027...2032")
    #expect(partly.output.flat.contains("Let op: op het gemiddelde van \"incidenteel\" heeft \"tot\" geen gevolg."))
  }

  /// A delay moves the phase-in beyond 2032; a one-off after it is not there at all.
  @Test func whatFallsAfterTheLastYear() {
    let delay = solve("delay_years", "max(structural) <= 5000", "--range", "0...6").output.flat
    #expect(delay.contains("de ingroei is bij 2,667 in 2032, het laatste jaar van de studie, niet klaar"))
    #expect(
      delay.contains("structurele meerkosten EUR 6.000 per jaar (eindbeeld): dan geldt de eis (hooguit EUR 5.000"))
    let peak = solve("variables.waarde[jaar]", "som(incidental) <= 3000", "--range", "2031...2035").output.flat
    #expect(solution == 2033 && peak.contains("valt (een deel van) de kosten na 2032"))
    // Nothing is moved.
    let until = solve("until", "structural[2027] <= 2000").output.flat
    #expect(!until.contains("Let op"))
  }

  private static let mistakeCases: [(String, String, [String], String)] = [
    (
      "until", "p80 <= 0", [],
      "--such-that: \"p80\" is een maat, geen bedrag. Schrijf p80(netto[NL,2027]) <= 0, of een ander bedrag."
    ),
    (
      "until", "p80(net) = 0", [],
      "--such-that: achter \"p80(net)\" hoort <=, <, >= of > en een getal, niet \"= 0\"."
    ),
    (
      "until", "gemidelde(net) <= 0", [], "--such-that: onbekende maat \"gemidelde\". Bedoelt u \"gemiddelde\"?"
    ),
    (
      "until", "p100(net) <= 0", [],
      "--such-that: onbekende maat \"p100\". Kies gemiddelde, p1 tot en met p99, cvar95, sd of kans, of van jaren max, "
        + "min of som."
    ),
    ("until", "p80(nettto) <= 0", [], "--such-that: onbekend bedrag \"nettto\". Bedoelt u \"netto\"?"),
    ("until", "p80(net[R2]) <= 0", [], "--such-that: de studie kent \"R2\" niet. Wel: R1, NL."),
    ("until", "p80(net[NL,2072]) <= 0", [], "--such-that: de studie kent \"2072\" niet. Bedoelt u \"2027\"?"),
    ("until", "p80(net) <= veel", [], "--such-that: \"veel\" is geen getal, zoals 0, 5 mln, 5e6 of 80%."),
    // It used to be a tenth of a euro.
    (
      "until", "p80(net) <= 10%", [],
      "--such-that: een bedrag is in euro's, geen percentage zoals \"10%\"."
    ),
    (
      "until", "kans(net > 0) <= 20", [],
      "--such-that: een kans ligt van 0% tot en met 100%, niet bij \"<= 20\". Is een percentage bedoeld? Schrijf 20%."
    ),
    ("until", "mean(npv[2027]) <= 0", [], "--such-that: de contante waarde is er alleen van alle jaren samen."),
    ("untl", "mean(net) <= 0", [], "--find: onbekende invoer \"untl\". Bedoelt u \"until\"?"),
    (
      "until", "mean(net) <= 0", ["--range", "2030"],
      "--range: \"2030\" is geen bereik, zoals 2026...2040 of 0...0,3."
    ),
    (
      "bandwidth", "mean(net) <= 0", ["--range", "0...2"],
      "--range: scenarios.bandbreedte[S] kan niet 2 zijn: de waarde moet van 0 tot en met 1 zijn. Is een percentage bedoeld? Schrijf 2%."
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
