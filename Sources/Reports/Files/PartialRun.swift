/// Which draws of a run there are, where others are still missing: figures of such a run will change.
public struct PartialRun: Sendable, Equatable {
  /// Number of draws of the whole run.
  public var draws: Int
  public var ranges: DrawRanges

  /// - Parameter draws: of the whole run.
  /// - Returns: nil if all of them are there.
  public init?(_ ranges: DrawRanges, of draws: Int) {
    guard ranges.ranges != [0..<draws] else { return nil }
    self.draws = draws
    self.ranges = ranges
  }

  /// The same for machines: how many draws there are, of how many.
  var id: String { "\(ranges.count) of \(draws)" }
}
