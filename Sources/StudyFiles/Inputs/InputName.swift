import CostEngine
import Terms

/// The name of an input: its table, column and key, as in the names of variables.
///
/// For example `staffing.persons[VR17/OvD-BZ]` or `settings.value[wage_growth]`; the number that decides whether a
/// measure is in force is `measures.in_force[piketpool/VR17]`.
public struct InputName: Sendable, Hashable {
  public let table: TableID
  /// English name of the column; for a further column of regions.csv its own name.
  public let column: String
  public let key: [String]

  public init(table: TableID, column: String, key: [String]) {
    self.table = table
    self.column = column
    self.key = key
  }

  public init(_ column: Column, key: [String]) { self.init(table: column.table, column: column.id, key: key) }

  public init(_ setting: Setting) { self.init(.settings(.value), key: [setting.description.id]) }

  /// The column that it is called by; nil of a further column of regions.csv and of ``Name/inForce``.
  public var knownColumn: Column? { table.column(id: column) }

  /// What the column is called; nil of a further column of regions.csv.
  public var columnName: Name? { isInForce ? Name.inForce : knownColumn?.name }

  private var isInForce: Bool { table == .measures && column == Name.inForce.id }

  /// Parses the name of a variable; nil if the text is not such a name.
  public init?(_ text: String) {
    guard text.last == "]", let bracket = text.firstIndex(of: "["),
      let table = TableID.allCases.first(where: { text.hasPrefix($0.stem + ".") })
    else { return nil }
    let column = text[text.index(text.startIndex, offsetBy: table.stem.count + 1)..<bracket]
    let key = text[text.index(after: bracket)...].dropLast().split(separator: "/", omittingEmptySubsequences: false)
    guard !column.isEmpty else { return nil }
    self.init(table: table, column: String(column), key: key.map(String.init))
  }

  public var text: String { "\(table.stem).\(column)[\(key.joined(separator: "/"))]" }

  /// The same as people type it in their language.
  public var typed: Bilingual { CellName.text(text) }

  /// The code of the region in its key.
  public var region: String? { part { $0 == .region } }
  /// The code of the function or provision in its key.
  public var item: String? { part { $0 == .function || $0 == .provision } }

  /// The part of the key that is a code of a given kind.
  private func part(_ isWanted: (CodeKind) -> Bool) -> String? {
    position(isWanted).flatMap { key.indices.contains($0) ? key[$0] : nil }
  }

  private func position(_ isWanted: (CodeKind) -> Bool) -> Int? {
    if isInForce { return [.measure, .region].firstIndex(where: isWanted) }
    return table.description.keys.firstIndex { key in
      switch key.content {
      case .code(let kind), .codeOrWildcard(let kind): return isWanted(kind)
      // Functions and provisions have distinct codes.
      case .item: return isWanted(.function)
      default: return false
      }
    }
  }

  /// The same input in all regions: `staffing.persons[*/OvD-BZ]`; the name itself if it does not belong to a region.
  public var inAllRegions: InputName {
    guard let position = position({ $0 == .region }), key.indices.contains(position) else { return self }
    var key = self.key
    key[position] = "*"
    return InputName(table: table, column: column, key: key)
  }

  /// The name in words, for a reader of tables: `personen, OvD-BZ, VR17`.
  public var label: Bilingual { label { $0 } }

  /// The same with names for codes: `personen, Officier van dienst, Rotterdam-Rijnmond`.
  ///
  /// - Parameter name: returns the name of a code of the key; the code itself if it has no name.
  public func label(naming name: (String) -> String) -> Bilingual {
    if table == .variables { return Bilingual(nl: key.joined(separator: ", "), en: key.joined(separator: ", ")) }
    if table == .settings || table == .indices {
      let id = table == .settings ? key.first ?? "" : column
      let dutch = SettingDescription.named(id)?.dutch ?? id
      let year = table == .indices ? key : []
      return Self.label([dutch] + year, [id] + year)
    }
    let described = columnName
    let kind: Bilingual?
    switch table {
    case .norms, .provisionNorms: kind = Bilingual(same: "norm ")
    case .provisionCurrent: kind = Bilingual(nl: "huidig ", en: "current ")
    case .staffing, .training: kind = nil
    case .measureEffects: kind = Bilingual(same: "effect: ")
    default: kind = nil
    }
    // The region comes last: readers of lists look for the figure first, then for the region.
    var parts = key
    if let region = position({ $0 == .region }), parts.indices.contains(region) {
      parts.append(parts.remove(at: region))
    }
    parts.removeAll { $0 == "*" }
    let driver = table == .measureEffects ? parts.popLast() : nil
    parts = parts.map(name) + (driver.map { [$0] } ?? [])
    var dutchParts = parts
    if let driver = Driver.allCases.first(where: { $0.name.id == driver }) {
      dutchParts[parts.count - 1] = driver.name.dutchID
    }
    return Self.label(
      [(kind?.dutch ?? "") + (described?.dutchID ?? column)] + dutchParts,
      [(kind?.english ?? "") + (described?.id ?? column)] + parts)
  }

  private static func label(_ dutch: [String], _ english: [String]) -> Bilingual {
    func join(_ parts: [String]) -> String {
      ([String(parts[0].map { $0 == "_" ? " " : $0 })] + parts.dropFirst()).joined(separator: ", ")
    }
    return Bilingual(nl: join(dutch), en: join(english))
  }
}
