import CostEngine
import Terms

/// The random variables of a study, in the order in which the model first uses them.
final class VariableRegister {
  /// The cell that a variable comes from.
  struct Origin {
    let table: TableID
    /// English name.
    let column: String
    /// The key with the actual codes.
    let key: [String]
  }

  private(set) var variables: [UncertainVariable] = []
  private(set) var origins: [Origin] = []
  private var indexByName: [String: Int] = [:]

  /// The variable of this cell, the same one on every request.
  func quantity(_ table: TableID, _ column: String, _ key: [String], _ distribution: Distribution) -> Quantity {
    let name = Self.name(table, column, key)
    let next = variables.count
    // Growing in few steps, because each of them hashes all names again.
    if next == indexByName.capacity { indexByName.reserveCapacity(4 * next + 64) }
    let index = Self.take(&indexByName[name, default: next])
    if index == next {
      variables.append(UncertainVariable(name: name, distribution: distribution))
      origins.append(Origin(table: table, column: column, key: key))
    }
    return .uncertain(index)
  }

  /// Returns the index; passing it `inout` makes the dictionary insert the default at once.
  private static func take(_ index: inout Int) -> Int { index }

  private static func name(_ table: TableID, _ column: String, _ key: [String]) -> String {
    let stem = table.stem
    let length = key.reduce(stem.utf8.count + column.utf8.count + 2) { $0 + $1.utf8.count + 1 }
    return String(unsafeUninitializedCapacity: length) { name in
      var end = 0
      func append(_ text: String) {
        for byte in text.utf8 {
          name[end] = byte
          end += 1
        }
      }
      append(stem)
      append(".")
      append(column)
      for (index, part) in key.enumerated() {
        append(index == 0 ? "[" : "/")
        append(part)
      }
      append("]")
      return end
    }
  }

  /// The range of values that a quantity can take.
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
