// Searches of texts, byte by byte in UTF-8. The standard library's functions for this belong to its regular
// expressions, which are not available in Embedded Swift.

extension String {
  /// Whether a text, which must not be empty, occurs in this one.
  public func includes(_ text: String) -> Bool { firstPlace(of: Array(text.utf8), in: Array(utf8), from: 0) != nil }

  /// Replaces every occurrence of a text, which must not be empty, by another one; occurrences do not overlap.
  public func changing(_ text: String, into other: String) -> String {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    guard var place = firstPlace(of: wanted, in: bytes, from: 0) else { return self }
    var changed: [UInt8] = []
    var done = 0
    while true {
      changed += bytes[done..<place]
      changed += other.utf8
      done = place + wanted.count
      guard let next = firstPlace(of: wanted, in: bytes, from: done) else { break }
      place = next
    }
    changed += bytes[done...]
    return String(decoding: changed, as: UTF8.self)
  }

  /// The parts before and after the first occurrence of a text, which must not be empty; nil if it does not occur.
  public func around(_ text: String) -> (before: String, after: String)? {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    guard let place = firstPlace(of: wanted, in: bytes, from: 0) else { return nil }
    return (
      String(decoding: bytes[..<place], as: UTF8.self),
      String(decoding: bytes[(place + wanted.count)...], as: UTF8.self)
    )
  }
}

private func firstPlace(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
  precondition(!wanted.isEmpty)
  var place = start
  while place + wanted.count <= bytes.count {
    if bytes[place] == wanted[0], wanted.indices.allSatisfy({ bytes[place + $0] == wanted[$0] }) { return place }
    place += 1
  }
  return nil
}
