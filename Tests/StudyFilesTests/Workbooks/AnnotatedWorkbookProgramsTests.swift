import CostEngine
import Foundation
import Reports
import Terms
import TestSupport
import Testing

@testable import StudyFiles

/// Workbooks of other programs with notes and a sheet, as those programs then see them.
@Suite(
  .serialized, .enabled(if: Tool.python.isInstalled && Tool.soffice.isInstalled, "LibreOffice is not installed"))
struct AnnotatedWorkbookProgramsTests {
  private let folder = TemporaryFolder()
  /// Our own form has a sheet called "Vragen".
  private let added = AnnotatedWorkbook.AddedSheet(
    name: "Navraag", header: ["Nr", "Vraag"], rows: [["1", "=1+1"], ["2", "regel\nregel"]], widths: [4, 60])

  /// Another user's folder, so that LibreOffice starts beside one that runs.
  private func convert(_ path: String, to format: String, in outcome: String) throws -> String {
    try Shell.run(
      Tool.soffice.program,
      [
        "-env:UserInstallation=file://\(folder.path)/profiel", "--headless", "--convert-to", format, "--outdir",
        "\(folder.path)/\(outcome)", path,
      ])
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return "\(folder.path)/\(outcome)/\(name).\(format)"
  }

  private func python(_ script: String, _ arguments: String...) throws -> [String] {
    let output = try Shell.run(Tool.python.program, ["-c", "import sys, openpyxl\n" + script] + arguments)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

  /// What openpyxl makes of it: sheets, with their notes.
  private func seen(_ path: String) throws -> [String] {
    try python(
      """
      for sheet in openpyxl.load_workbook(sys.argv[1]):
          print(sheet.title, sheet.dimensions)
          for row in sheet.iter_rows():
              for cell in row:
                  if cell.comment: print(cell.coordinate, repr(cell.comment.author), repr(cell.comment.text))
      """, path)
  }

  /// Annotates a workbook twice, and again once LibreOffice has saved it.
  ///
  /// - Parameter notes: what stands at cells, with authors, as openpyxl shows it.
  private func check(
    _ path: String, _ sheet: String, _ size: String, notes: [(cell: String, author: String, text: String)]
  )
    throws
  {
    let old = try bytes(path)
    let ours = ["A1", "B3"].map { AnnotatedWorkbookTests.note($0, "Klopt 'dit' & <dat>?\nZeg het.", sheet: sheet) }
    let new = try AnnotatedWorkbookTests.annotated(old, ours, sheet: added)
    #expect(try AnnotatedWorkbookTests.annotated(new, ours, sheet: added) == new)
    let (before, after) = (try SpreadsheetReader.read(old), try SpreadsheetReader.read(new))
    #expect(after.sheets.dropLast().map(\.rows) == before.sheets.map(\.rows))
    #expect(after.sheets.dropLast().map(\.merges) == before.sheets.map(\.merges))
    #expect(after.sheets.map(\.name) == before.sheets.map(\.name) + ["Navraag"])

    let annotated = try folder.write(new, to: "nieuw.xlsx")
    let lines = try seen(annotated)
    for note in notes { #expect(lines.contains("\(note.cell) '\(note.author)' \(note.text)")) }
    #expect(lines.contains("Navraag A1:B3") && lines.contains("\(sheet) \(size)"))
    #expect(lines.count == notes.count + after.sheets.count)

    #expect(FileManager.default.fileExists(atPath: try convert(annotated, to: "pdf", in: "uit")))
    let saved = try convert(annotated, to: "xlsx", in: "uit")
    let kept = try seen(saved)
    // LibreOffice 7 knows no authors of notes.
    for note in notes { #expect(kept.contains { $0.hasPrefix("\(note.cell) ") && $0.hasSuffix(" \(note.text)") }) }
    #expect(kept.filter { $0.contains("Waterlijn") }.count == notes.filter { $0.text.contains("Waterlijn") }.count)
    let next = try SpreadsheetReader.read(try AnnotatedWorkbookTests.annotated(try bytes(saved), ours, sheet: added))
    #expect(next.sheets.map(\.name) == after.sheets.map(\.name))
    for (sheet, other) in zip(next.sheets, after.sheets) {
      #expect(
        Set(sheet.notes.map { "\($0.address) \($0.text)" }) == Set(other.notes.map { "\($0.address) \($0.text)" }))
    }
  }

  private static let ours = #""Waterlijn:\nKlopt 'dit' & <dat>?\nZeg het.""#

  @Test func ourOwn() throws {
    let none = Bilingual(same: "")
    let questions = ["F", "G", "H"].map {
      AnswerForm.Question(
        key: "staffing.persons[R/\($0)]", figure: .persons, item: "Functie \($0)", assumed: Bilingual(same: "3"),
        norm: none, reported: none, plausible: 1...9)
    }
    let form = AnswerForm(title: "Proef", region: "R", regionName: "Regio", questions: questions)
    let path = try folder.write(form.workbook(toolVersion: "1", language: .dutch), to: "formulier.xlsx")
    let sheet = try #require(try SpreadsheetReader.read(bytes(path)).sheets.first)
    let size = try #require(try seen(path).first { $0.hasPrefix("\(sheet.name) ") }).dropFirst(sheet.name.count + 1)
    try check(
      path, sheet.name, String(size), notes: ["A1", "B3"].map { ($0, "Waterlijn", Self.ours) })
  }

  /// Whatever a sheet may have beside cells is there afterwards.
  private static let workbook = """
    from openpyxl.comments import Comment
    from openpyxl.chart import BarChart, Reference
    from openpyxl.worksheet.table import Table
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.formatting.rule import CellIsRule
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = 'Eén & twee'
    for row in [['regio', 'personen'], ['Zuid', 12], ['Noord', 13.5], ['Oost', '=B2+1']]: sheet.append(row)
    sheet['A1'].comment = Comment('koppen', 'Jan')
    sheet['B2'].comment = Comment('geteld', 'Jan')
    sheet.add_table(Table(displayName='T', ref='A1:B4'))
    rule = DataValidation(type='whole', operator='between', formula1='1', formula2='9')
    rule.add('B2:B4')
    sheet.add_data_validation(rule)
    sheet.conditional_formatting.add('B2:B4', CellIsRule(operator='greaterThan', formula=['12']))
    sheet.merge_cells('D1:E2')
    sheet.protection.sheet = True
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=3))
    sheet.add_chart(chart, 'G2')
    book.save(sys.argv[1])
    """

  @Test func openpyxl() throws {
    let path = try folder.write([], to: "a.xlsx")
    _ = try python(Self.workbook, path)
    try check(
      path, "Eén & twee", "A1:E4",
      notes: [
        ("A1", "Jan", #""koppen\n\nWaterlijn:\nKlopt 'dit' & <dat>?\nZeg het.""#), ("B2", "Jan", "'geteld'"),
        ("B3", "Waterlijn", Self.ours),
      ])
    let found = try python(
      """
      sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
      print(list(sheet.tables), sheet.data_validations.dataValidation[0].sqref, sheet.protection.sheet)
      print([str(item.sqref) for item in sheet.conditional_formatting], sheet.merged_cells.ranges, len(sheet._charts))
      """, folder.path + "/nieuw.xlsx")
    #expect(found == ["['T'] B2:B4 True", "['B2:B4'] {<MergedCellRange D1:E2>} 1"])
  }

  @Test func libreOffice() throws {
    let path = try folder.write([], to: "a.xlsx")
    _ = try python(Self.workbook, path)
    try check(
      convert(path, to: "xlsx", in: "kantoor"), "Eén & twee", "A1:E4",
      notes: [
        ("A1", " ", #""koppen\n\nWaterlijn:\nKlopt 'dit' & <dat>?\nZeg het.""#), ("B2", " ", "'geteld'"),
        ("B3", "Waterlijn", Self.ours),
      ])
  }
}
