/// A reported amount of which an analysis needs every draw.
public struct RecordedAmount: Sendable, Hashable {
  /// Position of the scenario in the plan's selection.
  public var scenario: Int
  /// Position of the region in the plan's selection; the country comes after the last one.
  public var place: Int
  public var period: Period
  /// `npv` is only available for the whole horizon.
  public var quantity: ReportedQuantity

  public init(scenario: Int, place: Int, period: Period, quantity: ReportedQuantity) {
    self.scenario = scenario
    self.place = place
    self.period = period
    self.quantity = quantity
  }
}

extension WaveAmounts {
  /// Writes an amount in every draw of the wave: EUR, in whole cents, as used in the statistics.
  ///
  /// - Parameters:
  ///   - amount: an amount of this place.
  ///   - target: space for the draws of the wave.
  /// - Returns: whether every amount is within the range that the statistics count.
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

  /// Eight draws of an amount, EUR.
  func register(_ v: Int, of amount: RecordedAmount) -> Register {
    columns.amount(of: amount.quantity, scenario: amount.scenario, period: amount.period, v)
  }
}
