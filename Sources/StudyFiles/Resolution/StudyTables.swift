import Terms

/// The codes of one kind that a study knows.
struct Vocabulary {
  /// In the order of the table that introduces them.
  let codes: [String]
  let index: [String: Int]
  /// False if the table could not be read, so that no name can be considered unknown.
  let isReliable: Bool
  /// False if the table does not exist.
  let exists: Bool

  /// The codes that tables introduce in the first part of their keys.
  init(of tables: Table...) {
    var codes: [String] = []
    var seen: Set<String> = []
    var isReliable = true
    for table in tables {
      for row in table.rows where row.key[0] != "*" && seen.insert(row.key[0]).inserted { codes.append(row.key[0]) }
      // A row with an invalid key may have introduced any code, or the one it names.
      isReliable = isReliable && table.isReliable
      for suspect in table.suspects {
        guard let part = suspect.first, let code = part else {
          isReliable = false
          continue
        }
        if code != "*", seen.insert(code).inserted { codes.append(code) }
      }
    }
    self.codes = codes
    self.isReliable = isReliable
    exists = tables.contains { $0.exists }
    index = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
  }
}

/// All tables of a study and the codes they introduce.
final class StudyTables {
  private let tables: [Table]
  private let vocabularies: [CodeKind: Vocabulary]

  /// - Parameter tables: in the order of ``TableID``.
  init(_ tables: [Table]) {
    func table(_ id: TableID) -> Table { tables[id.rawValue] }
    self.tables = tables
    // A study without functions has its levels in provision-norms.csv.
    let norms = table(.norms)
    let isWithoutFunctions = norms.isReliable && norms.rows.isEmpty && norms.suspects.isEmpty
    levelsAreDefinedIn = isWithoutFunctions ? .provisionNorms : .norms
    var vocabularies: [CodeKind: Vocabulary] = [:]
    for kind in [.region, .function, .provision, .measure, .scenario, .profile, .variable, .fund] as [CodeKind] {
      vocabularies[kind] = Vocabulary(of: table(kind.definedIn))
    }
    vocabularies[.level] = Vocabulary(of: table(levelsAreDefinedIn), table(.levels))
    self.vocabularies = vocabularies
  }

  /// The table whose rows introduce the levels, beside levels.csv.
  let levelsAreDefinedIn: TableID

  subscript(_ id: TableID) -> Table { tables[id.rawValue] }
  subscript(_ kind: CodeKind) -> Vocabulary { vocabularies[kind]! }
}
