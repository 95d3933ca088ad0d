/// The values that all regions share in a draw: norms that are shares of others, indices, phase-ins, the ramps of
/// measures and the rates of funding.
extension Evaluator {
  /// - Parameter v: register within the block.
  func fillSharedColumns(_ v: Int) {
    for product in plan.products { set(product.product, v, value(product.base, v) * value(product.factor, v)) }
    fillIndex(plan.wageIndex, growth: plan.wageGrowth, v)
    fillIndex(plan.priceIndex, growth: plan.priceGrowth, v)
    // The end state has the prices of the last year, the gap closed and every measure in force.
    for index in [plan.wageIndex, plan.priceIndex] { set(index[plan.years], v, value(index[plan.years - 1], v)) }
    let one = Register(repeating: 1)
    for phaseIn in plan.phaseIns { set(phaseIn.phi[plan.years], v, one) }
    for measure in plan.measures where measure.isUsed { set(measure.psi[plan.years], v, one) }
    fillDiscountFactors(v)
    for phaseIn in plan.phaseIns { fill(phaseIn, v) }
    for measure in plan.measures where measure.isUsed { fillRamp(measure, v) }
    for reciprocal in plan.reciprocals {
      let value = value(reciprocal.value, v)
      set(reciprocal.reciprocal, v, (1 / value).replacing(with: Register(repeating: 0), where: value .== 0))
    }
    fillFundingRates(v)
    if let pool = plan.payers?.pool { set(pool.reciprocal, v, 1 / sum(of: pool.keys, v)) }
  }

  @inline(__always)
  func value(_ column: Plan.Column, _ v: Int) -> Register { columns[column &* registersPerReplicate &+ v] }

  @inline(__always)
  private func set(_ column: Plan.Column, _ v: Int, _ value: Register) {
    columns[column &* registersPerReplicate &+ v] = value
  }

  @inline(__always)
  private func calendarYear(_ year: Int) -> Register { Register(repeating: Double(plan.firstYear + year)) }

  /// `W(t)` or `I(t)`: growth compounded from the year after that of the price level, or back to the year before it.
  private func fillIndex(_ index: Plan.YearColumns, growth: [Plan.Column], _ v: Int) {
    let one = Register(repeating: 1)
    if growth.isEmpty {
      for year in 0..<plan.years { set(index[year], v, one) }
      return
    }
    /// Growth in a calendar year.
    func grown(_ year: Int) -> Register { 1 + value(growth[year - plan.firstGrowthYear], v) }
    var compounded = one
    var reached = plan.priceYear
    for year in 0..<plan.years where plan.firstYear + year >= plan.priceYear {
      while reached < plan.firstYear + year {
        reached += 1
        compounded *= grown(reached)
      }
      set(index[year], v, compounded)
    }
    compounded = one
    reached = plan.priceYear
    for year in (0..<plan.years).reversed() where plan.firstYear + year < plan.priceYear {
      while reached > plan.firstYear + year {
        compounded *= grown(reached)
        reached -= 1
      }
      set(index[year], v, 1 / compounded)
    }
  }

  /// `1 / (1 + discount rate)^(t - price year)`
  private func fillDiscountFactors(_ v: Int) {
    let base = 1 + value(plan.discountRate, v)
    for year in 0..<plan.years {
      let exponent = plan.firstYear + year - plan.priceYear
      var power = Register(repeating: 1)
      for _ in 0..<abs(exponent) { power *= base }
      set(plan.discountFactors[year], v, exponent >= 0 ? 1 / power : power)
    }
  }

  private func fill(_ phaseIn: Plan.PhaseInPlan, _ v: Int) {
    let delay = value(phaseIn.delay, v)
    switch phaseIn.shape {
    case .linear(let from, let until):
      for year in 0..<plan.years { set(phaseIn.phi[year], v, progress(year, delay, from: from, until: until, v)) }
    case .scurve(let from, let until):
      for year in 0..<plan.years {
        let x = progress(year, delay, from: from, until: until, v)
        set(phaseIn.phi[year], v, x * x * (3 - 2 * x))
      }
    case .profile(let years, let shares):
      for year in 0..<plan.years {
        set(phaseIn.phi[year], v, share(at: calendarYear(year) - delay, years: years, shares: shares, v))
      }
    }
  }

  @inline(__always)
  private func progress(
    _ year: Int, _ delay: Register, from: Plan.Column, until: Plan.Column, _ v: Int
  ) -> Register {
    let from = value(from, v)
    return ((calendarYear(year) - delay - from + 1) / (value(until, v) - from + 1)).clampedToUnit
  }

  /// A profile's share at a point in time: 0 before its first year, linear between its years, then the last share.
  private func share(at moment: Register, years: [Int], shares: [Plan.Column], _ v: Int) -> Register {
    var result = Register(repeating: 0)
    for (index, year) in years.enumerated() {
      let start = Register(repeating: Double(year))
      var share = value(shares[index], v)
      if index + 1 < years.count {
        let length = Double(years[index + 1] - year)
        share += (value(shares[index + 1], v) - share) * ((moment - start) / length)
      }
      result.replace(with: share, where: moment .>= start)
    }
    return result
  }

  /// `psi_m(t)`
  private func fillRamp(_ measure: Plan.MeasurePlan, _ v: Int) {
    let from = value(measure.from, v)
    let ramp = value(measure.rampYears, v)
    for year in 0..<plan.years {
      set(measure.psi[year], v, ((calendarYear(year) - from + 1) / ramp).clampedToUnit)
    }
  }

  /// For each key the money of each year divided by the sum of the key over all regions.
  private func fillFundingRates(_ v: Int) {
    for (key, columns) in plan.fundingKeys.enumerated() {
      let sum = sum(of: columns, v)
      for year in 0..<plan.years {
        set(plan.fundingRates[key][year], v, money(by: key, of: nil, year, v) / sum)
      }
      for rate in program.payerRates where rate.key == key {
        for year in 0..<plan.years { set(rate.rates[year], v, money(by: key, of: rate.payer, year, v) / sum) }
      }
    }
  }

  /// The money of the funds that are divided by a key, those of one payer or all of them.
  private func money(by key: Int, of payer: Payer?, _ year: Int, _ v: Int) -> Register {
    var money = Register(repeating: 0)
    for fund in plan.funds {
      guard let entry = fund.years[year], entry.key == key, payer == nil || entry.payer == payer else { continue }
      money += value(entry.amount, v) * value(entry.share, v)
    }
    return money
  }

  private func sum(of columns: [Plan.Column], _ v: Int) -> Register {
    var sum = Register(repeating: 0)
    for column in columns { sum += value(column, v) }
    return sum
  }
}
