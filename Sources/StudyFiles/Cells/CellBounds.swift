/// The range in which the values of a column must lie.
public struct CellBounds: Sendable, Equatable {
  /// `-infinity` for none.
  public var lower: Double
  /// `infinity` for none.
  public var upper: Double
  /// True: values must lie above ``lower``, not at it.
  public var lowerIsOpen: Bool

  public init(lower: Double, upper: Double, lowerIsOpen: Bool = false) {
    self.lower = lower
    self.upper = upper
    self.lowerIsOpen = lowerIsOpen
  }

  public static let unbounded = CellBounds(lower: -.infinity, upper: .infinity)
  public static let nonNegative = CellBounds(lower: 0, upper: .infinity)
  public static let share = CellBounds(lower: 0, upper: 1)
  /// Growth and discount rates: above -1.
  public static let growth = CellBounds(lower: -1, upper: .infinity, lowerIsOpen: true)
  public static let rampYears = CellBounds(lower: 1, upper: .infinity)
  public static let calendarYear = CellBounds(lower: 1900, upper: 2200)
  public static let loading = CellBounds(lower: -1, upper: 1)
}
