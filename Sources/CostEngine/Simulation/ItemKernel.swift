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
  /// Sums over the regions, for each register of a block, by series and year, the end state included.
  let national: UnsafeMutablePointer<Register>
  /// In whole cents, by series and period. A block has so few draws that these sums are exact.
  let sums: UnsafeMutablePointer<Register>

  /// - Parameter includesNational: whether there is a country.
  init(_ layout: ItemLayout, includesNational: Bool) {
    self.layout = layout
    amounts = Evaluator.room(2 * (layout.years + 1))
    national = Evaluator.room(includesNational ? registersPerBlock * layout.seriesCount * (layout.years + 1) : 0)
    sums = Evaluator.room(layout.count)
  }

  func deallocate() {
    amounts.deallocate()
    national.deallocate()
    sums.deallocate()
  }

  func resetSums() { sums.update(repeating: Register(repeating: 0), count: layout.count) }

  func resetNational() {
    national.update(
      repeating: Register(repeating: 0), count: registersPerBlock * layout.seriesCount * (layout.years + 1))
  }

  /// The country's amounts of a series, in a register of a block.
  @inline(__always)
  func national(_ series: Int, block: Int) -> UnsafeMutablePointer<Register> {
    national + (block &* layout.seriesCount &+ series) &* (layout.years &+ 1)
  }

  /// Adds the amounts of a series in cents, by year, over the whole horizon and in the end state.
  ///
  /// - Parameters:
  ///   - amounts: by year, then of the end state.
  ///   - draws: number of lanes that are draws, 1...8.
  @inline(__always)
  func add(_ amounts: UnsafePointer<Register>, to series: Int, draws: Int) {
    let sum = sums + series &* layout.periods
    let years = layout.years
    var total = Register(repeating: 0)
    if draws == 8 {
      for year in 0..<years {
        sum[year] += Cents.rounded(euros: amounts[year])
        total += amounts[year]
      }
      sum[years] += Cents.rounded(euros: total)
      sum[years &+ 1] += Cents.rounded(euros: amounts[years])
      return
    }
    let isDraw = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7) .< Double(draws)
    func cents(_ amount: Register) -> Register {
      Register(repeating: 0).replacing(with: Cents.rounded(euros: amount), where: isDraw)
    }
    for year in 0..<years {
      sum[year] += cents(amounts[year])
      total += amounts[year]
    }
    sum[years] += cents(total)
    sum[years &+ 1] += cents(amounts[years])
  }

  /// Adds the amounts of a series in a region to those of the country.
  @inline(__always)
  func addToNation(_ amounts: UnsafePointer<Register>, _ series: Int, block: Int) {
    let national = national(series, block: block)
    for year in 0...layout.years { national[year] += amounts[year] }
  }
}
