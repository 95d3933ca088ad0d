extension WorkedCalculation {
  /// One draw of a study from the perspective of one region, and the small formulas that every part of the model uses.
  struct Draw {
    let study: Study
    let region: Int
    /// The value of each of ``Study/variables``.
    let values: [Double]

    func value(_ quantity: Quantity) -> Double { study.value(of: quantity, in: values) }

    /// `units(per, r)`; 1 for what occurs once for the country.
    func units(_ per: UnitBasis) -> Double {
      switch per {
      case .region, .national: return 1
      case .municipality: return value(study.regions[region].municipalities)
      case .per100k: return value(study.regions[region].population) / 100_000
      }
    }

    /// `W(t)` or `I(t)`: the product of 1 + growth over the years after the price year, up to and including `year`; for
    /// a year before the price year 1 over the product of the years after it, up to and including the price year. 1 in
    /// the price year, and in constant prices.
    ///
    /// - Parameter growth: for each of ``Study/growthYears``, or empty.
    func index(_ growth: [Quantity], year: Int) -> Double {
      guard study.currentPrices, !growth.isEmpty else { return 1 }
      let first = study.growthYears.lowerBound
      func grown(_ year: Int) -> Double { 1 + value(growth[year - first]) }
      if year >= study.priceYear { return (study.priceYear..<year).reduce(1) { $0 * grown($1 + 1) } }
      return 1 / (year..<study.priceYear).reversed().reduce(1) { $0 * grown($1 + 1) }
    }

    /// `1 / (1 + rate)^(t - price_year)`; more than 1 for a year before the price year if the rate is positive.
    func discountFactor(rate: Double, year: Int) -> Double {
      let distance = year - study.priceYear
      var power = 1.0
      for _ in 0..<(distance < 0 ? -distance : distance) { power *= 1 + rate }
      return distance < 0 ? power : 1 / power
    }

    /// `phi(t)`: the share of the gap that is closed in a year, 0...1.
    func phaseIn(_ phaseIn: PhaseIn, delay: Double, year: Int) -> Double {
      let year = Double(year) - delay
      switch phaseIn {
      case .linear(let from, let until):
        return linear(year, from: value(from), until: value(until))
      case .scurve(let from, let until):
        let x = linear(year, from: value(from), until: value(until))
        return 3 * x * x - 2 * x * x * x
      case .step(let from):
        return linear(year, from: value(from), until: value(from))
      case .profile(let profile):
        return share(of: study.profiles[profile], year: year)
      }
    }

    private func linear(_ year: Double, from: Double, until: Double) -> Double {
      WorkedCalculation.clamp((year - from + 1) / (until - from + 1))
    }

    /// A profile's share at a year that need not be whole: 0 before the first listed year, linear between the listed
    /// years, and the last share after the last.
    private func share(of profile: PhaseInProfile, year: Double) -> Double {
      guard let last = profile.years.lastIndex(where: { Double($0) <= year }) else { return 0 }
      let share = value(profile.shares[last])
      guard last + 1 < profile.years.count else { return share }
      let passed = (year - Double(profile.years[last])) / Double(profile.years[last + 1] - profile.years[last])
      return share + passed * (value(profile.shares[last + 1]) - share)
    }
  }

  /// `pos(x)`; NaN stays NaN, so that an overflow is not lost.
  static func pos(_ x: Double) -> Double { x < 0 ? 0 : x }

  /// `clamp(x)`; NaN stays NaN.
  static func clamp(_ x: Double) -> Double { x < 0 ? 0 : (x > 1 ? 1 : x) }

  /// `move(x0, x1, phi, release)`: a value below the norm `x1` grows towards it, and the excess above it is given up to
  /// the extent of `release` (0...1).
  static func move(_ x0: Double, _ x1: Double, _ phi: Double, _ release: Double) -> Double {
    x0 + phi * (pos(x1 - x0) - release * pos(x0 - x1))
  }
}
