extension WorkedCalculation {
  /// What a region has of a provision today, in one draw.
  public struct ProvisionToday: Sendable {
    /// Index in ``Study/provisions``.
    public var provision: Int
    /// `u`, `units(per, r)`.
    public var units: Double
    /// `x0`, quantity per unit.
    public var quantity: Double

    init(_ provision: Int, in draw: Draw) {
      self.provision = provision
      units = draw.units(draw.study.provisions[provision].per)
      quantity = draw.value(draw.study.currentProvisions[draw.region][provision])
    }
  }

  /// A provision in one year.
  public struct ProvisionYear: Sendable {
    public var baseline: ProvisionSide
    public var scenario: ProvisionSide
  }

  /// A provision in one year, in the baseline or in the scenario.
  public struct ProvisionSide: Sendable {
    /// `F`, by driver.
    public var factors: DriverFactors
    /// `x(t)`, quantity per unit.
    public var quantity: Double
    /// EUR per piece, including the year's index and the effect of measures.
    public var unitCost: Double
    /// Line `provisions`, EUR.
    public var amount: Double

    /// - Parameter level: the scenario's level; nil for the baseline, which requires nothing.
    init(
      _ today: ProvisionToday, level: Int?, phaseIn: Double, release: Double, bandwidth: Double,
      factors: DriverFactors, index: Double, in draw: Draw
    ) {
      // The reference level need not have norms of provisions.
      let norm = level.map { draw.value(draw.study.provisionNorms[$0][today.provision]) } ?? 0
      self.factors = factors
      quantity =
        WorkedCalculation.move(today.quantity, norm * (1 - bandwidth), phaseIn, release) * factors[.quantity]
      unitCost = draw.value(draw.study.provisions[today.provision].unitCost) * factors[.unitCost] * index
      amount = quantity * today.units * unitCost
    }
  }

  /// A one-off in a year in which it occurs.
  public struct OneOffYear: Sendable {
    /// Index in ``Study/oneOffs``.
    public var oneOff: Int
    /// `units(per, r)`.
    public var units: Double
    /// EUR per unit, before the index.
    public var unitAmount: Double
    /// Index of the year: that of wages or of prices, as the one-off specifies.
    public var index: Double
    /// Line `one_offs`, EUR.
    public var amount: Double

    /// Nil if the scenario does not bear it, or not in this year.
    init?(_ oneOff: Int, scenario: Int, year: Int, wageIndex: Double, priceIndex: Double, in draw: Draw) {
      let row = draw.study.oneOffs[oneOff]
      let region = row.per == .national ? nil : draw.region
      guard draw.study.bears(oneOff, scenario: scenario, region: region), draw.value(row.from) <= Double(year),
        Double(year) <= draw.value(row.until)
      else { return nil }
      self.oneOff = oneOff
      units = draw.units(row.per)
      unitAmount = draw.value(row.amount)
      index = row.index == .wage ? wageIndex : priceIndex
      amount = unitAmount * units * index
    }
  }
}
