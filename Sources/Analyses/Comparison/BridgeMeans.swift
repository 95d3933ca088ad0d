import CostEngine

/// Means of a quantity in the places and periods that a comparison covers.
struct BridgeMeans {
  /// Codes of the regions.
  var regions: [String]
  var includesWhole: Bool
  /// Calendar years; the whole horizon comes after them.
  var years: [Int]
  var quantity: ReportedQuantity
  var settings: SimulationSettings
  /// Codes of the regions that are computed; nil for all regions of a study.
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
    // An intermediate stage may have other years than the two ends.
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
  /// Indices of the regions with these codes; of all regions for nil.
  func indices(of codes: Set<String>?) -> [Int] {
    guard let codes else { return Array(regions.indices) }
    return regions.indices.filter { codes.contains(regions[$0].code) }
  }
}

extension [[Double]] {
  /// The elements of `other`, a table of the same shape, less those of this table.
  func change(to other: [[Double]]) -> [[Double]] {
    zip(self, other).map { zip($0, $1).map { $1 - $0 } }
  }
}
