/// The amounts of one place (a region or the country) over the draws of a wave, from which all of its reported amounts
/// follow, and the sums of its lines.
///
/// Each column is contiguous, so that the statistics of one reported amount are taken over the whole wave at once: what
/// they touch then stays near the processor.
struct AmountColumns {
  /// The columns of a scenario and year, in their order.
  enum YearPart: Int, CaseIterable { case structural, incidental, staffTime }

  /// Addresses of columns, for every place the same.
  struct Layout: Sendable {
    let scenarios: Int
    let years: Int
    let hasPayers: Bool
    /// Whether what no fund covers is divided over all regions.
    let isPooled: Bool

    /// By year, then the whole horizon.
    var baseline: Int { 0 }
    var funding: Int { years + 1 }
    /// The ``YearPart``s of each year.
    func parts(scenario: Int, year: Int) -> Int {
      2 * (years + 1) + scenario * perScenario + YearPart.allCases.count * year
    }
    /// Over the whole horizon, by ``ScenarioQuantity``.
    func totals(scenario: Int) -> Int { parts(scenario: scenario, year: years) }
    func presentValue(scenario: Int) -> Int { totals(scenario: scenario) + ScenarioQuantity.allCases.count }

    /// A reported amount over the whole horizon.
    func total(of quantity: ReportedQuantity, scenario: Int) -> Int {
      switch quantity {
      case .baseline: return baseline + years
      case .funding: return funding + years
      case .npv: return presentValue(scenario: scenario)
      case .cost, .delta, .structural, .incidental, .staffTime, .outOfPocket, .net:
        return totals(scenario: scenario) + ScenarioQuantity(quantity)!.rawValue
      }
    }

    private var perScenario: Int { YearPart.allCases.count * years + ScenarioQuantity.allCases.count + 1 }
    /// What the State or the region pays, by year, then the whole horizon.
    func paid(_ payer: Payer) -> Int { parts(scenario: scenarios, year: 0) + payer.rawValue * (years + 1) }
    /// The same of a region's municipalities, where they pay by a key.
    func shares(scenario: Int) -> Int {
      parts(scenario: scenarios, year: 0) + (Payer.municipalities.rawValue + scenario) * (years + 1)
    }
    var count: Int {
      hasPayers ? shares(scenario: isPooled ? scenarios : 0) : parts(scenario: scenarios, year: 0)
    }
  }

  let layout: Layout
  /// Registers that a column has room for.
  let capacity: Int
  let columns: UnsafeMutablePointer<Register>
  /// Whether the municipalities pay by a key; else what is left.
  let hasShares: Bool
  /// Sums of the lines in cents, by scenario, period and line.
  let lines: UnsafeMutablePointer<Int64>
  /// The series (see ``SeriesLayout``) whose lines no budget holds; the largest number where there is none.
  let overflow: UnsafeMutablePointer<Int>

  @inline(__always)
  func column(_ index: Int) -> UnsafeMutablePointer<Register> { columns + index &* capacity }

  /// The columns that every amount of a year is put together of.
  @inline(__always)
  func year(_ year: Int, scenario: Int) -> YearColumns {
    let parts = layout.parts(scenario: scenario, year: year)
    func part(_ part: YearPart) -> UnsafePointer<Register> { UnsafePointer(column(parts &+ part.rawValue)) }
    return YearColumns(
      baseline: column(layout.baseline &+ year), structural: part(.structural), incidental: part(.incidental),
      staffTime: part(.staffTime), funding: column(layout.funding &+ year))
  }

  /// Eight draws of a reported amount, EUR.
  ///
  /// - Parameters:
  ///   - period: `npv` is of the whole horizon whatever it is.
  ///   - v: register of the wave.
  @inline(__always)
  func amount(of quantity: ReportedQuantity, scenario: Int, period: Period, _ v: Int) -> Register {
    guard case .year(let year) = period, quantity != .npv else {
      return column(layout.total(of: quantity, scenario: scenario))[v]
    }
    return self.year(year, scenario: scenario)[v].amount(of: quantity)
  }
}

/// What an evaluator hands over of one place: the amounts of a wave of draws, valid until the next one.
public struct WaveAmounts {
  let columns: AmountColumns
  let draws: Int
  /// Whether it begins with the first draw of all.
  let isFirst: Bool
  /// Room for two columns, and for the bins of one.
  let scratch: UnsafeMutablePointer<Register>
  let bins: UnsafeMutablePointer<SIMD8<Int32>>
}
