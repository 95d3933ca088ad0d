import CostEngine
import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import WaterlijnCommands

/// Two studies, and results folders.
@Suite struct CompareStudiesTests {
  /// Two copies of the textbook study, the second one changed.
  private static func world(_ change: (World) throws -> Void) throws -> World {
    let world = World()
    try world.copyTextbook(to: "a")
    try world.copyTextbook(to: "b")
    try change(world)
    return world
  }

  private static func inputs(_ world: World, _ options: String = "") -> [String: Double] {
    let outcome = world.run(
      ["compare", "a", "b", "--draws", "400", "--out", "o"] + options.split(separator: " ").map(String.init))
    #expect(outcome.status == .success, "\(outcome.error)")
    world.expectExactBridges("o")
    return world.parts("o", "input").filter { $0.value != 0 }
  }

  @Test func twoCopiesDoNotDiffer() throws {
    let world = try Self.world { _ in }
    let outcome = world.run(["compare", "a", "b"])
    #expect(outcome.status == .success)
    #expect(outcome.output.hasSuffix("\nEr is geen verschil: geen invoer is anders.\n"))
    #expect(Self.inputs(world).isEmpty)
  }

  /// The national lead costs EUR 12,000 in 2027 and 2028, in every scenario; now 15,000.
  @Test func oneCellIsAllOfTheDifference() throws {
    let world = try Self.world { try $0.change("b/one-offs.csv", "landelijk;12000;", "landelijk;15000;") }
    #expect(Self.inputs(world, "--scenario INGROEI") == ["one-offs.amount[LEIDING]": 6000])
    #expect(world.parts("o", "line").filter { $0.value != 0 } == ["one_offs": 6000])
    #expect(world.table("o/changes.csv").map { $0["input"] } == ["one-offs.amount[LEIDING]"])
    let outcome = world.run(["compare", "a", "b", "--scenario", "INGROEI"])
    #expect(
      outcome.output.contains("6.000   bedrag, LEIDING: 12.000 -> 15.000 (one-offs.bedrag[LEIDING])\n6.000   totaal\n"))
  }

  /// Without an option every scenario that both have is in the first table.
  @Test func allScenariosOfBoth() throws {
    let world = try Self.world { world in
      try world.change("b/one-offs.csv", "landelijk;12000;", "landelijk;15000;")
      try world.change("b/scenarios.csv", "INEENS;Alles ineens", "NIEUW;Alles ineens")
      try world.change("b/one-offs.csv", "INEENS+INGROEI", "NIEUW+INGROEI")
    }
    let outcome = world.run(["compare", "a", "b"])
    #expect(outcome.status == .success, "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("INGROEI ") } && lines.contains { $0.hasPrefix("SLIM ") })
    #expect(!lines.contains { $0.hasPrefix("INEENS ") } && outcome.output.contains("staat scenario INGROEI;"))
    let other = world.run(["compare", "a", "b", "--scenario", "INEENS"])
    #expect(other.error.hasPrefix("--scenario: de studie kent \"INEENS\" niet."))
    // The one of A against the same one of B by its new name: nothing but the lead.
    let named = world.run(["compare", "a", "b", "--scenario", "INEENS+NIEUW", "--out", "o"])
    #expect(named.status == .success)
    world.expectExactBridges("o")
    #expect(world.parts("o", "difference") == ["": 6000])
  }

  /// A row for all regions is one change of both.
  @Test func aRowForAllRegionsIsOneStep() throws {
    let world = try Self.world { try $0.change("b/staffing.csv", "*;MW-OPV;;50%;;25%;", "*;MW-OPV;;50%;;20%;") }
    #expect(Array(Self.inputs(world).keys) == ["staffing.turnover[*/MW-OPV]"])
    let changes = world.table("o/changes.csv").filter { $0["scenario_a"] == "INEENS" }
    #expect(
      changes.map { $0["input"] } == ["staffing.turnover[NOORD/MW-OPV]", "staffing.turnover[ZUID/MW-OPV]"])
    #expect(changes.allSatisfy { $0["from"] == "25%" && $0["to"] == "20%" })
    let text = world.run(["compare", "a", "b", "--language", "en"]).output
    #expect(text.contains("turnover, MW-OPV: 25% -> 20%, 2 regions"))
  }

  /// A quantity that cells share changes under its own name.
  @Test func aSharedQuantityIsOneStep() throws {
    let world = try Self.world { world in
      for study in ["a", "b"] {
        try world.write("variabele;waarde\nloon;\(study == "a" ? 80 : 90)\n", to: study + "/variables.csv")
        try world.change(study + "/functions.csv", "regio;€ 80;", "regio;var(loon);")
      }
    }
    #expect(Array(Self.inputs(world).keys) == ["variables.value[loon]"])
  }

  /// A region's own row beside that of all regions changes its cells, by their names.
  @Test(arguments: [
    ("aanname", "assumed", "aangenomen"),
    // What was invented used to be called assumed.
    ("verzonnen voorbeeld", "invented", "verzonnen"),
  ]) func aRowThatIsAdded(source: String, was: String, dutch: String) throws {
    let world = try Self.world { world in
      for study in ["a", "b"] {
        try world.change(study + "/staffing.csv", "50%;;25%;;verzonnen voorbeeld", "50%;;25%;;" + source)
      }
      let text = world.text("b/staffing.csv")
      try world.write(text.trimmingCharacters(in: .newlines) + "\nZUID;MW-OPV;6;;;30%;;;\n", to: "b/staffing.csv")
    }
    let inputs = Self.inputs(world)
    // Persons stand in another column than the share that they take the place of: that was one lump, "composition".
    #expect(Set(inputs.keys) == ["staffing.turnover[ZUID/MW-OPV]", "staffing.persons[ZUID/MW-OPV]"])
    let changes = world.table("o/changes.csv").filter { $0["scenario_a"] == "INEENS" }
    #expect(changes.map { $0["input"] } == ["staffing.persons[ZUID/MW-OPV]", "staffing.turnover[ZUID/MW-OPV]"])
    #expect(changes.map { $0["from"] } == ["0.5 persons share (\(was))", "25% (\(was))"])
    #expect(changes.map { $0["to"] } == ["6 persons (reported)", "30% (reported)"])
    let text = RareOutcomeTests.words(world.run(["compare", "a", "b", "--scenario", "INEENS"]).output)
    #expect(
      text.contains("0,5 personen aandeel (\(dutch)) -> 6 personen (opgegeven)") && !text.contains("samenstelling"))
  }

  /// Words, rows and lists are one last step.
  @Test func whatIsNoNumberIsOneStep() throws {
    let world = try Self.world { world in
      try world.change(
        "b/scenarios.csv", "INGROEI;Ingroeimodel;waterlijn;lineair", "INGROEI;Ingroeimodel;waterlijn;s-curve")
      try world.change(
        "b/one-offs.csv", "PLAN;Herziening crisisplan;regio;3000", "PLAN;Herziening crisisplan;regio;4000")
    }
    // EUR 1,000 more in each of two regions.
    let inputs = Self.inputs(world, "--scenario INGROEI")
    #expect(Set(inputs.keys) == ["one-offs.amount[PLAN]", "composition"])
    #expect(inputs["one-offs.amount[PLAN]"] == 2000)
    #expect(
      world.table("o/changes.csv").last.map { [$0["input"], $0["from"], $0["to"]] }
        == ["scenarios.phase_in[INGROEI]", "linear", "scurve"])
    // Other scenarios' words are no change of this one.
    #expect(Set(Self.inputs(world, "--scenario SLIM").keys).isEmpty)
  }

  /// A first year and a last year that only make sense together are one step.
  @Test func yearsThatBelongTogether() throws {
    let world = try Self.world {
      try $0.change(
        "b/scenarios.csv", "INGROEI;Ingroeimodel;waterlijn;lineair;2027;2028;",
        "INGROEI;Ingroeimodel;waterlijn;lineair;2029;2029;")
    }
    #expect(
      Array(Self.inputs(world, "--scenario INGROEI").keys) == [
        "scenarios.from[INGROEI] + scenarios.until[INGROEI]"
      ])
  }

  @Test func anotherHorizon() throws {
    let world = try Self.world { try $0.change("b/settings.csv", "jaren;3;", "jaren;5;") }
    let inputs = Self.inputs(world)
    #expect(Array(inputs.keys) == ["settings.value[years]"])
    let text = world.run(["compare", "a", "b"]).output
    #expect(text.contains("De looptijd verschilt: A loopt van 2027 tot en met 2029, B van 2027 tot en met 2031."))
    #expect(text.contains("\nalle jaren"))
    #expect(Set(world.table("o/compare.csv").map { $0["year"] }) == ["2027", "2028", "2029", "total"])
  }

  @Test func regionsOfOneOnly() throws {
    let world = try Self.world { world in
      let text = world.text("b/regions.csv").trimmingCharacters(in: .newlines)
      try world.write(text + "\nWEST;Westerland;50000;1;x\n", to: "b/regions.csv")
      let staffing = world.text("b/staffing.csv").trimmingCharacters(in: .newlines)
      try world.write(staffing + "\nWEST;OvD-BZ;8;;0;25%;100%;;\n", to: "b/staffing.csv")
      let training = world.text("b/training.csv").trimmingCharacters(in: .newlines)
      try world.write(training + "\nWEST;OvD-BZ;40;20;;\n", to: "b/training.csv")
    }
    #expect(Set(Self.inputs(world).keys) == ["composition"])
    let text = world.run(["compare", "a", "b"]).output
    #expect(text.contains("Niet alle regio's zitten in beide: alleen in B: WEST."))
    #expect(Set(world.table("o/compare.csv").map { $0["region"] }) == ["NOORD", "ZUID", "NL"])
    let unknown = world.run(["compare", "a", "b", "--region", "WEST"])
    #expect(unknown.status == .wrongUsage)
  }

  /// Results of one region each have nothing to compare: said, where it used to end the program.
  @Test func resultsWithoutACommonRegion() throws {
    let world = World()
    try world.copyTextbook(to: "s")
    for (region, out) in [("NOORD", "s/noord"), ("ZUID", "s/zuid")] {
      #expect(world.run(["run", "s", "--region", region, "--out", out, "--quiet"]).status == .success)
    }
    let outcome = world.run(["compare", "s/noord", "s/zuid"])
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.error.hasPrefix("A en B hebben geen regio gemeen. A heeft: NOORD. B heeft: ZUID.\n"))
  }

  /// Uncertain cells that both have take the same values; what is told of one is told of the study that has it.
  @Test func uncertainStudiesAreExactToo() throws {
    let world = try Self.world { world in
      for study in ["a", "b"] {
        try world.change(study + "/staffing.csv", "NOORD;OvD-BZ;4;", "NOORD;OvD-BZ;2..6;")
        try world.change(study + "/norms.csv", "waterlijn;OvD-BZ;1;8;40;", "waterlijn;OvD-BZ;1;6..8..9;40;")
      }
      try world.change("b/functions.csv", "regio;€ 80;", "regio;70..80..110;")
      try world.change("b/provisions.csv", "€ 2.000,00", "€ 2.500,00")
    }
    let inputs = Self.inputs(world, "--scenario INGROEI")
    #expect(Set(inputs.keys) == ["functions.hourly_cost[OvD-BZ]", "provisions.unit_cost[OEFENING]"])
    // What both have is 5 positions' worth of people, what one has a price: pairing leaves only the latter.
    let outcome = world.run([
      "compare", "a", "b", "--scenario", "INGROEI", "--draws", "4000", "--sampler", "random", "--out", "o",
    ])
    #expect(outcome.output.contains("Gepaard rekenen spaart ongeveer een factor"))
    let total = try #require(
      world.table("o/compare.csv").first { $0["region"] == "NL" && $0["year"] == "total" })
    #expect(try #require(Double(total["gain"]!)) > 1)
  }

  /// Many changes are taken together by column; each is told in changes.csv.
  @Test func manyChangesAreTakenTogether() throws {
    let world = try Self.world { world in
      for study in ["a", "b"] {
        let price = study == "a" ? 10 : 11
        let codes = (1...35).map { "P\($0)" }
        try world.write(
          "voorziening;naam;per;prijs;index\n" + codes.map { "\($0);x;regio;\(price);prijs\n" }.joined(),
          to: study + "/provisions.csv")
        try world.write(
          "niveau;voorziening;aantal\n" + codes.map { "waterlijn;\($0);\(price)\n" }.joined(),
          to: study + "/provision-norms.csv")
        try world.write("regio;voorziening;aantal\n", to: study + "/provision-current.csv")
      }
    }
    let inputs = Self.inputs(world, "--scenario INEENS")
    // 35 provisions in two regions in two years: EUR 1 more a piece is EUR 10 before the quantity rises and EUR 11 after,
    // one piece more is EUR 11 or 10.
    let part = 35 * 2 * 2 * 10.5
    #expect(inputs == ["provisions.unit_cost": part, "provision-norms.quantity": part])
    #expect(world.table("o/changes.csv").count == 70)
    let text = world.run(["compare", "a", "b", "--scenario", "INEENS"]).output
    #expect(text.contains("Er zijn meer dan 60 wijzigingen"))
  }

  /// Two cells with one distribution are two random variables.
  @Test func drawsOfTheirOwnAreTold() throws {
    let world = try Self.world { world in
      try world.change("a/scenarios.csv", "lineair;2027;2028;0,5;", "lineair;2027;2028;0..1;")
      try world.change("a/scenarios.csv", "lineair;2027;2028;;25%", "lineair;2027;2028;0..1;25%")
    }
    let outcome = world.run(["compare", "a", "--scenario", "INGROEI+SLIM", "--language", "en", "--draws", "400"])
    #expect(outcome.status == .success, "\(outcome.error)")
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("0.5 (0.05 to 0.95) -> 0.5 (0.05 to 0.95) (another distribution, or draws of its own)"))
  }

  @Test func aStudyWithMistakesIsRefused() throws {
    let world = try Self.world { try $0.change("b/settings.csv", "jaren;3;", "jaren;drie;") }
    let outcome = world.run(["compare", "a", "b"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty && outcome.error.contains("drie"))
  }

  // MARK: Results

  /// Results inside their study are computed again: the same as the studies themselves.
  @Test func resultsInTheirStudyAreComputedAgain() throws {
    let world = try Self.world { try $0.change("b/one-offs.csv", "landelijk;12000;", "landelijk;15000;") }
    for study in ["a", "b"] { #expect(world.run(["run", study, "--quiet", "--draws", "400"]).status == .success) }
    let outcome = world.run(["compare", "a/resultaten", "b/resultaten/", "--scenario", "SLIM", "--out", "o"])
    #expect(outcome.status == .success, "\(outcome.error)")
    #expect(outcome.output.contains("a/resultaten is opnieuw berekend uit de studie"))
    #expect(outcome.output.contains("400 (Latin hypercube), startwaarde 1"))
    world.expectExactBridges("o")
    #expect(world.parts("o", "input") == ["one-offs.amount[LEIDING]": 6000])
    // A study beside results.
    let mixed = world.run(["compare", "a", "b/resultaten", "--scenario", "SLIM"])
    #expect(mixed.output.contains("6.000   totaal"))
  }

  /// Results without a copy of their inputs, of an earlier version, whose study is changed or gone are compared as they
  /// stand, and it is said what is missing.
  @Test func resultsWithoutTheirStudy() throws {
    let world = try Self.world { try $0.change("b/one-offs.csv", "landelijk;12000;", "landelijk;15000;") }
    #expect(world.run(["run", "a", "--quiet", "--out", "los"]).status == .success)
    #expect(world.run(["run", "b", "--quiet", "--csv-locale", "nl"]).status == .success)
    try world.change("b/one-offs.csv", "landelijk;15000;", "landelijk;16000;")
    let carried = world.run(["compare", "los", "b/resultaten", "--scenario", "SLIM", "--out", "o"])
    #expect(carried.output.contains("los is opnieuw berekend uit de kopie van de invoer die erbij staat."))
    #expect(world.parts("o", "input") == ["one-offs.amount[LEIDING]": 6000])
    for folder in ["los", "b/resultaten"] {
      try FileManager.default.removeItem(atPath: world.folder + "/\(folder)/inputs")
    }
    let outcome = world.run(["compare", "los", "b/resultaten", "--scenario", "SLIM", "--out", "o"])
    #expect(outcome.status == .success, "\(outcome.error)")
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("los is niet opnieuw te berekenen: de map staat niet in haar studie."))
    #expect(
      text.contains("b/resultaten is niet opnieuw te berekenen: de studie is sindsdien gewijzigd (one-offs.csv)."))
    #expect(text.contains("Welke bestanden verschillen? ---------------------------- one-offs.csv gewijzigd"))
    world.expectExactBridges("o")
    #expect(world.parts("o", "line").filter { $0.value != 0 } == ["one_offs": 6000])
    #expect(world.table("o/compare.csv").first?.keys.contains("se_unpaired") == true)
    let english = world.run(["compare", "los", "b", "--scenario", "SLIM", "--language", "en"])
    // The study as it is now: EUR 4,000 a year more.
    #expect(english.status == .success && english.output.contains("8,000"))
    let unknown = world.run(["compare", "los", "b/resultaten", "--scenario", "SLIMM"])
    #expect(unknown.error.hasPrefix("--scenario: de studie kent \"SLIMM\" niet. Bedoelt u \"SLIM\"?\n"))
  }

  @Test func resultsThatCannotBeReadAreNamed() throws {
    let world = try Self.world { _ in }
    #expect(world.run(["run", "a", "--quiet", "--out", "los"]).status == .success)
    try FileManager.default.removeItem(atPath: world.folder + "/los/inputs")
    try world.write("kapot", to: "los/lines.csv")
    let outcome = world.run(["compare", "los", "b"])
    #expect(outcome.status == .invalidStudy && outcome.output.isEmpty && outcome.error.contains("lines.csv in los"))
  }
}
