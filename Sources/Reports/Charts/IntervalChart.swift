import CostEngine
import Terms

/// Amounts one below the other: each a mean with its band P5-P95, on one axis.
struct IntervalChart {
  struct Interval {
    var label: String
    /// EUR.
    var low: Double
    var mean: Double
    var high: Double
    /// Text beside the row.
    var text: String
    var tip: String
    /// Whether it is the row that the page is about.
    var isChosen: Bool
  }

  var id: String
  var title: String
  var description: String
  var rows: [Interval]
  var isCertain: Bool
  var language: Language

  var chart: Chart {
    Chart(id: id, title: title, description: description, height: { tops($0)[rows.count] + 46 }, content: draw)
  }

  private func lines(_ row: Interval, _ canvas: Chart.Canvas) -> [String] {
    Chart.lines(row.label, width: canvas.isNarrow ? 32 : 30, atMost: 3)
  }

  private func tops(_ canvas: Chart.Canvas) -> [Double] {
    let heights = rows.map { row in
      let name = Chart.lineHeight * Double(lines(row, canvas).count)
      return canvas.isNarrow ? name + 39 : max(44, name + 8)
    }
    return Chart.tops(heights, from: 0)
  }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let left = canvas.isNarrow ? 12.0 : 230
    let right = canvas.width - (canvas.isNarrow ? 22 : 110)
    let tops = tops(canvas)
    let bottom = tops[rows.count] + 6
    let scale = Scale(
      rows.flatMap { [$0.low, $0.mean, $0.high] }, count: canvas.isNarrow ? 4 : 6, from: left, to: right)
    var markup = Chart.horizontalAxis(scale, top: 4, bottom: bottom, title: scale.unit.axisTitle(language), language)
    for (index, row) in rows.enumerated() {
      let name = lines(row, canvas)
      let extra = Chart.lineHeight * Double(name.count - 1)
      let y = canvas.isNarrow ? tops[index] + 36 + extra : (tops[index] + tops[index + 1]) / 2
      var piece: Markup = ""
      if !isCertain { piece += Chart.box(scale(row.low), y - 7, scale(row.high) - scale(row.low), 14, "band") }
      if isCertain {
        piece += Chart.box(min(scale(0), scale(row.mean)), y - 7, (scale(row.mean) - scale(0)).magnitude, 14, "bar")
      } else {
        piece += Chart.box(scale(row.mean) - 2, y - 11, 4, 22, "mean")
      }
      let style = row.isChosen ? "l strong" : "l"
      let first = canvas.isNarrow ? y - 16 - extra : y + 4 - extra / 2
      piece += Chart.labels(name, x: 0, y: first, style: style + " halo")
      piece += Chart.label(
        row.text, x: canvas.width, y: canvas.isNarrow ? first : y + 4, anchor: .end, style: "l strong halo")
      piece += Chart.box(0, tops[index], canvas.width, tops[index + 1] - tops[index], "hit")
      markup += Chart.mark(row.tip, piece)
    }
    return markup
  }
}
