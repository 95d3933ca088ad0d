/// Anything bought in quantities: coordination, exercises, monitoring days, licences (provisions.csv).
public struct Provision: Sendable {
  public var code: String
  public var name: String
  /// `region`, `municipality` or `per100k`.
  public var per: UnitBasis
  /// EUR per piece per year.
  public var unitCost: Quantity
  public var index: PriceIndex

  public init(code: String, name: String, per: UnitBasis, unitCost: Quantity, index: PriceIndex) {
    self.code = code
    self.name = name
    self.per = per
    self.unitCost = unitCost
    self.index = index
  }
}

/// A programme cost in given years (one-offs.csv).
public struct OneOff: Sendable {
  public var code: String
  public var name: String
  /// Any basis; a `national` one-off occurs once, for the country.
  public var per: UnitBasis
  /// EUR per unit per year.
  public var amount: Quantity
  /// First and last calendar year of the cost.
  public var from: Quantity
  public var until: Quantity
  public var index: PriceIndex
  /// Indices of the scenarios that bear it; see ``Study/bears(_:scenario:region:)``.
  public var scenarios: [Int]
  /// Index in ``Study/measures`` of the measure to which it belongs: it is only borne where that is used. Nil if it
  /// belongs to none.
  public var measure: Int?

  public init(
    code: String, name: String, per: UnitBasis, amount: Quantity, from: Quantity, until: Quantity, index: PriceIndex,
    scenarios: [Int], measure: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.per = per
    self.amount = amount
    self.from = from
    self.until = until
    self.index = index
    self.scenarios = scenarios
    self.measure = measure
  }
}

extension Study {
  /// Whether a scenario bears a one-off.
  ///
  /// - Parameter region: index of a region, of whose terms it depends whether a measure is used; nil for a one-off that
  ///   occurs once for the country, for which the scenario's own list counts.
  public func bears(_ oneOff: Int, scenario: Int, region: Int?) -> Bool {
    guard oneOffs[oneOff].scenarios.contains(scenario) else { return false }
    guard let measure = oneOffs[oneOff].measure else { return true }
    let scenario = scenarios[scenario]
    return (region.map { scenario.terms[$0].measures } ?? scenario.measures).contains(measure)
  }
}

/// A source of funding (funding.csv).
public struct Fund: Sendable {
  /// The terms that apply from a listed year until the next one.
  public struct Entry: Sendable {
    public var year: Int
    /// EUR per year for the whole country.
    public var amount: Quantity
    /// Share of the amount that is meant for population care, 0...1.
    public var share: Quantity
    /// The distribution key, a value for each region; all 1 for equal parts.
    public var key: [Quantity]
    /// Who provides the money.
    public var payer: Payer

    public init(year: Int, amount: Quantity, share: Quantity, key: [Quantity], payer: Payer = .state) {
      self.year = year
      self.amount = amount
      self.share = share
      self.key = key
      self.payer = payer
    }
  }

  public var code: String
  public var name: String
  /// In ascending order of year.
  public var entries: [Entry]

  public init(code: String, name: String, entries: [Entry]) {
    self.code = code
    self.name = name
    self.entries = entries
  }
}
