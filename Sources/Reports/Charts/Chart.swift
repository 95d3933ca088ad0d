import CostEngine
import Terms

/// A chart: an SVG for a wide page and one for a narrow one, a title, and a description in words.
///
/// The page's style shows only one of the two. Colours and fonts come from the style too, so that they follow dark mode
/// and print; attributes stand for it where it is not applied.
struct Chart {
  /// What a chart is drawn on.
  struct Canvas {
    let width: Double
    var isNarrow: Bool { width < 500 }

    static let wide = Canvas(width: 760)
    static let narrow = Canvas(width: 320)
  }

  /// Unique within the page.
  var id: String
  /// One line, as a heading.
  var title: String
  /// A description of what the chart shows, for readers who cannot see it.
  var description: String
  /// Whether only the narrow version is drawn, however wide the page is.
  var isSmall = false
  /// The canvas for a wide page.
  var wide = Canvas.wide
  var height: (Canvas) -> Double
  var content: (Canvas) -> Markup

  /// The two drawings. Without the page's style the narrow one is not shown.
  var markup: Markup { isSmall ? drawing(.narrow, "small") : drawing(wide, "wide") + drawing(.narrow, "narrow") }

  private func drawing(_ canvas: Canvas, _ kind: String) -> Markup {
    let name = id + "-" + kind
    return """
      <svg class="\(kind)"\(Self.size(canvas.width, height(canvas)))\(kind == "narrow" ? " display=\"none\"" as Markup : "") \
      font-family="sans-serif" font-size="13" preserveAspectRatio="xMinYMid" \
      viewBox="0 0 \(canvas.width) \(height(canvas))" role="group" \
      aria-labelledby="\(name)-t" aria-describedby="\(name)-d">\
      <title id="\(name)-t">\(title)</title><desc id="\(name)-d">\(description)</desc>\(content(canvas))</svg>
      """
  }

  // MARK: Parts

  enum Anchor: String { case start, middle, end }

  static func label(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "l"
  ) -> Markup {
    switch anchor {
    case .start: return "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\"\(paint(style))>\(text)</text>"
    default:
      return
        "<text class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\"\(paint(style))>\(text)</text>"
    }
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> Markup {
    "<line class=\"\(style)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"\(paint(style))/>"
  }

  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) -> Markup {
    "<rect class=\"\(style)\" x=\"\(x)\" y=\"\(y)\" width=\"\(max(0, width))\" height=\"\(height)\"\(paint(style))/>"
  }

  static func path(_ points: [(x: Double, y: Double)], isClosed: Bool = false, _ style: String) -> Markup {
    var data: Markup = ""
    for (index, point) in points.enumerated() {
      data += index == 0 ? "M\(point.x) \(point.y)" : "L\(point.x) \(point.y)"
    }
    return "<path class=\"\(style)\" d=\"\(data)\(isClosed ? "Z" as Markup : "")\"\(paint(style))/>"
  }

  static func dot(_ x: Double, _ y: Double, radius: Double) -> Markup {
    "<circle class=\"dot\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"\(paint("dot"))/>"
  }

  /// A mark that shows its figures on hover and on keyboard focus. If `tip` is nil, these are the row of the chart's
  /// table with the same number as the mark.
  static func mark(_ tip: String?, _ content: Markup) -> Markup {
    "<g class=\"mark\"\(tip.map { " data-tip=\"\($0)\"" as Markup })>\(content)</g>"
  }

  /// The ticks of a horizontal axis, with grid lines over the height of the chart.
  static func horizontalAxis(_ scale: Scale, top: Double, bottom: Double, title: String, _ language: Language) -> Markup
  {
    var markup: Markup = ""
    for tick in scale.ticks {
      let x = scale(tick)
      markup += line(x, top, x, bottom, tick == 0 ? "zero" : "grid")
      markup += label(scale.label(tick, language), x: x, y: bottom + 16, anchor: .middle, style: "t")
    }
    return markup
      + label(title, x: (scale(scale.low) + scale(scale.high)) / 2, y: bottom + 33, anchor: .middle, style: "t")
  }

  /// The ticks of a vertical axis, with grid lines over the width of the chart.
  static func verticalAxis(_ scale: Scale, left: Double, right: Double, title: String, _ language: Language) -> Markup {
    var markup = label(title, x: 0, y: 12, style: "t")
    for tick in scale.ticks {
      let y = scale(tick)
      markup += line(left, y, right, y, tick == 0 ? "zero" : "grid")
      markup += label(scale.label(tick, language), x: left - 7, y: y + 4, anchor: .end, style: "t")
    }
    return markup
  }

  /// Heights of labels, moved apart so that they do not overlap.
  ///
  /// - Parameters:
  ///   - heights: the desired heights, in any order.
  ///   - apart: minimum difference between two heights.
  ///   - bounds: the range in which the labels stay if all of them fit.
  static func spread(_ heights: [Double], apart: Double, within bounds: ClosedRange<Double>) -> [Double] {
    let order = heights.indices.sorted { (heights[$0], $0) < (heights[$1], $1) }
    var placed = heights
    for _ in 0..<20 {
      for (upper, lower) in zip(order, order.dropFirst()) {
        let short = apart - (placed[lower] - placed[upper])
        if short > 0.01 {
          placed[upper] -= short / 2
          placed[lower] += short / 2
        }
      }
    }
    for (place, index) in order.reversed().enumerated() {
      placed[index] = min(placed[index], bounds.upperBound - Double(place) * apart)
    }
    for (place, index) in order.enumerated() {
      placed[index] = max(placed[index], bounds.lowerBound + Double(place) * apart)
    }
    return placed
  }

  /// Lines of a text below one another.
  ///
  /// - Parameter y: baseline of the first line.
  static func labels(_ lines: [String], x: Double, y: Double, anchor: Anchor = .start, style: String = "l") -> Markup {
    Markup(lines.enumerated().map { label($1, x: x, y: y + lineHeight * Double($0), anchor: anchor, style: style) })
  }

  /// Distance between the lines of a label, in pixels.
  static let lineHeight = 15.0

  /// The tops of rows below one another, followed by the bottom of the last.
  static func tops(_ heights: [Double], from top: Double) -> [Double] {
    heights.reduce(into: [top]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// A text split into lines of at most `width` characters, at blanks and after hyphens; ends in an ellipsis if it does
  /// not fit.
  static func lines(_ text: String, width: Int, atMost: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var joint = line.isEmpty ? "" : " "
      for piece in pieces(of: word) {
        if line.isEmpty || line.count + joint.count + piece.count <= width {
          line += joint + piece
        } else {
          lines.append(line)
          line = piece
        }
        joint = ""
      }
    }
    lines.append(line)
    if lines.count > atMost {
      lines = Array(lines.prefix(atMost))
      lines[atMost - 1] += "…"
    }
    return lines.map { $0.count > width + 1 ? $0.prefix(width - 1) + "…" : $0 }
  }

  /// The parts of a word between its hyphens; each but the last ends with its hyphen.
  private static func pieces(of word: Substring) -> [String] {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.enumerated().map { $0 + 1 < parts.count ? $1 + "-" : String($1) }.filter { !$0.isEmpty }
  }
}
