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
        "staffing.persons[R/G];8..10..14;8..10..14;;opgave-R-2026-10-01-1.zip;staffing.csv;C3;Jan;2026-10-01 12:00:00;P-systeem;;"
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

  /// Of two answers of one day the one that was saved later counts: the page writes the time.
  @Test func theNewestOfOneDayCounts() throws {
    let heading = "kenmerk;antwoord;datum\n"
    let world = try world([
      "a.csv": heading + "staffing.persons[R/F];5;2026-10-01 14:03:26\n",
      "b.csv": heading + "staffing.persons[R/F];6;2026-10-01 14:03:27\n",
      "c.csv": heading + "staffing.persons[R/F];7;1-10-2026 9:15\n",
    ])
    #expect(world.run(["collect", "studie", "in", "--into", "nieuw", "--prefer", "newest"]).status == .success)
    #expect(text(world, "nieuw/staffing.csv").contains("\nR;F;6;"))
  }

  // MARK: What the round of 25 answers found

  /// Two columns for one figure: the first used to be taken without a word, also where it was what the norm asks.
  @Test func twoColumnsForOneFigureAreAsked() throws {
    let world = try world([
      "a.csv": "Regio;Functie;Personen;Aantal mensen\nR;Tweede;5;6\n",
      "b.csv": "Regio;Functie;Personen nodig;Personen nu\nR;Eerste;9;4\nR;Tweede;9;6\nQ;Tweede;9;7\n",
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(
      outcome.error.contains(
        "in/a.csv, rij 1, kolom Aantal mensen, D1\n  De kolommen \"Personen\" en \"Aantal mensen\" zeggen hetzelfde"))
    #expect(outcome.error.contains("in/b.csv, rij 1, kolom Personen nodig, C1\n  De getallen onder \"Personen nodig\""))
    #expect(
      text(world, "nieuw/staffing.csv").contains("\nR;F;4;") && text(world, "nieuw/staffing.csv").contains("\nR;G;6;"))
  }

  /// A region that stands once above its rows used to lose all but the first, or give them to that of the file's name.
  @Test func aBlankRegionIsThatOfTheRowAbove() throws {
    let world = try world([
      "Regio.csv": "Regio;Functie;Personen\nAndere;Eerste;51\n;Tweede;8\nR;Eerste;6\n;Tweede;9\n"
    ])
    #expect(world.run(["collect", "studie", "in", "--into", "nieuw"]).status == .success)
    for row in ["Q;F;51;", "Q;G;8;", "R;F;6;", "R;G;9;"] {
      #expect(text(world, "nieuw/staffing.csv").contains("\n" + row), "\(row)")
    }
  }

  /// Filled in on another region's form: used to be booked on that one without a word.
  @Test func aFormOfAnotherRegionIsNotTaken() throws {
    let world = try world([
      "opgave-Q.csv": Self.heading + "1;;;4;;;;;;;staffing.persons[R/F]\n2;;;9;;;;;;;staffing.persons[R/G]\n",
      "opgave-R.csv": Self.heading + "1;;;5;;;;;;;staffing.persons[R/F]\n",
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(
      outcome.error.contains(
        "in/opgave-Q.csv, rij 2, kolom antwoord, D2\n  Dit formulier is dat van R, en het bestand noemt Q."))
    #expect(
      text(world, "nieuw/staffing.csv").contains("\nR;F;5;") && !text(world, "nieuw/staffing.csv").contains("R;G"))
  }

  /// A form without its column of answers gave an error for every row, or nothing at all.
  @Test func aFormThatLostItsAnswersIsToldOnce() throws {
    let world = try world([
      "a.csv": Self.heading.replacing(";antwoord;laag;hoog", with: ";eenheid;;")
        + "1;;;mensen;5;;;;;;staffing.persons[R/F]\n",
      "b.csv": Self.heading.replacing("antwoord", with: "Antwoord regio") + "1;;;6;;;;;;;staffing.persons[R/G]\n",
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.error.contains("in/a.csv, rij 1\n  De kolom antwoord is weg."))
    #expect(text(world, "nieuw/staffing.csv").contains("R;G;6;"))
  }

  /// What a region does not say any more: a blank is told and stays, `onbekend` takes it back.
  @Test func whatARegionTakesBackGoes() throws {
    let world = try world([
      "een.csv": Self.heading + "1;;;4;;;;;;;staffing.persons[R/F]\n2;;;9;;;;;;;staffing.persons[R/G]\n",
      "twee.csv": Self.heading + "1;;;;;;;;;;staffing.persons[R/F]\n2;;;onbekend;;;;;;;staffing.persons[R/G]\n",
    ])
    #expect(world.run(["collect", "studie", "in/een.csv", "--into", "ronde1"]).status == .success)
    let second = world.run(["collect", "ronde1", "in/twee.csv", "--into", "ronde2"])
    #expect(second.status == .success)
    #expect(second.output.contains("Eerder gegeven, nu leeg\n") && second.output.contains("\"4\": een.csv, D2"))
    #expect(
      text(world, "ronde2/staffing.csv").contains("\nR;F;4;") && text(world, "ronde2/staffing.csv").contains("\nR;G;;"))
    #expect(world.run(["check", "ronde2"]).status == .success)
  }

  /// Names as the page writes them; a name that is nearly known gets that one proposed; a form that came back blank is named.
  @Test func namesAndSilence() throws {
    let world = try world([
      "a.csv": "Regio;Functie;Personen\nR;Eerste (F);4\nR;Tweed;9\nR;Totaal:;13\n",
      "leeg.csv": Self.heading + "1;;;;;;;;;;staffing.persons[R/F]\n",
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.error.contains("Is \"Tweede\" bedoeld? Schrijf dat.") && !outcome.error.contains("Totaal"))
    #expect(outcome.error.contains("Niets ingevuld\n--------------\n  in/leeg.csv\n"))
    #expect(text(world, "nieuw/staffing.csv").contains("\nR;F;4;"))
  }

  /// Money, full-time jobs, dates and errors of the spreadsheet in a table are told as what they are.
  @Test(arguments: [
    ("€ 24", "is een bedrag"), ("24 fte", "is fte"), ("8-okt", "lijkt een datum"), ("8/10", "lijkt een datum"),
    ("#VERW!", "een fout van het rekenblad"), ("-3", "-3 is minder dan niets"),
  ])
  func whatIsNoAnswerSaysWhat(written: String, told: String) throws {
    let world = try world(["R.csv": Self.heading + "1;;;\(written);;;;;;;training.annual_hours[R/F]\n"])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.status == .invalidStudy && outcome.error.contains("rij 2, kolom antwoord, D2\n"))
    #expect(outcome.error.contains(told))
  }

  /// Heads that are not whole, a most with a lost comma, and one region's answers under another's name.
  @Test func whatIsOddAmongAnswersIsDoubted() throws {
    let questions = [
      "staffing.persons", "staffing.turnover", "staffing.certified", "training.initial_hours", "training.annual_hours",
    ]
    var rows = Self.heading
    for item in ["F", "G"] {
      for question in questions {
        rows +=
          "1;;;\(question.hasSuffix("hours") ? "24" : question.hasSuffix("persons") ? "4" : "10%");;;;;;;\(question)[X/\(item)]\n"
      }
    }
    let world = try world([
      "R.csv": rows.replacing("[X/", with: "[R/"), "Q.csv": rows.replacing("[X/", with: "[Q/"),
    ])
    let outcome = world.run(["collect", "studie", "in", "--into", "nieuw"])
    #expect(outcome.output.contains("Van 10 antwoorden van R zijn er 10 precies die van Q (Q.csv)."))
    #expect(outcome.output.contains("Van 10 antwoorden van Q zijn er 10 precies die van R (R.csv)."))
    // The region is asked, and not told whose they are.
    #expect(world.run(["collect", "studie", "in", "--into", "weer", "--reply", "terug"]).status == .success)
    let reply = try SpreadsheetReader.read(try #require(world.contents["terug/R.xlsx"]))
    let told =
      reply.sheets.flatMap { $0.notes }.map { $0.text }
      + (reply.sheets.last?.rows ?? []).flatMap { row in
        row.cells.map { if case .text(let text) = $0.value { text } else { "" } }
      }
    #expect(told.contains { $0.contains("precies die van een andere regio") })
    #expect(!told.contains { $0.contains("Q.csv") || $0.contains("die van Q") })
    let other = try self.world([
      "R.csv": Self.heading + "1;;;3,4;;;;;;;staffing.persons[R/F]\n2;;;20;16;260;;;;;training.annual_hours[R/F]\n"
    ])
    let odd = other.run(["collect", "studie", "in", "--into", "nieuw"]).output
    #expect(odd.contains("\"3,4\" mensen is geen heel getal"))
    #expect(odd.contains("In \"16..20..260\" is wat het hoogstens kan zijn 13 keer"))
  }

  /// A region's own workbook goes back with what it sent and the questions; the list with its notes closes them.
  @Test func repliesGoBackAndComeBack() throws {
    let world = try world(["in.csv": ""])
    #expect(world.run(["template", "studie", "--region", "R", "--out", "uit", "--quiet"]).status == .success)
    // A table gets the form with what was in it.
    try world.write(
      "Regio;Functie;Personen\nR;Eerste;400\nR;Tweede;9\n", to: "in/eigen.csv")
    try FileManager.default.removeItem(atPath: world.folder + "/in/in.csv")
    let outcome = world.run(["collect", "studie", "in", "--into", "ronde1", "--reply", "terug"])
    #expect(outcome.output.contains("1 bestand met vragen om terug te sturen: terug\n"))
    let bytes = try #require(world.contents["terug/eigen.xlsx"])
    let book = try SpreadsheetReader.read(bytes)
    #expect(book.sheets.map { $0.name } == ["Vragen", "Uitleg", "Vragen aan u"])
    let list = try #require(book.sheets.last)
    #expect(list.rows[1].cells.first?.value == .text("staffing.persons[R/F]"))
    let noted = book.sheets[0].notes.map { $0.text }
    #expect(noted.count == 1 && noted[0].hasPrefix("Waterlijn:\n\"400\" is ongeveer"))
    let answers = book.sheets[0].rows.compactMap { row in
      row.cells.first { $0.column == FormColumn.answer.rawValue }?.value
    }
    #expect(answers.contains { if case .number(400, _) = $0 { true } else { false } })
    // Nothing is asked of who is right, and nothing goes into the folder of the answers.
    #expect(world.run(["collect", "studie", "in", "--into", "x", "--reply", "in"]).status == .wrongUsage)
    // It comes back as it is, and all is as it was; nothing new is taken over, and the question stays.
    try Data(bytes).write(to: URL(fileURLWithPath: world.folder + "/eigen.xlsx"))
    let back = world.run(["collect", "ronde1", "eigen.xlsx", "--into", "ronde2"])
    #expect(back.output.contains("0 antwoorden overgenomen") && back.output.contains("Twijfels"))
  }
}
