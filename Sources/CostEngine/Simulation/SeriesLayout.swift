/// Where the statistics of each reported amount of one place (a region or the country) stand.
///
/// `baseline` and `funding` do not depend on the scenario and are kept once. Positions are those of ``Results``.
struct SeriesLayout: Sendable {
  let scenarios: Int
  let years: Int
  /// Whether it is kept who pays.
  let hasPayers: Bool

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

  /// First of the periods of what the State or the region pays, which does not depend on the scenario.
  func paid(_ payer: Payer) -> Int { pair(pairCount) + payer.rawValue * periods }

  /// First of the periods of what the municipalities pay.
  func municipalities(scenario: Int) -> Int { pair(pairCount) + (Payer.municipalities.rawValue + scenario) * periods }

  /// Number of amounts with full statistics.
  var count: Int { hasPayers ? municipalities(scenario: scenarios) : pair(pairCount) }

  /// First line of a scenario and period; the lines are in the order of ``CostLine``.
  func lines(scenario: Int, period: Int) -> Int { (scenario * periods + period) * CostLine.allCases.count }

  var lineCount: Int { lines(scenario: scenarios, period: 0) }

  /// What stands at a series: for messages about it. With neither quantity nor payer: a difference of two scenarios.
  func meaning(of series: Int) -> (scenario: Int?, quantity: ReportedQuantity?, payer: Payer?, period: Int) {
    if series < funding { return (nil, .baseline, nil, series) }
    if series < quantities(scenario: 0) { return (nil, .funding, nil, series - funding) }
    if series < presentValue(scenario: 0) {
      let index = series / periods - 2
      let kinds = SeriesLayout.scenarioQuantities.count
      return (index / kinds, SeriesLayout.scenarioQuantities[index % kinds], nil, series % periods)
    }
    if series < pair(0) { return (series - presentValue(scenario: 0), .npv, nil, years) }
    if series < pair(pairCount) { return (nil, nil, nil, years) }
    let (index, period) = (series - pair(pairCount)).quotientAndRemainder(dividingBy: periods)
    let payer = Payer(rawValue: min(index, Payer.municipalities.rawValue))
    return (index < Payer.municipalities.rawValue ? nil : index - Payer.municipalities.rawValue, nil, payer, period)
  }
}
