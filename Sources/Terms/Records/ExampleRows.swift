/// How many rows of a study hold figures that were invented, as their source says.
public struct ExampleRows: Sendable, Equatable {
  public var invented: Int
  public var all: Int

  public init(invented: Int = 0, all: Int = 0) {
    self.invented = invented
    self.all = all
  }
}
