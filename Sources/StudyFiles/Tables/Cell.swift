import CostEngine

/// The content of a cell of a table, once read.
enum Cell: Sendable {
  case blank
  /// Unreadable; the problem has been reported.
  case invalid
  case certain(Double)
  /// Stored indirectly, as the other cases are small: there are many cells, and few contain a distribution.
  indirect case distribution(Distribution)
  /// `var(name)`, not looked up yet.
  case reference(String)
  /// `var(name)`, resolved to this row of variables.csv (an index in ``Table/rows``).
  case shared(Int)
  /// A number, a distribution or a reference that is multiplied by another value.
  indirect case relative(Cell)
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
