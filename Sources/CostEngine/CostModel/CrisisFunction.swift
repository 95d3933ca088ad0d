/// A crisis role filled by a pool of people, for example *officier van dienst bevolkingszorg*.
public struct CrisisFunction: Sendable {
  public var code: String
  public var name: String
  /// `region`, `municipality` or `per100k`: the unit by which norm positions are counted.
  public var per: UnitBasis
  /// EUR per hour of own staff.
  public var hourlyCost: Quantity
  /// EUR per participant-hour.
  public var coursePrice: Quantity
  /// EUR per exam.
  public var examPrice: Quantity
  /// EUR per week and position.
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

/// What a level requires of a function (norms.csv).
public struct FunctionNorm: Sendable {
  /// Positions per unit that must be filled at any time.
  public var positions: Quantity
  public var personsPerPosition: Quantity
  /// Hours per newcomer.
  public var initialHours: Quantity
  /// Hours per person per year.
  public var annualHours: Quantity
  /// Share of the pool that holds a certificate, 0...1.
  public var certified: Quantity
  /// Years for which a certificate is valid; 0 means no recertification.
  public var recertifyYears: Quantity

  /// All of them.
  public var quantities: [Quantity] {
    [positions, personsPerPosition, initialHours, annualHours, certified, recertifyYears]
  }

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
