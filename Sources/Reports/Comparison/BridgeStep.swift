import Terms

/// A step on the path from A to B: changed inputs, and their effect on the mean.
public struct BridgeStep: Sendable {
  /// A cell whose value differs between the two, as written in each.
  public struct Change: Sendable, Equatable {
    /// For example `staffing.turnover[VR17/OvD-BZ]`.
    public var name: String
    public var from: Bilingual
    public var to: Bilingual

    public init(name: String, from: Bilingual, to: Bilingual) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// For example `staffing.turnover[*/OvD-BZ]`.
  public var name: String
  /// The name in words.
  public var label: Bilingual
  /// The old and new value of all its cells; nil if they differ among themselves.
  public var value: (from: Bilingual, to: Bilingual)?
  /// Number of cells, regions or rows, in words; nil if there is only one.
  public var extent: Bilingual?
  public var changes: [Change]
  /// What the step adds to the mean if the steps are taken in order, EUR, by place and period.
  public var forward: [[Double]] = []
  /// The same if they are taken in reverse order.
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

  /// Its part of the difference, EUR: the mean of the two orders.
  func part(_ place: Int, _ period: Int) -> Double { (forward[place][period] + backward[place][period]) / 2 }

  /// The smaller and the larger of the two orders, EUR.
  func range(_ place: Int, _ period: Int) -> (lowest: Double, highest: Double) {
    let (a, b) = (forward[place][period], backward[place][period])
    return (min(a, b), max(a, b))
  }
}
