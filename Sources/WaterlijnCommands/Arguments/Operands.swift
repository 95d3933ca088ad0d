import Terms

/// What a command works on: folders, or the name of a command.
struct Operands: Sendable {
  /// As the help shows them.
  let placeholder: Bilingual
  /// How many there are.
  let count: ClosedRange<Int>

  static let study = Operands(placeholder: Bilingual(nl: "STUDIE", en: "STUDY"), count: 1...1)

  /// Those of a command line, as many as there should be.
  func read(_ texts: [String]) throws(UsageError) -> [String] {
    guard texts.count >= count.lowerBound, count.lowerBound == 0 || !texts.prefix(count.upperBound).contains("") else {
      throw .missingStudy
    }
    if texts.count > count.upperBound { throw .tooManyOperands(texts[count.upperBound]) }
    return texts
  }
}
