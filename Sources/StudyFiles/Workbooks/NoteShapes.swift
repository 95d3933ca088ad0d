import Terms

/// What is to be known of a sheet to show notes on it.
struct SheetPlaces {
  /// The id of the relationship with the part that holds shapes of notes; nil if there is none.
  private(set) var drawing: String?
  fileprivate var root: XMLElement
  /// Where the element that names this part has its place if there is none; nil for the end of the sheet.
  fileprivate var drawingPlace: Int?
  /// Sizes in pixels of columns and rows from 0, those that are not like all others.
  private var widths: [Int] = []
  private var heights: [Int: Int] = [:]
  private var width = 64
  private var height = 20

  /// - Parameter edit: at the start of the part; it is read to its end.
  init(_ edit: inout PartEdit) throws(WorkbookProblem) {
    guard let root = try edit.reader.child(), root.name == "worksheet" else { throw edit.reader.damaged }
    self.root = root
    while let group = try edit.reader.child() {
      let start = edit.tag.lowerBound
      switch group.name {
      case "sheetFormatPr":
        width = Self.pixels(ofWidth: group["defaultColWidth"]) ?? width
        height = Self.pixels(ofHeight: group["defaultRowHeight"]) ?? height
        try edit.reader.skip()
      case "cols": try readColumns(&edit)
      case "sheetData": try readRows(&edit)
      case "legacyDrawing":
        guard let id = group.prefixed("id") else { throw edit.reader.damaged }
        drawing = drawing ?? id
        try edit.reader.skip()
      // What comes after it (ECMA-376 part 1, 18.3.1.99); the last one stands for controls.
      case "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts",
        "extLst", "AlternateContent":
        drawingPlace = drawingPlace ?? start
        try edit.reader.skip()
      default: try edit.reader.skip()
      }
    }
  }

  private mutating func readColumns(_ edit: inout PartEdit) throws(WorkbookProblem) {
    while let columns = try edit.reader.child() {
      try edit.reader.skip()
      // In order, as they are to be.
      guard let first = columns.number("min"), let last = columns.number("max"), first > widths.count, first <= last,
        last <= SpreadsheetLimits.columns
      else { continue }
      widths += [Int](repeating: width, count: first - 1 - widths.count)
      let wide = columns.isTrue("hidden") ? 0 : Self.pixels(ofWidth: columns["width"]) ?? width
      widths += [Int](repeating: wide, count: last - first + 1)
    }
  }

  private mutating func readRows(_ edit: inout PartEdit) throws(WorkbookProblem) {
    var number = 0
    while let row = try edit.reader.child() {
      try edit.reader.skip()
      number = row.number("r").map { min(max($0, 1), SpreadsheetLimits.rows) } ?? number + 1
      if row.isTrue("hidden") {
        heights[number - 1] = 0
      } else if let high = Self.pixels(ofHeight: row["ht"]), high != height {
        heights[number - 1] = high
      }
    }
  }

  /// - Parameter text: in characters of the usual font.
  private static func pixels(ofWidth text: String?) -> Int? {
    text.flatMap { Double(decimalText: $0) }.map { $0 > 0 ? Int(min($0, 255) * 7 + 5) : 0 }
  }

  /// - Parameter text: in points.
  private static func pixels(ofHeight text: String?) -> Int? {
    text.flatMap { Double(decimalText: $0) }.map { $0 > 0 ? Int(min($0, 409) * 4 / 3) : 0 }
  }

  /// Where a box begins and ends that stands beside a cell: column, pixels in it, row, pixels in it, and again.
  fileprivate func anchor(_ cell: CellAddress, width: Int, height: Int) -> [Int] {
    let column = min(cell.column + 1, SpreadsheetLimits.columns - 1)
    let row = max(cell.row - 2, 0)
    let right = Self.end(column, width + 12, last: SpreadsheetLimits.columns - 1) { column in
      column < widths.count ? widths[column] : self.width
    }
    let bottom = Self.end(row, height + 8, last: SpreadsheetLimits.rows - 1) { heights[$0] ?? self.height }
    return [column, 12, row, 8, right.index, right.offset, bottom.index, bottom.offset]
  }

  /// Where a length ends that begins with a column or row.
  private static func end(_ start: Int, _ length: Int, last: Int, size: (Int) -> Int) -> (index: Int, offset: Int) {
    var (index, left) = (start, length)
    // What is hidden has no size, and may go on and on.
    while index < last, index - start < 1000, left > size(index) {
      left -= size(index)
      index += 1
    }
    return (index, left)
  }
}

extension PartEdit {
  /// Puts the name of the part that holds the shapes of notes in its place in a sheet.
  ///
  /// - Parameter places: of this sheet, which was read to its end.
  mutating func insertDrawing(_ reference: String, _ places: SheetPlaces) {
    let element = places.root.tags("<#legacyDrawing ") + reference + "/>"
    if let place = places.drawingPlace { insert(element, at: place) } else { append(element) }
  }
}

/// The boxes in which notes are shown, in the language of drawings of before 2007 (VML; ECMA-376 part 4, 19).
enum NoteShapes {
  static let type = "application/vnd.openxmlformats-officedocument.vmlDrawing"

  private static let namespaces = """
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:x="urn:schemas-microsoft-com:office:excel"
    """

  /// What the boxes have in common.
  private static func kind(_ declared: String = "") -> String {
    """
    <v:shapetype\(declared) id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
    <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """
  }

  /// The part of a sheet that had none.
  static func bytes(_ notes: [CellNote], _ places: SheetPlaces) -> [UInt8] {
    Array(
      """
      <xml \(namespaces)><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>\
      \(kind())\(shapes(notes, places, after: 1024))</xml>
      """.utf8)
  }

  /// Adds boxes to those of a sheet. Its part is not read as XML, for Excel itself does not always write that.
  static func add(_ notes: [CellNote], _ places: SheetPlaces, to edit: inout PartEdit) throws(WorkbookProblem) {
    if notes.isEmpty { return }
    let bytes = edit.reader.bytes
    var start = 0
    while start < bytes.count, !bytes[start...].starts(with: "<xml".utf8) { start += 1 }
    guard start < bytes.count, let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")),
      let end = bytes.lastIndex(of: UInt8(ascii: "<")), close < end, bytes[end...].starts(with: "</xml".utf8)
    else { throw edit.reader.damaged }
    // The document may call the namespaces otherwise.
    let root = edit.text(start..<close)
    let declared = namespaces.split(separator: " ").allSatisfy { root.includes(String($0)) } ? "" : " " + namespaces
    let hasKind = edit.text(close..<end).includes("\"_x0000_t202\"")
    var last = 1024
    var place = close
    let word = Array("_x0000_s".utf8)
    while place < end {
      guard bytes[place] == word[0], bytes[place...].starts(with: word) else {
        place += 1
        continue
      }
      place += word.count
      var number = 0
      while bytes[place] >= 0x30, bytes[place] <= 0x39 {
        number = min(10 * number + Int(bytes[place] & 15), 1 << 24)
        place += 1
      }
      last = max(last, number)
    }
    let added = shapes(notes, places, after: last, declared: declared)
    edit.insert((hasKind ? "" : kind(declared)) + added, at: end)
  }

  /// - Parameters:
  ///   - last: the highest number of a shape so far.
  ///   - declared: what each shape declares.
  private static func shapes(
    _ notes: [CellNote], _ places: SheetPlaces, after last: Int, declared: String = ""
  ) -> String {
    notes.enumerated().map { index, note in
      // Some forty characters on a line.
      let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(1) { $0 + 1 + $1.utf8.count / 40 }
      let anchor = places.anchor(note.cell, width: 250, height: min(max(lines, 6), 30) * 15)
      return """
        <v:shape\(declared) id="_x0000_s\(last + 1 + index)" type="#_x0000_t202" \
        style="position:absolute;width:188pt;height:68pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" \
        o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
        <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
        </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
        <x:Anchor>\(anchor.map { "\($0)" }.joined(separator: ", "))</x:Anchor><x:AutoFill>False</x:AutoFill>\
        <x:Row>\(note.cell.row - 1)</x:Row><x:Column>\(note.cell.column)</x:Column></x:ClientData></v:shape>
        """
    }.joined()
  }
}
