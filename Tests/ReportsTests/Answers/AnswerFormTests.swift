import CostEngine
import Foundation
import Terms
import TestSupport
import Testing

@testable import Reports

/// The form in which a region answers, as other programs see it.
@Suite struct AnswerFormTests {
  private static let none = Bilingual(same: "")

  private static func question(
    _ key: String, share: Bool = false, item: String = "Functie", plausible: ClosedRange<Double>? = nil
  ) -> AnswerForm.Question {
    AnswerForm.Question(
      key: key, figure: share ? .turnover : .persons, item: item,
      assumed: Bilingual(nl: "3 (2 tot 5)", en: "3 (2 to 5)"),
      norm: none, reported: none, plausible: plausible)
  }

  private static func form(_ questions: [AnswerForm.Question]) -> AnswerForm {
    AnswerForm(title: "Proef", region: "R", regionName: "Regio & Zn", questions: questions)
  }

  @Test func theTableHasARowForEachQuestion() {
    let form = Self.form([
      Self.question("staffing.persons[R/F]"), Self.question("staffing.turnover[R/G]", share: true, item: "=A;\"B\""),
    ])
    #expect(
      String(decoding: form.csv(locale: .dutch, language: .dutch), as: UTF8.self) == """
        \u{FEFF}nr;onderdeel;vraag;eenheid;nu aangenomen;norm;vorige opgave;antwoord;laag;hoog;bron;toelichting;ingevuld door;datum;kenmerk
        1;Functie;Hoeveel mensen staan er nu in de pool van Functie, in de hele regio?;mensen, hele regio;3 (2 tot 5);;;;;;;;;;staffing.persons[R/F]
        2;"'=A;""B\""";"Welk deel van de mensen van =A;""B"" vertrekt in een jaar?";deel per jaar, zoals 12%;3 (2 tot 5);;;;;;;;;;staffing.turnover[R/G]

        """)
    #expect(
      String(decoding: form.csv(locale: .english, language: .english), as: UTF8.self).hasPrefix(
        "\u{FEFF}no,item,question,unit,assumed now,norm,reported before,answer,low,high,source,note,filled in by,date,key\n"
      ))
  }

  /// Only what people fill in is open; the rest is locked, without a password.
  @Test(.enabled(if: Tool.python.isInstalled)) func onlyWhatIsFilledInIsOpen() throws {
    let form = Self.form([Self.question("staffing.persons[R/F]")])
    let reader = try WorkbookReader(form.workbook(toolVersion: "1", language: .dutch))
    let lines = try reader.lines(
      """
      sheet = book.worksheets[0]
      print(book.sheetnames, sheet.protection.sheet, sheet.protection.password)
      print([sheet.cell(4, c).value for c in range(1, 17) if not sheet.cell(5, c).protection.locked])
      print(all(sheet.cell(4, c).protection.locked for c in range(1, 17)))
      print(sheet['A1'].value, '|', sheet['C5'].value, '|', sheet['P5'].value)
      """)
    #expect(
      lines == [
        "['Vragen', 'Uitleg'] True None",
        "['antwoord', 'laag', 'hoog', 'bron', 'toelichting', 'ingevuld door', 'datum']",
        "True",
        "Wat heeft Regio & Zn (R) nu? | Hoeveel mensen staan er nu in de pool van Functie, in de hele regio? | "
          + "staffing.persons[R/F]",
      ])
  }

  /// The column that reacts, computed by LibreOffice after a script filled the form in.
  @Test(.enabled(if: Tool.python.isInstalled && Tool.soffice.isInstalled)) func theFormReacts() throws {
    let answers: [(cells: String, share: Bool, hint: String)] = [
      ("None, None, None", false, ""), ("12, None, None", false, "ok"), ("12, 8, 14", false, "ok"),
      ("None, 8, 14", false, "ok"), ("0.12, None, None", true, "ok"),
      ("'ca. 12', None, None", false, "geen getal: schrijf alleen een getal"),
      ("12, 8, None", false, "vul laag en hoog allebei in"), ("12, None, 14", false, "vul laag en hoog allebei in"),
      ("None, 14, 8", false, "laag is meer dan hoog"),
      ("15, 8, 14", false, "antwoord ligt niet tussen laag en hoog"),
      ("-3, None, None", false, "minder dan niets: klopt dat?"),
      ("12, None, None", true, "een deel is hoogstens 100%: schrijf 12 procent als 12%"),
      ("120, None, None", false, "ver van aanname en norm: klopt het? Licht toe"),
      ("0.4, None, None", false, "ver van aanname en norm: klopt het? Licht toe"),
    ]
    let form = Self.form(
      answers.enumerated().map {
        Self.question("staffing.persons[R/F\($0)]", share: $1.share, plausible: $1.share ? 0...1 : 1...50)
      })
    let folder = TemporaryFolder()
    let path = try folder.write(form.workbook(toolVersion: "1", language: .dutch), to: "opgave.xlsx")
    let filled = folder.path + "/ingevuld.xlsx"
    let script = """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]
      for row, values in enumerate([\(answers.map { "(\($0.cells))" }.joined(separator: ", "))]):
          for column, value in enumerate(values):
              sheet.cell(5 + row, 8 + column).value = value
      book.save(sys.argv[2])
      """
    try Shell.run(Tool.python.program, ["-c", script, path, filled])
    try Shell.run(
      Tool.soffice.program,
      [
        "-env:UserInstallation=file://\(folder.path)/profiel", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.path + "/uit", filled,
      ])
    let show = """
      import sys, openpyxl
      sheet = openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0]
      for row in range(\(answers.count)): print(sheet.cell(5 + row, 11).value or '')
      """
    let output = try Shell.run(Tool.python.program, ["-c", show, folder.path + "/uit/ingevuld.xlsx"])
    let hints = String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(hints.dropLast().map { String($0) } == answers.map { $0.hint })
  }
}
