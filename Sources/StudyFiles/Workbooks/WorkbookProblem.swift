import Terms

/// Why a workbook is not read, and where it is not as it should be.
public enum WorkbookProblem: Error, Sendable, Equatable {
  // Files of other kinds.
  case empty
  case foreign(ForeignFormat)
  /// Another kind of file, or an archive without a workbook: a text document, for example.
  case notAWorkbook
  /// Protected by a password that is asked for when it is opened.
  case encrypted
  /// Of before 2007 (xls).
  case oldWorkbook
  /// In the binary format (xlsb).
  case binaryWorkbook
  case openDocument
  /// An archive that holds other files of this name.
  case nestedArchive(String)
  // Archives and documents in them.
  case archive(ZipProblem)
  case document(part: String, XMLProblem)
  case missingPart(String)
  case damagedPart(String)
  // Sheets and cells.
  case damagedCell(sheet: String, CellAddress)
  case damagedRow(sheet: String, after: Int)
  case repeatedCell(sheet: String, CellAddress)
  case repeatedRow(sheet: String, Int)
  case textTooLong(sheet: String, CellAddress)
  case tooManyRows(sheet: String)
  case tooManyColumns(sheet: String, row: Int)
  case tooManyCells
  case tooManySheets

  public func diagnostic(file: String) -> Diagnostic {
    Diagnostic(.error, file: file, row: row, problem: problem, remedy: remedy)
  }

  private var row: Int? {
    switch self {
    case .damagedCell(_, let cell), .repeatedCell(_, let cell), .textTooLong(_, let cell): return cell.row
    case .repeatedRow(_, let row), .tooManyColumns(_, let row): return row
    default: return nil
    }
  }
}
