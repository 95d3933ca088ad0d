import CostEngine

/// The resolved value of a numeric cell.
public enum InputValue: Sendable, Equatable {
  case certain(Double)
  case distribution(Distribution)
  /// What the norm of another level is multiplied by: see ``Column/Levels/basedOn``.
  indirect case relative(InputValue)

  /// The range of values it can take; of a relative one, that of the factor.
  var support: (lower: Double, upper: Double) {
    switch self {
    case .certain(let value): return (value, value)
    case .distribution(let distribution): return distribution.support
    case .relative(let factor): return factor.support
    }
  }

  /// The value as a cell of a table.
  var cell: Cell {
    switch self {
    case .certain(let value): return .certain(value)
    case .distribution(let distribution):
      return distribution.certainValue.map { .certain($0) } ?? .distribution(distribution)
    case .relative(let factor): return .relative(factor.cell)
    }
  }
}
