import CostEngine
import Terms

/// What the report of a check is made of.
public struct CheckContent: Sendable {
  /// Where the study stands, as the user wrote it.
  public var folder: String
  /// Nil where there are problems.
  public var study: Study?
  /// In the order in which they are shown.
  public var problems: [Diagnostic]
  public var notices: [Diagnostic]
  /// Of each region of the study.
  public var coverage: [Coverage]

  public init(
    folder: String, study: Study?, problems: [Diagnostic], notices: [Diagnostic], coverage: [Coverage]
  ) {
    self.folder = folder
    self.study = study
    self.problems = problems
    self.notices = notices
    self.coverage = coverage
  }
}
