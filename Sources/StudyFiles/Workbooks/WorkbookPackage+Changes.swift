import Terms

extension WorkbookPackage {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"

  func holds(_ part: String) -> Bool { changes[ZipReader.key(part)] != nil || archive.holds(part) }

  /// Puts contents in place of a part's, or in a part that is not there yet.
  mutating func put(_ contents: [UInt8], in part: String) throws(WorkbookProblem) {
    // No archive has longer names.
    guard part.utf8.count <= Int(UInt16.max) else { throw .damagedPart(part) }
    if !holds(part) { added.append(part) }
    changes[ZipReader.key(part)] = contents
  }

  /// The part as it is to be changed.
  mutating func edit(_ part: String) throws(WorkbookProblem) -> PartEdit {
    guard let reader = try reader(of: part) else { throw .missingPart(part) }
    return PartEdit(reader)
  }

  /// Adds a relationship of a part to another one, and returns its id.
  ///
  /// - Parameter type: all of it.
  mutating func relate(_ part: String, to other: String, type: String) throws(WorkbookProblem) -> String {
    let list = Self.list(of: part).list
    if !holds(list) { try removeRelationships(of: part) }
    var edit = try edit(list)
    guard let root = try edit.reader.child(), root.name == "Relationships" else { throw edit.reader.damaged }
    var ids: Set<String> = []
    while let element = try edit.reader.child() {
      try edit.reader.skip()
      ids.insert(element["Id"] ?? "")
    }
    var number = ids.count + 1
    while ids.contains("rId\(number)") { number += 1 }
    edit.append(
      root.tags("<#Relationship Id=\"rId\(number)\" Type=\"\(type)\" Target=\"/")
        + "\(XMLText.escaped(other))\"/>")
    try edit.reader.finish()
    try put(edit.changed(), in: list)
    return "rId\(number)"
  }

  /// Leaves a part without relationships.
  mutating func removeRelationships(of part: String) throws(WorkbookProblem) {
    let list =
      Self.declaration + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
    try put(Array(list.utf8), in: Self.list(of: part).list)
  }

  /// The archive with all changes: what is not changed is packed as it was.
  func finished() -> [UInt8] {
    var result = ZipArchive()
    for name in archive.names {
      guard let entry = archive.packed(name) else { continue }
      result.add(changes[ZipReader.key(name)].map { entry.with($0) } ?? entry)
    }
    for name in added { result.add(name, changes[ZipReader.key(name)] ?? []) }
    return result.finished()
  }
}

/// Of which type each part is (`[Content_Types].xml`).
struct ContentTypes {
  static let part = "[Content_Types].xml"

  private var edit: PartEdit
  private let root: XMLElement
  /// Endings that stand for a type, and parts with a type of their own, as a path from the root; in small letters.
  private var endings: Set<String> = []
  private var parts: Set<String> = []
  private var additions = ""

  /// - Parameter edit: at the start of the part.
  init(_ edit: PartEdit) throws(WorkbookProblem) {
    var edit = edit
    guard let root = try edit.reader.child(), root.name == "Types" else { throw edit.reader.damaged }
    while let element = try edit.reader.child() {
      try edit.reader.skip()
      if let part = element["PartName"] { parts.insert(part.lowercased()) }
      if let ending = element["Extension"] { endings.insert(ending.lowercased()) }
    }
    (self.edit, self.root) = (edit, root)
  }

  func holds(_ part: String) -> Bool { parts.contains("/\(part)".lowercased()) }

  /// Gives a part its type, unless it has one of its own.
  mutating func add(_ part: String, type: String) {
    guard parts.insert("/\(part)".lowercased()).inserted else { return }
    additions += root.tags("<#Override PartName=\"/") + "\(XMLText.escaped(part))\" ContentType=\"\(type)\"/>"
  }

  /// Gives all parts with an ending their type, unless they have one.
  mutating func add(ending: String, type: String) {
    guard endings.insert(ending).inserted else { return }
    additions += root.tags("<#Default Extension=\"\(ending)\" ContentType=\"\(type)\"/>")
  }

  mutating func changed() throws(WorkbookProblem) -> [UInt8] {
    edit.append(additions)
    try edit.reader.finish()
    return edit.changed()
  }
}
