import CostEngine

/// The scenarios of A and of B that are compared with each other.
struct ComparedScenarios {
  var pairs: [(a: String, b: String)]

  /// The pairs requested by `--scenario`.
  ///
  /// - Parameters:
  ///   - text: `a+b`, a code that both have, or nil for all that both have.
  ///   - a: codes of the first study.
  ///   - b: codes of the second study; nil for a single study, in which two scenarios must be named.
  init(_ text: String?, _ a: [String], _ b: [String]?) throws(UsageError) {
    guard let text else {
      guard let b else {
        // With two scenarios the choice is obvious.
        guard a.count == 2 else { throw .needsTwoScenarios(nil, known: a) }
        pairs = [(a[0], a[1])]
        return
      }
      pairs = a.filter(b.contains).map { ($0, $0) }
      if pairs.isEmpty { throw .noCommonScenario(a, b) }
      return
    }
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    if parts.contains(where: { $0.allSatisfy({ $0.isWhitespace }) }) { throw .emptyCode(.scenario, text) }
    guard parts.count == 2 || (parts.count == 1 && b != nil) else { throw .needsTwoScenarios(text, known: a) }
    let first = try Selection.index(.scenario, parts[0], in: a)
    let second = try Selection.index(.scenario, parts[parts.count - 1], in: b ?? a)
    pairs = [(a[first], (b ?? a)[second])]
  }
}
