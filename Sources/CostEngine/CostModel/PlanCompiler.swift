/// Gives every value that a plan uses its column, each once, and notes which variables belong to one region only.
struct PlanCompiler {
  typealias Column = Plan.Column

  let study: Study
  let selection: Selection
  let seed: UInt64

  private(set) var columnCount = 0
  private(set) var constants: [(column: Column, value: Double)] = []
  private(set) var variables: [SampledVariable] = []
  private(set) var variableColumns: [Column] = []
  /// For each variable the position of the one region that uses it; nil where it is shared.
  private(set) var variableUsers: [Int?] = []
  private(set) var catalogue = QuantileCatalogue()
  private(set) var phaseIns: [Plan.PhaseInPlan] = []
  private(set) var measureSets: [Plan.MeasureSet] = []

  /// Index in ``variables`` of each of the study's variables, or -1.
  private var indexOfVariable: [Int]
  private var constantBuckets: [[Int]]
  /// The region whose values are being compiled.
  private var region: Int?

  init(_ study: Study, selection: Selection, seed: UInt64) {
    self.study = study
    self.selection = selection
    self.seed = seed
    indexOfVariable = [Int](repeating: -1, count: study.variables.count)
    constantBuckets = [[Int]](repeating: [], count: 256)
  }

  // MARK: Columns

  mutating func derivedColumn() -> Column {
    columnCount += 1
    return columnCount - 1
  }

  mutating func yearColumns() -> Plan.YearColumns {
    columnCount += study.years
    return Plan.YearColumns(first: columnCount - study.years)
  }

  mutating func column(_ quantity: Quantity) -> Column {
    switch quantity {
    case .certain(let value): return constant(value)
    case .uncertain(let index): return variable(index)
    }
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
        SampledVariable(variable, quantile: catalogue.index(of: variable.distribution), seed: seed))
      variableColumns.append(derivedColumn())
      variableUsers.append(region)
    }
    let known = indexOfVariable[index]
    if variableUsers[known] != region { variableUsers[known] = nil }
    return variableColumns[known]
  }

  // MARK: What all regions share

  mutating func functions() -> [Plan.FunctionPlan] {
    var plans: [Plan.FunctionPlan] = []
    for function in study.functions {
      plans.append(
        Plan.FunctionPlan(
          per: function.per, hourlyCost: column(function.hourlyCost), coursePrice: column(function.coursePrice),
          examPrice: column(function.examPrice), standbyFee: column(function.standbyFee)))
    }
    return plans
  }

  mutating func norms() -> [[Plan.NormPlan]] {
    var levels: [[Plan.NormPlan]] = []
    for level in study.norms {
      var plans: [Plan.NormPlan] = []
      for norm in level {
        plans.append(
          Plan.NormPlan(
            positions: column(norm.positions), personsPerPosition: column(norm.personsPerPosition),
            initialHours: column(norm.initialHours), annualHours: column(norm.annualHours),
            certified: column(norm.certified), recertifyYears: column(norm.recertifyYears)))
      }
      levels.append(plans)
    }
    return levels
  }

  mutating func provisions() -> [Plan.ProvisionPlan] {
    var plans: [Plan.ProvisionPlan] = []
    for provision in study.provisions {
      plans.append(
        Plan.ProvisionPlan(per: provision.per, unitCost: column(provision.unitCost), index: provision.index))
    }
    return plans
  }

  mutating func provisionNorms() -> [[Column]] {
    var levels: [[Column]] = []
    for level in study.provisionNorms {
      var columns: [Column] = []
      for norm in level { columns.append(column(norm)) }
      levels.append(columns)
    }
    return levels
  }

  mutating func oneOffs() -> [Plan.OneOffPlan] {
    var plans: [Plan.OneOffPlan] = []
    for oneOff in study.oneOffs {
      let positions = selection.scenarios.indices.filter { position in
        oneOff.scenarios.contains(selection.scenarios[position])
      }
      guard !positions.isEmpty else { continue }
      plans.append(
        Plan.OneOffPlan(
          per: oneOff.per, amount: column(oneOff.amount), from: column(oneOff.from), until: column(oneOff.until),
          index: oneOff.index, scenarios: positions))
    }
    return plans
  }

  /// All measures, so that their indices stay; those that no selected scenario uses are made of a constant.
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
      var years: [(amount: Column, share: Column, key: Int)?] = []
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
        years.append((column(entry.amount), column(entry.share), index))
      }
      plans.append(Plan.FundPlan(years: years))
    }
    return (keys, plans)
  }

  // MARK: Regions

  mutating func regions(fundingKeys: [[Column]]) -> [Plan.RegionPlan] {
    var plans: [Plan.RegionPlan] = []
    for (position, index) in selection.regions.enumerated() {
      region = position
      let region = study.regions[index]
      var staffing: [Plan.StaffingPlan] = []
      for current in study.current[index] { staffing.append(self.staffing(current)) }
      var provisions: [Column] = []
      for quantity in study.currentProvisions[index] { provisions.append(column(quantity)) }
      var terms: [Plan.TermsPlan] = []
      for scenario in selection.scenarios { terms.append(self.terms(study.scenarios[scenario].terms[index])) }
      var inForce: [Column] = []
      for (measure, definition) in study.measures.enumerated() {
        let isUsed = terms.contains { measureSets[$0.measureSet].measures.contains(measure) }
        inForce.append(column(isUsed ? definition.inForce[index] : .certain(0)))
      }
      plans.append(
        Plan.RegionPlan(
          population: column(region.population), municipalities: column(region.municipalities), staffing: staffing,
          provisions: provisions, inForce: inForce, terms: terms, fundingKeys: fundingKeys.map { $0[index] }))
    }
    region = nil
    return plans
  }

  private mutating func staffing(_ current: CurrentStaffing) -> Plan.StaffingPlan {
    let persons: Column
    let isShare: Bool
    switch current.persons {
    case .persons(let quantity): (persons, isShare) = (column(quantity), false)
    case .share(let quantity): (persons, isShare) = (column(quantity), true)
    }
    return Plan.StaffingPlan(
      persons: persons, personsIsShare: isShare, standbyPositions: column(current.standbyPositions),
      turnover: column(current.turnover), certified: column(current.certified),
      initialHours: column(current.initialHours), annualHours: column(current.annualHours))
  }

  private mutating func terms(_ terms: ScenarioTerms) -> Plan.TermsPlan {
    Plan.TermsPlan(
      level: terms.level, phaseIn: phaseIn(terms), bandwidth: column(terms.bandwidth),
      release: column(terms.release), measureSet: measureSet(terms.measures))
  }

  /// Phase-ins are evaluated before any region, so their variables count as shared.
  private mutating func phaseIn(_ terms: ScenarioTerms) -> Int {
    let current = region
    region = nil
    defer { region = current }
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
    for (index, known) in phaseIns.enumerated() where known.delay == delay && known.shape == shape { return index }
    phaseIns.append(Plan.PhaseInPlan(shape: shape, delay: delay, phi: yearColumns()))
    return phaseIns.count - 1
  }

  private mutating func measureSet(_ measures: [Int]) -> Int {
    for (index, known) in measureSets.enumerated() where known.measures == measures { return index }
    let current = region
    region = nil
    defer { region = current }
    var functionEffects = [[Plan.EffectPlan]](repeating: [], count: study.functions.count)
    var provisionEffects = [[Plan.EffectPlan]](repeating: [], count: study.provisions.count)
    for measure in measures {
      for effect in study.measures[measure].effects {
        let factor = (measure: measure, factor: column(effect.factor))
        if effect.driver.isOfProvision {
          PlanCompiler.add(factor, driver: effect.driver, to: &provisionEffects[effect.item])
        } else {
          PlanCompiler.add(factor, driver: effect.driver, to: &functionEffects[effect.item])
        }
      }
    }
    measureSets.append(
      Plan.MeasureSet(measures: measures, functionEffects: functionEffects, provisionEffects: provisionEffects))
    return measureSets.count - 1
  }

  private static func add(
    _ factor: (measure: Int, factor: Column), driver: Driver, to effects: inout [Plan.EffectPlan]
  ) {
    if let known = effects.firstIndex(where: { $0.driver == driver }) {
      effects[known].factors.append(factor)
    } else {
      effects.append(Plan.EffectPlan(driver: driver, factors: [factor]))
    }
  }
}
