import CostEngine
import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import WaterlijnCommands

@Suite struct BenchmarkCommandTests {
  @Test func assumedFiguresAreThoseOfTheStudy() {
    // In `World.tiny` the turnover of the first function is assumed in both regions.
    let outcome = World().run(["benchmark", "x", "--region", "BB"], reading: World.tiny)
    #expect(outcome.status == .success && outcome.error.isEmpty)
    #expect(outcome.output.contains("verloop per jaar              25 %*"))
    #expect(!outcome.output.contains("8,0*"))
  }

  @Test func theNormIsThatOfTheScenario() {
    let world = World()
    let first = world.run(["benchmark", "x"], reading: World.tiny)
    #expect(first.output.contains("scenario\nBASIS."))
    let slim = world.run(["benchmark", "x", "--scenario", "SLIM"], reading: World.tiny)
    #expect(slim.output.contains("scenario\nSLIM."))
  }

  @Test func theTableIsWrittenWhereItIsAskedFor() throws {
    let world = World()
    #expect(world.run(["benchmark", "x"], reading: World.tiny).status == .success)
    #expect(world.contents.isEmpty)
    let outcome = world.run(["benchmark", "x", "--out", "uit", "--csv-locale", "nl"], reading: World.tiny)
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("\nTabellen: uit/benchmark.csv\n"))
    #expect(Set(world.contents.keys) == ["uit/", "uit/benchmark.csv"])
    #expect(world.text("uit/benchmark.csv").hasPrefix("region;kind;code;measure;value;assumed;"))
    // The same again replaces it.
    #expect(world.run(["benchmark", "x", "--out", "uit"], reading: World.tiny).status == .success)
    #expect(world.text("uit/benchmark.csv").hasPrefix("region,kind,"))
  }

  @Test func whatIsUnknownIsNamed() {
    let world = World()
    let region = world.run(["benchmark", "x", "--region", "AB"], reading: World.tiny)
    #expect(region.status == .wrongUsage && region.output.isEmpty)
    #expect(region.error.hasPrefix("--region: de studie kent \"AB\" niet. Bedoelt u \"AA\"?\n"))
    let scenario = world.run(["benchmark", "x", "--scenario", "SLIMM"], reading: World.tiny)
    #expect(scenario.error.hasPrefix("--scenario: de studie kent \"SLIMM\" niet. Bedoelt u \"SLIM\"?\n"))
  }

  /// A study with mistakes is refused as by every command.
  @Test func aStudyWithMistakesIsRefused() throws {
    let world = World()
    try world.write("setting,value\n", to: "fout/settings.csv")
    let outcome = world.run(["benchmark", "fout"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
  }

  @Test func aFolderThatCannotBeWrittenIsNamed() throws {
    let world = World()
    try world.write("", to: "uit")
    let outcome = world.run(["benchmark", "x", "--out", "uit"], reading: World.tiny)
    #expect(outcome.status == .failure && outcome.output.isEmpty)
    #expect(outcome.error.contains("uit"))
  }
}
