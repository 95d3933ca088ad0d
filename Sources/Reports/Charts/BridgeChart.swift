import CostEngine
import Terms

/// How one amount becomes another, step by step: a bridge (waterfall) with a row for each step.
struct BridgeChart {
  struct Bar {
    enum Kind { case whole, step }

    var label: String
    /// Where the bar begins and ends, EUR.
    var from: Double
    var to: Double
    var kind: Kind
    /// Text beside the bar.
    var text: String
    var tip: String
  }

  /// The axis shared by several bridges, so that their bars can be compared.
  struct Axis {
    /// The amounts that it must include, EUR.
    let amounts: [Double]
    /// Whether it leaves out the range between 0 and the steps.
    let isCut: Bool

    /// Starts at 0, without which the lengths of bars would be meaningless. Only if all steps together would take up
    /// less than a twentieth of the axis, and so be invisible, are the axis and the bars cut.
    init(_ bridges: [[Bar]]) {
      let rows = bridges.joined()
      let ends = rows.flatMap { [$0.from, $0.to] }
      let steps = rows.filter { $0.kind == .step }.flatMap { [$0.from, $0.to] }
      let length = max(ends.max() ?? 0, 0) - min(ends.min() ?? 0, 0)
      let (low, high) = (steps.min() ?? 0, steps.max() ?? 0)
      isCut = low > 0 && high > low && high - low < length / 20
      amounts = isCut ? steps : ends
    }
  }

  var id: String
  var title: String
  var description: String
  var rows: [Bar]
  var axis: Axis
  var language: Language

  var chart: Chart {
    Chart(id: id, title: title, description: description, height: { tops($0)[rows.count] + 46 }, content: draw)
  }

  private func lines(_ row: Bar, _ canvas: Chart.Canvas) -> [String] {
    Chart.lines(row.label, width: canvas.isNarrow ? 34 : 33, atMost: 2)
  }

  private func tops(_ canvas: Chart.Canvas) -> [Double] {
    let heights = rows.map { row in
      (canvas.isNarrow ? 31 : 17) + Chart.lineHeight * Double(lines(row, canvas).count)
    }
    return Chart.tops(heights, from: 16)
  }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let left = canvas.isNarrow ? 0.0 : 230
    let right = canvas.width - (canvas.isNarrow ? 22 : 96)
    let tops = tops(canvas)
    let thickness = canvas.isNarrow ? 14.0 : 16
    let scale = Scale(
      axis.amounts, includesZero: !axis.isCut, count: canvas.isNarrow ? 4 : 6, from: left, to: right)
    let note = axis.isCut ? language(nl: " (de as begint niet bij 0)", en: " (the axis does not begin at 0)") : ""
    func x(_ amount: Double) -> Double { min(max(scale(amount), left), right) }
    /// Top of a row's bar; on a narrow page the bar is below the row's name.
    func bar(_ index: Int) -> Double {
      let name = Chart.lineHeight * Double(lines(rows[index], canvas).count)
      return canvas.isNarrow ? tops[index] + name + 6 : (tops[index] + tops[index + 1] - thickness) / 2
    }
    var markup = Chart.horizontalAxis(
      scale, top: 16, bottom: tops[rows.count], title: scale.unit.axisTitle(language) + note, language)
    for index in rows.indices.dropLast() {
      let end = x(rows[index].to)
      let (from, to) = (bar(index) + thickness, bar(index + 1))
      // On a narrow page names and amounts may overlap it: letters are about seven pixels wide.
      let name = lines(rows[index + 1], canvas).map { $0.count }.max() ?? 0
      let isCrossed =
        canvas.isNarrow
        && (end < 7 * Double(name) || end > canvas.width - 7.5 * Double(rows[index + 1].text.count))
      markup += Chart.line(end, from, end, isCrossed ? tops[index + 1] : to, "link")
      if isCrossed { markup += Chart.line(end, to - 3, end, to, "link") }
    }
    for (index, row) in rows.enumerated() {
      let isWhole = row.kind == .whole
      let top = bar(index)
      let start = isWhole ? (axis.isCut ? scale.low : 0) : row.from
      let fill = isWhole ? "whole" : row.to < row.from ? "save" : "bar"
      var piece = Chart.box(
        min(x(start), x(row.to)), top, max(1.5, (x(row.to) - x(start)).magnitude), thickness, fill)
      if isWhole && axis.isCut {
        let ends = [(x: left + 14, y: top + thickness + 2), (x: left + 20, y: top - 2)]
        piece += Chart.path(
          ends + ends.reversed().map { (x: $0.x + 5, y: $0.y) }, isClosed: true, "break")
      }
      let name = lines(row, canvas)
      let style = isWhole ? "l strong halo" : "l halo"
      let first =
        canvas.isNarrow
        ? tops[index] + 12 : top + thickness / 2 + 4.5 - Chart.lineHeight * Double(name.count - 1) / 2
      piece += Chart.labels(name, x: 0, y: first, style: style)
      piece += Chart.label(
        row.text, x: canvas.width, y: canvas.isNarrow ? first : top + thickness / 2 + 4.5, anchor: .end,
        style: "l strong halo")
      piece += Chart.box(0, tops[index], canvas.width, tops[index + 1] - tops[index], "hit")
      markup += Chart.mark(row.tip, piece)
    }
    return markup
  }
}
