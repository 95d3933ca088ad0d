/// The arithmetic of the model for one region and eight draws.
extension Evaluator {
  private typealias Line = CostLine

  /// Weeks of standby in a year.
  static let weeksPerYear = 365.25 / 7

  /// Where the amounts of items go.
  private struct ItemTarget {
    let items: ItemScratch
    /// Number of lanes that are draws, 1...8.
    let draws: Int
    /// The trace of each series, or -1, and where traces are kept; nil if no item is traced.
    let traceOfSeries: UnsafeMutablePointer<Int>?
    let traced: UnsafeMutablePointer<Register>

    /// Where the amounts of an item in a scenario go one by one.
    @inline(__always)
    func amounts(of item: Int, scenario: Int) -> ItemAmounts {
      let sums = items.sums.sums(of: items.layout.series(item, scenario: scenario))
      return ItemAmounts(
        slots: items.layout.slots, sums: draws == 8 && traceOfSeries == nil ? sums : nil,
        scratch: items.amounts(.structural))
    }

    /// Adds amounts of an item in a scenario that stand in the scratch space.
    @inline(__always)
    func add(_ kind: ItemKind, of item: Int, scenario: Int) {
      items.add(kind, of: item, scenario: scenario, draws: draws)
      trace(items.amounts(kind), of: items.layout.series(item, scenario: scenario))
    }

    @inline(__always)
    private func trace(_ amounts: UnsafeMutablePointer<Register>, of series: Int) {
      guard let traceOfSeries, traceOfSeries[series] >= 0 else { return }
      let trace = traced + traceOfSeries[series] &* items.layout.slots
      for slot in 0..<items.layout.slots { trace[slot] += amounts[slot] }
    }
  }

  /// Evaluates a region (a position) in register `v` of the replicate; `block` is the register's position in its block.
  ///
  /// - Parameter draws: number of lanes that are draws, 1...8.
  func evaluate(region position: Int, _ v: Int, block: Int, draws: Int) {
    let region = program.regions[position]
    let items = scratch.items.map {
      ItemTarget(
        items: $0, draws: draws, traceOfSeries: scratch.traceOfSeries, traced: scratch.traces)
    }
    if hasTraces { resetTraces() }
    let years = program.years
    let zero = Register(repeating: 0)
    scratch.baseline.update(repeating: zero, count: years)
    scratch.delta.update(repeating: zero, count: program.scenarios &* program.slots &* KernelScratch.deltas)
    fillRamps(region, v)
    for function in region.functions {
      add(function: function, item: function &- region.functions.lowerBound, items, v)
    }
    for provision in region.provisions {
      add(provision: provision, item: provision &- region.provisions.lowerBound, items, v)
    }
    for oneOff in region.oneOffs { add(program.regionOneOffs[oneOff], items, v) }
    for measure in region.measures { addCosts(program.regionMeasures[measure], items, v) }
    for year in 0..<years {
      var funding = zero
      for key in 0..<region.fundingKeys.count {
        let own = program.positions[region.fundingKeys.lowerBound &+ key]
        funding += value(program.fundingRates[key][year], v) * value(own, v)
      }
      scratch.funding[year] = funding
    }
    if program.hasPayers { fillPaid(region, v) }
    if plan.includesNational { addToNation(block: block) }
  }

  @inline(__always)
  private func units(_ units: Plan.Units, _ v: Int) -> Register {
    switch units {
    case .one: return Register(repeating: 1)
    case .municipalities(let column): return value(column, v)
    case .population(let column): return value(column, v) / 100_000
    }
  }

  /// The delta lines of a scenario and year, or of the end state after the years.
  @inline(__always)
  private func delta(_ scenario: Int, _ year: Int) -> UnsafeMutablePointer<Register> {
    scratch.delta + (scenario &* program.slots &+ year) &* KernelScratch.deltas
  }

  private func fillRamps(_ region: Plan.RegionPlan, _ v: Int) {
    let slots = program.slots
    for index in region.measures {
      let use = program.regionMeasures[index]
      let measure = program.measures[use.measure]
      let isInForce = value(use.inForce, v) .< value(measure.adoption, v)
      let ramps = scratch.ramps + use.measure &* slots
      for year in 0..<slots {
        ramps[year] = Register(repeating: 0).replacing(with: value(measure.psi[year], v), where: isInForce)
      }
    }
  }

  /// Fills `F(driver, item, t)` for the rows of one item.
  private func fillFactors(_ rows: Range<Int>, _ v: Int) {
    let slots = program.slots
    var target = scratch.factors
    for row in rows {
      let factors = program.factorRows[row].factors
      if factors.isEmpty { target.update(repeating: Register(repeating: 1), count: slots) }
      for index in factors {
        let factor = program.factors[index]
        let change = value(factor.factor, v) - 1
        let ramp = scratch.ramps + factor.measure &* slots
        if index == factors.lowerBound {
          for year in 0..<slots { target[year] = 1 + ramp[year] * change }
        } else {
          for year in 0..<slots { target[year] *= 1 + ramp[year] * change }
        }
      }
      target += slots
    }
  }

  // MARK: Functions

  private func add(function index: Int, item: Int, _ items: ItemTarget?, _ v: Int) {
    let function = program.functions[index]
    let units = units(function.units, v)
    var persons = value(function.persons, v)
    if function.personsIsShare {
      persons *= value(function.referencePositions, v) * units * value(function.referencePersonsPerPosition, v)
    }
    fillToday(function, persons: persons, v)
    fillFactors(function.factorRows, v)
    let terms = program.functionTerms + index &* program.scenarios
    for scenario in 0..<program.scenarios {
      let amounts = items?.amounts(of: item, scenario: scenario)
      add(
        function, terms[scenario], persons: persons, units: units, delta: delta(scenario, 0), amounts, v)
      if let items, let amounts, !amounts.areAdded {
        items.add(.structural, of: item, scenario: scenario)
        items.add(.incidental, of: item, scenario: scenario)
      }
    }
  }

  /// Fills the values that all scenarios share: prices before measures, and today's cost.
  private func fillToday(_ function: Plan.FunctionPlan, persons: Register, _ v: Int) {
    let turnover = value(function.turnover, v)
    let certified = value(function.certified, v)
    let initialHours = value(function.initialHours, v)
    let trained = persons * value(function.annualHours, v)
    let replaced = turnover * persons
    let standbyPositions = value(function.standbyPositions, v)
    let hourlyCost = value(function.hourlyCost, v)
    let coursePrice = value(function.coursePrice, v)
    let examPrice = value(function.examPrice, v)
    let standbyFee = value(function.standbyFee, v) * Evaluator.weeksPerYear
    let recertified = value(function.referenceRecertified, v)
    for year in 0..<program.years {
      let wageIndex = value(program.wageIndex[year], v)
      let priceIndex = value(program.priceIndex[year], v)
      let wage = hourlyCost * wageIndex
      let course = coursePrice * priceIndex
      let hour = wage + course
      let exam = examPrice * priceIndex
      let standby = standbyFee * wageIndex
      let today = KernelScratch.FunctionYear(
        wage: wage, course: course, hour: hour, exam: exam, standby: standby,
        replacement: replaced * (initialHours * hour + certified * exam), annual: trained * hour,
        recertification: persons * certified * exam * recertified, standbyCost: standbyPositions * standby,
        staff: wage * (replaced * initialHours + trained))
      scratch.today[year] = today
      scratch.baseline[year] += today.replacement + today.annual + today.recertification + today.standbyCost
    }
  }

  /// A row of factors, or nil if nothing changes the driver.
  @inline(__always)
  private func factors(_ driver: Driver, _ terms: Plan.FunctionTerms) -> UnsafeMutablePointer<Register>? {
    let row = Int(terms.factors[driver.rawValue])
    return row < 0 ? nil : scratch.factors + row &* program.slots
  }

  /// Adds the lines of a function in one scenario, year by year and of the end state, starting at `delta`.
  ///
  /// - Parameter amounts: where the function's amounts go; nil if they are not counted.
  private func add(
    _ function: Plan.FunctionPlan, _ terms: Plan.FunctionTerms, persons: Register, units: Register,
    delta: UnsafeMutablePointer<Register>, _ amounts: ItemAmounts?, _ v: Int
  ) {
    let kept = 1 - value(terms.bandwidth, v)
    let release = value(terms.release, v)
    let initialHours = value(function.initialHours, v)
    let certified = value(function.certified, v)
    let annualHours = value(function.annualHours, v)
    let standbyPositions = value(function.standbyPositions, v)
    let turnover = value(function.turnover, v)
    let positionsNorm = value(terms.positions, v) * units * kept
    let personsPerPosition = value(terms.personsPerPosition, v)
    let hoursGap = gap(initialHours, to: value(terms.initialHours, v), release: release)
    let annualGap = gap(annualHours, to: value(terms.annualHours, v) * kept, release: release)
    let certifiedGap = gap(certified, to: value(terms.certified, v), release: release)
    let recertified = value(terms.recertified, v)
    let positionsFactors = factors(.positions, terms)
    let personsFactors = factors(.persons, terms)
    let initialFactors = factors(.initialHours, terms)
    let annualFactors = factors(.annualHours, terms)
    let courseFactors = factors(.coursePrice, terms)
    let examFactors = factors(.examPrice, terms)
    let standbyFactors = factors(.standbyFee, terms)
    let turnoverFactors = factors(.turnover, terms)
    let changesNeed = positionsFactors != nil || personsFactors != nil
    let (hasExams, hasStandby) = (function.hasExams, function.hasStandby)

    var standbyGap = gap(standbyPositions, to: positionsNorm, release: release)
    var poolGap = gap(persons, to: positionsNorm * personsPerPosition, release: release)
    var previousPool = persons
    var previousHours = initialHours
    var previousCertified = certified
    var delta = delta
    let phis = columns + (terms.phi.first &* registersPerReplicate &+ v)
    let years = program.years
    for year in 0...years {
      let isEnd = year == years
      let phi = phis[year &* registersPerReplicate]
      if changesNeed {
        var positions = positionsNorm
        if let positionsFactors { positions *= positionsFactors[year] }
        standbyGap = gap(standbyPositions, to: positions, release: release)
        var needed = positions * personsPerPosition
        if let personsFactors { needed *= personsFactors[year] }
        poolGap = gap(persons, to: needed, release: release)
      }
      // The end state has the prices and today's cost of the last year.
      let today = scratch.today + (isEnd ? years &- 1 : year)
      let pool = persons + phi * poolGap
      let hours = initialHours + phi * hoursGap
      if isEnd {
        // The year before is the same: nobody new, and nothing to catch up.
        previousPool = pool
        previousHours = hours
        previousCertified = certified + phi * certifiedGap
      }
      var annual = annualHours + phi * annualGap
      if let annualFactors { annual *= annualFactors[year] }
      let grown = (pool - previousPool).positivePart
      var leaving = turnover
      if let turnoverFactors { leaving *= turnoverFactors[year] }
      let replaced = leaving * previousPool

      let wage = today.pointee.wage
      var hour = today.pointee.hour
      if let courseFactors { hour = wage + today.pointee.course * courseFactors[year] }
      var training = hours
      var caughtUpHours = persons * (hours - previousHours).positivePart
      if let initialFactors {
        training *= initialFactors[year]
        caughtUpHours *= initialFactors[year]
      }
      let trained = pool * annual
      var newcomer = training * hour
      var caughtUp = caughtUpHours * hour
      var structural = trained * hour - today.pointee.annual
      delta[Line.annualTraining.rawValue] += structural
      if hasExams {
        let certifiedShare = certified + phi * certifiedGap
        var exam = today.pointee.exam
        if let examFactors { exam *= examFactors[year] }
        newcomer += certifiedShare * exam
        caughtUp += persons * (certifiedShare - previousCertified).positivePart * exam
        let recertification = pool * certifiedShare * exam * recertified - today.pointee.recertification
        delta[Line.recertification.rawValue] += recertification
        structural += recertification
        previousCertified = certifiedShare
      }
      if hasStandby {
        var fee = today.pointee.standby
        if let standbyFactors { fee *= standbyFactors[year] }
        let standby = (standbyPositions + phi * standbyGap) * fee - today.pointee.standbyCost
        delta[Line.standby.rawValue] += standby
        structural += standby
      }
      let recruited = grown * newcomer
      let replacement = replaced * newcomer - today.pointee.replacement
      delta[Line.recruitTraining.rawValue] += recruited
      delta[Line.catchUp.rawValue] += caughtUp
      delta[Line.replacementTraining.rawValue] += replacement
      amounts?.put(structural: structural + replacement, incidental: recruited + caughtUp, year)
      delta[KernelScratch.staff] +=
        wage * ((grown + replaced) * training + caughtUpHours + trained) - today.pointee.staff
      previousPool = pool
      previousHours = hours
      delta += KernelScratch.deltas
    }
  }

  // MARK: Other costs

  private func add(provision index: Int, item: Int, _ items: ItemTarget?, _ v: Int) {
    let provision = program.provisions[index]
    let current = value(provision.current, v)
    let price = units(provision.units, v) * value(provision.unitCost, v)
    let (years, slots) = (program.years, program.slots)
    let today = scratch.provision
    for year in 0..<years {
      today[year] = current * price * value(provision.index[year], v)
      scratch.baseline[year] += today[year]
    }
    fillFactors(provision.factorRows, v)
    for scenario in 0..<program.scenarios {
      let terms = program.provisionTerms[index &* program.scenarios &+ scenario]
      let norm = value(terms.norm, v) * (1 - value(terms.bandwidth, v))
      let gap = gap(current, to: norm, release: value(terms.release, v))
      let quantityFactors = scratch.factors + max(0, terms.quantityFactor) &* slots
      let unitCostFactors = scratch.factors + max(0, terms.unitCostFactor) &* slots
      for year in 0...years {
        var quantity = current + value(terms.phi[year], v) * gap
        if terms.quantityFactor >= 0 { quantity *= quantityFactors[year] }
        var cost = quantity * price
        if terms.unitCostFactor >= 0 { cost *= unitCostFactors[year] }
        let more = cost * value(provision.index[year], v) - today[min(year, years &- 1)]
        delta(scenario, year)[Line.provisions.rawValue] += more
        if let items { items.items.amounts(.structural)[year] = more }
      }
      if let items { items.add(.structural, of: items.items.layout.provisions &+ item, scenario: scenario) }
    }
  }

  private func add(_ borne: Plan.RegionOneOff, _ items: ItemTarget?, _ v: Int) {
    let oneOff = program.oneOffs[borne.oneOff]
    let amount = value(oneOff.amount, v) * units(borne.units, v)
    for year in 0..<program.years {
      let cost = cost(of: oneOff, amount: amount, year, v)
      for index in borne.scenarios { delta(program.positions[index], year)[Line.oneOffs.rawValue] += cost }
      if let items { items.items.amounts(.incidental)[year] = cost }
    }
    guard let items else { return }
    items.items.amounts(.incidental)[program.years] = Register(repeating: 0)
    for index in borne.scenarios {
      items.add(.incidental, of: items.items.layout.oneOffs &+ oneOff.item, scenario: program.positions[index])
    }
  }

  /// The cost if the year lies between the one-off's first and last, otherwise 0.
  @inline(__always)
  private func cost(of oneOff: Plan.OneOffPlan, amount: Register, _ year: Int, _ v: Int) -> Register {
    let calendarYear = Register(repeating: Double(program.firstYear &+ year))
    return Register(repeating: 0).replacing(
      with: amount * value(oneOff.index[year], v),
      where: (value(oneOff.from, v) .<= calendarYear) .& (calendarYear .<= value(oneOff.until, v)))
  }

  private func addCosts(_ use: Plan.RegionMeasure, _ items: ItemTarget?, _ v: Int) {
    let measure = program.measures[use.measure]
    let units = units(use.units, v)
    let isInForce = value(use.inForce, v) .< value(measure.adoption, v)
    let from = value(measure.from, v)
    let ramps = scratch.ramps + use.measure &* program.slots
    for year in 0..<program.years {
      let calendarYear = Double(program.firstYear &+ year)
      let priceIndex = value(program.priceIndex[year], v)
      // A start within the year, as an uncertain start year need not be whole.
      let starts = (from .>= calendarYear) .& (from .< calendarYear + 1)
      let oneOff = Register(repeating: 0).replacing(
        with: value(measure.oneOff, v) * units * priceIndex, where: starts .& isInForce)
      let annual = value(measure.annual, v) * units * ramps[year] * priceIndex
      for index in use.scenarios {
        let delta = delta(program.positions[index], year)
        delta[Line.measureOneOff.rawValue] += oneOff
        delta[Line.measureAnnual.rawValue] += annual
      }
      if let items {
        items.items.amounts(.structural)[year] = annual
        items.items.amounts(.incidental)[year] = oneOff
      }
    }
    let end = program.years
    let annual = value(measure.annual, v) * units * ramps[end] * value(program.priceIndex[end], v)
    for index in use.scenarios { delta(program.positions[index], end)[Line.measureAnnual.rawValue] += annual }
    guard let items else { return }
    items.items.amounts(.structural)[end] = annual
    items.items.amounts(.incidental)[end] = Register(repeating: 0)
    for index in use.scenarios {
      let (item, scenario) = (items.items.layout.measures &+ use.measure, program.positions[index])
      items.add(.structural, of: item, scenario: scenario)
      items.add(.incidental, of: item, scenario: scenario)
    }
  }

  // MARK: The country

  private func addToNation(block: Int) {
    let years = program.years
    let baseline = scratch.nationalBaseline + block &* years
    let funding = scratch.nationalFunding + block &* years
    for year in 0..<years {
      baseline[year] += scratch.baseline[year]
      funding[year] += scratch.funding[year]
    }
    let deltas = program.scenarios &* program.slots &* KernelScratch.deltas
    let delta = scratch.nationalDelta + block &* deltas
    for index in 0..<deltas { delta[index] += scratch.delta[index] }
    if program.hasPayers { addPaidToNation(block: block) }
    if hasTraces { addTracesToNation(block: block) }
  }

  /// Adds the national one-offs to the sum of the regions, and to the items of the country.
  ///
  /// - Parameter draws: number of lanes that are draws, 1...8.
  func completeNation(_ v: Int, block: Int, draws: Int) {
    let years = program.years
    let slots = program.slots
    let delta = scratch.nationalDelta + block &* program.scenarios &* slots &* KernelScratch.deltas
    for oneOff in program.oneOffs where oneOff.per == .national {
      let amount = value(oneOff.amount, v)
      if let items = scratch.items { items.amounts(.incidental)[years] = Register(repeating: 0) }
      for year in 0..<years {
        let cost = cost(of: oneOff, amount: amount, year, v)
        for index in oneOff.scenarios {
          let line = (program.positions[index] &* slots &+ year) &* KernelScratch.deltas &+ Line.oneOffs.rawValue
          delta[line] += cost
        }
        if let items = scratch.items { items.amounts(.incidental)[year] = cost }
      }
      guard let items = scratch.items else { continue }
      let target = ItemTarget(
        items: items, draws: draws, traceOfSeries: scratch.traceOfSeries, traced: scratch.nationalTraces(block))
      for index in oneOff.scenarios {
        target.add(.incidental, of: items.layout.oneOffs &+ oneOff.item, scenario: program.positions[index])
      }
    }
  }
}
