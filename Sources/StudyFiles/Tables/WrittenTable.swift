import CostEngine

/// A table of a study as it was written, for readers: nothing of it is computed with.
public struct WrittenTable: Sendable, Equatable {
  /// A row of it.
  public struct Row: Sendable, Equatable {
    /// The row as a spreadsheet numbers it, from 1.
    public var number: Int
    /// One for each of ``WrittenTable/columns``, without the blanks around it.
    public var cells: [String]
    public var source: String
    public var note: String

    public init(number: Int, cells: [String], source: String = "", note: String = "") {
      self.number = number
      self.cells = cells
      self.source = source
      self.note = note
    }
  }

  /// Name of the file within the study folder.
  public let file: String
  /// The headings, in the order of the file, without source and note. Columns that the format does not know are called
  /// as they were.
  public let columns: [Localized]
  /// Those of ``columns`` that make up a row's key.
  public let keys: [Int]
  private let positions: [Int]
  private let sourcePosition: Int?
  private let notePosition: Int?
  /// Shared with the document that was read: nothing is copied before somebody asks for rows.
  private let written: [CSVRow]

  init(_ description: TableDescription, _ document: CSVDocument, _ header: HeaderReader.Header) {
    var columns: [(position: Int, heading: Localized)] = zip(
      description.allColumns, header.keys + header.columns
    ).compactMap { column, position in
      position.map { ($0, Localized(nl: column.dutch, en: column.id)) }
    }
    columns += header.further.map { ($0.position, Localized(nl: $0.name, en: $0.name)) }
    columns.sort { $0.position < $1.position }
    let keyPositions = Set(header.keys.compactMap { $0 })
    file = description.file
    keys = columns.indices.filter { keyPositions.contains(columns[$0].position) }
    self.columns = columns.map(\.heading)
    positions = columns.map(\.position)
    sourcePosition = header.remarks[0]
    notePosition = header.remarks[1]
    written = document.rows
  }

  /// Every row that holds data.
  public var rows: [Row] {
    written.map { row in
      Row(
        number: row.row, cells: positions.map { row.cells[$0] }, source: sourcePosition.map { row.cells[$0] } ?? "",
        note: notePosition.map { row.cells[$0] } ?? "")
    }
  }
}
