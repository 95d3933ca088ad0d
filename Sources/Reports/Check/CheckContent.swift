import CostEngine
import Terms

/// The content of the report of a check.
public struct CheckContent: Sendable {
  /// The study's folder, as the user wrote it.
  public var folder: String
  /// Nil if there are problems.
  public var study: Study?
  /// In the order in which they are shown.
  public var problems: [Diagnostic]
  public var notices: [Diagnostic]
  /// Figures that are probably not what was meant, and that no note explains.
  public var doubts: [Diagnostic]
  /// Those that a note explains.
  public var explained: [Diagnostic]
  /// Whether open doubts are held against the study.
  public var isStrict: Bool
  /// Coverage of each region of the study.
  public var coverage: [Coverage]

  public init(
    folder: String, study: Study?, problems: [Diagnostic], notices: [Diagnostic], doubts: [Diagnostic] = [],
    explained: [Diagnostic] = [], isStrict: Bool = false, coverage: [Coverage]
  ) {
    self.folder = folder
    self.study = study
    self.problems = problems
    self.notices = notices
    self.doubts = doubts
    self.explained = explained
    self.isStrict = isStrict
    self.coverage = coverage
  }
}
