import CostEngine

/// The random variables of a study, in the order in which the model first asks for them.
final class VariableRegister {
  /// Where a variable stands.
  struct Origin {
    let table: TableID
    /// English name.
    let column: String
    /// With the actual codes.
    let key: [String]
  }

  private(set) var variables: [UncertainVariable] = []
  private(set) var origins: [Origin] = []
  private var indexByName: [String: Int] = [:]

  /// Makes room for so many more variables.
  func reserveCapacity(_ count: Int) {
    indexByName.reserveCapacity(variables.count + count)
  }

  /// The variable of this place, the same one each time it is asked for.
  func quantity(_ table: TableID, _ column: String, _ key: [String], _ distribution: Distribution) -> Quantity {
    let name = Self.name(table, column, key)
    if let known = indexByName[name] { return .uncertain(known) }
    let index = variables.count
    indexByName[name] = index
    variables.append(UncertainVariable(name: name, distribution: distribution))
    origins.append(Origin(table: table, column: column, key: key))
    return .uncertain(index)
  }

  private static func name(_ table: TableID, _ column: String, _ key: [String]) -> String {
    var name = Array(table.stem.utf8)
    name.reserveCapacity(96)
    name.append(UInt8(ascii: "."))
    name.append(contentsOf: column.utf8)
    name.append(UInt8(ascii: "["))
    for (index, part) in key.enumerated() {
      if index > 0 { name.append(UInt8(ascii: "/")) }
      name.append(contentsOf: part.utf8)
    }
    name.append(UInt8(ascii: "]"))
    return String(decoding: name, as: UTF8.self)
  }

  /// The values that a quantity can take.
  func support(of quantity: Quantity) -> (lower: Double, upper: Double) {
    switch quantity {
    case .certain(let value): return (value, value)
    case .uncertain(let index): return variables[index].distribution.support
    }
  }

  func set(loadings: [FactorLoading], of variable: Int) {
    variables[variable].loadings = loadings
  }
}
