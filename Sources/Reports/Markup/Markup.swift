/// A piece of HTML or SVG: literals in the code are kept as they are, every text inserted into them is escaped.
///
/// A text becomes markup only through interpolation, so that nothing in a study can ever become code.
struct Markup: ExpressibleByStringInterpolation {
  /// The text as it appears in the page.
  private(set) var text: String

  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// - Parameter code: written by the project, never taken from a study.
  init(trusted code: String) { text = code }

  /// Concatenates pieces.
  init(_ parts: [Markup]) { text = parts.reduce(into: "") { $0 += $1.text } }

  static func += (markup: inout Markup, more: Markup) { markup.text += more.text }

  static func + (a: Markup, b: Markup) -> Markup { Markup([a, b]) }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: String) { Markup.escape(value, into: &text) }
    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
    mutating func appendInterpolation(_ markup: Markup?) { if let markup { text += markup.text } }
    mutating func appendInterpolation(_ markups: [Markup]) { for markup in markups { text += markup.text } }
    mutating func appendInterpolation(_ number: Int) { text += String(number) }
    /// A coordinate, rounded to tenths of a pixel.
    mutating func appendInterpolation(_ coordinate: Double) { Markup.append(coordinate, to: &text) }
  }

  /// Characters with a meaning in text or attributes become references; characters that XML forbids, and bidirectional
  /// control characters, become blanks.
  private static func escape(_ value: String, into text: inout String) {
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x26: text += "&amp;"
      case 0x3c: text += "&lt;"
      case 0x3e: text += "&gt;"
      case 0x22: text += "&quot;"
      case 0x27: text += "&#39;"
      case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x2069, 0xfffe, 0xffff: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// - Precondition: a number between -10^9 and 10^9.
  private static func append(_ coordinate: Double, to text: inout String) {
    let tenths = Int64((coordinate * 10).rounded())
    if tenths < 0 { text += "-" }
    text += String(tenths.magnitude / 10)
    if tenths % 10 != 0 { text += "." + String(tenths.magnitude % 10) }
  }
}
