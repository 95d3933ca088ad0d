import Terms
import TestSupport

@testable import StudyFiles

/// The smallest workbook that is one, with parts in place of others.
struct HandMadeWorkbook {
  /// By name: the content of each part.
  var parts: [String: String] = [
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": """
    <workbook xmlns="\(main)" xmlns:r="\(related)"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>\
    </workbook>
    """,
    "xl/_rels/workbook.xml.rels": relationships(
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
      ("rId3", "sharedStrings", "sharedStrings.xml")),
    "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
  ]

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func relationships(
    _ list: (id: String, kind: String, target: String)..., in types: String = related
  ) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.kind)\" Target=\"\($0.target)\"/>" }.joined()
      + "</Relationships>"
  }

  init() {}

  /// - Parameters:
  ///   - rows: what stands in `sheetData`.
  ///   - after: what stands after it.
  init(rows: String, after: String = "", texts: String? = nil, styles: String? = nil) {
    parts["xl/worksheets/sheet1.xml"] =
      "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
    parts["xl/sharedStrings.xml"] = texts.map { "<sst xmlns=\"\(Self.main)\">\($0)</sst>" }
    parts["xl/styles.xml"] = styles.map { "<styleSheet xmlns=\"\(Self.main)\">\($0)</styleSheet>" }
  }

  var bytes: [UInt8] {
    var archive = ZipArchive()
    for name in parts.keys.sorted() { archive.add(name, Array(parts[name]!.utf8)) }
    return archive.finished()
  }

  /// The same without compression.
  var stored: [UInt8] {
    RawArchive(parts.keys.sorted().map { RawArchive.Entry($0, Array(parts[$0]!.utf8)) }).bytes
  }

  func read() throws -> Spreadsheet { try SpreadsheetReader.read(bytes) }

  /// Nil if it is read.
  var problem: WorkbookProblem? { Self.problem(bytes) }

  static func problem(_ bytes: [UInt8]) -> WorkbookProblem? {
    do throws(WorkbookProblem) {
      _ = try SpreadsheetReader.read(bytes)
      return nil
    } catch { return error }
  }
}

extension Spreadsheet.Sheet {
  /// Every cell as a line: `B7 number percent 0.5`.
  var lines: [String] {
    rows.flatMap { row in
      row.cells.map { cell in
        let value: String
        switch cell.value {
        case .blank: value = "blank"
        case .text(let text): value = "text \(text)"
        case .number(let number, let text): value = "number \(number) \(text)"
        case .boolean(let flag): value = flag ? "true" : "false"
        case .date(let text): value = "date \(text)"
        case .error(let text): value = "error \(text)"
        case .uncomputed: value = "uncomputed"
        }
        let address = CellAddress(row: row.number, column: cell.column)
        return "\(address)\(cell.isFormula ? " =" : "") \(cell.format) \(value)"
      }
    }
  }
}
