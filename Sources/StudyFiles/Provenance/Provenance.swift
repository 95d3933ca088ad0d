import Terms

/// The list of where the figures came from that regions gave: `provenance.csv` in the folder of a study. Nothing is computed
/// with it.
///
/// A figure that was given anew gets another row: the last one of an input is what counts, those before it are its history.
public struct Provenance: Sendable {
  public static let file = StudyFolder.provenance

  public enum Column: Int, Sendable, CaseIterable {
    /// Name of the input, and what its cell in the study says.
    case input, value
    /// As the region wrote it, and what that was taken for if it was not plainly a number.
    case given, readAs
    case file, sheet, cell, person, date, source, note
    /// SHA-256 of the file.
    case sha256
    /// What was asked about it when it came in; blank if nothing.
    case doubt
    /// Who accepted it and when: for people to fill in.
    case acceptedBy, acceptedOn

    var name: Bilingual {
      switch self {
      case .input: return Bilingual(nl: "invoer", en: "input")
      case .value: return Bilingual(nl: "waarde", en: "value")
      case .given: return Bilingual(nl: "gegeven", en: "given")
      case .readAs: return Bilingual(nl: "gelezen_als", en: "read_as")
      case .file: return Bilingual(nl: "bestand", en: "file")
      case .sheet: return Bilingual(nl: "blad", en: "sheet")
      case .cell: return Bilingual(nl: "cel", en: "cell")
      case .person: return Bilingual(nl: "ingevuld_door", en: "person")
      case .date: return Bilingual(nl: "datum", en: "date")
      case .source: return Bilingual(nl: "bron", en: "source")
      case .note: return Bilingual(nl: "toelichting", en: "note")
      case .sha256: return Bilingual(same: "sha256")
      case .doubt: return Bilingual(nl: "twijfel", en: "doubt")
      case .acceptedBy: return Bilingual(nl: "akkoord_door", en: "accepted_by")
      case .acceptedOn: return Bilingual(nl: "akkoord_op", en: "accepted_on")
      }
    }
  }

  /// A figure that a region gave.
  public struct Entry: Sendable, Equatable {
    fileprivate var cells = [String](repeating: "", count: Column.allCases.count)

    public init() {}

    public subscript(_ column: Column) -> String {
      get { cells[column.rawValue] }
      set { cells[column.rawValue] = newValue }
    }

    /// Whether two rows tell of the same answer, whoever accepted it.
    func isSameAnswer(as other: Entry) -> Bool {
      Column.allCases.allSatisfy { [.doubt, .acceptedBy, .acceptedOn].contains($0) || self[$0] == other[$0] }
    }

    /// `opgave.xlsx, Vragen!H5`
    public var place: String {
      let cell = (self[.sheet].isEmpty ? "" : self[.sheet] + "!") + self[.cell]
      return [self[.file], cell].filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// In the order in which they were taken over.
  public let entries: [Entry]
  /// By input.
  private let rows: [String: [Int]]
  private let decimalComma: Bool

  public init() { self.init(entries: [], decimalComma: true) }

  private init(entries: [Entry], decimalComma: Bool) {
    self.entries = entries
    self.decimalComma = decimalComma
    var rows: [String: [Int]] = [:]
    for (row, entry) in entries.enumerated() { rows[entry[.input], default: []].append(row) }
    self.rows = rows
  }

  /// The list as people may have saved it with a spreadsheet; what is no such list has no rows.
  public init(_ bytes: [UInt8]) {
    guard let document = CSVReader.read(bytes, file: Self.file).document else {
      self.init()
      return
    }
    let positions = Self.positions(document.header)
    let entries = document.rows.map { row in
      var entry = Entry()
      for (column, position) in zip(Column.allCases, positions) {
        if let position, position < row.cells.count { entry[column] = row.cells[position] }
      }
      return entry
    }
    self.init(entries: entries, decimalComma: document.dialect.decimalComma)
  }

  /// For each column where it stands in a header.
  private static func positions(_ header: [String]) -> [Int?] {
    Column.allCases.map { column in header.firstIndex { $0 == column.name.dutch || $0 == column.name.english } }
  }

  /// What was last given for an input; nil if nothing was.
  public func latest(_ input: InputName) -> Entry? { rows[input.text]?.last.map { entries[$0] } }

  /// All that was given for an input, the first first.
  public func history(_ input: InputName) -> [Entry] { (rows[input.text] ?? []).map { entries[$0] } }

  /// What was last given for an input if its cell still says so; nil if somebody changed it since.
  ///
  /// - Parameters:
  ///   - text: of the cell.
  ///   - notation: of its file.
  func current(_ input: InputName, cell text: String, _ notation: NumberNotation) -> Entry? {
    guard let entry = latest(input) else { return nil }
    if entry[.value] == text { return entry }
    // A spreadsheet that saved the list may have written its numbers otherwise.
    guard let value = try? NumberNotation(decimalComma: decimalComma).read(entry[.value]),
      value == (try? notation.read(text))
    else { return nil }
    return entry
  }

  // MARK: Writing

  /// The list with more rows after those of before.
  ///
  /// - Parameter old: the list as it was; nil if there is none.
  public static func adding(_ entries: [Entry], to old: [UInt8]?, language: Language) -> [UInt8] {
    let locale: CSVLocale = language == .dutch ? .dutch : .english
    let start = old ?? locale.header(Column.allCases.map { $0.name(language) })
    guard var editor = TableEditor(start), let document = CSVReader.read(start, file: file).document else {
      return start
    }
    guard !entries.isEmpty else { return start }
    var header = document.header
    let places = zip(Column.allCases, positions(header)).map { column, position in
      if let position { return position }
      // A list of an earlier version.
      header.append(column.name(header[0] == Column.input.name.english ? .english : .dutch))
      editor.set(row: document.headerRow, column: header.count - 1, header[header.count - 1])
      return header.count - 1
    }
    for entry in entries {
      var cells = [String](repeating: "", count: header.count)
      for (column, place) in zip(Column.allCases, places) { cells[place] = entry[column] }
      editor.add(cells)
    }
    return editor.bytes
  }

  /// The same answers with what people filled in beside them in another list.
  public static func accepted(_ entries: [Entry], as list: Provenance?) -> [Entry] {
    guard let list else { return entries }
    return entries.map { entry in
      guard let same = list.history(entry).last(where: { $0.isSameAnswer(as: entry) }) else { return entry }
      var entry = entry
      (entry[.acceptedBy], entry[.acceptedOn]) = (same[.acceptedBy], same[.acceptedOn])
      return entry
    }
  }

  private func history(_ entry: Entry) -> [Entry] { (rows[entry[.input]] ?? []).map { entries[$0] } }

  /// Whether a list has every answer of another, in any order. What was estimated is no answer.
  public func holds(all other: Provenance) -> Bool {
    other.entries.filter { !$0[.file].isEmpty }.allSatisfy { entry in
      history(entry).contains { $0.isSameAnswer(as: entry) }
    }
  }
}
