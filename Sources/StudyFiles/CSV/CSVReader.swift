import Terms

/// Reads the bytes of a CSV file as written by spreadsheets (RFC 4180 and its dialects, see ``CSVDialect``).
///
/// Encodings: UTF-8 with or without byte-order mark, UTF-16 with one, and for anything that is not valid UTF-8 the most
/// plausible of Windows-1252, MS-DOS and Macintosh; a notice tells of anything but UTF-8, UTF-16 and Windows-1252, and of
/// text that was spoilt before it was saved. Blank rows and rows whose first cell begins with `#` are skipped. The maximum
/// size of a file is in
/// ``CSVLimits``.
public enum CSVReader {
  /// The document in these bytes, and everything that is wrong with it.
  ///
  /// The document is nil if the bytes cannot be interpreted; an error then says why. If only some rows are wrong there
  /// is a document as well as errors: a row wider than the header has lost its excess cells.
  public static func read(_ bytes: [UInt8], file: String) -> (document: CSVDocument?, diagnostics: [Diagnostic]) {
    func failed(_ problem: CSVProblem) -> (CSVDocument?, [Diagnostic]) { (nil, [problem.diagnostic(file: file)]) }

    if bytes.count > CSVLimits.bytes { return failed(.fileTooLarge) }
    if let format = ForeignFormat(of: bytes) { return failed(.foreign(format)) }
    switch TextEncoding.ByteOrderMark(of: bytes) {
    case .utf16LittleEndian, .utf16BigEndian:
      guard let text = UTF16Text.utf8(bytes, bigEndian: bytes[0] == 0xFE) else {
        return failed(.damagedUTF16)
      }
      return examined(read(text, from: 0, encoding: .utf8, file: file))
    case .utf8:
      return examined(read(bytes, from: 3, encoding: .utf8, file: file))
    case .none:
      let attempt = read(bytes, from: 0, encoding: .utf8, file: file)
      guard attempt.isDamaged else { return examined(attempt) }
      let legacy = LegacyText(bytes)
      guard let text = legacy.utf8 else {
        return examined(read(bytes, from: 0, encoding: .windows1252, file: file))
      }
      let (document, diagnostics) = examined(read(text, from: 0, encoding: .utf8, file: file))
      return (document, [CSVProblem.encoding(legacy.finding).diagnostic(file: file)] + diagnostics)
    }
  }

  /// The rows of a table of which nothing is known, not even where its headings are: those above them too. Its columns are
  /// called by their numbers.
  static func readSheet(_ bytes: [UInt8], file: String) -> (document: CSVDocument?, diagnostics: [Diagnostic]) {
    func failed(_ problem: CSVProblem) -> (CSVDocument?, [Diagnostic]) { (nil, [problem.diagnostic(file: file)]) }

    if bytes.count > CSVLimits.bytes { return failed(.fileTooLarge) }
    if let format = ForeignFormat(of: bytes) { return failed(.foreign(format)) }
    guard let (text, start) = TextEncoding.inUTF8(bytes) else { return failed(.damagedUTF16) }
    return text.withUnsafeBufferPointer { text in
      var builder = DocumentBuilder(text, encoding: .utf8, file: file, isSheet: true)
      builder.build(from: start)
      return builder.result
    }
  }

  /// The result, with notices of cells whose text was spoilt before it was saved.
  private static func examined(_ builder: DocumentBuilder) -> (document: CSVDocument?, diagnostics: [Diagnostic]) {
    let (document, diagnostics) = builder.result
    guard let document, builder.hasNonASCII else { return (document, diagnostics) }
    var problems = ProblemList()
    for row in document.rows {
      for (column, text) in row.cells.enumerated() {
        guard let damage = DamagedText(text) else { continue }
        problems.add(
          .damagedText(CellAddress(row: row.row, column: column), text: text, damage), column: document.header[column],
          kind: .text)
      }
    }
    return (document, diagnostics + problems.diagnostics(file: document.file))
  }

  private static func read(
    _ bytes: [UInt8], from start: Int, encoding: TextEncoding, file: String
  ) -> DocumentBuilder {
    bytes.withUnsafeBufferPointer { bytes in
      var builder = DocumentBuilder(bytes, encoding: encoding, file: file)
      builder.build(from: start)
      return builder
    }
  }
}
