import CostEngine
import Foundation
import StudyFiles
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

/// Two scenarios of one study.
@Suite struct CompareCommandTests {
  @Test func theOrderIsThatOfTheOption() {
    let world = World()
    let forth = world.run(["compare", "x", "--scenario", "BASIS+SLIM"], reading: World.tiny)
    #expect(forth.status == .success && forth.error.isEmpty)
    #expect(forth.output.contains("2027-2029   92.810   17.107    -75.704           100 %"))
    let back = world.run(["compare", "x", "--scenario", "SLIM+BASIS"], reading: World.tiny)
    #expect(back.output.contains("2027-2029   17.107   92.810     75.704              0 %"))
  }

  @Test func withTwoScenariosNoOptionIsNeeded() {
    let world = World()
    let named = world.run(["compare", "x", "--scenario", "BASIS+SLIM"], reading: World.tiny)
    #expect(world.run(["compare", "x"], reading: World.tiny) == named)
  }

  /// The parts of the cost lines are those of the worked calculation: the one-off PLAN, EUR 1,000 a region at the price
  /// index of 2027 (1.2), is borne by BASIS only.
  @Test func tinyByHand() throws {
    let world = World()
    let outcome = world.run(["compare", "x", "--out", "o"], reading: World.tiny)
    #expect(outcome.status == .success)
    world.expectExactBridges("o")
    let lines = world.parts("o", "line")
    #expect(lines["one_offs"] == -2400)
    // POOL: EUR 1,000 a municipality in 2028 at 1.44, six of them; then 500 at half and full force, 1.44 and 1.728.
    #expect(lines["measure_one_off"] == 8640)
    #expect(lines["measure_annual"] == 6 * (250 * 1.44 + 500 * 1.728))
    // By item: PLAN again, and POOL with both of its costs; the two functions and the provision make the rest.
    let items = world.parts("o", "item")
    #expect(
      Set(items.keys) == [
        "function/OVD", "function/INF", "provision/EX", "one-off/LEAD", "one-off/PLAN", "measure/POOL",
      ])
    #expect(items["one-off/PLAN"] == -2400 && items["one-off/LEAD"] == 0)
    #expect(items["measure/POOL"] == 8640 + 6 * (250 * 1.44 + 500 * 1.728))
    #expect(items["provision/EX"] == lines["provisions"])
    let inputs = world.parts("o", "input")
    #expect(
      Set(inputs.keys) == [
        "scenarios.phase_in[SLIM]", "scenarios.delay_years[SLIM]", "scenarios.bandwidth[SLIM]",
        "scenarios.release[SLIM]", "scenarios.measures[SLIM]: POOL", "one-offs.scenarios[PLAN]",
      ])
    #expect(inputs["one-offs.scenarios[PLAN]"] == -2400)
    let region = world.parts("o", "input", region: "AA", year: "2027")
    #expect(region["one-offs.scenarios[PLAN]"] == -1200)
    #expect(Set(world.contents.keys) == ["o/", "o/compare.csv", "o/bridge.csv", "o/changes.csv"])
    #expect(
      world.text("o/changes.csv").contains("BASIS,SLIM,scenarios.bandwidth[SLIM],scenarios.bandwidth[SLIM],0%,25%\n"))
    let totals = world.table("o/compare.csv").filter { $0["region"] == "NL" && $0["year"] == "total" }
    #expect(totals.count == 1 && totals[0]["share_b_cheaper"] == "1.000000" && totals[0]["gain"] == "")
    #expect(totals[0]["sd"] == "0.000000" && totals[0]["quantity"] == "delta")
  }

  /// Random studies, of which every part is used: both bridges are exact whatever the quantity.
  @Test(arguments: [UInt64(3), 7, 12, 21], ["delta", "cost", "net", "structural", "incidental", "npv", "staff_time"])
  func bridgesAreExact(seed: UInt64, quantity: String) {
    let study = RandomStudy.make(seed: seed, uncertain: true)
    let world = World()
    let codes = "S0+S\(study.scenarios.count - 1)"
    let outcome = world.run(
      ["compare", "x", "--scenario", codes, "--quantity", quantity, "--out", "o"], reading: World.reading(study))
    #expect(outcome.status == .success, "\(outcome.error)")
    world.expectExactBridges("o")
  }

  /// Uncertain, with two scenarios or more.
  private static let random = World.reading(
    (1...).lazy.map { RandomStudy.make(seed: $0, uncertain: true) }.first { $0.scenarios.count > 1 }!
  ) { $0.settings.draws = 2100 }

  /// The number of threads and the way the work is split change nothing.
  @Test func threadsChangeNothing() {
    let outcomes = ["1", "2", "7"].map { threads in
      let world = World()
      let outcome = world.run(
        ["compare", "x", "--scenario", "S0+S1", "--threads", threads, "--out", "o"], reading: Self.random)
      #expect(outcome.status == .success)
      return [outcome.output, world.text("o/compare.csv"), world.text("o/bridge.csv")]
    }
    #expect(outcomes[0] == outcomes[1] && outcomes[0] == outcomes[2])
  }

  @Test func aScenarioDoesNotDifferFromItself() {
    let outcome = World().run(["compare", "x", "--scenario", "SLIM+SLIM"], reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("\nEr is geen verschil: geen invoer is anders.\n"))
    #expect(outcome.output.contains("gelijk"))
  }

  @Test func regionsAreExplainedOneByOne() {
    let world = World()
    let outcome = world.run(["compare", "x", "--region", "BB+AA", "--language", "en"], reading: World.tiny)
    #expect(outcome.output.contains("Which cost lines hold the difference? AA Fryslân, 2027-2029 (EUR)"))
    #expect(outcome.output.contains("Which input makes the difference? BB Gooi en Vechtstreek, 2027-2029 (EUR)"))
    #expect(!outcome.output.contains("difference? all regions"))
  }

  @Test(arguments: [
    ("--scenario BASIS+SLIMM", "--scenario: de studie kent \"SLIMM\" niet. Bedoelt u \"SLIM\"?\n"),
    ("--scenario BASIS", "--scenario \"BASIS\": noem twee scenario's met een + ertussen"),
    ("--scenario BASIS+", "--scenario: in \"BASIS+\" ontbreekt een code bij een +.\n"),
    ("--region AB", "--region: de studie kent \"AB\" niet. Bedoelt u \"AA\"?\n"),
    ("--quantity nett", "--quantity: onbekend bedrag \"nett\". Bedoelt u \"net\"?\n"),
    ("--quantity iets", "--quantity: onbekend bedrag \"iets\". Kies uit kosten_nu, "),
    ("y z", "\"z\" is te veel"),
  ])
  func whatIsUnknownIsNamed(options: String, message: String) {
    let outcome = World().run(["compare", "x"] + options.split(separator: " ").map(String.init), reading: World.tiny)
    #expect(outcome.status == .wrongUsage && outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix(message), "\(outcome.error)")
  }

  @Test func stoppedWhileItComputes() {
    let world = World()
    let interruption = Interruption()
    _ = interruption.request()
    let outcome = world.run(["compare", "x", "--out", "o"], reading: World.tiny, interruption: interruption)
    #expect(
      outcome == World.Outcome(status: .interrupted, output: "", error: "Afgebroken; er is niets veranderd.\n"))
    #expect(world.contents.isEmpty)
  }

  /// A clock that runs makes the bar appear, and it is gone at the end.
  @Test func progressIsShown() {
    let outcome = World().run(
      ["compare", "x", "--scenario", "S0+S1"], reading: Self.random, terminal: true, clock: ProgressTests.clock(0.6))
    #expect(outcome.status == .success)
    #expect(outcome.error.contains(" %  nog ") && outcome.error.hasSuffix("\r\u{1b}[K"))
  }

  /// What is too large is told of the study that has it.
  @Test func immenseAmountsAreRefused() {
    var study = TinyStudy.study
    study.oneOffs[1].amount = .certain(1e15)
    let outcome = World().run(["compare", "x"], reading: World.reading(study))
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(outcome.error.contains("waterlijn explain x --scenario BASIS"))
  }
}
