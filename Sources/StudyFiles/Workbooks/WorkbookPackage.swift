import Terms

/// The parts of a workbook: files in an archive that refer to each other by relationships (ECMA-376 part 2).
struct WorkbookPackage {
  /// How one part refers to another.
  struct Relationship {
    let id: String
    /// The last word of its type, which is the same whether the workbook is of the strict kind or the usual one.
    let kind: String
    /// The other part's name in the archive.
    let part: String
  }

  private(set) var archive: ZipReader
  /// Parts with other contents than the archive's, and parts that it has not, by `ZipReader.key` in Terms.
  var changes: [[UInt8]: [UInt8]] = [:]
  /// The names of those that it has not.
  var added: [String] = []

  init(_ bytes: [UInt8]) throws(WorkbookProblem) {
    if bytes.isEmpty { throw .empty }
    do throws(ZipProblem) {
      archive = try ZipReader(bytes)
    } catch {
      switch error {
      case .notAnArchive: throw ForeignFormat(of: bytes).map { WorkbookProblem.foreign($0) } ?? .notAWorkbook
      // An encrypted workbook stands as a whole in a file of this name.
      case .compoundFile: throw Self.holds("EncryptedPackage", bytes) ? .encrypted : .oldWorkbook
      case .encrypted: throw .encrypted
      default: throw .archive(error)
      }
    }
  }

  /// The part that is the workbook itself.
  mutating func workbook() throws(WorkbookProblem) -> String {
    if let type = try contents(of: "mimetype") {
      throw type.starts(with: "application/vnd.oasis.opendocument".utf8) ? .openDocument : .notAWorkbook
    }
    guard archive.holds("_rels/.rels") else {
      let nested = archive.names.first { name in
        Self.archiveEndings.contains { name.lowercased().hasSuffix($0) }
      }
      throw nested.map { .nestedArchive($0) } ?? .notAWorkbook
    }
    guard let main = try relationships(of: "").first(where: { $0.kind == "officeDocument" }) else {
      throw .notAWorkbook
    }
    if main.part.lowercased().hasSuffix(".bin") { throw .binaryWorkbook }
    return main.part
  }

  private static let archiveEndings = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".zip", ".7z", ".rar"]

  /// A part to read; nil if there is none of this name.
  mutating func reader(of part: String) throws(WorkbookProblem) -> PartReader? {
    guard let contents = try contents(of: part) else { return nil }
    return try PartReader(contents, part: part)
  }

  /// The relationships of a part to others in the archive, in order; none if it has none.
  ///
  /// - Parameter part: the part's name; empty for those of the package itself.
  mutating func relationships(of part: String) throws(WorkbookProblem) -> [Relationship] {
    let (folder, list) = Self.list(of: part)
    guard var reader = try reader(of: list) else { return [] }
    guard let root = try reader.child(), root.name == "Relationships" else { throw .damagedPart(list) }
    var relationships: [Relationship] = []
    while let element = try reader.child(named: "Relationship") {
      try reader.skip()
      guard let id = element["Id"], let type = element["Type"], let target = element["Target"] else {
        throw .damagedPart(list)
      }
      if element["TargetMode"] == "External" { continue }
      // What leads outside the archive is in none of its parts.
      guard let part = Self.part(target, from: folder) else { continue }
      let kind = type.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(type[type.utf8.index(after: $0)...]) } ?? type
      guard relationships.count < Self.mostRelationships else { throw .damagedPart(list) }
      relationships.append(Relationship(id: id, kind: kind, part: part))
    }
    try reader.finish()
    return relationships
  }

  /// For each sheet of a workbook they are searched.
  private static let mostRelationships = 10_000

  /// The name of a part from a reference to it; nil if that leads outside the archive.
  ///
  /// - Parameters:
  ///   - target: a path from the folder, or from the root if it begins with `/`.
  ///   - folder: the folder of the part that refers to it.
  static func part(_ target: String, from folder: [String]) -> String? {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      if step == "." { continue }
      if step == ".." {
        if path.isEmpty { return nil }
        path.removeLast()
      } else {
        path.append(String(step))
      }
    }
    return path.isEmpty ? nil : path.joined(separator: "/")
  }

  /// The folders of a part, and the part that lists its relationships.
  static func list(of part: String) -> (folder: [String], list: String) {
    let steps = part.split(separator: "/").map { String($0) }
    let folder = Array(steps.dropLast())
    return (folder, (folder + ["_rels", (steps.last ?? "") + ".rels"]).joined(separator: "/"))
  }

  private mutating func contents(of part: String) throws(WorkbookProblem) -> [UInt8]? {
    if let contents = changes[ZipReader.key(part)] { return contents }
    do throws(ZipProblem) { return try archive.contents(of: part) } catch {
      throw error == .encrypted ? .encrypted : .archive(error)
    }
  }

  /// Whether bytes hold a word in UTF-16, lowest byte first.
  private static func holds(_ word: StaticString, _ bytes: [UInt8]) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= 2 * count else { return false }
    for start in 0...(bytes.count - 2 * count) where bytes[start] == word.utf8Start[0] {
      if (0..<count).allSatisfy({ bytes[start + 2 * $0] == word.utf8Start[$0] && bytes[start + 2 * $0 + 1] == 0 }) {
        return true
      }
    }
    return false
  }
}
