import Terms

/// Reads the cells of a sheet (`xl/worksheets/sheet1.xml`).
struct WorksheetReader {
  /// The sheet's name, for messages.
  let name: String
  let texts: SharedTexts
  let styles: WorkbookStyles

  /// The sheet, without its notes.
  ///
  /// - Parameters:
  ///   - reader: after the start of the root.
  ///   - budget: what is left of ``SpreadsheetLimits/cells``.
  func read(
    _ reader: inout PartReader, isHidden: Bool, budget: inout Int
  ) throws(WorkbookProblem) -> Spreadsheet.Sheet {
    var sheet = Spreadsheet.Sheet(
      name: name, isHidden: isHidden, rows: [], hiddenColumns: [], merges: [], notes: [])
    while let group = try reader.child() {
      switch group.name {
      case "cols":
        while let columns = try reader.child(named: "col") {
          try reader.skip()
          guard columns.isTrue("hidden") || columns["width"] == "0" else { continue }
          guard let first = columns.number("min"), let last = columns.number("max"), first >= 1, first <= last,
            first <= SpreadsheetLimits.columns
          else { throw reader.damaged }
          try spend(&budget)
          sheet.hiddenColumns.append((first - 1)...(min(last, SpreadsheetLimits.columns) - 1))
        }
      case "sheetData": try readRows(&reader, into: &sheet, budget: &budget)
      case "mergeCells":
        while let merge = try reader.child(named: "mergeCell") {
          try reader.skip()
          guard let range = merge["ref"].flatMap({ CellRange(reference: $0) }) else { throw reader.damaged }
          try spend(&budget)
          sheet.merges.append(range)
        }
      default: try reader.skip()
      }
    }
    try reader.finish()
    return sheet
  }

  private func spend(_ budget: inout Int) throws(WorkbookProblem) {
    budget -= 1
    if budget < 0 { throw .tooManyCells }
  }

  // MARK: Rows

  private func readRows(
    _ reader: inout PartReader, into sheet: inout Spreadsheet.Sheet, budget: inout Int
  ) throws(WorkbookProblem) {
    var last = 0
    var areInOrder = true
    while let row = try reader.child(named: "row") {
      // A row without a number comes after the one before.
      var number = last + 1
      if let written = row["r"] {
        guard let read = Int64(written), read >= 1 else { throw .damagedRow(sheet: name, after: last) }
        number = Int(min(read, Int64(SpreadsheetLimits.rows) + 1))
      }
      guard number <= SpreadsheetLimits.rows else { throw .tooManyRows(sheet: name) }
      if number <= last { areInOrder = false }
      last = number
      let cells = try readCells(&reader, row: number, budget: &budget)
      if cells.isEmpty { continue }
      sheet.rows.append(
        Spreadsheet.Row(number: number, isHidden: row.isTrue("hidden") || row["ht"] == "0", cells: cells))
    }
    if areInOrder { return }
    sheet.rows.sort { $0.number < $1.number }
    for (row, next) in zip(sheet.rows, sheet.rows.dropFirst()) where row.number == next.number {
      throw .repeatedRow(sheet: name, row.number)
    }
  }

  private func readCells(
    _ reader: inout PartReader, row: Int, budget: inout Int
  ) throws(WorkbookProblem) -> [Spreadsheet.Cell] {
    var cells: [Spreadsheet.Cell] = []
    var last = -1
    var areInOrder = true
    while let element = try reader.child(named: "c") {
      // And so does a cell.
      var address = CellAddress(row: row, column: last + 1)
      if let reference = element["r"] {
        guard let named = CellAddress(reference: reference), named.row == row else {
          throw .damagedCell(sheet: name, address)
        }
        address = named
      }
      guard address.isOnSheet else { throw .tooManyColumns(sheet: name, row: row) }
      if address.column <= last { areInOrder = false }
      last = address.column
      let (value, isFormula) = try readValue(&reader, of: element, at: address)
      if value == .blank { continue }
      try spend(&budget)
      cells.append(
        Spreadsheet.Cell(
          column: address.column, value: value, format: styles.format(element.number("s")), isFormula: isFormula))
    }
    if areInOrder { return cells }
    cells.sort { $0.column < $1.column }
    for (cell, next) in zip(cells, cells.dropFirst()) where cell.column == next.column {
      throw .repeatedCell(sheet: name, CellAddress(row: row, column: cell.column))
    }
    return cells
  }

  // MARK: Cells

  private func readValue(
    _ reader: inout PartReader, of element: XMLElement, at address: CellAddress
  ) throws(WorkbookProblem) -> (value: SheetValue, isFormula: Bool) {
    var written: String?
    var inline: String?
    var isFormula = false
    while let child = try reader.child() {
      switch child.name {
      case "v": written = try reader.content()
      case "is": inline = try reader.richText()
      case "f":
        isFormula = true
        try reader.skip()
      default: try reader.skip()
      }
    }
    let missing: SheetValue = isFormula ? .uncomputed : .blank
    let damaged = WorkbookProblem.damagedCell(sheet: name, address)
    switch element["t"] ?? "n" {
    case "str", "inlineStr":
      guard let text = inline ?? written?.withoutCellEscapes else { return (missing, isFormula) }
      guard text.fitsCell else { throw .textTooLong(sheet: name, address) }
      return (.text(text), isFormula)
    case let kind:
      guard let text = written?.trimmedOfBlanks, !text.isEmpty else { return (missing, isFormula) }
      // The longest of these is a date with a time, or a number with all its digits.
      guard text.utf8.count <= 255 else { throw damaged }
      switch kind {
      case "n":
        guard let number = Double(decimalText: text), number.isFinite else { throw damaged }
        return (.number(number, text: text), isFormula)
      case "s":
        switch texts[text] {
        case .text(let text): return (.text(text), isFormula)
        case .tooLong: throw .textTooLong(sheet: name, address)
        case .none: throw damaged
        }
      case "b":
        guard let value = text == "1" || text == "true" ? true : text == "0" || text == "false" ? false : nil else {
          throw damaged
        }
        return (.boolean(value), isFormula)
      case "e": return (.error(text), isFormula)
      case "d": return (.date(text), isFormula)
      default: throw damaged
      }
    }
  }
}
