import CostEngine
import StudyFiles
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

@Suite struct SensitivityCommandTests {
  /// Three amounts with 1, 4 and 9 fourteenths of the variance.
  private static func reading(scenarios: Int = 1) throws -> StudyReading {
    let widths = [1000.0, 2000, 3000]
    return World.reading(
      ClosedFormStudy.make(amounts: [try widths.map { try .uniform(from: 0, to: $0) }], scenarios: scenarios))
  }

  @Test func theSharesOfASum() throws {
    let outcome = World().run(["sensitivity", "x", "--by", "variable", "--draws", "4000"], reading: try Self.reading())
    #expect(outcome.status == .success)
    let lines = outcome.output.split(separator: "\n")
    // The greatest first. 9/14 = 64 %, known to some 2 % with 4,000 draws; mean with that amount at its P10: 1500 + 300.
    let first = try #require(lines.first { $0.hasPrefix("bedrag, ") })
    #expect(first.hasPrefix("bedrag, O2"))
    #expect(["62", "63", "64", "65", "66"].contains { first.contains(" \($0) % (") })
    #expect(first.contains("1.80") || first.contains("1.79"))
    #expect(
      outcome.output.contains("4.000 trekkingen (Latin hypercube, startwaarde 1), 3 groepen: 44.000 doorrekeningen"))
  }

  /// People used to read the code of a factor where correlations.csv has a name for it.
  @Test func factorsHaveTheirName() throws {
    var study = try ReportAnalysisTests.factorStudy()
    study.factorNames = ["krapte op de arbeidsmarkt", "elders"]
    let world = World()
    let outcome = world.run(
      ["sensitivity", "x", "--scenario", study.scenarios[0].code, "--draws", "1000", "--by", "kolom", "--out", "o"],
      reading: World.reading(study))
    #expect(outcome.status == .success && outcome.output.contains("factor krapte op de arbeidsmarkt"), "\(outcome)")
    let file = world.text("o/sensitivity.csv")
    #expect(file.contains("factor[markt]") && !file.contains("factor[krapte"))
    #expect(
      world.run(["report", "x", "--draws", "1000", "--out", "p.html"], reading: World.reading(study)).status == .success
    )
    let page = world.text("p.html")
    #expect(page.contains("krapte op de arbeidsmarkt") && !page.contains(">markt"))
  }

  @Test(arguments: ["variable", "variabele", "column", "kolom", "function", "functie", "region", "regio"])
  func groupingsInEitherLanguage(word: String) throws {
    let outcome = World().run(["sensitivity", "x", "--by", word, "--draws", "400"], reading: try Self.reading())
    #expect(outcome.status == .success, "\(outcome.error)")
  }

  @Test func threadsChangeNothing() throws {
    let world = World()
    let study = RandomStudy.make(seed: 4, uncertain: true)
    for threads in ["1", "2", "5"] {
      let outcome = world.run(
        [
          "sensitivity", "x", "--scenario", study.scenarios[0].code, "--draws", "1.000", "--threads", threads, "--out",
          threads, "--quiet",
        ], reading: World.reading(study))
      #expect(outcome.status == .success)
      #expect(outcome.output == "")
    }
    for file in ["sensitivity.csv", "sensitivity-inputs.csv"] {
      #expect(world.text("1/\(file)").count > 500)
      #expect(world.contents["1/\(file)"] == world.contents["2/\(file)"])
      #expect(world.contents["1/\(file)"] == world.contents["5/\(file)"])
    }
  }

  @Test func whatMustBeChosen() throws {
    let reading = try Self.reading(scenarios: 2)
    func error(_ arguments: [String]) -> String {
      let outcome = World().run(["sensitivity", "x"] + arguments, reading: reading)
      #expect(outcome.status == .wrongUsage && outcome.output.isEmpty)
      return outcome.error
    }
    #expect(error([]).hasPrefix("--scenario ontbreekt. De studie heeft: S0, S1.\n"))
    #expect(error(["--scenario", "s1"]).hasPrefix("--scenario: de studie kent \"s1\" niet. Bedoelt u \"S1\"?\n"))
    #expect(error(["--scenario", "S1", "--region", "R9"]).hasPrefix("--region: de studie kent \"R9\" niet."))
    #expect(
      error(["--scenario", "S1", "--by", "land"]).hasPrefix("--by: \"land\" is geen indeling; het is variabele,"))
    #expect(
      error(["--scenario", "S1", "--quantity", "cost"]).hasPrefix(
        "--quantity: \"cost\" is geen bedrag dat hier kan; kies uit meerkosten,"))
    #expect(error(["--scenario", "S1", "--draws", "399"]).contains("geheel getal van 400 tot"))
  }

  @Test func ctrlCStops() throws {
    let interruption = Interruption()
    _ = interruption.request()
    let world = World()
    let outcome = world.run(
      ["sensitivity", "x", "--out", "uit"], reading: try Self.reading(), interruption: interruption)
    #expect(outcome == World.Outcome(status: .interrupted, output: "", error: "Afgebroken; er is niets veranderd.\n"))
    #expect(world.contents.isEmpty)
  }

  @Test func absurdAmountsAreNamed() throws {
    let study = ClosedFormStudy.make(amounts: [[try .uniform(from: 1e15, to: 2e15)]])
    let outcome = World().run(["sensitivity", "x"], reading: World.reading(study))
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(
      outcome.error.hasPrefix("Een bedrag is te groot om mee te rekenen, of geen getal: meerkosten, scenario S0, NL"))
  }

  /// Every way of putting inputs together, and the study's own sobol.
  @Test(arguments: ["variable", "column", "function", "region"])
  func groupings(by: String) {
    let study = RandomStudy.make(seed: 6, uncertain: true)
    let outcome = World().run(
      ["sensitivity", "x", "--scenario", study.scenarios[0].code, "--by", by, "--sampler", "sobol", "--draws", "400"],
      reading: World.reading(study))
    #expect(outcome.status == .success)
    #expect(
      outcome.output.replacing("\n", with: " ").contains("De steekproef is Latin hypercube in plaats van Sobol"))
  }

  /// A key that only divides who pays changes no amount; it used to get the influence of the group before it, and to crash
  /// with one region.
  @Test(arguments: [1, 2])
  func aMunicipalKeyChangesNothing(regions: Int) throws {
    var study = ClosedFormStudy.make(
      amounts: try (0..<regions).map { _ in [try .uniform(from: 100, to: 300)] })
    let key = study.variables.count
    study.variables.append(
      UncertainVariable(name: "regions.sleutel[R0]", distribution: try .uniform(from: 80, to: 120)))
    study.municipalKey = .pooled(
      name: "sleutel", [.uncertain(key)] + [Quantity](repeating: .certain(100), count: regions - 1))
    let world = World()
    for place in ["R0", "NL"] {
      let outcome = world.run(
        ["sensitivity", "x", "--by", "variable", "--draws", "400", "--region", place, "--out", place],
        reading: World.reading(study))
      #expect(outcome.status == .success, "\(outcome.error)")
      let row = world.text("\(place)/sensitivity.csv").split(separator: "\n").first { $0.hasPrefix("regions.sleutel") }
      // Of one region among others it is not known who pays, so nobody asks for the key.
      #expect((row == nil) == (regions == 2 && place == "R0"))
      if let row { #expect(row.split(separator: ",", omittingEmptySubsequences: false)[3] == "0.000000") }
    }
  }
}
