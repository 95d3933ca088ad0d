/// The reported quantities that differ between scenarios, except `npv`, in the order in which their amounts are stored.
enum ScenarioQuantity: Int, Sendable, CaseIterable {
  case cost, delta, structural, incidental, staffTime, outOfPocket, net

  /// Nil for the others.
  @inline(__always)
  init?(_ quantity: ReportedQuantity) {
    switch quantity {
    case .cost: self = .cost
    case .delta: self = .delta
    case .structural: self = .structural
    case .incidental: self = .incidental
    case .staffTime: self = .staffTime
    case .outOfPocket: self = .outOfPocket
    case .net: self = .net
    case .baseline, .funding, .npv: return nil
    }
  }

  @inline(__always)
  var reported: ReportedQuantity {
    switch self {
    case .cost: return .cost
    case .delta: return .delta
    case .structural: return .structural
    case .incidental: return .incidental
    case .staffTime: return .staffTime
    case .outOfPocket: return .outOfPocket
    case .net: return .net
    }
  }
}

/// The positions of the statistics of each reported amount of one place (a region or the country).
///
/// `baseline` and `funding` do not depend on the scenario and are kept once. Positions are those of ``Results``.
struct SeriesLayout: Sendable {
  let scenarios: Int
  let years: Int
  /// Whether it includes who pays.
  let hasPayers: Bool

  /// Number of periods: the years and the whole horizon.
  var periods: Int { years + 1 }

  /// Series of the first period of a quantity; the other periods follow.
  var baseline: Int { 0 }
  var funding: Int { periods }

  /// Series of the first period of a scenario's first quantity.
  private func quantities(scenario: Int) -> Int { (2 + scenario * ScenarioQuantity.allCases.count) * periods }

  /// Series of the first period of a quantity.
  func quantity(_ quantity: ScenarioQuantity, scenario: Int) -> Int {
    quantities(scenario: scenario) + quantity.rawValue * periods
  }

  /// Series of the first period of a quantity; for `npv` that of the whole horizon, its only period.
  func series(of quantity: ReportedQuantity, scenario: Int) -> Int {
    switch quantity {
    case .baseline: return baseline
    case .funding: return funding
    case .npv: return presentValue(scenario: scenario)
    case .cost, .delta, .structural, .incidental, .staffTime, .outOfPocket, .net:
      return self.quantity(ScenarioQuantity(quantity)!, scenario: scenario)
    }
  }

  func presentValue(scenario: Int) -> Int { quantities(scenario: scenarios) + scenario }

  func pair(_ pair: Int) -> Int { presentValue(scenario: scenarios) + pair }

  var pairCount: Int { scenarios * (scenarios - 1) / 2 }

  /// Series of the first period of what the State or the region pays, which does not depend on the scenario.
  func paid(_ payer: Payer) -> Int { pair(pairCount) + payer.rawValue * periods }

  /// Series of the first period of what the municipalities pay.
  func municipalities(scenario: Int) -> Int { pair(pairCount) + (Payer.municipalities.rawValue + scenario) * periods }

  /// The structural amount of the end state; its baseline is that of the last year.
  func endState(scenario: Int) -> Int {
    (hasPayers ? municipalities(scenario: scenarios) : pair(pairCount)) + scenario
  }

  /// Number of amounts with full statistics.
  var count: Int { endState(scenario: scenarios) }

  /// The total delta of a scenario.
  func deltaTotal(scenario: Int) -> Int { quantity(.delta, scenario: scenario) + years }

  /// The series whose percentiles are shown to people, with their sampling errors.
  ///
  /// - Parameter isWhole: whether the place is the country or the only region. For these more is shown: over the whole
  ///   horizon every quantity that differs between scenarios but the cost, the funding, who pays, and the pairs; for
  ///   the last year the delta and who pays. For any place the total delta and net, and the end state, are included.
  func printed(isWhole: Bool) -> [Int] {
    var series = isWhole ? [funding + years] : []
    for scenario in 0..<scenarios {
      for quantity in ScenarioQuantity.allCases {
        let first = self.quantity(quantity, scenario: scenario)
        switch quantity {
        case .delta: series += isWhole ? [first + years - 1, first + years] : [first + years]
        case .net: series.append(first + years)
        case .structural, .incidental, .staffTime, .outOfPocket: if isWhole { series.append(first + years) }
        case .cost: break
        }
      }
      if isWhole { series.append(presentValue(scenario: scenario)) }
      series.append(endState(scenario: scenario))
    }
    guard isWhole else { return series }
    if hasPayers {
      for period in [years - 1, years] {
        series += [paid(.state) + period, paid(.region) + period]
        series += (0..<scenarios).map { municipalities(scenario: $0) + period }
      }
    }
    return series + (0..<pairCount).map { pair($0) }
  }

  /// Number of periods of a line: the years, the whole horizon and the end state.
  var linePeriods: Int { years + 2 }

  /// Index of the first line of a scenario and period; the lines are in the order of ``CostLine``.
  func lines(scenario: Int, period: Int) -> Int { (scenario * linePeriods + period) * CostLine.allCases.count }

  var lineCount: Int { lines(scenario: scenarios, period: 0) }

  /// The meaning of a series, for error messages. If neither quantity nor payer is given, it is a difference of two
  /// scenarios.
  func meaning(of series: Int) -> (scenario: Int?, quantity: ReportedQuantity?, payer: Payer?, period: Period) {
    func period(_ position: Int) -> Period { Period(position: position, years: years) }
    if series < funding { return (nil, .baseline, nil, period(series)) }
    if series < quantities(scenario: 0) { return (nil, .funding, nil, period(series - funding)) }
    if series < presentValue(scenario: 0) {
      let (scenario, kind) = (series / periods - 2).quotientAndRemainder(dividingBy: ScenarioQuantity.allCases.count)
      return (scenario, ScenarioQuantity(rawValue: kind)!.reported, nil, period(series % periods))
    }
    if series < pair(0) { return (series - presentValue(scenario: 0), .npv, nil, .total) }
    if series < pair(pairCount) { return (nil, nil, nil, .total) }
    if series >= endState(scenario: 0) { return (series - endState(scenario: 0), .structural, nil, .end) }
    let (index, position) = (series - pair(pairCount)).quotientAndRemainder(dividingBy: periods)
    let payer = Payer(rawValue: min(index, Payer.municipalities.rawValue))
    return (
      index < Payer.municipalities.rawValue ? nil : index - Payer.municipalities.rawValue, nil, payer, period(position)
    )
  }
}
