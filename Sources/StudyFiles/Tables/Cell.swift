import CostEngine

/// What a cell of a table says, once read.
enum Cell: Sendable {
  case blank
  /// Unreadable; what is wrong has been reported.
  case invalid
  case certain(Double)
  /// Apart from the others, which are small: there are many cells, and few hold a distribution.
  indirect case distribution(Distribution)
  /// `var(name)`, not looked up yet.
  case reference(String)
  /// `var(name)`: what stands in this row of variables.csv (an index in ``Table/rows``).
  case shared(Int)
  /// A code, a name or a title.
  case text(String)
  /// The English spelling of a word.
  case word(String)
  case codes([String])

  var isBlank: Bool {
    if case .blank = self { return true }
    return false
  }

  var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  var word: String? {
    if case .word(let word) = self { return word }
    return nil
  }
}
