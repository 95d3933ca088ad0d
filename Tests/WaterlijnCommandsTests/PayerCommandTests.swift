import CostEngine
import TestSupport
import Testing

@testable import WaterlijnCommands

/// Who pays, from the command line, of `tiny` with its one fund that is the State's.
@Suite struct PayerCommandTests {
  private func tiny(_ key: MunicipalKey?) -> Study {
    var study = TinyStudy.study
    study.municipalKey = key
    return study
  }

  private func quantities(_ world: World) -> Set<Substring> {
    let rows = String(decoding: world.contents["uit/summary.csv"] ?? [], as: UTF8.self).split(separator: "\n")
    return Set(rows.dropFirst().map { $0.split(separator: ",")[3] })
  }

  private let run = ["run", "s", "--draws", "1", "--out", "uit"]

  @Test func nothingIsThereUnlessTheStudyAsks() {
    let world = World()
    let outcome = world.run(run, reading: World.reading(tiny(nil)))
    #expect(outcome.status == .success && !outcome.output.contains("Wie betaalt"))
    #expect(quantities(world).count == 10)
  }

  @Test func aRunTellsAndWritesIt() {
    let world = World()
    let outcome = world.run(run, reading: World.reading(tiny(.ownRegion)))
    #expect(outcome.status == .success && outcome.output.contains("\nWie betaalt per regio in 2029"))
    #expect(quantities(world).count == 16)
    #expect(quantities(world).isSuperset(of: ["paid_state", "paid_municipalities_per_inhabitant"]))
  }

  /// What is left out is said, and the run goes on.
  @Test func someRegionsWithAKey() {
    let world = World()
    let study = World.reading(tiny(.pooled(name: nil, [.certain(1), .certain(1)])))
    let outcome = world.run(run + ["--region", "BB"], reading: study)
    #expect(outcome.status == .success && outcome.output.contains("Wie betaalt is niet berekend"))
    #expect(quantities(world).count == 10)
  }

  /// `tiny` is worked by hand: in 2028 the country's net of funding is 10,000 less than its delta.
  @Test func explainKnowsTheKey() {
    let study = tiny(.pooled(name: nil, [.certain(3), .certain(1)]))
    let national = WorkedNational(study, scenario: 1, values: [])
    let outcome = World().run(
      ["explain", "s", "--scenario", "SLIM", "--region", "BB", "--year", "2028"], reading: World.reading(study))
    #expect(national.years[1].delta - national.years[1].net == 10_000)
    #expect(outcome.output.contains("sleutel / som van de sleutels"))
    #expect(outcome.output.contains(" * 1 / 4"))
  }

  /// The parts of a fund can be too large although they cancel.
  @Test func anImmensePartIsNamed() {
    var study = tiny(.ownRegion)
    var state = study.funds[0]
    state.entries[0].amount = .certain(9e12)
    var region = state
    region.entries[0].amount = .certain(-9e12)
    region.entries[0].payer = .region
    study.funds = [state, region]
    let outcome = World().run(run, reading: World.reading(study))
    #expect(outcome.status == .invalidStudy)
    #expect(outcome.error.contains("of geen getal: Rijk, AA, in 2028."), "\(outcome.error)")
  }
}
