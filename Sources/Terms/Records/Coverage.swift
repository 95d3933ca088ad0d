/// The number of cells of a region's current situation that the region itself reported, and that were assumed for it.
public struct Coverage: Sendable, Equatable {
  public var reported: Int
  public var assumed: Int

  public init(reported: Int = 0, assumed: Int = 0) {
    self.reported = reported
    self.assumed = assumed
  }
}
