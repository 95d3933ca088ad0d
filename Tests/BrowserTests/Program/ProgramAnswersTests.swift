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
  }
}
