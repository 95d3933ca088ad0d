import Terms

/// The content of a column, its names and the meaning of a blank cell.
struct ColumnDescription: Sendable {
  enum Content: Sendable {
    /// A code: introduced here if the table is the one that defines its kind, otherwise a reference.
    case code(CodeKind)
    /// A code or `*`.
    case codeOrWildcard(CodeKind)
    /// The code of a function or a provision, or `*`.
    case item
    /// Codes joined by `+`; `-` is the empty list.
    case codes(CodeKind)
    case word(WordList)
    /// A word of ``WordList/phaseIns`` or the code of a profile.
    case phaseIn
    /// A word of ``WordList/distributionKeys`` or a numeric column of regions.csv.
    case distributionKey
    case text
    /// A number, a distribution or `var(name)`.
    case number(CellBounds)
    /// The same, or one of these behind an `x`: a share of the norm of the level that this one is based on.
    case norm(CellBounds)
    /// A number, a distribution or `var(name)`; a whole number if it is certain.
    case calendarYear
    /// A number and nothing else.
    case certainNumber(CellBounds)
    /// A whole number and nothing else.
    case wholeNumber(CellBounds)
    case settingName
    /// The content required by the setting of this row.
    case settingValue
  }

  enum Blank: Sendable {
    case isError
    /// The number that a blank cell stands for.
    case stands(for: Double)
    /// A rule of the table's own; the column must be there.
    case followsRule
    /// A rule of the table's own; the column may be left out.
    case followsRuleOrLeftOut
  }

  /// English name, also used in the names of variables.
  let id: String
  let dutch: String
  let content: Content
  let blank: Blank
  /// What its figures measure; nil if they are no figures, or of several kinds.
  let measure: Unit.Measure?

  init(_ name: Name, _ content: Content, blank: Blank = .isError) {
    id = name.id
    dutch = name.dutchID
    self.content = content
    self.blank = blank
    measure = name.unit?.measure
  }

  var mayBeLeftOut: Bool {
    switch blank {
    case .isError, .followsRule: return false
    case .stands, .followsRuleOrLeftOut: return true
    }
  }

  /// The number that a blank cell stands for, if there is one.
  var standIn: Double? {
    if case .stands(let value) = blank { return value }
    return nil
  }

  /// True where a cell may be a random variable.
  var mayBeUncertain: Bool {
    switch content {
    case .number, .norm, .calendarYear, .settingValue: return true
    default: return false
    }
  }

  var allowsWildcard: Bool {
    switch content {
    case .codeOrWildcard, .item: return true
    default: return false
    }
  }

  func isCalled(_ header: String) -> Bool { header == id || header == dutch }
}

extension ColumnDescription.Content {
  /// The bounds of a numeric column.
  var bounds: CellBounds {
    switch self {
    case .number(let bounds), .norm(let bounds), .certainNumber(let bounds), .wholeNumber(let bounds): return bounds
    case .calendarYear: return .calendarYear
    default: return .unbounded
    }
  }
}

/// A table of the study folder: its key and its columns.
struct TableDescription: Sendable {
  let id: TableID
  let file: String
  let isRequired: Bool
  let keys: [ColumnDescription]
  let columns: [ColumnDescription]
  /// In the order of ``TableID/columns``, which lists the columns of the key first.
  let allColumns: [ColumnDescription]
  /// Sets of columns of which at least one must be present.
  let oneOf: [[Column]]
  /// Whether columns that are not listed may be distribution keys.
  let allowsFurtherColumns: Bool

  init(_ id: TableID) {
    self.id = id
    file = id.file
    isRequired = id.isRequired
    var keys: [ColumnDescription] = []
    var columns: [ColumnDescription] = []
    for column in id.columns {
      let (content, blank, isKey) = column.reading
      let description = ColumnDescription(column.name, content, blank: blank)
      if isKey { keys.append(description) } else { columns.append(description) }
    }
    self.keys = keys
    self.columns = columns
    allColumns = keys + columns
    oneOf = id == .staffing ? [[.staffing(.persons), .staffing(.personsShare)]] : []
    allowsFurtherColumns = id == .regions
  }

  /// Every table may have these columns: they are carried to the report, but never used in the computation.
  static let remarks = Remark.allCases.map {
    ColumnDescription($0.name, .text, blank: .followsRuleOrLeftOut)
  }

  /// The names of the required columns; alternatives, of which one suffices, are joined by "or".
  var neededColumns: [Bilingual] {
    let needed = allColumns.filter { !$0.mayBeLeftOut }.map { Bilingual(nl: $0.dutch, en: $0.id) }
    let alternatives = oneOf.map { alternatives in
      let names = alternatives.map { columns[position(of: $0)] }
      return Bilingual(
        nl: enumeration(names.map { $0.dutch }, conjunction: .or).dutch,
        en: enumeration(names.map { $0.id }, conjunction: .or).english)
    }
    return needed + alternatives
  }

  /// Index in ``columns`` of one of them that is not of the key.
  func position(of column: Column) -> Int {
    assert(column.table == id && column.ordinal >= keys.count)
    return column.ordinal - keys.count
  }
}
