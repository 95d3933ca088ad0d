import Foundation
import TestSupport
import Testing

@testable import StudyFiles

/// Workbooks that openpyxl and LibreOffice write.
@Suite struct OtherProgramsTests {
  @Test(.enabled(if: Tool.python.isInstalled, "python is not installed"))
  func openpyxl() throws {
    let folder = TemporaryFolder()
    let path = try folder.write([], to: "a.xlsx")
    let script = """
      import sys, datetime, openpyxl
      from openpyxl.comments import Comment
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = 'Invulblad'
      sheet.append(['regio', 'personen', 'verloop', 'datum', 'tijd', 'akkoord', 'som'])
      sheet.append(['Fryslân', 12, 0.05, datetime.date(2027, 3, 1), datetime.time(12, 30), True, '=B2+1'])
      sheet.append(['  Zuid ', '17,5', None, datetime.datetime(2027, 3, 1, 8, 0, 5), None, False, '#N/A'])
      sheet['C2'].number_format = '0.0%'
      sheet['B3'].number_format = '@'
      sheet.merge_cells('A5:C6')
      sheet['A5'] = 'samen'
      sheet.row_dimensions[3].hidden = True
      sheet.column_dimensions['E'].hidden = True
      sheet['B2'].comment = Comment('geteld', 'Jan')
      hidden = book.create_sheet('Verborgen')
      hidden.sheet_state = 'veryHidden'
      book.save(sys.argv[1])
      book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
      book.save(sys.argv[2])
      """
    try Shell.run(Tool.python.program, ["-c", script, path, folder.path + "/b.xlsx"])
    let spreadsheet = try Self.read(path)
    #expect(spreadsheet.sheets.map(\.name) == ["Invulblad", "Verborgen"])
    #expect(spreadsheet.sheets.map(\.isHidden) == [false, true])
    let sheet = spreadsheet.sheets[0]
    #expect(
      sheet.lines == ["regio", "personen", "verloop", "datum", "tijd", "akkoord", "som"].enumerated().map {
        "\(CellAddress.letters(ofColumn: $0.offset))1 general text \($0.element)"
      } + [
        "A2 general text Fryslân", "B2 general number 12.0 12", "C2 percent number 0.05 0.05",
        "D2 date number 46447.0 46447", "E2 time number 0.5208333333333334 0.5208333333333334", "F2 general true",
        "G2 = general uncomputed", "A3 general text   Zuid ", "B3 text text 17,5",
        "D3 date number 46447.33339120371 46447.33339120371", "F3 general false", "G3 general error #N/A",
        "A5 general text samen",
      ])
    #expect(sheet.rows.map(\.isHidden) == [false, false, true, false])
    #expect(sheet.merges.map(\.description) == ["A5:C6"])
    #expect((3..<6).map(sheet.isHidden(column:)) == [false, true, false])
    #expect(
      sheet.notes == [Spreadsheet.Note(address: CellAddress(row: 2, column: 1), author: "Jan", text: "geteld")])

    for (book, system) in [(spreadsheet, DateSystem.from1900), (try Self.read(folder.path + "/b.xlsx"), .from1904)] {
      #expect(book.dateSystem == system)
      let shown = ["D2", "E2", "D3"].map { name -> String? in
        guard let address = CellAddress(reference: name), let cell = book.sheets[0][address],
          case .number(let number, _) = cell.value
        else { return nil }
        return book.dateSystem.text(of: number, as: cell.format)
      }
      #expect(shown == ["2027-03-01", "12:30:00", "2027-03-01T08:00:05"])
    }
  }

  /// A sheet in flat XML, as LibreOffice saves it in each of its formats.
  @Test(.enabled(if: Tool.soffice.isInstalled, "LibreOffice is not installed"))
  func libreOffice() throws {
    let folder = TemporaryFolder()
    let sheet = """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
       xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
       xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
       xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
       xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2"
       office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <office:automatic-styles>
      <number:percentage-style style:name="N1"><number:number number:decimal-places="1" number:min-integer-digits="1"/>
      <number:text>%</number:text></number:percentage-style>
      <number:date-style style:name="N2"><number:day/><number:text>-</number:text><number:month/><number:text>-</number:text>
      <number:year number:style="long"/></number:date-style>
      <style:style style:name="percent" style:family="table-cell" style:data-style-name="N1"/>
      <style:style style:name="date" style:family="table-cell" style:data-style-name="N2"/>
      <style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
      </office:automatic-styles>
      <office:body><office:spreadsheet>
      <table:table table:name="Eén &amp; twee">
      <table:table-row>
      <table:table-cell office:value-type="string"><text:p>Súdwest <text:span>10</text:span></text:p><text:p>twee</text:p>
      </table:table-cell>
      <table:table-cell office:value-type="float" office:value="12.5"/>
      <table:table-cell table:style-name="percent" office:value-type="percentage" office:value="0.05"/>
      <table:table-cell table:style-name="date" office:value-type="date" office:date-value="2027-03-01"/>
      <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
      <table:table-cell table:formula="of:=[.B1]*2"/>
      <table:table-cell table:formula="of:=&quot;a&quot;&amp;[.A1]"/>
      <table:table-cell table:formula="of:=1/0"/>
      </table:table-row>
      <table:table-row table:visibility="collapse"><table:table-cell table:number-columns-spanned="2"
       table:number-rows-spanned="1" office:value-type="string"><office:annotation><dc:creator>Jan</dc:creator>
      <text:p>geteld</text:p></office:annotation><text:p>17,5</text:p></table:table-cell><table:covered-table-cell/>
      </table:table-row>
      </table:table>
      <table:table table:name="Weg" table:style-name="hidden"><table:table-row><table:table-cell office:value-type="float"
       office:value="1"/></table:table-row></table:table>
      </office:spreadsheet></office:body></office:document>
      """
    let path = try folder.write(Array(sheet.utf8), to: "a.fods")
    for format in ["xlsx", "ods", "xls"] {
      try Shell.run(
        Tool.soffice.program,
        [
          "-env:UserInstallation=file://\(folder.path)/profiel", "--headless", "--convert-to", format, "--outdir",
          folder.path, path,
        ])
    }
    let read = try Self.read(folder.path + "/a.xlsx")
    #expect(read.sheets.map(\.name) == ["Eén & twee", "Weg"])
    #expect(read.sheets.map(\.isHidden) == [false, true])
    // What LibreOffice says of a number's places and of a boolean's format differs between its versions.
    let lines = read.sheets[0].lines.filter { !$0.hasPrefix("E1 ") }
    #expect(
      lines == [
        "A1 general text Súdwest 10\ntwee", "B1 general number 12.5 12.5", "C1 percent number 0.05 0.05",
        "D1 date number 46447.0 46447", "F1 = general number 25.0 25", "G1 = general text aSúdwest 10\ntwee",
        "H1 = general error #DIV/0!", "A2 general text 17,5",
      ])
    #expect(read.sheets[0].rows.map(\.isHidden) == [false, true])
    #expect(read.sheets[0].merges.map(\.description) == ["A2:B2"])
    #expect(read.sheets[0].notes.map(\.text) == ["geteld"])
    #expect(HandMadeWorkbook.problem(try Self.bytes(folder.path + "/a.ods")) == .openDocument)
    #expect(HandMadeWorkbook.problem(try Self.bytes(folder.path + "/a.xls")) == .oldWorkbook)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func read(_ path: String) throws -> Spreadsheet { try SpreadsheetReader.read(bytes(path)) }
}
