/// The sums over draws of one reported quantity of a place, in whole cents, by scenario and period: means without their
/// distribution. Any order of adding gives the same bits.
///
/// A value of this type may be used by one thread at a time only.
public struct AmountSums: Sendable {
  private let quantity: ReportedQuantity
  private let scenarios: Int
  private let years: Int
  private var sums: [WideInteger]
  private var draws = 0
  /// The lowest index of ``sums`` with an amount beyond ``Cents/limit``.
  private var overflow: Int?

  /// Sums without any draws.
  public init(_ plan: Plan, of quantity: ReportedQuantity) {
    self.quantity = quantity
    scenarios = plan.layout.scenarios
    years = plan.layout.years
    sums = [WideInteger](repeating: .zero, count: scenarios * (years + 1))
  }

  /// Adds the draws of a wave.
  public mutating func add(_ wave: WaveAmounts) {
    for scenario in 0..<scenarios {
      for year in 0...years where quantity != .npv || year == years {
        let amount = RecordedAmount(
          scenario: scenario, place: 0, period: Period(position: year, years: years), quantity: quantity)
        let index = scenario * (years + 1) + year
        if let sum = wave.sum(of: amount) {
          sums[index] += sum
        } else {
          overflow = min(overflow ?? index, index)
        }
      }
    }
    draws += wave.draws
  }

  /// The means, EUR, by scenario and then year, with the whole horizon last; 0 for `npv` of a year.
  ///
  /// - Parameters:
  ///   - plan: the plan of the draws.
  ///   - place: the place's position in the plan, for the error if an amount is too large.
  /// - Throws: if an amount in some draw exceeds the range that is counted.
  public func means(of plan: Plan, place: Int) throws(AmountOverflow) -> [Double] {
    if let overflow {
      let (scenario, year) = overflow.quotientAndRemainder(dividingBy: years + 1)
      throw AmountOverflow(
        RecordedAmount(
          scenario: scenario, place: place, period: Period(position: year, years: years), quantity: quantity),
        of: plan)
    }
    return sums.map { $0.double / Double(draws) / 100 }
  }
}

extension WaveAmounts {
  /// Sum of an amount over the draws, in cents; nil if one of them exceeds ``Cents/limit``.
  func sum(of amount: RecordedAmount) -> WideInteger? {
    let place = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
    var sums = SIMD8<Int64>(repeating: 0)
    var range = Cents.Range()
    for v in 0..<((draws + 7) / 8) {
      let isDraw = (place &- SIMD8<Int64>(repeating: Int64(draws - 8 * v))) &>> SIMD8<Int64>(repeating: 63)
      let cents = Cents.integers(Cents.rounded(euros: register(v, of: amount))) & isDraw
      range.note(cents)
      sums &+= cents
    }
    return range.isKept ? WideInteger(sums.wrappedSum()) : nil
  }
}
