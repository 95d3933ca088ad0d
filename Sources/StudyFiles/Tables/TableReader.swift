/// Turns the text of a table into rows with keys and cells, and reports what is wrong with its columns, its keys and
/// its cells. Whether names are known is checked later, when all tables are there.
struct TableReader {
  let description: TableDescription
  let document: CSVDocument
  let cells: CellReader
  let diagnostics: DiagnosticCollector
  /// False where rows of the file could not be read.
  let isComplete: Bool

  private var file: String { description.id.file }

  /// Where the columns stand.
  private struct Header {
    var keys: [Int?]
    var columns: [Int?]
    var remarks: [Int?]
    var further: [(name: String, position: Int)] = []
    var missing: Set<Int> = []
  }

  /// The table, and the source and note of every row that has either.
  func read() -> (table: Table, sources: [StudyReading.SourceNote]) {
    diagnostics.note(header: document.header, of: file)
    let header = readHeader()
    let keyPositions = header.keys.compactMap { $0 }
    let hasKey = keyPositions.count == description.keys.count

    var rows: [TableRow] = []
    var suspects: [[String?]] = []
    var sources: [StudyReading.SourceNote] = []
    var firstRows: [String: Int] = [:]
    rows.reserveCapacity(document.rows.count)
    for (documentRow, row) in document.rows.enumerated() {
      if hasKey, let source = sourceNote(row, keyPositions, header) { sources.append(source) }
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
      // Of correlations.csv the rows are compared once tables and columns have their English names.
      if description.id != .correlations {
        if let first = firstRows[name.joined(separator: "/")] {
          diagnostics.error(.duplicateKey(name, firstRow: first), file: file, row: row.row)
          suspects.append(key)
          continue
        }
        firstRows[name.joined(separator: "/")] = row.row
      }
      rows.append(TableRow(number: row.row, key: name, cells: values, documentRow: documentRow))
    }
    let table = Table(
      description, document: document, exists: true, isReliable: hasKey && isComplete, columnPositions: header.columns,
      missingColumns: header.missing, furtherColumns: header.further, rows: rows, suspects: suspects)
    return (table, sources)
  }

  // MARK: Columns

  private func readHeader() -> Header {
    let described = description.allColumns + TableDescription.remarks
    var positions = [Int?](repeating: nil, count: described.count)
    var unknown: [(name: String, position: Int)] = []
    for (position, name) in document.header.enumerated() where !name.isEmpty {
      // Word processors and spreadsheets turn the apostrophe of scenario's into a curly one.
      let plain = String(name.map { $0 == "\u{2019}" ? "'" : $0 })
      if let index = described.firstIndex(where: { $0.isCalled(plain) }) {
        if let first = positions[index] {
          // The same name twice has been reported by the reader of the text.
          if document.header[first] == name { continue }
          let problem = CellProblem.doubleColumn(name, as: document.header[first])
          diagnostics.error(problem, file: file, row: document.headerRow, column: name)
        } else {
          positions[index] = position
        }
      } else if !unknown.contains(where: { $0.name == name }) {
        unknown.append((name, position))
      }
    }

    // A misspelt column is one problem, not a strange column and a missing one.
    var isExplained = [Bool](repeating: false, count: described.count)
    if !description.allowsFurtherColumns {
      for column in unknown {
        let nearest = Suggestion.nearest(to: column.name, among: described.flatMap { [$0.id, $0.dutch] })
        if let index = described.firstIndex(where: { column in nearest.map { column.isCalled($0) } ?? false }) {
          isExplained[index] = true
        }
        diagnostics.error(
          .unknownColumn(column.name, nearest: nearest, in: description), file: file, row: document.headerRow,
          column: column.name)
      }
    }

    var missing: Set<Int> = []
    for (index, column) in described.enumerated() where positions[index] == nil {
      let isMissed = !column.mayBeLeftOut
      if isExplained[index] || isMissed, index >= description.keys.count, index < description.allColumns.count {
        missing.insert(index - description.keys.count)
      }
      guard isMissed, !isExplained[index] else { continue }
      let lookalike =
        description.allowsFurtherColumns
        ? Suggestion.nearest(to: column.id, among: unknown.map(\.name))
          ?? Suggestion.nearest(to: column.dutch, among: unknown.map(\.name)) : nil
      diagnostics.error(
        .missingColumn(column, lookalike: lookalike), file: file, row: document.headerRow, column: column.id)
    }
    for alternatives in description.oneOf {
      let indices = alternatives.map { description.keys.count + description.column($0) }
      if indices.contains(where: { positions[$0] != nil || isExplained[$0] }) { continue }
      diagnostics.error(.missingOneOf(indices.map { described[$0] }), file: file, row: document.headerRow)
      missing.formUnion(indices.map { $0 - description.keys.count })
    }

    let keys = description.keys.count
    let all = description.allColumns.count
    return Header(
      keys: Array(positions[..<keys]), columns: Array(positions[keys..<all]), remarks: Array(positions[all...]),
      further: unknown, missing: missing)
  }

  private func sourceNote(_ row: CSVRow, _ keyPositions: [Int], _ header: Header) -> StudyReading.SourceNote? {
    let remarks = header.remarks.map { position in position.map { row.cells[$0] } ?? "" }
    guard remarks.contains(where: { !$0.isEmpty }) else { return nil }
    let key = keyPositions.map { row.cells[$0] }.joined(separator: "/")
    return StudyReading.SourceNote(file: file, row: row.row, key: key, source: remarks[0], note: remarks[1])
  }

  // MARK: Rows

  /// The parts of a row's key; nil where a part is unreadable, which has been reported.
  private func readKey(_ row: CSVRow, _ positions: [Int]) -> [String?] {
    zip(description.keys, positions).map { column, position in
      let text = row.cells[position]
      let place = CellReader.Place(file: file, row: row.row, column: document.header[position])
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
    let place = CellReader.Place(file: file, row: row.row, column: document.header[position])
    if case .settingValue = column.content {
      guard let setting = key.first.flatMap(SettingDescription.named) else { return .invalid }
      return cells.setting(text, setting, place)
    }
    return cells.cell(text, column.content, table: description.id, place)
  }
}
