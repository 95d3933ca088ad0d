/// The amounts of one place (a region or the country) over the draws of a wave, from which all its reported amounts are
/// derived, and the sums of its lines.
///
/// Each column is contiguous, so that the statistics of one reported amount are taken over the whole wave at once, and
/// the memory that they touch stays in the cache.
struct AmountColumns {
  /// The columns of a scenario and year, in this order.
  enum YearPart: Int, CaseIterable { case structural, incidental, staffTime }

  /// Addresses of columns, the same for every place.
  struct Layout: Sendable {
    let scenarios: Int
    let years: Int
    let hasPayers: Bool
    /// Whether the amount that no fund covers is divided over all regions.
    let isPooled: Bool
    /// Number of columns of what is kept because it is asked for, see ``TraceLayout``.
    var traced = 0

    /// By year, followed by the whole horizon.
    var baseline: Int { 0 }
    var funding: Int { years + 1 }
    /// The ``YearPart``s of each year.
    func parts(scenario: Int, year: Int) -> Int {
      2 * (years + 1) + scenario * perScenario + YearPart.allCases.count * year
    }
    /// Over the whole horizon, by ``ScenarioQuantity``.
    func totals(scenario: Int) -> Int { parts(scenario: scenario, year: years) }
    func presentValue(scenario: Int) -> Int { totals(scenario: scenario) + ScenarioQuantity.allCases.count }
    /// The structural amount of the end state.
    func end(scenario: Int) -> Int { presentValue(scenario: scenario) + 1 }

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

    private var perScenario: Int { YearPart.allCases.count * years + ScenarioQuantity.allCases.count + 2 }
    /// What the State or the region pays, by year, followed by the whole horizon.
    func paid(_ payer: Payer) -> Int { parts(scenario: scenarios, year: 0) + payer.rawValue * (years + 1) }
    /// The same for a region's municipalities, if they pay by a key.
    func shares(scenario: Int) -> Int {
      parts(scenario: scenarios, year: 0) + (Payer.municipalities.rawValue + scenario) * (years + 1)
    }
    /// A trace: its years, the whole horizon and the end state.
    func trace(_ trace: Int) -> Int { reported + trace * (years + 2) }
    var count: Int { reported + traced }
    private var reported: Int {
      hasPayers ? shares(scenario: isPooled ? scenarios : 0) : parts(scenario: scenarios, year: 0)
    }
  }

  let layout: Layout
  /// Number of registers that a column has space for.
  let capacity: Int
  let columns: UnsafeMutablePointer<Register>
  /// Whether the municipalities pay by a key; otherwise they pay the remainder.
  let hasShares: Bool
  /// Sums of the lines, see ``BlockSums``, by scenario, period (the end state last) and line.
  let lines: UnsafeMutablePointer<Int64>
  /// Sums of the amounts of items, see ``ItemLayout`` and ``BlockSums``; empty if they are not counted.
  let items: UnsafeMutablePointer<Int64>
  /// The lowest series (see ``SeriesLayout``) whose lines overflow; the largest integer if there is none.
  let overflow: UnsafeMutablePointer<Int>

  @inline(__always)
  func column(_ index: Int) -> UnsafeMutablePointer<Register> { columns + index &* capacity }

  /// The columns from which every amount of a year is composed.
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
  ///   - period: ignored for `npv`, which always covers the whole horizon.
  ///   - v: register within the wave.
  @inline(__always)
  func amount(of quantity: ReportedQuantity, scenario: Int, period: Period, _ v: Int) -> Register {
    switch period {
    case .year(let year) where quantity != .npv:
      return self.year(year, scenario: scenario)[v].amount(of: quantity)
    case .year, .total: return column(layout.total(of: quantity, scenario: scenario))[v]
    case .end:
      precondition(quantity.hasEndState)
      return quantity == .structural
        ? column(layout.end(scenario: scenario))[v] : column(layout.baseline &+ layout.years &- 1)[v]
    }
  }
}

/// What an evaluator delivers for one place: the amounts of a wave of draws, valid until the next one.
public struct WaveAmounts {
  let columns: AmountColumns
  /// What else is kept; nil if nothing is.
  let traces: TraceLayout?
  let draws: Int
  /// Whether the wave begins with the first draw of all.
  let isFirst: Bool
  /// Space for two columns, and for the bins of one.
  let scratch: UnsafeMutablePointer<Register>
  let bins: UnsafeMutablePointer<SIMD8<Int32>>
}
