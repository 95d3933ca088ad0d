/// The intermediate registers of a region's evaluation, and the country's sums.
struct KernelScratch {
  /// The lines of the delta, with the hours of own staff as one more.
  static let deltas = CostLine.allCases.count + 1
  static let staff = CostLine.allCases.count

  /// Today's cost of a region, by year.
  let baseline: UnsafeMutablePointer<Register>
  /// The delta of a region, by scenario, year and ``deltas``.
  let delta: UnsafeMutablePointer<Register>
  /// The region's funding, by year.
  let funding: UnsafeMutablePointer<Register>
  /// Today's cost lines of one function, by year.
  let today: UnsafeMutablePointer<Register>
  /// `psi_m(t)` where the measure is in force in the region, by measure and year.
  let ramps: UnsafeMutablePointer<Register>
  /// `F(driver, item, t)` of one item, by driver and year.
  let drivers: UnsafeMutablePointer<Register>
  /// Delta over the whole horizon, by scenario: for the pairs.
  let totals: UnsafeMutablePointer<Register>
  /// Sums over the regions, for each register of the block: as baseline, delta and funding.
  let nationalBaseline: UnsafeMutablePointer<Register>
  let nationalDelta: UnsafeMutablePointer<Register>
  let nationalFunding: UnsafeMutablePointer<Register>

  private let storage: UnsafeMutablePointer<Register>

  static let todayLines = 5

  init(_ plan: Plan) {
    let years = plan.years
    let scenarios = plan.selection.scenarios.count
    let deltas = scenarios * years * KernelScratch.deltas
    let sizes = [
      years, deltas, years, years * KernelScratch.todayLines, plan.measures.count * years,
      Driver.allCases.count * years, scenarios, registersPerBlock * years, registersPerBlock * deltas,
      registersPerBlock * years,
    ]
    storage = .allocate(capacity: sizes.reduce(0, +))
    storage.initialize(repeating: Register(repeating: 0), count: sizes.reduce(0, +))
    var places: [UnsafeMutablePointer<Register>] = []
    var place = storage
    for size in sizes {
      places.append(place)
      place += size
    }
    (baseline, delta, funding, today, ramps) = (places[0], places[1], places[2], places[3], places[4])
    (drivers, totals) = (places[5], places[6])
    (nationalBaseline, nationalDelta, nationalFunding) = (places[7], places[8], places[9])
  }

  func deallocate() { storage.deallocate() }

  func resetNational(_ plan: Plan) {
    let zero = Register(repeating: 0)
    let deltas = plan.selection.scenarios.count * plan.years * KernelScratch.deltas
    nationalBaseline.update(repeating: zero, count: registersPerBlock * plan.years)
    nationalDelta.update(repeating: zero, count: registersPerBlock * deltas)
    nationalFunding.update(repeating: zero, count: registersPerBlock * plan.years)
  }
}
