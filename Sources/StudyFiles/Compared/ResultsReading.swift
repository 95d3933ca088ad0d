import Terms

/// The tables of a results folder as they are.
public enum ResultsReading {
  /// A row of summary.csv or lines.csv.
  public struct Row: Sendable {
    public var scenario: String
    public var region: String
    /// A calendar year, or `total`.
    public var year: String
    /// Name of the quantity, or of the line.
    public var item: String
    /// By column.
    public var numbers: [String: Double]
  }

  /// The rows of summary.csv or lines.csv.
  ///
  /// - Parameter item: the column that holds ``Row/item``.
  /// - Returns: nil where the bytes are no such table.
  public static func rows(_ bytes: [UInt8], file: String, item: String) -> [Row]? {
    let (document, problems) = CSVReader.read(bytes, file: file)
    guard let document, !problems.contains(where: { $0.severity == .error }) else { return nil }
    let names = ["scenario", "region", "year", item]
    let positions = names.compactMap { document.header.firstIndex(of: $0) }
    guard positions.count == names.count, document.header.contains("mean") else { return nil }
    var rows: [Row] = []
    for row in document.rows {
      var numbers: [String: Double] = [:]
      for (column, text) in zip(document.header, row.cells) where !names.contains(column) {
        let plain = document.dialect.decimalComma ? String(text.map { $0 == "," ? "." : $0 }) : text
        // Beyond this no simulation counts: whoever wrote it was no simulation.
        guard let number = Double(decimalText: plain), number.magnitude <= 1e13 else { return nil }
        numbers[column] = number
      }
      let texts = positions.map { unescaped(row.cells[$0]) }
      rows.append(Row(scenario: texts[0], region: texts[1], year: texts[2], item: texts[3], numbers: numbers))
    }
    return rows
  }

  /// A text that a spreadsheet would take for a formula is written with an apostrophe before it.
  private static func unescaped(_ text: String) -> String {
    guard text.first == "'", let next = text.dropFirst().first, "=+-@".contains(next) else { return text }
    return String(text.dropFirst())
  }
}
