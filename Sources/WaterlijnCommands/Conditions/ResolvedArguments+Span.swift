import CostEngine
import Reports
import Terms

extension ResolvedArguments {
  /// The year that `--year` names, the end state, or the whole horizon, also if it is absent.
  func span(of study: Study) throws(UsageError) -> RequestedAmount.Span {
    guard let year else { return .total }
    if AmountReader.endWords.contains(year.trimmed.lowercased()) { return .end }
    return try Selection.period(.year, year, study).map { .year($0) } ?? .total
  }
}
