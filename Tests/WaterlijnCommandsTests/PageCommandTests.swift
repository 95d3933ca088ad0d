import Foundation
import StudyFiles
import Terms
import Testing

@testable import WaterlijnCommands

/// `waterlijn page`: a study in the page that is the program.
@Suite struct PageCommandTests {
  /// What of the empty page the command looks at.
  static func base(_ title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="nl">
    <title>\(title)</title>
    <!--study-->
    <script type="text/plain" class="study" data-name="voorbeeld">UEsFBg==</script>
    <!--/study-->
    <script type="text/plain" id="module">1 ab</script>
    """
  }

  private func world(_ base: String? = "docs/waterlijn.html") throws -> World {
    let world = World()
    for (name, text) in Self.study { try world.write(text, to: "studie/" + name) }
    if let base { try world.write(Self.base("leeg"), to: base) }
    return world
  }

  private static let study = [
    "settings.csv": "instelling;waarde\neerste_jaar;2027\njaren;2\nreferentieniveau;A\n",
    "regions.csv": "regio;naam;inwoners;gemeenten;reserve\nR;Regio;100000;4;1000\nQ;Andere;200000;9;2000\n",
    "functions.csv": "functie;naam;per;uurtarief\nF;Functie;regio;40\nG;Geen;regio;40\n",
    "norms.csv":
      "niveau;functie;posities;personen_per_positie;opleidingsuren;bijscholingsuren\nA;F;1;3;40;20\nA;G;1;3;40;20\n",
    "staffing.csv":
      "\u{feff}regio;functie;personen;verloop;bron;toelichting\r\nR;F;3;5%;opgave;\"van R; zelf\"\r\n"
      + "Q;F;7;8%;opgave;geheim van Q\r\n*;G;2;5%;aanname;\r\nQ;G;9;5%;opgave;geheim van Q\r\n",
    "training.csv": "regio;functie;opleidingsuren;bijscholingsuren\n*;*;20;8\n",
    "scenarios.csv": "scenario;naam;niveau;ingroei;van;tot\nS;Ineens;A;ineens;2027;\n",
  ]

  /// The study in a page: its region, and its files by name.
  func content(_ page: String) throws -> (region: String?, files: [String: String]) {
    let element = try #require(page.around("<script type=\"text/plain\" class=\"study given\" data-name=\"studie\""))
    let attributes = try #require(element.after.around(">")?.before)
    let region = attributes.around(" data-region=\"")?.after.dropLast()
    let start = "data-name=\"studie\"" + attributes + ">"
    return (region.map { String($0) }, try unpacked(page, start))
  }

  /// The files of the archive that stands after a text, by name.
  private func unpacked(_ page: String, _ start: String) throws -> [String: String] {
    let rest = try #require(page.around(start)?.after.around("</script>")?.before)
    let bytes = try #require(Data(base64Encoded: rest))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try bytes.write(to: folder.appendingPathComponent("s.zip"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "zipfile", "-e", folder.path + "/s.zip", folder.path + "/s"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/s") where name.contains(".") {
      files[(name as NSString).lastPathComponent] = String(
        decoding: try Data(contentsOf: folder.appendingPathComponent("s/" + name)), as: UTF8.self)
    }
    return files
  }

  @Test func theStudyTakesThePlaceOfTheExamples() throws {
    let world = try world()
    let outcome = world.run(["page", "studie"])
    #expect(
      outcome
        == World.Outcome(
          status: .success, output: "Pagina: studie/waterlijn.html (dubbelklik om te openen)\n", error: ""))
    let page = world.text("studie/waterlijn.html")
    #expect(!page.contains("voorbeeld") && page.contains("<html lang=\"nl\">"))
    let (region, files) = try content(page)
    #expect(region == nil && files == Self.study)
    // It is an empty page too, for another study.
    #expect(world.run(["page", "studie", "--base", "studie/waterlijn.html", "--out", "weer.html"]).status == .success)
    #expect(world.text("weer.html") == page)
  }

  @Test func withoutAStudyThereAreTheExamples() throws {
    let world = try world()
    #expect(
      world.run(["page", "--out", "e.html", "--language", "en"]).output == "Page: e.html (double-click to open)\n")
    #expect(
      world.text("e.html")
        == Self.base("leeg").replacingOccurrences(of: "<html lang=\"nl\">", with: "<html lang=\"en\">"))
  }

  /// What other regions have reported is nowhere in a region's page, and the study can be computed nevertheless.
  @Test func aRegionsPageHoldsNothingOfOthers() throws {
    let world = try world()
    let outcome = world.run(["page", "studie", "--region", "R"])
    #expect(outcome.output == "Pagina: studie/waterlijn-R.html (dubbelklik om te openen)\n")
    let (region, files) = try content(world.text("studie/waterlijn-R.html"))
    #expect(region == "R")
    #expect(
      files["staffing.csv"]
        == "\u{feff}regio;functie;personen;verloop;bron;toelichting\r\nR;F;3;5%;opgave;\"van R; zelf\"\r\n"
        + "*;G;2;5%;aanname;\r\n*;F;3;5%;aanname;"
        + "plaatshouder: wat andere regio's hebben opgegeven, staat hier niet in\r\n")
    #expect(
      files["regions.csv"]
        == "\u{feff}regio;naam;inwoners;gemeenten;reserve\r\nR;Regio;100000;4;1000\r\nQ;Andere;200000;9;\r\n")
    for name in ["training.csv", "settings.csv", "scenarios.csv"] { #expect(files[name] == Self.study[name]) }
    for (name, text) in files { try world.write(text, to: "van-r/" + name) }
    for study in ["studie", "van-r"] {
      #expect(world.run(["run", study, "--region", "R", "--draws", "200", "--out", "uit-" + study]).status == .success)
    }
    #expect(world.text("uit-studie/summary.csv") == world.text("uit-van-r/summary.csv"))

    // The results of now: of the country and of the region, as `run` has them.
    #expect(world.run(["run", "studie", "--out", "nu"]).status == .success)
    let all = world.text("nu/summary.csv").split(separator: "\n")
    let results = try unpacked(world.text("studie/waterlijn-R.html"), "<script type=\"text/plain\" class=\"national\">")
    #expect(results.keys.sorted() == ["manifest.json", "summary.csv"])
    #expect(
      results["summary.csv"]!.split(separator: "\n")
        == all.filter { $0.hasPrefix("scenario,") || $0.hasPrefix("S,NL,") || $0.hasPrefix("S,R,") })
    #expect(results["manifest.json"] == world.text("nu/manifest.json"))
  }

  @Test func everyRegionHasAPage() throws {
    let world = try world()
    let outcome = world.run(["page", "studie", "--region", "all", "--out", "uit/pagina.html"])
    #expect(outcome.output == "2 pagina's: uit/pagina-R.html, uit/pagina-Q.html (dubbelklik om te openen)\n")
    #expect(try content(world.text("uit/pagina-Q.html")).region == "Q")
    #expect(!world.text("uit/pagina-Q.html").contains("van R"))
  }

  @Test func theEmptyPageIsSought() throws {
    let none = try world(nil)
    let outcome = none.run(["page", "studie"])
    #expect(outcome.status == .failure && outcome.error.contains("make page"))
    try none.write("<html lang=\"nl\"><!--study-->", to: "half.html")
    let half = none.run(["page", "studie", "--base", "half.html", "--language", "en"])
    #expect(half.status == .failure && half.error.hasPrefix("half.html is not the empty page"))
    try none.write(Self.base("hier"), to: "waterlijn.html")
    #expect(none.run(["page", "studie"]).status == .success)
    #expect(none.text("studie/waterlijn.html").contains("<title>hier</title>"))
  }

  @Test func mistakesAreTold() throws {
    let world = try world()
    for (arguments, status, text) in [
      (["page", "--region", "R"], ExitStatus.wrongUsage, "heeft een studie nodig"),
      (["page", "studie", "--region", "X"], .wrongUsage, "kent \"X\" niet"),
      (["page", "studie", "--out", "map/"], .wrongUsage, "is een map"),
      (["page", "studie", "--out", "pagina"], .wrongUsage, "eindigt niet op .html"),
      (["page", "niets"], .invalidStudy, "niets"),
    ] {
      let before = world.contents
      let outcome = world.run(arguments)
      #expect(outcome.status == status && (outcome.error + outcome.output).contains(text), "\(arguments) \(outcome)")
      #expect(world.contents == before)
    }
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func base64(text: String, encoded: String) { #expect(Base64.text(of: Array(text.utf8)) == encoded) }

  /// A table of messages, a row each.
  @Test func aCheckWritesItsMessages() throws {
    let world = try world(nil)
    try world.write("regio;functie;opleidingsuren;bijscholingsuren\n*;*;twintig;8\n", to: "studie/training.csv")
    let outcome = world.run(["check", "studie", "--out", "controle", "--csv-locale", "nl"])
    #expect(outcome.status == .invalidStudy && outcome.output.hasSuffix("\nTabellen: controle/messages.csv\n"))
    let lines = world.text("controle/messages.csv").split(separator: "\n")
    #expect(lines[0] == "kind;file;row;column;problem;remedy")
    #expect(lines.contains { $0.hasPrefix("error;training.csv;2;opleidingsuren;") && $0.contains("twintig") })
    let english = world.run(["check", "studie", "--out", "controle", "--language", "en"])
    #expect(english.status == .invalidStudy)
    #expect(world.text("controle/messages.csv").contains("error,training.csv,2,opleidingsuren,"))
  }
}
