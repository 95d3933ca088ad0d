import Terms

/// Builds a document from the records of a file and collects what is wrong with them.
struct DocumentBuilder {
  /// True if the bytes are not valid in the encoding.
  private(set) var isDamaged = false
  /// Whether a cell holds anything but ASCII.
  private(set) var hasNonASCII = false

  private let bytes: UnsafeBufferPointer<UInt8>
  private let encoding: TextEncoding
  private var document: CSVDocument
  private var hasHeader = false
  private var isFatal = false
  private var problems = ProblemList()
  /// Columns without a name in which all cells so far were empty, ascending.
  private var emptyUnnamed: [Int] = []

  /// Whether nothing is known of the table, see ``CSVReader/readSheet(_:file:)``.
  private let isSheet: Bool
  /// Of a table of which nothing is known.
  private static let sheetWidth = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>, encoding: TextEncoding, file: String, isSheet: Bool = false) {
    self.isSheet = isSheet
    self.bytes = bytes
    self.encoding = encoding
    document = CSVDocument(file: file, dialect: .comma, headerRow: 1, header: [], rows: [])
  }

  var result: (document: CSVDocument?, diagnostics: [Diagnostic]) {
    (isFatal ? nil : document, problems.diagnostics(file: document.file))
  }

  mutating func build(from start: Int) {
    let detector: DialectDetector
    do {
      detector = try DialectDetector(bytes, from: start, rows: isSheet ? 60 : 1)
    } catch {
      return fail(.unknownSeparator(error.text))
    }
    document.dialect = detector.dialect
    if isSheet {
      hasHeader = true
      document.header = (1...Self.sheetWidth).map { String($0) }
    }
    let separator = detector.dialect.separator
    ByteClasses.table(separator: separator).withUnsafeBufferPointer { classes in
      readRecords(
        FieldScanner(bytes, from: detector.start, classes: classes.baseAddress!, separator: separator))
    }
    if hasHeader, !isFatal { dropUnnamedColumnsAtTheEnd() }
  }

  private mutating func readRecords(_ scanner: FieldScanner) {
    var scanner = scanner
    var row = 0
    var sawText = false
    while !isFatal {
      row += 1
      switch scanner.next() {
      case .end:
        if !hasHeader { fail(sawText ? .noHeader : .empty) }
        return
      case .failure(let failure):
        return fail(failure, row: row)
      case .record:
        if row > CSVLimits.rows { return fail(.tooManyRows) }
        // A cell often has the same content as the one above it.
        let isBelowData = document.rows.last?.row == row - 1
        let cells = texts(of: scanner.fields, below: isBelowData ? scanner.fieldsBefore : [], row: row)
        if cells.allSatisfy(Self.isBlank) { continue }
        sawText = true
        if cells[0].utf8.first == UInt8(ascii: "#") {
          noticeSpreadsheetError(cells[0], row: row)
        } else {
          if !scanner.traits.isDisjoint(with: [.textAfterQuote, .control]) { noticeTraits(scanner.fields, row: row) }
          if hasHeader { addRow(cells, row: row) } else { setHeader(cells, row: row) }
        }
      }
    }
  }

  // MARK: Cells

  /// - Parameter fieldsAbove: the fields of the document's last row if that is the previous record; otherwise empty.
  private mutating func texts(
    of fields: [FieldScanner.Field], below fieldsAbove: [FieldScanner.Field], row: Int
  ) -> [String] {
    var cells: [String] = []
    cells.reserveCapacity(max(fields.count, document.header.count))
    for (column, field) in fields.enumerated() {
      if field.start == field.end {
        cells.append("")
      } else if field.traits.isEmpty, field.end &- field.start <= Self.shortLength {
        cells.append(plainText(of: field))
      } else if column < min(fieldsAbove.count, document.header.count), isSame(field, fieldsAbove[column]) {
        cells.append(document.rows[document.rows.count - 1].cells[column])
      } else if field.traits.isDisjoint(with: [.nonASCII, .doubledQuotes]) {
        cells.append(plainText(of: field))
      } else {
        if field.traits.contains(.nonASCII) { hasNonASCII = true }
        cells.append(text(of: field, at: CellAddress(row: row, column: column)))
      }
    }
    return cells
  }

  private func plainText(of field: FieldScanner.Field) -> String {
    String(decoding: bytes[unchecked: field.start, field.end], as: UTF8.self)
  }

  /// A text of at most this many bytes is stored inline, which takes no longer than comparing it.
  private static let shortLength = 15

  /// Whether two fields consist of the same bytes, to be read in the same way.
  private func isSame(_ field: FieldScanner.Field, _ other: FieldScanner.Field) -> Bool {
    var count = field.end &- field.start
    guard count == other.end &- other.start, field.traits == other.traits else { return false }
    let bytes = UnsafeRawPointer(bytes.baseAddress!)
    let (field, other) = (bytes + field.start, bytes + other.start)
    // From the end, where numbers and numbered texts tend to differ.
    while count >= 8 {
      count &-= 8
      let word = field.loadUnaligned(fromByteOffset: count, as: UInt64.self)
      if word != other.loadUnaligned(fromByteOffset: count, as: UInt64.self) { return false }
    }
    while count > 0 {
      count &-= 1
      if field.load(fromByteOffset: count, as: UInt8.self) != other.load(fromByteOffset: count, as: UInt8.self) {
        return false
      }
    }
    return true
  }

  private mutating func text(of field: FieldScanner.Field, at cell: CellAddress) -> String {
    let raw = bytes[unchecked: field.start, field.end]
    let text: String?
    if field.traits.contains(.doubledQuotes) {
      text = decoded(Self.withSingleQuotes(raw))
    } else {
      text = decoded(raw)
    }
    if let text { return text.trimmedOfBlanks }
    fail(encoding == .utf8 ? .damagedUTF8(row: cell.row) : .unknownCharacter(cell))
    isDamaged = true
    return ""
  }

  private func decoded(_ content: some Sequence<UInt8>) -> String? {
    switch encoding {
    case .utf8: return String(validating: content, as: UTF8.self)
    case .windows1252: return TextEncoding.windows1252(content)
    }
  }

  private static func withSingleQuotes(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var index = 0
    while index < content.count {
      text.append(content[index])
      index += content[index] == .quote ? 2 : 1
    }
    return text
  }

  /// Also true for separators of another dialect: a line of only those is a blank row, whatever the separator is.
  private static func isBlank(_ cell: String) -> Bool { cell.utf8.allSatisfy(CSVDialect.isSeparator) }

  private mutating func noticeTraits(_ fields: [FieldScanner.Field], row: Int) {
    for (column, field) in fields.enumerated() {
      let cell = CellAddress(row: row, column: column)
      if field.traits.contains(.textAfterQuote) { problems.add(.textAfterQuote(cell), kind: .quote) }
      if field.traits.contains(.control) { problems.add(.controlCharacter(cell), kind: .control) }
    }
  }

  private mutating func noticeSpreadsheetError(_ text: String, row: Int) {
    guard SpreadsheetDamage.isErrorValue(text) else { return }
    problems.add(.spreadsheetErrorAsComment(CellAddress(row: row, column: 0), text: text), kind: .comment)
  }

  // MARK: Rows

  private mutating func setHeader(_ cells: [String], row: Int) {
    hasHeader = true
    document.headerRow = row
    document.header = cells
    var first: [String: Int] = [:]
    for (column, name) in cells.enumerated() {
      if name.isEmpty {
        emptyUnnamed.append(column)
      } else if let earlier = first[name] {
        problems.add(
          .duplicateColumn(
            name, first: CellAddress(row: row, column: earlier), second: CellAddress(row: row, column: column)),
          column: name, kind: .header)
      } else {
        first[name] = column
      }
    }
  }

  private mutating func addRow(_ cells: consuming [String], row: Int) {
    let width = document.header.count
    if cells.count > width {
      if let excess = cells[width...].firstIndex(where: { !$0.isEmpty }) {
        problems.add(
          .excessCell(CellAddress(row: row, column: excess), text: cells[excess], columns: namedWidth), kind: .width)
      }
      cells.removeSubrange(width...)
    }
    while cells.count < width { cells.append("") }
    for column in emptyUnnamed where !cells[column].isEmpty {
      emptyUnnamed.removeAll { $0 == column }
      problems.add(
        .unnamedColumn(
          CellAddress(row: row, column: column), header: CellAddress(row: document.headerRow, column: column),
          text: cells[column]), kind: .header)
    }
    document.rows.append(CSVRow(row: row, cells: cells))
    if document.rows.count &* width > CSVLimits.cells { fail(.tooManyCells) }
  }

  private var namedWidth: Int { (document.header.lastIndex { !$0.isEmpty } ?? 0) + 1 }

  private mutating func dropUnnamedColumnsAtTheEnd() {
    var width = document.header.count
    while width > 1, emptyUnnamed.last == width - 1 {
      emptyUnnamed.removeLast()
      width -= 1
    }
    guard width < document.header.count else { return }
    document.header.removeSubrange(width...)
    for row in document.rows.indices { document.rows[row].cells.removeSubrange(width...) }
  }

  // MARK: Failure

  private mutating func fail(_ problem: CSVProblem) {
    // The first failure is the cause; problems collected before it are kept, as they may or may not be its consequence.
    if !isFatal { problems.add(problem, kind: .file) }
    isFatal = true
  }

  private mutating func fail(_ failure: FieldScanner.Failure, row: Int) {
    switch failure {
    case .nul: fail(.binary(row: row))
    case .unclosedQuote(let column): fail(.unclosedQuote(CellAddress(row: row, column: column)))
    case .cellTooLong(let column): fail(.cellTooLong(CellAddress(row: row, column: column)))
    case .tooManyColumns: fail(.tooManyColumns(row: row))
    }
  }
}

/// The problems of a file, in the order of their rows; only a limited number of each kind is listed individually.
struct ProblemList {
  enum Kind: Int, CaseIterable {
    case file, header, width, quote, control, comment, text
  }

  private var problems: [(problem: CSVProblem, column: String?)] = []
  private var counts = [Int](repeating: 0, count: Kind.allCases.count)

  mutating func add(_ problem: CSVProblem, column: String? = nil, kind: Kind) {
    counts[kind.rawValue] += 1
    if counts[kind.rawValue] <= CSVLimits.problemsOfAKind { problems.append((problem, column)) }
  }

  func diagnostics(file: String) -> [Diagnostic] {
    var diagnostics = problems.map { $0.problem.diagnostic(file: file, column: $0.column) }
    let further = counts.reduce(0) { $0 + max(0, $1 - CSVLimits.problemsOfAKind) }
    if further > 0 { diagnostics.append(CSVProblem.furtherProblems(count: further).diagnostic(file: file)) }
    return diagnostics
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate subscript(unchecked start: Int, end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: baseAddress! + start, count: end - start)
  }
}
