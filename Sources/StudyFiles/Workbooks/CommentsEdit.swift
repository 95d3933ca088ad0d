import Terms

/// A note at a cell.
struct CellNote {
  var cell: CellAddress
  var text: String
}

/// Notes that are added to those of a sheet (`xl/comments1.xml`).
struct CommentsEdit {
  private let author: String
  private let sheet: String
  /// What is to be written.
  private var notes: [CellNote] = []
  /// By address: the index of the note.
  private var indices: [String: Int] = [:]
  /// The notes that were there, with what was added to them.
  private(set) var existing: [CellNote] = []
  /// The notes at cells that had none.
  private(set) var added: [CellNote] = []

  /// - Parameter sheet: its name, for messages.
  init(author: String, sheet: String) { (self.author, self.sheet) = (author, sheet) }

  mutating func add(_ text: String, to cell: CellAddress) throws(WorkbookProblem) {
    guard cell.isOnSheet else { throw .damagedCell(sheet: sheet, cell) }
    if let index = indices[cell.description] {
      notes[index].text += "\n\n" + text
    } else {
      indices[cell.description] = notes.count
      notes.append(CellNote(cell: cell, text: "\(author):\n\(text)"))
    }
  }

  /// The part of a sheet that had no notes.
  mutating func bytes(_ names: OfficeNames) -> [UInt8] {
    added = notes
    let comments = notes.map { comment($0, author: 0, nil) }
    return Array(
      """
      \(WorkbookPackage.declaration)<comments xmlns="\(names.main)">\
      <authors><author>\(XMLText.cell(author))</author></authors>\
      <commentList>\(comments.joined())</commentList></comments>
      """.utf8)
  }

  /// What was written in a note before the author of these notes did; nil if that one did not.
  static func theirs(in text: String, besides author: String) -> String? {
    if text.hasPrefix("\(author):\n") { return "" }
    return text.around("\n\n\(author):\n")?.before
  }

  // MARK: Notes that are there

  /// - Parameter edit: at the start of the part.
  mutating func write(_ edit: inout PartEdit) throws(WorkbookProblem) {
    guard let root = try edit.reader.child(), root.name == "comments" else { throw edit.reader.damaged }
    var authors: [String] = []
    var own: Int?
    var isWritten = false
    while let group = try edit.reader.child() {
      switch group.name {
      case "authors" where own == nil:
        while try edit.reader.child(named: "author") != nil { authors.append(try edit.reader.content()) }
        own = authors.firstIndex(of: author)
        if own == nil { edit.append(root.tags("<#author>") + XMLText.cell(author) + root.tags("</#author>")) }
        own = own ?? authors.count
      case "commentList" where !isWritten:
        guard let own else { throw edit.reader.damaged }
        var left = [Bool](repeating: true, count: notes.count)
        while let comment = try edit.reader.child(named: "comment") {
          guard let cell = comment["ref"].flatMap({ CellAddress(reference: $0) }), cell.isOnSheet else {
            throw edit.reader.damaged
          }
          existing.append(CellNote(cell: cell, text: ""))
          guard let index = indices[cell.description], left[index] else {
            try edit.reader.skip()
            continue
          }
          left[index] = false
          existing[existing.count - 1] = notes[index]
          guard try edit.reader.child(named: "text") != nil else { throw edit.reader.damaged }
          try write(notes[index].text, isOwn: comment.number("authorId") == own, root, &edit)
          while try edit.reader.child() != nil { try edit.reader.skip() }
        }
        added = notes.indices.filter { left[$0] }.map { notes[$0] }
        edit.append(added.map { comment($0, author: own, root) }.joined())
        isWritten = true
      default: try edit.reader.skip()
      }
    }
    guard isWritten else { throw edit.reader.damaged }
    try edit.reader.finish()
  }

  /// Writes a note after what others have in the text whose start was read last, and in place of what is ours.
  private func write(_ text: String, isOwn: Bool, _ root: XMLElement, _ edit: inout PartEdit) throws(WorkbookProblem) {
    var runs: [(range: Range<Int>, text: String, isPlain: Bool)] = []
    while let child = try edit.reader.child() {
      let start = edit.tag.lowerBound
      var written = ""
      switch child.name {
      case "t": written = try edit.reader.content().withoutCellEscapes
      case "r":
        while try edit.reader.child(named: "t") != nil { written += try edit.reader.content().withoutCellEscapes }
      default:
        try edit.reader.skip()
        continue
      }
      runs.append((start..<edit.reader.place, written, child.name == "t"))
    }
    guard let last = runs.last else { return edit.append(run(text, root)) }
    let all = runs.map { $0.text }.joined()
    let theirs = Self.theirs(in: all, besides: author) ?? (isOwn ? "" : all)
    // Runs that hold nothing of theirs go; the one that holds both is written anew.
    var left = theirs.utf8.count
    var end = theirs.isEmpty ? runs[0].range.lowerBound : last.range.upperBound
    var ours = ""
    for written in runs where !theirs.isEmpty {
      guard written.text.utf8.count <= left else {
        if left > 0 { ours = run(String(decoding: written.text.utf8.prefix(left), as: UTF8.self), root) }
        end = written.range.lowerBound
        break
      }
      left -= written.text.utf8.count
      // A text without runs must become one to have another one after it.
      guard written.isPlain else { continue }
      edit.insert(root.tags("<#r>"), at: written.range.lowerBound)
      edit.insert(root.tags("</#r>"), at: written.range.upperBound)
    }
    ours += run(theirs.isEmpty ? text : "\n\n" + text, root)
    edit.replace(end..<last.range.upperBound, with: ours)
  }

  // MARK: XML

  private func comment(_ note: CellNote, author: Int, _ root: XMLElement?) -> String {
    root.tags("<#comment ref=\"\(note.cell)\" authorId=\"\(author)\" shapeId=\"0\"><#text>") + run(note.text, root)
      + root.tags("</#text></#comment>")
  }

  /// A text as Excel shows notes.
  private func run(_ text: String, _ root: XMLElement?) -> String {
    let start = """
      <#r><#rPr><#sz val="9"/><#color indexed="81"/><#rFont val="Tahoma"/><#family val="2"/></#rPr>\
      <#t xml:space="preserve">
      """
    return root.tags(start) + XMLText.cell(String(text.prefix(units: SpreadsheetLimits.characters)))
      + root.tags("</#t></#r>")
  }
}
