/// Where the statistics of each reported amount of one place (a region or the country) stand.
///
/// `baseline` and `funding` do not depend on the scenario and are kept once. Positions are those of ``Results``.
struct SeriesLayout: Sendable {
  let scenarios: Int
  let years: Int

  /// The quantities that differ between scenarios, `npv` apart.
  static let scenarioQuantities: [ReportedQuantity] = [
    .cost, .delta, .structural, .incidental, .staffTime, .outOfPocket, .net,
  ]

  /// The years and the whole horizon.
  var periods: Int { years + 1 }

  /// First of the periods of a quantity.
  var baseline: Int { 0 }
  var funding: Int { periods }

  /// First of the periods of ``scenarioQuantities``' first quantity; each further quantity is ``periods`` on.
  func quantities(scenario: Int) -> Int { (2 + scenario * SeriesLayout.scenarioQuantities.count) * periods }

  func presentValue(scenario: Int) -> Int { quantities(scenario: scenarios) + scenario }

  func pair(_ pair: Int) -> Int { presentValue(scenario: scenarios) + pair }

  var pairCount: Int { scenarios * (scenarios - 1) / 2 }

  /// Number of amounts with full statistics.
  var count: Int { pair(pairCount) }

  /// The total delta of a scenario.
  func deltaTotal(scenario: Int) -> Int { quantities(scenario: scenario) + periods + years }

  /// The series whose percentiles people see, with their sampling errors.
  ///
  /// - Parameter isWhole: whether the place is the country or the only one there is, of which more is shown: over the whole
  ///   horizon all that differs between scenarios, what is funded, and the pairs. Of any place there are the total delta
  ///   and net, and the structural part of the last year.
  func printed(isWhole: Bool) -> [Int] {
    var series = isWhole ? [funding + years] : []
    for scenario in 0..<scenarios {
      for quantity in SeriesLayout.scenarioQuantities.indices {
        let first = quantities(scenario: scenario) + quantity * periods
        switch SeriesLayout.scenarioQuantities[quantity] {
        case .delta, .net: series.append(first + years)
        case .structural: series += isWhole ? [first + years - 1, first + years] : [first + years - 1]
        case .incidental, .staffTime, .outOfPocket: if isWhole { series.append(first + years) }
        default: break
        }
      }
      if isWhole { series.append(presentValue(scenario: scenario)) }
    }
    return series + (isWhole ? (0..<pairCount).map { pair($0) } : [])
  }

  /// First line of a scenario and period; the lines are in the order of ``CostLine``.
  func lines(scenario: Int, period: Int) -> Int { (scenario * periods + period) * CostLine.allCases.count }

  var lineCount: Int { lines(scenario: scenarios, period: 0) }

  /// What stands at a series: for messages about it. Without a scenario: a difference of two.
  func meaning(of series: Int) -> (scenario: Int?, quantity: ReportedQuantity?, period: Int) {
    if series < funding { return (nil, .baseline, series) }
    if series < quantities(scenario: 0) { return (nil, .funding, series - funding) }
    if series < presentValue(scenario: 0) {
      let index = series / periods - 2
      let kinds = SeriesLayout.scenarioQuantities.count
      return (index / kinds, SeriesLayout.scenarioQuantities[index % kinds], series % periods)
    }
    let index = series - presentValue(scenario: 0)
    return index < scenarios ? (index, .npv, years) : (nil, nil, years)
  }
}
