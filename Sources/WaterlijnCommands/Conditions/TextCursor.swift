import Terms

/// Reads a text from left to right.
struct TextCursor {
  private let characters: [Character]
  private(set) var place = 0

  init(_ text: String) { characters = Array(text) }

  var isAtEnd: Bool { place == characters.count }
  var next: Character? { isAtEnd ? nil : characters[place] }

  /// What has not been read.
  var rest: String { String(characters[place...]) }

  /// What was read since a place.
  func text(from start: Int) -> String { String(characters[start..<place]) }

  mutating func skipBlanks() {
    while let next, next.isWhitespace { place += 1 }
  }

  /// Reads a text if it comes next, blanks before it included.
  mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard characters[place...].starts(with: text) else { return false }
    place += text.count
    return true
  }

  /// Reads one of some words if it comes next, ignoring case: the whole word, after a blank or a bracket.
  mutating func takeWord(_ words: [String]) -> Bool {
    guard let length = word(words, at: place) else { return false }
    skipBlanks()
    place += length
    return true
  }

  /// Reads up to one of some characters, to one of some words that stands alone, or to the end.
  mutating func takeUntil(_ ends: String, words: [String] = []) -> String {
    let start = place
    while let next, !ends.contains(next) {
      if next.isWhitespace, word(words, at: place) != nil { break }
      place += 1
    }
    return text(from: start).trimmed
  }

  /// Reads the longest of some texts that comes next, and after which something else begins.
  mutating func takeLongest(of texts: [String], ends: String) -> Int? {
    skipBlanks()
    var found: Int?
    for (index, text) in texts.enumerated() where characters[place...].starts(with: text) {
      let after = place + text.count
      guard after == characters.count || characters[after].isWhitespace || ends.contains(characters[after]) else {
        continue
      }
      if found.map({ texts[$0].count < text.count }) != false { found = index }
    }
    if let found { place += texts[found].count }
    return found
  }

  /// The length of one of some words at a place, after blanks; nil if none stands there alone.
  private func word(_ words: [String], at place: Int) -> Int? {
    var start = place
    while start < characters.count, characters[start].isWhitespace { start += 1 }
    guard start == 0 || start > place || characters[start - 1] == ")" else { return nil }
    for word in words {
      let end = start + word.count
      guard end <= characters.count, String(characters[start..<end]).lowercased() == word else { continue }
      if end == characters.count || characters[end].isWhitespace || characters[end] == "(" { return word.count }
    }
    return nil
  }
}
