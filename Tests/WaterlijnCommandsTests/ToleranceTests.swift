import CostEngine
import Foundation
import TestSupport
import Testing
import WaterlijnProcess

@testable import WaterlijnCommands

/// `waterlijn run --tolerance`
@Suite struct ToleranceTests {
  static let study = RandomStudy.make(seed: 4, uncertain: true)
  static let tables = ["lines.csv", "pairs.csv", "summary.csv"]

  static func run(_ arguments: [String], in world: World) -> World.Outcome {
    world.run(["run", "s", "--out", "o"] + arguments, reading: World.reading(study))
  }

  static func manifest(_ world: World) throws -> [String: Any] {
    let text = world.text("o/manifest.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// A run that was extended is the run with as many draws, byte for byte, on any number of threads; and one that asks for
  /// what it has begun with is not extended.
  @Test(arguments: Sampler.allCases, [400, 5000])
  func anExtendedRunIsTheDirectOne(sampler: Sampler, draws: Int) throws {
    let way = ["--sampler", sampler.id, "--quiet"]
    var first: [String: [UInt8]]?
    var total = 0
    for threads in ["1", "3"] {
      let world = World()
      let outcome = Self.run(
        way + ["--draws", "\(draws)", "--tolerance", "0.4%", "--threads", threads], in: world)
      #expect(outcome.status == .success)
      #expect(world.contents == first ?? world.contents, "\(threads) threads")
      first = first ?? world.contents
      let manifest = try Self.manifest(world)
      total = try #require(manifest["draws"] as? Int)
      #expect(sampler == .sobol ? total.nonzeroBitCount == 1 : total % 200 == 0)
      // 0.4 % of the width takes (0.64 / 0.004)^2 independent draws of a normal amount, 25,600.
      #expect(total > draws && total < 160_000)
      let tolerance = try #require(manifest["tolerance"] as? [String: Any])
      #expect(tolerance["asked"] as? Double == 0.004 && tolerance["reached"] as? Bool == true)
      #expect(tolerance["max_draws"] as? Int == 1_000_000)
      #expect(try #require(tolerance["largest_error"] as? Double) <= 0.004)
    }
    let direct = World()
    #expect(Self.run(way + ["--draws", "\(total)", "--threads", "2"], in: direct).status == .success)
    for table in Self.tables { #expect(direct.contents["o/" + table] == first?["o/" + table], "\(table)") }
    #expect(try Self.manifest(direct)["tolerance"] == nil)
    let again = World()
    let enough = Self.run(way + ["--draws", "\(total)", "--tolerance", "0,4%"], in: again)
    #expect(enough.status == .success && again.contents == first)
  }

  /// The least precise figure is that with the largest error of all, in the text and in the manifest.
  @Test func theLeastPreciseFigureIsNamed() throws {
    let world = World()
    let outcome = Self.run(["--tolerance", "1%", "--language", "en"], in: world)
    let tolerance = try #require(try Self.manifest(world)["tolerance"] as? [String: Any])
    let draws = try #require(try Self.manifest(world)["draws"] as? Int)
    let plan = Plan(
      Self.study, selection: Selection(Self.study),
      settings: SimulationSettings(draws: draws, seed: 1, sampler: .latinHypercube))
    let results = try Evaluator.statistics(of: plan).results(of: plan)
    var largest = 0.0
    for scenario in results.selection.scenarios.indices {
      for region in 0..<results.regionCount {
        let delta = results.summary(.delta, scenario: scenario, region: region, year: results.total)
        let precision = try #require(delta.precision)
        largest = max(largest, delta.standardError / (delta.p95 - delta.p05))
        for percentile in precision { largest = max(largest, percentile.error / (delta.p95 - delta.p05)) }
      }
    }
    // Six digits are written.
    let named = try #require(tolerance["largest_error"] as? Double)
    #expect(abs(named - largest) < 1e-5 * largest && largest <= 0.01)
    let scenario = try #require(tolerance["scenario"] as? String)
    let words = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Precision reached. 1% asked;"))
    #expect(words.contains("scenario \(scenario). "))
  }

  @Test func theMaximumComesFirst() throws {
    let world = World()
    let outcome = Self.run(["--tolerance", "0,1%", "--max-draws", "2.150"], in: world)
    #expect(outcome.status == .success && outcome.error == "")
    let words = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Trekkingen 2.000, "))
    #expect(words.contains("niet bereikt. Gevraagd 0,1 %; met 2.000 trekkingen (meer mocht niet: --max-draws) is"))
    #expect(words.contains("Daarvoor zijn naar schatting "))
    let tolerance = try #require(try Self.manifest(world)["tolerance"] as? [String: Any])
    #expect(tolerance["reached"] as? Bool == false && tolerance["max_draws"] as? Int == 2150)
  }

  /// What no number of draws gives is said.
  @Test func beyondAllDraws() {
    let outcome = Self.run(["--tolerance", "0.00001%", "--max-draws", "1000", "--language", "en"], in: World())
    let words = outcome.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("That precise is not possible: ask for something wider with --tolerance."))
  }

  @Test func certainStudiesNeedNoDraws() throws {
    let world = World()
    let outcome = world.run(["run", "s", "--out", "o", "--tolerance", "1%"], reading: World.tiny)
    #expect(outcome.output.contains("Nauwkeurigheid    alle meerkosten zijn zeker: er is geen steekproeffout\n"))
    #expect(try Self.manifest(world)["draws"] as? Int == 400)
    #expect(world.text("o/manifest.json").contains("\"reached\": true,\n    \"largest_error\": 0\n"))
  }

  @Test func anAmountThatIsTooLarge() {
    var study = TinyStudy.study
    study.functions[1].hourlyCost = .certain(1e300)
    let outcome = World().run(["run", "s", "--tolerance", "1%"], reading: World.reading(study))
    #expect(outcome.status == .invalidStudy && outcome.error.contains("Een bedrag is te groot"))
  }

  @Test func stoppedBeforeItBegins() {
    let interruption = Interruption()
    #expect(interruption.request() == .end, "nothing to wait for")
    let world = World()
    let outcome = world.run(["run", "s", "--tolerance", "1%"], reading: World.tiny, interruption: interruption)
    #expect(outcome.status == .interrupted && world.contents.isEmpty)
  }

  @Test(arguments: ["0,5%", "0.5%", "0,5 %", "0.005", "0,005"])
  func waysToWriteAShare(text: String) throws {
    #expect(Share.parse(text) == 0.005)
  }

  @Test(arguments: ["", "%", ".", "half", "1e-3", "-1%", "0,0,5", "5%%"])
  func noShares(text: String) { #expect(Share.parse(text) == nil) }

  @Test(arguments: [
    (
      ["--tolerance", "0"], "--tolerance: \"0\" is geen nauwkeurigheid; die ligt tussen 0 en 100 %, zoals 0,5%.",
      "--tolerance: \"0\" is not a precision; that lies between 0 and 100%, such as 0.5%."
    ),
    (
      ["--tolerance", "100%"],
      "--tolerance: \"100%\" is geen nauwkeurigheid; die ligt tussen 0 en 100 %, zoals 0,5%.",
      "--tolerance: \"100%\" is not a precision; that lies between 0 and 100%, such as 0.5%."
    ),
    (
      ["--max-draws", "5000"], "--max-draws heeft alleen zin samen met --tolerance.",
      "--max-draws means something only together with --tolerance."
    ),
    (
      ["--tolerance", "1%", "--max-draws", "999"],
      "--max-draws: \"999\" is geen geheel getal van 1000 tot en met 1.000.000.000.",
      "--max-draws: \"999\" is not a whole number from 1000 to 1,000,000,000."
    ),
    (
      ["--tolerance", "1%", "--draws", "20.000", "--max-draws", "10000"], "--draws is hoger dan --max-draws.",
      "--draws is higher than --max-draws."
    ),
  ])
  func wrongUsage(arguments: [String], dutch: String, english: String) {
    for (language, text) in [("nl", dutch), ("en", english)] {
      let outcome = World().run(["run", "s", "--language", language] + arguments, reading: World.tiny)
      #expect(outcome.status == .wrongUsage)
      #expect(outcome.error.hasPrefix(text + "\n"), "\(outcome.error)")
    }
  }
}
