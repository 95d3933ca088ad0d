import Terms

/// Checks that every code a table refers to is known; leaves out rows with an unknown key.
struct NameCheck {
  private let tables: StudyTables
  private let diagnostics: DiagnosticCollector
  private let meant: MeantCodes

  init(tables: StudyTables, diagnostics: DiagnosticCollector) {
    self.tables = tables
    self.diagnostics = diagnostics
    meant = MeantCodes(tables)
  }

  /// Maximum number of names reported individually in a column; one more message gives the number of the others.
  private static let limit = CSVLimits.problemsOfAKind - 1

  func check() {
    for id in TableID.allCases where id != .settings && id != .correlations { check(tables[id]) }
    checkSetting(.referenceLevel, .level)
    checkSetting(.mainScenario, .scenario)
  }

  private func check(_ table: Table) {
    checkKeys(table)
    for (column, description) in table.description.columns.enumerated() {
      switch description.content {
      case .code(let kind): checkCells(table, column, kind)
      case .codes(let kind): checkCells(table, column, kind)
      case .phaseIn: checkCells(table, column, .profile)
      default: continue
      }
    }
  }

  // MARK: Keys

  private func checkKeys(_ table: Table) {
    var leftOut: [Int: [String?]] = [:]
    for (part, column) in table.description.keys.enumerated() {
      guard let reference = reference(of: column, in: table) else { continue }
      var unknown = UnknownNames(limit: Self.limit, meant: self.meant)
      for (index, row) in table.rows.enumerated() where row.key[part] != "*" {
        let name = row.key[part]
        let (kind, vocabulary) = reference(row)
        if vocabulary.index[name] != nil { continue }
        var meant = leftOut[index] ?? row.key.map { $0 }
        if !vocabulary.isReliable {
          meant[part] = nil
          leftOut[index] = meant
          continue
        }
        if case .item = column.content, let other = otherKind(of: name, driver: row.key[2]) {
          diagnostics.error(
            .driverOfOtherKind(row.key[2], item: name, needs: other), file: table.file, row: row.number,
            column: keyHeader(table, part))
          leftOut[index] = meant
          continue
        }
        unknown.note(name, kind: kind, row: row.number)
        meant[part] = unknown.nearest(to: name)
        leftOut[index] = meant
      }
      report(unknown, table, column: keyHeader(table, part))
    }
    table.leaveOut(leftOut)
  }

  /// What a key part of a row refers to; nil if it introduces a code or contains none.
  private func reference(of column: ColumnDescription, in table: Table) -> ((TableRow) -> (CodeKind, Vocabulary))? {
    switch column.content {
    case .code(let kind), .codeOrWildcard(let kind):
      let definedIn = kind == .level ? tables.levelsAreDefinedIn : kind.definedIn
      if definedIn == table.id || kind.definedIn == table.id { return nil }
      if kind == .level, table.id == .levels { return nil }
      let vocabulary = tables[kind]
      return { _ in (kind, vocabulary) }
    case .item:
      return { row in
        let kind = ItemKind(driver: row.key[2]).codeKind
        return (kind, tables[kind])
      }
    default:
      return nil
    }
  }

  /// The kind of item to which a driver belongs, if the item is known but of the other kind.
  private func otherKind(of item: String, driver: String) -> ItemKind? {
    let kind = ItemKind(driver: driver)
    let other: CodeKind = kind == .function ? .provision : .function
    return tables[other].index[item] == nil ? nil : kind
  }

  private func keyHeader(_ table: Table, _ part: Int) -> String {
    let column = table.description.keys[part]
    return table.document?.header.first { column.isCalled($0) } ?? column.id
  }

  // MARK: Cells

  private func checkCells(_ table: Table, _ column: Int, _ kind: CodeKind) {
    let vocabulary = tables[kind]
    var unknown = UnknownNames(limit: Self.limit, meant: meant)
    for (index, row) in table.rows.enumerated() {
      let names: [String]
      switch row.cells[column] {
      case .text(let name): names = [name]
      case .codes(let codes): names = codes
      default: continue
      }
      let strange = names.filter { vocabulary.index[$0] == nil }
      if strange.isEmpty { continue }
      if vocabulary.isReliable {
        for name in strange { unknown.note(name, kind: kind, row: row.number) }
      }
      table.set(.invalid, row: index, column: column)
    }
    var isPhaseIn = false
    if case .phaseIn = table.description.columns[column].content { isPhaseIn = true }
    report(unknown, table, column: table.header(column), isPhaseIn: isPhaseIn)
  }

  /// A setting that holds a code.
  private func checkSetting(_ setting: Setting, _ kind: CodeKind) {
    let settings = tables[.settings]
    guard let row = settings.row([setting.name.id]), let name = settings.rows[row].cells[0].text else { return }
    let known = tables[kind]
    guard known.index[name] == nil else { return }
    settings.set(.invalid, row: row, column: 0)
    guard known.isReliable else { return }
    diagnostics.error(
      .unknownName(name, kind, nearest: meant.code(for: name, kind), otherRows: []), file: settings.file,
      row: settings.rows[row].number, column: settings.header(0))
  }

  private func report(_ unknown: UnknownNames, _ table: Table, column: String, isPhaseIn: Bool = false) {
    for name in unknown.names {
      let found = unknown.found[name]!
      let others = Array(found.rows.dropFirst())
      let problem: CellProblem
      if isPhaseIn {
        let words = WordList.phaseIns.spellings
        let nearest = Suggestion.nearest(to: name, among: words + tables[.profile].codes)
        problem = .unknownPhaseIn(name, nearest: nearest, otherRows: others)
      } else if !tables[found.kind].exists {
        problem = .noTable(of: found.kind, name: name)
      } else {
        problem = .unknownName(name, found.kind, nearest: found.nearest, otherRows: others)
      }
      diagnostics.error(problem, file: table.file, row: found.rows[0], column: column)
      // Without the table every name is unknown; one message says why.
      if !isPhaseIn && !tables[found.kind].exists { break }
    }
    if unknown.further > 0 {
      diagnostics.error(.furtherUnknownNames(unknown.further), file: table.file, row: nil, column: column)
    }
  }
}

/// Finds the codes that unknown names were probably meant for.
///
/// What they are compared with is prepared once for each kind, not for each of thousands of names.
private final class MeantCodes {
  private let tables: StudyTables
  private var known: [CodeKind: KnownNames] = [:]
  private var byName: [CodeKind: [String: String]] = [:]

  init(_ tables: StudyTables) { self.tables = tables }

  /// The code of what has this name for people (a region is often called by it), or the nearest code; nil if there is
  /// neither.
  func code(for name: String, _ kind: CodeKind) -> String? {
    if byName[kind] == nil { byName[kind] = codesByName(kind) }
    if let code = byName[kind]?[name.lowercased()] { return code }
    let known = self.known[kind] ?? KnownNames(tables[kind].codes)
    self.known[kind] = known
    return known.nearestCode(to: name)
  }

  private func codesByName(_ kind: CodeKind) -> [String: String] {
    let table = tables[kind.definedIn]
    guard let column = table.description.columns.firstIndex(where: { $0.id == "name" }) else { return [:] }
    var codes: [String: String] = [:]
    for row in table.rows where row.key[0] != "*" {
      if let name = row.cells[column].text?.lowercased(), codes[name] == nil { codes[name] = row.key[0] }
    }
    return codes
  }
}

/// Unknown names in one column, each with the rows in which it occurs.
private struct UnknownNames {
  struct Found {
    let kind: CodeKind
    let nearest: String?
    var rows: [Int]
  }

  let limit: Int
  let meant: MeantCodes
  private(set) var names: [String] = []
  private(set) var found: [String: Found] = [:]
  /// Rows with names beyond ``limit``.
  private(set) var further = 0

  init(limit: Int, meant: MeantCodes) {
    self.limit = limit
    self.meant = meant
  }

  mutating func note(_ name: String, kind: CodeKind, row: Int) {
    if found[name] != nil {
      found[name]!.rows.append(row)
    } else if names.count < limit {
      names.append(name)
      found[name] = Found(kind: kind, nearest: meant.code(for: name, kind), rows: [row])
    } else {
      further += 1
    }
  }

  func nearest(to name: String) -> String? { found[name]?.nearest }
}
