import Terms
import Testing

@testable import Reports

@Suite struct ExceedanceChartTests {
  private func drawing(_ curve: [Double], limit: (amount: Double, text: String)? = nil) -> String {
    let chart = ExceedanceChart(
      id: "k", title: "", description: "", curve: curve, limit: limit, tips: [(49, "de helft")],
      axisTitle: { _ in "euro" }, language: .dutch)
    return chart.chart.content(.wide).text
  }

  private func points(_ drawing: String, _ style: String) -> [(x: Double, y: Double)] {
    drawing.matches(of: /<path class="([a-z]+)"[^>]* d="([^"]*)"/).filter { $0.1 == style }.flatMap { path in
      path.2.matches(of: /[ML](-?[0-9.]+) (-?[0-9.]+)/).map { (Double($0.1)!, Double($0.2)!) }
    }
  }

  /// The curve is what is known: from 99 % to 1 %. It used to fall to 0 % at the end of the axis, as if no more were
  /// possible.
  @Test func endsAreNotInvented() throws {
    let drawing = drawing((1...99).map { Double($0) * 2.5e6 })
    let points = points(drawing, "course")
    let (first, last) = (try #require(points.first), try #require(points.last))
    // The axis of shares runs from 28 (100 %) to 276 (0 %): a hundredth is 2.48 pixels.
    #expect(abs(first.y - 30.48) < 0.1 && abs(last.y - 273.52) < 0.1)
    #expect(points.count == 21)
    #expect(!drawing.contains("class=\"area\""))
  }

  /// The axis goes on beyond the curve. P99 used to stand on its edge where it was a round amount.
  @Test func theAxisGoesOn() throws {
    let points = points(drawing((1...99).map { Double($0 + 1) * 1e6 }), "course")
    // The axis runs from 52 to 740; a twentieth of the curve is left on either side at least.
    let (first, last) = (try #require(points.first).x, try #require(points.last).x)
    #expect(first > 52 + 20 && last < 740 - 20)
  }

  /// A label breaks nowhere within its chance.
  @Test func chanceIsNotBroken() {
    let text = "links hiervan zijn de middelen genoeg: kans\u{a0}<\u{a0}1\u{a0}%"
    #expect(
      drawing((1...99).map { Double($0) * 1e6 }, limit: (0, text)).contains(">kans\u{a0}&lt;\u{a0}1\u{a0}%</text>"))
  }
}
