import CostEngine
import Terms

/// Differences between two versions of a table other than numbers: rows that only one has, words, codes, loadings.
///
/// Numbers that may be uncertain are left to ``InputLedger``, which knows their resolved values; names, titles, sources
/// and notes, and the settings of a run, change no amount and are left out.
public struct TableDifferences {
  /// A row or a cell.
  public struct Difference: Sendable, Equatable {
    /// `functions[OvD-BZ]` for a row, `functions.per[OvD-BZ]` for a cell.
    public var name: String
    /// The key of the row.
    public var key: [String]
    /// The text as written; nil if the row does not exist.
    public var from: String?
    public var to: String?
  }

  private let description: TableDescription

  /// - Parameters:
  ///   - a: the first reading of the study, in which the table may be absent.
  ///   - b: the second reading.
  public static func between(_ a: StudyReading, _ b: StudyReading, table: TableID) -> [Difference] {
    func hash(_ reading: StudyReading) -> String? { reading.files.first { $0.name == table.file }?.sha256 }
    if hash(a) == hash(b) { return [] }
    let differences = TableDifferences(description: table.description)
    let (first, second) = (differences.rows(a.document(of: table)), differences.rows(b.document(of: table)))
    var others: [[String]: KeyedCells] = [:]
    for row in second where others[row.key] == nil { others[row.key] = row }
    var found: [Difference] = []
    for row in first {
      guard let other = others[row.key] else {
        found.append(Difference(name: differences.name(row.key), key: row.key, from: row.written, to: nil))
        continue
      }
      for column in Set(row.cells.keys).union(other.cells.keys).sorted() {
        let (from, to) = (row.cells[column] ?? "", other.cells[column] ?? "")
        if from != to {
          found.append(Difference(name: differences.name(row.key, column), key: row.key, from: from, to: to))
        }
      }
    }
    let known = Set(first.map { $0.key })
    for row in second where !known.contains(row.key) {
      found.append(Difference(name: differences.name(row.key), key: row.key, from: nil, to: row.written))
    }
    return found
  }

  private struct KeyedCells {
    var key: [String]
    /// By the column's English name.
    var cells: [String: String]
    /// All its relevant cells.
    var written: String
  }

  private func name(_ key: [String], _ column: String? = nil) -> String {
    let place = key.joined(separator: "/")
    return description.id.stem + (column.map { "." + $0 } ?? "") + "[\(place)]"
  }

  private func rows(_ document: CSVDocument?) -> [KeyedCells] {
    guard let document else { return [] }
    let notation = NumberNotation(decimalComma: document.dialect.decimalComma)
    let header = document.header.map { name in
      let plain = String(name.map { $0 == "\u{2019}" ? "'" : $0 })
      return description.allColumns.first { $0.isCalled(plain) }
    }
    return document.rows.compactMap { row in
      var key: [String] = []
      for column in description.keys {
        guard let position = header.firstIndex(where: { $0?.id == column.id }) else { return nil }
        key.append(plain(row.cells[position], column.content, notation))
      }
      if description.id == .correlations { key = plainPlace(key) }
      if description.id == .settings, SettingDescription.named(key[0])?.setting.changesAmounts == false { return nil }
      var cells: [String: String] = [:]
      var written: [String] = []
      for (position, column) in header.enumerated() {
        guard let column, !description.keys.contains(where: { $0.id == column.id }), column.id != Name.inReports.id
        else {
          continue
        }
        let content = description.id == .settings ? settingContent(key[0]) ?? column.content : column.content
        let text = plain(row.cells[position], content, notation)
        if !text.isEmpty { written.append("\(column.id) \(text)") }
        if isNumeric(column, key) { continue }
        cells[column.id] = text
      }
      return KeyedCells(key: key, cells: cells, written: written.joined(separator: "; "))
    }
  }

  private func isNumeric(_ column: ColumnDescription, _ key: [String]) -> Bool {
    if case .settingValue = column.content {
      return InputName(table: .settings, column: column.id, key: key).content != nil
    }
    return column.mayBeUncertain
  }

  // MARK: One spelling

  /// Words and columns by their English spelling, numbers by their value and lists in one order, so that the language and
  /// the notation of a cell do not count as a difference.
  private func plain(_ text: String, _ content: ColumnDescription.Content, _ notation: NumberNotation) -> String {
    switch content {
    case .word(let words): return words.id(of: text) ?? text
    case .phaseIn: return WordList.phaseIns.id(of: text) ?? text
    case .distributionKey: return WordList.distributionKeys.id(of: text) ?? plainColumn(text, of: .regions)
    case .settingName: return SettingDescription.named(text)?.id ?? text
    case .certainNumber, .wholeNumber, .calendarYear:
      return (try? notation.read(text)).map { NumberNotation(decimalComma: false).write($0) } ?? text
    case .codes:
      return text.split(separator: "+").map { String($0).trimmedOfBlanks }.filter { !$0.isEmpty }.sorted()
        .joined(separator: "+")
    default: return text
    }
  }

  /// What the value of a setting holds; nil of one without another spelling.
  private func settingContent(_ setting: String) -> ColumnDescription.Content? {
    switch SettingDescription.named(setting)?.content {
    case .word(let words): return .word(words)
    case .distributionKey: return .distributionKey
    case .number(let bounds): return .certainNumber(bounds)
    case .wholeNumber(let bounds): return .wholeNumber(bounds)
    case .text, .code, .seed, nil: return nil
    }
  }

  /// The English name of a column.
  private func plainColumn(_ name: String, of table: TableID) -> String {
    table.description.allColumns.first { $0.isCalled(name) }?.id ?? name
  }

  /// The key of a row of correlations.csv: the table without `.csv`, its column in English, and the item as in names of
  /// variables.
  private func plainPlace(_ key: [String]) -> [String] {
    guard key.count == 4 else { return key }
    let stem = key[1].hasSuffix(".csv") ? String(key[1].dropLast(4)) : key[1]
    guard let table = TableID.allCases.first(where: { $0.stem == stem }) else { return key }
    let column = plainColumn(key[2], of: table)
    let count = column == Name.inForce.id ? 2 : table.description.keys.count
    return [key[0], stem, column, Correlations.parts(ofItem: key[3], of: table, count: count).joined(separator: "/")]
  }
}
