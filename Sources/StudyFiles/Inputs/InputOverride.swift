import Terms

/// A value that takes the place of what a study says of some cells.
///
/// A name without `*` holds for that cell, whatever the study says there: a value, nothing, `var(name)`, a default, the
/// value of a `*` row; also where the model would have looked in another cell (a scenario's own value in
/// scenario-regions.csv, `persons` beside `persons_share`, a year of indices.csv). A name with `*` for parts of its key
/// holds for every cell that the model asks under such a name; where a name without fits too, that one holds.
public struct InputOverride: Sendable, Equatable {
  public var name: InputName
  public var value: InputValue

  public init(_ name: InputName, _ value: InputValue) {
    self.name = name
    self.value = value
  }

  /// Why the cell cannot have this value; nil where it can.
  public var problem: Bilingual? {
    guard let content = name.content else {
      return Bilingual(
        nl: "\(name.text) is geen cel met een getal dat vervangen kan worden.",
        en: "\(name.text) is no cell with a number that can be replaced.")
    }
    let bounds = content.bounds
    let (lower, upper) = value.support
    let isInside = bounds.lowerIsOpen ? lower > bounds.lower : lower >= bounds.lower
    if !isInside || !(upper <= bounds.upper) {
      let outside = Bilingual(number: isInside ? upper : lower)
      let wording = bounds.wording
      return Bilingual(
        nl: "\(name.text) kan niet \(outside.dutch) zijn: de waarde moet \(wording.dutch) zijn.",
        en: "\(name.text) cannot be \(outside.english): the value must be \(wording.english).")
    }
    guard name.isWhole, lower == upper, lower.rounded(.down) != lower else { return nil }
    let number = Bilingual(number: lower)
    return Bilingual(
      nl: "\(name.text) kan niet \(number.dutch) zijn: het moet een geheel getal zijn.",
      en: "\(name.text) cannot be \(number.english): it must be a whole number.")
  }
}

/// The overrides of a reading, found by cell.
struct InputOverrides {
  private struct Place: Hashable {
    let table: TableID
    let column: String
  }

  private var exact: [InputName: InputValue] = [:]
  /// The most specific first.
  private var patterns: [Place: [InputOverride]] = [:]

  /// - Parameter overrides: of several for one name the last one holds.
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

  /// What a cell holds instead of what the study says.
  ///
  /// - Parameter exactly: names with `*` do not count.
  func value(_ table: TableID, _ column: String, _ key: [String], exactly: Bool = false) -> InputValue? {
    if isEmpty { return nil }
    let name = InputName(table: table, column: column, key: key)
    if let value = exact[name] { return value }
    if exactly { return nil }
    return patterns[Place(table: table, column: column)]?.first { $0.name.covers(name) }?.value
  }

  /// Puts the quantities that cells share in their place, before anything asks for them.
  func replaceVariables(in table: Table) {
    if isEmpty { return }
    for (index, row) in table.rows.enumerated() {
      if let value = value(.variables, Column.variables(.value).id, row.key) {
        table.set(value.cell, row: index, column: 0)
      }
    }
  }
}
