import Foundation
import StudyFiles
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

/// What becomes of a doubt about an answer: it is asked, answered in a note, and accepted; and `waterlijn progress`, which
/// tells how far that is.
@Suite struct AnswerProgressCommandTests {
  private static let heading = "nr;antwoord;toelichting;ingevuld door;datum;kenmerk\n"

  private func world(_ answers: [String: String]) throws -> World {
    let world = World()
    for (name, text) in TemplateCommandTests.study { try world.write(text, to: "studie/" + name) }
    for (name, text) in answers { try world.write(Self.heading + text, to: name) }
    return world
  }

  private func text(_ world: World, _ path: String) -> String {
    String(decoding: world.contents[path] ?? [], as: UTF8.self)
  }

  private func rows(_ world: World, _ path: String) throws -> [[String: String]] {
    let document = try #require(CSVReader.read(world.contents[path] ?? [], file: path).document)
    return document.rows.map { Dictionary(uniqueKeysWithValues: zip(document.header, $0.cells)) }
  }

  private func standing(_ world: World, _ study: String, _ input: String) throws -> [String: String] {
    #expect(world.run(["progress", study, "--out", "stand", "--quiet"]).status == .success)
    return try #require(rows(world, "stand/progress.csv").first { $0["input"] == input })
  }

  /// A note with a figure that stays as it was used to be lost: the figure was there already.
  @Test func aNoteThatComesBackClosesADoubt() throws {
    let world = try world([
      "een/R.csv": "1;400;;Jan;1-10-2026;staffing.persons[R/F]\n2;9;;Jan;1-10-2026;staffing.persons[R/G]\n",
      // What came back: the same figure, and why it is so.
      "twee/R.csv":
        "1;400;samen met de buren;Piet;8-10-2026;staffing.persons[R/F]\n2;9;;Jan;1-10-2026;staffing.persons[R/G]\n",
    ])
    let first = world.run(["collect", "studie", "een", "--into", "ronde1"])
    #expect(first.status == .success)
    #expect(first.output.contains("Twijfels (klopt dit wel?)\n"))
    #expect(first.output.contains("een/R.csv, rij 2, kolom B2\n  \"400\" is ongeveer"))
    let asked = try #require(try rows(world, "ronde1/provenance.csv").last { $0["invoer"] == "staffing.persons[R/F]" })
    #expect(asked["twijfel"]?.hasPrefix("\"400\" is ongeveer") == true && asked["toelichting"] == "")
    #expect(try standing(world, "ronde1", "staffing.persons[R/F]")["standing"] == "doubt")

    let second = world.run(["collect", "ronde1", "twee", "--into", "ronde2"])
    #expect(second.output.contains("van 1 is de herkomst of\ntoelichting erbij gezet"))
    #expect(second.output.contains("Ongewoon, en toegelicht") && !second.output.contains("Twijfels"))
    #expect(second.output.contains("Toelichting: samen met de buren"))
    let closed = try standing(world, "ronde2", "staffing.persons[R/F]")
    #expect(closed["standing"] == "explained" && closed["note"] == "samen met de buren" && closed["person"] == "Piet")
    // All that was asked and answered stays, in order.
    let history = try rows(world, "ronde2/provenance.csv").filter { $0["invoer"] == "staffing.persons[R/F]" }
    #expect(history.map { $0["waarde"] } == ["7", "400", "400"])
    #expect(history.map { $0["toelichting"] } == ["", "", "samen met de buren"])
  }

  /// What nobody answered stays open through the next round; what was mended is not asked again.
  @Test func anOpenDoubtStaysAndAMendedOneGoes() throws {
    let world = try world([
      "een/R.csv": "1;400;;Jan;1-10-2026;staffing.persons[R/F]\n2;900;;Jan;1-10-2026;training.annual_hours[R/F]\n",
      "twee/R.csv": "1;4;;Jan;8-10-2026;staffing.persons[R/F]\n",
    ])
    #expect(world.run(["collect", "studie", "een", "--into", "ronde1"]).status == .success)
    let second = world.run(["collect", "ronde1", "twee", "--into", "ronde2"])
    #expect(second.output.contains("Twijfels van eerder, nog open") && !second.output.contains("klopt dit wel"))
    #expect(second.output.contains("R.csv, rij 3, kolom B3"))
    #expect(try standing(world, "ronde2", "staffing.persons[R/F]")["standing"] == "received")
    #expect(try standing(world, "ronde2", "training.annual_hours[R/F]")["standing"] == "doubt")
  }

  /// A figure that differs much from what the region gave before is asked about, though both are likely by themselves.
  @Test func anAnswerIsHeldToTheOneBefore() throws {
    let world = try world([
      "een/R.csv": "1;10;;Jan;1-10-2026;training.annual_hours[R/F]\n",
      "twee/R.csv": "1;35;;Jan;1-10-2027;training.annual_hours[R/F]\n",
      "drie/R.csv": "1;35;nieuwe leergang;Jan;2-10-2027;training.annual_hours[R/F]\n",
    ])
    #expect(!world.run(["collect", "studie", "een", "--into", "ronde1"]).output.contains("Twijfels"))
    let second = world.run(["collect", "ronde1", "twee", "--into", "ronde2"])
    #expect(second.output.contains("Hier staat \"35\"; eerder gaf de regio \"10\" op (R.csv, B2, 1-10-2026)."))
    let third = world.run(["collect", "ronde2", "drie", "--into", "ronde3"])
    #expect(third.output.contains("Ongewoon, en toegelicht") && !third.output.contains("Twijfels"))
  }

  /// The list of questions that goes with a reply comes back with notes alone; a note about nothing is told.
  @Test func notesComeByThemselves() throws {
    let world = try world([
      "een/R.csv": "1;400;;Jan;1-10-2026;staffing.persons[R/F]\n"
    ])
    try world.write(
      "kenmerk;vraag;toelichting\nstaffing.persons[R/F];klopt dit?;samen met de buren\n"
        + "staffing.persons[R/G];en dit?;wordt uitgezocht\n", to: "twee/vragen.csv")
    #expect(world.run(["collect", "studie", "een", "--into", "ronde1"]).status == .success)
    let second = world.run(["collect", "ronde1", "twee", "--into", "ronde2"])
    #expect(second.status == .success && second.output.contains("Toelichting: samen met de buren"))
    #expect(
      second.output.contains("Onbekend, en dus nog aangenomen\n") && second.output.contains("twee/vragen.csv, C3"))
    #expect(text(world, "ronde2/staffing.csv").contains("R;F;400;"))
  }

  @Test func whoAcceptedIsToldAndStays() throws {
    let world = try world(["een/R.csv": "1;4;;Jan;1-10-2026;staffing.persons[R/F]\n"])
    #expect(world.run(["collect", "studie", "een", "--into", "ronde1"]).status == .success)
    let list = text(world, "ronde1/provenance.csv")
    #expect(list.hasSuffix(";;;\n"))
    try world.write(String(list.dropLast(2)) + "M. Bakker;15-10-2026\n", to: "ronde1/provenance.csv")
    let stands = try standing(world, "ronde1", "staffing.persons[R/F]")
    #expect(stands["standing"] == "accepted" && stands["accepted_by"] == "M. Bakker")
    let told = world.run(["progress", "ronde1"])
    #expect(told.output.contains("Akkoord\n-------\n  Regio (R): M. Bakker, 15-10-2026\n"))
    // The same answers once more: what people filled in stays.
    let before = world.contents["ronde1/provenance.csv"]
    #expect(world.run(["collect", "studie", "een", "--into", "ronde1"]).status == .success)
    #expect(world.contents["ronde1/provenance.csv"] == before)
    #expect(try standing(world, "ronde1", "staffing.persons[R/F]")["standing"] == "accepted")
  }

  /// Who was asked is known from the forms; what nobody was asked is told apart from what nobody answered.
  @Test func whatWasNotAskedIsToldApart() throws {
    let world = try world([:])
    #expect(world.run(["template", "studie", "--region", "R", "--quiet"]).status == .success)
    #expect(text(world, "studie/asked.csv") == "regio;gevraagd_op\nR\n")
    #expect(try standing(world, "studie", "training.annual_hours[R/F]")["standing"] == "no_answer")
    #expect(try standing(world, "studie", "training.annual_hours[Q/F]")["standing"] == "not_asked")
    // The study's own figures were given too.
    #expect(try standing(world, "studie", "staffing.persons[Q/F]")["standing"] == "doubt")
    #expect(try standing(world, "studie", "staffing.persons[R/F]")["standing"] == "received")
    try world.write("regio;gevraagd_op\nR;1-9-2026\n", to: "studie/asked.csv")
    #expect(world.run(["template", "studie", "--quiet"]).status == .success)
    #expect(text(world, "studie/asked.csv") == "regio;gevraagd_op\nR;1-9-2026\nQ\n")
    // It goes where the study goes, and changes nothing that was computed.
    try world.write(Self.heading + "1;4;;;;staffing.persons[R/F]\n", to: "in/R.csv")
    #expect(world.run(["collect", "studie", "in", "--into", "ronde1"]).status == .success)
    #expect(world.contents["ronde1/asked.csv"] == world.contents["studie/asked.csv"])
    #expect(world.run(["run", "ronde1", "--draws", "400", "--quiet"]).status == .success)
    #expect(world.contents["ronde1/resultaten/inputs/asked.csv"] == nil)
  }

  /// The page goes to all: it says who gave what, and no figure of any region.
  @Test func thePageHasNoFigureOfARegion() throws {
    let world = try world(["in/R.csv": "1;432,5;geheim;Jan;1-10-2026;staffing.persons[R/F]\n"])
    #expect(world.run(["collect", "studie", "in", "--into", "ronde1"]).status == .success)
    #expect(world.run(["progress", "ronde1", "--out", "stand", "--quiet"]).status == .success)
    let page = text(world, "stand/progress.html")
    #expect(page.contains("Stand van de uitvraag") && page.contains("Regio (R)"))
    for secret in ["432", "geheim", "Jan"] {
      let isThere = page.contains(secret)
      #expect(!isThere, "\(secret)")
    }
  }

  /// From a figure to the file, the sheet, the cell and the day, in all that is made of a study.
  @Test func aFigureLeadsToItsFile() throws {
    let world = try world([
      "een/R.csv": "1;400;;Jan;1-10-2026;staffing.persons[R/F]\n",
      "twee/R.csv": "1;400;samen met de buren;Piet;8-10-2026;staffing.persons[R/F]\n",
    ])
    #expect(world.run(["collect", "studie", "een", "--into", "ronde1", "--quiet"]).status == .success)
    #expect(world.run(["collect", "ronde1", "twee", "--into", "ronde2", "--quiet"]).status == .success)
    let hash = SHA256.hexDigest(of: world.contents["twee/R.csv"] ?? [])
    #expect(
      world.run(["run", "ronde2", "--draws", "400", "--out", "res", "--xlsx", "res.xlsx", "--quiet"]).status == .success
    )
    #expect(world.run(["report", "res", "--out", "rapport.html", "--quiet", "--study", "ronde2"]).status == .success)
    let verified = world.run(["verify", "res", "--study", "ronde2"])
    #expect(verified.output.contains("R.csv: 1, SHA-256 \(hash)"))
    let explained = world.run(["explain", "ronde2", "--scenario", "S", "--region", "R", "--year", "2027"]).output
    for told in [
      "mensen in de pool: Eerste = 400", "R.csv, B2 (Piet, 8-10-2026)",
      "eerder 400: R.csv, B2 (Jan, 1-10-2026); vraag: \"400\"",
      "toelichting: samen met de buren", hash,
    ] {
      let isTold = explained.contains(told)
      #expect(isTold, "\(told)")
    }
    let report = text(world, "rapport.html")
    for told in ["R.csv, B2 (Piet, 8-10-2026)", "samen met de buren", hash, "Stand van de uitvraag"] {
      let isTold = report.contains(told)
      #expect(isTold, "\(told)")
    }
    // What another region reads says nothing of it.
    #expect(
      !world.run(["explain", "ronde2", "--scenario", "S", "--region", "Q", "--year", "2027"]).output.contains("R.csv"))
  }
}
