/// About how much memory a computation takes, so that too little of it can be told before instead of found out.
public struct MemoryNeed: Sendable, Equatable {
  /// For the distributions of every amount, of which there are many for each scenario, place and year.
  public var distributions: Int64
  /// For the differences of all pairs of scenarios.
  public var pairs: Int64
  /// For amounts that are kept draw by draw.
  public var draws: Int64
  /// Number of scenarios, and of places: regions, and the country.
  public var scenarios, places: Int

  /// In bytes. Where an address has 32 bits these are numbers that no address could be.
  public var total: Int64 { distributions + pairs + draws }

  /// Bytes of one distribution whose amounts vary, measured on `nederland` (11,500) and rounded up: a count in a byte for
  /// each of the bins between the smallest and the largest amount, of which each power of two has 1,024.
  static let bytesPerDistribution: Int64 = 13_000
  /// Bytes of one whose amounts are all the same.
  static let bytesPerConstant: Int64 = 1_000

  init(_ plan: Plan) {
    let each = plan.usedVariables.isEmpty ? MemoryNeed.bytesPerConstant : MemoryNeed.bytesPerDistribution
    scenarios = plan.selection.scenarios.count
    places = plan.placeCount
    let layout = plan.layout
    distributions = Int64(layout.count - layout.pairCount) * Int64(places) * each
    pairs = Int64(layout.pairCount) * Int64(places) * each
    draws = 0
  }

  /// For amounts that are kept draw by draw.
  ///
  /// - Parameters:
  ///   - amounts: their number.
  ///   - bytes: what each takes in a draw, with all that is computed from it.
  public init(_ plan: Plan, amounts: Int, bytes: Int) {
    scenarios = plan.selection.scenarios.count
    places = plan.placeCount
    (distributions, pairs) = (0, 0)
    let (size, isTooLarge) = Int64(amounts * bytes).multipliedReportingOverflow(by: Int64(plan.settings.draws))
    draws = isTooLarge ? .max : size
  }
}

extension Plan {
  /// What the statistics of a run take.
  public var memoryNeed: MemoryNeed { MemoryNeed(self) }
}
