import CostEngine

/// Means of a quantity in the places and periods that a comparison tells of.
struct BridgeMeans {
  /// Codes of the regions.
  var regions: [String]
  var includesWhole: Bool
  /// Calendar years; after them comes the whole horizon.
  var years: [Int]
  var quantity: ReportedQuantity
  var settings: SimulationSettings
  /// Regions that are computed; nil for all of a study's.
  var computed: Set<String>?
  var workers: Workers

  /// The means of scenarios of a study, EUR, by scenario, place and period.
  func of(
    _ study: Study, scenarios: [Int], progress: @Sendable (Int) -> Void
  ) throws(ConcurrentSimulation.Failure) -> [[[Double]]] {
    let selection = Selection(scenarios: scenarios, regions: study.indices(of: computed))
    let plan = Plan(study, selection: selection, settings: settings)
    let means = try ConcurrentSimulation(plan, workers: workers)
      .means(of: quantity, progress: progress)
    var places = regions.map { code in selection.regions.firstIndex { study.regions[$0].code == code } }
    if includesWhole { places.append(selection.regions.count) }
    // A stage on the way may have other years than both ends.
    let periods =
      years.map { (study.firstYear...study.lastYear).contains($0) ? $0 - study.firstYear : nil } + [study.years]
    return scenarios.indices.map { scenario in
      places.map { place in
        periods.map { period in
          guard let place, let period, place < means.count else { return 0 }
          return means[place][scenario * (study.years + 1) + period]
        }
      }
    }
  }
}

extension Study {
  /// Where regions of these codes stand; all regions for nil.
  func indices(of codes: Set<String>?) -> [Int] {
    guard let codes else { return Array(regions.indices) }
    return regions.indices.filter { codes.contains(regions[$0].code) }
  }
}

extension [[Double]] {
  /// What another table of the same form has more.
  func change(to other: [[Double]]) -> [[Double]] {
    zip(self, other).map { zip($0, $1).map { $1 - $0 } }
  }
}
