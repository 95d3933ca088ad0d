import Terms

/// A table that was read, with its document: nothing is copied until rows are requested.
struct TableDocument: Sendable {
  let file: String
  private let columns: [Bilingual]
  /// Positions in ``columns`` of those that form a row's key.
  private let keys: [Int]
  private let positions: [Int]
  private let sourcePosition: Int?
  private let notePosition: Int?
  let document: CSVDocument

  init(_ description: TableDescription, _ document: CSVDocument, _ header: HeaderReader.Header) {
    var columns: [(position: Int, heading: Bilingual)] = zip(
      description.allColumns, header.keys + header.columns
    ).compactMap { column, position in
      position.map { ($0, Bilingual(nl: column.dutch, en: column.id)) }
    }
    columns += header.further.map { ($0.position, Bilingual(nl: $0.name, en: $0.name)) }
    columns.sort { $0.position < $1.position }
    let keyPositions = Set(header.keys.compactMap { $0 })
    file = description.file
    keys = columns.indices.filter { keyPositions.contains(columns[$0].position) }
    self.columns = columns.map { $0.heading }
    positions = columns.map { $0.position }
    sourcePosition = header.remarks[0]
    notePosition = header.remarks[1]
    self.document = document
  }

  /// How many of the rows were invented.
  var examples: ExampleRows {
    let invented = document.exampleRows(sources: sourcePosition).count { $0 }
    return ExampleRows(invented: invented, all: document.rows.count)
  }

  /// The table for a reader.
  var written: WrittenTable {
    WrittenTable(
      file: file, columns: columns, keys: keys,
      rows: document.rows.map { row in
        WrittenTable.Row(
          number: row.row, cells: positions.map { row.cells[$0] }, source: sourcePosition.map { row.cells[$0] } ?? "",
          note: notePosition.map { row.cells[$0] } ?? "")
      })
  }
}

extension CSVDocument {
  /// By row, whether its figures were invented, as its source says; empty without a column of sources.
  func exampleRows(sources position: Int?) -> [Bool] {
    guard let position else { return [] }
    // Most rows have the source of the row above.
    var (source, isExample) = ("", false)
    return rows.map { row in
      if row.cells[position] != source {
        source = row.cells[position]
        isExample = WrittenTable.Row.Standing(source: source) == .example
      }
      return isExample
    }
  }
}
