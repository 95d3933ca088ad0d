/// A problem in a study, or something worth knowing about it: where it is, what it is and how to fix it.
public struct Diagnostic: Sendable, Equatable {
  public enum Severity: Sendable {
    /// The study cannot be computed.
    case error
    /// The study is computed, but the reader should take a look.
    case notice
    /// The study is computed, but a figure of it is probably not what was meant.
    case doubt
    /// The same, and a note of the row explains it, which ``Diagnostic/remedy`` then is.
    case explained
  }

  public var severity: Severity
  /// The file's name within the study folder, for example `staffing.csv`; empty for the folder itself.
  public var file: String
  /// The row number as in a spreadsheet, from 1 (the header is usually row 1); nil for the file as a whole.
  public var row: Int?
  /// The column as spelt in its header; nil for the row as a whole.
  public var column: String?
  /// What is wrong.
  public var problem: Bilingual
  /// How to fix it; of an explained doubt the note that explains it.
  public var remedy: Bilingual
  /// Of a doubt the number that was probably meant, as the file writes it; nil if that is not known.
  public var suggestion: String?
  /// Whether it says something of another region than the one that it is about: not for that one to read.
  public var namesOtherRegion = false

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
