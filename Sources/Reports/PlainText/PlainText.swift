/// Helpers for plain text: wrapping, padding, and sanitising texts of a study so that they cannot disturb a terminal.
enum PlainText {
  /// The width of running text and tables, in characters.
  static let width = 100
  /// The maximum width of a table before it is split, in characters.
  static let tableWidth = 110

  /// A text of a study on one line: control characters, including bidirectional ones, become blanks.
  static func line(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x2069: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Joins words that stay on one line when a text is wrapped; becomes a blank in the output.
  static let joint: Character = "\u{a0}"

  /// Wraps words into lines no wider than `width`, unless a word is wider.
  ///
  /// - Parameters:
  ///   - first: beginning of the first line.
  ///   - indent: beginning of every further line.
  static func wrapped(
    _ text: String, first: String = "", indent: String = "", width: Int = PlainText.width
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = indent
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  static func padded(_ text: String, to width: Int) -> String { text + blanks(width - text.count) }

  static func rightAligned(_ text: String, to width: Int) -> String { blanks(width - text.count) + text }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  static func trimmed(_ line: String) -> String {
    var line = line
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  /// Pairs of a label and a text, with the texts aligned and wrapped.
  static func definitions(_ pairs: [(label: String, text: String)], indent: String = "") -> [String] {
    let width = pairs.reduce(0) { max($0, $1.label.count) } + 2
    return pairs.flatMap { pair in
      wrapped(pair.text, first: indent + padded(pair.label, to: width), indent: indent + blanks(width))
    }
  }

  /// A heading with a line under it.
  static func heading(_ text: String, underline: Character = "-") -> [String] {
    [text, String(repeating: underline, count: min(text.count, width))]
  }

  /// Lines joined into one text, each with a line feed, without trailing blanks.
  static func text(_ lines: [String]) -> String {
    lines.reduce(into: "") { text, line in text += trimmed(withoutJoints(line)) + "\n" }
  }

  private static func withoutJoints(_ line: String) -> String {
    // Most lines have none; the first byte of its UTF-8 form occurs in few other characters.
    guard let first = String(joint).utf8.first, line.utf8.contains(first) else { return line }
    return String(line.map { $0 == joint ? " " : $0 })
  }
}
