import Terms

/// Turns the text of a table into rows with keys and cells, and reports what is wrong with its columns, keys and cells.
/// Whether names are known is checked later, when all tables have been read.
struct TableReader {
  let description: TableDescription
  let document: CSVDocument
  let cells: CellReader
  let diagnostics: DiagnosticCollector
  /// False if rows of the file could not be read.
  let isComplete: Bool

  private var file: String { description.file }

  /// The table, and how it was written.
  func read() -> (table: Table, written: TableDocument) {
    diagnostics.note(header: document.header, of: file)
    let header = HeaderReader(description: description, document: document, diagnostics: diagnostics).read()
    let keyPositions = header.keys.compactMap { $0 }
    let hasKey = keyPositions.count == description.keys.count

    var rows: [TableRow] = []
    var suspects: [[String?]] = []
    var keys = KeyTree(rows: document.rows.count)
    rows.reserveCapacity(document.rows.count)
    for (documentRow, row) in document.rows.enumerated() {
      let key = hasKey ? readKey(row, keyPositions) : []
      let name = key.map { $0 ?? "" }
      let values = description.columns.indices.map { column in
        readCell(
          row, header.columns[column], description.columns[column], key: name,
          isMissing: header.missing.contains(column))
      }
      guard hasKey, !key.contains(nil) else {
        suspects.append(key)
        continue
      }
      // Rows that name tables and columns are compared later, by their English names.
      let isComparedLater = description.id == .correlations || description.id == .plausibility
      if let first = keys.insert(rows.count, at: name), !isComparedLater {
        diagnostics.error(.duplicateKey(name, firstRow: rows[first].number), file: file, row: row.row)
        suspects.append(key)
        continue
      }
      rows.append(TableRow(number: row.row, key: name, cells: values, documentRow: documentRow))
    }
    let table = Table(
      description, document: document, exists: true, isReliable: hasKey && isComplete, columnPositions: header.columns,
      missingColumns: header.missing, furtherColumns: header.further, rows: rows, keys: keys,
      suspects: suspects)
    return (table, TableDocument(description, document, header))
  }

  // MARK: Rows

  /// The parts of a row's key; nil for a part that is unreadable, which has been reported.
  private func readKey(_ row: CSVRow, _ positions: [Int]) -> [String?] {
    zip(description.keys, positions).map { column, position in
      let text = row.cells[position]
      let place = CellReader.Place(
        file: file, row: row.row, column: document.header[position], measure: column.measure)
      if text.isEmpty {
        cells.report(.blankKey(place.column), place)
        return nil
      }
      switch column.content {
      case .codeOrWildcard, .item:
        if text == "*" { return text }
        return cells.code(text, kind: codeKind(column), table: description.id, place)
      case .code(let kind):
        return cells.code(text, kind: kind, table: description.id, place)
      case .word(let words):
        guard let word = words.id(of: text) else {
          cells.report(.unknownWord(text, words), place)
          return nil
        }
        return word
      case .settingName:
        guard let setting = SettingDescription.named(text) else {
          cells.report(.unknownSetting(text), place)
          return nil
        }
        return setting.id
      case .wholeNumber(let bounds):
        switch cells.wholeNumber(text, bounds: bounds, place) {
        case .certain(let value):
          return String(Int(value))
        case .blank:
          cells.report(.blankKey(place.column), place)
          return nil
        default:
          return nil
        }
      default:
        return text
      }
    }
  }

  private func codeKind(_ column: ColumnDescription) -> CodeKind {
    if case .codeOrWildcard(let kind) = column.content { return kind }
    return .function
  }

  private func readCell(
    _ row: CSVRow, _ position: Int?, _ column: ColumnDescription, key: [String], isMissing: Bool
  ) -> Cell {
    guard let position else { return isMissing ? .invalid : .blank }
    let text = row.cells[position]
    if text.isEmpty { return .blank }
    var place = CellReader.Place(
      file: file, row: row.row, column: document.header[position], measure: column.measure)
    if case .settingValue = column.content {
      guard let setting = key.first.flatMap(SettingDescription.named) else { return .invalid }
      place.measure = setting.measure
      return cells.setting(text, setting, place)
    }
    return cells.cell(text, column.content, table: description.id, place)
  }
}
