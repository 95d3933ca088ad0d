import Terms

/// The sheet that is added to a workbook, and its styles.
enum AddedSheetXML {
  /// Indices of styles.
  struct Styles {
    var heading: Int
    var body: Int
  }

  /// - Parameter styles: nil if the workbook has none.
  static func bytes(_ sheet: AnnotatedWorkbook.AddedSheet, styles: Styles?, names: OfficeNames) -> [UInt8] {
    let widths = sheet.widths.prefix(SpreadsheetLimits.columns).enumerated().map { column, width in
      "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(min(max(width, 1), 255))\" customWidth=\"1\"/>"
    }
    var text = """
      \(WorkbookPackage.declaration)<worksheet xmlns="\(names.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
      <sheetViews><sheetView workbookViewId="0">\
      <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>\
      <selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>\
      <sheetFormatPr defaultRowHeight="15"/>\(widths.isEmpty ? "" : "<cols>\(widths.joined())</cols>")<sheetData>
      """
    text += row(1, sheet.header, widths: sheet.widths, style: styles?.heading)
    for (index, cells) in sheet.rows.enumerated() {
      text += row(index + 2, cells, widths: sheet.widths, style: styles?.body)
    }
    return Array(
      """
      \(text)</sheetData><pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>\
      <pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>
      """.utf8)
  }

  private static func row(_ number: Int, _ cells: [String], widths: [Int], style: Int?) -> String {
    // LibreOffice leaves a row without a height as low as one line; a spreadsheet may still fit this one.
    let height = 15 * min(lines(cells, widths: widths), 27)
    let style = style.map { " s=\"\($0)\"" } ?? ""
    let written = cells.enumerated().map { column, cell in
      let start = "<c r=\"\(CellAddress(row: number, column: column))\"\(style)"
      if cell.isEmpty { return start + "/>" }
      let text = XMLText.cell(String(cell.prefix(units: SpreadsheetLimits.characters)))
      return "\(start) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\" ht=\"\(height)\">\(written.joined())</row>"
  }

  /// How many lines the longest text of a row has, about: words are wrapped, and some fonts are wide.
  private static func lines(_ cells: [String], widths: [Int]) -> Int {
    cells.enumerated().map { column, cell in
      let width = min(max(column < widths.count ? widths[column] : 9, 2), 255) * 7 / 8
      return cell.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + 1 + $1.unicodeScalars.count / width }
    }.max() ?? 1
  }

  // MARK: Styles

  /// Adds the styles of the sheet to those of a workbook, unless they are there; nil if it has no list of them.
  ///
  /// - Parameter edit: at the start of `xl/styles.xml`.
  static func addStyles(_ edit: inout PartEdit) throws(WorkbookProblem) -> Styles? {
    guard let root = try edit.reader.child(), root.name == "styleSheet" else { throw edit.reader.damaged }
    var font = 0
    var styles: Styles?
    while let group = try edit.reader.child() {
      switch group.name {
      case "fonts": font = try addFont(group, &edit)
      case "cellXfs":
        func style(font: Int) -> String {
          // As if it began with an apostrophe, so that no text becomes a formula.
          root.tags(
            """
            <#xf numFmtId="0" fontId="\(font)" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyFont="1" \
            applyAlignment="1"><#alignment vertical="top" wrapText="1"/></#xf>
            """)
        }
        var wanted = EditedList(edit.tag)
        while try edit.reader.child() != nil { try wanted.read(&edit) }
        // Excel has 65,490 styles at most.
        guard wanted.count < 65_000 else { return nil }
        styles = Styles(heading: wanted.add(style(font: font)), body: wanted.add(style(font: 0)))
        wanted.write(&edit)
      default: try edit.reader.skip()
      }
    }
    try edit.reader.finish()
    return styles
  }

  /// Adds the first font in bold, and returns its index.
  private static func addFont(_ group: XMLElement, _ edit: inout PartEdit) throws(WorkbookProblem) -> Int {
    var list = EditedList(edit.tag)
    var bold: String?
    while try edit.reader.child() != nil {
      let start = edit.tag
      let isFirst = list.count == 0
      var isBold = false
      if isFirst {
        // Read twice: first for what is in it.
        var reader = edit.reader
        while let property = try reader.child() {
          if property.name == "b" { isBold = true }
          try reader.skip()
        }
      }
      try list.read(&edit)
      if isFirst, !isBold, let element = list.elements.last {
        let inner = edit.text(start).utf8.count
        let isWhole = element.utf8.count == inner
        let opening = isWhole ? String(decoding: element.utf8.dropLast(2), as: UTF8.self) + ">" : edit.text(start)
        let rest = isWhole ? group.tags("</#font>") : String(decoding: element.utf8.dropFirst(inner), as: UTF8.self)
        bold = opening + group.tags("<#b/>") + rest
      }
    }
    guard let bold else { return 0 }
    let index = list.add(bold)
    list.write(&edit)
    return index
  }
}

/// A list of elements to which others are added.
private struct EditedList {
  private let tag: Range<Int>
  /// As they are written.
  private(set) var elements: [String] = []
  private var additions = ""

  /// - Parameter tag: of the list's start, which was read last.
  init(_ tag: Range<Int>) { self.tag = tag }

  var count: Int { elements.count }

  /// Goes to the end of the element whose start was read last.
  mutating func read(_ edit: inout PartEdit) throws(WorkbookProblem) {
    let start = edit.tag.lowerBound
    try edit.reader.skip()
    elements.append(edit.text(start..<edit.reader.place))
  }

  /// The index of an element, which is added if it is not there.
  mutating func add(_ element: String) -> Int {
    if let index = elements.firstIndex(of: element) { return index }
    elements.append(element)
    additions += element
    return elements.count - 1
  }

  /// - Parameter edit: after the list's end.
  func write(_ edit: inout PartEdit) {
    if additions.isEmpty { return }
    edit.append(additions)
    edit.set("count", to: "\(elements.count)", in: tag)
  }
}
