import Terms

/// A table as somebody filled it in, of a CSV file or a sheet of a workbook, before anything is known of what it holds.
struct AnswerTable {
  /// What stands in a cell.
  enum Value: Equatable {
    /// In the notation of the file.
    case text(String)
    case number(Double, isPercent: Bool)
    /// As ISO 8601 writes it.
    case date(String)
    case truth(Bool)
    /// An error of the spreadsheet, as it is named.
    case error(String)
    /// A formula that nobody has computed.
    case uncomputed
  }

  struct Row {
    /// As the spreadsheet shows it, from 1.
    var number: Int
    /// By column, from 0; without blank cells.
    var cells: [Int: Value]
  }

  /// Name of the file, as the user wrote it.
  var file: String
  /// Name of the sheet, or of the table in an archive; nil of a CSV file.
  var sheet: String?
  /// Whether it is a table in an archive that the page saved.
  var isArchived = false
  var notation: NumberNotation
  /// The rows that hold something, in order.
  var rows: [Row]

  /// What a cell says, for recognising and for people; nil if it is blank.
  func text(_ row: Row, _ column: Int?) -> String {
    guard let column, let value = row.cells[column] else { return "" }
    return text(of: value)
  }

  func text(of value: Value) -> String {
    switch value {
    case .text(let text): return text.trimmedOfBlanks
    case .number(let number, let isPercent):
      let format = NumberFormat(decimalMark: UInt8(ascii: notation.decimalComma ? "," : "."), groupMark: nil)
      return isPercent ? format.shortest(100 * number) + "%" : format.shortest(number)
    case .date(let date): return date
    case .truth(let isTrue): return isTrue ? "WAAR" : "ONWAAR"
    case .error(let name): return name
    case .uncomputed: return "="
    }
  }
}

extension AnswerTable {
  /// The tables of a file: one of a CSV file, those of all sheets of a workbook, and those of the CSV files in an archive that
  /// the page saved.
  ///
  /// - Parameter file: its name, as the user wrote it; it says nothing of the format.
  /// - Returns: what could be read, and what is wrong with the rest.
  static func tables(_ bytes: [UInt8], file: String) -> (tables: [AnswerTable], diagnostics: [Diagnostic]) {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      // A workbook of another kind is told as such; anything else is taken for a table.
      if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return workbook(bytes, file) }
      return table(bytes, file)
    }
    if let archive = archive(bytes, file) { return archive }
    return workbook(bytes, file)
  }

  private static func table(_ bytes: [UInt8], _ file: String) -> (tables: [AnswerTable], diagnostics: [Diagnostic]) {
    let (document, diagnostics) = CSVReader.readSheet(bytes, file: file)
    guard let document else { return ([], diagnostics) }
    let rows = document.rows.map { row in
      var cells: [Int: Value] = [:]
      for (column, text) in row.cells.enumerated() where !text.isEmpty { cells[column] = .text(text) }
      return Row(number: row.row, cells: cells)
    }
    let notation = NumberNotation(decimalComma: document.dialect.decimalComma)
    return ([AnswerTable(file: file, sheet: nil, notation: notation, rows: rows)], diagnostics)
  }

  private static func workbook(_ bytes: [UInt8], _ file: String) -> (
    tables: [AnswerTable], diagnostics: [Diagnostic]
  ) {
    let book: Spreadsheet
    do throws(WorkbookProblem) {
      book = try SpreadsheetReader.read(bytes)
    } catch {
      return ([], [error.diagnostic(file: file)])
    }
    let tables = book.sheets.map { sheet in
      AnswerTable(
        file: file, sheet: sheet.name, notation: NumberNotation(decimalComma: true),
        rows: sheet.rows.map { row in
          var cells: [Int: Value] = [:]
          for cell in row.cells { cells[cell.column] = value(cell, book.dateSystem) }
          return Row(number: row.number, cells: cells)
        })
    }
    return (tables, [])
  }

  private static func value(_ cell: Spreadsheet.Cell, _ dates: DateSystem) -> Value {
    switch cell.value {
    // Never there.
    case .blank: return .text("")
    case .text(let text): return .text(text)
    case .number(let number, _):
      if cell.format == .date || cell.format == .time, let date = dates.text(of: number, as: cell.format) {
        return .date(date)
      }
      return .number(number, isPercent: cell.format == .percent)
    case .boolean(let isTrue): return .truth(isTrue)
    case .date(let date): return .date(date)
    case .error(let name): return .error(name)
    case .uncomputed: return .uncomputed
    }
  }

  /// The tables of an archive that the page saved; nil if it is a workbook, or cannot be opened.
  private static func archive(_ bytes: [UInt8], _ file: String) -> (
    tables: [AnswerTable], diagnostics: [Diagnostic]
  )? {
    guard var archive = try? ZipReader(bytes), !archive.names.contains("[Content_Types].xml") else { return nil }
    var all: (tables: [AnswerTable], diagnostics: [Diagnostic]) = ([], [])
    for name in archive.names where name.lowercased().hasSuffix(".csv") {
      let contents: [UInt8]?
      do throws(ZipProblem) {
        contents = try archive.contents(of: name)
      } catch {
        return ([], [WorkbookProblem.archive(error).diagnostic(file: file)])
      }
      guard let contents else { continue }
      let (tables, diagnostics) = table(contents, file + "/" + name)
      all.tables += tables.map { table in
        var table = table
        table.file = file
        table.sheet = name.split(separator: "/").last.map { String($0) } ?? name
        table.isArchived = true
        return table
      }
      all.diagnostics += diagnostics
    }
    return all.tables.isEmpty && all.diagnostics.isEmpty ? nil : all
  }
}
