import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// The program in a browser gives what the program on the command line gives, and takes what people do to it.
  @Suite struct ProgramPageTests {
    @Test func thePageIsThere() {
      if let file = OpenProgram.file {
        #expect(FileManager.default.fileExists(atPath: file))
      } else {
        FileHandle.standardError.write(
          Data("SKIPPED: WATERLIJN_PAGE names no page (make page): the program in a browser is not tested\n".utf8))
      }
    }

    private static let isThere = OpenProgram.file != nil
    private let scenarios = Shell.package.appendingPathComponent("scenarios")

    /// At most 3 MB without the examples, so that mail takes it.
    @Test(.enabled(if: isThere)) func thePageIsSmall() throws {
      let folder = TemporaryFolder()
      let study = try folder.copy(of: scenarios.appendingPathComponent("leerboek"), as: "leerboek")
      let file = folder.url.appendingPathComponent("klein.html")
      try Shell.run(
        Shell.waterlijn.path,
        ["page", study.path, "--out", file.path, "--base", try #require(OpenProgram.file), "--quiet"])
      #expect(try Data(contentsOf: file).count <= 3_000_000)
    }

    /// The files below a folder, by path.
    private func files(below folder: URL) throws -> [String: Data] {
      try FileManager.default.subpathsOfDirectory(atPath: folder.path).reduce(into: [:]) {
        var isFolder: ObjCBool = false
        let path = folder.path + "/" + $1
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
          $0[$1] = try Data(contentsOf: URL(fileURLWithPath: path))
        }
      }
    }

    private func expectSame(_ found: [String: Data], _ expected: [String: Data]) {
      #expect(found.keys.sorted() == expected.keys.sorted())
      for (name, bytes) in expected where found[name] != bytes { Issue.record("\(name) differs") }
    }

    /// One click from opening to the figures of nederland; all tables, the report and the workbook are the program's, byte
    /// for byte, though two threads did them.
    @Test(.enabled(if: isThere)) func oneClickGivesTheProgramsBytes() throws {
      let open = try OpenProgram()
      try open.press("#first")
      try open.page.wait(until: "document.querySelector('.card .value')")
      try open.page.wait(until: "document.querySelector('#report')")
      let folder = TemporaryFolder()
      let expected = folder.url.appendingPathComponent("expected")
      try Shell.run(
        Shell.waterlijn.path,
        ["run", scenarios.appendingPathComponent("nederland").path, "--out", expected.path + "/resultaten", "--quiet"])

      try expectFigures(of: open, summary: expected.appendingPathComponent("resultaten/summary.csv"))
      try open.press("#report")
      try open.page.wait(until: "document.querySelector('iframe')")
      try open.go(to: "Bewaren")
      let results = try open.saved(by: "#save-results")
      #expect(results.name.hasPrefix("resultaten-nederland-") && results.name.hasSuffix(".zip"))
      let tables = try open.unpacked(results.content)
      expectSame(try files(below: tables.url), try files(below: expected))
      let study = try folder.copy(of: scenarios.appendingPathComponent("nederland"), as: "nederland")
      try Shell.run(
        Shell.waterlijn.path,
        [
          "report", expected.path + "/resultaten", "--study", study.path, "--out", folder.url.path + "/r.html",
          "--xlsx",
          folder.url.path + "/w.xlsx", "--quiet",
        ])
      for (button, file) in [("#save-report", "r.html"), ("#save-workbook", "w.xlsx")] {
        let isSame = try open.saved(by: button).content == Data(contentsOf: folder.url.appendingPathComponent(file))
        #expect(isSame, "\(file) differs")
      }
      #expect(open.strangers == [] && open.page.complaints == [])
    }

    /// The four figures of every scenario and region are those of the table, as people write them.
    private func expectFigures(of open: OpenProgram, summary: URL) throws {
      var amounts: [String: [Double]] = [:]
      for line in try String(contentsOf: summary, encoding: .utf8).split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        amounts[cells[0..<4].joined(separator: "/")] = [4, 7, 16].map { Double(cells[$0]) ?? .nan }
      }
      let scenario: String = try open.page.evaluate("document.querySelector('#scenario').value")
      let places: [String] = try open.page.evaluate(
        "[...document.querySelectorAll('#place option')].map((each) => each.value)")
      #expect(places.count == 26)
      for place in places {
        try open.page.choose(place, in: "#place")
        let shown: [String] = try open.page.evaluate(
          "[...document.querySelectorAll('#figures .value')].map((each) => each.textContent)")
        let expected = ["end/structural", "total/delta", "total/incidental", "total/net"].map {
          OpenProgram.euro(amounts["\(scenario)/\(place)/\($0)"]![0])
        }
        #expect(shown == expected, "\(place)")
      }
    }

    /// Opened by files, edited by keyboard, a block pasted; what is saved is a study that the program takes, with those
    /// changes and no other; all of it undone gives the study back.
    @Test(.enabled(if: isThere)) func tablesAreEditedByKeyboard() throws {
      let open = try OpenProgram()
      let leerboek = scenarios.appendingPathComponent("leerboek")
      let csv = try files(below: leerboek).filter { $0.key.hasSuffix(".csv") && !$0.key.contains("/") }
      try open.choose(files: csv.keys.sorted().map { leerboek.appendingPathComponent($0) }, in: "#files")
      try open.waitForCheck()
      try open.go(to: "Tabellen")
      try open.page.choose("staffing.csv", in: "#table")
      try open.page.run("document.querySelector('#grid td[data-row=\"1\"][data-column=\"2\"]').focus()")
      for key in [Page.Key.down, .up, .enter] { try open.page.press(key) }
      try open.page.run("document.activeElement.select()")
      try open.page.type("6,5")
      try open.page.press(.enter)
      #expect(try cell(2, 2, open) == "12")
      #expect(try cell(1, 2, open) == "6,5")
      // A block of two rows, as a spreadsheet copies it.
      try open.page.run(
        """
        document.querySelector('#grid td[data-row="1"][data-column="4"]').focus();
        const data = new DataTransfer();
        data.setData("text/plain", "1\\t20%\\r\\n3\\t\\"30%\\"\\r\\n");
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        """)
      #expect(
        try [cell(1, 4, open), cell(1, 5, open), cell(2, 4, open), cell(2, 5, open)] == ["1", "20%", "3", "30%"])
      // Something that is no number is told at its cell, with the program's words.
      try open.page.run("document.querySelector('#grid td[data-row=\"2\"][data-column=\"2\"]').focus()")
      try open.page.press(Page.Key(name: "x", code: 88, text: "x"))
      try open.page.press(.enter)
      try open.waitForCheck()
      try open.page.wait(until: "document.querySelector('#grid td[data-row=\"2\"][data-column=\"2\"][aria-invalid]')")
      let folder = TemporaryFolder()
      try open.press("#undo")
      try open.waitForCheck()
      try open.page.wait(until: "!document.querySelector('#grid [aria-invalid]')")

      try open.go(to: "Bewaren")
      let saved = try open.unpacked(try open.saved(by: "#save-study").content)
      var expected = csv
      let changed = String(decoding: csv["staffing.csv"]!, as: UTF8.self)
        .replacingOccurrences(of: "NOORD;OvD-BZ;4;;0;25%", with: "NOORD;OvD-BZ;6,5;;1;20%")
        .replacingOccurrences(of: "ZUID;OvD-BZ;12;;2;25%", with: "ZUID;OvD-BZ;12;;3;30%")
      expected["staffing.csv"] = Data(changed.utf8)
      expectSame(try files(below: saved.url.appendingPathComponent("studie")), expected)
      try Shell.run(Shell.waterlijn.path, ["check", saved.url.path + "/studie"])
      try Shell.run(
        Shell.waterlijn.path,
        ["run", saved.url.path + "/studie", "--draws", "200", "--out", folder.url.path, "--quiet"])
      try Shell.run(
        Shell.waterlijn.path, ["verify", folder.url.path, "--study", saved.url.path + "/studie", "--quiet"])

      try open.go(to: "Tabellen")
      while try open.page.evaluate("!document.querySelector('#undo').disabled") { try open.press("#undo") }
      try open.go(to: "Bewaren")
      let undone = try open.unpacked(try open.saved(by: "#save-study").content)
      expectSame(try files(below: undone.url.appendingPathComponent("studie")), csv)
      #expect(open.strangers == [] && open.page.complaints == [])
    }

    private func cell(_ row: Int, _ column: Int, _ open: OpenProgram) throws -> String {
      try open.page.evaluate(
        "document.querySelector('#grid td[data-row=\"\(row)\"][data-column=\"\(column)\"]').textContent")
    }

    /// A region's officer is at the form in two clicks; a figure stands in a row of the region's own, a doubt is told beside
    /// it, a note explains it, and what is sent back holds nothing of others.
    @Test(.enabled(if: isThere)) func aRegionFillsInItsFigures() throws {
      let open = try OpenProgram()
      try open.press("#fill")
      try open.page.wait(until: "document.querySelector('#region')")
      try open.page.choose("VR17", in: "#region")
      let field = "input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']"
      try open.fill("1400", in: field)
      try open.waitForCheck()
      try open.page.wait(
        until:
          "document.querySelector(\"\(field)\").parentElement.querySelector('.told.doubt').textContent.includes('14')")
      try open.fill("14", in: field)
      try open.waitForCheck()
      try open.page.wait(
        until: "!document.querySelector(\"\(field)\").parentElement.querySelector('.told').textContent")
      try open.fill("24..32", in: "input[data-file='training.csv'][data-item='OvD-BZ'][data-column='3']")
      try open.go(to: "Bewaren")
      try open.fill("A. Ambtenaar", in: "#who")
      let saved = try open.saved(by: "#save-region")
      #expect(saved.name.hasPrefix("opgave-VR17-"))
      let archive = try open.unpacked(saved.content)
      let own = try files(below: archive.url.appendingPathComponent("opgave-VR17"))
      #expect(own.keys.sorted() == ["opgave.csv", "staffing.csv", "training.csv"])
      #expect(
        String(decoding: own["staffing.csv"]!, as: UTF8.self)
          == "\u{feff}regio;functie;personen;personen_aandeel;piketposities;verloop;gecertificeerd;bron;toelichting\n"
          + "VR17;OvD-BZ;14;;;;;opgave regio;\n")
      #expect(String(decoding: own["training.csv"]!, as: UTF8.self).hasSuffix("\nVR17;OvD-BZ;;24..32;opgave regio;\n"))
      #expect(String(decoding: own["opgave.csv"]!, as: UTF8.self).contains("ingevuld door;A. Ambtenaar\n"))
      // Blank again: the row is gone, and the study as it was.
      try open.go(to: "Mijn regio")
      try open.fill("", in: field)
      try open.fill("", in: "input[data-file='training.csv'][data-item='OvD-BZ'][data-column='3']")
      try open.go(to: "Tabellen")
      #expect(try open.page.evaluate("!document.querySelector('.changes')"))
      #expect(open.strangers == [] && open.page.complaints == [])
    }

    /// Changes travel as a link to who has the same study open, and to nobody else; the study that was left is gone on with.
    @Test(.enabled(if: isThere)) func changesTravelAsALink() throws {
      let open = try OpenProgram()
      try open.press("#fill")
      try open.page.wait(until: "document.querySelector('#region')")
      try open.page.choose("VR17", in: "#region")
      let field = "input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']"
      try open.fill("14", in: field)
      try open.go(to: "Tabellen")
      try open.page.choose("settings.csv", in: "#table")
      try open.page.run("document.querySelector('#grid td[data-row=\"1\"][data-column=\"1\"]').focus()")
      try open.page.press(.enter)
      try open.page.type(" (proef)")
      try open.page.press(.enter)
      func changes() throws -> [String] {
        try open.go(to: "Tabellen")
        return try open.page.evaluate("[...document.querySelectorAll('.changes tbody tr')].map((row) => row.innerText)")
      }
      let made = try changes()
      #expect(made.count == 2 && made.contains { $0.contains("settings.csv: titel") && $0.contains("(proef)") })
      try open.go(to: "Bewaren")
      try open.press("#share")
      try open.page.wait(until: "document.querySelector('#shared textarea')")
      let link: String = try open.page.evaluate("document.querySelector('#shared textarea').value")
      #expect(link.hasPrefix("file://") && link.contains("#w=") && link.count < 2000)

      // A new visit: what was left is there, with its changes.
      try open.page.open(URL(fileURLWithPath: try #require(OpenProgram.file)))
      try open.press("#continue")
      try open.waitForCheck()
      #expect(try changes() == made)
      // Back to as it was, and the link again.
      try open.page.run(
        "[...document.querySelectorAll('section button')].find((each) => each.textContent.startsWith('Alles terug')).click()"
      )
      #expect(try changes() == [])
      func take(_ link: String) throws {
        try open.go(to: "Bewaren")
        try open.fill(link, in: "#link")
        try open.press("#take-link")
      }
      try take(link)
      try open.page.wait(until: "document.querySelector('.changes')")
      #expect(try Set(changes()) == Set(made))
      for (wrong, words) in [(String(link.dropLast(9)), "niet heel"), ("https://example.org", "geen koppeling")] {
        try take(wrong)
        try open.page.wait(until: "document.querySelector('#saving .problem')?.textContent.includes('\(words)')")
      }
      try open.go(to: "Begin")
      try open.page.run(
        "[...document.querySelectorAll('.studies button')].find((each) => each.textContent === 'leerboek').click()")
      try open.page.wait(until: "document.querySelector('.open').textContent.startsWith('Leerboek')")
      try take(link)
      try open.page.wait(until: "document.querySelector('#saving .problem')?.textContent.includes('\"nederland\"')")
      #expect(open.strangers == [] && open.page.complaints == [])
    }

    /// What two regions sent back goes into the study, of two answers of one the newer, and each is named.
    @Test(.enabled(if: isThere)) func whatRegionsSendBackIsTakenOver() throws {
      let folder = TemporaryFolder()
      var archives: [URL] = []
      for (region, persons) in [("VR17", "12"), ("VR17", "14"), ("VR03", "7")] {
        let open = try OpenProgram()
        try open.press("#fill")
        try open.page.wait(until: "document.querySelector('#region')")
        try open.page.choose(region, in: "#region")
        try open.fill(persons, in: "input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']")
        try open.go(to: "Bewaren")
        try open.fill("wie \(persons)", in: "#who")
        archives.append(try folder.write(try open.saved(by: "#save-region").content, to: "\(region)-\(persons).zip"))
      }
      let open = try OpenProgram()
      // The older one last.
      try open.choose(files: [archives[2], archives[1], archives[0]], in: "#files")
      try open.page.wait(until: "document.querySelector('#told')")
      let told: [String] = try open.page.evaluate(
        "[...document.querySelectorAll('#told li')].map((each) => each.textContent)")
      // As `waterlijn collect --prefer newest` tells it.
      #expect(told.count == 1 && told[0].contains("2 antwoorden overgenomen uit 3 bestanden, van 2 regio's."))
      try open.go(to: "Bewaren")
      let saved = try open.unpacked(try open.saved(by: "#save-study").content)
      let table = try String(contentsOf: saved.url.appendingPathComponent("nederland/staffing.csv"), encoding: .utf8)
      let own = table.split(separator: "\n").filter { $0.hasPrefix("VR") }
      #expect(own == ["VR03;OvD-BZ;7;;;;;opgave regio;", "VR17;OvD-BZ;14;;;;;opgave regio;"])
      let origins = try String(
        contentsOf: saved.url.appendingPathComponent("nederland/provenance.csv"), encoding: .utf8)
      #expect(origins.contains("VR17-14.zip;staffing.csv;") && origins.contains(";wie 14;"))
      try Shell.run(Shell.waterlijn.path, ["check", saved.path + "/nederland"])
    }

    /// A page for a region opens on its form, shows today's results of the country and the region, and computes only that
    /// region; what others reported is not in it.
    @Test(.enabled(if: isThere)) func aPageForARegionIsItsOwn() throws {
      let folder = TemporaryFolder()
      let study = try folder.copy(of: scenarios.appendingPathComponent("nederland"), as: "nederland")
      let staffing = study.appendingPathComponent("staffing.csv")
      let more = "VR16;OvD-BZ;17;;;;;opgave;geheim van een ander\nVR17;OvD-BZ;15;;;;;opgave;van ons\n"
      try (String(contentsOf: staffing, encoding: .utf8) + more).write(to: staffing, atomically: true, encoding: .utf8)
      let file = folder.url.appendingPathComponent("vr17.html")
      try Shell.run(
        Shell.waterlijn.path,
        [
          "page", study.path, "--region", "VR17", "--out", file.path, "--base", try #require(OpenProgram.file),
          "--quiet",
        ])
      try Shell.run(Shell.waterlijn.path, ["run", study.path, "--out", folder.path + "/uit", "--quiet"])
      let open = try OpenProgram(file)
      try open.page.wait(until: "document.querySelector('#region')?.value === 'VR17'")
      #expect(try open.page.evaluate("document.querySelectorAll('#region option').length === 2"))
      #expect(
        try open.page.evaluate(
          "document.querySelector(\"input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']\").value === '15'"
        ))
      try open.go(to: "Uitkomsten")
      try open.page.wait(until: "document.querySelector('#figures')")
      let summary = try String(contentsOf: folder.url.appendingPathComponent("uit/summary.csv"), encoding: .utf8)
      func expected(_ place: String) throws -> String {
        let row = try #require(summary.split(separator: "\n").first { $0.hasPrefix("INEENS,\(place),total,delta,") })
        return OpenProgram.euro(try #require(Double(row.split(separator: ",")[4])))
      }
      for place in ["NL", "VR17"] {
        try open.page.choose(place, in: "#place")
        let shown: String = try open.page.evaluate("document.querySelectorAll('#figures .value')[1].textContent")
        #expect(try shown == expected(place))
      }
      try open.press("#compute")
      try open.page.wait(until: "!document.querySelector('#compute').disabled && document.querySelector('#report')")
      let own: String = try open.page.evaluate("document.querySelectorAll('#figures .value')[1].textContent")
      #expect(try own == expected("VR17"))
      try open.go(to: "Bewaren")
      let saved = try open.unpacked(try open.saved(by: "#save-study").content)
      let table = try String(contentsOf: saved.url.appendingPathComponent("nederland/staffing.csv"), encoding: .utf8)
      #expect(table.contains("van ons") && !table.contains("geheim") && !table.contains("VR16"))
      #expect(open.strangers == [] && open.page.complaints == [])
    }

    /// 200 edits at random places, and all of them undone: the figures are those of before, bit for bit.
    @Test(.enabled(if: isThere)) func everythingCanBeUndone() throws {
      let open = try OpenProgram()
      try open.page.run(
        "[...document.querySelectorAll('.studies button')].find((each) => each.textContent === 'leerboek').click()")
      try open.waitForCheck()
      func summary() throws -> Data? {
        try open.go(to: "Uitkomsten")
        try open.fill("200", in: "#draws")
        try open.press("#compute")
        try open.page.wait(until: "!document.querySelector('#compute').disabled && document.querySelector('#report')")
        try open.go(to: "Bewaren")
        let saved = try open.unpacked(try open.saved(by: "#save-results").content)
        return try files(below: saved.url)["resultaten/summary.csv"]
      }
      let before = try summary()
      try open.go(to: "Tabellen")
      var random = SplitMix(seed: 16)
      let tables = ["staffing.csv", "norms.csv", "scenarios.csv", "functions.csv", "settings.csv"]
      for edit in 0..<200 {
        if edit % 20 == 0 { try open.page.choose(tables[edit / 20 % tables.count], in: "#table") }
        let (row, column) = (random.number(in: 0...1), random.number(in: 0...1))
        let text = ["7", "x", "", "1..2..3", "\"a;b\"", "12%"][edit % 6]
        // As a spreadsheet pastes it; now and then a row comes or goes.
        try open.page.run(
          """
          const cells = [...document.querySelectorAll("#grid td")];
          const cell = cells[Math.floor(\(row) * cells.length)];
          cell.focus();
          if (\(edit) % 25 === 7) document.querySelector("#add").click();
          else if (\(edit) % 25 === 19 && document.querySelectorAll("#grid tbody tr").length > 1) document.querySelector("#drop-row").click();
          else {
            const data = new DataTransfer();
            data.setData("text/plain", \(Page.literal(text)) + (\(column) < 0.3 ? "\\t8" : ""));
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
          }
          """)
      }
      #expect(try open.page.evaluate("!document.querySelector('#undo').disabled"))
      var steps = 0
      while try open.page.evaluate("!document.querySelector('#undo').disabled") {
        try open.press("#undo")
        steps += 1
      }
      #expect(steps > 120)
      let after = try summary()
      #expect(before != nil && before == after)
      // And forward again, as far as it went.
      try open.go(to: "Tabellen")
      for _ in 0..<steps { try open.press("#redo") }
      #expect(try open.page.evaluate("document.querySelector('#redo').disabled"))
      #expect(open.page.complaints == [])
    }

    /// Every question is answered with the text and the tables that its command gives; a command can be changed, and a
    /// wrong one is told as on the command line.
    @Test(
      .enabled(if: isThere),
      arguments: [
        ("sensitivity", "--draws 400"), ("priority", "--draws 400"), ("compare", "--draws 400"),
        ("sweep", "--draws 200"),
        ("explain", ""), ("benchmark", ""), ("progress", ""),
      ])
    func aQuestionIsACommand(command: String, more: String) throws {
      let open = try OpenProgram()
      let folder = TemporaryFolder()
      _ = try folder.copy(of: scenarios.appendingPathComponent("leerboek"), as: "leerboek")
      try open.page.run(
        "[...document.querySelectorAll('.studies button')].find((each) => each.textContent === 'leerboek').click()")
      try open.waitForCheck()
      try open.go(to: "Vragen")
      try open.page.choose(command, in: "#question")
      let line: String = try open.page.evaluate("document.querySelector('#line').value += ' \(more)'")
      try open.press("#ask")
      try open.page.wait(until: "document.querySelector('#answered')")
      let shown: String = try open.page.evaluate("document.querySelector('#answered').textContent")
      // In the study's folder, as the page does.
      let words = line.split(separator: " ").dropFirst().map(String.init)
      func printed(_ more: [String]) throws -> String {
        String(
          decoding: try Shell.run(
            "sh", ["-c", "cd \"$0\" && exec \"$@\"", folder.path, Shell.waterlijn.path] + words + more), as: UTF8.self)
      }
      #expect(try shown == printed([]))
      guard command != "explain" else { return }
      _ = try printed(["--out", "uit"])
      let saved = try open.unpacked(try open.saved(by: "#save-tables").content)
      expectSame(
        try files(below: saved.url.appendingPathComponent("uit")),
        try files(below: folder.url.appendingPathComponent("uit")))
    }

    @Test(.enabled(if: isThere)) func aWrongCommandIsTold() throws {
      let open = try OpenProgram()
      try open.press("#fill")
      try open.page.wait(until: "document.querySelector('#region')")
      try open.go(to: "Vragen")
      try open.fill("waterlijn solve nederland --find", in: "#line")
      try open.press("#ask")
      try open.page.wait(until: "document.querySelector('#answer .problem')")
      #expect(try open.page.evaluate("document.querySelector('#answer .problem').textContent.includes('--find')"))
    }

    /// Code in every text and code of a study stays text, in every part of the page.
    @Test(.enabled(if: isThere)) func textOfAStudyNeverBecomesCode() throws {
      let folder = TemporaryFolder()
      try HostileTests.study.write(to: folder)
      let open = try OpenProgram()
      try open.choose(
        files: try files(below: folder.url).keys.sorted().map { folder.url.appendingPathComponent($0) }, in: "#files")
      try open.waitForCheck()
      for part in ["Controle", "Mijn regio", "Wat als", "Bewaren", "Uitkomsten"] {
        try open.go(to: part)
        try open.page.settle()
      }
      try open.fill("200", in: "#draws")
      try open.press("#compute")
      try open.page.wait(until: "document.querySelector('#report')")
      try open.press("#report")
      try open.page.wait(until: "document.querySelector('iframe')")
      try open.go(to: "Tabellen")
      for name in HostileTests.study.tables.keys.sorted() {
        try open.page.choose(name + ".csv", in: "#table")
        let shown: [String] = try open.page.evaluate(
          "[...document.querySelectorAll('#grid td')].map((each) => each.textContent)")
        let written = HostileTests.study.tables[name]!.dropFirst().flatMap { $0 }
        #expect(shown == written.map { $0.trimmingCharacters(in: .whitespaces) }, "\(name)")
      }
      try open.page.settle()
      #expect(open.page.dialogs == [] && open.strangers == [] && open.page.complaints == [])
    }

    /// Without WebAssembly, as some policies have it: one sentence says so, and filling in and saving work.
    @Test(.enabled(if: isThere)) func withoutWebAssemblyFormsStillWork() throws {
      let open = try OpenProgram(arguments: ["--js-flags=--jitless"])
      #expect(try open.page.evaluate("typeof WebAssembly === 'undefined'"))
      try open.press("#fill")
      try open.page.wait(until: "document.querySelector('#region')")
      try open.page.choose("VR17", in: "#region")
      try open.fill("14", in: "input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']")
      #expect(try open.page.evaluate("document.querySelector('#state').textContent.includes('rekenen kan hier niet')"))
      try open.go(to: "Controle")
      try open.page.wait(until: "document.querySelector('.problem')?.textContent.includes('WebAssembly')")
      try open.go(to: "Bewaren")
      let saved = try open.unpacked(try open.saved(by: "#save-region").content)
      #expect(
        try files(below: saved.url)["opgave-VR17/staffing.csv"].map { String(decoding: $0, as: UTF8.self) }?.hasSuffix(
          "VR17;OvD-BZ;14;;;;;opgave regio;\n") == true)
      #expect(open.page.complaints == [])
    }

    /// What axe-core finds in every part, in light and dark, on a wide screen and on a telephone; and nothing is wider than
    /// that.
    @Test(.enabled(if: isThere && Tool.python.isInstalled)) func everyPartIsAccessible() throws {
      let axe = try Axe()
      let open = try OpenProgram()
      func look(_ part: String) throws {
        try open.page.run("for (const part of document.querySelectorAll('main details')) part.open = true")
        for (width, scheme) in [(1280, "light"), (360, "dark")] {
          try open.page.emulate(["prefers-color-scheme": scheme])
          try open.page.resize(width: width, height: 800)
          let findings = try axe.findings(in: open.page)
          #expect(findings.violations.isEmpty, "\(part), \(scheme)")
          let overflow: Int = try open.page.evaluate("document.documentElement.scrollWidth - innerWidth")
          #expect(overflow <= 0, "\(part), \(width)")
        }
      }
      try look("Begin")
      try open.press("#it")
      try look("Voor de ICT-afdeling")
      try open.go(to: "Begin")
      try open.press("#fill")
      try open.page.wait(until: "document.querySelector('#region')")
      try open.page.choose("VR17", in: "#region")
      try open.fill("1400", in: "input[data-file='staffing.csv'][data-item='OvD-BZ'][data-column='2']")
      try open.waitForCheck()
      try look("Mijn regio")
      for part in ["Tabellen", "Controle", "Wat als", "Vragen", "Bewaren"] {
        try open.go(to: part)
        if part == "Wat als" { try open.page.wait(until: "document.querySelector('#variant .card')") }
        try look(part)
      }
      try open.go(to: "Uitkomsten")
      try open.fill("400", in: "#draws")
      try open.press("#compute")
      try open.page.wait(until: "document.querySelector('#report')")
      try look("Uitkomsten")
    }
  }
}
