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

/// The files of a study, wherever they are stored; remembers which ones were asked for.
final class StudyFolder {
  /// The list of where the figures came from that regions gave.
  static let provenance = "provenance.csv"
  /// The list of the regions that were asked: what is computed does not rest on it.
  static let asked = "asked.csv"

  let name: String
  /// Names of the files in the folder itself, ascending.
  let fileNames: [String]
  private let open: (String) -> Result<[UInt8], FileProblem>
  private var read: [String: OutputFile] = [:]
  private var asked: Set<String> = []

  init(name: String, fileNames: [String], open: @escaping (String) -> Result<[UInt8], FileProblem>) {
    self.name = name
    self.fileNames = fileNames.sorted()
    self.open = open
  }

  /// Every file that was read, as it was, in order of name.
  var filesRead: [OutputFile] { read.values.sorted { $0.name < $1.name } }

  func contents(of file: String) -> Result<[UInt8], FileProblem> {
    asked.insert(file)
    let contents = open(file)
    if case .success(let bytes) = contents, read[file] == nil {
      read[file] = OutputFile(name: file, bytes: bytes)
    }
    return contents
  }

  /// Whether its content was asked for, whether or not it could be read.
  func wasAsked(_ file: String) -> Bool { asked.contains(file) }

  /// Files of tables that are not read, by the table that their names mean; those that mean none under nil.
  var unreadTables: [TableID?: [String]] {
    var found: [TableID?: [String]] = [:]
    let tables = Set(TableID.allCases.map { $0.file })
    for file in fileNames
    where !tables.contains(file) && file != Self.provenance && file != Self.asked && !file.hasPrefix(".")
      && !file.hasPrefix("~")
    {
      let name = TableFileName(file)
      // Texts and old workbooks are only told of if they look like a table.
      guard let name, name.table != nil || name.isTableForSure else { continue }
      found[name.table, default: []].append(file)
    }
    return found
  }
}
