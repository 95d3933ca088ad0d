import CostEngine
import Terms

/// The probability that an amount is exceeded: an exceedance curve, from 99 % to 1 %. The range beyond is known less
/// well and is not drawn.
struct ExceedanceChart {
  var id: String
  var title: String
  var description: String
  /// The amounts that 1 %, 2 %, ... 99 % of the draws do not exceed, EUR; ascending.
  var curve: [Double]
  /// An amount to mark, EUR, with its label; nil for none.
  var limit: (amount: Double, text: String)?
  /// Texts shown at amounts on hover and on focus, each with its index in `curve`.
  var tips: [(index: Int, text: String)]
  var axisTitle: (AmountUnit) -> String
  var language: Language

  var chart: Chart {
    Chart(id: id, title: title, description: description, height: { $0.isNarrow ? 260 : 320 }, content: draw)
  }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let height = canvas.isNarrow ? 260.0 : 320
    let (left, right) = (52.0, canvas.width - 20)
    let (top, bottom) = (28.0, height - 44)
    // The curve ends where draws become few, not where amounts end: the axis extends beyond it.
    let margin = (curve[98] - curve[0]) / 20
    let x = Scale(
      [curve[0] - margin, curve[98] + margin] + (limit.map { [$0.amount] } ?? []), includesZero: false,
      count: canvas.isNarrow ? 4 : 7, from: left, to: right)
    func y(_ share: Double) -> Double { bottom - (bottom - top) * share }
    var markup = Chart.horizontalAxis(x, top: top, bottom: bottom, title: axisTitle(x.unit), language)
    markup += Chart.label(
      language(nl: "kans dat het bedrag hoger is", en: "chance that the amount is higher"), x: 0, y: 12, style: "t")
    for quarter in 0...4 {
      let share = Double(quarter) / 4
      markup += Chart.line(left, y(share), right, y(share), quarter == 0 ? "zero" : "grid")
      markup += Chart.label(
        "\(quarter * 25)" + language(nl: "\u{a0}%", en: "%"), x: left - 7, y: y(share) + 4, anchor: .end, style: "t")
    }
    // Every fifth percentile: finer steps would show the noise of the draws rather than the amount.
    let steps = [0] + Array(stride(from: 4, to: 95, by: 5)) + [98]
    let points = steps.map { (x: x(curve[$0]), y: y(1 - Double($0 + 1) / 100)) }
    markup += Chart.path(points, "course")
    if let limit {
      let place = x(limit.amount)
      markup += Chart.line(place, top - 6, place, bottom, "funding")
      let isRight = place > (left + right) / 2
      let lines = Chart.lines(limit.text, width: canvas.isNarrow ? 16 : 24, atMost: 4)
      // On the side away from the curve: below it where it is high, above it where it is low.
      let isHigh = Double(curve.count { $0 <= limit.amount }) < 50
      let first = isHigh ? bottom - 8 - 15 * Double(lines.count - 1) : top + 8
      markup += Chart.labels(
        lines, x: place + (isRight ? -6 : 6), y: first, anchor: isRight ? .end : .start, style: "l fund halo")
    }
    let widths = tips.indices.map { tip -> (Double, Double) in
      let before = tip == 0 ? left : (x(curve[tips[tip - 1].index]) + x(curve[tips[tip].index])) / 2
      let after = tip + 1 == tips.count ? right : (x(curve[tips[tip].index]) + x(curve[tips[tip + 1].index])) / 2
      return (before, max(1, after - before))
    }
    for (tip, (start, width)) in zip(tips, widths) {
      let place = (x: x(curve[tip.index]), y: y(1 - Double(tip.index + 1) / 100))
      markup += Chart.mark(
        tip.text,
        Chart.box(start, top, width, bottom - top, "hit")
          + Chart.dot(place.x, place.y, radius: 3.5))
    }
    return markup
  }
}
