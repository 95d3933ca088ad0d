import Foundation
import StudyFiles
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

/// `waterlijn collect`: what regions send back, taken over into a new study.
@Suite struct CollectCommandTests {
  private static let heading = "nr;onderdeel;vraag;antwoord;laag;hoog;bron;toelichting;ingevuld door;datum;kenmerk\n"

  private func world(_ answers: [String: String]) throws -> World {
    let world = World()
    for (name, text) in TemplateCommandTests.study { try world.write(text, to: "studie/" + name) }
    for (name, text) in answers { try world.write(text, to: "in/" + name) }
    return world
  }

  private func text(_ world: World, _ path: String) -> String {
    String(decoding: world.contents[path] ?? [], as: UTF8.self)
  }

  /// Only the cells of the answers differ; a figure of the whole region is divided by what the study counts by: 8 beds in 4
  /// municipalities are 2 in each.
  @Test func answersGoIntoTheirCells() throws {
    let world = try world([
      "R.csv": Self.heading + "1;Eerste;;9;;;telling;zelf geteld;Jan;1-10-2026;staffing.persons[R/F]\n"
        + "2;Tweede;;12;10;14;;;Jan;1-10-2026;staffing.persons[R/G]\n"
        + "3;Noodbed;;8;;;;;Jan;1-10-2026;provision-current.quantity[R/V]\n"
        + "4;Eerste;;;12;20;;;Jan;1-10-2026;training.initial_hours[R/F]\n"
        + "5;Eerste;;7,5%;;;;;Jan;1-10-2026;staffing.turnover[R/F]\n"
    ])
    let outcome = world.run(["collect", "studie", "in/R.csv", "--into", "nieuw"])
    #expect(outcome.error == "" && outcome.status == .success)
    #expect(outcome.output == "5 antwoorden overgenomen uit 1 bestand, van 1 regio. Studie: nieuw\n")
    #expect(
      text(world, "nieuw/staffing.csv")
        == "regio;functie;personen;personen_aandeel;verloop;bron;toelichting\n"
        + "R;F;9;;0,075;telling; opgave regio;zelf geteld\n".replacing("telling; opgave", with: "\"telling; opgave")
        .replacing("regio;zelf", with: "regio\";zelf")
        + "Q;F;55;;6%;opgave\n*;*;;0,4..0,6;10%;aanname\nR;G;10..12..14;;;opgave regio;\n")
    #expect(text(world, "nieuw/provision-current.csv").hasSuffix("*;V;1..3\nR;V;2\n"))
    #expect(text(world, "nieuw/training.csv").hasSuffix("*;*;10..30;8\nR;F;12..20;\n"))
    for name in ["settings.csv", "regions.csv", "norms.csv", "scenarios.csv"] {
      #expect(world.contents["nieuw/" + name] == world.contents["studie/" + name])
    }
    #expect(text(world, "studie/staffing.csv") == TemplateCommandTests.study["staffing.csv"])
    #expect(world.run(["check", "nieuw"]).status == .success)
    let hash = SHA256.hexDigest(of: world.contents["in/R.csv"] ?? [])
    let before = SHA256.hexDigest(of: world.contents["studie/staffing.csv"] ?? [])
    #expect(
      text(world, "nieuw/provenance.csv").hasPrefix(
        "invoer;waarde;gegeven;gelezen_als;bestand;blad;cel;ingevuld_door;datum;bron;toelichting;sha256;twijfel;"
          + "akkoord_door;akkoord_op\n"
          // What stood there before, and where.
          + "staffing.persons[R/F];7;;;staffing.csv;;C2;;;;;\(before);;;\n"
          + "staffing.persons[R/F];9;9;;R.csv;;D2;Jan;1-10-2026;telling;zelf geteld;\(hash);;;\n"))
    // What the results carry tells where figures came from, ten years later.
    #expect(world.run(["run", "nieuw", "--draws", "400", "--quiet"]).status == .success)
    #expect(world.contents["nieuw/resultaten/inputs/provenance.csv"] == world.contents["nieuw/provenance.csv"])
  }

  @Test func onceMoreChangesNothing() throws {
    let world = try world([
      "R.csv": Self.heading + "1;;;9;;;;;;;staffing.persons[R/F]\n2;;;8;;;;;;;provision-current.quantity[R/V]\n"
    ])
    #expect(world.run(["collect", "studie", "in", "--into", "nieuw"]).status == .success)
    let first = world.contents
    #expect(world.run(["collect", "studie", "in", "--into", "nieuw"]).status == .success)
    #expect(world.contents == first)
    let again = world.run(["collect", "nieuw", "in", "--into", "ronde3"])
    #expect(again.output == "0 antwoorden overgenomen uit 1 bestand, van 1 regio; 2 stonden er al. Studie: ronde3\n")
    for name in ["staffing.csv", "provision-current.csv", "provenance.csv"] {
      #expect(world.contents["ronde3/" + name] == first["nieuw/" + name])
    }
  }

  /// Answers of another day used to be gone without a word when the next came into the same folder.
  @Test func answersOfBeforeAreNotLost() throws {
    let world = try world([
      "a.csv": Self.heading + "1;;;9;;;;;;;staffing.persons[R/F]\n",
      "b.csv": Self.heading + "1;;;8;;;;;;;provision-current.quantity[R/V]\n",
    ])
    #expect(world.run(["collect", "studie", "in/a.csv", "--into", "nieuw"]).status == .success)
    let first = world.contents
    let outcome = world.run(["collect", "studie", "in/b.csv", "--into", "nieuw"])
    #expect(outcome.status == .wrongUsage && outcome.error.contains("Noem ook de bestanden van toen"))
    #expect(world.contents == first)
    #expect(world.run(["collect", "studie", "in", "--into", "nieuw"]).status == .success)
  }

  /// provenance.csv says what every region answered: it does not go into the page of one of them.
  @Test func whatARegionAnsweredIsNotInThePageOfAnother() throws {
    let world = try world(["q.csv": Self.heading + "1;;;61;;;geheime bron;;;;staffing.persons[Q/F]\n"])
    try world.write(PageCommandTests.base("leeg"), to: "docs/waterlijn.html")
    #expect(world.run(["collect", "studie", "in", "--into", "ronde/studie"]).status == .success)
    #expect(world.run(["page", "ronde/studie", "--region", "R", "--out", "r.html", "--quiet"]).status == .success)
    let files = try PageCommandTests().content(text(world, "r.html")).files
    #expect(files["staffing.csv"] != nil && files["provenance.csv"] == nil)
    let isThere = files.values.contains { $0.contains("geheime bron") || $0.contains("61") }
    #expect(!isThere)
    #expect(world.run(["page", "ronde/studie", "--out", "heel.html", "--quiet"]).status == .success)
    #expect(try PageCommandTests().content(text(world, "heel.html")).files["provenance.csv"] != nil)
  }

  /// A low that was no number, and a count under a heading that cannot hold one, used to be left out without a word; an
  /// answer was lost because nobody knew its low.
  @Test func nothingIsLeftOutWithoutAWord() throws {
    let world = try world([
      "a.csv": Self.heading + "1;;;12;8-9;;;;;;staffing.persons[R/F]\n2;;;6%;?;;;;;;staffing.turnover[R/F]\n",
      "b.csv": "Regio;Functie;Aantal\nR;Tweede;5\n",
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.error.contains("in/a.csv, rij 2, kolom laag, E2\n  Hier hoort één getal."))
    #expect(outcome.error.contains("in/b.csv, rij 2, kolom Aantal, C2\n  Dit hoort niet bij \"Tweede\""))
    // The source of what was not answered stays beside the new one.
    #expect(
      text(world, "nieuw/staffing.csv").contains("R;F;7;;0,06;opgave; opgave regio")
        || text(world, "nieuw/staffing.csv").contains("R;F;7;;0,06;\"opgave; opgave regio\""))
  }

  /// What people write instead of a number, and what it is read as; of what is not understood the cell is told.
  @Test func whatIsNotPlainlyANumberIsShown() throws {
    let world = try world([
      "R.csv": Self.heading + "1;;;ca. 12;;;;;;;staffing.persons[R/F]\n2;;;10-14;;;;;;;staffing.persons[R/G]\n"
        + "3;;;onbekend;;;;;;;staffing.turnover[R/F]\n4;;;12;;;;;;;staffing.turnover[R/G]\n"
        + "5;;;genoeg;;;;;;;training.annual_hours[R/F]\n6;;;;5;;;;;;training.annual_hours[R/G]\n"
        + "7;;;3;;;;;;;staffing.persons[X/F]\n"
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.status == .invalidStudy && outcome.output == "")
    #expect(
      outcome.error == """
        3 antwoorden overgenomen uit 1 bestand, van 1 regio. Studie: nieuw

        Niet overgenomen
        ----------------
        in/R.csv, rij 6, kolom antwoord, D6
          "genoeg" is geen getal.
          Oplossing: Schrijf alleen het getal; zet een marge in laag en hoog, en wat erbij hoort in
                     toelichting.

        in/R.csv, rij 7, kolom hoog, F7
          Van laag en hoog is er maar één ingevuld.
          Oplossing: Vul ze allebei in, of geen van beide.

        in/R.csv, rij 8, kolom kenmerk, K8
          Bij dit antwoord is niet te zien welke vraag het is.
          Oplossing: Zet het kenmerk terug dat in het formulier stond, zoals staffing.persons[VR17/OvD-BZ].

        Gelezen als
        -----------

        personen, F, R
          "ca. 12" gelezen als 12: in/R.csv, D2

        personen, G, R
          "10-14" gelezen als 10 tot 14: in/R.csv, D3

        verloop, G, R
          "12" gelezen als 12 % (een deel): in/R.csv, D5

        Onbekend, en dus nog aangenomen
        -------------------------------

        verloop, F, R
          "onbekend": in/R.csv, D4

        Twijfels (klopt dit wel?)
        -------------------------
        in/R.csv, rij 2, kolom D2
          "12" is ongeveer 4 keer wat hier te verwachten is: ongeveer 3 (naar de norm).
          Voorstel: Waarschijnlijk een factor 10 te veel: schrijf 1.

        """)
    #expect(
      text(world, "nieuw/staffing.csv").contains("R;F;12;")
        && text(world, "nieuw/staffing.csv").contains("R;G;10..14;;0,12;"))
  }

  @Test func twoAnswersToOneQuestionAreShownBesideEachOther() throws {
    let world = try world([
      "a.csv": Self.heading + "1;;;9;;;;;Jan;1-10-2026;staffing.persons[R/F]\n",
      "b.csv": Self.heading + "1;;;11;;;;;Piet;2026-10-05;staffing.persons[R/F]\n2;;;6%;;;;;;;staffing.turnover[R/F]\n",
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.status == .invalidStudy)
    #expect(
      outcome.error.contains(
        "personen, F, R\n  9: in/a.csv, D2 (Jan, 1-10-2026)\n  11: in/b.csv, D2 (Piet, 2026-10-05)\n"))
    #expect(text(world, "nieuw/staffing.csv").contains("R;F;7;;0,06;"))
    let newest = world.run(["collect", "studie", "in", "--into", "nieuw", "--prefer", "newest"])
    #expect(newest.status == .success)
    #expect(text(world, "nieuw/staffing.csv").contains("R;F;11;;0,06;"))
  }

  /// Tables that people make: a title above, headings of their own, names for codes, and the region in the title.
  @Test func tablesOfTheirOwnMakeAreRecognised() throws {
    let world = try world([
      "eigen.csv": "Opgave Veiligheidsregio Regio\n\nFunctie;Aantal mensen;Uitstroom;Bijscholing;Opmerkingen\n"
        + "eerste;9;8%;12;\nTWEEDE;ca. 6;;;geteld\nTotaal;15;;;\nDerde;4;;;\nNoodbed;;;;\n"
    ])
    let outcome = world.run(["collect", "studie", "in/eigen.csv", "--into", "nieuw"])
    #expect(outcome.status == .invalidStudy)
    // Sums are left out; what else is not known is told.
    #expect(!outcome.error.contains("Totaal"))
    #expect(
      outcome.error.contains(
        "in/eigen.csv, rij 7, kolom Functie, A7\n  De studie kent geen functie of voorziening \"Derde\"."))
    #expect(text(world, "nieuw/staffing.csv").contains("R;F;9;;0,08;opgave regio"))
    #expect(text(world, "nieuw/staffing.csv").contains("R;G;6;;;opgave regio;geteld"))
    #expect(text(world, "nieuw/training.csv").contains("R;F;;12"))
  }

  /// What the page saves: the region's own rows as the study has them, and who filled them in.
  @Test func whatThePageSavedIsTakenOver() throws {
    var archive = ZipArchive()
    for (name, text) in [
      "staffing.csv":
        "regio;functie;personen;personen_aandeel;verloop;bron\nR;F;7;;5%;opgave\nR;G;8..10..14;;9%;P-systeem\n",
      "provision-current.csv": "regio;voorziening;aantal\nR;V;2,5\n",
      "opgave.csv": "wat;waarde\nregio;R\ningevuld door;Jan\nopgeslagen;2026-10-01T12:00:00.000Z\nopmerking;\n",
    ] { archive.add("opgave-R/" + name, Array(text.utf8)) }
    let world = try world([:])
    try world.write("", to: "in/opgave-R-2026-10-01-1.zip")
    try Data(archive.finished()).write(to: URL(fileURLWithPath: world.folder + "/in/opgave-R-2026-10-01-1.zip"))
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.output == "3 antwoorden overgenomen uit 1 bestand, van 1 regio; 2 stonden er al. Studie: nieuw\n")
    #expect(text(world, "nieuw/staffing.csv").hasSuffix("\nR;G;8..10..14;;0,09;P-systeem\n"))
    #expect(text(world, "nieuw/provision-current.csv").hasSuffix("\nR;V;2,5\n"))
    #expect(
      text(world, "nieuw/provenance.csv").contains(
        "staffing.persons[R/G];8..10..14;8..10..14;;opgave-R-2026-10-01-1.zip;staffing.csv;C3;Jan;2026-10-01;P-systeem;;"
      ))
  }

  @Test func whatIsNoAnswerIsRefused() throws {
    let world = try world(["brief.csv": "Beste allen\nWij sturen later.\n", "oud.xls": "\u{0}"])
    let outcome = world.run(["collect", "studie", "in/brief.csv", "weg.csv", "--into", "nieuw"])
    #expect(outcome.status == .invalidStudy)
    #expect(outcome.error.contains("in/brief.csv\n  Hierin is geen opgave herkend"))
    #expect(outcome.error.contains("weg.csv\n"))
    #expect(world.run(["collect", "studie", "in"]).error.contains("--into ontbreekt."))
    #expect(world.run(["collect", "studie", "in", "--into", "studie"]).error.contains("nieuwe studie"))
    #expect(world.run(["collect", "studie", "in", "--into", "in"]).error.contains("staat al iets anders"))
    #expect(world.run(["collect", "studie", "in", "--into", "x", "--prefer", "oudste"]).status == .wrongUsage)
  }

  /// The form itself, filled in by a script and saved by LibreOffice, gives the same study as its table.
  @Test(.enabled(if: Tool.python.isInstalled && Tool.soffice.isInstalled)) func theWorkbookComesBack() throws {
    let world = try world([:])
    #expect(world.run(["template", "studie", "--region", "R", "--quiet"]).status == .success)
    let form = world.folder + "/studie/uitvraag/opgave-R.xlsx"
    let script = """
      import sys, datetime, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]
      given = {'staffing.persons[R/F]': (9, None, None), 'staffing.persons[R/G]': (12, 10, 14),
               'staffing.turnover[R/F]': (0.075, None, None), 'provision-current.quantity[R/V]': ('ca. 8', None, None)}
      for row in range(5, sheet.max_row + 1):
          values = given.get(sheet.cell(row, 16).value)
          if values:
              for column, value in enumerate(values): sheet.cell(row, 8 + column).value = value
              sheet.cell(row, 14).value = 'Jan'
              sheet.cell(row, 15).value = datetime.date(2026, 10, 1)
      book.save(sys.argv[2])
      """
    try Shell.run(Tool.python.program, ["-c", script, form, world.folder + "/ingevuld.xlsx"])
    try Shell.run(
      Tool.soffice.program,
      [
        "-env:UserInstallation=file://\(world.folder)/profiel", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", world.folder + "/terug", world.folder + "/ingevuld.xlsx",
      ])
    let outcome = world.run(["collect", "studie", "terug/ingevuld.xlsx", "--into", "nieuw"])
    #expect(outcome.status == .success && outcome.error == "")
    #expect(outcome.output.hasPrefix("4 antwoorden overgenomen uit 1 bestand, van 1 regio. Studie: nieuw\n"))
    #expect(outcome.output.contains("\"ca. 8\" gelezen als 8: terug/ingevuld.xlsx, Vragen!H"))
    #expect(outcome.output.contains("(Jan, 2026-10-01)"))
    let staffing = text(world, "nieuw/staffing.csv")
    #expect(staffing.contains("R;F;9;;0,075;opgave regio") && staffing.contains("R;G;10..12..14;;;opgave regio"))
    #expect(text(world, "nieuw/provision-current.csv").contains("R;V;2\n"))
  }
}
