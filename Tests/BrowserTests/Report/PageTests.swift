import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What a reader gets who opens the file.
  @Suite struct PageTests {
    @Test(arguments: MadeReport.allCases)
    func itIsSoundAndAsksNothingOfTheNetwork(_ report: MadeReport) throws {
      let open = try report.open()
      try open.unfold()
      try open.page.settle()
      #expect(open.page.otherRequests == [] && open.page.complaints == [] && open.page.dialogs == [])
      #expect(try open.page.evaluate("document.documentElement.lang") == report.language)
      #expect(try open.page.evaluate("document.title.length > 3"))
      #expect(try open.page.evaluate("document.querySelectorAll('h1').length") == 1)
      try expectEveryPlaceOnce(open.page)
      try expectChartsWithTextAndTable(open.page, atLeast: report == .index ? 0 : 5)
    }

    /// Also a page that somebody changed cannot reach it.
    @Test func thePolicyForbidsTheNetwork() throws {
      let page = try MadeReport.country.open().page
      let policy: String = try page.evaluate(
        "document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
      #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
      let answer: String = try page.evaluate("fetch('https://example.invalid/').then(() => 'there', () => 'forbidden')")
      #expect(answer == "forbidden")
      try page.run(
        """
        document.body.append(Object.assign(new Image(), {src: 'https://example.invalid/a.png'}));
        document.body.append(Object.assign(document.createElement('script'), {textContent: 'alert(1)'}));
        """)
      try page.settle()
      #expect(page.dialogs == [])
      // Of the fetch, the image and the script.
      try page.browser.wait(for: "three complaints") {
        page.complaints.count { $0.contains("Content Security Policy") } >= 3
      }
    }

    /// What is named or led to is there, once.
    private func expectEveryPlaceOnce(_ page: Page) throws {
      #expect(
        try page.evaluate(
          """
          [...document.querySelectorAll('[id]')].map(element => element.id)
            .filter((id, place, all) => all.indexOf(id) !== place)
          """) == [String](), "ids twice")
      #expect(
        try page.evaluate(
          """
          [...document.querySelectorAll('a[href^="#"], svg a[href^="#"]')].map(link => link.getAttribute('href'))
            .filter(target => !document.getElementById(decodeURIComponent(target.slice(1))))
          """) == [String](), "links to nowhere")
      #expect(
        try page.evaluate(
          """
          ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap(name =>
            [...document.querySelectorAll('[' + name + ']')].flatMap(element => element.getAttribute(name).split(' ')))
            .filter(id => !document.getElementById(id))
          """) == [String](), "names of nothing")
    }

    @Test func theIndexLeadsToEverySheet() throws {
      let files = try MadeReport.all.get()
      let open = try MadeReport.index.open()
      let page = open.page
      for (name, content) in files { try open.folder.write(content, to: name) }
      let links: [String] = try page.evaluate(
        "[...document.querySelectorAll('a[href$=\".html\"]')].map(link => link.getAttribute('href'))")
      #expect(Set(links) == Set(files.keys.filter { $0 != "rapport.html" }))
      #expect(Set(links).count == 25)
      let link = try #require(links.last)
      let name: String = try page.evaluate("document.querySelector('a[href=\"\(link)\"]').textContent")
      try page.load { try page.click("a[href=\"\(link)\"]") }
      let heading: String = try page.evaluate("document.querySelector('h1').textContent")
      #expect(name.contains(heading), "\(name) leads to \(heading)")
    }

    @Test func thePageOfTheCountryIsSmallAndAlwaysTheSame() throws {
      let content = try MadeReport.country.content
      #expect(content.count > 100_000 && content.count < 2_000_000)
      let again = try MadeReport.make("scenarios/nederland", MadeReport.draws + ["--threads", "3"])
      #expect(again == ["rapport.html": content])
    }

    /// Every chart says what it shows, and has its figures beside it.
    private func expectChartsWithTextAndTable(_ page: Page, atLeast count: Int) throws {
      #expect(try page.evaluate("document.querySelectorAll('figure.chart').length") >= count)
      let wanting: [String] = try page.evaluate(
        """
        [...document.querySelectorAll('figure.chart')].filter(figure => {
          const drawings = [...figure.querySelectorAll('svg[aria-labelledby]')];
          const isTold = drawing => ['labelledby', 'describedby'].every(name =>
            document.getElementById(drawing.getAttribute('aria-' + name))?.textContent);
          return !drawings.length || !drawings.every(isTold) || !figure.querySelector('table tbody tr td')
            || !figure.querySelector('figcaption');
        }).map(figure => figure.textContent.slice(0, 80))
        """)
      #expect(wanting == [])
    }

    /// Nobody is made dizzy who asked for rest.
    @Test func nothingMovesWhereThatIsAskedFor() throws {
      let page = try MadeReport.country.open().page
      try page.emulate(["prefers-reduced-motion": "reduce"])
      #expect(
        try page.evaluate(
          """
          [...document.querySelectorAll('*')].filter(element => {
            const style = getComputedStyle(element);
            return style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0.01
              || style.animationName !== 'none';
          }).map(element => element.outerHTML.slice(0, 80))
          """) == [String]())
    }
  }
}
