import Terms

/// The tables of a study folder, in the order in which their problems are reported.
public enum TableID: Int, Sendable, CaseIterable {
  case settings, regions, functions, norms, staffing, training
  case provisions, provisionNorms, provisionCurrent
  case oneOffs, measures, measureEffects, scenarios, scenarioRegions, phaseIn, indices, funding, variables, correlations

  /// The file's name without `.csv`, as it stands in the names of variables.
  public var stem: String {
    switch self {
    case .settings: return "settings"
    case .regions: return "regions"
    case .functions: return "functions"
    case .norms: return "norms"
    case .staffing: return "staffing"
    case .training: return "training"
    case .provisions: return "provisions"
    case .provisionNorms: return "provision-norms"
    case .provisionCurrent: return "provision-current"
    case .oneOffs: return "one-offs"
    case .measures: return "measures"
    case .measureEffects: return "measure-effects"
    case .scenarios: return "scenarios"
    case .scenarioRegions: return "scenario-regions"
    case .phaseIn: return "phase-in"
    case .indices: return "indices"
    case .funding: return "funding"
    case .variables: return "variables"
    case .correlations: return "correlations"
    }
  }

  public var file: String { stem + ".csv" }
}

/// What stands in a column, how it is called and what a blank cell of it means.
struct ColumnDescription: Sendable {
  enum Content: Sendable {
    /// A code: introduced here where the table is the one that defines its kind, else a reference.
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
    /// A number, a distribution or `var(name)`; a whole number where it is certain.
    case calendarYear
    /// A number and nothing else.
    case certainNumber(CellBounds)
    /// A whole number and nothing else.
    case wholeNumber(CellBounds)
    case settingName
    /// What the setting of this row asks for.
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

  /// English name; it also stands in the names of variables.
  let id: String
  let dutch: String
  let content: Content
  let blank: Blank

  init(_ id: String, _ dutch: String, _ content: Content, blank: Blank = .isError) {
    self.id = id
    self.dutch = dutch
    self.content = content
    self.blank = blank
  }

  var mayBeLeftOut: Bool {
    switch blank {
    case .isError, .followsRule: return false
    case .stands, .followsRuleOrLeftOut: return true
    }
  }

  /// The number that a blank cell stands for, where there is one.
  var standIn: Double? {
    if case .stands(let value) = blank { return value }
    return nil
  }

  /// True where a cell may be a random variable.
  var mayBeUncertain: Bool {
    switch content {
    case .number, .calendarYear, .settingValue: return true
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

  /// What the bounds of a numeric column are.
  var bounds: CellBounds {
    switch content {
    case .number(let bounds), .certainNumber(let bounds), .wholeNumber(let bounds): return bounds
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
  /// Sets of columns of which one at least must be there.
  let oneOf: [[String]]
  /// Whether columns that are not listed may be distribution keys.
  let allowsFurtherColumns: Bool

  init(
    _ id: TableID, isRequired: Bool = false, keys: [ColumnDescription], columns: [ColumnDescription],
    oneOf: [[String]] = [], allowsFurtherColumns: Bool = false
  ) {
    self.id = id
    file = id.file
    self.isRequired = isRequired
    self.keys = keys
    self.columns = columns
    self.oneOf = oneOf
    self.allowsFurtherColumns = allowsFurtherColumns
  }

  /// Every table may hold these: carried to the report, never computed with.
  static let remarks = [
    ColumnDescription("source", "bron", .text, blank: .followsRuleOrLeftOut),
    ColumnDescription("note", "toelichting", .text, blank: .followsRuleOrLeftOut),
  ]

  var allColumns: [ColumnDescription] { keys + columns }

  /// The names of the columns that must be there; of a set of which one will do, joined by "or".
  var neededColumns: [Bilingual] {
    let needed = allColumns.filter { !$0.mayBeLeftOut }.map { Bilingual(nl: $0.dutch, en: $0.id) }
    let alternatives = oneOf.map { ids in
      let names = ids.map { columns[column($0)] }
      return Bilingual(
        nl: enumeration(names.map { $0.dutch }, conjunction: .or).dutch,
        en: enumeration(names.map { $0.id }, conjunction: .or).english)
    }
    return needed + alternatives
  }

  /// Index in ``columns``.
  /// - Precondition: there is such a column.
  func column(_ id: String) -> Int {
    guard let index = columns.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("\(self.id.file) has no column \(id)")
    }
    return index
  }
}
