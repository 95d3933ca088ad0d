import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// WCAG 2.1 AA: what axe-core finds, and what it cannot see.
  @Suite struct AccessibilityTests {
    /// What axe-core finds in a page as it now looks, and on a telephone.
    private func expectNothing(_ open: OpenReport, _ preferences: [String: String], width: Int = 1280) throws {
      try open.page.emulate(preferences)
      try open.page.resize(width: width, height: 800)
      // axe-core takes its time for what is hidden too, and finds nothing in it.
      try open.page.run("for (const part of document.querySelectorAll('[data-scenario][hidden]')) part.remove()")
      let findings = try axe.get().findings(in: open.page)
      #expect(findings.violations.isEmpty)
      // What it cannot decide is what lies behind a text.
      #expect(findings.undecided.filter { $0.rule != "color-contrast" }.isEmpty)
      #expect(Set(findings.undecided.filter { !$0.isInDrawing }.map(\.description)) == [])
      #expect(findings.passes > 25)
    }

    private let axe = Result { try Axe() }

    /// Opened, for axe-core judges what is folded by where it would be. Of the country's regions one is looked at, and of
    /// each table a few rows: the others look the same, and axe-core takes its time.
    @Test(
      .enabled(if: Tool.python.isInstalled, "axe-core is not installed: no obstacle was looked for"),
      arguments: [MadeReport.country, .sheet, .sheetInEnglish, .index])
    func axeFindsNothing(_ report: MadeReport) throws {
      let open = try report.open()
      if report == .country || report == .sheetInEnglish {
        try open.page.choose(try #require(open.options(of: "#scenario").last), in: "#scenario")
      }
      if report == .country { try open.page.choose("VR25", in: "#region") }
      try open.page.run(
        "for (const part of [...document.querySelectorAll('details.region')].slice(0, -1)) part.remove();"
          + "for (const table of document.querySelectorAll('table')) [...table.tBodies[0].rows].slice(4, -2)"
          + ".forEach(row => row.remove())")
      try open.unfold()
      if report != .sheetInEnglish { try expectNothing(open, [:]) }
      guard report == .country || report == .sheetInEnglish else { return }
      try expectNothing(open, ["prefers-color-scheme": "dark"], width: 360)
    }

    enum Appearance: CaseIterable {
      case light, dark, printed, contrast, darkContrast

      func set(_ page: Page) throws {
        switch self {
        case .light: try page.emulate()
        case .dark: try page.emulate(["prefers-color-scheme": "dark"])
        case .printed: try page.emulate(print: true)
        case .contrast: try page.emulate(["forced-colors": "active", "prefers-color-scheme": "light"])
        case .darkContrast: try page.emulate(["forced-colors": "active", "prefers-color-scheme": "dark"])
        }
      }
    }

    /// Texts in drawings, of which axe-core judges nothing: against what is drawn behind them (4.5 to 1, WCAG 1.4.3).
    @Test func textInDrawingsStandsOut() throws {
      let page = try MadeReport.country.open().page
      for appearance in Appearance.allCases {
        try appearance.set(page)
        let texts = try Contrast.ofTexts(in: page)
        #expect(texts.count > 100)
        #expect(Set(texts.filter { $0.ratio < 4.5 }.map(\.description)) == [], "\(appearance)")
      }
    }
  }
}
