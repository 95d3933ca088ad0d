import Foundation
import TestSupport

/// What other programs make of a workbook: openpyxl, and LibreOffice.
struct WorkbookReader {
  private let folder = TemporaryFolder()
  private let path: String

  init(_ bytes: [UInt8]) throws { path = try folder.write(bytes, to: "werkmap.xlsx") }

  /// What a script of Python prints, line by line; it has the workbook as `book`.
  func lines(_ script: String, _ arguments: [String] = []) throws -> [String] {
    let preamble = "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n"
    let output = try Shell.run(Tool.python.program, ["-c", preamble + script, path] + arguments)
    return String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// Every formula whose value, computed anew by LibreOffice, is not the one that the workbook holds; and how many there
  /// are. All values of formulas are taken away before, so that none can be left as it was.
  func recalculated() throws -> [String] {
    let emptied = folder.path + "/zonder.xlsx"
    let script = """
      import re, sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], 'w') as new:
          for name in old.namelist():
              text = old.read(name)
              if name.startswith('xl/worksheets/sheet'):
                  text = re.sub(rb'</f><v>[^<]*</v>', b'</f>', text)
              new.writestr(name, text)
      """
    try Shell.run(Tool.python.program, ["-c", script, path, emptied])
    let out = folder.path + "/uit"
    try Shell.run(
      Tool.soffice.program,
      [
        "-env:UserInstallation=file://\(folder.path)/profiel", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir", out, emptied,
      ])
    // A relative error of 1e-12 is a thousandth of a cent in a billion: no digit that is shown.
    return try lines(
      """
      held = openpyxl.load_workbook(sys.argv[1], data_only=True)
      anew = openpyxl.load_workbook(sys.argv[2], data_only=True)
      assert anew.sheetnames == book.sheetnames, anew.sheetnames
      count = 0
      for sheet in book:
          for row in sheet.iter_rows():
              for cell in row:
                  if cell.data_type == 'f':
                      count += 1
                      a = held[sheet.title][cell.coordinate].value
                      b = anew[sheet.title][cell.coordinate].value
                      if isinstance(a, str):
                          if a != b: print(sheet.title, cell.coordinate, cell.value, a, b)
                      elif not isinstance(b, (int, float)) or abs(a - b) > 1e-12 * max(abs(a), abs(b)) + 1e-6:
                          print(sheet.title, cell.coordinate, cell.value, a, b)
      print(count, 'formulas,', sum(len(sheet._charts) for sheet in anew), 'charts')
      """, [out + "/zonder.xlsx"])
  }
}
