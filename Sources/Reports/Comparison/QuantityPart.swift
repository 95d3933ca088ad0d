import CostEngine

/// What a reported quantity is put together of where it is told by cost line.
public enum QuantityPart: Sendable {
  case line(CostLine)
  case baseline
  case lessFunding

  /// Name in files.
  public var id: String {
    switch self {
    case .line(let line): return line.id
    case .baseline: return ReportedQuantity.baseline.id
    case .lessFunding: return ReportedQuantity.funding.id
    }
  }
}

extension ReportedQuantity {
  /// In the order in which they are shown; nil where the quantity is not a sum of whole cost lines.
  public var parts: [QuantityPart]? {
    guard case .lines(let group, let plus, let minus) = definition else { return nil }
    let lines = group.lines.map { QuantityPart.line($0) }
    let before: [QuantityPart]
    switch plus {
    case nil: before = []
    case .baseline: before = [.baseline]
    default: return nil
    }
    switch minus {
    case nil: return before + lines
    case .funding: return before + lines + [.lessFunding]
    // Own staff time is a part of several lines, which are not told apart from it.
    default: return nil
    }
  }
}
