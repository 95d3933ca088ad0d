import CostEngine

/// Less memory than a computation needs.
public struct MemoryShortage: Error, Sendable, Equatable {
  public let need: MemoryNeed
  /// Bytes that there are.
  public let available: Int64

  /// Nil if there is enough, or nobody knows.
  public init?(_ need: MemoryNeed, _ workers: Workers) {
    guard let available = workers.memory, need.total > available else { return nil }
    self.need = need
    self.available = available
  }

  /// The number of scenarios whose statistics fit, with as many places; at most those that were asked for.
  public var fittingScenarios: Int {
    let scenarios = Double(max(1, need.scenarios))
    let each = Double(need.distributions) / scenarios
    let pair = Double(need.pairs) / max(1, scenarios * (scenarios - 1) / 2)
    var fitting = need.scenarios
    while fitting > 0 {
      let number = Double(fitting)
      if number * each + number * (number - 1) / 2 * pair <= Double(available) { break }
      fitting -= 1
    }
    return fitting
  }
}
