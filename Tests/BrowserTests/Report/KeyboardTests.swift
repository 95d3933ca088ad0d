import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// Without a mouse.
  @Suite struct KeyboardTests {
    /// A place where the focus comes.
    struct Stop: Decodable {
      var name: String
      /// Its place among all that can be reached, in the order of the page; nil where the focus is nowhere.
      var place: Int?
      /// Whether it looks otherwise than without the focus.
      var isSeen: Bool
      /// Whether it is in sight, and nothing lies over all of it.
      var isInSight: Bool
    }

    /// Numbers all that the keyboard should reach. What a chart holds is one stop: arrows go on from there.
    private static let number = """
      const kinds = 'a[href], button, select, input, textarea, summary, [tabindex]';
      window.reached = [...document.querySelectorAll(kinds)].filter(element =>
        element.tabIndex >= 0 && !element.disabled && element.checkVisibility({visibilityProperty: true})
          && element.getAttribute('tabindex') !== '-1');
      const look = element => [element, ...element.querySelectorAll('*')].slice(0, 12).map(part => {
        const style = getComputedStyle(part);
        return [style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow, style.stroke, style.strokeWidth,
          style.backgroundColor, style.fill].join();
      }).join('|');
      window.plain = new Map(reached.map(element => [element, look(element)]));
      window.stop = () => {
        const element = document.activeElement;
        const place = reached.indexOf(element);
        if (place < 0) return {name: element.outerHTML.slice(0, 120), place: null, isSeen: false, isInSight: false};
        const box = element.getBoundingClientRect();
        const points = [[.5, .5], [.02, .5], [.98, .5], [.5, .1], [.5, .9]]
          .map(([x, y]) => document.elementFromPoint(box.x + x * box.width, box.y + y * box.height));
        return {
          name: element.outerHTML.slice(0, 120), place, isSeen: look(element) !== plain.get(element),
          isInSight: points.some(hit => hit && (element.contains(hit) || hit.contains(element)))
        };
      };
      """

    /// Goes through the whole page with Tab.
    private func stops(_ page: Page) throws -> [Stop] {
      try page.run(
        "document.documentElement.style.scrollBehavior = 'auto'; document.activeElement.blur(); scrollTo(0, 0)")
      try page.run(Self.number)
      var stops: [Stop] = []
      for _ in 0...(try page.evaluate("reached.length", as: Int.self)) {
        try page.press(.tab)
        let stop: Stop = try page.evaluate("stop()")
        guard stop.place != nil else { break }
        stops.append(stop)
      }
      return stops
    }

    @Test(arguments: [(MadeReport.country, 1280), (.country, 360), (.sheet, 1280), (.index, 360)])
    func tabReachesEverythingInOrderAndIsSeen(_ report: MadeReport, width: Int) throws {
      let open = try report.open()
      try open.page.resize(width: width, height: 800)
      let stops = try stops(open.page)
      #expect(stops.count > 10)
      #expect(stops.compactMap(\.place) == Array(stops.indices))
      #expect(try open.page.evaluate("reached.length") == stops.count, "not reached: the rest")
      #expect(stops.filter { !$0.isSeen }.map(\.name) == [], "the focus is not seen")
      #expect(stops.filter { !$0.isInSight }.map(\.name) == [], "covered, or out of sight")
      // A reader who wants the assumptions should not need a thousand keys.
      #expect(stops.count < 150)
    }

    /// A section that is folded opens with Enter, and what is in it is reached then.
    @Test func foldedPartsOpenWithEnter() throws {
      let page = try MadeReport.country.open().page
      let folded: Int = try page.evaluate(
        "[...document.querySelectorAll('summary')].filter(summary => summary.checkVisibility()).length")
      #expect(folded > 30)
      try page.run("document.querySelector('#r-VR09 > summary').focus()")
      try page.press(.enter)
      try page.wait(until: "document.getElementById('r-VR09').open")
      try page.nextFrame()
      try page.press(.tab)
      #expect(try page.evaluate("!!document.activeElement.closest('#r-VR09')"))
    }

    /// The link at the top leads past the controls.
    @Test func theFirstStopSkipsToTheContent() throws {
      let page = try MadeReport.country.open().page
      try page.press(.tab)
      let isInSight: Bool = try page.evaluate(
        "(box => box.x >= 0 && box.y >= 0 && box.width > 20)(document.activeElement.getBoundingClientRect())")
      #expect(isInSight)
      try page.press(.enter)
      // The place where Tab goes on from moves with the next frame.
      try page.nextFrame()
      try page.press(.tab)
      #expect(try page.evaluate("!!document.activeElement.closest('main')"))
    }

    // MARK: Figures of a chart

    private static let chart =
      "[...document.querySelectorAll('svg .mark')].find(mark => mark.checkVisibility()).ownerSVGElement"
    private static let tip = """
      (tip => tip.checkVisibility() ? tip.textContent : '')(document.getElementById('tip'))
      """

    @Test func arrowsTellEveryFigureOfAChart() throws {
      let page = try MadeReport.country.open().page
      let marks: [String] = try page.evaluate(
        "[...\(Self.chart).querySelectorAll('.mark')].map(mark => mark.dataset.tip)")
      #expect(marks.count > 3 && marks.allSatisfy { $0.count > 5 })
      try page.run("\(Self.chart).querySelector('[tabindex=\"0\"]').focus()")
      var told: [String] = [try page.evaluate(Self.tip)]
      for _ in marks.dropFirst() {
        try page.press(.down)
        told.append(try page.evaluate(Self.tip))
      }
      #expect(told == marks)
      // What is told stays within the window, and is what a screen reader says.
      try page.wait(
        until: """
          (box => box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight)(
            document.getElementById('tip').getBoundingClientRect())
          """)
      #expect(try page.evaluate("document.activeElement.getAttribute('aria-label')") == marks.last)
      try page.press(.up)
      #expect(try page.evaluate(Self.tip) == marks[marks.count - 2])
      try page.press(.home)
      #expect(try page.evaluate(Self.tip) == marks[0])
      // Escape takes it away without taking the focus (WCAG 1.4.13).
      try page.press(.escape)
      #expect(try page.evaluate(Self.tip) == "")
      #expect(try page.evaluate("document.activeElement.closest('svg') !== null"))
      // Leaving does so too.
      try page.press(.down)
      #expect(try page.evaluate(Self.tip) != "")
      try page.press(.tab)
      #expect(try page.evaluate("document.activeElement.matches('svg *') || \(Self.tip) === ''"))
    }

    @Test func theMouseTellsAFigureOfEveryChart() throws {
      let page = try MadeReport.country.open().page
      let charts: Int = try page.evaluate(
        """
        (() => {
          document.documentElement.style.scrollBehavior = 'auto';
          const charts = [...document.querySelectorAll('svg')].filter(svg => svg.checkVisibility() && svg.querySelector('.mark'));
          charts.forEach((svg, place) => {
            const marks = [...svg.querySelectorAll('.mark')];
            marks[Math.floor(marks.length / 2)].id = 'mark' + place;
          });
          return charts.length;
        })()
        """)
      #expect(charts > 5)
      for chart in 0..<charts {
        try page.hover("#mark\(chart)")
        let told: String = try page.evaluate(Self.tip)
        #expect(try page.evaluate("mark\(chart).dataset.tip") == told && !told.isEmpty, "chart \(chart)")
        try page.press(.escape)
        #expect(try page.evaluate(Self.tip) == "")
      }
    }
  }
}
