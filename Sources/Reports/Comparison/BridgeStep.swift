import Terms

/// A step on the way from A to B: changed inputs, and what they do to the mean.
public struct BridgeStep: Sendable {
  /// A cell that the two have otherwise, as it is written in either.
  public struct Change: Sendable, Equatable {
    /// As `staffing.turnover[VR17/OvD-BZ]`.
    public var name: String
    public var from: Bilingual
    public var to: Bilingual

    public init(name: String, from: Bilingual, to: Bilingual) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// `staffing.turnover[*/OvD-BZ]`.
  public var name: String
  /// The name in words.
  public var label: Bilingual
  /// What all of its cells were and become; nil where they differ among themselves.
  public var value: (from: Bilingual, to: Bilingual)?
  /// How many cells, regions or rows; nil where there is one.
  public var extent: Bilingual?
  public var changes: [Change]
  /// What the step adds to the mean where the steps are taken in their order, EUR, by place and period.
  public var forward: [[Double]] = []
  /// The same where they are taken from the last one to the first.
  public var backward: [[Double]] = []

  public init(
    name: String, label: Bilingual, value: (from: Bilingual, to: Bilingual)?, extent: Bilingual? = nil,
    changes: [Change]
  ) {
    self.name = name
    self.label = label
    self.value = value
    self.extent = extent
    self.changes = changes
  }

  /// Its part of the difference: the mean of the two orders.
  func part(_ place: Int, _ period: Int) -> Double { (forward[place][period] + backward[place][period]) / 2 }

  /// The least and the most of the two orders.
  func range(_ place: Int, _ period: Int) -> (lowest: Double, highest: Double) {
    let (a, b) = (forward[place][period], backward[place][period])
    return (min(a, b), max(a, b))
  }
}
