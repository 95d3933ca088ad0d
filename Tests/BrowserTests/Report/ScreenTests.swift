import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// Narrow windows and large letters.
  @Suite struct ScreenTests {
    /// What sticks out of the window, or is cut off at the edge of its own box.
    private func misfits(_ page: Page) throws -> [String] {
      try page.evaluate(
        """
        (() => {
          const width = document.documentElement.clientWidth;
          const scrolls = element => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
          const kept = element => { for (let at = element.parentElement; at; at = at.parentElement) if (scrolls(at)) return true; };
          const found = [];
          if (document.scrollingElement.scrollWidth > width) found.push('the page is ' + document.scrollingElement.scrollWidth);
          for (const element of document.body.querySelectorAll('*')) {
            if (!element.checkVisibility() || element.closest('.sr, .skip, #tip')) continue;
            const box = element.getBoundingClientRect();
            if (!box.width) continue;
            const isDrawn = element instanceof SVGElement && element.tagName !== 'text' && element.tagName !== 'svg';
            if (!isDrawn && (box.right > width + 1 || box.left < -1) && !kept(element)) {
              found.push(Math.round(box.left) + '...' + Math.round(box.right) + ' ' + element.outerHTML.slice(0, 120));
            }
            const style = getComputedStyle(element);
            if (['hidden', 'clip'].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1
              && !(element instanceof SVGElement) && !element.matches('select, input')) {
              found.push('cut ' + element.outerHTML.slice(0, 120));
            }
          }
          return found;
        })()
        """)
    }

    /// The text of drawings, in CSS pixels.
    private func smallestLetters(_ page: Page) throws -> Double {
      try page.evaluate(
        """
        Math.min(...[...document.querySelectorAll('svg text')].filter(text => text.checkVisibility()).map(text =>
          parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))
        """)
    }

    @Test(arguments: [MadeReport.country, .sheetInEnglish, .index])
    func nothingSticksOut(_ report: MadeReport) throws {
      let open = try report.open()
      for isUnfolded in [false, true] {
        if isUnfolded { try open.unfold() }
        for width in [768, 360, 320] {
          try open.page.resize(width: width, height: 640)
          #expect(try misfits(open.page) == [], "\(width), \(isUnfolded ? "all opened" : "as it opens")")
        }
      }
      guard report == .country else { return }
      // Ten pixels are 7.5 points: the smallest print of a newspaper's tables.
      #expect(try smallestLetters(open.page) >= 10)
    }

    /// A word as long as an address used to make the page scroll sideways.
    @Test func aLongWordIsBroken() throws {
      let open = try MadeReport.country.open()
      let word = String(repeating: "bevolkingszorg", count: 20)
      try open.page.run(
        "for (const text of document.querySelectorAll('h1, .lead, .card p, .note')) text.textContent += '\(word)'")
      for width in [1280, 768, 320] {
        try open.page.resize(width: width, height: 640)
        #expect(try misfits(open.page) == [], "\(width)")
      }
    }

    /// What is too wide for the window scrolls by itself, and the keyboard can do that (WCAG 2.1.1). On a phone nothing is.
    @Test(arguments: [MadeReport.country, .sheet, .index])
    func wideTablesScrollByThemselves(_ report: MadeReport) throws {
      let open = try report.open()
      let page = open.page
      try page.resize(width: 640, height: 640)
      try open.unfold()
      try page.settle()
      let unreachable: [String] = try page.evaluate(
        """
        [...document.querySelectorAll('.scroll')].filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth
          && (box.tabIndex < 0 || !box.getAttribute('aria-label') || !box.getAttribute('role')))
          .map(box => box.outerHTML.slice(0, 120))
        """)
      #expect(unreachable == [])
      guard report == .country else { return }
      try page.run(
        """
        const box = [...document.querySelectorAll('.scroll')].find(box => box.checkVisibility() && box.scrollWidth > box.clientWidth);
        box.id = 'wide';
        box.focus();
        """)
      try page.press(.right)
      try page.wait(until: "wide.scrollLeft > 0")
    }

    /// Twice as large letters (WCAG 1.4.4), in a window as it is and half as wide.
    @Test func largeLettersFit() throws {
      let open = try MadeReport.country.open()
      try open.page.run("document.documentElement.style.fontSize = '200%'")
      for width in [1280, 640] {
        try open.page.resize(width: width, height: 800)
        #expect(try misfits(open.page) == [], "\(width)")
      }
      // They are larger everywhere: nothing was given in pixels. Drawings have their figures in a table too.
      let body = "parseFloat(getComputedStyle(document.body).fontSize)"
      #expect(try open.page.evaluate(body) >= 32.0)
      let small: [String] = try open.page.evaluate(
        """
        [...document.querySelectorAll('p, li, td, th, label, select, button, summary, caption, figcaption')]
          .filter(text => text.checkVisibility() && parseFloat(getComputedStyle(text).fontSize) < 24)
          .map(text => text.outerHTML.slice(0, 100))
        """)
      #expect(small == [])
    }

    /// With the spacing that readers may set themselves (WCAG 1.4.12).
    @Test func wideSpacingFits() throws {
      let open = try MadeReport.country.open()
      try open.page.run(
        """
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('body * { line-height: 1.5 !important; letter-spacing: .12em !important;'
          + ' word-spacing: .16em !important } p { margin-bottom: 2em !important }');
        document.adoptedStyleSheets = [sheet];
        """)
      for width in [1280, 320] {
        try open.page.resize(width: width, height: 640)
        #expect(try misfits(open.page).filter { !$0.contains("<text") } == [], "\(width)")
      }
    }

    /// Four figures stand in rows of one, two or four: on a tablet there used to be three and a lonely one.
    @Test(arguments: [(360, [1, 1, 1, 1]), (600, [2, 2]), (768, [2, 2]), (1000, [2, 2]), (1280, [4])])
    func theFourFiguresFillTheirRows(width: Int, rows: [Int]) throws {
      let page = try MadeReport.country.open().page
      try page.resize(width: width, height: 800)
      let tops: [Double] = try page.evaluate(
        "[...document.querySelectorAll('#kort .card')].filter(card => card.checkVisibility())"
          + ".map(card => card.getBoundingClientRect().top)")
      #expect(Dictionary(grouping: tops) { $0 }.sorted { $0.key < $1.key }.map(\.value.count) == rows)
    }

    /// What a table is about is read without scrolling: the unit at the end of a title used to be off the screen.
    @Test func titlesOfTablesFitTheScreen() throws {
      let open = try MadeReport.country.open()
      try open.unfold()
      for width in [768, 360] {
        try open.page.resize(width: width, height: 800)
        let wide: [String] = try open.page.evaluate(
          """
          [...document.querySelectorAll('caption')].filter(caption => caption.checkVisibility()).filter(caption => {
            const scroller = caption.closest('.scroll');
            scroller.scrollLeft = 1e4;
            const box = caption.getBoundingClientRect();
            return box.left < 0 || box.right > innerWidth;
          }).map(caption => caption.textContent)
          """)
        #expect(wide == [], "\(width)")
      }
    }

    /// Names beside bars are whole, and no line goes through them.
    @Test func namesInDrawingsAreWhole() throws {
      let page = try MadeReport.country.open().page
      try page.resize(width: 360, height: 800)
      let cut: [String] = try page.evaluate(
        """
        [...document.querySelectorAll('svg text')].filter(text => text.checkVisibility() && text.textContent.includes('…'))
          .map(text => text.textContent)
        """)
      #expect(cut == [])
      let crossed: [String] = try page.evaluate(
        """
        [...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
          const texts = [...svg.querySelectorAll('text.l')].map(text => [text, text.getBoundingClientRect()]);
          return [...svg.querySelectorAll('.link, .expected')].map(line => line.getBoundingClientRect()).flatMap(line =>
            texts.filter(([, text]) => line.left > text.left && line.right < text.right && line.top < text.bottom - 4
              && line.bottom > text.top + 4).map(([text]) => text.textContent));
        })
        """)
      #expect(crossed == [])
    }

    /// Labels within a drawing do not lie over each other.
    @Test(arguments: [MadeReport.country, .certain])
    func labelsOfADrawingDoNotOverlap(_ report: MadeReport) throws {
      let open = try report.open()
      for width in [1280, 360] {
        try open.page.resize(width: width, height: 800)
        let overlaps: [String] = try open.page.evaluate(
          """
          [...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
            const texts = [...svg.querySelectorAll('text')].map(text => [text, text.getBoundingClientRect()]);
            const found = [];
            texts.forEach(([a, p], place) => texts.slice(place + 1).forEach(([b, q]) => {
              const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
              // The line of a text is a third higher than its letters.
              const along = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) - (p.height + q.height) / 6;
              if (across > 1 && along > 1) {
                found.push(svg.getAttribute('aria-labelledby') + ': "' + a.textContent + '" over "' + b.textContent + '"');
              }
            }));
            return found;
          })
          """)
        #expect(overlaps == [], "\(width)")
      }
    }
  }
}
