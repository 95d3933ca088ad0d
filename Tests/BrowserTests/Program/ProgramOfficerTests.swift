import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What someone who played a region's officer ran into: each of these lost work, or told something wrong.
  @Suite(.enabled(if: OpenProgram.file != nil)) struct ProgramOfficerTests {
    private static func fillIn(_ open: OpenProgram) throws {
      try open.press("#fill")
      try open.page.wait(until: "document.querySelector('#region')")
      try open.page.choose("VR17", in: "#region")
    }

    private static let persons = "input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']"

    /// The button that begins anew used to overwrite what was kept; now both are there, with the region.
    @Test func whoBeginsAnewLosesNothing() throws {
      let open = try OpenProgram()
      let file = URL(fileURLWithPath: try #require(OpenProgram.file))
      try Self.fillIn(open)
      try open.fill("14", in: Self.persons)
      try open.waitForCheck()
      try open.page.open(file)
      try Self.fillIn(open)
      #expect(try open.page.evaluate("document.querySelector(\(Page.literal(Self.persons))).value") == "")
      try open.fill("15", in: Self.persons)
      try open.waitForCheck()
      try open.page.open(file)
      // The newest on top; the other below.
      try open.press("#continue")
      try open.page.wait(until: "document.querySelector('#region')")
      #expect(try open.page.evaluate("document.querySelector('#region').value") == "VR17")
      #expect(try open.page.evaluate("document.querySelector(\(Page.literal(Self.persons))).value") == "15")
      try open.page.open(file)
      try open.press(".studies button")
      try open.page.wait(until: "document.querySelector('#region')")
      #expect(try open.page.evaluate("document.querySelector(\(Page.literal(Self.persons))).value") == "14")
      #expect(open.page.complaints == [])
    }

    /// A note that was written before the first figure was lost; one of an item went to one of its tables; the source could
    /// not be given; and a doubt that a note happened to close was nowhere to be seen.
    @Test func sourceAndNoteGoWithEveryFigure() throws {
      let open = try OpenProgram()
      try Self.fillIn(open)
      try open.fill("Geteld inclusief waarnemers.", in: "#note-OvD-BZ")
      try open.fill("Personeelsadministratie", in: "#source-OvD-BZ")
      try open.fill("1400", in: Self.persons)
      try open.fill("24..40..56", in: "input[data-file='training.csv'][data-item='OvD-BZ'][data-column='2']")
      try open.waitForCheck()
      let told: String = try open.page.evaluate(
        "document.querySelector(\(Page.literal(Self.persons))).closest('.field').querySelector('.told').textContent")
      #expect(told.hasPrefix("Verklaard door de toelichting: \"1400\" is "))
      try open.go(to: "Tabellen")
      let changes: [String] = try open.page.evaluate(
        "[...document.querySelectorAll('.changes tbody td:last-child')].map((each) => each.textContent)")
      #expect(
        changes == [
          "rij erbij: personen 1400, bron Personeelsadministratie, toelichting Geteld inclusief waarnemers.",
          "rij erbij: opleidingsuren 24..40..56, bron Personeelsadministratie, toelichting Geteld inclusief waarnemers.",
        ])
    }

    /// Old results were saved without a word; a scenario that was made of another had its name, and the parts of the page
    /// jumped to the first one.
    @Test func whatIsShownIsWhatWasChosen() throws {
      let open = try OpenProgram()
      try Self.fillIn(open)
      try open.go(to: "Uitkomsten")
      try open.fill("200", in: "#draws")
      try open.press("#compute")
      try open.page.wait(until: "document.querySelector('#report')")
      try open.go(to: "Wat als")
      try open.page.choose("INGROEI", in: "#base")
      try open.page.wait(until: "document.querySelectorAll('#variant .card').length === 4")
      #expect(try open.page.evaluate("!document.querySelector('#variant').textContent.includes('false')"))
      try open.fill("2034", in: "#lever-until")
      try open.page.wait(until: "document.querySelectorAll('#variant .card').length === 5")
      try open.press("#take")
      try open.waitForCheck()
      #expect(
        try open.page.evaluate("document.querySelector('#base').selectedOptions[0].textContent")
          == "Ingroeimodel 2028 tot en met 2032, maar tot 2034 (INGROEI-2)")
      try open.go(to: "Vragen")
      #expect(try open.page.evaluate("document.querySelector('#ask-scenario').value") == "INGROEI-2")
      try open.go(to: "Uitkomsten")
      #expect(try open.page.evaluate("document.querySelector('#scenario').value") == "INGROEI")
      try open.go(to: "Bewaren")
      #expect(
        try open.page.evaluate("document.querySelector('main .warning').textContent.includes('Reken opnieuw door')"))
    }
  }
}
