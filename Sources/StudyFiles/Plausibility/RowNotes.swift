import Terms

/// The notes of a file's rows: which of them explain a doubt.
///
/// Most rows have a note for another reason (`not asked yet`, `above the norm`), which must not close a doubt about a
/// figure that was typed later. So a note explains a figure if it speaks of it: by its value, by its column, or by saying
/// that it is right.
struct RowNotes {
  /// By the row's number.
  private var notes: [Int: String] = [:]

  init(_ document: CSVDocument) {
    guard let position = document.header.firstIndex(where: { TableDescription.remarks[1].isCalled($0) }) else { return }
    for row in document.rows { notes[row.row] = row.cells[position] }
  }

  /// The note that explains a doubt; nil if it is open.
  func explanation(of doubt: Doubt) -> String? {
    guard doubt.explanation != .none, let note = notes[doubt.place.row] else { return nil }
    return Self.explains(note, doubt) ? note : nil
  }

  /// Whether a note explains a doubt.
  ///
  /// - Parameter given: what stands there, as a region wrote it elsewhere.
  static func explains(_ note: String, _ doubt: Doubt, given: String = "") -> Bool {
    guard !note.isEmpty else { return false }
    if speaksOf(note, doubt.written) || speaksOf(note, given) { return true }
    if let column = doubt.place.column, !column.isEmpty, speaksOf(note, column) { return true }
    guard doubt.explanation != .namingNote else { return false }
    let words = note.lowercased()
    return confirmations.contains { words.includes($0) }
  }

  /// Whether a text stands in a note as a word or number of its own.
  private static func speaksOf(_ note: String, _ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    let (words, wanted) = (Array(note.lowercased().utf8), Array(text.lowercased().utf8))
    guard words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      let end = start + wanted.count
      return wanted.indices.allSatisfy { words[start + $0] == wanted[$0] }
        && (start == 0 || !isInside(words[start - 1]) || !isInside(wanted[0]))
        && (end == words.count || !isInside(words[end]) || !isInside(wanted[wanted.count - 1]))
    }
  }

  /// Whether a byte continues a word or a number.
  private static func isInside(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80 || (0x61...0x7A).contains(byte)
  }

  /// What people write who looked at a figure.
  private static let confirmations = [
    "klopt", "juist", "correct", "bewust", "inderdaad", "werkelijk", "gecontroleerd", "nagegaan", "nagevraagd",
    "bevestigd",
    "inclusief", "meegeteld", "meegerekend", "tellen mee", "telt mee", "uitzonder", "zo bedoeld", "met opzet",
    "is right", "deliberate", "on purpose", "confirmed", "checked", "verified", "indeed", "includes", "including",
    "exception", "really", "counted",
  ]
}
