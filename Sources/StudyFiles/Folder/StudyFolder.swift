import Terms

/// Why a file could not be read.
enum FileProblem: Error {
  case absent
  /// Not inside the study folder.
  case outside
  /// Larger than ``CSVLimits/bytes``.
  case tooLarge
  case unreadable(Bilingual)
}

/// The files of a study, wherever they are stored; remembers which ones were read.
final class StudyFolder {
  let name: String
  /// Names of the files in the folder itself, ascending.
  let fileNames: [String]
  private let open: (String) -> Result<[UInt8], FileProblem>
  private var read: [String: HashedFile] = [:]

  init(name: String, fileNames: [String], open: @escaping (String) -> Result<[UInt8], FileProblem>) {
    self.name = name
    self.fileNames = fileNames.sorted()
    self.open = open
  }

  /// Every file that was read, in order of name.
  var filesRead: [HashedFile] { read.values.sorted { $0.name < $1.name } }

  func contents(of file: String) -> Result<[UInt8], FileProblem> {
    let contents = open(file)
    if case .success(let bytes) = contents, read[file] == nil {
      read[file] = HashedFile(name: file, bytes: bytes)
    }
    return contents
  }

  func wasRead(_ file: String) -> Bool { read[file] != nil }

  /// Files that are not tables but whose names resemble that of a table, by table.
  var lookalikes: [TableID: [String]] {
    var found: [TableID: [String]] = [:]
    let tables = Dictionary(uniqueKeysWithValues: TableID.allCases.map { ($0.file, $0) })
    for file in fileNames where tables[file] == nil && !file.hasPrefix(".") && !file.hasPrefix("~") {
      let parts = file.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let isTable = parts.count > 1 && ["csv", "xlsx", "xls", "ods", "txt", "tsv"].contains(parts[parts.count - 1])
      guard isTable else { continue }
      let stem = parts[0]
      if let table = TableID.allCases.first(where: { $0.stem == stem }) {
        found[table, default: []].append(file)
      } else if let nearest = Suggestion.nearest(to: stem, among: TableID.allCases.map({ $0.stem })),
        let table = TableID.allCases.first(where: { $0.stem == nearest })
      {
        found[table, default: []].append(file)
      }
    }
    return found
  }
}
