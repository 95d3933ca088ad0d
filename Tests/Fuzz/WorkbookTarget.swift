import Terms

@testable import StudyFiles

/// The parts of a workbook as files after each other, put into an archive; or a whole archive, if the input begins as
/// one.
enum WorkbookTarget {
  static func run(_ bytes: [UInt8]) {
    guard !bytes.starts(with: [0x50, 0x4B]) else {
      _ = spreadsheet(bytes)
      return
    }
    let container = FileContainer(bytes)
    var archive = ZipArchive()
    for file in container.files where file.name.utf8.count < 1000 { archive.add(file.name, file.bytes) }
    guard let spreadsheet = spreadsheet(archive.finished()) else { return }
    require(self.spreadsheet(archive.finished()) == spreadsheet, "something else is read again")
    for sheet in spreadsheet.sheets { check(sheet, spreadsheet.dateSystem) }
    annotate(archive.finished(), spreadsheet)
  }

  /// What cannot be annotated has a message; what can gives the same bytes again.
  private static func annotate(_ bytes: [UInt8], _ spreadsheet: Spreadsheet) {
    let notes = spreadsheet.sheets.prefix(2).map { sheet in
      AnnotatedWorkbook.Note(sheet: sheet.name, cell: CellAddress(row: 2, column: 1), text: "a")
    }
    let sheet = AnnotatedWorkbook.AddedSheet(name: "Vragen", header: ["Nr"], rows: [["1"]], widths: [4])
    do throws(WorkbookProblem) {
      let once = try AnnotatedWorkbook.adding(notes, by: "Waterlijn", sheet: sheet, to: bytes)
      require(
        try AnnotatedWorkbook.adding(notes, by: "Waterlijn", sheet: sheet, to: bytes) == once, "another workbook")
    } catch {
      CSVTarget.check([error.diagnostic(file: "a.xlsx")])
    }
  }

  private static func spreadsheet(_ bytes: [UInt8]) -> Spreadsheet? {
    do throws(WorkbookProblem) {
      return try SpreadsheetReader.read(bytes)
    } catch {
      CSVTarget.check([error.diagnostic(file: "a.xlsx")])
      return nil
    }
  }

  private static func check(_ sheet: Spreadsheet.Sheet, _ dates: DateSystem) {
    var lastRow = 0
    for row in sheet.rows {
      require(row.number > lastRow && row.number <= SpreadsheetLimits.rows, "rows are not in order")
      lastRow = row.number
      var lastColumn = -1
      require(!row.cells.isEmpty, "a row without cells")
      for cell in row.cells {
        require(cell.column > lastColumn && cell.column < SpreadsheetLimits.columns, "cells are not in order")
        lastColumn = cell.column
        let address = CellAddress(row: row.number, column: cell.column)
        require(sheet[address] == cell, "a cell that is not found")
        require(CellAddress(reference: address.description) == address, "another address")
        switch cell.value {
        case .blank: fatalError("a blank cell")
        case .text(let text): require(text.utf16.count <= SpreadsheetLimits.characters, "a text too long")
        case .number(let number, let text):
          require(number.isFinite && Double(decimalText: text) == number, "another number")
          _ = dates.text(of: number, as: cell.format)
        default: break
        }
      }
    }
    for merge in sheet.merges { require(CellRange(reference: merge.description) == merge, "another area") }
    for note in sheet.notes { require(note.address.isOnSheet, "a note beside no cell") }
  }
}
