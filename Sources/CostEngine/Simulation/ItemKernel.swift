/// The positions of the amounts of each item of one place, by scenario, kind (structural, incidental) and period.
struct ItemLayout: Sendable {
  /// Indices in ``Study/functions`` and so on, one list after the other: ``Study/items`` in its order.
  let items: Int
  let scenarios: Int
  let years: Int
  /// Position of the first provision, one-off and measure.
  let provisions, oneOffs, measures: Int

  init(_ study: Study, scenarios: Int) {
    provisions = study.functions.count
    oneOffs = provisions + study.provisions.count
    measures = oneOffs + study.oneOffs.count
    items = measures + study.measures.count
    self.scenarios = scenarios
    years = study.years
  }

  /// Number of periods: the years, the whole horizon and the end state.
  var periods: Int { years + 2 }

  /// Of the structural amounts of an item; the incidental ones follow.
  @inline(__always)
  func series(_ item: Int, scenario: Int) -> Int { 2 &* (scenario &* items &+ item) }

  var seriesCount: Int { 2 * scenarios * items }
  /// Number of sums: of each series and period.
  var count: Int { seriesCount * periods }
}

/// The registers of the items of a place, and the country's sums.
struct ItemScratch {
  let layout: ItemLayout
  /// The amounts of one item, by year and in the end state: structural ones, then incidental ones.
  let amounts: UnsafeMutablePointer<Register>
  /// Sums over the regions, for each register of a block, by series and year, the end state included; nil if there is
  /// no country.
  let national: UnsafeMutablePointer<Register>?
  /// Sums over the draws of a block, in whole cents, by series and period; two of eight lanes are one, so that they take
  /// less of the cache. A block has so few draws that these sums are exact.
  private let sums: UnsafeMutablePointer<SIMD4<Double>>

  /// - Parameter includesNational: whether there is a country.
  init(_ layout: ItemLayout, includesNational: Bool) {
    self.layout = layout
    amounts = Evaluator.room(2 * (layout.years + 1))
    national =
      includesNational ? Evaluator.room(registersPerBlock * layout.seriesCount * (layout.years + 1)) : nil
    sums = .allocate(capacity: layout.count)
    sums.initialize(repeating: SIMD4(repeating: 0), count: layout.count)
  }

  func deallocate() {
    amounts.deallocate()
    national?.deallocate()
    sums.deallocate()
  }

  /// The country's amounts of a series, in a register of a block.
  @inline(__always)
  func national(_ series: Int, block: Int) -> UnsafeMutablePointer<Register>? {
    national.map { $0 + (block &* layout.seriesCount &+ series) &* (layout.years &+ 1) }
  }

  /// Adds structural amounts of a series in cents, by year, over the whole horizon and in the end state.
  ///
  /// - Parameters:
  ///   - amounts: by year, then of the end state. What is in lanes that are no draws becomes 0.
  ///   - national: the country's amounts of the series, to which they are added too.
  ///   - draws: number of lanes that are draws, 1...8.
  @inline(__always)
  func addStructural(
    _ amounts: UnsafeMutablePointer<Register>, to series: Int, national: UnsafeMutablePointer<Register>?, draws: Int
  ) {
    let years = layout.years
    if draws < 8 { clearLanes(of: amounts, periods: years &+ 1, from: draws) }
    if let national { for year in 0...years { national[year] += amounts[year] } }
    let sum = sums + series &* layout.periods
    var total = Register(repeating: 0)
    for year in 0..<years {
      let amount = amounts[year]
      total += amount
      add(amount, to: sum + year)
    }
    add(total, to: sum + years)
    add(amounts[years], to: sum + (years &+ 1))
  }

  /// The same of incidental amounts, of which there are none in most years and never any in the end state.
  @inline(__always)
  func addIncidental(
    _ amounts: UnsafeMutablePointer<Register>, to series: Int, national: UnsafeMutablePointer<Register>?, draws: Int
  ) {
    let years = layout.years
    if draws < 8 { clearLanes(of: amounts, periods: years, from: draws) }
    let sum = sums + series &* layout.periods
    var total = Register(repeating: 0)
    for year in 0..<years {
      let amount = amounts[year]
      if amount.isZero { continue }
      total += amount
      if let national { national[year] += amount }
      add(amount, to: sum + year)
    }
    if !total.isZero { add(total, to: sum + years) }
  }

  @inline(__always)
  private func add(_ amount: Register, to sum: UnsafeMutablePointer<SIMD4<Double>>) {
    let cents = Cents.signed(euros: amount)
    sum.pointee += cents.lowHalf + cents.highHalf
  }

  private func clearLanes(of amounts: UnsafeMutablePointer<Register>, periods: Int, from draws: Int) {
    let isDraw = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7) .< Double(draws)
    for period in 0..<periods {
      amounts[period] = Register(repeating: 0).replacing(with: amounts[period], where: isDraw)
    }
  }

  /// Adds the country's amounts to the sums, and empties them.
  ///
  /// - Parameters:
  ///   - block: a register of the block.
  ///   - draws: number of lanes that are draws, 1...8.
  func addNation(block: Int, draws: Int) {
    for series in stride(from: 0, to: layout.seriesCount, by: 2) {
      guard let structural = national(series, block: block) else { return }
      addStructural(structural, to: series, national: nil, draws: draws)
      // The incidental amounts come behind them.
      addIncidental(structural + (layout.years &+ 1), to: series &+ 1, national: nil, draws: draws)
      structural.update(repeating: Register(repeating: 0), count: 2 * (layout.years + 1))
    }
  }

  /// Moves the sums to those of a place, and empties them.
  ///
  /// - Returns: whether all of them are within the limit.
  func moveSums(to target: UnsafeMutablePointer<Int64>) -> Bool {
    // A sum is exact up to here; one of a block whose amounts are counted is smaller.
    let limit = Cents.limit * 8 * Double(registersPerBlock)
    var isKept = true
    for index in 0..<layout.count {
      let sum = sums[index].sum()
      sums[index] = SIMD4(repeating: 0)
      if sum.magnitude <= limit {
        target[index] &+= Int64(sum)
      } else {
        isKept = false
      }
    }
    return isKept
  }
}

extension SIMD8<Double> {
  /// Whether every lane is 0 (and not minus zero).
  @inline(__always)
  fileprivate var isZero: Bool {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    let four = bits.lowHalf | bits.highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] == 0
  }
}
