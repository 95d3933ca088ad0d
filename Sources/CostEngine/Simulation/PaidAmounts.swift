/// Who pays, eight draws at a time, for plans that compute it.
extension Evaluator {
  /// What the State and the region pay in a region, by year.
  func fillPaid(_ region: Plan.RegionPlan, _ v: Int) {
    let years = program.years
    scratch.paid.update(repeating: Register(repeating: 0), count: 2 &* years)
    for rate in program.payerRates where rate.payer != .municipalities {
      let own = ownKey(rate, region, v)
      let paid = scratch.paid + rate.payer.rawValue &* years
      for year in 0..<years { paid[year] += value(rate.rates[year], v) * own }
    }
  }

  /// The region's value of the key that a rate belongs to.
  private func ownKey(_ rate: Plan.PayerRate, _ region: Plan.RegionPlan, _ v: Int) -> Register {
    value(program.positions[region.fundingKeys.lowerBound &+ rate.key], v)
  }

  func addPaidToNation(block: Int) {
    let count = 2 &* program.years
    let nation = scratch.nationalPaid + block &* count
    for index in 0..<count { nation[index] += scratch.paid[index] }
  }

  /// Stores what the State and the region pay, for each year and for the whole horizon.
  ///
  /// - Parameters:
  ///   - paid: by payer and year.
  ///   - register: register within the wave.
  func reportPaid(_ paid: UnsafePointer<Register>, to target: AmountColumns, register: Int) {
    put(paid, at: target.columns + register + target.layout.paid(.state) &* target.capacity, target.capacity)
    put(
      paid + program.years, at: target.columns + register + target.layout.paid(.region) &* target.capacity,
      target.capacity)
  }

  /// Stores what the municipalities of each region pay if all of them share by one key the amount that no fund covers
  /// in the country, which must have been stored before.
  func reportShares(of pool: Plan.PoolPlan, _ v: Int, register: Int) {
    let years = program.years
    let nation = amounts(of: plan.regions.count)
    let layout = nation.layout
    for position in 0..<plan.regions.count {
      let target = amounts(of: position)
      let share = value(pool.keys[position], v) * value(pool.reciprocal, v)
      for scenario in 0..<program.scenarios {
        let first = layout.shares(scenario: scenario)
        var total = Register(repeating: 0)
        for year in 0..<years {
          let rest = nation.year(year, scenario: scenario)[register].amount(of: .net)
          let amount = rest * share + municipalFunds(program.regions[position], year, v)
          target.column(first &+ year)[register] = amount
          total += amount
        }
        target.column(first &+ years)[register] = total
      }
    }
  }

  /// The contribution of the municipalities' own funds to a region.
  private func municipalFunds(_ region: Plan.RegionPlan, _ year: Int, _ v: Int) -> Register {
    var funds = Register(repeating: 0)
    for rate in program.payerRates where rate.payer == .municipalities {
      funds += value(rate.rates[year], v) * ownKey(rate, region, v)
    }
    return funds
  }
}
