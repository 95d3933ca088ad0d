import Terms

/// The operands of a command: folders, or the name of a command.
struct Operands: Sendable {
  /// The operands as shown in a help text.
  let placeholder: Bilingual
  /// The allowed number of operands.
  let count: ClosedRange<Int>

  /// Folders and files.
  static let parts = Operands(placeholder: Bilingual(nl: "DELEN", en: "PARTS"), count: 1...10_000)

  static let study = Operands(placeholder: Bilingual(nl: "STUDIE", en: "STUDY"), count: 1...1)

  /// Returns the operands of a command line, after checking their number and that none of the required ones is empty.
  func read(_ texts: [String]) throws(UsageError) -> [String] {
    guard texts.count >= count.lowerBound, count.lowerBound == 0 || !texts.prefix(count.upperBound).contains("") else {
      throw .missingStudy
    }
    if texts.count > count.upperBound { throw .tooManyOperands(texts[count.upperBound]) }
    return texts
  }
}
