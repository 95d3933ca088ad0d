/// A table of results, to be changed as another version, or an accident, may have written it. No cell of it is quoted.
public struct EditedTable {
  public var header: [String]
  public var rows: [[String]]
  private let separator: Character

  /// - Parameter bytes: a table that ends with a line feed.
  public init(_ bytes: [UInt8], separator: Character = ",") {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
    header = lines[0]
    rows = Array(lines.dropFirst())
    self.separator = separator
  }

  public var bytes: [UInt8] {
    Array(([header] + rows).map { $0.joined(separator: String(separator)) + "\n" }.joined().utf8)
  }

  private func position(_ column: String) -> Int { header.firstIndex(of: column)! }

  public mutating func removeColumn(_ name: String) {
    let position = position(name)
    header.remove(at: position)
    for row in rows.indices { rows[row].remove(at: position) }
  }

  public mutating func addColumn(_ name: String, _ text: String, at position: Int) {
    header.insert(name, at: position)
    for row in rows.indices { rows[row].insert(text, at: position) }
  }

  public mutating func reverseColumns() {
    header.reverse()
    for row in rows.indices { rows[row].reverse() }
  }

  /// Removes the rows that have this text in this column.
  public mutating func removeRows(_ column: String, _ text: String) {
    let position = position(column)
    rows.removeAll { $0[position] == text }
  }

  /// Gives rows that have this text in this column another one.
  public mutating func rename(_ column: String, _ text: String, _ other: String) {
    let position = position(column)
    for row in rows.indices where rows[row][position] == text { rows[row][position] = other }
  }
}
