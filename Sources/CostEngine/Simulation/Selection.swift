/// The part of a study that is computed: indices in its lists, ascending. Leaving parts out does not change the figures
/// of the rest.
public struct Selection: Sendable, Equatable {
  public var scenarios: [Int]
  public var regions: [Int]

  public init(scenarios: [Int], regions: [Int]) {
    self.scenarios = scenarios
    self.regions = regions
  }

  /// Selects everything.
  public init(_ study: Study) {
    scenarios = Array(study.scenarios.indices)
    regions = Array(study.regions.indices)
  }
}
