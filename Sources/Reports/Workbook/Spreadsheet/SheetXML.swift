import Terms

/// The texts of a workbook, each stored once.
struct SharedStrings {
  /// The most characters (UTF-16) that a cell may hold.
  private static let longest = 32_767

  // Keyed by bytes: two strings also compare equal if an accent is encoded in two ways.
  private var numbers: [[UInt8]: Int] = [:]
  private var texts: [String] = []
  private var uses = 0

  /// The index of a text; one that is too long is truncated, with an ellipsis.
  mutating func number(of text: String) -> Int {
    uses += 1
    let bytes = Array(text.utf8)
    if let number = numbers[bytes] { return number }
    numbers[bytes] = texts.count
    texts.append(Self.fitting(text))
    return texts.count - 1
  }

  private static func fitting(_ text: String) -> String {
    // A text never has more UTF-16 units than bytes.
    if text.utf8.count <= longest || text.utf16.count <= longest { return text }
    return text.prefix(units: longest - 1) + "…"
  }

  /// `xl/sharedStrings.xml`
  func bytes() -> [UInt8] {
    var text =
      "\(WorkbookXML.declaration)<sst xmlns=\"\(WorkbookXML.main)\" count=\"\(uses)\" uniqueCount=\"\(texts.count)\">"
    for string in texts { text += "<si><t xml:space=\"preserve\">\(XMLText.cell(string))</t></si>" }
    return Array((text + "</sst>").utf8)
  }
}

/// `xl/worksheets/sheetN.xml`, its elements in the order of ECMA-376 part 1, 18.3.1.99.
struct SheetXML {
  private let sheet: Sheet
  /// Relation of the sheet's drawing; nil if it has none.
  private let drawing: String?
  /// Header and footer of every printed page, in the notation of the file format.
  private let pageHeader: String
  private let pageFooter: String
  private let isFirst: Bool

  init(_ sheet: Sheet, drawing: String?, pageHeader: String, pageFooter: String, isFirst: Bool) {
    self.sheet = sheet
    self.drawing = drawing
    self.pageHeader = pageHeader
    self.pageFooter = pageFooter
    self.isFirst = isFirst
  }

  func bytes(_ strings: inout SharedStrings) -> [UInt8] {
    let layout = SheetLayout(sheet)
    let last = SheetCell.columnName(sheet.columns.count - 1)
    let lastRow = max(sheet.lastTableRow, sheet.nextTotalRow - 1)
    let top = SheetCell.name(column: sheet.frozenColumns, row: Sheet.firstRow)
    let panes =
      sheet.frozenColumns > 0
      ? "xSplit=\"\(sheet.frozenColumns)\" ySplit=\"\(Sheet.headingRow)\" topLeftCell=\"\(top)\" activePane=\"bottomRight\""
      : "ySplit=\"\(Sheet.headingRow)\" topLeftCell=\"\(top)\" activePane=\"bottomLeft\""
    let pane = sheet.frozenColumns > 0 ? "bottomRight" : "bottomLeft"
    let widths = layout.widths.enumerated().map { column, width in
      "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    var bytes = Array(
      """
      \(WorkbookXML.declaration)<worksheet xmlns="\(WorkbookXML.main)" xmlns:r="\(WorkbookXML.relations)">\
      <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:\(last)\(lastRow)"/>\
      <sheetViews><sheetView showGridLines="0"\(isFirst ? " tabSelected=\"1\"" : "") workbookViewId="0">\
      <pane \(panes) state="frozen"/><selection pane="\(pane)" activeCell="\(top)" sqref="\(top)"/>\
      </sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>\(widths.joined())</cols><sheetData>
      """.utf8)
    writeHead(layout, &strings, to: &bytes)
    let names = sheet.columns.indices.map(SheetCell.columnName)
    for (index, row) in sheet.rows.enumerated() {
      write(row, Sheet.firstRow + index, names, layout, &strings, to: &bytes)
    }
    let firstTotal = sheet.nextTotalRow - sheet.totals.count
    for (index, row) in sheet.totals.enumerated() {
      write(row.map { $0.as(.total) }, firstTotal + index, names, layout, &strings, to: &bytes)
    }
    let noteCells = "A\(Sheet.noteRow):\(SheetCell.columnName(layout.lastNoteColumn))\(Sheet.noteRow)"
    var tail = "</sheetData>"
    if sheet.isLocked {
      tail += "<sheetProtection sheet=\"1\" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\" autoFilter=\"0\"/>"
    }
    tail += "<autoFilter ref=\"A\(Sheet.headingRow):\(last)\(sheet.lastTableRow)\"/>"
    if layout.lastNoteColumn > 0 { tail += "<mergeCells count=\"1\"><mergeCell ref=\"\(noteCells)\"/></mergeCells>" }
    if let column = sheet.warningColumn {
      let (name, first) = (SheetCell.columnName(column), SheetCell.name(column: column, row: Sheet.firstRow))
      tail += """
        <conditionalFormatting sqref="\(first):\(name)\(sheet.lastTableRow)"><cfRule type="expression" dxfId="0" priority="1">\
        <formula>\(XMLText.escaped("\(first)<>\"ok\""))</formula></cfRule></conditionalFormatting>
        """
    }
    tail += """
      <pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>\
      <pageSetup paperSize="9" orientation="landscape" fitToWidth="\(layout.pagesAcross)" \
      fitToHeight="\(layout.isOnePage ? 1 : 0)"/>\
      <headerFooter><oddHeader>\(XMLText.escaped(pageHeader))</oddHeader>\
      <oddFooter>\(XMLText.escaped(pageFooter))</oddFooter></headerFooter>\
      <ignoredErrors><ignoredError sqref="A\(Sheet.firstRow):\(last)\(lastRow)" numberStoredAsText="1"/></ignoredErrors>
      """
    if let drawing { tail += "<drawing r:id=\"\(drawing)\"/>" }
    bytes += (tail + "</worksheet>").utf8
    return bytes
  }

  /// Title, note and headings.
  private func writeHead(_ layout: SheetLayout, _ strings: inout SharedStrings, to bytes: inout [UInt8]) {
    func cell(_ column: Int, _ row: Int, _ style: CellStyle.Special, _ text: String) -> String {
      "<c r=\"\(SheetCell.name(column: column, row: row))\" s=\"\(CellStyle.index(style))\" t=\"s\">"
        + "<v>\(strings.number(of: text))</v></c>"
    }
    var text = "<row r=\"\(Sheet.titleRow)\" ht=\"21\" customHeight=\"1\">"
    text += cell(0, Sheet.titleRow, .title, sheet.title) + "</row>"
    text += "<row r=\"\(Sheet.noteRow)\" ht=\"\(layout.noteHeight)\" customHeight=\"1\">"
    text += cell(0, Sheet.noteRow, .note, sheet.note) + "</row>"
    text += "<row r=\"\(Sheet.headingRow)\" ht=\"\(layout.headingHeight)\" customHeight=\"1\">"
    for (column, described) in sheet.columns.enumerated() {
      text += cell(
        column, Sheet.headingRow, described.isNumber ? .numberHeading : .heading, described.heading)
    }
    bytes += (text + "</row>").utf8
  }

  private func write(
    _ cells: [SheetCell], _ row: Int, _ names: [String], _ layout: SheetLayout, _ strings: inout SharedStrings,
    to bytes: inout [UInt8]
  ) {
    precondition(cells.count <= names.count)
    let row = String(row)
    bytes += "<row r=\"".utf8
    bytes += row.utf8
    if let height = layout.height(of: cells) { bytes += "\" ht=\"\(height)\" customHeight=\"1".utf8 }
    bytes += "\">".utf8
    for (column, cell) in cells.enumerated() {
      if case .blank = cell.content, cell.style.role == .body { continue }
      bytes += "<c r=\"".utf8
      bytes += names[column].utf8
      bytes += row.utf8
      bytes += "\" s=\"".utf8
      bytes += String(cell.style.index).utf8
      switch cell.content {
      case .blank: bytes += "\"/>".utf8
      case .text(let text):
        bytes += "\" t=\"s\"><v>".utf8
        bytes += String(strings.number(of: text)).utf8
        bytes += "</v></c>".utf8
      case .number(let value):
        bytes += "\"><v>".utf8
        bytes += Self.text(value).utf8
        bytes += "</v></c>".utf8
      case .formula(let formula, let value):
        bytes += "\"><f>".utf8
        bytes += XMLText.escaped(formula).utf8
        bytes += "</f><v>".utf8
        bytes += Self.text(value).utf8
        bytes += "</v></c>".utf8
      case .textFormula(let formula, let value):
        bytes += "\" t=\"str\"><f>".utf8
        bytes += XMLText.escaped(formula).utf8
        bytes += "</f><v>".utf8
        bytes += XMLText.escaped(value).utf8
        bytes += "</v></c>".utf8
      }
    }
    bytes += "</row>".utf8
  }

  /// The shortest decimal that reads back as the same number.
  static func text(_ value: Double) -> String {
    if value.magnitude < 0x1p53, value == value.rounded(.towardZero) { return String(Int64(value)) }
    return value.description
  }
}
