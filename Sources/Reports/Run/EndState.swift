import CostEngine
import Terms

/// The end state in texts. Results of an earlier version lack it: they tell of the last year instead, and say so.
extension RunContent {
  /// The year position of what is shown as the end state.
  var endState: Int { gaps.lacksEndState ? results.years - 1 : results.end }

  /// `eindbeeld`, or the year: in headings of columns.
  func endName(_ language: Language) -> String {
    gaps.lacksEndState ? String(study.lastYear) : Glossary.entry(.endState).name(language)
  }

  /// `in het eindbeeld`, or `in 2036`.
  func inEndState(_ language: Language) -> String {
    gaps.lacksEndState
      ? language(nl: "in \(study.lastYear)", en: "in \(study.lastYear)")
      : language(nl: "in het eindbeeld", en: "in the end state")
  }
}
