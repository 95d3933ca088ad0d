/// The country in one draw: the sum over the regions, and the one-offs that occur once for the country.
public struct WorkedNational: Sendable {
  /// Index in ``Study/scenarios``.
  public var scenario: Int
  /// The calculation of each region, in the order of ``Study/regions``.
  public var regions: [WorkedCalculation]
  /// The country's own one-offs, for each year of the horizon.
  public var oneOffs: [[WorkedCalculation.OneOffYear]]
  /// Amounts for each year of the horizon.
  public var years: [WorkedCalculation.Amounts]
  /// Sums over the years.
  public var total: WorkedCalculation.Amounts
  /// The end state.
  public var end: WorkedCalculation.Amounts
  /// `npv` of the country's delta.
  public var presentValue: Double
  /// The value of the municipal key for each region; nil if the amount that no fund covers is not divided by a key.
  public var municipalKey: [Double]?

  /// Works out one draw for every region and sums the results.
  ///
  /// - Parameters:
  ///   - study: the study, resolved.
  ///   - scenario: index in ``Study/scenarios``.
  ///   - values: the value of each of ``Study/variables`` in this draw.
  /// - Precondition: the study has a region, and `values` a value for every variable.
  public init(_ study: Study, scenario: Int, values: [Double]) {
    self.scenario = scenario
    regions = study.regions.indices.map { WorkedCalculation(study, scenario: scenario, region: $0, values: values) }
    oneOffs = []
    years = []
    total = WorkedCalculation.Amounts()
    end = WorkedCalculation.Amounts()
    for region in regions { end += region.end.amounts }
    presentValue = 0
    let draw = WorkedCalculation.Draw(study: study, region: 0, values: values)
    if case .pooled(_, let key) = study.municipalKey { municipalKey = key.map(draw.value) }
    for position in 0..<study.years {
      let year = regions[0].years[position]
      let own = study.oneOffs.indices.compactMap { oneOff in
        study.oneOffs[oneOff].per == .national
          ? WorkedCalculation.OneOffYear(
            oneOff, scenario: scenario, year: year.year, wageIndex: year.wageIndex, priceIndex: year.priceIndex,
            in: draw)
          : nil
      }
      var amounts = WorkedCalculation.Amounts()
      for region in regions { amounts += region.years[position].amounts }
      for oneOff in own { amounts.costLines[.oneOffs] += oneOff.amount }
      oneOffs.append(own)
      years.append(amounts)
      total += amounts
      presentValue += amounts.delta * year.discountFactor
    }
  }

  /// A reported amount of a period.
  ///
  /// - Precondition: `npv` is only requested for the whole horizon.
  public func amount(of quantity: ReportedQuantity, in period: Period = .total) -> Double {
    if quantity == .npv {
      precondition(period == .total)
      return presentValue
    }
    return amounts(in: period)[quantity]
  }

  /// All amounts of a period.
  func amounts(in period: Period) -> WorkedCalculation.Amounts {
    switch period {
    case .year(let year): return years[year]
    case .total: return total
    case .end: return end
    }
  }

  /// What a payer pays in a region, or in the country if `region` is nil.
  ///
  /// - Parameter region: position in ``regions``.
  public func paid(_ payer: Payer, region: Int? = nil, in period: Period = .total) -> Double {
    let whole = amounts(in: period)
    guard let region else { return whole.paid(payer) }
    let own = regions[region].amounts(in: period)
    guard payer == .municipalities, let municipalKey else { return own.paid(payer) }
    return own.fundingByPayer[payer.rawValue] + whole.net * municipalKey[region] / municipalKey.reduce(0, +)
  }
}
