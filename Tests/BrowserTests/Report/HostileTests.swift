import Foundation
import Terms
import TestSupport
import Testing

@testable import StudyFiles

extension BrowserTests {
  /// Text of a study never becomes code.
  @Suite struct HostileTests {
    static let study = HostileStudy()

    /// The pages of it in both languages.
    static let pages = Result {
      let folder = TemporaryFolder()
      try study.write(to: folder)
      var pages: [String: Data] = [:]
      for language in ["nl", "en"] {
        let options = ["--draws", "400", "--language", language]
        pages[language] = try MadeReport.make(folder.url.path, options)["rapport.html"]
        for (name, page) in try MadeReport.make(folder.url.path, options + ["--region", "all"]) where language == "nl" {
          pages[name] = page
        }
      }
      return pages
    }

    /// As a page shows it: marks that turn the direction of writing of what follows are left out.
    private static func shown(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.map { (0x2028...0x2069).contains($0.value) ? " " : $0 }))
        .split(separator: " ").joined(separator: " ")
    }

    /// There is code in every column of every table that may hold it.
    @Test func theStudyHasCodeEverywhere() throws {
      #expect(Set(Self.study.tables.keys.map { $0 + ".csv" }) == Set(TableDescription.all.map(\.file)))
      for table in TableDescription.all {
        let rows = try #require(Self.study.tables[String(table.file.dropLast(4))])
        for column in table.allColumns + TableDescription.remarks {
          var isText = false
          switch column.content {
          case .text, .code, .codeOrWildcard, .codes: isText = true
          default: break
          }
          // These name parts of the study's own tables.
          let namesParts = table.id == .correlations || table.id == .plausibility
          guard isText, !namesParts || ["factor", "name", "source", "note"].contains(column.id) else { continue }
          let place = rows[0].firstIndex(of: column.id)
          let isHostile = rows.dropFirst().contains { row in place.map { Self.study.written.contains(row[$0]) } == true
          }
          #expect(isHostile || table.id == .scenarioRegions, "\(table.file): \(column.id)")
        }
      }
    }

    @Test(arguments: ["nl", "en", "index", "sheet"]) func nothingOfItIsRun(_ which: String) throws {
      let pages = try Self.pages.get()
      let sheets = pages.keys.filter { $0.hasPrefix("rapport-") }.sorted()
      #expect(sheets.count == 7)
      let name = ["index": "rapport.html", "sheet": sheets[0]][which] ?? which
      let open = try OpenReport(try #require(pages[name]))
      let page = open.page
      try open.unfold()
      // All that a reader can do.
      try page.run(
        """
        for (const list of document.querySelectorAll('select')) {
          for (const option of list.options) { list.value = option.value; list.dispatchEvent(new Event('change')); }
        }
        for (const button of document.querySelectorAll('button')) button.click();
        for (const field of document.querySelectorAll('input')) {
          field.value = '<script>'; field.dispatchEvent(new Event('input')); field.value = ''; field.dispatchEvent(new Event('input'));
        }
        for (const mark of document.querySelectorAll('.mark')) {
          mark.dispatchEvent(new MouseEvent('mousemove', {bubbles: true})); mark.dispatchEvent(new FocusEvent('focus'));
        }
        for (const link of document.querySelectorAll('a[href^="#"]')) link.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
        """)
      try page.settle()
      #expect(page.dialogs == [] && page.complaints == [] && page.otherRequests == [])
      #expect(try page.evaluate("document.querySelectorAll('script').length") == 1)
      #expect(
        try page.evaluate(
          """
          (() => {
          // What stands in the margin of paper is a style of letters, digits, blanks and escapes: it cannot end its text.
          const isMargin = (element, text) => element.matches('html')
            && /^--heading: "([\\p{L}\\p{N} ]|\\\\[0-9a-f]+ )*";$/u.test(text);
          return [...document.querySelectorAll('*')].filter(element => ['IMG', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FORM', 'AUDIO',
            'VIDEO'].includes(element.tagName) && !element.matches('form.controls')
            || [...element.attributes].some(attribute => /^on/i.test(attribute.name) || attribute.name === 'autofocus'
              || attribute.name === 'style' && !element.matches('#tip') && !isMargin(element, attribute.value)
              || /^(xlink:)?href$|^src$|^action$/.test(attribute.name) && !/^#|^[^:]*\\.html$/.test(attribute.value)))
            .map(element => element.outerHTML.slice(0, 120));
          })()
          """) == [String]())
    }

    /// Whatever it says is shown as it was written.
    @Test(arguments: ["nl", "en"]) func everyTextIsShown(_ language: String) throws {
      let page = try OpenReport(try #require(Self.pages.get()[language])).page
      let text: String = try page.evaluate(
        "document.title + ' ' + document.body.textContent + ' ' + "
          + "[...document.querySelectorAll('[data-tip]')].map(mark => mark.dataset.tip).join(' ')")
      let all = Self.shown(text)
      #expect(Self.study.written.filter { !all.contains(Self.shown($0)) } == [])
      // A text that turned the direction of writing would disguise what follows.
      #expect(
        !text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    }

    /// What is copied, and every file for machines: no text that a spreadsheet takes for a formula.
    @Test func spreadsheetsFindNoFormula() throws {
      let open = try OpenReport(try #require(Self.pages.get()["nl"]))
      try open.unfold()
      let copied: [String] = try open.page.evaluate(
        """
        (async () => {
          const all = [];
          Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { all.push(text); }}});
          for (const button of document.querySelectorAll('.copy')) button.click();
          await new Promise(done => setTimeout(done, 50));
          // As a spreadsheet reads them: a cell in quotes is what stands between them, two quotes are one.
          return all.flatMap(text => text.split(/[\\t\\r\\n]+/))
            .map(cell => cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
        })()
        """)
      #expect(copied.count > 100 && copied.contains { $0.hasPrefix("'=HYPERLINK") })
      let folder = TemporaryFolder()
      try Self.study.write(to: folder)
      let out = folder.url.appendingPathComponent("uit").path
      try Shell.run(Shell.waterlijn.path, ["run", folder.url.path, "--draws", "400", "--out", out, "--quiet"])
      var cells: [String] = []
      for name in try FileManager.default.contentsOfDirectory(atPath: out) where name.hasSuffix(".csv") {
        cells += try Self.cells(String(contentsOfFile: out + "/" + name, encoding: .utf8))
      }
      #expect(cells.contains { $0.hasPrefix("'=HYPERLINK") })
      for cell in copied + cells {
        let isNumber = Double(cell.replacingOccurrences(of: ",", with: ".")) != nil
        #expect(isNumber || !"=+-@\t\r".contains(cell.first ?? " "), "\(cell)")
      }
    }

    /// The cells of a CSV file of the program.
    private static func cells(_ text: String) -> [String] {
      var cells = [""]
      var isQuoted = false
      for character in text {
        if character == "\"" {
          isQuoted.toggle()
        } else if !isQuoted, character == "," || character.isNewline {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }
}
