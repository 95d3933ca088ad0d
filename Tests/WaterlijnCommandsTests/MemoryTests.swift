import Testing

@testable import WaterlijnCommands

/// What does not fit is told before it is computed.
@Suite struct MemoryTests {
  static func world(scenarios: Int = 3) throws -> World {
    let world = World()
    try ProcessTests.writeStudy(to: world)
    let rows = (1..<scenarios).map { "T\($0),Ineens,A,linear,2027,2028\n" }.joined()
    try world.write(world.text("study/scenarios.csv") + rows, to: "study/scenarios.csv")
    return world
  }

  @Test(arguments: [
    ["run", "study"], ["report", "study"], ["priority", "study", "--scenario", "S", "--draws", "1.000.000"],
    ["solve", "study", "--scenario", "S", "--find", "bandwidth", "--such-that", "p80(delta) <= 1"],
    ["sweep", "study", "--vary", "bandwidth=0+0.1"],
  ])
  func everyCommandTells(arguments: [String]) throws {
    let world = try Self.world()
    let before = world.contents
    let outcome = world.run(arguments, memory: 20_000)
    #expect(outcome.status == .failure && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.error.hasPrefix("Hiervoor is ongeveer "), "\(outcome.error)")
    #expect(outcome.error.contains("en er is 1 MB. Er is niets berekend.\n"))
    #expect(world.contents == before)
  }

  /// One region and the country, two years and 100 scenarios: 2 * 3 + 100 * (7 * 3 + 2) distributions of 13 kB in 2
  /// places are 60 MB, 4,950 pairs 129 MB; of 50 MB 53 scenarios take 32 + 36, of 38 23 + 18 and of 43 26 + 23.
  @Test func whatFitsIsTold() throws {
    let world = try Self.world(scenarios: 100)
    let outcome = world.run(["run", "study", "--language", "en"], memory: 50_000_000)
    #expect(
      outcome.error == """
        This takes about 189 MB of memory, and there is 50 MB. Nothing was computed.
        The amounts of 100 scenarios in 2 places (regions, and all together) take 60 MB,
        the differences of 4,950 pairs of scenarios 129 MB.
        Compute at most 43 scenarios at a time with --scenario, or fewer regions with --region;
        what comes out for other values is shown by waterlijn sweep.

        """)
    let codes = (1...43).map { "T\($0)" }.joined(separator: "+")
    #expect(
      world.run(["run", "study", "--scenario", codes, "--draws", "200", "--quiet"], memory: 50_000_000).status
        == .success)
  }

  /// Two thousand scenarios used to be two million pairs without a word.
  @Test func manyPairsAreWarnedOf() throws {
    let many = try Self.world(scenarios: 2000).run(["check", "study"])
    #expect(many.status == .success)
    #expect(
      many.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "scenarios.csv 2.000 scenario's zijn 1.999.000 paren, die in elke regio met elkaar worden vergeleken"))
    #expect(!(try Self.world(scenarios: 45).run(["check", "study"]).output.contains(" paren")))
    #expect(try Self.world(scenarios: 46).run(["check", "study"]).output.contains("1.035 paren"))
  }
}
