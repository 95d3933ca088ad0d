import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// The page that is the program in the other browser.
  @Suite(
    .enabled(
      if: OpenProgram.file != nil && Tool.firefox.isInstalled,
      "no page, or no firefox-esr: THE PAGE WAS NOT OPENED IN FIREFOX"))
  struct FirefoxTests {
    private let scenarios = Shell.package.appendingPathComponent("scenarios")

    private func opened() throws -> Firefox {
      let firefox = try Firefox()
      try firefox.open(URL(fileURLWithPath: try #require(OpenProgram.file)))
      // What the policy of the page forbids would be told here.
      try firefox.run(
        "document.addEventListener('securitypolicyviolation', (event) => document.documentElement.dataset.forbidden = event.violatedDirective)"
      )
      return firefox
    }

    private func expectNothingForbidden(_ firefox: Firefox) throws {
      #expect(try firefox.evaluate("document.documentElement.dataset.forbidden || ''", as: String.self) == "")
    }

    private func go(to name: String, _ firefox: Firefox) throws {
      try firefox.run(
        "[...document.querySelectorAll('#head nav button')].find((each) => each.textContent === \(Page.literal(name))).click()"
      )
    }

    private func unpacked(_ archive: Data) throws -> TemporaryFolder {
      let folder = TemporaryFolder()
      let file = try folder.write(archive, to: "archive.zip")
      try Shell.run("python3", ["-m", "zipfile", "-e", file.path, folder.url.path])
      try FileManager.default.removeItem(at: file)
      return folder
    }

    /// The tables of nederland are the program's, byte for byte; its report is shown.
    @Test func theBytesAreTheProgramsBytes() throws {
      let firefox = try opened()
      try firefox.run("document.querySelector('#first').click()")
      try firefox.wait(until: "document.querySelector('#report')")
      try firefox.run("document.querySelector('#report').click()")
      try firefox.wait(until: "document.querySelector('iframe')")
      try go(to: "Bewaren", firefox)
      let saved = try unpacked(try firefox.saved(by: "#save-results").content)
      let expected = TemporaryFolder()
      try Shell.run(
        Shell.waterlijn.path,
        ["run", scenarios.appendingPathComponent("nederland").path, "--out", expected.path + "/resultaten", "--quiet"])
      for name in try FileManager.default.subpathsOfDirectory(atPath: expected.path).sorted() where name.contains(".") {
        let isSame =
          try Data(contentsOf: saved.url.appendingPathComponent(name))
          == Data(contentsOf: expected.url.appendingPathComponent(name))
        #expect(isSame, "\(name) differs")
      }
      try expectNothingForbidden(firefox)
    }

    /// Opened by files, filled in, saved, and opened again as the archive that was saved.
    @Test func whatIsSavedComesBack() throws {
      let firefox = try opened()
      let leerboek = scenarios.appendingPathComponent("leerboek")
      let files = try FileManager.default.contentsOfDirectory(atPath: leerboek.path).filter { $0.hasSuffix(".csv") }
        .sorted()
      try firefox.choose(files: files.map { leerboek.appendingPathComponent($0) }, in: "#files")
      try firefox.wait(until: "document.querySelector('#messages .lead')")
      try go(to: "Mijn regio", firefox)
      try firefox.run(
        """
        const fill = (selector, text) => {
          const field = document.querySelector(selector);
          field.value = text;
          for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, {bubbles: true}));
        };
        fill("#region", "NOORD");
        fill("input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']", "5..6..7");
        """)
      try go(to: "Bewaren", firefox)
      let saved = try firefox.saved(by: "#save-study")
      #expect(saved.name.hasPrefix("studie-") && saved.name.hasSuffix(".zip"))
      let study = try unpacked(saved.content)
      try Shell.run(Shell.waterlijn.path, ["check", study.path + "/studie"])
      let table = try String(contentsOf: study.url.appendingPathComponent("studie/staffing.csv"), encoding: .utf8)
      #expect(table.contains("\nNOORD;OvD-BZ;5..6..7;;0;25%;50%;"))
      try go(to: "Begin", firefox)
      try firefox.choose(files: [firefox.downloads.appendingPathComponent(saved.name)], in: "#files")
      try firefox.wait(until: "document.querySelector('#messages .lead')")
      try go(to: "Tabellen", firefox)
      #expect(
        try firefox.evaluate(
          "document.querySelector('#grid td[data-row=\"1\"][data-column=\"2\"]').textContent", as: String.self)
          == "5..6..7")
      try expectNothingForbidden(firefox)
    }
  }
}
