import CostEngine

/// An amount requested by the user.
public struct RequestedAmount: Sendable, Hashable {
  /// Index in the study's scenarios.
  public var scenario: Int
  /// Index in the study's regions; nil for all regions together.
  public var region: Int?
  /// Calendar year; nil for the whole horizon.
  public var year: Int?
  public var quantity: ReportedQuantity

  public init(scenario: Int, region: Int?, year: Int?, quantity: ReportedQuantity) {
    self.scenario = scenario
    self.region = region
    self.year = year
    self.quantity = quantity
  }
}
