import CostEngine

/// Amounts below each other: a mean with its band P5-P95 on one axis.
struct IntervalChart {
  struct Row {
    var label: String
    /// EUR.
    var low: Double
    var mean: Double
    var high: Double
    /// As it stands beside the row.
    var text: String
    var tip: String
    /// Whether it is the one that the page is about.
    var isChosen: Bool
  }

  var id: String
  var title: String
  var description: String
  var rows: [Row]
  var isCertain: Bool
  var language: Language

  private let rowHeight = 44.0

  var chart: Chart {
    Chart(id: id, title: title, description: description, height: height, content: draw)
  }

  private func height(_ canvas: Chart.Canvas) -> Double {
    Double(rows.count) * (canvas.isNarrow ? 54 : rowHeight) + 46
  }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let left = canvas.isNarrow ? 12.0 : 230
    let right = canvas.width - (canvas.isNarrow ? 22 : 110)
    let bottom = height(canvas) - 40
    let scale = Scale(
      rows.flatMap { [$0.low, $0.mean, $0.high] }, count: canvas.isNarrow ? 4 : 6, from: left, to: right)
    var markup = Chart.horizontalAxis(scale, top: 4, bottom: bottom, title: scale.unit.axisTitle(language), language)
    for (index, row) in rows.enumerated() {
      let pitch = canvas.isNarrow ? 54 : rowHeight
      let y = Double(index) * pitch + (canvas.isNarrow ? 36 : pitch / 2)
      var piece: Markup = ""
      if !isCertain { piece += Chart.box(scale(row.low), y - 7, scale(row.high) - scale(row.low), 14, "band") }
      if isCertain {
        piece += Chart.box(min(scale(0), scale(row.mean)), y - 7, (scale(row.mean) - scale(0)).magnitude, 14, "bar")
      } else {
        piece += Chart.box(scale(row.mean) - 2, y - 11, 4, 22, "mean")
      }
      let style = row.isChosen ? "l strong" : "l"
      if canvas.isNarrow {
        piece += Chart.label(Chart.lines(row.label, width: 34, atMost: 1)[0], x: 0, y: y - 16, style: style + " halo")
        piece += Chart.label(row.text, x: canvas.width, y: y - 16, anchor: .end, style: "l strong halo")
      } else {
        let lines = Chart.lines(row.label, width: 30, atMost: 2)
        for (number, line) in lines.enumerated() {
          piece += Chart.label(
            line, x: 0, y: y + 4 + (Double(number) - Double(lines.count - 1) / 2) * 15, style: style)
        }
        piece += Chart.label(row.text, x: canvas.width, y: y + 4, anchor: .end, style: "l strong")
      }
      piece += Chart.box(0, y - (canvas.isNarrow ? 30 : pitch / 2), canvas.width, pitch, "hit")
      markup += Chart.mark(row.tip, piece)
    }
    return markup
  }
}
