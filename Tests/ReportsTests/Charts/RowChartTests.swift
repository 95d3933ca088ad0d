import Terms
import Testing

@testable import Reports

/// Charts with a name for each row, and the chart of years.
@Suite struct RowChartTests {
  private func tornado(hasDirection: Bool) -> String {
    let row = TornadoChart.Bar(
      label: "huidig aantal", detail: "", low: 88e6, high: 96e6, hasDirection: hasDirection, tip: "tip")
    let chart = TornadoChart(
      id: "t", title: "", description: "", mean: 92e6, meanText: "92", rows: [row], language: .dutch)
    return chart.chart.content(.wide).text
  }

  /// Ends that belong to no low or high value look like neither. Both used to have the colour of a high one.
  @Test func barsWithoutDirectionAreNeutral() {
    let neutral = tornado(hasDirection: false)
    #expect(neutral.contains("class=\"either\"") && !neutral.contains("class=\"bar\""))
    #expect(!neutral.contains(">hoog<") && !neutral.contains(">laag<"))
    let directed = tornado(hasDirection: true)
    #expect(directed.contains("class=\"bar\"") && directed.contains("class=\"lowend\""))
    #expect(directed.contains(">hoog<") && !directed.contains("either"))
  }

  /// A name goes on in the next line; it used to be cut where names of scenarios begin to differ.
  @Test func namesAreWhole() {
    let name = "Ingroeimodel met vrijval boven de norm en nog wat"
    let row = IntervalChart.Interval(label: name, low: 1, mean: 2, high: 3, text: "€ 2", tip: "", isChosen: false)
    let interval = IntervalChart(
      id: "i", title: "", description: "", rows: [row, row], isCertain: false, language: .dutch)
    for canvas in [Chart.Canvas.wide, .narrow] {
      let text = interval.chart.content(canvas).text
      let lines = text.matches(of: /<text class="l halo"[^>]*>([^<]*)</).map { String($0.1) }
      #expect(lines.joined(separator: " ") == name + " " + name)
      #expect(lines.count == 4)
    }
  }

  private func fan(_ years: Int, isSmall: Bool = false, isCertain: Bool = true) -> String {
    let figures = (0..<years).map {
      FanChart.Year(year: 2027 + $0, p05: 1e6, p25: 2e6, p75: 4e6, p95: 5e6, mean: 3e6, tip: "")
    }
    let chart = FanChart(
      id: "f", title: "", description: "", years: figures, funding: [], isCertain: isCertain, isSmall: isSmall,
      language: .dutch)
    return chart.chart.content(.wide).text
  }

  /// An amount of one year is a bar; it used to be a line that seemed to stand still.
  @Test func oneYearIsABar() throws {
    let bar = try #require(
      fan(1).firstMatch(of: /<rect class="mean" x="[^"]*" y="([^"]*)" width="[^"]*" height="([^"]*)"/))
    // Down to 0, which is at 302.
    #expect(abs(Double(bar.1)! + Double(bar.2)! - 302) < 0.2)
    #expect(!fan(1).contains("class=\"course\""))
    #expect(fan(2).contains("class=\"course\"") && !fan(2).contains("class=\"mean\""))
  }

  /// A small chart draws no more than stands in its table.
  @Test func smallChartsHaveOneBand() {
    #expect(fan(3, isCertain: false).contains("class=\"inner\""))
    #expect(!fan(3, isSmall: true, isCertain: false).contains("class=\"inner\""))
  }
}
