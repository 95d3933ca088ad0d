import Foundation
import Terms
import TestSupport
import Testing

@testable import WaterlijnCommands

/// The pages of a report beside each other: none takes the place of another, and each leads to those that are there.
@Suite struct ReportLinksTests {
  private func run(_ world: World, _ arguments: String...) -> World.Outcome {
    world.run(["report", "s/resultaten"] + arguments, reading: World.tiny)
  }

  /// Files that a page links to, beside it.
  private func links(_ world: World, _ page: String) -> Set<String> {
    Set(world.text("s/resultaten/" + page).matches(of: /href="([^"#][^"]*)"/).map { String($0.1) })
  }

  /// The sheets of all regions used to be listed in rapport.html, in the place of the report of the country.
  @Test func theSheetsLeaveTheReportAlone() throws {
    let world = try ReportCommandTests.computed()
    #expect(run(world).status == .success)
    let whole = try #require(world.contents["s/resultaten/rapport.html"])
    let outcome = run(world, "--region", "all")
    #expect(outcome.status == .success)
    #expect(outcome.output.hasPrefix("Rapport: s/resultaten/rapport-regios.html, met 2 regiobladen ernaast"))
    #expect(world.contents["s/resultaten/rapport.html"] == whole)
    for name in ["rapport-regios.html", "rapport-AA.html", "rapport-BB.html"] {
      #expect(world.contents["s/resultaten/" + name] != nil)
    }
    let english = run(world, "--region", "all", "--language", "en")
    #expect(english.output.hasPrefix("Report: s/resultaten/report-regions.html, with 2 region sheets beside it"))
  }

  @Test func aNameThatIsTakenByTheReportIsRefused() throws {
    let world = try ReportCommandTests.computed()
    #expect(run(world, "--out", "uit/noord.html").status == .success)
    let whole = world.contents["uit/noord.html"]
    let outcome = run(world, "--region", "all", "--out", "uit/noord.html")
    #expect(outcome.status == .wrongUsage)
    #expect(
      outcome.error.hasPrefix(
        "--out: \"uit/noord.html\" is het rapport van alle regio's samen. Kies voor de bladen een andere naam, "
          + "bijvoorbeeld noord-regios.html."), "\(outcome.error)")
    #expect(world.contents["uit/noord.html"] == whole && world.contents["uit/noord-AA.html"] == nil)
    // The list itself may be made anew, and so may a page of something else.
    #expect(run(world, "--region", "all", "--out", "uit/noord-regios.html").status == .success)
    #expect(run(world, "--region", "all", "--out", "uit/noord-regios.html").status == .success)
    #expect(world.contents["uit/noord-AA.html"] != nil)
    try world.write("<p>rapport", to: "uit/anders.html")
    #expect(run(world, "--region", "all", "--out", "uit/anders.html").status == .success)
  }

  @Test func eachLeadsToWhatIsThere() throws {
    let world = try ReportCommandTests.computed()
    #expect(run(world).status == .success)
    #expect(links(world, "rapport.html").isEmpty)
    #expect(run(world, "--region", "BB").status == .success)
    #expect(links(world, "rapport-BB.html") == ["rapport.html"])
    let all = run(world, "--region", "all")
    #expect(all.output.contains("rapport.html verwijst nog niet naar deze bladen: maak dat rapport daarvoor opnieuw."))
    #expect(links(world, "rapport-regios.html") == ["rapport.html", "rapport-AA.html", "rapport-BB.html"])
    #expect(links(world, "rapport-AA.html") == ["rapport.html", "rapport-regios.html"])
    #expect(run(world).status == .success)
    #expect(links(world, "rapport.html") == ["rapport-regios.html", "rapport-AA.html", "rapport-BB.html"])
    #expect(!run(world, "--region", "all").output.contains("verwijst nog niet"))
    // What is not one of these pages is not linked to.
    try world.write("<p>iets anders", to: "s/resultaten/rapport-AA.html")
    #expect(run(world).status == .success)
    #expect(links(world, "rapport.html") == ["rapport-regios.html", "rapport-BB.html"])
  }

  @Test func anyNameWillDo() throws {
    let world = try ReportCommandTests.computed()
    for _ in 0..<2 {
      #expect(run(world, "--out", "s/resultaten/Jaar#1 é.html").status == .success)
      #expect(run(world, "--region", "all", "--out", "s/resultaten/Jaar#1 é-regios.html").status == .success)
    }
    #expect(links(world, "Jaar#1 é.html").contains("Jaar%231%20%C3%A9-regios.html"))
    #expect(links(world, "Jaar#1 é-BB.html") == ["Jaar%231%20%C3%A9.html", "Jaar%231%20%C3%A9-regios.html"])
    // By itself a name of one's own has no pages that belong to it.
    #expect(run(world, "--region", "BB", "--out", "s/resultaten/blad.html").status == .success)
    #expect(links(world, "blad.html").isEmpty)
  }

  /// A region that is called as the list is has another file.
  @Test func aRegionNamedAsTheList() throws {
    let files = try ReportFiles(
      out: nil, home: "x", region: "all", regions: ["regios", "AA"], includesWhole: false, language: .dutch,
      ReportCommandTests.environment(World(), World.tiny))
    #expect(files.name == "rapport-regios.html" && files.sheets == ["rapport-regios-2.html", "rapport-AA.html"])
  }
}
