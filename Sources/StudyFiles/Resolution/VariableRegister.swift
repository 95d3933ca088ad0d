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
  private(set) var products: [QuantityProduct] = []
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

  /// A share of a value.
  func product(_ base: Quantity, _ factor: Quantity) -> Quantity {
    if case .certain(let base) = base, case .certain(let factor) = factor { return .certain(base * factor) }
    if factor == .certain(1) { return base }
    products.append(QuantityProduct(base: base, factor: factor))
    return .product(products.count - 1)
  }

  /// The variables that a quantity depends on.
  func variables(of quantity: Quantity) -> Set<Int> {
    switch quantity {
    case .certain: return []
    case .uncertain(let index): return [index]
    case .product(let index): return variables(of: products[index].base).union(variables(of: products[index].factor))
    }
  }

  /// The range of values that a quantity can take; of products, which are of norms, neither side is negative.
  func support(of quantity: Quantity) -> (lower: Double, upper: Double) {
    switch quantity {
    case .certain(let value): return (value, value)
    case .uncertain(let index): return variables[index].distribution.support
    case .product(let index):
      let (base, factor) = (support(of: products[index].base), support(of: products[index].factor))
      // Nothing of an unbounded value is nothing.
      return (
        base.lower * factor.lower, base.upper == 0 || factor.upper == 0 ? 0 : base.upper * factor.upper
      )
    }
  }

  func set(loadings: [FactorLoading], of variable: Int) {
    variables[variable].loadings = loadings
  }
}
