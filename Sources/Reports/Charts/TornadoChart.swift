import CostEngine

/// What moves an amount most: for each input what the expected amount is where it is low, and where it is high.
struct TornadoChart {
  struct Row {
    var label: String
    /// What it stands for, on a line of its own; blank for nothing.
    var detail: String
    /// The expected amount where the input is low and high, EUR.
    var low: Double
    var high: Double
    /// Whether these are a low and a high value of one input.
    var hasDirection: Bool
    var tip: String
  }

  var id: String
  var title: String
  var description: String
  /// The expected amount, EUR.
  var mean: Double
  var meanText: String
  var rows: [Row]
  var language: Language

  var chart: Chart {
    Chart(id: id, title: title, description: description, height: height, content: draw)
  }

  private func pitch(_ canvas: Chart.Canvas) -> Double { canvas.isNarrow ? 50 : 38 }

  private func height(_ canvas: Chart.Canvas) -> Double { Double(rows.count) * pitch(canvas) + 72 }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let left = canvas.isNarrow ? 34.0 : 290
    let right = canvas.width - (canvas.isNarrow ? 34 : 48)
    let pitch = pitch(canvas)
    let bottom = Double(rows.count) * pitch + 30
    let scale = Scale(
      rows.flatMap { [$0.low, $0.high] } + [mean], includesZero: false, count: canvas.isNarrow ? 3 : 6, from: left,
      to: right)
    var markup = Chart.horizontalAxis(
      scale, top: 22, bottom: bottom, title: scale.unit.axisTitle(language), language)
    markup += Chart.label(
      language(nl: "verwacht: ", en: "expected: ") + meanText, x: scale(mean), y: 12, anchor: .middle, style: "l strong"
    )
    for (index, row) in rows.enumerated() {
      let top = Double(index) * pitch + (canvas.isNarrow ? 46 : 30)
      var piece: Markup = ""
      for (end, isHigh) in [(row.low, false), (row.high, true)] {
        let style = !row.hasDirection ? "bar" : isHigh ? "bar" : "lowend"
        piece += Chart.box(min(scale(end), scale(mean)), top, (scale(end) - scale(mean)).magnitude, 18, style)
        guard row.hasDirection else { continue }
        let isLeft = isHigh == (row.high < row.low)
        piece += Chart.label(
          isHigh ? language(nl: "hoog", en: "high") : language(nl: "laag", en: "low"),
          x: scale(end) + (isLeft ? -4 : 4), y: top + 13, anchor: isLeft ? .end : .start, style: "t")
      }
      if canvas.isNarrow {
        let line = Chart.lines(row.label, width: 44, atMost: 1)[0]
        piece += Chart.label(line, x: 0, y: top - 6, style: "l halo")
      } else {
        let detail = row.detail.isEmpty ? [] : Chart.lines(row.detail, width: 46, atMost: 1)
        let lines = Chart.lines(row.label, width: 42, atMost: detail.isEmpty ? 2 : 1) + detail
        for (number, line) in lines.enumerated() {
          piece += Chart.label(
            line, x: 0, y: top + 14 + (Double(number) - Double(lines.count - 1) / 2) * 15,
            style: number > 0 && !detail.isEmpty ? "t" : "l")
        }
      }
      piece += Chart.box(0, top - (canvas.isNarrow ? 20 : 10), canvas.width, pitch, "hit")
      markup += Chart.mark(row.tip, piece)
    }
    return markup + Chart.line(scale(mean), 18, scale(mean), bottom, "expected")
  }
}
