import Terms

extension InputName {
  /// The content allowed in the cell; nil if it does not hold a number that can be replaced.
  var content: ColumnDescription.Content? {
    switch table {
    case .settings:
      guard knownColumn == .settings(.value), key.count == 1, let setting = SettingDescription.named(key[0]),
        setting.setting.isInput
      else { return nil }
      switch setting.content {
      case .number(let bounds): return .number(bounds)
      case .wholeNumber(let bounds): return .wholeNumber(bounds)
      default: return nil
      }
    case .regions:
      let described = table.description.columns.first { $0.id == column }
      guard let described else { return .number(.nonNegative) }
      return described.mayBeUncertain ? described.content : nil
    default:
      return table.description.columns.first { $0.id == column && $0.mayBeUncertain }?.content
    }
  }

  /// The bounds of the cell's column; unbounded if it does not hold a number that can be replaced.
  public var bounds: CellBounds { content.map { $0.bounds } ?? .unbounded }

  /// Whether the cell holds whole numbers if it is certain: calendar years, numbers of years.
  public var isWhole: Bool {
    switch content {
    case .calendarYear, .wholeNumber: return true
    default: return false
    }
  }

  /// Whether the cell holds a calendar year.
  public var isCalendarYear: Bool { bounds == .calendarYear }

  /// Whether this name, with `*` for any part of its key, covers another one.
  public func covers(_ name: InputName) -> Bool {
    table == name.table && column == name.column && key.count == name.key.count
      && zip(key, name.key).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// Reads a name as people type it: columns, settings and drivers in English or Dutch, `*` for any part of the key,
  /// and blanks around any part.
  ///
  /// It does not check whether the codes exist in the study; ``InputLedger/name(typed:)`` does.
  ///
  /// - Parameter furtherColumns: numeric columns of regions.csv that serve as distribution keys of funds.
  public init(typed text: String, furtherColumns: [String] = []) throws(InputNameProblem) {
    let text = text.trimmedOfBlanks
    guard text.last == "]", let dot = text.firstIndex(of: "."), let bracket = text[dot...].firstIndex(of: "[") else {
      throw .notAName(text)
    }
    let stem = String(text[..<dot]).trimmedOfBlanks
    let column = String(text[text.index(after: dot)..<bracket]).trimmedOfBlanks
    var key = text[text.index(after: bracket)...].dropLast().split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0).trimmedOfBlanks }
    let tables = TableID.allCases.filter { $0 != .correlations && $0 != .plausibility }
    guard let table = tables.first(where: { $0.stem == stem }) else {
      let stems = tables.map { $0.stem }
      throw .unknownTable(stem, nearest: Suggestion.nearest(to: stem, among: stems), known: stems)
    }
    let columns = table.description.columns.filter { $0.mayBeUncertain }
    var id = columns.first { $0.isCalled(column) }?.id
    if table == .regions, id == nil, furtherColumns.contains(column) { id = column }
    guard let id else {
      let further = table == .regions ? furtherColumns : []
      let nearest = Suggestion.nearest(to: column, among: columns.flatMap { [$0.id, $0.dutch] } + further)
      throw .unknownColumn(
        column, table: table, nearest: nearest,
        known: columns.map { Bilingual(nl: $0.dutch, en: $0.id) } + further.map { Bilingual(nl: $0, en: $0) })
    }
    let parts = table.description.keys
    guard key.count == parts.count, !key.contains("") else { throw .wrongKey(text, table: table) }
    for (part, described) in parts.enumerated() where key[part] != "*" {
      switch described.content {
      case .word(let words):
        guard let word = words.id(of: key[part]) else {
          throw .unknownKey(
            key[part], part: described, nearest: Suggestion.nearest(to: key[part], among: words.spellings),
            known: words.spellings)
        }
        key[part] = word
      case .settingName:
        let known = SettingDescription.all.filter {
          InputName($0.setting).content != nil
        }
        guard let setting = known.first(where: { $0.id == key[part] || $0.dutch == key[part] }) else {
          let names = known.flatMap { [$0.id, $0.dutch] }
          throw .unknownKey(
            key[part], part: described, nearest: Suggestion.nearest(to: key[part], among: names), known: names)
        }
        key[part] = setting.id
      default: break
      }
    }
    self.init(table: table, column: id, key: key)
  }

  /// A term of scenarios.csv that holds a number, by its English or Dutch name; nil for any other word.
  public static func term(_ column: String, ofScenario code: String) -> InputName? {
    let terms = TableID.scenarios.description.columns.filter { $0.mayBeUncertain }
    return terms.first { $0.isCalled(column) }.map { InputName(table: .scenarios, column: $0.id, key: [code]) }
  }

  /// A setting that holds a number, by its English or Dutch name; nil for any other word.
  public static func setting(_ word: String) -> InputName? {
    guard let setting = SettingDescription.named(word) else { return nil }
    let name = InputName(setting.setting)
    return name.content == nil ? nil : name
  }

  /// Every word that ``term(_:ofScenario:)`` or ``setting(_:)`` knows.
  public static var shortWords: [String] {
    TableID.scenarios.description.columns.filter { $0.mayBeUncertain }.flatMap { [$0.id, $0.dutch] }
      + SettingDescription.names.filter { setting($0) != nil }
  }
}
