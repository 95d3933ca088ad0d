import CostEngine
import Terms

/// A workbook in the format of Excel (Office Open XML, ECMA-376), without time or path: the same content gives the same
/// bytes.
struct Workbook {
  /// A defined name for cells.
  struct Name {
    /// A letter or underscore, then letters, digits and underscores; nothing that could be read as a cell reference.
    var name: String
    /// The cells, as written in a formula.
    var cells: String
  }

  var title: String
  var subject: String
  /// In the order of their tabs; one or more.
  var sheets: [Sheet]
  var names: [Name]
  var toolVersion: String
  var language: Language

  /// The same with sentences above every sheet.
  ///
  /// - Parameter marks: what is nil is left out.
  func marked(_ marks: [String?]) -> Workbook {
    var marked = self
    for mark in marks.reversed().compactMap({ $0 }) {
      for sheet in sheets.indices { marked.sheets[sheet].note = mark + " " + marked.sheets[sheet].note }
    }
    return marked
  }

  private static let worksheet = WorkbookXML.relations + "/worksheet"

  /// The whole file.
  func bytes() -> [UInt8] {
    precondition(Set(sheets.map { $0.name.lowercased() }).count == sheets.count)
    var strings = SharedStrings()
    var archive = ZipArchive()
    let drawn = sheets.indices.filter { !sheets[$0].charts.isEmpty }
    archive.add(
      "[Content_Types].xml",
      WorkbookXML.types(
        sheets: sheets.count, drawings: drawn.count, charts: sheets.reduce(0) { $0 + $1.charts.count }))
    archive.add("_rels/.rels", WorkbookXML.root)
    archive.add("docProps/core.xml", WorkbookXML.core(title: title, subject: subject))
    archive.add("docProps/app.xml", WorkbookXML.application)
    archive.add("xl/workbook.xml", WorkbookXML.workbook(sheets, names: allNames))
    archive.add(
      "xl/_rels/workbook.xml.rels",
      WorkbookXML.relations(
        sheets.indices.map { (Self.worksheet, "worksheets/sheet\($0 + 1).xml") } + [
          (WorkbookXML.relations + "/styles", "styles.xml"),
          (WorkbookXML.relations + "/sharedStrings", "sharedStrings.xml"),
        ]))
    archive.add("xl/styles.xml", StylesXML.bytes())
    for (index, sheet) in sheets.enumerated() {
      let xml = SheetXML(
        sheet, drawing: sheet.charts.isEmpty ? nil : "rId1", pageHeader: "&L\(Self.printed(title))&R&A",
        pageFooter: footer, isFirst: index == 0)
      archive.add("xl/worksheets/sheet\(index + 1).xml", xml.bytes(&strings))
    }
    archive.add("xl/sharedStrings.xml", strings.bytes())
    addCharts(drawn, to: &archive)
    return archive.finished()
  }

  private func addCharts(_ drawn: [Int], to archive: inout ZipArchive) {
    var chart = 0
    for (drawing, sheet) in drawn.enumerated() {
      archive.add(
        "xl/worksheets/_rels/sheet\(sheet + 1).xml.rels",
        WorkbookXML.relations([(WorkbookXML.relations + "/drawing", "../drawings/drawing\(drawing + 1).xml")]))
      let charts = sheets[sheet].charts
      archive.add("xl/drawings/drawing\(drawing + 1).xml", ChartXML.drawing(charts))
      archive.add(
        "xl/drawings/_rels/drawing\(drawing + 1).xml.rels",
        WorkbookXML.relations(
          charts.indices.map { (WorkbookXML.relations + "/chart", "../charts/chart\(chart + $0 + 1).xml") }))
      for described in charts {
        chart += 1
        archive.add("xl/charts/chart\(chart).xml", ChartXML.bytes(described))
      }
    }
  }

  /// A name for the table of every sheet, for formulas and pivot tables, and the names of single cells.
  private var allNames: [Name] {
    sheets.map { sheet in
      Name(
        name: language(nl: "Tabel_", en: "Table_") + sheet.name.changing(" ", into: "_"), cells: sheet.table)
    } + names
  }

  private var footer: String {
    let page = language(nl: "Pagina &P van &N", en: "Page &P of &N")
    return "&L\(Self.printed("Waterlijn \(toolVersion)"))&R\(page)"
  }

  /// A text for a header or footer, where `&` begins a command.
  static func printed(_ text: String) -> String {
    // The whole of such a line may have 255 characters (UTF-16).
    String(PlainText.line(text).prefix(units: 100)).changing("&", into: "&&")
  }
}
