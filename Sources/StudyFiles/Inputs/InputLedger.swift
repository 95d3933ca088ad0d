import Terms

/// Every numeric cell that the model uses in a study, by name, with its resolved value.
public struct InputLedger: Sendable {
  public struct Cell: Sendable, Equatable {
    public var name: InputName
    public var value: InputValue
    /// The cell that the value comes from: a row of variables.csv to which this cell refers, the scenario's own term if
    /// a region has none, the setting if a year has no growth of its own, or the previous row for a fund's share. Nil
    /// if the value is this cell's own, from its own row, a `*` row or its default.
    public var source: InputName?
  }

  /// In the order in which the model first used them.
  public private(set) var cells: [Cell] = []
  private var positions: [InputName: Int] = [:]

  init() {}

  public subscript(name: InputName) -> Cell? { positions[name].map { cells[$0] } }

  mutating func note(_ cell: Cell) {
    let position = positions[cell.name, default: cells.count]
    if position < cells.count { return }
    positions[cell.name] = position
    cells.append(cell)
  }

  /// The cells that a name stands for, with `*` for any part of a key; see ``InputOverride``.
  ///
  /// - Throws: if the model uses no such cell.
  public func cells(named name: InputName) throws(InputNameProblem) -> [Cell] {
    if let cell = self[name] { return [cell] }
    let column = cells.filter { $0.name.table == name.table && $0.name.column == name.column }
    let found = column.filter { name.covers($0.name) && ($0.source == nil || $0.source?.table == .variables) }
    if !found.isEmpty { return found }
    if column.isEmpty { throw .nothingAsked(name) }
    for (part, code) in name.key.enumerated() where code != "*" && name.table != .settings {
      var known: [String] = []
      for cell in column where !known.contains(cell.name.key[part]) { known.append(cell.name.key[part]) }
      if known.contains(code) || knows(code, as: name.table.description.keys[part].id) { continue }
      throw .unknownKey(
        code, part: name.table.description.keys[part], nearest: Suggestion.nearest(to: code, among: known),
        known: known)
    }
    throw .notAsked(name)
  }

  /// Whether a code occurs in the key of any cell, in the position of the given column.
  private func knows(_ code: String, as id: String) -> Bool {
    cells.contains { cell in
      zip(cell.name.table.description.keys, cell.name.key).contains { $0.id == id && $1 == code }
    }
  }

  /// Parses a name that a user typed: see ``InputName/init(typed:furtherColumns:)``.
  ///
  /// - Throws: if the name is wrong, or if the model uses no such cell in this study.
  public func name(typed text: String) throws(InputNameProblem) -> InputName {
    let described = TableID.regions.description.columns.map { $0.id }
    var further: [String] = []
    for cell in cells where cell.name.table == .regions {
      let column = cell.name.column
      if !described.contains(column), !further.contains(column) { further.append(column) }
    }
    let name = try InputName(typed: text, furtherColumns: further)
    _ = try cells(named: name)
    return name
  }
}
