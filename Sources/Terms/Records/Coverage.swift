/// Number of cells of its current situation that a region reported itself, and that were assumed for it.
public struct Coverage: Sendable, Equatable {
  public var reported: Int
  public var assumed: Int

  public init(reported: Int = 0, assumed: Int = 0) {
    self.reported = reported
    self.assumed = assumed
  }
}
