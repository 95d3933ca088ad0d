import CostEngine
import Terms

/// An amount year by year: the band P5-P95, the band P25-P75 (in a large chart) and the mean.
struct FanChart {
  /// A year's figures, EUR.
  struct Year {
    var year: Int
    var p05: Double
    /// Nil where it is not known, as ``p75`` is then.
    var p25: Double?
    var p75: Double?
    var p95: Double
    /// Drawn as the line, so that it is the amount that texts name.
    var mean: Double
    /// Text shown for the year on hover and on focus.
    var tip: String
  }

  var id: String
  var title: String
  var description: String
  var years: [Year]
  /// Mean funding in each year, EUR; empty if there is none.
  var funding: [Double]
  /// Whether nothing was drawn at random; shown as a line without a band.
  var isCertain: Bool
  /// Whether it is one of many small charts, whose marks show the rows of their tables.
  var isSmall = false
  var language: Language

  var chart: Chart {
    Chart(
      id: id, title: title, description: description, isSmall: isSmall, height: { $0.isNarrow ? 250 : 330 },
      content: draw)
  }

  private func draw(_ canvas: Chart.Canvas) -> Markup {
    let height = canvas.isNarrow ? 250.0 : 330
    let (left, right) = (canvas.isNarrow ? 40.0 : 52, canvas.width - (canvas.isNarrow ? 74 : 128))
    let (top, bottom) = (26.0, height - 28)
    let amounts = years.flatMap { [$0.p05, $0.p95, $0.mean] } + funding
    let scale = Scale(amounts, count: canvas.isNarrow ? 4 : 5, from: bottom, to: top)
    let step = (right - left) / Double(years.count)
    func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * step }

    var markup = Chart.verticalAxis(
      scale, left: left, right: right, title: scale.unit.axisTitle(language) + language(nl: " per jaar", en: " a year"),
      language)
    let every = max(1, Int((Double(years.count) * (canvas.isNarrow ? 38 : 44) / (right - left)).rounded(.up)))
    for (index, year) in years.enumerated() where index % every == 0 {
      markup += Chart.label(String(year.year), x: x(index), y: bottom + 18, anchor: .middle, style: "t")
    }
    if !isCertain {
      markup += band(scale, x, step, "band", { $0.p05 }, { $0.p95 })
      if !isSmall, years.allSatisfy({ $0.p25 != nil && $0.p75 != nil }) {
        markup += band(scale, x, step, "inner", { $0.p25! }, { $0.p75! })
      }
    }
    if isCertain && years.count == 1 {
      // A line needs two years.
      let (zero, amount) = (scale(0), scale(years[0].mean))
      markup += Chart.box(x(0) - step / 8, min(zero, amount), step / 4, (zero - amount).magnitude, "mean")
    } else {
      markup += curve(years.map { scale($0.mean) }, x, step, "course")
    }
    if !funding.isEmpty { markup += curve(funding.map { scale($0) }, x, step, "funding") }
    if !isCertain && !isSmall {
      for (index, year) in years.enumerated() {
        markup += Chart.dot(x(index), scale(year.mean), radius: 3)
      }
    }
    markup += endLabels(
      scale, x: x(years.count - 1) + (years.count == 1 ? step / 4 : 0) + 8, within: top...bottom - 2, canvas)
    for (index, year) in years.enumerated() {
      let area = Chart.box(x(index) - step / 2, top, step, bottom - top, "hit")
      markup +=
        isSmall
        ? Chart.mark(nil, area) : Chart.mark(year.tip, area + Chart.line(x(index), top, x(index), bottom, "guide"))
    }
    return markup
  }

  private func band(
    _ scale: Scale, _ x: (Int) -> Double, _ step: Double, _ style: String, _ low: (Year) -> Double,
    _ high: (Year) -> Double
  ) -> Markup {
    if years.count == 1 {
      let year = years[0]
      return Chart.box(
        x(0) - step / 4, scale(high(year)), step / 2,
        scale(low(year)) - scale(high(year)), style)
    }
    let upper = years.indices.map { (x: x($0), y: scale(high(years[$0]))) }
    let lower = years.indices.reversed().map { (x: x($0), y: scale(low(years[$0]))) }
    return Chart.path(upper + lower, isClosed: true, style)
  }

  private func curve(_ heights: [Double], _ x: (Int) -> Double, _ step: Double, _ style: String) -> Markup {
    if heights.count == 1 { return Chart.line(x(0) - step / 4, heights[0], x(0) + step / 4, heights[0], style) }
    return Chart.path(heights.enumerated().map { (x: x($0), y: $1) }, style)
  }

  /// The names of the lines, at their right ends.
  ///
  /// - Parameter bounds: range of heights in which the labels stay.
  private func endLabels(
    _ scale: Scale, x: Double, within bounds: ClosedRange<Double>, _ canvas: Chart.Canvas
  ) -> Markup {
    guard let last = years.last else { return "" }
    var labels: [(text: String, value: Double, style: String)] = []
    if isCertain {
      labels.append((language(nl: "meerkosten", en: "extra cost"), last.mean, "l strong"))
    } else {
      labels.append((canvas.isNarrow ? "P95" : language(nl: "hoog (P95)", en: "high (P95)"), last.p95, "l"))
      labels.append((language(nl: "verwacht", en: "expected"), last.mean, "l strong"))
      labels.append((canvas.isNarrow ? "P5" : language(nl: "laag (P5)", en: "low (P5)"), last.p05, "l"))
    }
    if let funding = funding.last { labels.append((language(nl: "middelen", en: "funding"), funding, "l fund")) }
    let heights = Chart.spread(labels.map { scale($0.value) }, apart: 15, within: bounds)
    return Markup(zip(labels, heights).map { Chart.label($0.text, x: x, y: $1 + 4, style: $0.style) })
  }
}
