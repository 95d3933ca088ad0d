import Terms

/// Changes cells of a table, and adds rows, and leaves every other byte as it is.
///
/// A table that is not UTF-8 is converted first, with a byte-order mark, by which spreadsheets know it.
struct TableEditor {
  private struct Record {
    /// Without the line break after it.
    let range: Range<Int>
    let cells: [String]
  }

  private let text: [UInt8]
  private let records: [Record]
  private let separator: UInt8
  private let lineBreak: [UInt8]
  private var changed: [Int: [String]] = [:]
  private var added: [[String]] = []

  let dialect: CSVDialect

  /// Nil if the bytes are no table.
  init?(_ bytes: [UInt8]) {
    guard let (text, start) = TextEncoding.inUTF8(bytes) else { return nil }
    var records: [Record] = []
    var dialect: CSVDialect?
    let isWhole = text.withUnsafeBufferPointer { buffer in
      guard let detector = try? DialectDetector(buffer, from: start) else { return false }
      dialect = detector.dialect
      let separator = detector.dialect.separator
      return ByteClasses.table(separator: separator).withUnsafeBufferPointer { classes in
        var scanner = FieldScanner(
          buffer, from: detector.start, classes: classes.baseAddress!, separator: separator)
        while true {
          let first = scanner.position
          switch scanner.next() {
          case .end: return true
          case .failure: return false
          case .record:
            var end = scanner.position
            while end > first, buffer[end - 1] == .lineFeed || buffer[end - 1] == .carriageReturn { end -= 1 }
            records.append(Record(range: first..<end, cells: scanner.fields.map { Self.text(of: $0, in: buffer) }))
          }
        }
      }
    }
    guard isWhole, let dialect else { return nil }
    self.text = text
    self.records = records
    self.dialect = dialect
    separator = dialect.separator
    let first = text.firstIndex { $0 == .lineFeed || $0 == .carriageReturn }
    lineBreak =
      first.map {
        text[$0] == .carriageReturn && text.dropFirst($0 + 1).first == .lineFeed ? [0x0D, 0x0A] : [text[$0]]
      } ?? [0x0A]
  }

  private static func text(of field: FieldScanner.Field, in buffer: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = buffer[field.start..<field.end]
    guard field.traits.contains(.doubledQuotes) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var isDoubled = false
    for byte in bytes {
      isDoubled = byte == .quote && !isDoubled
      if byte != .quote || isDoubled { plain.append(byte) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// - Parameters:
  ///   - row: as a spreadsheet shows it, from 1.
  ///   - column: from 0; a row is made as wide as it takes.
  mutating func set(row: Int, column: Int, _ text: String) {
    var cells = changed[row - 1] ?? records[row - 1].cells
    while cells.count <= column { cells.append("") }
    guard cells[column] != text else { return }
    cells[column] = text
    changed[row - 1] = cells
  }

  /// The number of the next row that is added.
  var nextRow: Int { records.count + added.count + 1 }

  /// Adds a row at the end.
  mutating func add(_ cells: [String]) { added.append(cells) }

  var isChanged: Bool { !changed.isEmpty || !added.isEmpty }

  /// The table with its changes.
  var bytes: [UInt8] {
    guard isChanged else { return text }
    var result: [UInt8] = []
    var place = 0
    for (index, record) in records.enumerated() {
      guard let cells = changed[index] else { continue }
      result += text[place..<record.range.lowerBound]
      result += line(cells)
      place = record.range.upperBound
    }
    result += text[place...]
    for cells in added {
      if let last = result.last, last != .lineFeed, last != .carriageReturn { result += lineBreak }
      result += line(cells) + lineBreak
    }
    return result
  }

  private func line(_ cells: [String]) -> [UInt8] {
    Array(
      cells.map { cell -> [UInt8] in
        let bytes = Array(cell.utf8)
        let isPlain = !bytes.contains { $0 == separator || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
        if isPlain { return bytes }
        return [.quote] + bytes.flatMap { $0 == .quote ? [.quote, .quote] : [$0] } + [.quote]
      }.joined(separator: [separator]))
  }
}
