/// A reported amount of which an analysis wants every draw.
public struct RecordedAmount: Sendable, Hashable {
  /// Position of the scenario in the plan's selection.
  public var scenario: Int
  /// Position of the region in the plan's selection; after the last one the country.
  public var place: Int
  /// Position of the year; the number of years for the whole horizon.
  public var year: Int
  /// `npv` of the whole horizon only.
  public var quantity: ReportedQuantity

  public init(scenario: Int, place: Int, year: Int, quantity: ReportedQuantity) {
    self.scenario = scenario
    self.place = place
    self.year = year
    self.quantity = quantity
  }
}

extension WaveAmounts {
  /// Writes an amount of every draw of the wave: EUR, whole cents, as it enters the statistics.
  ///
  /// - Parameters:
  ///   - amount: one of this place.
  ///   - target: room for the draws of the wave.
  /// - Returns: whether every amount is one that the statistics count.
  public func record(_ amount: RecordedAmount, into target: UnsafeMutablePointer<Double>) -> Bool {
    var range = Cents.Range()
    for v in 0..<((draws + 7) / 8) {
      let cents = Cents.rounded(euros: register(v, of: amount))
      let count = min(8, draws - 8 * v)
      var counted = cents
      for lane in count..<8 { counted[lane] = 0 }
      range.note(Cents.integers(counted))
      for lane in 0..<count { target[8 * v + lane] = cents[lane] / 100 }
    }
    return range.isKept
  }

  /// Eight draws of an amount, EUR: the operations of ``PlaceStatistics``, in their order.
  func register(_ v: Int, of amount: RecordedAmount) -> Register {
    let layout = columns.layout
    if amount.quantity == .baseline { return columns.column(layout.baseline + amount.year)[v] }
    if amount.quantity == .funding { return columns.column(layout.funding + amount.year)[v] }
    if amount.quantity == .npv { return columns.column(layout.presentValue(scenario: amount.scenario))[v] }
    if amount.year == layout.years {
      var position = 0
      while SeriesLayout.scenarioQuantities[position] != amount.quantity { position += 1 }
      return columns.column(layout.totals(scenario: amount.scenario) + position)[v]
    }
    let parts = layout.parts(scenario: amount.scenario, year: amount.year)
    let structural = columns.column(parts)[v]
    let incidental = columns.column(parts + 1)[v]
    let staff = columns.column(parts + 2)[v]
    let delta = structural + incidental
    switch amount.quantity {
    case .cost: return columns.column(layout.baseline + amount.year)[v] + delta
    case .structural: return structural
    case .incidental: return incidental
    case .staffTime: return staff
    case .outOfPocket: return delta - staff
    case .net: return delta - columns.column(layout.funding + amount.year)[v]
    case .delta, .baseline, .funding, .npv: return delta
    }
  }
}
