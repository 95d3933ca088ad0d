import Terms

/// A row of a table, once read.
struct TableRow {
  /// The row number as in a spreadsheet.
  let number: Int
  /// The key's parts: codes and names as written, words and settings by their English name.
  let key: [String]
  /// In the order of ``TableDescription/columns``.
  var cells: [Cell]
  /// Index in the document's rows.
  let documentRow: Int
}

/// A table of a study, once read: rows with good keys, found by key.
final class Table {
  let description: TableDescription
  /// Nil if the file does not exist or cannot be read.
  let document: CSVDocument?
  /// False if the file does not exist.
  let exists: Bool
  /// False if no conclusion can be drawn from missing rows, because the table could not be read completely.
  let isReliable: Bool
  /// Position of each described column in the header.
  let columnPositions: [Int?]
  /// Missing columns that are required (indices in the description's).
  let missingColumns: Set<Int>
  /// Columns that are not described, by name, with their position in the header.
  let furtherColumns: [(name: String, position: Int)]
  private(set) var rows: [TableRow]
  /// Keys of rows that were left out because of their key; nil stands for a part that can be anything.
  private(set) var suspects: [[String?]]
  private var keys: KeyTree
  private let wildcards: [Bool]
  /// By row of the document: whether its figures were invented.
  private lazy var exampleRows: [Bool] = document?.exampleRows(sources: sourcePosition) ?? []

  init(
    _ description: TableDescription, document: CSVDocument?, exists: Bool, isReliable: Bool, columnPositions: [Int?],
    missingColumns: Set<Int>, furtherColumns: [(name: String, position: Int)], rows: [TableRow], keys: KeyTree,
    suspects: [[String?]]
  ) {
    self.description = description
    self.document = document
    self.exists = exists
    self.isReliable = isReliable
    self.columnPositions = columnPositions
    self.missingColumns = missingColumns
    self.furtherColumns = furtherColumns
    self.rows = rows
    self.keys = keys
    self.suspects = suspects
    wildcards = description.keys.map { $0.allowsWildcard }
  }

  /// A table that does not exist.
  convenience init(absent description: TableDescription, isReliable: Bool) {
    self.init(
      description, document: nil, exists: false, isReliable: isReliable,
      columnPositions: description.columns.map { _ in nil }, missingColumns: [], furtherColumns: [], rows: [],
      keys: KeyTree(), suspects: [])
  }

  var id: TableID { description.id }
  var file: String { description.file }

  /// Position of the column of sources in the header.
  var sourcePosition: Int? { document?.header.firstIndex { TableDescription.remarks[0].isCalled($0) } }

  /// Whether a row holds invented figures, as its source says.
  func isExample(_ row: Int) -> Bool { !exampleRows.isEmpty && exampleRows[rows[row].documentRow] }

  /// Index in ``TableDescription/columns``.
  func position(of column: Column) -> Int { description.position(of: column) }

  func header(_ column: Column) -> String { header(position(of: column)) }

  /// The name of a column as the file's header spells it.
  func header(_ column: Int) -> String {
    guard let document, let position = columnPositions[column] else { return description.columns[column].id }
    return document.header[position]
  }

  /// The row with exactly this key.
  func row(_ key: [String]) -> Int? { keys.row(at: key) }

  /// The rows that match this key, from the most specific: (r, f), (r, *), (*, f), (*, *).
  func candidates(_ key: [String]) -> [Int] { keys.rows(asked: key) }

  /// The key and its variants with wildcards where these are allowed, from the most specific.
  func patterns(of key: [String]) -> [[String]] {
    (0..<(1 << key.count)).compactMap { pattern in
      var parts = key
      for part in key.indices where pattern & (1 << (key.count - 1 - part)) != 0 {
        guard wildcards[part] else { return nil }
        parts[part] = "*"
      }
      return parts
    }
  }

  /// The first of these rows whose cell is not blank.
  func firstFilled(_ column: Int, _ rows: [Int]) -> Int? {
    rows.first { !self.rows[$0].cells[column].isBlank }
  }

  func set(_ cell: Cell, row: Int, column: Int) {
    rows[row].cells[column] = cell
  }

  /// Leaves out rows whose key names something unknown.
  /// - Parameter unknown: by row, the key as it may have been intended; nil stands for a part that can be anything.
  func leaveOut(_ unknown: [Int: [String?]]) {
    guard !unknown.isEmpty else { return }
    suspects += unknown.sorted { $0.key < $1.key }.map { $0.value }
    rows = rows.enumerated().filter { unknown[$0.offset] == nil }.map { $0.element }
    keys = KeyTree(rows.map { $0.key })
  }

  /// Whether a row that was left out may have been intended for this key, which explains its absence.
  func mayHaveBeenMeant(_ key: [String]) -> Bool {
    // With so many invalid keys nothing can be said about what is missing.
    if suspects.count > 200 { return true }
    return suspects.contains { suspect in
      zip(suspect, key).allSatisfy { part, asked in part == nil || part == "*" || part == asked }
    }
  }
}
