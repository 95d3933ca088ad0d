import Terms
import TestSupport
import Testing

@testable import StudyFiles

@Suite struct AnnotatedWorkbookTests {
  static let added = AnnotatedWorkbook.AddedSheet(
    name: "Vragen", header: ["Nr", "Vraag"], rows: [["1", "=1+1 & <b>?\nregel _x0041_"], ["2", ""]], widths: [4, 60])
  static let part = "xl/worksheets/sheet1.xml"

  static func note(_ cell: String, _ text: String, sheet: String = "Blad1") -> AnnotatedWorkbook.Note {
    AnnotatedWorkbook.Note(sheet: sheet, cell: CellAddress(reference: cell)!, text: text)
  }

  static func annotated(
    _ bytes: [UInt8], _ notes: [AnnotatedWorkbook.Note] = [note("B2", "Klopt dit?")],
    sheet: AnnotatedWorkbook.AddedSheet = added
  ) throws -> [UInt8] {
    try AnnotatedWorkbook.adding(notes, by: "Waterlijn", sheet: sheet, to: bytes)
  }

  static func problem(_ workbook: HandMadeWorkbook, _ notes: [AnnotatedWorkbook.Note]? = nil) -> WorkbookProblem? {
    do throws(WorkbookProblem) {
      _ = try AnnotatedWorkbook.adding(
        notes ?? [note("B2", "Klopt dit?")], by: "Waterlijn", sheet: added, to: workbook.bytes)
      return nil
    } catch { return error }
  }

  /// Notes as `B2 author: text`.
  static func notes(_ bytes: [UInt8], sheet: Int = 0) throws -> [String] {
    try SpreadsheetReader.read(bytes).sheets[sheet].notes.map { "\($0.address) \($0.author): \($0.text)" }
  }

  static func part(_ name: String, _ bytes: [UInt8]) throws -> String {
    var archive = try ZipReader(bytes)
    return String(decoding: try #require(try archive.contents(of: name)), as: UTF8.self)
  }

  /// A workbook with notes of others.
  static func workbook(comments: String, authors: String = "<author>Jan</author>") -> HandMadeWorkbook {
    var workbook = HandMadeWorkbook(rows: "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>")
    workbook.parts["xl/comments1.xml"] =
      "<comments xmlns=\"\(HandMadeWorkbook.main)\"><authors>\(authors)</authors>"
      + "<commentList>\(comments)</commentList></comments>"
    workbook.parts["xl/worksheets/_rels/sheet1.xml.rels"] = HandMadeWorkbook.relationships(
      ("rId1", "comments", "../comments1.xml"))
    return workbook
  }

  static let styles = """
    <fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>\
    <cellXfs count='1'><xf numFmtId="0"/></cellXfs>
    """

  // MARK: What stays and what comes

  @Test func everythingElseStays() throws {
    var workbook = HandMadeWorkbook(
      rows: "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\"><f>1+1</f><v>2</v></c></row>",
      texts: "<si><t>twaalf</t></si>", styles: Self.styles)
    workbook.parts["xl/vbaProject.bin"] = "\u{1}\u{2} iets"
    workbook.parts["docProps/app.xml"] = "<geen xml"
    for bytes in [workbook.bytes, workbook.stored] {
      let result = try Self.annotated(bytes)
      let (old, new) = (try SpreadsheetReader.read(bytes), try SpreadsheetReader.read(result))
      #expect(new.sheets.map(\.name) == ["Blad1", "Vragen"])
      #expect(new.sheets[0].rows == old.sheets[0].rows)
      #expect(try Self.notes(result) == ["B2 Waterlijn: Waterlijn:\nKlopt dit?"])
      #expect(
        new.sheets[1].lines == [
          "A1 text text Nr", "B1 text text Vraag", "A2 text text 1", "B2 text text =1+1 & <b>?\nregel _x0041_",
          "A3 text text 2",
        ])
      for name in ["xl/vbaProject.bin", "docProps/app.xml", "xl/sharedStrings.xml", "_rels/.rels"] {
        #expect(try Self.part(name, result) == workbook.parts[name])
      }
      #expect(
        try Self.part(Self.part, result)
          == workbook.parts[Self.part]!.replacing(
            "</worksheet>",
            with: "<legacyDrawing xmlns:r=\"\(HandMadeWorkbook.related)\" r:id=\"rId2\"/></worksheet>"))
      #expect(
        try Self.part("xl/styles.xml", result).contains(
          """
          <fonts count="2"><font><sz val="10"/><name val="Arial"/></font>\
          <font><b/><sz val="10"/><name val="Arial"/></font></fonts><cellXfs count='3'>
          """))
      #expect(try Self.annotated(bytes) == result)
      // The next round with the same questions changes nothing.
      #expect(try Self.annotated(result) == result)
    }
  }

  /// In the order of ECMA-376 part 1, 18.3.1.99, whatever a sheet has.
  @Test(arguments: [
    "tableParts count=\"0\"", "extLst", "legacyDrawingHF r:id=\"a\"", "picture r:id=\"a\"", "oleObjects", "controls",
    "mc:AlternateContent xmlns:mc=\"m\"",
  ])
  func placeOfTheDrawing(after: String) throws {
    let before = """
      <sheetProtection sheet="1"/><mergeCells><mergeCell ref="A5:B6"/></mergeCells><conditionalFormatting sqref="A1"/>\
      <dataValidations count="0"/><hyperlinks/><pageMargins left="1"/><pageSetup/><headerFooter/><ignoredErrors/>\
      <drawing r:id="d"/>
      """
    let workbook = HandMadeWorkbook(rows: "", after: "\(before)<\(after)/><extLst/>")
    let sheet = try Self.part(Self.part, Self.annotated(workbook.bytes))
    let ours = "<legacyDrawing xmlns:r=\"\(HandMadeWorkbook.related)\" r:id=\"rId2\"/>"
    #expect(sheet.contains("\(before)\(ours)<\(after)/><extLst/></worksheet>"))
  }

  /// As some programs write: everything has a prefix, and elements have no content.
  @Test func prefixes() throws {
    var workbook = Self.workbook(comments: "")
    workbook.parts["[Content_Types].xml"] = "<ct:Types xmlns:ct=\"t\"/>"
    workbook.parts["xl/workbook.xml"] = """
      <x:workbook xmlns:x="\(HandMadeWorkbook.main)"><x:sheets>\
      <x:sheet name="Blad1" sheetId="2" q:id="rId1" xmlns:q="\(HandMadeWorkbook.related)"/></x:sheets></x:workbook>
      """
    workbook.parts[Self.part] = "<x:worksheet xmlns:x=\"\(HandMadeWorkbook.main)\" />"
    workbook.parts["xl/comments1.xml"] =
      "<x:comments xmlns:x=\"\(HandMadeWorkbook.main)\"><x:authors/><x:commentList/></x:comments>"
    workbook.parts["xl/styles.xml"] =
      "<x:styleSheet xmlns:x=\"s\"><x:fonts><x:font/></x:fonts><x:cellXfs count=\"0\"/></x:styleSheet>"
    let result = try Self.annotated(workbook.bytes)
    #expect(try Self.notes(result) == ["B2 Waterlijn: Waterlijn:\nKlopt dit?"])
    #expect(
      try Self.part(Self.part, result)
        == """
        <x:worksheet xmlns:x="\(HandMadeWorkbook.main)" >\
        <x:legacyDrawing xmlns:r="\(HandMadeWorkbook.related)" r:id="rId2"/></x:worksheet>
        """)
    #expect(
      try Self.part("xl/workbook.xml", result).contains(
        "<x:sheet name=\"Vragen\" sheetId=\"3\" xmlns:r=\"\(HandMadeWorkbook.related)\" r:id=\"rId4\"/></x:sheets>"))
    #expect(try Self.part("[Content_Types].xml", result).contains("<ct:Types xmlns:ct=\"t\"><ct:Override PartName"))
    let styles = try Self.part("xl/styles.xml", result)
    #expect(styles.contains("<x:fonts><x:font/><x:font><x:b/></x:font></x:fonts><x:cellXfs count=\"2\"><x:xf "))
  }

  @Test func strictWorkbooks() throws {
    var workbook = HandMadeWorkbook(rows: "")
    for (name, text) in workbook.parts {
      workbook.parts[name] = text.replacing(
        HandMadeWorkbook.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main"
      )
      .replacing(HandMadeWorkbook.related, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
    }
    let result = try Self.annotated(workbook.bytes)
    for name in try ZipReader(result).names where name != "xl/drawings/vmlDrawing1.vml" {
      #expect(!(try Self.part(name, result).contains("schemas.openxmlformats.org/spreadsheetml")))
      #expect(!(try Self.part(name, result).contains("schemas.openxmlformats.org/officeDocument")))
    }
    #expect(try Self.notes(result).count == 1)
  }

  /// Parts in UTF-16 become UTF-8 when they are changed, and say so; other declarations stay.
  @Test func encodings() throws {
    let workbook = HandMadeWorkbook(rows: "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>é</t></is></c></row>")
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n"
    let units = Array((declared + workbook.parts[Self.part]!).utf16)
    let bytes: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    var entries = workbook.parts.keys.sorted().map { RawArchive.Entry($0, Array(workbook.parts[$0]!.utf8)) }
    entries[entries.firstIndex { $0.name == Array(Self.part.utf8) }!] = RawArchive.Entry(Self.part, bytes)
    let result = try Self.annotated(RawArchive(entries).bytes)
    let sheet = try Self.part(Self.part, result)
    #expect(sheet.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet"))
    #expect(try SpreadsheetReader.read(result).sheets[0].lines == ["B2 general text é"])

    var marked = workbook
    marked.parts[Self.part] = "\u{FEFF}<?xml encoding='utf-8'?>" + workbook.parts[Self.part]!
    #expect(
      try Self.part(Self.part, Self.annotated(marked.bytes)).hasPrefix("\u{FEFF}<?xml encoding='utf-8'?>")
    )
  }

  /// Two megabytes of blank lines in a sheet, as it is stored, would be packed too well to be read again.
  @Test func whatIsPackedWellIsReadAgain() throws {
    let blank = String(repeating: "\n", count: 2 << 20)
    let result = try Self.annotated(HandMadeWorkbook(rows: "<row><c><v>1</v></c></row>\(blank)").stored)
    #expect(try SpreadsheetReader.read(result).sheets[0].lines == ["A1 general number 1.0 1"])
  }

  // MARK: Notes that are there

  @Test func notesOfOthersStay() throws {
    let workbook = Self.workbook(
      comments: """
        <comment ref="A1" authorId="0"><text><t>van Jan</t></text></comment>\
        <comment ref="B2" authorId="0"><text><t xml:space="preserve">geteld </t></text></comment>\
        <comment ref="C3" authorId="0"><text><r><rPr><b/></rPr><t>Jan:</t></r><r><t xml:space="preserve">\nzeven</t></r>\
        <phoneticPr fontId="1"/></text></comment><comment ref="D4" authorId="0"><text/></comment>
        """)
    let notes = [
      Self.note("B2", "Klopt dit?"), Self.note("C3", "En dit?"), Self.note("D4", "Leeg?"), Self.note("E5", "Nieuw"),
      Self.note("E5", "Nog een"),
    ]
    let result = try Self.annotated(workbook.bytes, notes)
    #expect(
      try Self.notes(result) == [
        "A1 Jan: van Jan", "B2 Jan: geteld \n\nWaterlijn:\nKlopt dit?", "C3 Jan: Jan:\nzeven\n\nWaterlijn:\nEn dit?",
        "D4 Jan: Waterlijn:\nLeeg?", "E5 Waterlijn: Waterlijn:\nNieuw\n\nNog een",
      ])
    let part = try Self.part("xl/comments1.xml", result)
    #expect(part.contains("<text><r><t xml:space=\"preserve\">geteld </t></r><r><rPr>"))
    #expect(part.contains("<r><rPr><b/></rPr><t>Jan:</t></r><r><t xml:space=\"preserve\">\nzeven</t></r><r><rPr>"))
    #expect(part.contains("</t></r><phoneticPr fontId=\"1\"/></text>"))
    // All of them are shown, for there was no part that did.
    #expect(try Self.part("xl/drawings/vmlDrawing1.vml", result).components("<x:Row>") == 5)

    let again = try Self.annotated(
      result, [Self.note("B2", "Anders"), Self.note("E5", "Kort"), Self.note("F6", "Meer")])
    #expect(
      try Self.notes(again) == [
        "A1 Jan: van Jan", "B2 Jan: geteld \n\nWaterlijn:\nAnders", "C3 Jan: Jan:\nzeven\n\nWaterlijn:\nEn dit?",
        "D4 Jan: Waterlijn:\nLeeg?", "E5 Waterlijn: Waterlijn:\nKort", "F6 Waterlijn: Waterlijn:\nMeer",
      ])
    #expect(try Self.part("xl/drawings/vmlDrawing1.vml", again).components("<x:Row>") == 6)
    #expect(try Self.part("xl/drawings/vmlDrawing1.vml", again).components("id=\"_x0000_s1030\"") == 1)
    #expect(try Self.annotated(result, notes) == result)
  }

  /// A program that puts a note into one run, or forgets its author.
  @Test func earlierNotesAreFoundByTheirText() throws {
    let workbook = Self.workbook(
      comments: """
        <comment ref="A1" authorId="0"><text><r><rPr><b/></rPr><t>geteld\n\nWaterlijn:\nKlopt dit?</t></r></text></comment>\
        <comment ref="B2" authorId="0"><text><t>Waterlijn:\nKlopt dit?</t></text></comment>\
        <comment ref="C3" authorId="1"><text><t>Klopt dit?</t></text></comment>
        """, authors: "<author> </author><author>Waterlijn</author>")
    let result = try Self.annotated(workbook.bytes, ["A1", "B2", "C3"].map { Self.note($0, "Anders") })
    #expect(
      try Self.notes(result) == [
        "A1  : geteld\n\nWaterlijn:\nAnders", "B2  : Waterlijn:\nAnders", "C3 Waterlijn: Waterlijn:\nAnders",
      ])
    let notes = try SpreadsheetReader.read(result).sheets[0].notes
    #expect(notes.map { AnnotatedWorkbook.remark(in: $0, besides: "Waterlijn") } == ["geteld", nil, nil])
    #expect(AnnotatedWorkbook.remark(in: notes[0], besides: "Iemand") == notes[0].text)
  }

  /// Controls are drawn in the same part, and Excel's own is not always XML.
  @Test func drawingsThatAreThere() throws {
    let name = "xl/drawings/vmlDrawing7.vml"
    var workbook = HandMadeWorkbook(rows: "", after: "<legacyDrawing r:id=\"rId9\"/>")
    workbook.parts["xl/worksheets/_rels/sheet1.xml.rels"] = HandMadeWorkbook.relationships(
      ("rId9", "vmlDrawing", "../drawings/vmlDrawing7.vml"))
    for root in [
      "<xml xmlns:a=\"urn:schemas-microsoft-com:vml\">", "<!-- --><xml\n xmlns:v=\"urn:schemas-microsoft-com:vml\">",
    ] {
      let old = "\(root)<v:shape id=\"_x0000_s3073\"><br>knop</v:shape>"
      workbook.parts[name] = old + "</xml>"
      let result = try Self.annotated(workbook.bytes)
      let new = try Self.part(name, result)
      #expect(new.hasPrefix(old + "<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" "))
      #expect(new.contains("id=\"_x0000_s3074\" type=\"#_x0000_t202\"") && new.hasSuffix("</v:shape></xml>"))
      #expect(try Self.part(Self.part, result) == workbook.parts[Self.part])
      #expect(try Self.notes(result).count == 1)
      #expect(try Self.annotated(result) == result)
    }
    for (text, problem) in [
      ("<xml/>", WorkbookProblem.damagedPart(name)), ("<xml </xml>", .damagedPart(name)), ("", .damagedPart(name)),
      (nil, .missingPart(name)),
    ] {
      workbook.parts[name] = text
      #expect(Self.problem(workbook) == problem)
    }
  }

  /// Beside the cell, of one size whatever columns and rows are.
  @Test func boxesHaveASize() throws {
    var workbook = HandMadeWorkbook(
      rows: "<row r=\"1\" ht=\"150\" customHeight=\"1\"/><row r=\"2\" hidden=\"1\"/><row r=\"9\" ht=\"x\"/>")
    workbook.parts[Self.part] = workbook.parts[Self.part]!.replacing(
      "<sheetData>",
      with: "<cols><col min=\"2\" max=\"2\" width=\"60\"/><col min=\"4\" max=\"16384\" hidden=\"1\"/></cols><sheetData>"
    )
    let result = try Self.annotated(
      workbook.bytes, [Self.note("A2", "a"), Self.note("C9", "b"), Self.note("XFD1048576", "c")])
    let drawing = try Self.part("xl/drawings/vmlDrawing1.vml", result)
    #expect(drawing.contains("<x:Anchor>1, 12, 0, 8, 1, 262, 0, 98</x:Anchor>"))
    // No more than a thousand hidden columns are passed by.
    #expect(
      drawing.contains("<x:Anchor>3, 12, 7, 8, 1003, 262, 12, 0</x:Anchor>")
        || drawing.contains("7, 8, 1003, 262, 11, 18"))
    #expect(drawing.contains("<x:Row>1048575</x:Row><x:Column>16383</x:Column>"))
  }

  // MARK: The sheet

  @Test func aSheetOfTheSameName() throws {
    var workbook = HandMadeWorkbook(rows: "<row><c t=\"inlineStr\"><is><t>iets anders</t></is></c></row>")
    workbook.parts["xl/workbook.xml"] = workbook.parts["xl/workbook.xml"]!.replacing("Blad1", with: "VRAGEN")
    let notes = [Self.note("B2", "Klopt dit?", sheet: "VRAGEN")]
    let once = try Self.annotated(workbook.bytes, notes)
    #expect(try SpreadsheetReader.read(once).sheets.map(\.name) == ["VRAGEN", "Vragen (2)"])
    var other = Self.added
    other.rows = [["1", "Anders"]]
    let twice = try Self.annotated(once, notes, sheet: other)
    let sheets = try SpreadsheetReader.read(twice).sheets
    #expect(sheets.map(\.name) == ["VRAGEN", "Vragen (2)"])
    #expect(sheets[1].rows.count == 2 && sheets[1].rows[1].cells[1].value == .text("Anders"))
    // A long name is cut, so that a number fits after it.
    other.name = String(repeating: "v", count: 31)
    other.header = ["x"]
    let thrice = try Self.annotated(try Self.annotated(twice, notes, sheet: other), notes, sheet: Self.renamed(other))
    #expect(try SpreadsheetReader.read(thrice).sheets.last?.name == String(repeating: "v", count: 27) + " (2)")
  }

  private static func renamed(_ sheet: AnnotatedWorkbook.AddedSheet) -> AnnotatedWorkbook.AddedSheet {
    var sheet = sheet
    sheet.header = ["y"]
    return sheet
  }

  /// What somebody put on the sheet of questions goes with it.
  @Test func theReplacedSheetHasNoNotes() throws {
    let once = try Self.annotated(HandMadeWorkbook(rows: "").bytes)
    let noted = try Self.annotated(once, [Self.note("B2", "x", sheet: "Vragen")])
    #expect(try Self.notes(noted, sheet: 1).count == 1)
    #expect(try Self.notes(Self.annotated(noted), sheet: 1) == [])
  }

  // MARK: Problems

  @Test func problems() {
    #expect(Self.problem(HandMadeWorkbook()) == nil)
    #expect(Self.problem(HandMadeWorkbook(), [Self.note("A1", "a", sheet: "Blad2")]) == .missingPart("Blad2"))
    let beyond = AnnotatedWorkbook.Note(sheet: "Blad1", cell: CellAddress(row: 0, column: 0), text: "a")
    #expect(Self.problem(HandMadeWorkbook(), [beyond]) == .damagedCell(sheet: "Blad1", beyond.cell))
    for (part, text, problem) in [
      ("[Content_Types].xml", nil, WorkbookProblem.missingPart("[Content_Types].xml")),
      ("[Content_Types].xml", "<a/>", .damagedPart("[Content_Types].xml")),
      ("xl/styles.xml", "<a/>", .damagedPart("xl/styles.xml")),
      (Self.part, "<a/>", .damagedPart(Self.part)),
      (Self.part, "<worksheet>", .document(part: Self.part, .damaged(offset: 11))),
      (Self.part, "<worksheet><legacyDrawing/></worksheet>", .damagedPart(Self.part)),
      (Self.part, "<worksheet><legacyDrawing r:id='q'/></worksheet>", .damagedPart(Self.part)),
    ] {
      var workbook = HandMadeWorkbook()
      workbook.parts[part] = text
      #expect(Self.problem(workbook) == problem)
    }
    for comments in [
      "<comments/>", "<comments><authors/></comments>", "<comments><commentList/><authors/></comments>", "<a/>",
      "<comments><authors/><commentList><comment ref='B2'/></commentList></comments>",
      "<comments><authors/><commentList><comment ref='2'/></commentList></comments>",
    ] {
      var workbook = Self.workbook(comments: "")
      workbook.parts["xl/comments1.xml"] = comments
      #expect(Self.problem(workbook) == .damagedPart("xl/comments1.xml"))
    }
  }

  /// Whatever the bytes are: refused, or a workbook with the same cells.
  @Test func mutations() throws {
    var random = SplitMix(seed: 20_270_301)
    var workbook = Self.workbook(
      comments: """
        <comment ref="B2" authorId="0"><text><r><t>geteld</t></r><r><t>\n\nWaterlijn:\nx</t></r></text></comment>\
        <comment ref="C3" authorId="0"><text><t>acht</t></text></comment>
        """)
    workbook.parts["xl/styles.xml"] = "<styleSheet>\(Self.styles)</styleSheet>"
    let once = try Self.annotated(workbook.bytes, [Self.note("C3", "a"), Self.note("D4", "b")])
    var archive = try ZipReader(once)
    var parts: [(String, [UInt8])] = []
    for name in archive.names { parts.append((name, try #require(try archive.contents(of: name)))) }
    let pieces = [
      "<", ">", "/>", "</", "\"", "'", "=", " ", "x:", "&", "<a/>", "<!--", "-->", "<?xml ?>", "count", "0", "é",
    ]
    var taken = 0
    for _ in 0..<800 {
      let chosen = Int.random(in: 0..<parts.count, using: &random)
      var bytes = parts[chosen].1
      for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random)!.utf8, at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: place)
        }
      }
      let entries = parts.indices.map { RawArchive.Entry(parts[$0].0, $0 == chosen ? bytes : parts[$0].1) }
      let mutated = RawArchive(entries).bytes
      do throws(WorkbookProblem) {
        let result = try AnnotatedWorkbook.adding(
          [Self.note("B2", "q"), Self.note("E5", "r")], by: "Waterlijn", sheet: Self.added, to: mutated)
        guard HandMadeWorkbook.problem(mutated) == nil else { continue }
        taken += 1
        let (old, new) = (try SpreadsheetReader.read(mutated), try SpreadsheetReader.read(result))
        let same = old.sheets.filter { !$0.name.hasPrefix("Vragen") }.map(\.rows)
        #expect(Array(new.sheets.map(\.rows).prefix(same.count)) == same)
      } catch {
        #expect(!error.problem.dutch.isEmpty)
      }
    }
    #expect(taken > 80)
    // And the archive itself.
    for _ in 0..<300 {
      var bytes = once
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? Self.annotated(bytes)
    }
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
