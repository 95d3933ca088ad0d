import CostEngine
import Reports
import StudyFiles
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

@Suite struct ExplainCommandTests {
  static let arguments = ["explain", "s", "--scenario", "SLIM", "--region", "BB", "--year", "2028"]

  /// `tiny` with an uncertain size of a pool and a measure that half of the regions take.
  static let uncertain = World.reading(
    {
      var study = TinyStudy.study
      study.variables = [
        UncertainVariable(name: "staffing.persons[BB/OVD]", distribution: try! .uniform(from: 6, to: 12)),
        UncertainVariable(name: "measures.in_force[POOL/AA]", distribution: try! .uniform(from: 0, to: 1)),
        UncertainVariable(name: "measures.in_force[POOL/BB]", distribution: try! .uniform(from: 0, to: 1)),
      ]
      study.current[1][0].persons = .persons(.uncertain(0))
      study.measures[0].adoption = .certain(0.6)
      study.measures[0].inForce = [.uncertain(1), .uncertain(2)]
      return study
    }())

  static func worked(_ values: [Double], draw: Int?) -> String {
    let study = uncertain.study!
    let worked = WorkedCalculation(study, scenario: 1, region: 1, values: values)
    return WorkedReport.text(
      worked, content: WorkedContent(study: study, values: values, draw: draw, year: 2028), language: .dutch)
  }

  @Test func ofACertainStudyGivesTheFiguresByHand() {
    let outcome = World().run(Self.arguments, reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(outcome.error == "")
    // S, A, V, train, annual_training of the worked calculation of SLIM, BB, OVD in 2028.
    for figure in ["7,0125", "26,25", "1,875", "4004", "17100,857813"] {
      #expect(outcome.output.contains(figure), "\(figure)")
    }
    let english = World().run(Self.arguments + ["--language", "en"], reading: World.tiny)
    #expect(english.output.contains("17100.857813"))
  }

  @Test func withoutADrawEveryInputIsAtItsMean() {
    let outcome = World().run(Self.arguments, reading: Self.uncertain)
    // In force where 0.5 < 0.6.
    #expect(outcome.output == Self.worked([9, 0.5, 0.5], draw: nil))
  }

  @Test(arguments: Sampler.allCases)
  func ofADrawUsesItsValues(sampler: Sampler) {
    let settings = SimulationSettings(draws: 1000, seed: 5, sampler: sampler)
    let draws = DrawSampler(Self.uncertain.study!, settings: settings)
    for draw in [1, 2, 1000] {
      let outcome = World().run(
        Self.arguments + ["--draw", "\(draw)", "--seed=5", "--sampler", sampler.id], reading: Self.uncertain)
      #expect(outcome.output == Self.worked(draws.values(ofDraw: draw - 1), draw: draw))
    }
    #expect(draws.values(ofDraw: 0) != draws.values(ofDraw: 1))
  }

  /// The mean over all draws that `explain` shows is the one that `run` reports: they are the same draws.
  @Test func theDrawsAreThoseOfTheRun() throws {
    let study = Self.uncertain.study!
    let settings = SimulationSettings(draws: 300, seed: 1, sampler: .latinHypercube)
    let draws = DrawSampler(study, settings: settings)
    let deltas = (0..<300).map { draw in
      WorkedCalculation(study, scenario: 1, region: 1, values: draws.values(ofDraw: draw)).total.delta
    }
    let world = World()
    #expect(world.run(["run", "s", "--out", "o", "--quiet"], reading: Self.uncertain).status == .success)
    let row = try #require(
      world.text("o/summary.csv").split(separator: "\n").first { $0.hasPrefix("SLIM,BB,total,delta,") })
    let mean = try #require(Double(row.split(separator: ",")[4]))
    // Each draw's amount is rounded to a cent: half a cent at most, and six decimals of the mean are written.
    #expect(abs(mean - deltas.reduce(0, +) / 300) < 0.005 + 1e-6)
  }

  /// The lower quarter at 1 and the median at 1000 of a quantity above 0: a log tail too heavy for a mean.
  @Test func aMeanThatIsInfinite() throws {
    var study = Self.uncertain.study!
    let heavy = try Distribution.metalog(
      quantiles: [(probability: 0.25, value: 1), (probability: 0.5, value: 1000)], lowerBound: 0)
    try #require(heavy.mean == .infinity)
    study.variables[0].distribution = heavy
    let reading = World.reading(study)
    let outcome = World().run(Self.arguments, reading: reading)
    #expect(outcome.status == .wrongUsage && outcome.output == "")
    #expect(
      outcome.error.hasPrefix(
        "De verwachtingswaarde van staffing.personen[BB/OVD] is oneindig. Kies een trekking met --draw.\n"))
    #expect(World().run(Self.arguments + ["--draw", "1"], reading: reading).status == .success)
  }

  @Test func ofTheCountry() {
    let outcome = World().run(
      ["explain", "s", "--scenario", "SLIM", "--region", "NL", "--year", "2028"], reading: World.tiny)
    #expect(outcome.status == .success)
    // Delta of 2028 by hand.
    #expect(outcome.output.contains("15695,55"))
  }
}
