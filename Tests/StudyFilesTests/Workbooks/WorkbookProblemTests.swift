import Terms
import TestSupport
import Testing

@testable import StudyFiles

@Suite struct WorkbookProblemTests {
  static func problem(rows: String, after: String = "", texts: String? = nil) -> WorkbookProblem? {
    HandMadeWorkbook(rows: rows, after: after, texts: texts).problem
  }

  static func problem(part: String, _ content: String?) -> WorkbookProblem? {
    var workbook = HandMadeWorkbook()
    workbook.parts[part] = content
    return workbook.problem
  }

  static func archive(_ entries: (String, String)...) -> [UInt8] {
    RawArchive(entries.map { RawArchive.Entry($0.0, Array($0.1.utf8)) }).bytes
  }

  @Test func otherFiles() {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    let word = "EncryptedPackage".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(HandMadeWorkbook.problem([]) == .empty)
    #expect(HandMadeWorkbook.problem(Array("a;b\n1;2\n".utf8)) == .notAWorkbook)
    #expect(HandMadeWorkbook.problem(Array("%PDF-1.7".utf8)) == .foreign(.pdf))
    #expect(HandMadeWorkbook.problem(Array("<html>".utf8)) == .foreign(.webPage))
    #expect(HandMadeWorkbook.problem(compound) == .oldWorkbook)
    #expect(HandMadeWorkbook.problem(compound + word + [0, 0]) == .encrypted)
    #expect(
      HandMadeWorkbook.problem(
        Self.archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")))
        == .openDocument)
    #expect(HandMadeWorkbook.problem(Self.archive(("mimetype", "application/epub+zip"))) == .notAWorkbook)
    #expect(HandMadeWorkbook.problem(Self.archive(("map/A.XLSX", "PK"))) == .nestedArchive("map/A.XLSX"))
    #expect(HandMadeWorkbook.problem(Self.archive(("a.txt", "a"))) == .notAWorkbook)
    let binary = HandMadeWorkbook.relationships(("a", "officeDocument", "xl/workbook.bin"))
    #expect(Self.problem(part: "_rels/.rels", binary) == .binaryWorkbook)
    #expect(Self.problem(part: "_rels/.rels", "<Relationships/>") == .notAWorkbook)
    #expect(Self.problem(part: "xl/workbook.xml", "<w:document/>") == .notAWorkbook)
    var encrypted = RawArchive([RawArchive.Entry("a", [1])])
    encrypted.entries[0].flags = 1
    #expect(HandMadeWorkbook.problem(encrypted.bytes) == .encrypted)
    let bytes = HandMadeWorkbook().bytes
    #expect(HandMadeWorkbook.problem(bytes.dropLast(10)) == .archive(.damaged(name: nil)))
  }

  @Test func parts() {
    #expect(HandMadeWorkbook().problem == nil)
    #expect(Self.problem(part: "xl/workbook.xml", nil) == .missingPart("xl/workbook.xml"))
    #expect(Self.problem(part: "xl/worksheets/sheet1.xml", nil) == .missingPart("xl/worksheets/sheet1.xml"))
    #expect(Self.problem(part: "xl/worksheets/sheet1.xml", "<a/>") == .damagedPart("xl/worksheets/sheet1.xml"))
    #expect(Self.problem(part: "xl/_rels/workbook.xml.rels", nil) == .damagedPart("xl/workbook.xml"))
    #expect(Self.problem(part: "xl/_rels/workbook.xml.rels", "<a/>") == .damagedPart("xl/_rels/workbook.xml.rels"))
    #expect(
      Self.problem(part: "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\"/></Relationships>")
        == .damagedPart("xl/_rels/workbook.xml.rels"))
    #expect(Self.problem(part: "xl/styles.xml", "<a/>") == .damagedPart("xl/styles.xml"))
    #expect(
      Self.problem(part: "xl/sharedStrings.xml", "<sst>")
        == .document(
          part: "xl/sharedStrings.xml", .damaged(offset: 5)))
    let laughs = "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><worksheet>&d;</worksheet>"
    #expect(
      Self.problem(part: "xl/worksheets/sheet1.xml", laughs)
        == .document(part: "xl/worksheets/sheet1.xml", .documentType))
    // What leads outside the archive is not there.
    #expect(
      Self.problem(part: "_rels/.rels", HandMadeWorkbook.relationships(("a", "officeDocument", "../../etc/passwd")))
        == .notAWorkbook)
  }

  @Test func cells() {
    let a1 = CellAddress(row: 1, column: 0)
    for cell in [
      "<c><v>twaalf</v></c>", "<c><v>1,5</v></c>", "<c><v>1e999</v></c>", "<c><v>nan</v></c>", "<c t='x'><v>1</v></c>",
      "<c t='s'><v>0</v></c>", "<c t='s'><v>-1</v></c>", "<c t='b'><v>2</v></c>", "<c r='A2'><v>1</v></c>",
      "<c r='1A'/>",
    ] {
      #expect(Self.problem(rows: "<row>\(cell)</row>") == .damagedCell(sheet: "Blad1", a1), "\(cell)")
    }
    #expect(
      Self.problem(rows: "<row><c r='A1'><v>1</v></c><c r='B1'/><c r='A1'><v>2</v></c></row>")
        == .repeatedCell(sheet: "Blad1", a1))
    let row = "<row r='1'><c><v>1</v></c></row>"
    #expect(Self.problem(rows: row + row) == .repeatedRow(sheet: "Blad1", 1))
    #expect(Self.problem(rows: "<row r='0'/>") == .damagedRow(sheet: "Blad1", after: 0))
    #expect(Self.problem(rows: "<row r='x'/>") == .damagedRow(sheet: "Blad1", after: 0))
    #expect(
      Self.problem(rows: "", after: "<mergeCells><mergeCell ref='A1:XFE1'/></mergeCells>")
        == .damagedPart("xl/worksheets/sheet1.xml"))
  }

  /// Hidden columns beyond a sheet used to be a range that ends before it begins.
  @Test func hiddenColumnsBeyondASheet() {
    func problem(_ attributes: String) -> WorkbookProblem? {
      Self.problem(
        part: "xl/worksheets/sheet1.xml", "<worksheet><cols><col hidden='1' \(attributes)/></cols></worksheet>")
    }
    #expect(problem("min='1' max='16384'") == nil)
    #expect(problem("min='16384' max='20000'") == nil)
    for attributes in [
      "min='16385' max='20000'", "min='0' max='1'", "min='2' max='1'", "min='1'", "min='1' max='9999999999'",
    ] {
      #expect(problem(attributes) == .damagedPart("xl/worksheets/sheet1.xml"), "\(attributes)")
    }
  }

  @Test func limits() {
    #expect(Self.problem(rows: "<row r='1048576'/>") == nil)
    #expect(Self.problem(rows: "<row r='1048577'/>") == .tooManyRows(sheet: "Blad1"))
    #expect(Self.problem(rows: "<row r='999999999999'/>") == .tooManyRows(sheet: "Blad1"))
    #expect(Self.problem(rows: "<row r='1048576'/><row/>") == .tooManyRows(sheet: "Blad1"))
    #expect(Self.problem(rows: "<row><c r='XFD1'/></row>") == nil)
    #expect(Self.problem(rows: "<row><c r='XFE1'/></row>") == .tooManyColumns(sheet: "Blad1", row: 1))
    #expect(Self.problem(rows: "<row><c r='XFD1'/><c/></row>") == .tooManyColumns(sheet: "Blad1", row: 1))
    let long = String(repeating: "é", count: SpreadsheetLimits.characters)
    let a1 = CellAddress(row: 1, column: 0)
    for (text, problem) in [(long, nil), (long + "é", WorkbookProblem.textTooLong(sheet: "Blad1", a1))] {
      #expect(Self.problem(rows: "<row><c t='inlineStr'><is><t>\(text)</t></is></c></row>") == problem)
      #expect(Self.problem(rows: "<row><c t='s'><v>0</v></c></row>", texts: "<si><t>\(text)</t></si>") == problem)
    }
    let sheets = String(repeating: "<sheet name='a' r:id='rId1'/>", count: SpreadsheetLimits.sheets + 1)
    #expect(
      Self.problem(part: "xl/workbook.xml", "<workbook><sheets>\(sheets)</sheets></workbook>") == .tooManySheets)
  }

  /// Rows without anything, more than a sheet has: 8 MB of XML in a few kilobytes.
  @Test func manyRowsInFewBytes() {
    let rows = String(repeating: "<row/>", count: SpreadsheetLimits.rows + 1)
    guard case .archive(.ratio) = Self.problem(rows: rows) else {
      Issue.record("not refused")
      return
    }
    let workbook = HandMadeWorkbook(rows: rows)
    #expect(HandMadeWorkbook.problem(workbook.stored) == .tooManyRows(sheet: "Blad1"))
  }

  static let all: [WorkbookProblem] =
    [
      .empty, .foreign(.image), .notAWorkbook, .encrypted, .oldWorkbook, .binaryWorkbook, .openDocument,
      .nestedArchive("a.xlsx"), .missingPart("a"), .damagedPart("a"), .tooManyRows(sheet: "a"), .tooManyCells,
      .tooManyColumns(sheet: "a", row: 1), .tooManySheets, .damagedRow(sheet: "a", after: 1),
      .repeatedRow(sheet: "a", 1),
      .damagedCell(sheet: "a", CellAddress(row: 7, column: 1)),
      .textTooLong(sheet: "a", CellAddress(row: 7, column: 1)),
      .repeatedCell(sheet: "a", CellAddress(row: 7, column: 1)),
    ]
    + ([
      .notAnArchive, .compoundFile, .archiveTooLarge, .tooManyEntries, .encrypted, .zip64, .severalDisks,
      .compression(name: "a", number: 12), .duplicateName("a"), .outsideName("a"), .differentName("a"), .overlap("a"),
      .ratio(name: "a"), .expandedTooLarge(name: "a"), .damaged(name: "a"), .damaged(name: nil),
    ] as [ZipProblem]).map { .archive($0) }
    + ([
      .damaged(offset: 3), .documentType, .entity("a"), .encoding("a"), .tooDeep, .tooManyAttributes, .nameTooLong,
    ] as [XMLProblem]).map { .document(part: "a", $0) }

  /// One sentence that says what is wrong, in both languages, and what to do about it.
  @Test func everyProblemIsASentence() {
    for problem in Self.all {
      let diagnostic = problem.diagnostic(file: "a.xlsx")
      for text in [diagnostic.problem.dutch, diagnostic.problem.english] {
        #expect(text.hasSuffix("."), "\(text)")
        #expect(!text.dropLast().contains(". "), "\(text)")
      }
      for text in [diagnostic.remedy.dutch, diagnostic.remedy.english] { #expect(text.hasSuffix("."), "\(text)") }
      #expect(diagnostic.problem.dutch != diagnostic.problem.english)
      #expect(diagnostic.severity == .error && diagnostic.file == "a.xlsx")
    }
    #expect(Self.all.map { $0.diagnostic(file: "").row }.compactMap { $0 } == [1, 1, 7, 7, 7])
    #expect(
      WorkbookProblem.encrypted.remedy.dutch
        == "Haal in Excel het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en bewaar opnieuw.")
  }

  /// A workbook in which a byte of a part changed is read or refused; nothing worse.
  @Test func damagedWorkbooks() {
    let workbook = HandMadeWorkbook(
      rows: "<row r='1'><c r='A1' t='s' s='1'><v>0</v></c><c r='B1'><f>1</f><v>2</v></c></row>",
      after: "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>", texts: "<si><t>een_x000D_</t></si>",
      styles: "<cellXfs><xf/><xf numFmtId='9'/></cellXfs>")
    var random = SplitMix(seed: 44)
    let names = workbook.parts.keys.sorted()
    var refused = 0
    for _ in 0..<5000 {
      var entries = names.map { RawArchive.Entry($0, Array(workbook.parts[$0]!.utf8)) }
      let part = Int(random.next() % UInt64(entries.count))
      var bytes = entries[part].bytes
      bytes[Int(random.next() % UInt64(bytes.count))] = Array("<>&;/'\"=019AXx \n-".utf8).randomElement(using: &random)!
      entries[part] = RawArchive.Entry(names[part], bytes)
      if HandMadeWorkbook.problem(RawArchive(entries).bytes) != nil { refused += 1 }
    }
    #expect(refused > 1000)
  }
}
