import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What regions send back, taken over in the page as `waterlijn collect` does.
  @Suite(.enabled(if: OpenProgram.file != nil)) struct ProgramAnswersTests {
    @Test func answersGoIntoTheStudyThatIsOpen() throws {
      let folder = TemporaryFolder()
      let study = try folder.copy(of: Shell.package.appendingPathComponent("scenarios/nederland"), as: "nederland")
      let answers = [
        "een.csv": "antwoord;laag;hoog;toelichting;ingevuld door;datum;kenmerk\n"
          + "9;;;;Jan;1-10-2026;staffing.persons[VR17/OvD-BZ]\nca. 7;;;;Jan;;staffing.persons[VR17/HCC]\n",
        "eigen.csv": "Veiligheidsregio Utrecht\n\nFunctie;Aantal mensen\nOvD-BZ;11\nVreemd;3\n",
      ]
      for (name, text) in answers { try folder.write(Data(text.utf8), to: name) }
      let files = answers.keys.sorted().map { folder.url.appendingPathComponent($0) }
      let open = try OpenProgram()
      try open.press("#fill")
      try open.page.wait(until: "document.querySelector('#region')")
      try open.go(to: "Begin")
      try open.choose(files: files, in: "#answers")
      try open.page.wait(until: "document.querySelector('#collected pre')")
      let told: String = try open.page.evaluate("document.querySelector('#collected pre').textContent")
      // The command line says the same of the same files, and makes the same tables of them.
      let words =
        ["collect", study.lastPathComponent] + answers.keys.sorted() + ["--into", "overgenomen", "--reply", "terug"]
      try Shell.run(
        "sh", ["-c", "cd \"$0\" && \"$@\" 2>fouten.txt; test $? -eq 3", folder.path, Shell.waterlijn.path] + words)
      let said = try String(contentsOfFile: folder.path + "/fouten.txt", encoding: .utf8)
      #expect(told == said)
      #expect(told.contains("\"ca. 7\" gelezen als 7") && told.contains("Vreemd"))
      // What goes back, too.
      let back = try open.unpacked(try open.saved(by: "#save-replies").content)
      let reply = try Data(contentsOf: back.url.appendingPathComponent("terug/eigen.xlsx"))
      let isReply = try reply == Data(contentsOf: folder.url.appendingPathComponent("terug/eigen.xlsx"))
      #expect(isReply && reply.count > 4_000)
      try open.waitForCheck()
      try open.go(to: "Bewaren")
      let saved = try open.unpacked(try open.saved(by: "#save-study").content)
      for name in ["staffing.csv", "provenance.csv", "norms.csv"] {
        let own = try Data(contentsOf: saved.url.appendingPathComponent("nederland/" + name))
        let other = try Data(contentsOf: folder.url.appendingPathComponent("overgenomen/" + name))
        let isSame = own == other
        #expect(isSame, "\(name)")
      }
      // As one edit a table: all of it can be undone.
      try open.go(to: "Tabellen")
      for _ in 0..<2 { try open.press("#undo") }
      #expect(try open.page.evaluate("document.querySelector('#undo').disabled"))
      #expect(open.strangers == [] && open.page.complaints == [])
    }

    /// The forms of all regions are made in the page too, and who was asked is kept with its study.
    @Test func formsAreMadeInThePage() throws {
      let open = try OpenProgram()
      try open.page.run(
        "[...document.querySelectorAll('.studies button')].find((each) => each.textContent === 'leerboek').click()")
      try open.waitForCheck()
      try open.go(to: "Vragen")
      try open.page.choose("template", in: "#question")
      try open.press("#ask")
      try open.page.wait(until: "document.querySelector('#answered')")
      let forms = try open.unpacked(try open.saved(by: "#save-tables").content)
      let folder = TemporaryFolder()
      let study = try folder.copy(of: Shell.package.appendingPathComponent("scenarios/leerboek"), as: "leerboek")
      try Shell.run(Shell.waterlijn.path, ["template", study.path, "--out", folder.path + "/uit", "--quiet"])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/uit").sorted()
      #expect(names.contains { $0.hasSuffix(".xlsx") } && names.contains { $0.hasSuffix(".csv") })
      // Of the page's road there is no base in a page.
      for name in names where !name.hasSuffix(".html") {
        let made = try Data(contentsOf: forms.url.appendingPathComponent("uit/" + name))
        let isSame = try made == Data(contentsOf: folder.url.appendingPathComponent("uit/" + name))
        #expect(isSame, "\(name)")
      }
      try open.go(to: "Bewaren")
      let saved = try open.unpacked(try open.saved(by: "#save-study").content)
      let asked = try String(contentsOf: saved.url.appendingPathComponent("leerboek/asked.csv"), encoding: .utf8)
      #expect(asked == (try String(contentsOf: study.appendingPathComponent("asked.csv"), encoding: .utf8)))
      #expect(open.strangers == [] && open.page.complaints == [])
    }
  }
}
