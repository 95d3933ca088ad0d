import Terms
import Testing

@testable import Reports

@Suite struct BridgeChartTests {
  private func rows(_ now: Double, _ steps: [Double]) -> [BridgeChart.Bar] {
    var level = now
    var rows = [BridgeChart.Bar(label: "nu", from: 0, to: now, kind: .whole, text: "", tip: "nu")]
    for (number, step) in steps.enumerated() {
      rows.append(.init(label: "stap \(number)", from: level, to: level + step, kind: .step, text: "", tip: "stap"))
      level += step
    }
    return rows + [.init(label: "straks", from: 0, to: level, kind: .whole, text: "", tip: "straks")]
  }

  private func drawing(_ rows: [BridgeChart.Bar], beside others: [[BridgeChart.Bar]] = []) -> String {
    let chart = BridgeChart(
      id: "b", title: "", description: "", rows: rows, axis: BridgeChart.Axis([rows] + others), language: .dutch)
    return chart.chart.content(.wide).text
  }

  private func widths(_ drawing: String, _ style: String) -> [Double] {
    drawing.matches(of: /<rect class="([a-z]+)" x="[^"]*" y="[^"]*" width="([^"]*)"/)
      .filter { $0.1 == style }.map { Double($0.2)! }
  }

  /// Bars are as long as their amounts. From 228 to 318 the axis used to begin at 220: the first was a thirteenth of the
  /// last.
  @Test func barsBeginAtZero() {
    let drawing = drawing(rows(228e6, [50e6, 40e6]))
    let wholes = widths(drawing, "whole")
    // Each is rounded to a tenth of a pixel, and is hundreds long.
    #expect(abs(wholes[0] / wholes[1] - 228.0 / 318) < 0.002)
    #expect(!drawing.contains("begint niet bij 0") && !drawing.contains("break"))
  }

  /// Bridges beside each other have one scale; each used to have its own, and some were cut and others not.
  @Test func bridgesHaveOneScale() {
    let (much, little) = (rows(100e6, [100e6]), rows(100e6, [1e6]))
    let drawings = [drawing(much, beside: [little]), drawing(little, beside: [much])]
    #expect(widths(drawings[0], "whole")[0] == widths(drawings[1], "whole")[0])
    #expect(!drawings[1].contains("break"))
  }

  /// Steps that could not be seen are shown on an axis that is cut, and so are the bars.
  @Test func aCutIsSeenInTheBars() {
    let drawing = drawing(rows(100e6, [1e6, 2e6]))
    #expect(drawing.contains("begint niet bij 0"))
    #expect(drawing.matches(of: /class="break"/).count == 2)
    let steps = widths(drawing, "bar")
    #expect(abs(steps[1] / steps[0] - 2) < 0.01 && steps[0] > 50)
  }

  /// Nothing that changes nothing is cut: there is nothing to see in it.
  @Test func withoutSteps() {
    #expect(!drawing(rows(100e6, [])).contains("break"))
    #expect(!drawing(rows(0, [5e6, -5e6])).contains("break"))
  }
}
