import Terms

/// The cells of a study that hold what regions have today, each in a row of its own, with where they came from and what is
/// said about them.
public struct RegionCells {
  /// Where regions' figures stand: region, item and figures.
  public static let tables: [TableID] = [.staffing, .training, .provisionCurrent]

  private struct Sheet {
    let document: CSVDocument
    /// Index in the document's rows by region and item.
    var rows: [[String]: Int] = [:]
  }

  public let provenance: Provenance
  public let diagnostics: [Diagnostic]
  private var sheets: [TableID: Sheet] = [:]
  /// Positions of diagnostics by file and row.
  private var told: [String: [Int: [Int]]] = [:]

  public init(_ reading: StudyReading) {
    provenance = reading.copies.first { $0.name == Provenance.file }.map { Provenance($0.bytes) } ?? Provenance()
    diagnostics = reading.diagnostics
    for table in Self.tables {
      guard let document = reading.document(of: table) else { continue }
      var sheet = Sheet(document: document)
      let keys = table.columns.prefix(2).compactMap { Self.position($0.name, in: document) }
      for (index, row) in document.rows.enumerated() where keys.count == 2 {
        let key = keys.map { row.cells[$0] }
        if sheet.rows[key] == nil { sheet.rows[key] = index }
      }
      sheets[table] = sheet
    }
    for (position, diagnostic) in diagnostics.enumerated() {
      guard let row = diagnostic.row else { continue }
      told[diagnostic.file, default: [:]][row, default: []].append(position)
    }
  }

  private static func position(_ name: Name, in document: CSVDocument) -> Int? {
    document.header.firstIndex { $0 == name.id || $0 == name.dutchID }
  }

  private func cell(_ input: InputName) -> (document: CSVDocument, row: CSVRow, column: Int)? {
    guard let sheet = sheets[input.table], let index = sheet.rows[input.key], let name = input.columnName,
      let column = Self.position(name, in: sheet.document)
    else { return nil }
    return (sheet.document, sheet.document.rows[index], column)
  }

  /// What a cell says; nil if there is none in a row of its own.
  public func text(_ input: InputName) -> String? { cell(input).map { $0.row.cells[$0.column] } }

  /// Whether a figure was estimated from what other regions gave: its row says so, and no file of the region has it.
  func isEstimated(_ input: InputName) -> Bool {
    guard let (document, row, _) = cell(input),
      let source = Self.position(Remark.source.name, in: document), EstimateWords.isIn(row.cells[source])
    else { return false }
    return given(input)?[.file].isEmpty ?? true
  }

  public func place(_ input: InputName) -> CellAddress? {
    cell(input).map { CellAddress(row: $0.row.row, column: $0.column) }
  }

  /// What was last given for an input, if its cell still says so.
  public func given(_ input: InputName) -> Provenance.Entry? {
    guard let (document, row, column) = cell(input) else { return nil }
    return provenance.current(
      input, cell: row.cells[column], NumberNotation(decimalComma: document.dialect.decimalComma))
  }

  /// Which of ``diagnostics``, by their position, are about a cell, or about its row as a whole.
  public func diagnostics(at input: InputName) -> [Int] {
    guard let (document, row, column) = cell(input), let positions = told[input.table.file]?[row.row] else { return [] }
    return positions.filter {
      diagnostics[$0].column == nil || diagnostics[$0].column == document.header[column]
    }
  }
}
