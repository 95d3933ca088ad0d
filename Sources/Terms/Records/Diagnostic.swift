/// One problem of a study, or something worth knowing about it: where it stands, what it is and how to mend it.
public struct Diagnostic: Sendable, Equatable {
  public enum Severity: Sendable {
    /// The study cannot be computed.
    case error
    /// The study is computed; the reader should look.
    case notice
  }

  public var severity: Severity
  /// The file's name within the study folder, for example `staffing.csv`; empty for the folder itself.
  public var file: String
  /// The row as a spreadsheet numbers it, from 1 (the header's row is usually 1); nil for the file as a whole.
  public var row: Int?
  /// The column as its header spells it; nil for the row as a whole.
  public var column: String?
  /// What is wrong.
  public var problem: Bilingual
  /// How to mend it.
  public var remedy: Bilingual

  public init(
    _ severity: Severity, file: String, row: Int? = nil, column: String? = nil, problem: Bilingual, remedy: Bilingual
  ) {
    self.severity = severity
    self.file = file
    self.row = row
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }
}
