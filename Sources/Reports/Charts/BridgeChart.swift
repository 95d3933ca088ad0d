import CostEngine

/// How one amount becomes another, step by step: a bridge (waterfall) with a row for each step.
struct BridgeChart {
  struct Row {
    enum Kind { case whole, step }

    var label: String
    /// Where the bar begins and ends, EUR.
    var from: Double
    var to: Double
    var kind: Kind
    /// As it stands beside the bar.
    var text: String
    var tip: String
  }

  var id: String
  var title: String
  var description: String
  var rows: [Row]
  var language: Language

  var chart: Chart {
    Chart(id: id, title: title, description: description, height: height, content: draw)
  }

  private func pitch(_ canvas: Chart.Canvas) -> Double { canvas.isNarrow ? 46 : 32 }

  private func height(_ canvas: Chart.Canvas) -> Double { Double(rows.count) * pitch(canvas) + 62 }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let left = canvas.isNarrow ? 12.0 : 230
    let right = canvas.width - (canvas.isNarrow ? 22 : 96)
    let pitch = pitch(canvas)
    let bottom = Double(rows.count) * pitch + 20
    // The wholes may be far from 0 and the steps small beside them: then the axis begins nearer, and says so.
    let ends = rows.flatMap { [$0.from, $0.to] }
    let inner = rows.filter { $0.kind == .step }.flatMap { [$0.from, $0.to] }
    let span = (inner.max() ?? 0) - (inner.min() ?? 0)
    let isCut = (inner.min() ?? 0) > 2 * span && span > 0
    let scale = Scale(
      isCut ? inner : ends, includesZero: !isCut, count: canvas.isNarrow ? 4 : 6, from: left, to: right)
    let note = isCut ? language(nl: " (de as begint niet bij 0)", en: " (the axis does not begin at 0)") : ""
    var markup = Chart.horizontalAxis(
      scale, top: 16, bottom: bottom, title: scale.unit.axisTitle(language) + note, language)
    func x(_ amount: Double) -> Double { min(max(scale(amount), left), right) }
    for (index, row) in rows.enumerated() {
      let top = Double(index) * pitch + (canvas.isNarrow ? 36 : 24)
      let height = canvas.isNarrow ? 14.0 : 16
      let start = row.kind == .whole ? (isCut ? scale.low : 0) : row.from
      let style = row.kind == .whole ? "whole" : row.to < row.from ? "save" : "bar"
      var piece = Chart.box(min(x(start), x(row.to)), top, max(1.5, (x(row.to) - x(start)).magnitude), height, style)
      if canvas.isNarrow {
        piece += Chart.label(row.label, x: 0, y: top - 6, style: row.kind == .whole ? "l strong halo" : "l halo")
        piece += Chart.label(row.text, x: canvas.width, y: top - 6, anchor: .end, style: "l strong halo")
      } else {
        piece += Chart.label(row.label, x: 0, y: top + 12, style: row.kind == .whole ? "l strong" : "l")
        piece += Chart.label(row.text, x: canvas.width, y: top + 12, anchor: .end, style: "l strong")
      }
      piece += Chart.box(0, top - (canvas.isNarrow ? 20 : 8), canvas.width, pitch, "hit")
      markup += Chart.mark(row.tip, piece)
      if index + 1 < rows.count {
        markup += Chart.line(x(row.to), top + height, x(row.to), top + pitch, "link")
      }
    }
    return markup
  }
}
