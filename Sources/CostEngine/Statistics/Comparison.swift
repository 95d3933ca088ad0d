/// How a figure is held against a limit.
public enum Comparison: String, Sendable, CaseIterable {
  case atMost = "<="
  case below = "<"
  case atLeast = ">="
  case above = ">"

  public func holds(_ value: Double, _ limit: Double) -> Bool {
    switch self {
    case .atMost: return value <= limit
    case .below: return value < limit
    case .atLeast: return value >= limit
    case .above: return value > limit
    }
  }

  /// Whether the limit is an upper one: at most, or below.
  public var isCeiling: Bool { self == .atMost || self == .below }
}
