/// A text of the study as quoted in a message.
func quoted(_ text: String) -> String { "\"\(text.excerpt)\"" }

extension String {
  /// The text as quoted in a message: on one line, truncated after 40 characters.
  var excerpt: String {
    var shown = ""
    var count = 0
    for character in self {
      if count == 40 { return shown + "…" }
      let isUnprintable = character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
      shown.append(isUnprintable ? " " : character)
      count += 1
    }
    return shown
  }
}
