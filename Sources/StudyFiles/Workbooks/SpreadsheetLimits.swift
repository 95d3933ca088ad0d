/// Limits on what is read of a workbook, beside those of the archive that it is (`ZipReader` in Terms): those of a
/// sheet in Excel and LibreOffice, and what no form needs.
public enum SpreadsheetLimits {
  /// Rows in a sheet (2^20); a cell beyond is refused.
  public static let rows = 1_048_576
  /// Columns in a sheet (2^14); a cell beyond is refused.
  public static let columns = 16_384
  /// Characters in a cell, as UTF-16 counts them.
  public static let characters = 32_767
  /// Sheets in a workbook.
  public static let sheets = 2_000
  /// Cells that hold something in all sheets, with merged areas, hidden columns, notes and shared texts; some 0.5 GB of
  /// memory at most.
  public static let cells = 5_000_000
}
