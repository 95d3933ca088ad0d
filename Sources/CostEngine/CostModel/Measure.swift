/// What a best practice can change in a function or a provision (measure-effects.csv).
public enum Driver: Int, Sendable, CaseIterable {
  case positions, persons, initialHours, annualHours, coursePrice, examPrice, standbyFee, turnover
  case quantity, unitCost

  /// True for the drivers of a provision.
  public var isOfProvision: Bool { self == .quantity || self == .unitCost }
}

/// A best practice (*maatregel*).
public struct Measure: Sendable {
  /// One effect on one item; wildcards are expanded, so an item and driver occur at most once.
  public struct Effect: Sendable {
    public var driver: Driver
    /// Index in ``Study/functions``, or in ``Study/provisions`` for a driver of a provision.
    public var item: Int
    /// Factor by which the driver is multiplied once the measure is fully in force, 0 or more.
    public var factor: Quantity

    public init(driver: Driver, item: Int, factor: Quantity) {
      self.driver = driver
      self.item = item
      self.factor = factor
    }
  }

  public var code: String
  public var name: String
  /// Start year.
  public var from: Quantity
  /// Years until it is fully in force, 1 or more.
  public var rampYears: Quantity
  /// `region`, `municipality` or `per100k`: the unit by which its own costs are counted.
  public var per: UnitBasis
  /// EUR per unit, in the start year.
  public var oneOff: Quantity
  /// EUR per unit per year.
  public var annual: Quantity
  /// Probability that a region takes part, 0...1.
  public var adoption: Quantity
  /// For each region the uniform number `measures.in_force[m/r]`, an uncertain quantity (the measure is in force if it
  /// is below ``adoption``); `certain(0)` if adoption is certainly 1, and in regions where no scenario uses the
  /// measure.
  public var inForce: [Quantity]
  public var effects: [Effect]

  public init(
    code: String, name: String, from: Quantity, rampYears: Quantity, per: UnitBasis, oneOff: Quantity,
    annual: Quantity, adoption: Quantity, inForce: [Quantity], effects: [Effect]
  ) {
    self.code = code
    self.name = name
    self.from = from
    self.rampYears = rampYears
    self.per = per
    self.oneOff = oneOff
    self.annual = annual
    self.adoption = adoption
    self.inForce = inForce
    self.effects = effects
  }
}
