extension Chart {
  /// Colours of a shape or text as attributes, which the page's style overrules: what a reader sees where a site or a
  /// mail program does not apply that style. They are those of a light page, to three digits: a report has thousands.
  ///
  /// - Parameter style: classes of the element.
  static func paint(_ style: String) -> Markup {
    for word in style.split(separator: " ") {
      if let paint = paint(ofClass: String(word)) { return paint }
    }
    return ""
  }

  /// Nil for what is black.
  private static func paint(ofClass name: String) -> Markup? {
    switch name {
    case "hit": return " fill=\"none\""
    case "grid": return " stroke=\"#dde\""
    case "zero", "link": return " stroke=\"#567\""
    case "expected": return " stroke=\"#123\""
    case "course": return " fill=\"none\" stroke=\"#059\" stroke-width=\"2.5\""
    case "funding": return " fill=\"none\" stroke=\"#930\" stroke-width=\"2\" stroke-dasharray=\"6 4\""
    case "dot": return " fill=\"#fff\" stroke=\"#059\" stroke-width=\"2\""
    case "save": return " fill=\"#fff\" stroke=\"#b50\" stroke-width=\"2\""
    case "either", "break": return " fill=\"#fff\" stroke=\"#567\""
    case "band": return " fill=\"#cde\""
    case "inner", "lowend": return " fill=\"#8bd\""
    case "mean", "bar": return " fill=\"#059\""
    case "whole": return " fill=\"#456\""
    case "s0": return " fill=\"#eff\""
    case "s1": return " fill=\"#bde\""
    case "s2": return " fill=\"#8bd\""
    case "s3": return " fill=\"#36b\""
    case "s4": return " fill=\"#036\""
    case "on3", "on4": return " fill=\"#fff\""
    case "fund": return " fill=\"#930\""
    default: return nil
    }
  }

  /// The size of a drawing as attributes, and of its letters; both overruled by the page's style.
  static func size(_ width: Double, _ height: Double) -> Markup { " width=\"\(width)\" height=\"\(height)\"" }
}
