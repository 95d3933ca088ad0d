import CostEngine
import TestSupport
import Testing

/// The model's rules that `tiny` does not reach, each on `tiny` with one thing changed.
@Suite struct WorkedCalculationTests {
  /// `tiny` with changes.
  static func study(_ change: (inout Study) -> Void) -> Study {
    var study = TinyStudy.study
    change(&study)
    return study
  }

  /// The phase-in of the years 2027-2029 in region AA under other terms of scenario BASIS.
  static func phases(_ phaseIn: PhaseIn, delay: Double = 0, profiles: [PhaseInProfile] = []) -> [Double] {
    let study = study {
      $0.profiles = profiles
      $0.scenarios[0].terms[0].phaseIn = phaseIn
      $0.scenarios[0].terms[0].delay = .certain(delay)
    }
    return WorkedCalculation(study, scenario: 0, region: 0, values: []).years.map(\.phaseIn)
  }

  @Test func stepFollowsTheDelay() {
    let step = PhaseIn.step(from: .certain(2028))
    #expect(Self.phases(step) == [0, 1, 1])
    #expect(Self.phases(step, delay: 0.25) == [0, 0.75, 1])
    #expect(Self.phases(step, delay: 2) == [0, 0, 0])
  }

  /// x = 1/4, 1/2, 3/4: 3x^2 - 2x^3 = 5/32, 1/2, 27/32, all exact in binary.
  @Test func scurve() {
    #expect(Self.phases(.scurve(from: .certain(2027), until: .certain(2030))) == [0.15625, 0.5, 0.84375])
  }

  @Test func aPhaseInThatBeganEarlierIsUnderWayInTheFirstYear() {
    #expect(Self.phases(.linear(from: .certain(2026), until: .certain(2029))) == [0.5, 0.75, 1])
    let study = Self.study {
      $0.scenarios[0].terms[0].phaseIn = .linear(from: .certain(2026), until: .certain(2029))
    }
    // People, hours and certificates of the year before the first are those of today, whatever phi was then.
    let side = WorkedCalculation(study, scenario: 0, region: 0, values: []).years[0].functions[0].scenario
    #expect([side.personsBefore, side.standardHoursBefore, side.certifiedBefore] == [4, 20, 0.5])
    #expect([side.persons, side.standardHours, side.certified] == [5, 30, 0.75])
  }

  /// By delay, of a profile listed for 2027 (0.25) and 2029 (0.75).
  static let phasesByDelay: [Double: [Double]] = [
    0: [0.25, 0.5, 0.75], 0.5: [0, 0.375, 0.625], 1: [0, 0.25, 0.5], 2: [0, 0, 0.25], 3: [0, 0, 0],
  ]

  @Test(arguments: phasesByDelay)
  func profileJumpsAtItsFirstYearAndIsLinearAfterIt(delay: Double, expected: [Double]) {
    let profile = PhaseInProfile(name: "p", years: [2027, 2029], shares: [.certain(0.25), .certain(0.75)])
    #expect(Self.phases(.profile(0), delay: delay, profiles: [profile]) == expected)
  }

  @Test func profileHoldsItsLastShare() {
    let profile = PhaseInProfile(name: "p", years: [2025, 2027], shares: [.certain(0.25), .certain(0.75)])
    #expect(Self.phases(.profile(0), profiles: [profile]) == [0.75, 0.75, 0.75])
    #expect(Self.phases(.profile(0), delay: 1, profiles: [profile]) == [0.5, 0.75, 0.75])
  }

  @Test func constantPricesHaveNoIndices() {
    let years = WorkedCalculation(Self.study { $0.currentPrices = false }, scenario: 0, region: 0, values: []).years
    #expect(years.allSatisfy { $0.wageIndex == 1 && $0.priceIndex == 1 })
    #expect(years.map(\.discountFactor) == [0.8, 0.64, 0.512])
  }

  /// Years before the price year are brought to their own level, 1 over the growth of the years after them (they used to
  /// be told at the level of the price year), and amounts before it are worth more by then: 1.25^2, 1.25, 1.
  @Test func aPriceYearWithinTheHorizon() {
    let study = Self.study {
      $0.priceYear = 2029
      $0.wageGrowth = [.certain(0.25), .certain(0.6)]
      $0.priceGrowth = [.certain(0), .certain(-0.5)]
    }
    #expect(study.growthYears == 2028..<2030)
    let years = WorkedCalculation(study, scenario: 0, region: 0, values: []).years
    #expect(years.map(\.wageIndex) == [1 / (1.6 * 1.25), 1 / 1.6, 1])
    #expect(years.map(\.priceIndex) == [2, 2, 1])
    #expect(years.map(\.discountFactor) == [1.5625, 1.25, 1])
  }

  /// The price year may lie beyond the horizon, and growth may be given for none.
  @Test func aPriceYearAfterTheHorizon() {
    let study = Self.study {
      $0.priceYear = 2031
      $0.wageGrowth = [0.5, 0.25, 0, 0.6].map { .certain($0) }
      $0.priceGrowth = []
    }
    #expect(study.growthYears == 2028..<2032)
    let years = WorkedCalculation(study, scenario: 0, region: 0, values: []).years
    #expect(years.map(\.wageIndex) == [1 / (1.6 * 1 * 1.25 * 1.5), 1 / (1.6 * 1 * 1.25), 1 / 1.6])
    #expect(years.map(\.priceIndex) == [1, 1, 1])
  }

  /// The baseline asks nothing of the reference level's norms of provisions, which a study need not have where no
  /// scenario reaches for that level: this used to end the program.
  @Test func theReferenceLevelNeedsNoNormsOfProvisions() {
    let study = Self.study {
      $0.norms.append($0.norms[0])
      $0.provisionNorms = [[], $0.provisionNorms[0]]
      for region in $0.scenarios[0].terms.indices { $0.scenarios[0].terms[region].level = 1 }
    }
    let whole = WorkedCalculation(Self.study { _ in }, scenario: 0, region: 0, values: [])
    #expect(WorkedCalculation(study, scenario: 0, region: 0, values: []).total == whole.total)
  }

  @Test func aScenarioThatAsksNothingCostsNothing() {
    let study = Self.study {
      $0.scenarios[0].terms[0].phaseIn = .step(from: .certain(2100))
      $0.oneOffs = []
    }
    let worked = WorkedCalculation(study, scenario: 0, region: 0, values: [])
    for quantity in [ReportedQuantity.delta, .structural, .incidental, .staffTime, .outOfPocket, .npv] {
      #expect(worked.amount(of: quantity) == 0)
    }
    #expect(worked.amount(of: .cost) == worked.amount(of: .baseline))
    #expect(worked.amount(of: .baseline) > 0)
  }

  @Test func recertificationFollowsTheLevelAndTheReferenceLevel() {
    let study = Self.study {
      $0.levels = ["uniform", "strict"]
      $0.norms.append($0.norms[0])
      $0.norms[1][0].recertifyYears = .certain(2)
      $0.provisionNorms.append($0.provisionNorms[0])
      $0.scenarios[0].terms[0].level = 1
    }
    let function = WorkedCalculation(study, scenario: 0, region: 0, values: []).years[2].functions[0]
    #expect(function.baseline.recertifyYears == 4)
    #expect(function.scenario.recertifyYears == 2)
    // 6 people, all certified, EUR 345.60 an exam, every two years; five roundings at most.
    #expect(abs(function.scenario.lines[.recertification] - 1036.8) < 1036.8 * 5 * 0x1p-53)
  }

  @Test func withoutAFeeNobodyIsOnStandby() {
    let study = Self.study { $0.functions[0].standbyFee = .certain(0) }
    let function = WorkedCalculation(study, scenario: 0, region: 0, values: []).years[1].functions[0]
    #expect(function.scenario.standbyPositions == 0)
    #expect(function.baseline.standbyPositions == 0)
    #expect(function.scenario.positions == 2)
  }

  /// In force where u < adoption; the country has the measure in BB only. Its start year 2028.75 begins to count from
  /// psi(2028) = 0.25 / 2, and its one-off falls in 2028.
  @Test func aMeasureWithAdoptionAndAnUncertainStart() {
    let study = Self.study {
      $0.variables = ["adoption", "in_force/AA", "in_force/BB", "from"].map { uncertain($0) }
      $0.measures[0].adoption = .uncertain(0)
      $0.measures[0].inForce = [.uncertain(1), .uncertain(2)]
      $0.measures[0].from = .uncertain(3)
    }
    let values = [0.5, 0.5, 0.25, 2028.75]
    let inA = WorkedCalculation(study, scenario: 1, region: 0, values: values)
    let inB = WorkedCalculation(study, scenario: 1, region: 1, values: values)
    #expect(!inA.measures[0].isInForce && inB.measures[0].isInForce)
    #expect(inA.years.map { $0.measures[0].ramp } == [0, 0.125, 0.625])
    #expect(inA.years.allSatisfy { $0.functions[0].scenario.factors[.coursePrice] == 1 })
    #expect(inA.total.costLines[.measureOneOff] == 0 && inA.total.costLines[.measureAnnual] == 0)
    #expect(inB.years.map { $0.functions[0].scenario.factors[.coursePrice] } == [1, 0.9375, 0.6875])
    // 1000 * 2 municipalities * 1.44, in 2028 only; three roundings.
    #expect(inB.years.map { $0.measures[0].oneOff != 0 } == [false, true, false])
    #expect(abs(inB.total.costLines[.measureOneOff] - 2880) < 2880 * 3 * 0x1p-53)
  }

  @Test func effectsOfSeveralMeasuresMultiply() {
    let study = Self.study {
      $0.measures.append($0.measures[0])
      $0.scenarios[1].terms[0].measures = [0, 1]
    }
    let factors = WorkedCalculation(study, scenario: 1, region: 0, values: []).years[2].functions[0].scenario.factors
    #expect(factors[.coursePrice] == 0.25)
    #expect(factors[.turnover] == 1)
  }

  @Test func aMeasureChangesProvisionsToo() {
    let study = Self.study {
      $0.measures[0].effects = [
        Measure.Effect(driver: .quantity, item: 0, factor: .certain(2)),
        Measure.Effect(driver: .unitCost, item: 0, factor: .certain(0.5)),
      ]
    }
    let year = WorkedCalculation(study, scenario: 1, region: 0, values: []).years[2]
    // x = 2.25 * 2; EUR 1000 * 0.5 * 1.728; items of functions with the same index are left alone.
    #expect(year.provisions[0].scenario.quantity == 4.5)
    #expect(abs(year.provisions[0].scenario.unitCost - 864) < 864 * 4 * 0x1p-53)
    #expect(Driver.allCases.allSatisfy { year.functions[0].scenario.factors[$0] == 1 })
  }

  @Test func aOneOffFallsWithinRealYearsAndInItsScenariosOnly() {
    let study = Self.study {
      $0.oneOffs[1].from = .certain(2027.5)
      $0.oneOffs[1].until = .certain(2029.25)
      $0.oneOffs[1].per = .municipality
    }
    let basis = WorkedCalculation(study, scenario: 0, region: 0, values: [])
    #expect(basis.years.map { $0.oneOffs.count } == [0, 1, 1])
    #expect(basis.years[1].oneOffs[0].units == 4)
    #expect(WorkedCalculation(study, scenario: 1, region: 0, values: []).years.allSatisfy { $0.oneOffs.isEmpty })
  }

  /// 0 before the first listed year; a row holds until the next one and after the last.
  @Test func aFundHoldsItsLastAmountAndKey() {
    let study = Self.study {
      let key: [Quantity] = [.certain(3), .certain(1)]
      $0.funds = [
        Fund(
          code: "F", name: "F",
          entries: [
            Fund.Entry(year: 2020, amount: .certain(100), share: .certain(0.5), key: key),
            Fund.Entry(year: 2028, amount: .certain(200), share: .certain(1), key: key.reversed()),
          ]),
        Fund(
          code: "G", name: "G", entries: [Fund.Entry(year: 2029, amount: .certain(8), share: .certain(1), key: key)]),
      ]
    }
    let worked = WorkedCalculation(study, scenario: 0, region: 0, values: [])
    #expect(worked.years.map { $0.funds.map(\.funding) } == [[37.5, 0], [50, 0], [50, 6]])
    #expect(worked.total.fundingByFund == [137.5, 6])
    #expect(worked.total.net == worked.total.delta - 143.5)
  }

  @Test func aKeyThatSumsToZeroBringsNothing() {
    let study = Self.study { $0.funds[0].entries[0].key = [.certain(0), .certain(0)] }
    #expect(WorkedCalculation(study, scenario: 0, region: 0, values: []).total.funding == 0)
  }

  @Test func theCountryIsTheSumOfItsRegionsAndItsOwnOneOffs() {
    let national = WorkedNational(TinyStudy.study, scenario: 0, values: [])
    for quantity in ReportedQuantity.allCases where quantity != .npv {
      let regions = national.regions.reduce(0) { $0 + $1.amount(of: quantity) }
      let own = [.cost, .delta, .incidental, .outOfPocket, .net].contains(quantity) ? 5500.0 + 6050 : 0
      // Amounts below 1e6 in sums of fewer than 100 terms: 100 * 1e6 * 2^-53 = 1.2e-8.
      #expect(abs(national.amount(of: quantity) - regions - own) < 1.2e-8, "\(quantity.id)")
    }
    // 5500 * 0.8 + 6050 * 0.64
    let presentValues = national.regions.reduce(0) { $0 + $1.presentValue }
    #expect(abs(national.presentValue - presentValues - 8272) < 1.2e-8)
  }

  @Test func aValueThatIsNotANumberIsNotHidden() {
    let study = Self.study {
      $0.variables = [uncertain("staffing.persons[AA/OVD]")]
      $0.current[0][0].persons = .persons(.uncertain(0))
    }
    #expect(WorkedCalculation(study, scenario: 0, region: 0, values: [.nan]).total.delta.isNaN)
  }
}

/// A variable; its distribution has no part in a worked calculation, which is given the values.
private func uncertain(_ name: String) -> UncertainVariable {
  UncertainVariable(name: name, distribution: .constant(0))
}
