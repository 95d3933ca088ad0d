import TestSupport
import Testing

@testable import StudyFiles

@Suite struct SpreadsheetReaderTests {
  @Test func values() throws {
    let workbook = HandMadeWorkbook(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v> 2 </v></c></row>\
        <row r="3"><c r="A3"><v>12</v></c><c r="B3" t="n"><v>1.0000000000000001E-2</v></c><c r="C3" s="0"/>\
        <c r="D3" t="str"><v>17,5</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c>\
        <c r="G3" t="d"><v>2027-03-01</v></c><c r="AA3" t="inlineStr"><is><t>in</t><r><rPr><b/></rPr><t> lijn</t></r></is></c>\
        </row>
        """,
      texts: """
        <si><t>een</t></si>\
        <si><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">vet </t></r><r><t>en &amp; gewoon</t></r>\
        <rPh sb="0" eb="1"><t>UIT</t></rPh><phoneticPr fontId="1"/></si>\
        <si><t xml:space="preserve"> regel_x000D_\nregel _x005F_x0041_ _x41_</t></si>
        """)
    for bytes in [workbook.bytes, workbook.stored] {
      let sheet = try #require(try SpreadsheetReader.read(bytes).sheets.first)
      #expect(
        sheet.lines == [
          "A1 general text een", "B1 general text vet en & gewoon",
          "C1 general text  regel\r\nregel _x0041_ _x41_", "A3 general number 12.0 12",
          "B3 general number 0.01 1.0000000000000001E-2", "D3 general text 17,5", "E3 general true",
          "F3 general error #REF!", "G3 general date 2027-03-01", "AA3 general text in lijn",
        ])
      #expect(sheet[CellAddress(row: 3, column: 26)]?.value == .text("in lijn"))
      #expect(sheet[CellAddress(row: 3, column: 2)] == nil && sheet[CellAddress(row: 2, column: 0)] == nil)
    }
  }

  @Test func formulas() throws {
    let sheet = try HandMadeWorkbook(
      rows: """
        <row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v></v></c>\
        <c r="D1" t="str"><f>"a"</f><v>a</v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="str"><f>""</f></c>\
        <c r="G1"><f t="shared" si="0"/><v>3</v></c><c r="H1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
        """
    ).read().sheets[0]
    #expect(
      sheet.lines == [
        "A1 = general number 2.0 2", "B1 = general uncomputed", "C1 = general uncomputed", "D1 = general text a",
        "E1 = general text ", "F1 = general uncomputed", "G1 = general number 3.0 3", "H1 = general error #DIV/0!",
      ])
  }

  /// Who leaves out numbers of rows and cells means the next one.
  @Test func rowsAndCellsWithoutNumbers() throws {
    let sheet = try HandMadeWorkbook(
      rows: """
        <row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>\
        <row><c><v>5</v></c></row>
        """
    ).read().sheets[0]
    #expect(
      sheet.lines == [
        "A1 general number 1.0 1", "C1 general number 2.0 2", "C5 general number 3.0 3", "D5 general number 4.0 4",
        "A6 general number 5.0 5",
      ])
  }

  /// Some programs write cells in the order in which they were made.
  @Test func otherOrders() throws {
    let sheet = try HandMadeWorkbook(
      rows: """
        <row r="2"><c r="B2"><v>3</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>
        """
    ).read().sheets[0]
    #expect(sheet.lines == ["A1 general number 1.0 1", "A2 general number 2.0 2", "B2 general number 3.0 3"])
  }

  @Test func formats() throws {
    let sheet = try HandMadeWorkbook(
      rows: """
        <row r="1">\((0..<9).map { "<c s=\"\($0)\"><v>0.5</v></c>" }.joined())</row>
        """,
      styles: """
        <numFmts count="2"><numFmt numFmtId="164" formatCode="[$-413]d mmmm yyyy;@"/>\
        <numFmt numFmtId="165" formatCode="&quot;€&quot;\\ #,##0"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
        <cellXfs><xf/><xf numFmtId="10"><alignment/></xf><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="49"/>\
        <xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="0" quotePrefix="1"/></cellXfs>
        """
    ).read().sheets[0]
    #expect(
      sheet.rows[0].cells.map(\.format) == [
        .general, .percent, .date, .time, .text, .date, .number, .text, .general,
      ])
  }

  @Test func mergedAndHidden() throws {
    var workbook = HandMadeWorkbook(
      rows: """
        <row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c r="A2"><v>2</v></c></row>\
        <row r="3" hidden="0"><c r="A3"><v>3</v></c></row>
        """,
      after: "<mergeCells count=\"2\"><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"D4:D9\"/></mergeCells>")
    workbook.parts["xl/worksheets/sheet1.xml"] = workbook.parts["xl/worksheets/sheet1.xml"]!
      .replacing(
        "<sheetData>",
        with: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\" width=\"9\"/></cols><sheetData>")
    let sheet = try workbook.read().sheets[0]
    #expect(sheet.rows.map(\.isHidden) == [true, true, false])
    #expect(sheet.merges.map(\.description) == ["A1:C2", "D4:D9"])
    #expect(sheet.merges[0].contains(CellAddress(row: 2, column: 2)))
    #expect(!sheet.merges[0].contains(CellAddress(row: 3, column: 2)))
    #expect((0..<6).map(sheet.isHidden(column:)) == [false, true, true, false, false, false])
  }

  /// The order of the tabs is that of the list; a chart is no sheet of cells.
  @Test func severalSheets() throws {
    var workbook = HandMadeWorkbook(rows: "<row><c><v>1</v></c></row>")
    workbook.parts["xl/workbook.xml"] = """
      <workbook xmlns="\(HandMadeWorkbook.main)" xmlns:d3p1="\(HandMadeWorkbook.related)"><workbookPr date1904="true"/>\
      <sheets><sheet name="B &amp; c" sheetId="7" d3p1:id="b"/><sheet name="Grafiek" sheetId="3" d3p1:id="c"/>\
      <sheet name="A" sheetId="1" state="hidden" d3p1:id="a"/><sheet name="Z" sheetId="2" state="veryHidden" d3p1:id="z"/>\
      </sheets></workbook>
      """
    workbook.parts["xl/_rels/workbook.xml.rels"] = HandMadeWorkbook.relationships(
      ("a", "worksheet", "worksheets/sheet1.xml"), ("b", "worksheet", "/xl/worksheets/Sheet2.xml"),
      ("c", "chartsheet", "chartsheets/sheet1.xml"), ("z", "worksheet", "../xl/./worksheets/sheet3.xml"))
    workbook.parts["xl/worksheets/sheet2.xml"] =
      "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"
    workbook.parts["xl/worksheets/sheet3.xml"] =
      "<worksheet><sheetData><row><c><v>3</v></c></row></sheetData></worksheet>"
    let read = try workbook.read()
    #expect(read.dateSystem == .from1904)
    #expect(read.sheets.map(\.name) == ["B & c", "A", "Z"])
    #expect(read.sheets.map(\.isHidden) == [false, true, true])
    #expect(read.sheets.map { $0.rows[0].cells[0].value } == [2, 1, 3].map { .number(Double($0), text: "\($0)") })
  }

  /// The strict kind has other namespaces, prefixes where it likes, and dates as texts.
  @Test func strict() throws {
    var workbook = HandMadeWorkbook()
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    workbook.parts = [
      "_rels/.rels": HandMadeWorkbook.relationships(("x", "officeDocument", "/boek/werk.xml"), in: strict),
      "boek/werk.xml": """
      <s:workbook xmlns:s="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="\(strict)" conformance="strict">\
      <s:sheets><s:sheet name="Een" sheetId="1" r:id="x1"/></s:sheets></s:workbook>
      """,
      "boek/_rels/werk.xml.rels": HandMadeWorkbook.relationships(("x1", "worksheet", "een.xml"), in: strict),
      "boek/een.xml": """
      <s:worksheet xmlns:s="http://purl.oclc.org/ooxml/spreadsheetml/main"><s:sheetData><s:row r="1">\
      <s:c r="A1" t="d"><s:v>2027-03-01T12:00:00</s:v></s:c></s:row></s:sheetData></s:worksheet>
      """,
    ]
    #expect(try workbook.read().sheets[0].lines == ["A1 general date 2027-03-01T12:00:00"])
  }

  @Test func notes() throws {
    var workbook = HandMadeWorkbook()
    workbook.parts["xl/worksheets/_rels/sheet1.xml.rels"] = HandMadeWorkbook.relationships(
      ("a", "comments", "../comments1.xml"))
    workbook.parts["xl/comments1.xml"] = """
      <comments><authors><author>Jan</author><author/></authors><commentList><comment ref="B2" authorId="0"><text><r><t>Jan:\
      </t></r><r><t xml:space="preserve"> klopt</t></r></text></comment><comment ref="C3" authorId="1"><text><t>ja</t></text>\
      </comment></commentList></comments>
      """
    let (b2, c3) = (CellAddress(row: 2, column: 1), CellAddress(row: 3, column: 2))
    #expect(
      try workbook.read().sheets[0].notes == [
        Spreadsheet.Note(address: b2, author: "Jan", text: "Jan: klopt"),
        Spreadsheet.Note(address: c3, author: "", text: "ja"),
      ])

    // Comments that can be answered stand for the notes that tell older programs of them.
    let microsoft = "http://schemas.microsoft.com/office/2017/10/relationships"
    workbook.parts["xl/worksheets/_rels/sheet1.xml.rels"] = """
      <Relationships><Relationship Id="a" Type="\(HandMadeWorkbook.related)/comments" Target="../comments1.xml"/>\
      <Relationship Id="b" Type="\(microsoft)/threadedComment" Target="../t.xml"/></Relationships>
      """
    workbook.parts["xl/comments1.xml"] = """
      <comments><authors><author>tc={1}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>[Threaded\
       comment]</t></text></comment></commentList></comments>
      """
    workbook.parts["xl/t.xml"] = """
      <ThreadedComments><threadedComment ref="B2" personId="{p}" id="{1}"><text>Klopt dit?</text></threadedComment>\
      <threadedComment ref="B2" personId="{q}" id="{2}" parentId="{1}"><text>Ja</text></threadedComment></ThreadedComments>
      """
    workbook.parts["xl/p.xml"] = "<personList><person displayName=\"Jan\" id=\"{p}\"/></personList>"
    workbook.parts["xl/_rels/workbook.xml.rels"] = """
      <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="p" Type="\(microsoft)/person" Target="p.xml"/></Relationships>
      """
    #expect(
      try workbook.read().sheets[0].notes == [
        Spreadsheet.Note(address: b2, author: "Jan", text: "Klopt dit?"),
        Spreadsheet.Note(address: b2, author: "", text: "Ja"),
      ])
  }
}
