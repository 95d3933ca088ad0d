import CostEngine
import StudyFiles

/// Which scenario of A is compared with which of B.
struct ComparedScenarios {
  var pairs: [(a: String, b: String)]

  /// What `--scenario` asks for.
  ///
  /// - Parameters:
  ///   - text: `a+b`, a code that both have, or nil: all that both have.
  ///   - a: codes of the first study.
  ///   - b: those of the second; nil where there is one study, in which two scenarios must be named.
  init(_ text: String?, _ a: [String], _ b: [String]?) throws(UsageError) {
    guard let text else {
      guard let b else {
        // With two scenarios there is no doubt.
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
