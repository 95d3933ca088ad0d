/// Determines a file's separator: from a first line `sep=;`, otherwise from the header.
struct DialectDetector {
  /// Position of the first record, after a `sep=` line.
  private(set) var start: Int
  private(set) var dialect: CSVDialect

  /// The most likely dialect is the one that splits the header, which is the first row that is neither blank nor a
  /// comment, into the most cells; ties are resolved in the order `;`, tab, `,`.
  ///
  /// A header with a single column contains no separator. In that case a row with a comma implies a file with decimal
  /// commas (in a `,` file it would be wider than the header); without such a row the decimal mark is a point.
  ///
  /// - Parameter rows: number of first rows that are looked at: the widest of them counts.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, rows most: Int = 1) throws(UnknownSeparator) {
    self.start = start
    dialect = .comma
    if let line = Self.separatorLine(bytes, from: start) {
      guard line.text.count == 1, let named = CSVDialect.all.first(where: { $0.separator == line.text[0] }) else {
        throw UnknownSeparator(text: String(decoding: line.text, as: UTF8.self))
      }
      self.start = line.next
      dialect = named
      return
    }
    var widest = 1
    for candidate in CSVDialect.all {
      let columns = Self.scan(bytes, from: start, dialect: candidate) { scanner in
        var (rows, columns) = (0, 0)
        for _ in 0..<most {
          // If scanning fails, the cells before the failure count: the reader will encounter the failure again and report
          // it.
          let isRecord = scanner.nextDataRecord(in: bytes, rows: &rows)
          if isRecord || rows <= CSVLimits.rows { columns = max(columns, scanner.fields.count) }
          if !isRecord { break }
        }
        return columns
      }
      if columns > widest { (widest, dialect) = (columns, candidate) }
    }
    if widest == 1, Self.hasRowOfSeveralCells(bytes, from: start) { dialect = .semicolon }
  }

  struct UnknownSeparator: Error {
    var text: String
  }

  private static func hasRowOfSeveralCells(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    scan(bytes, from: start, dialect: .comma) { scanner in
      var rows = 0
      while scanner.nextDataRecord(in: bytes, rows: &rows) {
        if scanner.fields.dropFirst().contains(where: { $0.start < $0.end }) { return true }
      }
      return false
    }
  }

  private static func scan<Value>(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, dialect: CSVDialect,
    _ body: (inout FieldScanner) -> Value
  ) -> Value {
    ByteClasses.table(separator: dialect.separator).withUnsafeBufferPointer { classes in
      var scanner = FieldScanner(
        bytes, from: start, classes: classes.baseAddress!, separator: dialect.separator)
      return body(&scanner)
    }
  }

  /// The text after `sep=` on the first line, and the position of the next line; nil if the line does not begin that
  /// way.
  private static func separatorLine(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (text: [UInt8], next: Int)? {
    var index = start
    if index < bytes.count, bytes[index] == .quote { index += 1 }
    for expected in "sep=".utf8 {
      guard index < bytes.count, bytes[index] | 0x20 == expected | 0x20 else { return nil }
      index += 1
    }
    var text: [UInt8] = []
    while index < bytes.count, text.count <= 40, bytes[index] != .lineFeed, bytes[index] != .carriageReturn {
      text.append(bytes[index])
      index += 1
    }
    // A spreadsheet that saved the line as a row of its own may have quoted and widened it.
    if let named = text.first {
      while text.count > 1, [named, .quote, .blank].contains(text.last!) { text.removeLast() }
    }
    if index < bytes.count, bytes[index] == .carriageReturn { index += 1 }
    if index < bytes.count, bytes[index] == .lineFeed { index += 1 }
    return (text, index)
  }
}

extension CSVDialect {
  static let all: [CSVDialect] = [.semicolon, .tab, .comma]

  /// Whether a byte separates cells in any dialect.
  static func isSeparator(_ byte: UInt8) -> Bool {
    byte == CSVDialect.semicolon.separator || byte == CSVDialect.tab.separator || byte == CSVDialect.comma.separator
  }
}

extension FieldScanner {
  /// Scans up to the next record that is neither blank nor a comment; false if there is none.
  ///
  /// - Parameter rows: counts the records; false is also returned beyond ``CSVLimits/rows``.
  fileprivate mutating func nextDataRecord(in bytes: UnsafeBufferPointer<UInt8>, rows: inout Int) -> Bool {
    while rows <= CSVLimits.rows {
      rows += 1
      guard case .record = next() else { return false }
      if fields[0].start < fields[0].end, bytes[fields[0].start] == UInt8(ascii: "#") { continue }
      if fields.contains(where: { $0.start < $0.end }) { return true }
    }
    return false
  }
}
