import Reports
import StudyFiles
import Terms

extension FileChanges {
  /// Number of cells that are told one by one.
  static let mostCells = 5
  /// Number of cells at the start of a row that say what it is about.
  private static let subjectCells = 4

  /// In what a table differs from what it should be.
  ///
  /// Rows that are the same at the beginning and at the end are set aside; what is left between them is compared row by
  /// row if it is equally long, else counted.
  ///
  /// - Parameters:
  ///   - expected: the bytes that it should have.
  ///   - found: other bytes.
  ///   - file: its name.
  /// - Returns: nil if either is no table.
  init?(expected: [UInt8], found: [UInt8], file: String) {
    guard let first = CSVReader.read(expected, file: file).document,
      let second = CSVReader.read(found, file: file).document
    else { return nil }
    self.init()
    guard first.header == second.header else {
      hasOtherColumns = true
      return
    }
    var (start, firstEnd, secondEnd) = (0, first.rows.count, second.rows.count)
    while start < firstEnd, start < secondEnd, first.rows[start].cells == second.rows[start].cells { start += 1 }
    while firstEnd > start, secondEnd > start, first.rows[firstEnd - 1].cells == second.rows[secondEnd - 1].cells {
      firstEnd -= 1
      secondEnd -= 1
    }
    guard firstEnd - start == secondEnd - start else {
      missingRows = firstEnd - start
      addedRows = secondEnd - start
      firstRow = start < second.rows.count ? second.rows[start].row : (second.rows.last?.row ?? second.headerRow) + 1
      return
    }
    for index in start..<firstEnd {
      let (before, now) = (first.rows[index], second.rows[index])
      for column in before.cells.indices where before.cells[column] != now.cells[column] {
        cellCount += 1
        guard cells.count < Self.mostCells else { continue }
        cells.append(
          Cell(
            row: now.row, subject: Array(before.cells.prefix(min(column, Self.subjectCells))),
            column: first.header[column], expected: before.cells[column], found: now.cells[column]))
      }
    }
  }
}
