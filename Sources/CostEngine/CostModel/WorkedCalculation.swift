/// The cost model for one draw, one scenario and one region, spelled out: every intermediate value of every year.
///
/// This is the readable form of the arithmetic: plain scalars, in the order and with the letters of the model's
/// description, which are shown below in back-quotes. It is what an auditor reads (`waterlijn explain`), and the
/// reference against which the fast evaluation of many draws (``Plan``) is tested. Amounts are in EUR and never rounded
/// here.
public struct WorkedCalculation: Sendable {
  /// One calendar year.
  public struct Year: Sendable {
    /// Calendar year `t`.
    public var year: Int
    /// `W(t)`, cumulated growth of wages since the price year, below 1 for an earlier year if wages grow; 1 in constant
    /// prices.
    public var wageIndex: Double
    /// `I(t)`, cumulated growth of prices since the price year; 1 in constant prices.
    public var priceIndex: Double
    /// `1 / (1 + discount_rate)^(t - price_year)`.
    public var discountFactor: Double
    /// `phi(t)`, share of the gap that is closed, 0...1.
    public var phaseIn: Double
    /// In the order of ``WorkedCalculation/measures``.
    public var measures: [MeasureYear]
    /// In the order of ``Study/functions``.
    public var functions: [FunctionYear]
    /// In the order of ``Study/provisions``.
    public var provisions: [ProvisionYear]
    /// The one-offs that occur in this year, in the order of ``Study/oneOffs``, without those of the country.
    public var oneOffs: [OneOffYear]
    /// In the order of ``Study/funds``.
    public var funds: [FundYear]
    public var amounts: Amounts

    /// A year in which nothing is known yet.
    fileprivate init(year: Int) {
      self.init(
        year: year, wageIndex: 1, priceIndex: 1, discountFactor: 1, phaseIn: 0, measures: [], functions: [],
        provisions: [], oneOffs: [], funds: [], amounts: Amounts())
    }

    fileprivate init(
      year: Int, wageIndex: Double, priceIndex: Double, discountFactor: Double, phaseIn: Double,
      measures: [MeasureYear], functions: [FunctionYear], provisions: [ProvisionYear], oneOffs: [OneOffYear],
      funds: [FundYear], amounts: Amounts
    ) {
      self.year = year
      self.wageIndex = wageIndex
      self.priceIndex = priceIndex
      self.discountFactor = discountFactor
      self.phaseIn = phaseIn
      self.measures = measures
      self.functions = functions
      self.provisions = provisions
      self.oneOffs = oneOffs
      self.funds = funds
      self.amounts = amounts
    }
  }

  /// Index in ``Study/scenarios``.
  public var scenario: Int
  /// Index in ``Study/regions``.
  public var region: Int
  /// `delay_years`, `d`.
  public var delay: Double
  /// `b`, 0...1.
  public var bandwidth: Double
  /// Share of the excess over the norm that is given up, 0...1.
  public var release: Double
  /// Per year.
  public var discountRate: Double
  /// The scenario's measures, in the order of its terms.
  public var measures: [MeasureTerms]
  /// What the region has today for each of ``Study/functions``.
  public var functions: [FunctionToday]
  /// What the region has today for each of ``Study/provisions``.
  public var provisions: [ProvisionToday]
  /// All years of the horizon.
  public var years: [Year]
  /// The end state: the last year with `phi` and every `psi` 1, in that year and in the one before, without what ends and
  /// without funds.
  public var end: Year
  /// Sums over the years.
  public var total: Amounts
  /// `npv`: the sum of each year's delta times its discount factor.
  public var presentValue: Double

  /// Works out one draw.
  ///
  /// - Parameters:
  ///   - study: the study, resolved.
  ///   - scenario: index in ``Study/scenarios``.
  ///   - region: index in ``Study/regions``.
  ///   - values: the value of each of ``Study/variables`` in this draw.
  /// - Precondition: `values` has a value for every variable of the study.
  public init(_ study: Study, scenario: Int, region: Int, values: [Double]) {
    precondition(values.count == study.variables.count)
    let draw = Draw(study: study, region: region, values: values)
    let terms = study.scenarios[scenario].terms[region]
    self.scenario = scenario
    self.region = region
    delay = draw.value(terms.delay)
    bandwidth = draw.value(terms.bandwidth)
    release = draw.value(terms.release)
    discountRate = draw.value(study.discountRate)
    measures = terms.measures.map { MeasureTerms($0, in: draw) }
    functions = study.functions.indices.map { FunctionToday($0, in: draw) }
    provisions = study.provisions.indices.map { ProvisionToday($0, in: draw) }
    years = []
    total = Amounts()
    presentValue = 0
    end = Year(year: study.lastYear)
    for year in study.firstYear...study.lastYear {
      let worked = worked(year, isEnd: false, terms: terms, in: draw)
      years.append(worked)
      total += worked.amounts
      presentValue += worked.amounts.delta * worked.discountFactor
    }
    end = worked(study.lastYear, isEnd: true, terms: terms, in: draw)
  }

  /// One year, given the years before it; or the end state, with the indices of that year.
  private func worked(_ year: Int, isEnd: Bool, terms: ScenarioTerms, in draw: Draw) -> Year {
    let study = draw.study
    let wageIndex = draw.index(study.wageGrowth, year: year)
    let priceIndex = draw.index(study.priceGrowth, year: year)
    let phaseIn = isEnd ? 1 : draw.phaseIn(terms.phaseIn, delay: delay, year: year)
    let measureYears = measures.map { MeasureYear($0, year: year, isEnd: isEnd, priceIndex: priceIndex) }
    let before = years.last
    let functionYears = study.functions.indices.map { function in
      let today = functions[function]
      let earlier = before?.functions[function]
      let baseline = FunctionSide(
        today, level: study.referenceLevel, phaseIn: 0, release: release, bandwidth: bandwidth,
        factors: DriverFactors(), before: earlier?.baseline, wageIndex: wageIndex, priceIndex: priceIndex, in: draw)
      func scenario(before: FunctionSide?) -> FunctionSide {
        FunctionSide(
          today, level: terms.level, phaseIn: phaseIn, release: release, bandwidth: bandwidth,
          factors: DriverFactors(item: function, ofProvision: false, measures: measureYears, in: draw),
          before: before, wageIndex: wageIndex, priceIndex: priceIndex, in: draw)
      }
      // In the end state the year before is the same.
      return FunctionYear(
        baseline: baseline, scenario: scenario(before: isEnd ? scenario(before: nil) : earlier?.scenario))
    }
    let provisionYears = study.provisions.indices.map { provision in
      let index = study.provisions[provision].index == .wage ? wageIndex : priceIndex
      let baseline = ProvisionSide(
        provisions[provision], level: nil, phaseIn: 0, release: release, bandwidth: bandwidth,
        factors: DriverFactors(), index: index, in: draw)
      let scenario = ProvisionSide(
        provisions[provision], level: terms.level, phaseIn: phaseIn, release: release, bandwidth: bandwidth,
        factors: DriverFactors(item: provision, ofProvision: true, measures: measureYears, in: draw), index: index,
        in: draw)
      return ProvisionYear(baseline: baseline, scenario: scenario)
    }
    let oneOffs = study.oneOffs.indices.compactMap { oneOff in
      isEnd || study.oneOffs[oneOff].per == .national
        ? nil
        : OneOffYear(
          oneOff, scenario: scenario, year: year, wageIndex: wageIndex, priceIndex: priceIndex, in: draw)
    }
    let funds = isEnd ? [] : study.funds.indices.map { FundYear($0, year: year, in: draw) }
    return Year(
      year: year, wageIndex: wageIndex, priceIndex: priceIndex,
      discountFactor: draw.discountFactor(rate: discountRate, year: year), phaseIn: phaseIn, measures: measureYears,
      functions: functionYears, provisions: provisionYears, oneOffs: oneOffs, funds: funds,
      amounts: Amounts(
        functions: functionYears, provisions: provisionYears, oneOffs: oneOffs, measures: measureYears, funds: funds))
  }

  /// A reported amount of a period.
  ///
  /// - Precondition: `npv` is only requested for the whole horizon; in the end state there is nothing but what recurs.
  public func amount(of quantity: ReportedQuantity, in period: Period = .total) -> Double {
    if quantity == .npv {
      precondition(period == .total)
      return presentValue
    }
    return amounts(in: period)[quantity]
  }

  /// All amounts of a period.
  func amounts(in period: Period) -> Amounts {
    switch period {
    case .year(let year): return years[year].amounts
    case .total: return total
    case .end: return end.amounts
    }
  }
}
