/// Assigns a column, once, to every value that a plan uses, and lays out the lists that the kernels traverse.
struct PlanCompiler {
  typealias Column = Plan.Column

  let study: Study
  let selection: Selection
  let seed: UInt64
  let dimensions: SobolDimensions
  /// Whether terms that are certainly 0 are left out.
  let folds: Bool

  private(set) var columnCount = 0
  private(set) var constants: [(column: Column, value: Double)] = []
  private(set) var variables: [SampledVariable] = []
  private(set) var variableColumns: [Column] = []
  private(set) var studyVariables: [Int] = []
  private(set) var loadings: [FactorLoading] = []
  private(set) var catalogue = QuantileCatalogue()
  private(set) var phaseIns: [Plan.PhaseInPlan] = []
  private(set) var products: [Plan.Product] = []
  private(set) var reciprocals: [Plan.Reciprocal] = []
  private(set) var functions: [Plan.FunctionPlan] = []
  private(set) var functionTerms: [Plan.FunctionTerms] = []
  private(set) var provisions: [Plan.ProvisionPlan] = []
  private(set) var provisionTerms: [Plan.ProvisionTerms] = []
  private(set) var factorRows: [Plan.FactorRow] = []
  private(set) var factors: [Plan.Factor] = []
  private(set) var regionOneOffs: [Plan.RegionOneOff] = []
  private(set) var regionMeasures: [Plan.RegionMeasure] = []
  /// For each of the plan's one-offs its index in ``Study/oneOffs``.
  private(set) var oneOffIndices: [Int] = []
  private(set) var positions: [Int] = []
  private(set) var wageIndex = Plan.YearColumns(first: 0)
  private(set) var priceIndex = Plan.YearColumns(first: 0)

  /// Index in ``variables`` of each of the study's variables, or -1.
  private var indexOfVariable: [Int]
  /// The column of each of the study's products, or -1.
  private var columnOfProduct: [Column]
  private var constantBuckets: [[Int]]
  /// The effects of measures, by function and by provision.
  private var functionEffects: [[ItemEffect]]
  private var provisionEffects: [[ItemEffect]]

  private struct ItemEffect {
    var measure: Int
    var driver: Driver
    var factor: Quantity
  }

  init(_ study: Study, selection: Selection, seed: UInt64, sampler: Sampler, folds: Bool) {
    self.study = study
    self.selection = selection
    self.seed = seed
    dimensions = SobolDimensions(study, for: sampler)
    self.folds = folds
    indexOfVariable = [Int](repeating: -1, count: study.variables.count)
    columnOfProduct = [Column](repeating: -1, count: study.products.count)
    constantBuckets = [[Int]](repeating: [], count: 256)
    functionEffects = [[ItemEffect]](repeating: [], count: study.functions.count)
    provisionEffects = [[ItemEffect]](repeating: [], count: study.provisions.count)
    for (measure, definition) in study.measures.enumerated() {
      for effect in definition.effects {
        let found = ItemEffect(measure: measure, driver: effect.driver, factor: effect.factor)
        if effect.driver.isOfProvision {
          provisionEffects[effect.item].append(found)
        } else {
          functionEffects[effect.item].append(found)
        }
      }
    }
    wageIndex = yearColumns()
    priceIndex = yearColumns()
  }

  // MARK: Columns

  mutating func derivedColumn() -> Column {
    columnCount += 1
    return columnCount - 1
  }

  mutating func yearColumns() -> Plan.YearColumns {
    columnCount += study.years + 1
    return Plan.YearColumns(first: columnCount - study.years - 1)
  }

  mutating func column(_ quantity: Quantity) -> Column {
    switch quantity {
    case .certain(let value): return constant(value)
    case .uncertain(let index): return variable(index)
    case .product(let index): return product(index)
    }
  }

  private mutating func product(_ index: Int) -> Column {
    if columnOfProduct[index] < 0 {
      let base = column(study.products[index].base)
      let factor = column(study.products[index].factor)
      columnOfProduct[index] = derivedColumn()
      products.append(Plan.Product(base: base, factor: factor, product: columnOfProduct[index]))
    }
    return columnOfProduct[index]
  }

  private mutating func constant(_ value: Double) -> Column {
    let bits = value.bitPattern
    let bucket = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) &>> 56)
    for index in constantBuckets[bucket] where constants[index].value.bitPattern == bits {
      return constants[index].column
    }
    constantBuckets[bucket].append(constants.count)
    let column = derivedColumn()
    constants.append((column, value))
    return column
  }

  private mutating func variable(_ index: Int) -> Column {
    if indexOfVariable[index] < 0 {
      let variable = study.variables[index]
      indexOfVariable[index] = variables.count
      variables.append(
        SampledVariable(
          variable, quantile: catalogue.index(of: variable.distribution), dimension: dimensions.variables[index],
          seed: seed, loadings: &loadings))
      variableColumns.append(derivedColumn())
      studyVariables.append(index)
    }
    return variableColumns[indexOfVariable[index]]
  }

  private mutating func reciprocal(of quantity: Quantity) -> Column {
    let value = column(quantity)
    for known in reciprocals where known.value == value { return known.reciprocal }
    reciprocals.append(Plan.Reciprocal(value: value, reciprocal: derivedColumn()))
    return columnCount - 1
  }

  /// Whether a quantity can be other than 0, as far as the kernels can tell.
  private func canDiffer(_ quantity: Quantity) -> Bool {
    if folds, case .certain(0) = quantity { return false }
    return true
  }

  private mutating func list(_ items: [Int]) -> Range<Int> {
    positions += items
    return (positions.count - items.count)..<positions.count
  }

  // MARK: Shared by all regions

  /// Columns of the growth of wages and prices; empty in constant prices.
  mutating func growth() -> (wages: [Column], prices: [Column]) {
    guard study.currentPrices else { return ([], []) }
    var wages: [Column] = []
    for quantity in study.wageGrowth { wages.append(column(quantity)) }
    var prices: [Column] = []
    for quantity in study.priceGrowth { prices.append(column(quantity)) }
    return (wages, prices)
  }

  /// Those that a selected scenario bears in a selected region, or for the country.
  mutating func oneOffs() -> [Plan.OneOffPlan] {
    var plans: [Plan.OneOffPlan] = []
    for (index, oneOff) in study.oneOffs.enumerated() {
      guard places(of: oneOff).contains(where: { !bearers(of: index, region: $0).isEmpty }) else { continue }
      oneOffIndices.append(index)
      plans.append(
        Plan.OneOffPlan(
          item: index, per: oneOff.per, amount: column(oneOff.amount), from: column(oneOff.from),
          until: column(oneOff.until),
          index: yearColumns(of: oneOff.index),
          scenarios: list(oneOff.per == .national ? bearers(of: index, region: nil) : [])))
    }
    return plans
  }

  /// The selected regions, or nil for the country: where a one-off may be borne.
  private func places(of oneOff: OneOff) -> [Int?] {
    oneOff.per == .national ? [nil] : selection.regions.map { .some($0) }
  }

  /// Positions of the scenarios that bear a one-off.
  private func bearers(of oneOff: Int, region: Int?) -> [Int] {
    selection.scenarios.indices.filter {
      study.bears(oneOff, scenario: selection.scenarios[$0], region: region)
    }
  }

  /// All measures, so that their indices are kept; those that no selected scenario uses get constants.
  mutating func measures() -> [Plan.MeasurePlan] {
    var used = [Bool](repeating: false, count: study.measures.count)
    for scenario in selection.scenarios {
      for region in selection.regions {
        for measure in study.scenarios[scenario].terms[region].measures { used[measure] = true }
      }
    }
    var plans: [Plan.MeasurePlan] = []
    for (index, measure) in study.measures.enumerated() {
      func quantity(_ quantity: Quantity) -> Quantity { used[index] ? quantity : .certain(0) }
      plans.append(
        Plan.MeasurePlan(
          isUsed: used[index], per: measure.per, from: column(quantity(measure.from)),
          rampYears: column(quantity(measure.rampYears)), oneOff: column(quantity(measure.oneOff)),
          annual: column(quantity(measure.annual)), adoption: column(quantity(measure.adoption)),
          psi: yearColumns()))
    }
    return plans
  }

  mutating func funding() -> (keys: [[Column]], funds: [Plan.FundPlan]) {
    var keys: [[Column]] = []
    var plans: [Plan.FundPlan] = []
    for fund in study.funds {
      var years: [(amount: Column, share: Column, key: Int, payer: Payer)?] = []
      for year in study.firstYear...study.lastYear {
        var inForce: Fund.Entry?
        for entry in fund.entries where entry.year <= year { inForce = entry }
        guard let entry = inForce else {
          years.append(nil)
          continue
        }
        var key: [Column] = []
        for quantity in entry.key { key.append(column(quantity)) }
        let index = keys.firstIndex(of: key) ?? keys.count
        if index == keys.count { keys.append(key) }
        years.append((column(entry.amount), column(entry.share), index, entry.payer))
      }
      plans.append(Plan.FundPlan(years: years))
    }
    return (keys, plans)
  }

  /// Nil if the study does not request who pays. With a key over all regions the payments of a subset of regions cannot
  /// be computed, as they depend on the cost of all.
  mutating func payers(of funds: [Plan.FundPlan]) -> Plan.PayerPlan? {
    var pool: Plan.PoolPlan?
    switch study.municipalKey {
    case nil: return nil
    case .ownRegion: break
    case .pooled(_, let values):
      guard selection.regions.count == study.regions.count else { return nil }
      var keys: [Column] = []
      for value in values { keys.append(column(value)) }
      pool = Plan.PoolPlan(keys: keys, reciprocal: derivedColumn())
    }
    var rates: [Plan.PayerRate] = []
    for fund in funds {
      for case .some(let entry) in fund.years {
        if rates.contains(where: { $0.payer == entry.payer && $0.key == entry.key }) { continue }
        rates.append(Plan.PayerRate(payer: entry.payer, key: entry.key, rates: yearColumns()))
      }
    }
    return Plan.PayerPlan(rates: rates, pool: pool)
  }

  private func yearColumns(of index: PriceIndex) -> Plan.YearColumns { index == .wage ? wageIndex : priceIndex }

  // MARK: Regions

  mutating func regions(fundingKeys: [[Column]]) -> [Plan.RegionPlan] {
    var plans: [Plan.RegionPlan] = []
    for index in selection.regions {
      let region = study.regions[index]
      let population = column(region.population)
      let municipalities = column(region.municipalities)
      func units(_ per: UnitBasis) -> Plan.Units {
        switch per {
        case .region, .national: return .one
        case .municipality: return .municipalities(municipalities)
        case .per100k: return .population(population)
        }
      }
      let first = (functions.count, provisions.count, regionOneOffs.count, regionMeasures.count)
      for function in study.functions.indices {
        add(function: function, region: index, units: units(study.functions[function].per))
      }
      for provision in study.provisions.indices {
        add(provision: provision, region: index, units: units(study.provisions[provision].per))
      }
      for (position, oneOff) in oneOffIndices.enumerated() where study.oneOffs[oneOff].per != .national {
        let bearers = bearers(of: oneOff, region: index)
        guard !bearers.isEmpty else { continue }
        regionOneOffs.append(
          Plan.RegionOneOff(oneOff: position, units: units(study.oneOffs[oneOff].per), scenarios: list(bearers)))
      }
      for measure in study.measures.indices {
        let users = scenarios(using: measure, region: index)
        guard !users.isEmpty else { continue }
        regionMeasures.append(
          Plan.RegionMeasure(
            measure: measure, units: units(study.measures[measure].per),
            inForce: column(study.measures[measure].inForce[index]), scenarios: list(users)))
      }
      plans.append(
        Plan.RegionPlan(
          functions: first.0..<functions.count, provisions: first.1..<provisions.count,
          oneOffs: first.2..<regionOneOffs.count, measures: first.3..<regionMeasures.count,
          fundingKeys: list(fundingKeys.map { $0[index] })))
    }
    return plans
  }

  /// Positions of the scenarios that use a measure in a region.
  private func scenarios(using measure: Int, region: Int) -> [Int] {
    selection.scenarios.indices.filter {
      study.scenarios[selection.scenarios[$0]].terms[region].measures.contains(measure)
    }
  }

  private mutating func add(function: Int, region: Int, units: Plan.Units) {
    let definition = study.functions[function]
    let current = study.current[region][function]
    let reference = study.norms[study.referenceLevel][function]
    let persons: Column
    let isShare: Bool
    switch current.persons {
    case .persons(let quantity): (persons, isShare) = (column(quantity), false)
    case .share(let quantity): (persons, isShare) = (column(quantity), true)
    }
    let firstRow = factorRows.count
    for scenario in selection.scenarios {
      let terms = study.scenarios[scenario].terms[region]
      let norm = study.norms[terms.level][function]
      var rows = SIMD8<Int32>(repeating: -1)
      for driver in Driver.allCases where !driver.isOfProvision {
        rows[driver.rawValue] = Int32(row(of: driver, item: function, terms.measures, first: firstRow))
      }
      functionTerms.append(
        Plan.FunctionTerms(
          phi: plan(of: terms), bandwidth: column(terms.bandwidth), release: column(terms.release),
          positions: column(norm.positions), personsPerPosition: column(norm.personsPerPosition),
          initialHours: column(norm.initialHours), annualHours: column(norm.annualHours),
          certified: column(norm.certified), recertified: reciprocal(of: norm.recertifyYears), factors: rows))
    }
    functions.append(
      Plan.FunctionPlan(
        units: units, hourlyCost: column(definition.hourlyCost), coursePrice: column(definition.coursePrice),
        examPrice: column(definition.examPrice), standbyFee: column(definition.standbyFee),
        hasExams: canDiffer(definition.examPrice), hasStandby: canDiffer(definition.standbyFee), persons: persons,
        personsIsShare: isShare, standbyPositions: column(current.standbyPositions), turnover: column(current.turnover),
        certified: column(current.certified), initialHours: column(current.initialHours),
        annualHours: column(current.annualHours), referencePositions: column(reference.positions),
        referencePersonsPerPosition: column(reference.personsPerPosition),
        referenceRecertified: reciprocal(of: reference.recertifyYears), factorRows: firstRow..<factorRows.count))
  }

  private mutating func add(provision: Int, region: Int, units: Plan.Units) {
    let definition = study.provisions[provision]
    let firstRow = factorRows.count
    for scenario in selection.scenarios {
      let terms = study.scenarios[scenario].terms[region]
      provisionTerms.append(
        Plan.ProvisionTerms(
          phi: plan(of: terms), bandwidth: column(terms.bandwidth), release: column(terms.release),
          norm: column(study.provisionNorms[terms.level][provision]),
          quantityFactor: row(of: .quantity, item: provision, terms.measures, first: firstRow),
          unitCostFactor: row(of: .unitCost, item: provision, terms.measures, first: firstRow)))
    }
    provisions.append(
      Plan.ProvisionPlan(
        units: units, current: column(study.currentProvisions[region][provision]),
        unitCost: column(definition.unitCost), index: yearColumns(of: definition.index),
        factorRows: firstRow..<factorRows.count))
  }

  /// The row of factors of a driver under a scenario's measures, counted from the item's first; -1 if nothing changes
  /// the driver.
  private mutating func row(of driver: Driver, item: Int, _ measures: [Int], first: Int) -> Int {
    var found: [Plan.Factor] = []
    for effect in driver.isOfProvision ? provisionEffects[item] : functionEffects[item]
    where effect.driver == driver && measures.contains(effect.measure) {
      found.append(Plan.Factor(measure: effect.measure, factor: column(effect.factor)))
    }
    if found.isEmpty && folds { return -1 }
    for known in first..<factorRows.count {
      let range = factorRows[known].factors
      if folds, factors[range].elementsEqual(found) { return known - first }
    }
    factors += found
    factorRows.append(Plan.FactorRow(factors: (factors.count - found.count)..<factors.count))
    return factorRows.count - 1 - first
  }

  /// The phase-in of each selected region in each selected scenario.
  mutating func phaseInsOfRegions() -> [[Plan.YearColumns]] {
    var regions: [[Plan.YearColumns]] = []
    for region in selection.regions {
      var scenarios: [Plan.YearColumns] = []
      for scenario in selection.scenarios { scenarios.append(plan(of: study.scenarios[scenario].terms[region])) }
      regions.append(scenarios)
    }
    return regions
  }

  private mutating func plan(of terms: ScenarioTerms) -> Plan.YearColumns {
    let shape: Plan.PhaseInShape
    switch terms.phaseIn {
    case .linear(let from, let until): shape = .linear(from: column(from), until: column(until))
    case .scurve(let from, let until): shape = .scurve(from: column(from), until: column(until))
    case .step(let from): shape = .linear(from: column(from), until: column(from))
    case .profile(let index):
      let profile = study.profiles[index]
      var shares: [Column] = []
      for share in profile.shares { shares.append(column(share)) }
      shape = .profile(years: profile.years, shares: shares)
    }
    let delay = column(terms.delay)
    for known in phaseIns where known.delay == delay && known.shape == shape { return known.phi }
    phaseIns.append(Plan.PhaseInPlan(shape: shape, delay: delay, phi: yearColumns()))
    return phaseIns[phaseIns.count - 1].phi
  }

  // MARK: Variables

  /// The variables (indices in ``Study/variables``) that a selection's amounts can depend on.
  static func variables(of study: Study, selection: Selection) -> [Int] {
    var compiler = PlanCompiler(study, selection: selection, seed: 0, sampler: .random, folds: true)
    _ = compiler.growth()
    _ = compiler.column(study.discountRate)
    _ = compiler.oneOffs()
    _ = compiler.measures()
    _ = compiler.regions(fundingKeys: compiler.funding().keys)
    return compiler.studyVariables
  }

  // MARK: Lines

  /// For each scenario the lines that can be other than 0.
  func lines() -> [[CostLine]] {
    selection.scenarios.indices.map { position in
      CostLine.allCases.filter { line in !folds || canDiffer(line, scenario: position) }
    }
  }

  private func canDiffer(_ line: CostLine, scenario position: Int) -> Bool {
    let scenario = selection.scenarios[position]
    func anyMeasure(_ condition: (Measure) -> Bool) -> Bool {
      selection.regions.contains { region in
        study.scenarios[scenario].terms[region].measures.contains { condition(study.measures[$0]) }
      }
    }
    switch line {
    case .recruitTraining, .catchUp, .replacementTraining, .annualTraining: return !study.functions.isEmpty
    case .recertification: return study.functions.contains { canDiffer($0.examPrice) }
    case .standby: return study.functions.contains { canDiffer($0.standbyFee) }
    case .provisions: return !study.provisions.isEmpty
    case .oneOffs:
      return oneOffIndices.contains { oneOff in
        places(of: study.oneOffs[oneOff]).contains { study.bears(oneOff, scenario: scenario, region: $0) }
      }
    case .measureOneOff: return anyMeasure { canDiffer($0.oneOff) }
    case .measureAnnual: return anyMeasure { canDiffer($0.annual) }
    }
  }
}
