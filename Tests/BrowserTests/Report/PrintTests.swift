import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// The page on A4.
  @Suite(.enabled(if: Tool.pdftotext.isInstalled, "pdftotext is not installed: no printed page was read"))
  struct PrintTests {
    /// Texts without the difference that breaking lines makes.
    private func bare(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "\u{ad}" } }

    @Test(arguments: [MadeReport.country, .sheetInEnglish, .certain])
    func everythingIsPrintedWhole(_ report: MadeReport) throws {
      let open = try report.open()
      let sheets = try PrintedPages(open.page)
      #expect(sheets.count >= 4 && sheets.count <= 80, "\(sheets.count) sheets")
      let bareSheets = sheets.map(bare)
      let all = bareSheets.joined()
      try open.page.emulate(print: true)
      struct Parts: Decodable {
        var headings: [String]
        /// Cells of each row of each table.
        var rows: [[String]]
        /// Texts of each drawing.
        var drawings: [[String]]
      }
      let parts: Parts = try open.page.evaluate(
        """
        (() => {
          const shown = element => element.checkVisibility();
          const lines = element => element.innerText.split('\\n').map(line => line.trim()).filter(line => line);
          return {
            headings: [...document.querySelectorAll('h1, h2, h3, figcaption, caption')].filter(shown)
              .map(heading => heading.textContent),
            rows: [...document.querySelectorAll('tbody tr')].filter(shown).map(row => [...row.cells].flatMap(lines)),
            drawings: [...document.querySelectorAll('figure svg')].filter(shown)
              .map(svg => [...svg.querySelectorAll('text')].map(text => text.textContent)).filter(texts => texts.length)
          };
        })()
        """)
      #expect(parts.headings.count > 12 && parts.rows.count > 20 && parts.drawings.count > 2)
      #expect(parts.headings.filter { !all.contains(bare($0)) } == [])
      /// Whether one sheet holds all of it.
      func isWhole(_ texts: [String]) -> Bool {
        bareSheets.contains { sheet in texts.allSatisfy { sheet.contains(bare($0)) } }
      }
      #expect(parts.rows.filter { !isWhole($0) } == [], "rows that are cut")
      #expect(parts.drawings.filter { !isWhole($0) } == [], "drawings that are cut")
    }

    /// Sheets have their numbers, and none is printed for a line or two. A reader on paper cannot choose or press.
    @Test func sheetsAreNumberedAndFull() throws {
      let page = try MadeReport.country.open().page
      let sheets = try PrintedPages(page)
      for (number, sheet) in sheets.enumerated() {
        #expect(sheet.contains("\(number + 1) / \(sheets.count)"), "sheet \(number + 1)")
      }
      #expect(sheets.indices.dropLast().filter { bare(sheets[$0]).count < 150 } == [])
      try page.emulate(print: true)
      #expect(
        try page.evaluate(
          """
          [...document.querySelectorAll('button, select, input, .skip')].filter(control => control.checkVisibility()
            && !control.closest('th')).map(control => control.outerHTML.slice(0, 100))
          """) == [String]())
    }

    /// All 25 regions, and every assumption with its source and note.
    @Test func regionsAndAssumptionsAreAllThere() throws {
      let open = try MadeReport.country.open()
      let all = bare(try PrintedPages(open.page).joined())
      let regions: [String] = try open.page.evaluate(
        "[...document.querySelectorAll('#region option')].map(option => option.textContent).slice(1)")
      #expect(regions.count == 25 && regions.filter { !all.contains(bare($0)) } == [])
      let assumptions: [String] = try open.page.evaluate(
        "[...document.querySelectorAll('#aannamen tbody tr')].map(row => row.cells[row.cells.length - 2].textContent)")
      #expect(assumptions.count > 100)
      #expect(assumptions.filter { !$0.isEmpty && !all.contains(bare($0)) } == [])
    }
  }
}
