import StudyFiles
import Testing

/// What a file says, read without problems.
func readWithoutProblems(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CSVDocument {
  let (document, diagnostics) = CSVReader.read(Array(text.utf8), file: "test.csv")
  #expect(diagnostics.isEmpty, sourceLocation: sourceLocation)
  return try #require(document, sourceLocation: sourceLocation)
}

@Suite struct CSVReaderTests {
  @Test func plainTable() throws {
    let table = try readWithoutProblems("region,name\nVR17,Rotterdam-Rijnmond\nVR18,Zuid-Holland Zuid\n")
    #expect(table.file == "test.csv")
    #expect(table.dialect == .comma)
    #expect(table.headerRow == 1)
    #expect(table.header == ["region", "name"])
    #expect(
      table.rows == [
        CSVRow(row: 2, cells: ["VR17", "Rotterdam-Rijnmond"]), CSVRow(row: 3, cells: ["VR18", "Zuid-Holland Zuid"]),
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [true, false])
  func lineEndings(lineBreak: String, isEnded: Bool) throws {
    let text = ["a;b", "1;2", "", "3;\"4\""].joined(separator: lineBreak) + (isEnded ? lineBreak : "")
    let table = try readWithoutProblems(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rows == [CSVRow(row: 2, cells: ["1", "2"]), CSVRow(row: 4, cells: ["3", "4"])])
  }

  // MARK: Dialects

  @Test(arguments: [
    ("a,b\n", CSVDialect.comma), ("a;b\n", .semicolon), ("a\tb\n", .tab), ("\"x;y;z\",b\n", .comma),
    ("\"x,y,z\";b\n", .semicolon), ("\"x\ny;z;p\"\tb\n", .tab), ("# a,b,c\n\n;;;\na;b\n", .semicolon),
    ("\"# a\n;;;;\",,\na,b\n", .comma), ("sep=;\na,b,c;d\n", .semicolon), ("sep=,\na;b;c,d\n", .comma),
    ("SEP=\t\r\na\tb", .tab), ("\"sep=;\"\na;b\n", .semicolon), ("sep=,,,\na,b\n", .comma),
  ])
  func dialect(text: String, expected: CSVDialect) throws {
    #expect(try readWithoutProblems(text).dialect == expected)
  }

  @Test func semicolonAndTabMeanADecimalComma() {
    #expect(CSVDialect.semicolon.decimalComma && CSVDialect.tab.decimalComma && !CSVDialect.comma.decimalComma)
  }

  @Test func separatorLineIsNoRow() throws {
    let table = try readWithoutProblems("sep=;\r\na;b\r\n1;2\r\n")
    #expect(table.headerRow == 1)
    #expect(table.header == ["a", "b"])
    #expect(table.rows == [CSVRow(row: 2, cells: ["1", "2"])])
  }

  @Test(arguments: [
    ("hours\n12\n13\n", CSVDialect.comma, ["12", "13"]), ("hours\n12.5\n13\n", .comma, ["12.5", "13"]),
    ("hours\n12,5\n13\n", .semicolon, ["12,5", "13"]), ("hours\n\"12,5\"\n", .comma, ["12,5"]),
    ("hours\n# a, b\n12\n", .comma, ["12"]), ("hours\n12,\n", .comma, ["12"]),
  ])
  func oneColumn(text: String, dialect: CSVDialect, cells: [String]) throws {
    let table = try readWithoutProblems(text)
    #expect(table.dialect == dialect)
    #expect(table.header == ["hours"])
    #expect(table.rows.map(\.cells) == cells.map { [$0] })
  }

  // MARK: Cells

  @Test(arguments: [
    ("\"a\"", "a"), ("\"a \"\"b\"\" c\"", "a \"b\" c"), ("\"\"", ""), ("\"\"\"\"", "\""), ("\"a;b\"", "a;b"),
    ("\"a\nb\"", "a\nb"), ("  a b  ", "a b"), (" \"a;b\" ", "a;b"), ("\" a \"", "a"), ("5\" pipe", "5\" pipe"),
    ("a\"b\"", "a\"b\""), ("\u{A0}a\u{202F}", "a"), ("\"é\"\"é\"", "é\"é"), ("\u{FEFF}", ""), ("\ta\t", "a"),
  ])
  func cell(written: String, read: String) throws {
    let table = try readWithoutProblems("x;y;z\n1;\(written);3\n")
    #expect(table.rows == [CSVRow(row: 2, cells: ["1", read, "3"])])
  }

  @Test func rowsAreNumberedAsASpreadsheetDoes() throws {
    let table = try readWithoutProblems("# title\n\n;\n a ; b \n1;\"x\ny\r\nz\"\n;;;;\n  # remark;\n \n2;\n3\n")
    #expect(table.headerRow == 4)
    #expect(table.header == ["a", "b"])
    #expect(
      table.rows == [
        CSVRow(row: 5, cells: ["1", "x\ny\r\nz"]), CSVRow(row: 9, cells: ["2", ""]), CSVRow(row: 10, cells: ["3", ""]),
      ])
  }

  @Test func trailingEmptyCellsMayBeMissingOrTooMany() throws {
    let table = try readWithoutProblems("a,b,c\n1\n1,2,3,,,\n,2\n")
    #expect(table.rows.map(\.cells) == [["1", "", ""], ["1", "2", "3"], ["", "2", ""]])
  }

  /// Cells are made once where the one above says the same: which it does only if it is read in the same way.
  @Test func cellsThatLookLikeTheOneAbove() throws {
    let long = "een toelichting van meer dan vijftien tekens"
    let table = try readWithoutProblems(
      """
      a;b;c
      "x""y";\(long);é
      x""y;\(long);é
      # \(long)
      "x""y"
      "x""y";\(long)!;e
      ;"\(long)!";"é"

      y""x;\(long)?;é
      """)
    #expect(
      table.rows.map(\.cells) == [
        ["x\"y", long, "é"], ["x\"\"y", long, "é"], ["x\"y", "", ""], ["x\"y", long + "!", "e"],
        ["", long + "!", "é"], ["y\"\"x", long + "?", "é"],
      ])
  }

  @Test func emptyColumnsAtTheEndAreDropped() throws {
    let table = try readWithoutProblems("a;b;;\n1;2;;\n3;4;;;;\n")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
  }

  @Test func anEmptyColumnInTheMiddleStays() throws {
    let table = try readWithoutProblems("a;;b\n1;;2\n")
    #expect(table.header == ["a", "", "b"])
    #expect(table.rows.map(\.cells) == [["1", "", "2"]])
  }

  @Test func headerOnly() throws {
    let table = try readWithoutProblems("a;b")
    #expect(table.header == ["a", "b"])
    #expect(table.rows.isEmpty)
  }

  /// A thousand rows, each of which says its own number, through all that can make a row be skipped.
  @Test func manyRows() throws {
    var text = "id;text\r\n"
    var expected: [CSVRow] = []
    for row in 2...1001 {
      switch row % 5 {
      case 0: text += "# \(row)\r\n"
      case 1: text += "\r\n"
      case 2: text += "\(row);\"regel \(row)\r\nvervolg\"\r\n"
      case 3: text += " \(row) ; één \r\n"
      default: text += "\(row)\r\n"
      }
      let cells = [2: "regel \(row)\r\nvervolg", 3: "één", 4: ""]
      if let cell = cells[row % 5] { expected.append(CSVRow(row: row, cells: ["\(row)", cell])) }
    }
    #expect(try readWithoutProblems(text).rows == expected)
  }
}
