import Terms

/// The parts of a workbook other than its sheets (ECMA-376 parts 1 and 2).
enum WorkbookXML {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  private static let spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  private static let drawingml = "application/vnd.openxmlformats-officedocument"
  private static let coreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

  /// `[Content_Types].xml`
  static func types(sheets: Int, drawings: Int, charts: Int) -> [UInt8] {
    func part(_ name: String, _ type: String) -> String {
      "<Override PartName=\"/\(name)\" ContentType=\"\(type)\"/>"
    }
    func parts(_ count: Int, _ name: (Int) -> String, _ type: String) -> String {
      (0..<count).map { part(name($0 + 1), type) }.joined()
    }
    return Array(
      """
      \(declaration)<Types xmlns="\(contentTypes)">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      \(part("xl/workbook.xml", "\(spreadsheet).sheet.main+xml"))\
      \(parts(sheets, { "xl/worksheets/sheet\($0).xml" }, "\(spreadsheet).worksheet+xml"))\
      \(part("xl/styles.xml", "\(spreadsheet).styles+xml"))\
      \(part("xl/sharedStrings.xml", "\(spreadsheet).sharedStrings+xml"))\
      \(parts(drawings, { "xl/drawings/drawing\($0).xml" }, "\(drawingml).drawing+xml"))\
      \(parts(charts, { "xl/charts/chart\($0).xml" }, "\(drawingml).drawingml.chart+xml"))\
      \(part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))\
      \(part("docProps/app.xml", "\(drawingml).extended-properties+xml"))</Types>
      """.utf8)
  }

  /// A list of relations: `rId1`, `rId2` and on, each with its kind and target.
  static func relations(_ targets: [(kind: String, target: String)]) -> [UInt8] {
    let list = targets.enumerated().map { index, relation in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation.kind)\" Target=\"\(relation.target)\"/>"
    }
    return Array("\(declaration)<Relationships xmlns=\"\(packageRelations)\">\(list.joined())</Relationships>".utf8)
  }

  /// `_rels/.rels`
  static var root: [UInt8] {
    relations([
      (relations + "/officeDocument", "xl/workbook.xml"),
      ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
      (relations + "/extended-properties", "docProps/app.xml"),
    ])
  }

  /// `xl/workbook.xml`; the relations of the sheets come first.
  static func workbook(_ sheets: [Sheet], names: [Workbook.Name]) -> [UInt8] {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(XMLText.escaped(sheet.name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    var defined = sheets.enumerated().flatMap { index, sheet in
      [
        "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">"
          + "\(XMLText.escaped(sheet.table))</definedName>",
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
          + "\(XMLText.escaped(sheet.printTitles))</definedName>",
      ]
    }
    defined += names.map { "<definedName name=\"\($0.name)\">\(XMLText.escaped($0.cells))</definedName>" }
    return Array(
      """
      \(declaration)<workbook xmlns="\(main)" xmlns:r="\(relations)"><bookViews><workbookView xWindow="0" yWindow="0" \
      windowWidth="28800" windowHeight="15000"/></bookViews><sheets>\(list.joined())</sheets>\
      <definedNames>\(defined.joined())</definedNames><calcPr calcId="191029"/></workbook>
      """.utf8)
  }

  /// `docProps/core.xml`
  static func core(title: String, subject: String) -> [UInt8] {
    Array(
      """
      \(declaration)<cp:coreProperties xmlns:cp="\(coreProperties)" xmlns:dc="http://purl.org/dc/elements/1.1/">\
      <dc:title>\(XMLText.escaped(title))</dc:title><dc:subject>\(XMLText.escaped(subject))</dc:subject>\
      <dc:creator>Waterlijn</dc:creator></cp:coreProperties>
      """.utf8)
  }

  /// `docProps/app.xml`
  static var application: [UInt8] {
    Array(
      """
      \(declaration)<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
      <Application>Waterlijn</Application></Properties>
      """.utf8)
  }
}
