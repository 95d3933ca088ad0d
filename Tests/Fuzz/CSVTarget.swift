import Terms

@testable import StudyFiles

/// The first byte says which table; the rest is its file.
enum CSVTarget {
  static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let table = TableID.allCases[Int(first &- UInt8(ascii: "A")) % TableID.allCases.count]
    let bytes = Array(bytes.dropFirst())
    let (document, problems) = CSVReader.read(bytes, file: table.file)
    check(problems)
    guard let document else {
      return require(problems.contains { $0.severity == .error }, "no table, and no reason")
    }
    let isWhole = !problems.contains { $0.severity == .error }
    check(document, isWhole)
    if isWhole { checkWritten(document) }

    let diagnostics = DiagnosticCollector()
    let parser = CellParser(dialect: document.dialect) { _, _ in .success([1, 2, 4]) }
    let (read, _) = TableReader(
      description: table.description, document: document, cells: CellReader(parser: parser, diagnostics: diagnostics),
      diagnostics: diagnostics, isComplete: isWhole
    ).read()
    check(diagnostics.sorted)
    require(read.rows.count <= document.rows.count, "more rows than were written")
    let isGood = read.isReliable && read.rows.count == document.rows.count && read.missingColumns.isEmpty
    let isValid = read.rows.allSatisfy { row in
      row.cells.allSatisfy { cell in
        if case .invalid = cell { return false }
        return true
      }
    }
    require(isGood && isValid || diagnostics.hasErrors || !isWhole, "something is left out, and nothing is said of it")
  }

  static func check(_ problems: [Diagnostic]) {
    for problem in problems {
      for text in [problem.problem, problem.remedy] {
        require(!text.dutch.isEmpty && !text.english.isEmpty, "a message without words: \(problem)")
      }
    }
  }

  private static func check(_ document: CSVDocument, _ isWhole: Bool) {
    require(document.headerRow > 0 && !document.header.isEmpty, "no header")
    var last = document.headerRow
    for row in document.rows {
      require(row.row > last, "rows are not in order")
      last = row.row
      require(row.cells.count == document.header.count, "a row is not as wide as the header")
      // Some blanks are control characters, which are an error.
      require(!isWhole || row.cells.allSatisfy { $0.trimmedOfBlanks == $0 }, "blanks around a cell")
    }
  }

  /// A document without errors, written by the rules of RFC 4180, is read as the same.
  private static func checkWritten(_ document: CSVDocument) {
    var bytes = Array("sep=".utf8) + [document.dialect.separator, 0x0A]
    for row in [document.header] + document.rows.map({ $0.cells }) {
      for (column, cell) in row.enumerated() {
        if column > 0 { bytes.append(document.dialect.separator) }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 { bytes += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(0x0A)
    }
    let (again, problems) = CSVReader.read(bytes, file: document.file)
    require(!problems.contains { $0.severity == .error }, "what was read is not read again: \(problems)")
    require(again?.dialect == document.dialect && again?.header == document.header, "another header is read")
    require(again?.rows.map { $0.cells } == document.rows.map { $0.cells }, "other cells are read")
  }
}
