extension Chart {
  /// Colours of a shape or text as attributes, which the page's style overrules: what a reader sees where a site or a
  /// mail program does not apply that style. They are those of a light page.
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
    case "grid": return " stroke=\"#d5dde8\""
    case "zero", "link": return " stroke=\"#4a5a70\""
    case "expected": return " stroke=\"#16243a\""
    case "course": return " fill=\"none\" stroke=\"#0b5394\" stroke-width=\"2.5\""
    case "funding": return " fill=\"none\" stroke=\"#9a3c00\" stroke-width=\"2\" stroke-dasharray=\"6 4\""
    case "dot": return " fill=\"#fff\" stroke=\"#0b5394\" stroke-width=\"2\""
    case "save": return " fill=\"#fff\" stroke=\"#b45309\" stroke-width=\"2\""
    case "either", "break": return " fill=\"#fff\" stroke=\"#4a5a70\""
    case "band": return " fill=\"#c8dcf0\""
    case "inner", "lowend": return " fill=\"#8db6de\""
    case "mean", "bar": return " fill=\"#0b5394\""
    case "whole": return " fill=\"#42526b\""
    case "s0": return " fill=\"#eaf2fa\""
    case "s1": return " fill=\"#c0d9ef\""
    case "s2": return " fill=\"#86b4dc\""
    case "s3": return " fill=\"#2f6fb0\""
    case "s4": return " fill=\"#083a6b\""
    case "on3", "on4": return " fill=\"#fff\""
    case "fund": return " fill=\"#9a3c00\""
    default: return nil
    }
  }

  /// The size of a drawing as attributes, and of its letters; both overruled by the page's style.
  static func size(_ width: Double, _ height: Double) -> Markup { " width=\"\(width)\" height=\"\(height)\"" }
}
