import CostEngine

/// Random studies that use every part of the model: what the fast kernels are compared on.
public struct RandomStudy {
  private var random: SplitMix
  private let uncertain: Bool
  private var variables: [UncertainVariable] = []

  /// - Parameter uncertain: whether about half of the cells are random variables.
  public static func make(seed: UInt64, uncertain: Bool) -> Study {
    var maker = RandomStudy(random: SplitMix(seed: seed), uncertain: uncertain)
    var study = maker.study()
    maker.addPayers(to: &study)
    maker.addMeasures(to: &study)
    maker.addShares(to: &study)
    return study
  }

  private init(random: SplitMix, uncertain: Bool) {
    self.random = random
    self.uncertain = uncertain
  }

  private mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// A cell in a range; now and then the range's lower bound itself, where special cases hide.
  private mutating func cell(_ range: ClosedRange<Double>) -> Quantity {
    if random.chance(0.15) { return .certain(range.lowerBound) }
    if uncertain, random.chance(0.5) {
      let a = random.number(in: range)
      let b = random.number(in: range)
      return variable(try! .uniform(from: min(a, b), to: max(a, b)))
    }
    return .certain(random.number(in: range))
  }

  private mutating func variable(_ distribution: Distribution) -> Quantity {
    var loadings: [FactorLoading] = []
    if random.chance(0.3) { loadings.append(FactorLoading(factor: 0, loading: random.number(in: -0.7...0.7))) }
    if random.chance(0.3) { loadings.append(FactorLoading(factor: 1, loading: random.number(in: -0.7...0.7))) }
    variables.append(
      UncertainVariable(name: "test.cell[\(variables.count)]", distribution: distribution, loadings: loadings))
    return .uncertain(variables.count - 1)
  }

  private mutating func basis() -> UnitBasis { [.region, .municipality, .per100k].randomElement(using: &random)! }

  private mutating func study() -> Study {
    let firstYear = whole(2025...2028)
    let years = whole(1...6)
    let priceYear = firstYear + whole(-2...3)
    let lastYear = firstYear + years - 1
    let growthYears = Study.growthYears(firstYear: firstYear, lastYear: lastYear, priceYear: priceYear)
    let regionCount = whole(1...3)
    let functionCount = whole(0...3)
    let provisionCount = whole(0...2)
    let measureCount = whole(0...3)
    let regions = (0..<regionCount).map { index in
      Region(
        code: "R\(index)", name: "Regio \(index)", population: cell(50_000...900_000), municipalities: cell(1...30))
    }
    let functions = (0..<functionCount).map { index in
      CrisisFunction(
        code: "F\(index)", name: "Functie \(index)", per: basis(), hourlyCost: cell(30...120),
        coursePrice: cell(0...60), examPrice: cell(0...700), standbyFee: cell(0...400))
    }
    let provisions = (0..<provisionCount).map { index in
      Provision(
        code: "P\(index)", name: "Voorziening \(index)", per: basis(), unitCost: cell(0...90_000),
        index: random.chance(0.5) ? .wage : .price)
    }
    let measures = (0..<measureCount).map { measure(index: $0, firstYear, regionCount, functionCount, provisionCount) }
    let profile = PhaseInProfile(
      name: "eigen", years: [firstYear - 1, firstYear + 1, firstYear + 3],
      shares: [cell(0...0.3), cell(0.3...0.6), cell(0.6...1)])
    let scenarioCount = whole(1...3)
    let scenarios = (0..<scenarioCount).map { index in
      let common = terms(firstYear, measureCount)
      return Scenario(
        code: "S\(index)", name: "Scenario \(index)",
        terms: (0..<regionCount).map { _ in random.chance(0.3) ? terms(firstYear, measureCount) : common })
    }
    let oneOffs = (0..<whole(0...3)).map { index in
      let from = firstYear + whole(-1...3)
      return OneOff(
        code: "O\(index)", name: "Post \(index)", per: random.chance(0.4) ? .national : basis(),
        amount: cell(-50_000...300_000), from: .certain(Double(from)), until: .certain(Double(from + whole(0...2))),
        index: random.chance(0.5) ? .wage : .price,
        scenarios: (0..<scenarioCount).filter { _ in random.chance(0.7) })
    }
    let funds = (0..<whole(0...2)).map { index in
      let equal = random.chance(0.3)
      return Fund(
        code: "D\(index)", name: "Middelen \(index)",
        entries: (0..<whole(1...3)).map { entry in
          Fund.Entry(
            year: firstYear - 1 + 2 * entry, amount: cell(0...4_000_000), share: cell(0...1),
            key: regions.map { equal ? .certain(1) : $0.population })
        })
    }
    return Study(
      title: "Willekeurig", firstYear: firstYear, years: years, priceYear: priceYear,
      currentPrices: random.chance(0.6), discountRate: cell(0...0.05),
      wageGrowth: growthYears.map { _ in cell(-0.02...0.06) },
      priceGrowth: growthYears.map { _ in cell(-0.02...0.06) }, referenceLevel: whole(0...1), regions: regions,
      functions: functions, provisions: provisions, levels: ["basis", "plus"],
      norms: (0..<2).map { _ in (0..<functionCount).map { _ in norm() } },
      provisionNorms: (0..<2).map { _ in (0..<provisionCount).map { _ in cell(0...8) } },
      current: (0..<regionCount).map { _ in (0..<functionCount).map { _ in staffing() } },
      currentProvisions: (0..<regionCount).map { _ in (0..<provisionCount).map { _ in cell(0...8) } },
      oneOffs: oneOffs, measures: measures, scenarios: scenarios, profiles: [profile], funds: funds,
      variables: variables, factors: ["markt", "prijs"])
  }

  /// Whose money the funds are, and in three studies of four somebody who asks who pays.
  private mutating func addPayers(to study: inout Study) {
    for fund in study.funds.indices {
      for entry in study.funds[fund].entries.indices {
        study.funds[fund].entries[entry].payer = Payer.allCases.randomElement(using: &random)!
      }
    }
    let keys: [MunicipalKey?] = [
      nil, .ownRegion, .pooled(name: nil, study.regions.map { _ in .certain(1) }),
      .pooled(name: "inwoners", study.regions.map(\.population)),
    ]
    study.municipalKey = keys.randomElement(using: &random)!
  }

  /// The scenarios' own lists of measures, and one-offs that belong to a measure.
  private mutating func addMeasures(to study: inout Study) {
    for scenario in study.scenarios.indices {
      study.scenarios[scenario].measures = study.measures.indices.filter { _ in random.chance(0.6) }
    }
    for oneOff in study.oneOffs.indices where random.chance(0.4) {
      study.oneOffs[oneOff].measure = study.measures.indices.randomElement(using: &random)
    }
  }

  /// Norms of the second level that are those of the first, or a share of them; and a reference level without norms of
  /// provisions, where no scenario reaches for it.
  private mutating func addShares(to study: inout Study) {
    func isCertain(_ quantity: Quantity) -> Bool { if case .certain = quantity { true } else { false } }
    for function in study.functions.indices where random.chance(0.5) {
      let base = study.norms[0][function]
      study.norms[1][function] = base
      if random.chance(0.7) {
        let factor = cell(0.5...1)
        if !isCertain(base.positions) || !isCertain(factor) {
          study.products.append(QuantityProduct(base: base.positions, factor: factor))
          study.norms[1][function].positions = .product(study.products.count - 1)
          // A share of a share.
          study.products.append(QuantityProduct(base: study.norms[1][function].positions, factor: cell(0.5...1)))
          study.norms[1][function].personsPerPosition = .product(study.products.count - 1)
        }
      }
    }
    let isReached = study.scenarios.contains { $0.terms.contains { $0.level == study.referenceLevel } }
    if !isReached { study.provisionNorms[study.referenceLevel] = [] }
    study.variables = variables
  }

  private mutating func norm() -> FunctionNorm {
    FunctionNorm(
      positions: cell(0...4), personsPerPosition: cell(0...6), initialHours: cell(0...60), annualHours: cell(0...40),
      certified: cell(0...1), recertifyYears: random.chance(0.3) ? .certain(0) : cell(1...5))
  }

  private mutating func staffing() -> CurrentStaffing {
    CurrentStaffing(
      persons: random.chance(0.5) ? .persons(cell(0...20)) : .share(cell(0...1.4)),
      standbyPositions: cell(0...4), turnover: cell(0...0.4), certified: cell(0...1), initialHours: cell(0...60),
      annualHours: cell(0...40))
  }

  private mutating func terms(_ firstYear: Int, _ measureCount: Int) -> ScenarioTerms {
    let from = firstYear + whole(-1...2)
    let until = Quantity.certain(Double(from + whole(0...4)))
    let start = Quantity.certain(Double(from))
    let shapes: [PhaseIn] = [
      .linear(from: start, until: until), .scurve(from: start, until: until), .step(from: start), .profile(0),
    ]
    return ScenarioTerms(
      level: whole(0...1), phaseIn: shapes.randomElement(using: &random)!, delay: cell(0...2.5),
      bandwidth: cell(0...0.4), release: cell(0...1), measures: (0..<measureCount).filter { _ in random.chance(0.6) })
  }

  private mutating func measure(
    index: Int, _ firstYear: Int, _ regionCount: Int, _ functionCount: Int, _ provisionCount: Int
  ) -> Measure {
    var effects: [Measure.Effect] = []
    for driver in Driver.allCases {
      for item in 0..<(driver.isOfProvision ? provisionCount : functionCount) where random.chance(0.35) {
        effects.append(Measure.Effect(driver: driver, item: item, factor: cell(0.3...1.3)))
      }
    }
    let isAlways = random.chance(0.3)
    return Measure(
      code: "M\(index)", name: "Maatregel \(index)", from: .certain(Double(firstYear + whole(-1...2))),
      rampYears: cell(1...4), per: basis(), oneOff: cell(0...30_000), annual: cell(0...9000),
      adoption: isAlways ? .certain(1) : cell(0.2...1),
      inForce: (0..<regionCount).map { _ in
        if isAlways { return .certain(0) }
        return uncertain ? variable(try! .uniform(from: 0, to: 1)) : .certain(random.number())
      }, effects: effects)
  }
}
