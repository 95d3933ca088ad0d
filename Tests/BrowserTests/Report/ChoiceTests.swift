import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// Choosing a scenario and a region, and a page without script.
  @Suite struct ChoiceTests {
    /// The scenarios of which something is shown.
    private func shown(_ page: Page) throws -> [String] {
      try page.evaluate(
        """
        [...new Set([...document.querySelectorAll('[data-scenario]')].filter(block => block.checkVisibility())
          .map(block => block.dataset.scenario))].sort()
        """)
    }

    @Test(arguments: [MadeReport.country, .sheet, .certain])
    func oneScenarioIsShownAtATime(_ report: MadeReport) throws {
      let open = try report.open()
      let page = open.page
      let scenarios = try open.options(of: "#scenario")
      #expect(scenarios.count > 1)
      #expect(try shown(page) == [try page.evaluate("document.querySelector('#scenario').value")])
      let blocks: Int = try page.evaluate("document.querySelectorAll('[data-scenario]').length")
      #expect(blocks >= scenarios.count * 5)
      for scenario in scenarios.reversed() {
        try page.choose(scenario, in: "#scenario")
        #expect(try shown(page) == [scenario])
      }
      #expect(page.complaints == [])
    }

    @Test func aChosenRegionIsOpenedAndInSight() throws {
      let open = try MadeReport.country.open()
      let page = open.page
      let regions = try open.options(of: "#region").filter { !$0.isEmpty }
      #expect(regions.count == 25)
      for region in [regions[24], regions[0], regions[11]] {
        try page.choose(region, in: "#region")
        // Smoothly, which takes a while.
        let details = "document.getElementById('r-\(region)')"
        #expect(try page.evaluate("\(details).open"), "\(region)")
        try page.wait(
          until: """
            (() => { const {top} = \(details).getBoundingClientRect(); return top >= 0 && top < innerHeight / 2; })()
            """)
      }
    }

    /// With the arrows a list changes at every key: the focus used to go to the first region, and no other could be
    /// reached. What is passed does not stay open, and what was opened is told.
    @Test func theThirdRegionIsReachedWithTheArrows() throws {
      let open = try MadeReport.country.open()
      let page = open.page
      let regions = try open.options(of: "#region").filter { !$0.isEmpty }
      try page.run("document.querySelector('#region').focus()")
      for region in regions.prefix(3) {
        try page.press(.down)
        try page.wait(until: "document.getElementById('r-\(region)').open")
        #expect(try page.evaluate("document.activeElement.id") == "region")
        try page.wait(
          until: """
            document.getElementById('status').textContent.startsWith(
              document.querySelector('#r-\(region) > summary').textContent)
            """)
      }
      let opened: [String] = try page.evaluate(
        "[...document.querySelectorAll('details.region[open]')].map(details => details.id)")
      #expect(opened == ["r-" + regions[2]])
      // The page stays that of the country: its list used to keep saying the region above national figures.
      try page.press(.tab)
      try page.wait(until: "document.querySelector('#region').value === ''")
      #expect(try page.evaluate("document.getElementById('r-\(regions[2])').open"))
    }

    /// The ring around what has the focus used to go through the name of the scenario below.
    @Test func theFocusOfAnOpenRegionLeavesItsTextFree() throws {
      let page = try MadeReport.country.open().page
      try page.run("document.getElementById('r-VR17').open = true")
      let room: Double = try page.evaluate(
        """
        (() => {
          const details = document.getElementById('r-VR17');
          const name = [...details.querySelectorAll('h3.scenario')].find(name => name.checkVisibility());
          return name.getBoundingClientRect().top - details.querySelector('summary').getBoundingClientRect().bottom;
        })()
        """)
      // It is three pixels wide and stands two off.
      #expect(room >= 5)
    }

    /// From the keyboard: a list changes with the arrows.
    @Test func aScenarioIsChosenWithTheArrows() throws {
      let open = try MadeReport.country.open()
      let page = open.page
      let scenarios = try open.options(of: "#scenario")
      try page.run("document.querySelector('#scenario').focus()")
      try page.press(.home)
      try page.press(.down)
      #expect(try page.evaluate("document.querySelector('#scenario').value") == scenarios[1])
      #expect(try shown(page) == [scenarios[1]])
    }

    /// A link to a region, as on the map, opens it; so does an address that ends in it.
    @Test func aLinkToARegionOpensIt() throws {
      let open = try MadeReport.country.open()
      let page = open.page
      try page.run(
        """
        const link = [...document.querySelectorAll('a[href="#r-VR11"]')].find(link => link.checkVisibility());
        link.id ||= 'linkToRegion';
        """)
      try page.click("a[href='#r-VR11']#linkToRegion")
      // The page hears of its new address after the click.
      try page.wait(until: "document.getElementById('r-VR11').open")
      let again = try Page()
      try again.open(open.file, fragment: "r-VR20")
      try again.wait(until: "document.getElementById('r-VR20').open")
    }

    /// Without script everything reads: nothing is hidden but what script is needed for.
    @Test(arguments: [MadeReport.country, .sheet, .index])
    func everythingReadsWithoutScript(_ report: MadeReport) throws {
      let with = try report.open()
      let without = try OpenReport(try report.content) { try $0.scripts(areRun: false) }
      for open in [with, without] { try open.unfold() }
      #expect(
        try without.page.evaluate(
          """
          [...document.body.querySelectorAll('*')].filter(element => !element.checkVisibility() && !element.closest(
            '.js, #tip, script, style, template, svg, [role=status]')).map(element => element.outerHTML.slice(0, 100))
          """) == [String](), "hidden")
      // Of each drawing one width is shown.
      #expect(
        try without.page.evaluate(
          """
          [...document.querySelectorAll('figure.chart')].filter(figure =>
            [...figure.querySelectorAll('svg[aria-labelledby]')].filter(drawing => drawing.checkVisibility()).length !== 1)
            .map(figure => figure.textContent.slice(0, 80))
          """) == [String]())
      #expect(
        try without.page.evaluate(
          """
          [...document.querySelectorAll('button, select, input')].filter(control => control.checkVisibility())
            .map(control => control.outerHTML.slice(0, 100))
          """) == [String](), "controls that do nothing")
      // What script shows is there without it too.
      let lines = "document.body.innerText.split(/[\\n\\t]/).map(line => line.trim()).filter(line => line)"
      let shown = Set(try without.page.evaluate(lines, as: [String].self))
      let headings: [String] = try with.page.evaluate(
        """
        [...document.querySelectorAll('h1, h2, h3, figcaption, summary, caption, li, p:not(.js), td, th[scope=row]')]
          .filter(element => element.checkVisibility() && !element.closest('.js, #tip, [role=status]'))
          .flatMap(element => element.innerText.split(/[\\n\\t]/).map(line => line.trim())).filter(line => line)
        """)
      #expect(headings.filter { !shown.contains($0) } == [])
      #expect(headings.count > 20)
    }
  }
}
