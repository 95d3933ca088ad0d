import CostEngine

/// What the report of a check is made of.
public struct CheckContent: Sendable {
  /// Something that is wrong or worth looking at, in the report's language.
  public struct Finding: Sendable, Equatable {
    /// Name within the study folder; empty for the folder itself.
    public var file: String
    /// As a spreadsheet numbers it; nil for the file as a whole.
    public var row: Int?
    /// As its header spells it; nil for the row as a whole.
    public var column: String?
    /// What it is.
    public var what: String
    /// How to mend it.
    public var remedy: String

    public init(file: String, row: Int? = nil, column: String? = nil, what: String, remedy: String) {
      self.file = file
      self.row = row
      self.column = column
      self.what = what
      self.remedy = remedy
    }
  }

  /// Where the study stands, as the user wrote it.
  public var folder: String
  /// Nil where there are problems.
  public var study: Study?
  /// In the order in which they are told.
  public var problems: [Finding]
  public var notices: [Finding]
  /// Of each region of the study.
  public var coverage: [RunContent.Coverage]

  public init(
    folder: String, study: Study?, problems: [Finding], notices: [Finding], coverage: [RunContent.Coverage]
  ) {
    self.folder = folder
    self.study = study
    self.problems = problems
    self.notices = notices
    self.coverage = coverage
  }
}
