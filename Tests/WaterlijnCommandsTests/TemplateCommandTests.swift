import StudyFiles
import Terms
import Testing

@testable import WaterlijnCommands

/// `waterlijn template`: the forms in which regions answer.
@Suite struct TemplateCommandTests {
  static let study = [
    "settings.csv": "instelling;waarde\neerste_jaar;2027\njaren;2\nreferentieniveau;A\n",
    "regions.csv": "regio;naam;inwoners;gemeenten\nR;Regio;100000;4\nQ;Andere;200000;9\n",
    "functions.csv":
      "functie;naam;per;uurtarief;opleidingsprijs;examenprijs;piketvergoeding\nF;Eerste;regio;40;10;100;50\n"
      + "G;Tweede;gemeente;40;10;0;0\n",
    "norms.csv": "niveau;functie;posities;personen_per_positie;opleidingsuren;bijscholingsuren;gecertificeerd\n"
      + "A;F;1;3;40;20;90%\nA;G;2;3;40;20;\n",
    "staffing.csv": "regio;functie;personen;personen_aandeel;verloop;bron\nR;F;7;;5%;opgave\nQ;F;55;;6%;opgave\n"
      + "*;*;;0,4..0,6;10%;aanname\n",
    "training.csv": "regio;functie;opleidingsuren;bijscholingsuren\n*;*;10..30;8\n",
    "provisions.csv": "voorziening;naam;per;prijs;index\nV;Noodbed;gemeente;100;prijs\n",
    "provision-norms.csv": "niveau;voorziening;aantal\nA;V;5\n",
    "provision-current.csv": "regio;voorziening;aantal\n*;V;1..3\n",
    "scenarios.csv": "scenario;naam;niveau;ingroei;van;tot\nS;Ineens;A;ineens;2027;\n",
  ]

  private func world(page: Bool = true) throws -> World {
    let world = World()
    for (name, text) in Self.study { try world.write(text, to: "studie/" + name) }
    if page { try world.write(PageCommandTests.base("leeg"), to: "docs/waterlijn.html") }
    return world
  }

  private func rows(_ world: World, _ path: String) throws -> [[String: String]] {
    let bytes = try #require(world.contents[path])
    let document = try #require(CSVReader.read(bytes, file: path).document)
    return document.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(document.header, row.cells + Array(repeating: "", count: 16)))
    }
  }

  @Test func everyRegionHasItsFormOnThreeRoads() throws {
    let world = try world()
    let outcome = world.run(["template", "studie"])
    #expect(
      outcome.output == "2 formulieren in studie/uitvraag: opgave-R (.xlsx, .csv, .html) en verder.\n")
    let made = world.contents.keys.filter { $0.hasPrefix("studie/uitvraag/") && !$0.hasSuffix("/") }.sorted()
    #expect(
      made == ["Q.csv", "Q.html", "Q.xlsx", "R.csv", "R.html", "R.xlsx"].map { "studie/uitvraag/opgave-" + $0 })
    // The study is as it was, and the forms make no study of it.
    #expect(world.run(["check", "studie"]).status == .success)
  }

  /// What is asked of the whole region is told of the whole region: half the norm of 2 positions in 4 municipalities with 3
  /// people each is 12 people; 1 to 3 beds in each of 4 municipalities are 4 to 12 of them.
  @Test func figuresAreThoseOfTheWholeRegion() throws {
    let world = try world()
    #expect(world.run(["template", "studie", "--region", "R", "--quiet"]).status == .success)
    let rows = try rows(world, "studie/uitvraag/opgave-R.csv")
    func row(_ key: String) throws -> [String: String] { try #require(rows.first { $0["kenmerk"] == key }) }
    let own = try row("staffing.persons[R/F]")
    #expect(own["vorige opgave"] == "7" && own["nu aangenomen"] == "" && own["norm"] == "3")
    let people = try row("staffing.persons[R/G]")
    // Of `0,4..0,6` (uniform, P5 0.41 and P95 0.59) of 24.
    #expect(people["nu aangenomen"] == "12 (9,84 tot 14,2)" && people["norm"] == "24")
    let beds = try row("provision-current.quantity[R/V]")
    // P5 and P95 of 1 to 3 are 1.1 and 2.9, four times.
    #expect(beds["nu aangenomen"] == "8 (4,4 tot 11,6)" && beds["norm"] == "20")
    #expect(try row("staffing.certified[R/F]")["norm"] == "90 %")
    // No fee, no exam: nothing depends on these.
    #expect(!rows.contains { ["staffing.standby_positions[R/G]", "staffing.certified[R/G]"].contains($0["kenmerk"]) })
    #expect(rows.count == 6 + 4 + 1)
    #expect(rows.map { $0["nr"] } == (1...rows.count).map { String($0) })
  }

  /// First what takes off most of what is not known; nobody asks anew first what is known.
  @Test func whatMattersMostComesFirst() throws {
    let world = try world()
    #expect(world.run(["template", "studie", "--quiet"]).status == .success)
    let rows = try rows(world, "studie/uitvraag/opgave-R.csv")
    let priority = world.run(["priority", "studie", "--draws", "2000", "--out", "eerst", "--quiet"])
    #expect(priority.status == .success)
    let asked = PriorityCommandTests.rows(world, "eerst/priority.csv").filter {
      $0["region"] == "R" && $0["kind"] == "question"
    }
    let first = asked.map { "\($0["figure"] ?? "")[R/\($0["item"] ?? "")]" }
    #expect(!first.isEmpty)
    #expect(
      rows.prefix(first.count).map { String(($0["kenmerk"] ?? "").drop { $0 != "." }.dropFirst()) } == first)
  }

  @Test func nothingOfAnotherRegionIsInIt() throws {
    let world = try world()
    #expect(world.run(["template", "studie", "--region", "R", "--quiet"]).status == .success)
    let bytes = try #require(world.contents["studie/uitvraag/opgave-R.csv"])
    let table = String(decoding: bytes, as: UTF8.self)
    #expect(!table.contains("Andere") && !table.contains("[Q/") && !table.contains("55"))
  }

  @Test func withoutTheEmptyPageThereAreTwoRoads() throws {
    let world = try world(page: false)
    let outcome = world.run(["template", "studie", "--out", "map", "--region", "Q", "--language", "en"])
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("1 form in map: opgave-Q (.xlsx, .csv).\nWithout pages. The empty page"))
    #expect(
      world.contents.keys.filter { $0.hasPrefix("map/") && !$0.hasSuffix("/") }.sorted() == [
        "map/opgave-Q.csv", "map/opgave-Q.xlsx",
      ])
    let named = world.run(["template", "studie", "--base", "weg.html"])
    #expect(named.status == .failure && named.error.contains("weg.html is niet de lege pagina"))
  }

  @Test func anUnknownRegionIsRefused() throws {
    let world = try world()
    let outcome = world.run(["template", "studie", "--region", "R+X"])
    #expect(outcome.status == .wrongUsage && outcome.error.contains("X"))
    #expect(!world.contents.keys.contains { $0.hasPrefix("studie/uitvraag") })
  }
}
