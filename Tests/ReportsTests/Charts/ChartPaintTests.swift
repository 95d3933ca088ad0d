import FoundationEssentials
import Terms
import Testing

@testable import Reports

/// A site may forbid the page's style: drawings used to fill the window then, in black.
@Suite struct ChartPaintTests {
  private static let pages: [String] = [Language.dutch, .english].flatMap { language in
    [nil, 1].map { place in
      let page = ReportPageTests.page(place: place, language)
      return String(
        decoding: ReportPage.bytes(page.content, place: page.place, opening: 0, language: language), as: UTF8.self)
    }
  }

  @Test func everyDrawingHasASize() {
    for page in Self.pages {
      let drawings = page.matches(of: /<svg[^>]*>/).map { String($0.0) }
      #expect(drawings.count > 10)
      for drawing in drawings {
        #expect(drawing.contains(/\ width="\d+(\.\d)?" height="\d+(\.\d)?"/), "\(drawing)")
        // Of the two drawings of a chart one is shown.
        #expect(drawing.contains("class=\"narrow\"") == drawing.contains(" display=\"none\""), "\(drawing)")
      }
    }
  }

  /// A line without colour is not drawn, and a shape without one is black.
  @Test func everyShapeHasItsColour() {
    for page in Self.pages {
      let body = page.components(separatedBy: "<body")[1]
      for match in body.matches(of: /<(rect|line|circle|path) [^>]*>/) {
        let shape = String(match.0)
        // The mark of where a pointer is; it is seen with the style only.
        if shape.contains("class=\"guide\"") { continue }
        if shape.contains("class=\"hit\"") { #expect(shape.contains(" fill=\"none\"")) }
        let isLine = match.1 == "line"
        let isOfTheLogo = shape.contains("d=\"M2 14c3.3")
        #expect(isOfTheLogo || shape.contains(isLine ? " stroke=\"#" : " fill=\""), "\(shape)")
      }
    }
  }

  /// Attributes are for a page without style: the style has a rule for each class that has one.
  @Test func theStyleOverrulesThem() {
    for style in ["grid", "zero", "course", "funding", "dot", "save", "band", "inner", "mean", "whole", "s0", "s4"] {
      #expect(!Chart.paint(style).text.isEmpty)
      #expect(PageCode.style.contains(".\(style){"), "\(style)")
    }
    #expect(Chart.paint("l strong").text.isEmpty && Chart.paint("tile s3 chosen").text == Chart.paint("s3").text)
  }
}
