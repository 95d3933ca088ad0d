extension WorkedCalculation {
  /// A measure of the scenario in this region, in this draw.
  public struct MeasureTerms: Sendable {
    /// Index in ``Study/measures``.
    public var measure: Int
    /// Start year; not necessarily whole if it is uncertain.
    public var from: Double
    public var rampYears: Double
    /// `units(per, r)` for its own costs.
    public var units: Double
    /// EUR per unit, in the start year.
    public var oneOff: Double
    /// EUR per unit per year.
    public var annual: Double
    /// Probability that a region takes part, 0...1.
    public var adoption: Double
    /// The uniform number `measures.in_force[m/r]`.
    public var inForceNumber: Double

    /// Whether the region takes part in this draw.
    public var isInForce: Bool { inForceNumber < adoption }

    init(_ measure: Int, in draw: Draw) {
      let terms = draw.study.measures[measure]
      self.measure = measure
      from = draw.value(terms.from)
      rampYears = draw.value(terms.rampYears)
      units = draw.units(terms.per)
      oneOff = draw.value(terms.oneOff)
      annual = draw.value(terms.annual)
      adoption = draw.value(terms.adoption)
      inForceNumber = draw.value(terms.inForce[draw.region])
    }
  }

  /// A measure in one year.
  public struct MeasureYear: Sendable {
    /// Index in ``Study/measures``.
    public var measure: Int
    public var isInForce: Bool
    /// `psi(t)`, the extent to which the measure takes effect, 0...1, whether the region takes part or not.
    public var ramp: Double
    /// Line `measure_one_off`, EUR.
    public var oneOff: Double
    /// Line `measure_annual`, EUR.
    public var annual: Double

    /// - Parameter isEnd: whether to take the end state, in which it is in force to the full.
    init(_ terms: MeasureTerms, year: Int, isEnd: Bool, priceIndex: Double) {
      measure = terms.measure
      isInForce = terms.isInForce
      ramp = isEnd ? 1 : WorkedCalculation.clamp((Double(year) - terms.from + 1) / terms.rampYears)
      let starts = !isEnd && terms.from.rounded(.down) == Double(year)
      oneOff = isInForce && starts ? terms.oneOff * terms.units * priceIndex : 0
      annual = isInForce ? terms.annual * terms.units * ramp * priceIndex : 0
    }
  }

  /// `F(driver, item, t)` of one item: the factor by which the scenario's measures multiply each driver.
  public struct DriverFactors: Sendable {
    /// In the order of ``Driver``.
    private var factors: [Double]

    /// Without measures: every factor is 1.
    init() { factors = [Double](repeating: 1, count: Driver.allCases.count) }

    /// The products of the measures' effects on an item.
    init(item: Int, ofProvision: Bool, measures: [MeasureYear], in draw: Draw) {
      self.init()
      for measure in measures where measure.isInForce {
        for effect in draw.study.measures[measure.measure].effects
        where effect.item == item && effect.driver.isOfProvision == ofProvision {
          factors[effect.driver.rawValue] *= 1 + measure.ramp * (draw.value(effect.factor) - 1)
        }
      }
    }

    public subscript(driver: Driver) -> Double { factors[driver.rawValue] }
  }
}
