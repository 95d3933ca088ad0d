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

    /// A loose sheet tells of what report it is; it used to say the name of the program only.
    @Test(arguments: [MadeReport.country, .sheet])
    func everySheetTellsItsReport(_ report: MadeReport) throws {
      let page = try report.open().page
      let title: [String] = try page.evaluate(
        "[...document.querySelectorAll('.top .kicker, .top h1')].map(element => element.textContent)")
      #expect(title.count == 2)
      for sheet in try PrintedPages(page) { #expect(bare(sheet).contains(bare(title.joined(separator: ": ")))) }
    }

    /// Text of a study in the margin is a text, whatever it holds.
    @Test func theMarginShowsAnyTitle() throws {
      let title = #""; } body { display: none } @import 'x'; \ </style>"#
      let content = String(decoding: try MadeReport.certain.content, as: UTF8.self)
      let heading = try #require(content.firstMatch(of: /<h1>.*?<\/h1>/))
      let escaped = title.replacingOccurrences(of: "<", with: "&lt;")
      let page = try OpenReport(
        Data(content.replacingCharacters(in: heading.range, with: "<h1>\(escaped)</h1>").utf8)
      ).page
      let sheets = try PrintedPages(page)
      #expect(sheets.count >= 4)
      for sheet in sheets { #expect(bare(sheet).contains(bare(title))) }
      #expect(page.complaints == [])
    }

    /// A heading, its sentence and its chart are on one sheet; four sheets used to end in a heading.
    @Test func headingsStayWithTheirCharts() throws {
      let page = try MadeReport.country.open().page
      let sheets = try PrintedPages(page).map(bare)
      try page.emulate(print: true)
      let parts: [[String]] = try page.evaluate(
        """
        [...document.querySelectorAll('main section')].flatMap(section => {
          const figure = [...section.querySelectorAll('figure')].find(figure => figure.checkVisibility());
          const first = [...section.querySelectorAll('h2, p, figure')].filter(part => part.checkVisibility());
          if (!figure || first.indexOf(figure) !== 2) return [];
          const drawing = [...figure.querySelectorAll('svg')].find(drawing => drawing.checkVisibility());
          return [[first[0].textContent, first[1].textContent,
            ...[...drawing.querySelectorAll('text')].map(text => text.textContent)]];
        })
        """)
      #expect(parts.count > 4)
      for part in parts {
        #expect(sheets.contains { sheet in part.allSatisfy { sheet.contains(bare($0)) } }, "\(part[0])")
      }
    }

    /// The bars of the table of regions are printed, what a reader would press is not. It used to be the other way round.
    @Test func barsOfRegionsArePrinted() throws {
      let page = try MadeReport.country.open().page
      try page.emulate(print: true)
      let bars: Int = try page.evaluate(
        "[...document.querySelectorAll('#regios .spark')].filter(bar => bar.checkVisibility()).length")
      #expect(bars >= 75)
      let marks: [String] = try page.evaluate(
        "[...document.querySelectorAll('th button')].map(button => getComputedStyle(button, '::after').content)")
      #expect(!marks.isEmpty && marks.allSatisfy { $0 == "none" })
    }

    /// Nothing is wider than the paper: a browser would then print all of the page smaller.
    @Test func tablesFitThePaper() throws {
      let open = try MadeReport.country.open()
      try open.page.emulate(print: true)
      // 180 millimetres between the margins.
      try open.page.resize(width: 680, height: 900)
      try open.page.run("for (const part of document.querySelectorAll('.assumptions, .more')) part.open = true")
      #expect(
        try open.page.evaluate(
          """
          [...document.querySelectorAll('table, svg')].filter(part => part.checkVisibility()
            && part.getBoundingClientRect().right > 681).map(part => part.textContent.slice(0, 80))
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
