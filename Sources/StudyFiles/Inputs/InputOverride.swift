import Terms

/// A value that replaces the content of some cells of a study.
///
/// A name without `*` applies to that cell, whatever the study has there: a value, nothing, `var(name)`, a default, or
/// the value of a `*` row; it also applies if the model would have used another cell instead (a scenario's own value
/// for scenario-regions.csv, `persons` beside `persons_share`, a year of indices.csv). A name with `*` for parts of its
/// key applies to every cell that the model looks up under a matching name; a name without `*` takes precedence.
public struct InputOverride: Sendable, Equatable {
  public var name: InputName
  public var value: InputValue

  public init(_ name: InputName, _ value: InputValue) {
    self.name = name
    self.value = value
  }

  /// Why the cell cannot have this value; nil if it can.
  public var problem: Bilingual? {
    guard let content = name.content else {
      return Bilingual(
        nl: "\(name.typed.dutch) is geen cel met een getal dat vervangen kan worden.",
        en: "\(name.text) is no cell with a number that can be replaced.")
    }
    var bounds = content.bounds
    if case .relative = value { bounds = .nonNegative }
    let (lower, upper) = value.support
    let isInside = bounds.lowerIsOpen ? lower > bounds.lower : lower >= bounds.lower
    if !isInside || !(upper <= bounds.upper) {
      let outside = Bilingual(number: isInside ? upper : lower)
      let wording = bounds.wording
      return Bilingual(
        nl: "\(name.typed.dutch) kan niet \(outside.dutch) zijn: de waarde moet \(wording.dutch) zijn.",
        en: "\(name.text) cannot be \(outside.english): the value must be \(wording.english).")
    }
    guard name.isWhole, lower == upper, lower.rounded(.down) != lower else { return nil }
    let number = Bilingual(number: lower)
    return Bilingual(
      nl: "\(name.typed.dutch) kan niet \(number.dutch) zijn: het moet een geheel getal zijn.",
      en: "\(name.text) cannot be \(number.english): it must be a whole number.")
  }
}

/// The overrides of a reading, looked up by cell.
struct InputOverrides {
  private struct Place: Hashable {
    let table: TableID
    let column: String
  }

  private var exact: [InputName: InputValue] = [:]
  /// The most specific first.
  private var patterns: [Place: [InputOverride]] = [:]

  /// - Parameter overrides: the last of several with the same name applies.
  init(_ overrides: [InputOverride]) {
    for override in overrides {
      if !override.name.key.contains("*") {
        exact[override.name] = override.value
        continue
      }
      let place = Place(table: override.name.table, column: override.name.column)
      var known = patterns[place] ?? []
      known.removeAll { $0.name == override.name }
      let wildcards = override.name.key.count { $0 == "*" }
      let position = known.firstIndex { $0.name.key.count { $0 == "*" } >= wildcards } ?? known.count
      known.insert(override, at: position)
      patterns[place] = known
    }
  }

  var isEmpty: Bool { exact.isEmpty && patterns.isEmpty }

  /// The value that replaces the content of a cell; nil if there is none.
  ///
  /// - Parameter exactly: whether names with `*` are ignored.
  func value(_ table: TableID, _ column: String, _ key: [String], exactly: Bool = false) -> InputValue? {
    if isEmpty { return nil }
    let name = InputName(table: table, column: column, key: key)
    if let value = exact[name] { return value }
    if exactly { return nil }
    return patterns[Place(table: table, column: column)]?.first { $0.name.covers(name) }?.value
  }

  /// Replaces the shared quantities of variables.csv, before anything uses them.
  func replaceVariables(in table: Table) {
    if isEmpty { return }
    for (index, row) in table.rows.enumerated() {
      if let value = value(.variables, Column.variables(.value).id, row.key) {
        table.set(value.cell, row: index, column: 0)
      }
    }
  }
}
