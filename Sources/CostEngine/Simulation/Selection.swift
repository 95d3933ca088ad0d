/// What is computed of a study: indices in its lists, ascending. What is left out changes no figure of what is kept.
public struct Selection: Sendable, Equatable {
  public var scenarios: [Int]
  public var regions: [Int]

  public init(scenarios: [Int], regions: [Int]) {
    self.scenarios = scenarios
    self.regions = regions
  }

  /// Everything.
  public init(_ study: Study) {
    scenarios = Array(study.scenarios.indices)
    regions = Array(study.regions.indices)
  }
}
