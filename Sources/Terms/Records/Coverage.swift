/// The number of cells of a region's current situation that the region itself reported, that were assumed for it, that were
/// estimated from what other regions reported, and that were invented to show how a study works: those are nobody's figures.
public struct Coverage: Sendable, Equatable {
  public var reported: Int
  public var assumed: Int
  public var invented: Int
  public var estimated: Int

  public init(reported: Int = 0, assumed: Int = 0, invented: Int = 0, estimated: Int = 0) {
    self.reported = reported
    self.assumed = assumed
    self.invented = invented
    self.estimated = estimated
  }

  public var all: Int { reported + assumed + invented + estimated }

  /// Of several regions together.
  public init(sumOf parts: [Coverage]) {
    self.init()
    for part in parts {
      reported += part.reported
      assumed += part.assumed
      invented += part.invented
      estimated += part.estimated
    }
  }
}
