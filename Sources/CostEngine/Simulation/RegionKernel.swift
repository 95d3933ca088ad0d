/// The model's arithmetic of one region for eight draws.
extension Evaluator {
  private typealias Line = CostLine

  /// Weeks of standby in a year.
  static let weeksPerYear = 365.25 / 7

  /// Evaluates a region (a position) in register `v` of the block and records its amounts.
  func evaluate(region position: Int, _ v: Int) {
    let region = plan.regions[position]
    let scenarios = plan.selection.scenarios.count
    let zero = Register(repeating: 0)
    scratch.baseline.update(repeating: zero, count: plan.years)
    scratch.delta.update(repeating: zero, count: scenarios * plan.years * KernelScratch.deltas)
    fillRamps(region, v)
    for function in plan.functions.indices { add(function: function, region, v) }
    for provision in plan.provisions.indices { add(provision: provision, region, v) }
    for oneOff in plan.oneOffs where oneOff.per != .national { add(oneOff, units: units(oneOff.per, region, v), v) }
    addMeasureCosts(region, v)
    for year in 0..<plan.years {
      var funding = zero
      for (key, rates) in plan.fundingRates.enumerated() {
        funding += value(rates[year], v) * value(region.fundingKeys[key], v)
      }
      scratch.funding[year] = funding
    }
    if plan.includesNational { addToNation(v) }
    report(region: position, baseline: scratch.baseline, delta: scratch.delta, funding: scratch.funding, v)
  }

  /// `units(per, r)`
  @inline(__always)
  private func units(_ per: UnitBasis, _ region: Plan.RegionPlan, _ v: Int) -> Register {
    switch per {
    case .region, .national: return Register(repeating: 1)
    case .municipality: return value(region.municipalities, v)
    case .per100k: return value(region.population, v) / 100_000
    }
  }

  @inline(__always)
  private func index(_ index: PriceIndex, _ year: Int, _ v: Int) -> Register {
    value(index == .wage ? plan.wageIndex[year] : plan.priceIndex[year], v)
  }

  /// The delta lines of a scenario and year.
  @inline(__always)
  private func delta(_ scenario: Int, _ year: Int) -> UnsafeMutablePointer<Register> {
    scratch.delta + (scenario &* plan.years &+ year) &* KernelScratch.deltas
  }

  private func fillRamps(_ region: Plan.RegionPlan, _ v: Int) {
    for (index, measure) in plan.measures.enumerated() where measure.isUsed {
      let isInForce = value(region.inForce[index], v) .< value(measure.adoption, v)
      for year in 0..<plan.years {
        scratch.ramps[index * plan.years + year] =
          Register(repeating: 0).replacing(with: value(measure.psi[year], v), where: isInForce)
      }
    }
  }

  /// Fills `F(driver, item, t)` of one item under the measures of a set; 1 where there is no effect.
  private func fillDrivers(_ effects: [Plan.EffectPlan], _ v: Int) {
    let years = plan.years
    scratch.drivers.update(repeating: Register(repeating: 1), count: Driver.allCases.count * years)
    for effect in effects {
      let target = scratch.drivers + effect.driver.rawValue * years
      for factor in effect.factors {
        let change = value(factor.factor, v) - 1
        let ramp = scratch.ramps + factor.measure * years
        for year in 0..<years { target[year] *= 1 + ramp[year] * change }
      }
    }
  }

  @inline(__always)
  private func driver(_ driver: Driver, _ year: Int) -> Register {
    scratch.drivers[driver.rawValue &* plan.years &+ year]
  }

  // MARK: Functions

  private func add(function: Int, _ region: Plan.RegionPlan, _ v: Int) {
    let definition = plan.functions[function]
    let current = region.staffing[function]
    let reference = plan.norms[plan.referenceLevel][function]
    let units = units(definition.per, region, v)

    var persons = value(current.persons, v)
    if current.personsIsShare {
      persons *= value(reference.positions, v) * units * value(reference.personsPerPosition, v)
    }
    let standbyPositions = value(current.standbyPositions, v)
    let turnover = value(current.turnover, v)
    let certified = value(current.certified, v)
    let initialHours = value(current.initialHours, v)
    let annualHours = value(current.annualHours, v)
    let hourlyCost = value(definition.hourlyCost, v)
    let coursePrice = value(definition.coursePrice, v)
    let examPrice = value(definition.examPrice, v)
    let standbyFee = value(definition.standbyFee, v) * Evaluator.weeksPerYear

    let recertified = certifiedPerYear(reference, v)
    for year in 0..<plan.years {
      let w = hourlyCost * value(plan.wageIndex[year], v)
      let priceIndex = value(plan.priceIndex[year], v)
      let hour = w + coursePrice * priceIndex
      let e = examPrice * priceIndex
      let today = scratch.today + year * KernelScratch.todayLines
      let replaced = turnover * persons
      today[0] = replaced * (initialHours * hour + certified * e)
      today[1] = persons * annualHours * hour
      today[2] = persons * certified * e * recertified
      today[3] = standbyPositions * standbyFee * value(plan.wageIndex[year], v)
      today[4] = w * (replaced * initialHours + persons * annualHours)
      scratch.baseline[year] += today[0] + today[1] + today[2] + today[3]
    }

    for (scenario, terms) in region.terms.enumerated() {
      let norm = plan.norms[terms.level][function]
      let effects = plan.measureSets[terms.measureSet].functionEffects[function]
      fillDrivers(effects, v)
      let kept = 1 - value(terms.bandwidth, v)
      let release = value(terms.release, v)
      let positionsNorm = value(norm.positions, v) * units * kept
      let personsPerPosition = value(norm.personsPerPosition, v)
      let initialNorm = value(norm.initialHours, v)
      let annualNorm = value(norm.annualHours, v) * kept
      let certifiedNorm = value(norm.certified, v)
      let recertified = certifiedPerYear(norm, v)
      let phi = plan.phaseIns[terms.phaseIn].phi

      var previousPool = persons
      var previousHours = initialHours
      var previousCertified = certified
      for year in 0..<plan.years {
        let phi = value(phi[year], v)
        let positions = positionsNorm * driver(.positions, year)
        let needed = positions * personsPerPosition * driver(.persons, year)
        let pool = move(persons, to: needed, phi, release: release)
        let onStandby = move(standbyPositions, to: positions, phi, release: release)
        let annual = move(annualHours, to: annualNorm, phi, release: release) * driver(.annualHours, year)
        let hours = move(initialHours, to: initialNorm, phi, release: release)
        let initialFactor = driver(.initialHours, year)
        let certifiedShare = move(certified, to: certifiedNorm, phi, release: release)
        let grown = (pool - previousPool).positivePart
        let replaced = turnover * driver(.turnover, year) * previousPool

        let wageIndex = value(plan.wageIndex[year], v)
        let priceIndex = value(plan.priceIndex[year], v)
        let w = hourlyCost * wageIndex
        let hour = w + coursePrice * priceIndex * driver(.coursePrice, year)
        let e = examPrice * priceIndex * driver(.examPrice, year)
        let training = hours * initialFactor
        let newcomer = training * hour + certifiedShare * e
        let caughtUpHours = persons * (hours - previousHours).positivePart * initialFactor
        let caughtUpExams = persons * (certifiedShare - previousCertified).positivePart
        let trained = pool * annual

        let today = scratch.today + year * KernelScratch.todayLines
        let delta = delta(scenario, year)
        delta[Line.recruitTraining.rawValue] += grown * newcomer
        delta[Line.catchUp.rawValue] += caughtUpHours * hour + caughtUpExams * e
        delta[Line.replacementTraining.rawValue] += replaced * newcomer - today[0]
        delta[Line.annualTraining.rawValue] += trained * hour - today[1]
        delta[Line.recertification.rawValue] += pool * certifiedShare * e * recertified - today[2]
        delta[Line.standby.rawValue] +=
          onStandby * (standbyFee * wageIndex * driver(.standbyFee, year)) - today[3]
        delta[KernelScratch.staff] += w * ((grown + replaced) * training + caughtUpHours + trained) - today[4]

        previousPool = pool
        previousHours = hours
        previousCertified = certifiedShare
      }
    }
  }

  /// `1 / recertify_years`, and 0 where there is no recertification.
  @inline(__always)
  private func certifiedPerYear(_ norm: Plan.NormPlan, _ v: Int) -> Register {
    let years = value(norm.recertifyYears, v)
    return (1 / years).replacing(with: Register(repeating: 0), where: years .== 0)
  }

  // MARK: Other costs

  private func add(provision: Int, _ region: Plan.RegionPlan, _ v: Int) {
    let definition = plan.provisions[provision]
    let current = value(region.provisions[provision], v)
    let price = units(definition.per, region, v) * value(definition.unitCost, v)
    for year in 0..<plan.years {
      scratch.today[year] = current * price * index(definition.index, year, v)
      scratch.baseline[year] += scratch.today[year]
    }
    for (scenario, terms) in region.terms.enumerated() {
      fillDrivers(plan.measureSets[terms.measureSet].provisionEffects[provision], v)
      let norm = value(plan.provisionNorms[terms.level][provision], v) * (1 - value(terms.bandwidth, v))
      let release = value(terms.release, v)
      let phi = plan.phaseIns[terms.phaseIn].phi
      for year in 0..<plan.years {
        let quantity = move(current, to: norm, value(phi[year], v), release: release) * driver(.quantity, year)
        delta(scenario, year)[Line.provisions.rawValue] +=
          quantity * price * driver(.unitCost, year) * index(definition.index, year, v) - scratch.today[year]
      }
    }
  }

  private func add(_ oneOff: Plan.OneOffPlan, units: Register, _ v: Int) {
    let amount = value(oneOff.amount, v) * units
    for year in 0..<plan.years {
      let cost = isDue(oneOff, year, v, amount * index(oneOff.index, year, v))
      for scenario in oneOff.scenarios { delta(scenario, year)[Line.oneOffs.rawValue] += cost }
    }
  }

  /// The cost where the year lies between the one-off's first and last, else 0.
  @inline(__always)
  private func isDue(_ oneOff: Plan.OneOffPlan, _ year: Int, _ v: Int, _ cost: Register) -> Register {
    let calendarYear = Register(repeating: Double(plan.firstYear + year))
    return Register(repeating: 0).replacing(
      with: cost, where: (value(oneOff.from, v) .<= calendarYear) .& (calendarYear .<= value(oneOff.until, v)))
  }

  private func addMeasureCosts(_ region: Plan.RegionPlan, _ v: Int) {
    for (index, measure) in plan.measures.enumerated() where measure.isUsed {
      let units = units(measure.per, region, v)
      let isInForce = value(region.inForce[index], v) .< value(measure.adoption, v)
      let from = value(measure.from, v)
      for year in 0..<plan.years {
        let calendarYear = Double(plan.firstYear + year)
        let priceIndex = value(plan.priceIndex[year], v)
        // A start within the year, for a start year that is uncertain.
        let starts = (from .>= calendarYear) .& (from .< calendarYear + 1)
        let oneOff = Register(repeating: 0).replacing(
          with: value(measure.oneOff, v) * units * priceIndex, where: starts .& isInForce)
        let annual = value(measure.annual, v) * units * scratch.ramps[index * plan.years + year] * priceIndex
        for (scenario, terms) in region.terms.enumerated()
        where plan.measureSets[terms.measureSet].measures.contains(index) {
          delta(scenario, year)[Line.measureOneOff.rawValue] += oneOff
          delta(scenario, year)[Line.measureAnnual.rawValue] += annual
        }
      }
    }
  }

  // MARK: The country

  private func addToNation(_ v: Int) {
    let years = plan.years
    let deltas = plan.selection.scenarios.count * years * KernelScratch.deltas
    for year in 0..<years {
      scratch.nationalBaseline[v * years + year] += scratch.baseline[year]
      scratch.nationalFunding[v * years + year] += scratch.funding[year]
    }
    for i in 0..<deltas { scratch.nationalDelta[v * deltas + i] += scratch.delta[i] }
  }

  /// Adds the national one-offs to the sum of the regions and records the country's amounts.
  func evaluateNational(_ v: Int) {
    let years = plan.years
    let deltas = plan.selection.scenarios.count * years * KernelScratch.deltas
    let delta = scratch.nationalDelta + v * deltas
    for oneOff in plan.oneOffs where oneOff.per == .national {
      let amount = value(oneOff.amount, v)
      for year in 0..<years {
        let cost = isDue(oneOff, year, v, amount * index(oneOff.index, year, v))
        for scenario in oneOff.scenarios {
          delta[(scenario * years + year) * KernelScratch.deltas + Line.oneOffs.rawValue] += cost
        }
      }
    }
    report(
      region: plan.regions.count, baseline: scratch.nationalBaseline + v * years, delta: delta,
      funding: scratch.nationalFunding + v * years, v)
  }
}
