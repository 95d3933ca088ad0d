/// A crisis role filled by a pool of people, for example *officier van dienst bevolkingszorg*.
public struct CrisisFunction: Sendable {
  public var code: String
  public var name: String
  /// `region`, `municipality` or `per100k`: what norm positions are counted by.
  public var per: UnitBasis
  /// EUR an hour of own staff.
  public var hourlyCost: Quantity
  /// EUR a participant-hour.
  public var coursePrice: Quantity
  /// EUR an exam.
  public var examPrice: Quantity
  /// EUR a week and position.
  public var standbyFee: Quantity

  public init(
    code: String, name: String, per: UnitBasis, hourlyCost: Quantity, coursePrice: Quantity, examPrice: Quantity,
    standbyFee: Quantity
  ) {
    self.code = code
    self.name = name
    self.per = per
    self.hourlyCost = hourlyCost
    self.coursePrice = coursePrice
    self.examPrice = examPrice
    self.standbyFee = standbyFee
  }
}

/// What a level asks of a function (norms.csv).
public struct FunctionNorm: Sendable {
  /// Positions a unit that must be filled at any time.
  public var positions: Quantity
  public var personsPerPosition: Quantity
  /// Hours a newcomer.
  public var initialHours: Quantity
  /// Hours a person a year.
  public var annualHours: Quantity
  /// Share of the pool that holds a certificate, 0...1.
  public var certified: Quantity
  /// Years a certificate lasts; 0 is no recertification.
  public var recertifyYears: Quantity

  public init(
    positions: Quantity, personsPerPosition: Quantity, initialHours: Quantity, annualHours: Quantity,
    certified: Quantity, recertifyYears: Quantity
  ) {
    self.positions = positions
    self.personsPerPosition = personsPerPosition
    self.initialHours = initialHours
    self.annualHours = annualHours
    self.certified = certified
    self.recertifyYears = recertifyYears
  }
}
