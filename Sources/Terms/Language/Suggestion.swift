/// Finds the known name that was probably meant by a misspelt one.
public enum Suggestion {
  /// The candidate nearest to `name`, ignoring case; nil if none is near. See ``KnownNames``, which serves many names.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    KnownNames(candidates).nearest(to: name)
  }

  /// The candidate nearest to a code; nil if none is near. See ``KnownNames``.
  public static func nearestCode(to code: String, among candidates: [String]) -> String? {
    KnownNames(candidates).nearestCode(to: code)
  }
}

/// Known names, prepared so that thousands of unknown ones can be compared with thousands of them: few are like each
/// other, which a look at their letters tells.
public final class KnownNames {
  private let names: [Spelling]
  /// By the numbers in a name: the positions of the names with these.
  private lazy var positionsOfNumbers: [[[UInt8]]: [Int]] = {
    var positions: [[[UInt8]]: [Int]] = [:]
    for (position, name) in names.enumerated() { positions[Self.numbers(in: name.text), default: []].append(position) }
    return positions
  }()

  public init(_ names: [String]) { self.names = names.map(Spelling.init) }

  private struct Spelling {
    let text: String
    /// In small letters.
    let letters: [UInt32]
    /// A bit for each letter that occurs; letters share bits.
    let kinds: UInt64

    init(_ text: String) {
      self.text = text
      letters = text.composed.lowercased().unicodeScalars.map { $0.value }
      kinds = letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
  }

  /// The name nearest to another one, ignoring case; nil if none is near.
  ///
  /// The distance is the number of letters inserted, deleted, replaced, or swapped with a neighbour (optimal string
  /// alignment). A name is near if its distance is at most a third of the other's length, or one for a name of two
  /// letters; so a single letter is only near to itself in the other case. In a tie the first name wins.
  public func nearest(to name: String) -> String? { nearest(to: name, among: names.indices) }

  /// The name nearest to a code; nil if none is near. Codes with other numbers are not alike: VR18 is no misspelt VR17,
  /// but the code of another study. VR2 is VR02.
  public func nearestCode(to code: String) -> String? {
    nearest(to: code, among: positionsOfNumbers[Self.numbers(in: code)] ?? [])
  }

  private func nearest(to name: String, among positions: some Sequence<Int>) -> String? {
    // No name in a study is longer than 64 characters; a sentence in a cell is not worth comparing.
    guard !name.isEmpty, name.utf8.count <= 256 else { return nil }
    let wanted = Spelling(name)
    var limit = wanted.letters.count == 2 ? 1 : wanted.letters.count / 3
    var nearest: String?
    for position in positions {
      let known = names[position]
      // An edit adds and takes away one kind of letter at most.
      guard abs(known.letters.count - wanted.letters.count) <= limit,
        (known.kinds & ~wanted.kinds).nonzeroBitCount <= limit, (wanted.kinds & ~known.kinds).nonzeroBitCount <= limit,
        let edits = Self.distance(wanted.letters, known.letters, upTo: limit)
      else { continue }
      nearest = known.text
      if edits == 0 { break }
      limit = edits - 1
    }
    return nearest
  }

  /// The figures of each number in a text, without zeros before it.
  private static func numbers(in text: String) -> [[UInt8]] {
    text.utf8.split { $0 < 0x30 || $0 > 0x39 }.map { Array($0.drop { $0 == 0x30 }) }
  }

  /// Nil if it is above a limit.
  private static func distance(_ a: [UInt32], _ b: [UInt32], upTo limit: Int) -> Int? {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    var least = 0
    for i in a.indices {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      var leastOfRow = i + 1
      for j in b.indices {
        var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforePrevious[j - 1] + 1) }
        current.append(best)
        leastOfRow = min(leastOfRow, best)
      }
      // Later rows follow from the last two.
      if min(least, leastOfRow) > limit { return nil }
      least = leastOfRow
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}
