import Terms

/// Numbers as people type them on a command line, in either notation.
public enum TypedNumber {
  public enum Failure: Error, Equatable {
    case notANumber
    /// For example `1.500`, which means one and a half to some and fifteen hundred to others.
    case ambiguous(Double, Double)
  }

  private static let words: [(word: String, exponent: String)] = [
    ("miljoen", "e6"), ("million", "e6"), ("mln", "e6"), ("miljard", "e9"), ("billion", "e9"), ("mld", "e9"),
  ]

  /// `0.3`, `0,3`, `30%`, `€ 5.000.000`, `5 mln`, `5e6`.
  public static func read(_ text: String) throws(Failure) -> Double {
    var text = text.trimmedOfBlanks
    for (word, exponent) in words where text.lowercased().hasSuffix(word) {
      text = String(text.dropLast(word.count)).trimmedOfBlanks + exponent
      break
    }
    let readings = [true, false].compactMap { try? NumberNotation(decimalComma: $0).read(text) }
    guard let first = readings.first else { throw .notANumber }
    if readings.count == 2, readings[1] != first { throw .ambiguous(first, readings[1]) }
    return first
  }
}
