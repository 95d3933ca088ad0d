/// Where the statistics of each reported amount stand.
///
/// `baseline` and `funding` do not depend on the scenario and are kept once. Positions are those of ``Results``.
struct SeriesLayout: Sendable {
  let scenarios: Int
  /// The country included, where it is reported.
  let regions: Int
  let years: Int

  /// The quantities that differ between scenarios, `npv` apart.
  static let scenarioQuantities: [ReportedQuantity] = [
    .cost, .delta, .structural, .incidental, .staffTime, .outOfPocket, .net,
  ]

  /// The years and the whole horizon.
  var periods: Int { years + 1 }

  func baseline(region: Int) -> Int { region * periods }

  func funding(region: Int) -> Int { (regions + region) * periods }

  /// First of the periods of ``scenarioQuantities``' first quantity; each further quantity is ``periods`` on.
  func quantities(scenario: Int, region: Int) -> Int {
    (2 * regions + (scenario * regions + region) * SeriesLayout.scenarioQuantities.count) * periods
  }

  private var firstPresentValue: Int {
    regions * periods * (2 + scenarios * SeriesLayout.scenarioQuantities.count)
  }

  func presentValue(scenario: Int, region: Int) -> Int { firstPresentValue + scenario * regions + region }

  func pair(_ pair: Int, region: Int) -> Int { firstPresentValue + (scenarios + pair) * regions + region }

  var pairCount: Int { scenarios * (scenarios - 1) / 2 }

  /// Number of amounts with full statistics.
  var count: Int { firstPresentValue + (scenarios + pairCount) * regions }

  /// First line of a scenario, region and period; the lines are in the order of ``CostLine``.
  func lines(scenario: Int, region: Int, period: Int) -> Int {
    ((scenario * regions + region) * periods + period) * CostLine.allCases.count
  }

  var lineCount: Int { scenarios * regions * periods * CostLine.allCases.count }

  /// What stands at a series: for messages about it.
  func place(of series: Int) -> (scenario: Int?, region: Int, period: Int?) {
    if series < 2 * regions * periods { return (nil, series / periods % regions, series % periods) }
    if series < firstPresentValue {
      let index = series / periods - 2 * regions
      let block = index / SeriesLayout.scenarioQuantities.count
      return (block / regions, block % regions, series % periods)
    }
    let index = series - firstPresentValue
    if index < scenarios * regions { return (index / regions, index % regions, years) }
    return (nil, index % regions, years)
  }
}
