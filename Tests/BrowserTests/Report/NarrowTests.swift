import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What every reader gets to see: on a phone, in the first screen, and where the page's style is refused.
  @Suite struct NarrowTests {
    struct Amounts: Decodable {
      /// Identifiers of the sections that show amounts.
      var sections: [String]
      /// What is not wholly in sight, with its section.
      var cut: [String]
    }

    /// Every amount that is shown, in text and in drawings, against the window and every box that scrolls or cuts.
    private func amounts(_ page: Page) throws -> Amounts {
      try page.evaluate(
        """
        (() => {
          const width = document.documentElement.clientWidth;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const sections = new Set(), cut = [];
          while (walker.nextNode()) {
            const text = walker.currentNode, parent = text.parentElement;
            const isNumber = parent.closest('td.n') && /\\d/.test(text.data);
            if (!/€\\s*\\d/.test(text.data) && !isNumber) continue;
            if (!parent.checkVisibility() || parent.closest('.sr, script, style, title, desc, #tip')) continue;
            const section = parent.closest('section')?.id ?? 'top';
            sections.add(section);
            const range = document.createRange();
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) {
              let [left, right] = [0, width];
              for (let at = parent; at; at = at.parentElement) {
                if (!(at instanceof HTMLElement) || getComputedStyle(at).overflowX === 'visible') continue;
                const frame = at.getBoundingClientRect();
                [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
              }
              if (box.width && (box.left < left - 1 || box.right > right + 1)) {
                cut.push(section + ': ' + text.data.trim().slice(0, 60));
              }
            }
          }
          return {sections: [...sections], cut};
        })()
        """)
    }

    /// Tables that scrolled sideways showed `€ 29` of `€ 29.400`.
    @Test(arguments: [MadeReport.country, .countryInEnglish, .sheet, .index, .certain])
    func noAmountIsCutOnAPhone(_ report: MadeReport) throws {
      let open = try report.open()
      for isUnfolded in [false, true] {
        if isUnfolded { try open.unfold() }
        for width in [390, 320] {
          try open.page.resize(width: width, height: 844)
          let found = try amounts(open.page)
          #expect(found.cut == [], "\(width), \(isUnfolded ? "all opened" : "as it opens")")
          guard report == .country, isUnfolded else { continue }
          for section in [
            "kort", "scenarios", "jaren", "regios", "regels", "delen", "betaler", "dekking", "begroting", "onzeker",
          ] {
            #expect(found.sections.contains(section), "\(section)")
          }
        }
      }
    }

    /// On a phone each cell says what it is; its column's title stands elsewhere.
    @Test func cellsOnAPhoneHaveTheirTitle() throws {
      let page = try MadeReport.country.open().page
      try page.resize(width: 390, height: 844)
      let untold: Int = try page.evaluate(
        """
        [...document.querySelectorAll('tbody td')].filter(cell => cell.checkVisibility() && cell.textContent.trim()
          && getComputedStyle(cell, '::before').content === '""').length
        """)
      #expect(untold == 0)
    }

    /// How much is assumed stands in the first screen, no smaller than the figures that rest on it.
    @Test(arguments: [MadeReport.country, .sheetInEnglish], [(width: 1280, height: 800), (width: 390, height: 844)])
    func theFirstScreenTellsWhatIsAssumed(_ report: MadeReport, _ screen: (width: Int, height: Int)) throws {
      let page = try report.open().page
      try page.resize(width: screen.width, height: screen.height)
      let found: [Double] = try page.evaluate(
        """
        (() => {
          const [basis, card] = ['.basis .value', '#kort .card .value'].map(name => document.querySelector(name));
          const size = element => parseFloat(getComputedStyle(element).fontSize);
          return [basis.getBoundingClientRect().bottom, size(basis), size(card)];
        })()
        """)
      #expect(found[0] < Double(screen.height) && found[1] >= found[2], "\(found)")
    }

    // MARK: Without its style

    /// The page as a site shows it that allows no style within pages.
    private static let bare: Result<Data, any Error> = Result {
      let content = String(decoding: try MadeReport.country.content, as: UTF8.self)
      return Data(content.replacing(/(?s)<style>.*?<\/style>/, with: "").utf8)
    }

    /// The logo used to fill the first screen, in black, and charts were black and as wide as the window.
    @Test(arguments: [1200, 390]) func drawingsHaveASensibleSize(width: Int) throws {
      let page = try OpenReport(try Self.bare.get()).page
      try page.resize(width: width, height: 800)
      struct Drawing: Decodable {
        var name: String
        var width: Double
        var height: Double
      }
      let drawings: [Drawing] = try page.evaluate(
        """
        [...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility()).map(svg => {
          const box = svg.getBoundingClientRect();
          return {name: svg.getAttribute('class') ?? 'logo', width: box.width, height: box.height};
        })
        """)
      #expect(drawings.count > 5 && drawings[0].name == "logo" && drawings[0].width == 24)
      #expect(drawings.allSatisfy { $0.width <= 760 && $0.height <= 1000 }, "\(drawings)")
      #expect(!drawings.contains { $0.name == "narrow" })
      let colours: [String] = try page.evaluate(
        "['.band', '.mean', '.hit', '.course'].map(name => getComputedStyle(document.querySelector('svg ' + name)).fill)"
      )
      #expect(colours == ["rgb(204, 221, 238)", "rgb(0, 85, 153)", "none", "none"])
    }

    /// Everything is below what comes before it.
    @Test func textTablesAndFiguresAreInReadingOrder() throws {
      let page = try OpenReport(try Self.bare.get()).page
      try page.resize(width: 1200, height: 800)
      let tops: [Double] = try page.evaluate(
        """
        [...document.querySelectorAll('h1, h2, .basis, .card, figcaption, svg.wide, caption')]
          .filter(part => part.checkVisibility()).map(part => part.getBoundingClientRect().top)
        """)
      #expect(tops.count > 40 && tops == tops.sorted())
      let sections: [String] = try page.evaluate(
        "[...document.querySelectorAll('section')].filter(section => section.innerText.length < 20).map(section => section.id)"
      )
      #expect(sections == [])
    }
  }
}
