import Terms

/// Somebody's own workbook with notes beside cells and one sheet more. Every other byte of its parts stays as it was:
/// formats, formulas, drawings, macros.
///
/// Notes are those of every spreadsheet (`xl/comments1.xml`), and begin with a line that names the author, for
/// LibreOffice forgets who wrote a note. The same workbook and notes give the same bytes.
public enum AnnotatedWorkbook {
  public struct Note: Sendable, Equatable {
    /// The sheet's name, as the workbook has it.
    public var sheet: String
    public var cell: CellAddress
    public var text: String

    public init(sheet: String, cell: CellAddress, text: String) {
      (self.sheet, self.cell, self.text) = (sheet, cell, text)
    }
  }

  /// A table of texts under one row of headings, which stays in sight.
  public struct AddedSheet: Sendable, Equatable {
    /// At most 31 characters, none of them of `[]:*?/\`.
    public var name: String
    public var header: [String]
    public var rows: [[String]]
    /// Of each column, in characters; those without one have the usual width.
    public var widths: [Int]

    public init(name: String, header: [String], rows: [[String]], widths: [Int]) {
      (self.name, self.header, self.rows, self.widths) = (name, header, rows, widths)
    }
  }

  /// The workbook with notes and a sheet.
  ///
  /// A cell that has a note keeps it, and ours follows after a blank line; what the author wrote there before is
  /// replaced. So is a sheet of the name whose first cell is the first heading; if it is another sheet, the new one is
  /// called `Name (2)`.
  ///
  /// - Parameters:
  ///   - notes: several at one cell become one.
  ///   - author: who wrote the notes, on one line.
  public static func adding(
    _ notes: [Note], by author: String, sheet: AddedSheet, to bytes: [UInt8]
  ) throws(WorkbookProblem) -> [UInt8] {
    var editor = try WorkbookEditor(bytes)
    try editor.add(sheet, to: bytes)
    var written: Set<String> = []
    for note in notes where written.insert(note.sheet).inserted {
      try editor.add(notes.filter { $0.sheet == note.sheet }, by: author, toSheet: note.sheet)
    }
    return try editor.finished()
  }

  /// Whether a note, or the end of it, is the author's.
  public static func isOwn(_ note: Spreadsheet.Note, of author: String) -> Bool {
    note.author == author || CommentsEdit.theirs(in: note.text, besides: author) != nil
  }

  /// What others wrote in a note, before what the author of notes did; nil if that is nothing.
  public static func remark(in note: Spreadsheet.Note, besides author: String) -> String? {
    let theirs = CommentsEdit.theirs(in: note.text, besides: author) ?? (note.author == author ? "" : note.text)
    return theirs.isEmpty ? nil : theirs
  }
}

/// The parts of a workbook while they are changed.
private struct WorkbookEditor {
  private var package: WorkbookPackage
  private var types: ContentTypes
  /// The part that lists the sheets, and those sheets.
  private let part: String
  private let workbook: WorkbookPart
  private let relationships: [WorkbookPackage.Relationship]
  private let names: OfficeNames

  init(_ bytes: [UInt8]) throws(WorkbookProblem) {
    package = try WorkbookPackage(bytes)
    part = try package.workbook()
    var edit = try package.edit(part)
    names = OfficeNames(workbook: edit.reader.bytes)
    workbook = try WorkbookPart(&edit.reader)
    relationships = try package.relationships(of: part)
    types = try ContentTypes(package.edit(ContentTypes.part))
  }

  mutating func finished() throws(WorkbookProblem) -> [UInt8] {
    types.add(ending: "rels", type: "application/vnd.openxmlformats-package.relationships+xml")
    try package.put(types.changed(), in: ContentTypes.part)
    return package.finished()
  }

  /// The part of a sheet of cells; nil if it is something else.
  private func worksheet(_ id: String) -> String? {
    relationships.first { $0.id == id }.flatMap { $0.kind == "worksheet" ? $0.part : nil }
  }

  /// A name that no part has.
  private func newPart(_ start: String, _ ending: String) -> String {
    var number = 1
    func name() -> String { "\(start)\(number)\(ending)" }
    while package.holds(name()) || types.holds(name()) { number += 1 }
    return name()
  }

  // MARK: The sheet

  /// - Parameter bytes: of the workbook as it was, to see what stands in a sheet of the same name.
  mutating func add(_ sheet: AnnotatedWorkbook.AddedSheet, to bytes: [UInt8]) throws(WorkbookProblem) {
    guard sheet.rows.count < SpreadsheetLimits.rows else { throw .tooManyRows(sheet: sheet.name) }
    for (row, cells) in ([sheet.header] + sheet.rows).enumerated() where cells.count > SpreadsheetLimits.columns {
      throw .tooManyColumns(sheet: sheet.name, row: row + 1)
    }
    var styles: AddedSheetXML.Styles?
    if let part = relationships.first(where: { $0.kind == "styles" })?.part, package.holds(part) {
      var edit = try package.edit(part)
      styles = try AddedSheetXML.addStyles(&edit)
      if styles != nil { try package.put(edit.changed(), in: part) }
    }
    let contents = AddedSheetXML.bytes(sheet, styles: styles, names: names)

    var name = sheet.name
    var number = 1
    var read: Spreadsheet?
    while let listed = workbook.sheets.first(where: { $0.name.lowercased() == name.lowercased() }) {
      if let part = worksheet(listed.id) {
        if read == nil { read = try SpreadsheetReader.read(bytes) }
        let first = read?.sheets.first { $0.name == listed.name }?[CellAddress(row: 1, column: 0)]
        if let heading = sheet.header.first, first?.value == .text(heading) {
          // What else somebody put on it goes with it.
          if package.holds(WorkbookPackage.list(of: part).list) { try package.removeRelationships(of: part) }
          return try package.put(contents, in: part)
        }
      }
      number += 1
      let ending = " (\(number))"
      name = sheet.name.prefix(units: 31 - ending.utf8.count) + ending
    }
    let new = newPart("xl/worksheets/sheet", ".xml")
    try package.put(contents, in: new)
    types.add(new, type: names.type("worksheet"))
    try list(name, id: package.relate(part, to: new, type: names.relationship("worksheet")))
  }

  /// Puts a sheet at the end of the list.
  private mutating func list(_ name: String, id: String) throws(WorkbookProblem) {
    guard workbook.sheets.count < SpreadsheetLimits.sheets else { throw .tooManySheets }
    var edit = try package.edit(part)
    _ = try edit.reader.child()
    var isListed = false
    while let group = try edit.reader.child() {
      guard group.name == "sheets", !isListed else {
        try edit.reader.skip()
        continue
      }
      var numbers: Set<Int> = []
      while let sheet = try edit.reader.child() {
        try edit.reader.skip()
        numbers.insert(sheet.number("sheetId") ?? 0)
      }
      var number = numbers.count + 1
      while numbers.contains(number) { number += 1 }
      edit.append(
        group.tags("<#sheet name=\"") + "\(XMLText.escaped(name))\" sheetId=\"\(number)\" \(names.reference(id))/>")
      isListed = true
    }
    guard isListed else { throw edit.reader.damaged }
    try package.put(edit.changed(), in: part)
  }

  // MARK: Notes

  mutating func add(
    _ notes: [AnnotatedWorkbook.Note], by author: String, toSheet name: String
  ) throws(WorkbookProblem) {
    guard let sheet = workbook.sheets.first(where: { $0.name == name }).flatMap({ worksheet($0.id) }) else {
      throw .missingPart(name)
    }
    let relationships = try package.relationships(of: sheet)
    var comments = CommentsEdit(author: author, sheet: name)
    for note in notes { try comments.add(note.text, to: note.cell) }
    let listed = relationships.first { $0.kind == "comments" }?.part
    let part = listed ?? newPart("xl/comments", ".xml")
    if package.holds(part) {
      var edit = try package.edit(part)
      try comments.write(&edit)
      try package.put(edit.changed(), in: part)
    } else {
      try package.put(comments.bytes(names), in: part)
    }
    types.add(part, type: names.type("comments"))
    if listed == nil { _ = try package.relate(sheet, to: part, type: names.relationship("comments")) }

    var edit = try package.edit(sheet)
    let layout = try SheetPlaces(&edit)
    if let id = layout.drawing {
      guard let part = relationships.first(where: { $0.id == id })?.part else { throw .damagedPart(sheet) }
      var edit = try package.edit(part)
      try NoteShapes.add(comments.added, layout, to: &edit)
      try package.put(edit.changed(), in: part)
    } else {
      let part = newPart("xl/drawings/vmlDrawing", ".vml")
      try package.put(NoteShapes.bytes(comments.existing + comments.added, layout), in: part)
      types.add(part, type: NoteShapes.type)
      let id = try package.relate(sheet, to: part, type: names.relationship("vmlDrawing"))
      edit.insertDrawing(names.reference(id), layout)
      try package.put(edit.changed(), in: sheet)
    }
  }
}
