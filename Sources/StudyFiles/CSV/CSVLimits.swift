/// How large a CSV file may be: beyond what a spreadsheet can hold it is a mistake, and memory stays bounded.
public enum CSVLimits {
  /// A file: 1 GB.
  public static let bytes = 1_000_000_000
  /// A row, empty cells included. The widest table of a study has some twenty columns.
  public static let columns = 1_000
  /// A cell. A spreadsheet's cell holds 32,767 UTF-16 units, which are at most three bytes each in UTF-8.
  public static let cellBytes = 100_000
  /// Rows of a file, blank rows and comments included: those of a spreadsheet (2^20).
  public static let rows = 1_048_576
  /// Cells of a file, rows counted as wide as the header; some 0.5 GB of memory at most for short texts.
  public static let cells = 20_000_000
  /// Problems of one kind that are reported one by one; the others are counted.
  public static let problemsOfAKind = 100
}
