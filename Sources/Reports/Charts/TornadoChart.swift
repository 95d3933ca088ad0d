import CostEngine
import Terms

/// The inputs that move an amount most: for each input the expected amount if it is low, and if it is high.
struct TornadoChart {
  struct Bar {
    var label: String
    /// What the input stands for, on a line of its own; blank for none.
    var detail: String
    /// The expected amount if the input is low and high, EUR; without direction the lowest and highest expected amount.
    var low: Double
    var high: Double
    /// Whether these correspond to a low and a high value of one input.
    var hasDirection: Bool
    var tip: String
  }

  var id: String
  var title: String
  var description: String
  /// The expected amount, EUR.
  var mean: Double
  var meanText: String
  var rows: [Bar]
  var language: Language

  var chart: Chart {
    Chart(id: id, title: title, description: description, height: { tops($0)[rows.count] + 52 }, content: draw)
  }

  /// Lines of a row's name and of its detail.
  private func lines(_ row: Bar, _ canvas: Chart.Canvas) -> (name: [String], detail: [String]) {
    (
      Chart.lines(row.label, width: canvas.isNarrow ? 46 : 42, atMost: 2),
      row.detail.isEmpty ? [] : Chart.lines(row.detail, width: 46, atMost: 3)
    )
  }

  private func tops(_ canvas: Chart.Canvas) -> [Double] {
    let heights = rows.map { row in
      let lines = lines(row, canvas)
      let text = Chart.lineHeight * Double(lines.name.count + lines.detail.count)
      return canvas.isNarrow ? text + 35 : max(38, text + 12)
    }
    return Chart.tops(heights, from: canvas.isNarrow ? 26 : 20)
  }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let left = canvas.isNarrow ? 34.0 : 290
    let right = canvas.width - (canvas.isNarrow ? 34 : 48)
    let tops = tops(canvas)
    let bottom = tops[rows.count] + 10
    let scale = Scale(
      rows.flatMap { [$0.low, $0.high] } + [mean], includesZero: false, count: canvas.isNarrow ? 3 : 6, from: left,
      to: right)
    var markup = Chart.horizontalAxis(
      scale, top: 22, bottom: bottom, title: scale.unit.axisTitle(language), language)
    markup += Chart.label(
      language(nl: "verwacht: ", en: "expected: ") + meanText, x: scale(mean), y: 12, anchor: .middle, style: "l strong"
    )
    let expected = scale(mean)
    if !canvas.isNarrow { markup += Chart.line(expected, 18, expected, bottom, "expected") }
    for (index, row) in rows.enumerated() {
      let (name, detail) = lines(row, canvas)
      let text = Chart.lineHeight * Double(name.count + detail.count)
      let top = canvas.isNarrow ? tops[index] + text + 6 : (tops[index] + tops[index + 1]) / 2 - 9
      var piece: Markup = ""
      if row.hasDirection {
        for (end, isHigh) in [(row.low, false), (row.high, true)] {
          piece += Chart.box(
            min(scale(end), expected), top, (scale(end) - expected).magnitude, 18, isHigh ? "bar" : "lowend")
          let isLeft = isHigh == (row.high < row.low)
          piece += Chart.label(
            isHigh ? language(nl: "hoog", en: "high") : language(nl: "laag", en: "low"),
            x: scale(end) + (isLeft ? -4 : 4), y: top + 13, anchor: isLeft ? .end : .start, style: "t halo")
        }
      } else {
        piece += Chart.box(
          scale(min(row.low, row.high)), top, (scale(row.high) - scale(row.low)).magnitude, 18, "either")
      }
      // On a narrow page the line would run through the names.
      piece += Chart.line(expected, top - 3, expected, top + 21, "expected")
      let first = canvas.isNarrow ? tops[index] + 12 : top + 13.5 - (text - Chart.lineHeight) / 2
      piece += Chart.labels(name, x: 0, y: first, style: "l halo")
      piece += Chart.labels(
        detail, x: 0, y: first + Chart.lineHeight * Double(name.count), style: "t halo")
      piece += Chart.box(0, tops[index], canvas.width, tops[index + 1] - tops[index], "hit")
      markup += Chart.mark(row.tip, piece)
    }
    return markup
  }
}
