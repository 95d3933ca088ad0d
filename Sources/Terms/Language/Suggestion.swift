/// Finds the known name that was probably meant by a misspelt one.
public enum Suggestion {
  /// The candidate nearest to `name`, ignoring case; nil if none is near.
  ///
  /// The distance is the number of characters inserted, deleted, replaced, or swapped with a neighbour (optimal string
  /// alignment). A candidate is near if its distance is at most a third of the name's length, or one for a name of two
  /// characters; so a single character is only near to itself in the other case. In a tie the first candidate wins.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    // No name in a study is longer than 64 characters; a sentence in a cell is not worth comparing.
    guard !name.isEmpty, name.utf8.count <= 256 else { return nil }
    let wanted = Array(name.lowercased())
    var limit = wanted.count == 2 ? 1 : wanted.count / 3
    var nearest: String?
    for candidate in candidates {
      let known = Array(candidate.lowercased())
      guard abs(known.count - wanted.count) <= limit else { continue }
      let edits = distance(wanted, known)
      guard edits <= limit else { continue }
      nearest = candidate
      if edits == 0 { break }
      limit = edits - 1
    }
    return nearest
  }

  /// The candidate nearest to a code; nil if none is near. Codes with other numbers are not alike: VR18 is no misspelt
  /// VR17, but the code of another study. VR2 is VR02.
  public static func nearestCode(to code: String, among candidates: [String]) -> String? {
    let wanted = numbers(in: code)
    return nearest(to: code, among: candidates.filter { numbers(in: $0) == wanted })
  }

  /// The figures of each number in a text, without zeros before it.
  private static func numbers(in text: String) -> [[UInt8]] {
    text.utf8.split { $0 < 0x30 || $0 > 0x39 }.map { Array($0.drop { $0 == 0x30 }) }
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforePrevious[j - 1] + 1) }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
