import Foundation
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

/// Results carry their inputs, and are computed again from those.
@Suite struct VerifyCommandTests {
  static func computed(_ options: [String] = []) throws -> World {
    let world = World()
    try world.copyTextbook(to: "studie")
    #expect(world.run(["run", "studie", "--draws", "200", "--quiet"] + options).status == .success)
    return world
  }

  static func verified(_ world: World, _ folder: String = "studie/resultaten") -> World.Outcome {
    world.run(["verify", folder])
  }

  @Test(arguments: [
    [], ["--csv-locale", "nl"], ["--region", "ZUID"], ["--scenario", "SLIM"], ["--seed", "7", "--sampler", "sobol"],
    ["--tolerance", "1%", "--max-draws", "1000"],
  ])
  func resultsComeOutToTheByte(options: [String]) throws {
    let world = try Self.computed(options)
    let before = world.contents
    let outcome = Self.verified(world)
    #expect(outcome.status == .success && outcome.error.isEmpty)
    #expect(outcome.output.contains("15 bestanden, precies zoals bij de berekening"))
    #expect(outcome.output.contains("4 tabellen opnieuw berekend: gelijk tot op de byte"))
    #expect(world.contents == before)
    #expect(world.run(["verify", "studie/resultaten", "--quiet"]) == .init(status: .success, output: "", error: ""))
  }

  /// Ten years later there is only the folder.
  @Test func resultsStandAlone() throws {
    let world = try Self.computed()
    try FileManager.default.moveItem(
      atPath: world.folder + "/studie/resultaten", toPath: world.folder + "/2026")
    try FileManager.default.removeItem(atPath: world.folder + "/studie")
    #expect(Self.verified(world, "2026").status == .success)
    #expect(world.run(["report", "2026"]).status == .success)
    let compared = world.run(["compare", "2026", "--scenario", "INEENS+INGROEI"])
    #expect(compared.status == .success)
    #expect(compared.output.contains("2026 is opnieuw berekend uit de kopie van de invoer die erbij staat."))
  }

  @Test func aTableThatWasEditedByHand() throws {
    let world = try Self.computed()
    let row = try #require(world.text("studie/resultaten/summary.csv").split(separator: "\n").dropFirst(11).first)
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    try world.change(
      "studie/resultaten/summary.csv", String(row), (cells[..<4] + ["1.500000"] + cells[5...]).joined(separator: ","))
    let outcome = Self.verified(world)
    #expect(outcome.status == .invalidStudy)
    #expect(
      outcome.output.contains(
        """
        summary.csv
          is na het wegschrijven veranderd:
          rij 12 (\(cells[..<4].joined(separator: ", "))), kolom mean: er staat 1.500000, berekend \(cells[4])

        Deze uitkomsten kloppen niet.
        """))
    // Whoever changed its hash as well.
    let manifest = world.text("studie/resultaten/manifest.json")
    try FileManager.default.removeItem(atPath: world.folder + "/studie/resultaten/pairs.csv")
    let now = SHA256.hexDigest(of: Array(world.text("studie/resultaten/summary.csv").utf8))
    let hash = try #require(manifest.matches(of: /"sha256": "([0-9a-f]+)"/).map(\.output.1).dropFirst(15).first)
    try world.write(
      manifest.replacingOccurrences(of: String(hash), with: now), to: "studie/resultaten/manifest.json")
    let again = Self.verified(world)
    #expect(again.status == .invalidStudy)
    #expect(again.output.contains("is zoals het is weggeschreven, maar komt er nu anders uit:"))
    #expect(again.output.contains("pairs.csv\n  ontbreekt\n"))
  }

  @Test func aManifestThatWasEditedByHand() throws {
    let uncertain = World()
    try ProcessTests.writeStudy(to: uncertain)
    #expect(uncertain.run(["run", "study", "--draws", "200", "--quiet"]).status == .success)
    try uncertain.change("study/resultaten/manifest.json", "\"draws\": 200", "\"draws\": 100")
    let outcome = Self.verified(uncertain, "study/resultaten")
    #expect(outcome.status == .invalidStudy)
    #expect(outcome.output.contains("is zoals het is weggeschreven, maar komt er nu anders uit:"))
    let world = try Self.computed()
    // Used to be computed for ever.
    for draws in ["1000000000000000000", "0", "-5"] {
      try world.write(
        world.text("studie/resultaten/manifest.json").replacing(
          /"draws": -?\d+/, with: "\"draws\": \(draws)"), to: "studie/resultaten/manifest.json")
      for command in [["verify", "studie/resultaten"], ["compare", "studie/resultaten", "studie"]] {
        let refused = world.run(command)
        #expect(refused.status == .invalidStudy && refused.output.isEmpty, "\(draws)")
        #expect(refused.error.hasPrefix("manifest.json in studie/resultaten ontbreekt, of is niet te lezen"))
      }
    }
  }

  @Test func anotherVersionIsTold() throws {
    let world = try Self.computed()
    try world.change(
      "studie/resultaten/manifest.json", "\"version\": \"\(Waterlijn.version)\"", "\"version\": \"0.0.9\"")
    let outcome = Self.verified(world)
    #expect(outcome.status == .success)
    #expect(outcome.output.contains("Waterlijn 0.0.9; nagerekend met \(Waterlijn.version)"))
  }

  @Test func aCopyThatWasChanged() throws {
    let world = try Self.computed()
    try world.change("studie/resultaten/inputs/staffing.csv", "ZUID;OvD-BZ;12;", "ZUID;OvD-BZ;13;")
    let outcome = Self.verified(world)
    #expect(outcome.status == .invalidStudy)
    #expect(
      outcome.output.contains(
        """
        inputs/staffing.csv
          is na het wegschrijven veranderd:
          rij 3 (ZUID, OvD-BZ), kolom personen: was 12, is nu 13
        """))
    // The study supplies what was computed with; without it nothing can be.
    #expect(outcome.output.contains("4 tabellen opnieuw berekend: gelijk tot op de byte"))
    try world.change("studie/staffing.csv", "ZUID;OvD-BZ;12;", "ZUID;OvD-BZ;14;")
    let without = Self.verified(world)
    #expect(without.status == .invalidStudy)
    #expect(without.output.contains("de invoer van toen is er niet meer (staffing.csv)"))
    #expect(without.output.contains("Deze uitkomsten zijn niet na te rekenen."))
  }

  /// Someone who takes the copy for the study loses nothing.
  @Test func aChangedCopyIsNotOverwritten() throws {
    let world = try Self.computed()
    try world.change("studie/resultaten/inputs/staffing.csv", "ZUID;OvD-BZ;12;", "ZUID;OvD-BZ;13;")
    let before = world.contents
    let outcome = world.run(["run", "studie", "--draws", "200"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(
      outcome.error == """
        Veranderd nadat het was weggeschreven: studie/resultaten/inputs/staffing.csv.
        Dat is een kopie van wat er bij de uitkomsten hoort; rekenen zou de wijziging wissen. Neem de wijziging over in
        studie/staffing.csv en haal de kopie weg, of schrijf naar een andere map met --out.

        """)
    #expect(world.contents == before)
    // A folder of this name that is someone's own is not overwritten either.
    try world.write("mijn eigen", to: "uit/inputs/settings.csv")
    #expect(world.run(["run", "studie", "--draws", "200", "--out", "uit"]).status == .invalidStudy)
    #expect(world.text("uit/inputs/settings.csv") == "mijn eigen")
  }

  /// A table that the study no longer has used to be thinkable as an input of the new results.
  @Test func copiesOfBeforeGoWithTheirResults() throws {
    let world = try Self.computed()
    try FileManager.default.removeItem(atPath: world.folder + "/studie/funding.csv")
    try world.write("van mij", to: "studie/resultaten/inputs/notitie.txt")
    #expect(world.run(["run", "studie", "--draws", "200", "--quiet"]).status == .success)
    #expect(world.contents["studie/resultaten/inputs/funding.csv"] == nil)
    #expect(world.text("studie/resultaten/inputs/notitie.txt") == "van mij")
    #expect(Self.verified(world).status == .success)
  }

  @Test func theStudySinceThen() throws {
    let world = try Self.computed()
    try world.change("studie/staffing.csv", "ZUID;OvD-BZ;12;", "ZUID;OvD-BZ;14;")
    let outcome = Self.verified(world)
    #expect(outcome.status == .success)
    #expect(
      outcome.output.contains(
        """
        staffing.csv
          is gewijzigd:
          rij 3 (ZUID, OvD-BZ), kolom personen: was 12, is nu 14

        Deze uitkomsten kloppen: ze komen precies zo uit deze invoer.
        """))
    let report = world.run(["report", "studie/resultaten"])
    #expect(report.status == .success)
    #expect(report.output.contains("de studie is veranderd nadat studie/resultaten was uitgerekend: staffing.csv"))
  }

  /// Tables that were changed used to be compared as if they were results: cost lines were made up for them.
  @Test func compareRefusesTablesThatWereChanged() throws {
    let world = try Self.computed()
    try FileManager.default.moveItem(atPath: world.folder + "/studie/resultaten", toPath: world.folder + "/los")
    try FileManager.default.removeItem(atPath: world.folder + "/los/inputs")
    #expect(world.run(["compare", "los", "studie"]).status == .success)
    let text = world.text("los/summary.csv")
    try world.write(
      text.replacingOccurrences(of: "INEENS,ZUID,2028,delta,", with: "INEENS,ZUID,2028,delta,9"), to: "los/summary.csv")
    let outcome = world.run(["compare", "los", "studie"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("summary.csv in los is veranderd nadat het was uitgerekend"))
  }

  @Test func whatIsNoResults() throws {
    let world = World()
    try world.copyTextbook(to: "studie")
    for folder in ["studie", "nergens"] {
      let outcome = Self.verified(world, folder)
      #expect(outcome.status == .invalidStudy && outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix("\(folder) is geen map met resultaten van waterlijn run"))
    }
    let results = try Self.computed()
    let other = results.run(["verify", "studie/resultaten", "--study", "nergens"])
    #expect(other.status == .invalidStudy && other.error.hasPrefix("nergens is geen map met een studie"))
  }
}
