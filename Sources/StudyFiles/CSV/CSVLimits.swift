/// Limits on the size of a CSV file: anything larger than a spreadsheet can hold is a mistake, and memory stays
/// bounded.
public enum CSVLimits {
  /// Bytes in a file: 1 GB.
  public static let bytes = 1_000_000_000
  /// Columns in a row, empty cells included. The widest table of a study has about twenty.
  public static let columns = 1_000
  /// Bytes in a cell. A spreadsheet's cell holds 32,767 UTF-16 units, which are at most three bytes each in UTF-8.
  public static let cellBytes = 100_000
  /// Rows in a file, including blank rows and comments: those of a spreadsheet (2^20).
  public static let rows = 1_048_576
  /// Cells in a file, with rows counted as wide as the header; about 0.5 GB of memory at most for short texts.
  public static let cells = 20_000_000
  /// Maximum number of problems of one kind that are reported individually; the rest are counted.
  public static let problemsOfAKind = 100
}
