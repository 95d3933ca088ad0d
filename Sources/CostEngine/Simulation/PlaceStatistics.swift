/// The statistics of all reported amounts of one place, a region or the country, over any set of replicates. Parts merge
/// in any order to the same bits.
///
/// A value of this type may be used by one thread at a time only.
public struct PlaceStatistics: Sendable {
  let layout: SeriesLayout
  private(set) var series: [AmountStatistics]
  private(set) var lines: [WideInteger]
  private(set) var replicates = AmountStatistics.Replicates()
  /// The lowest series with an amount beyond ``Cents/limit``.
  private(set) var overflow: Int?

  /// Of no draws yet.
  public init(_ plan: Plan) {
    layout = plan.layout
    series = [AmountStatistics](repeating: AmountStatistics(), count: layout.count)
    lines = [WideInteger](repeating: .zero, count: layout.lineCount)
  }

  /// Adds the draws of another part of the same run.
  public mutating func merge(_ other: PlaceStatistics) {
    precondition(layout.count == other.layout.count && layout.lineCount == other.layout.lineCount)
    for index in series.indices { series[index].merge(other.series[index]) }
    for index in lines.indices { lines[index] += other.lines[index] }
    replicates.merge(other.replicates)
    overflow = [overflow, other.overflow].compactMap { $0 }.min()
  }

  /// Adds the draws of a wave, as an ``Evaluator`` hands them over.
  public mutating func add(_ wave: WaveAmounts) {
    let columns = wave.columns
    let layout = columns.layout
    let at = self.layout
    let periods = at.periods
    for period in 0..<periods {
      add(columns.column(layout.baseline + period), to: at.baseline + period, wave)
      add(columns.column(layout.funding + period), to: at.funding + period, wave)
    }
    for scenario in 0..<at.scenarios {
      let first = at.quantities(scenario: scenario)
      for year in 0..<at.years {
        let parts = layout.parts(scenario: scenario, year: year)
        let structural = columns.column(parts)
        let incidental = columns.column(parts + 1)
        let staff = columns.column(parts + 2)
        let delta = wave.scratch
        let other = delta + columns.capacity
        let registers = (wave.draws + 7) / 8
        let baseline = columns.column(layout.baseline + year)
        let funding = columns.column(layout.funding + year)
        for v in 0..<registers {
          delta[v] = structural[v] + incidental[v]
          other[v] = baseline[v] + delta[v]
        }
        add(other, to: first + year, wave)
        add(delta, to: first + periods + year, wave)
        add(structural, to: first + 2 * periods + year, wave)
        add(incidental, to: first + 3 * periods + year, wave)
        add(staff, to: first + 4 * periods + year, wave)
        for v in 0..<registers { other[v] = delta[v] - staff[v] }
        add(other, to: first + 5 * periods + year, wave)
        for v in 0..<registers { other[v] = delta[v] - funding[v] }
        add(other, to: first + 6 * periods + year, wave)
      }
      let totals = layout.totals(scenario: scenario)
      for quantity in SeriesLayout.scenarioQuantities.indices {
        add(columns.column(totals + quantity), to: first + quantity * periods + at.years, wave)
      }
      add(columns.column(layout.presentValue(scenario: scenario)), to: at.presentValue(scenario: scenario), wave)
    }
    addPairs(wave)
    for index in lines.indices { lines[index] += WideInteger(columns.lines[index]) }
    if columns.overflow.pointee < .max { noteOverflow(columns.overflow.pointee) }
    replicates.add(draws: wave.draws)
  }

  private mutating func addPairs(_ wave: WaveAmounts) {
    let deltaPlace = 1
    let layout = wave.columns.layout
    var pair = 0
    for a in 0..<self.layout.scenarios {
      for b in (a + 1)..<max(a + 1, self.layout.scenarios) {
        let first = wave.columns.column(layout.totals(scenario: a) + deltaPlace)
        let second = wave.columns.column(layout.totals(scenario: b) + deltaPlace)
        for v in 0..<((wave.draws + 7) / 8) { wave.scratch[v] = first[v] - second[v] }
        add(wave.scratch, to: self.layout.pair(pair), wave)
        pair += 1
      }
    }
  }

  private mutating func add(_ euros: UnsafeMutablePointer<Register>, to index: Int, _ wave: WaveAmounts) {
    if !series[index].add(euros, draws: wave.draws, bins: wave.bins) { noteOverflow(index) }
  }

  private mutating func noteOverflow(_ index: Int) { overflow = min(overflow ?? index, index) }

  /// What the draws say of the place. Takes longer than adding to it: places can be done at the same time.
  public func results(of plan: Plan) -> PlaceResults {
    let standardError = AmountStatistics.StandardError(plan.settings.sampler)
    return PlaceResults(
      draws: replicates.draws, overflow: overflow,
      summaries: series.map { $0.summary(of: replicates, standardError) },
      lineMeans: lines.map { $0.double / Double(replicates.draws) / 100 },
      sharesNegative: (0..<layout.pairCount).map { series[layout.pair($0)].shareNegative(replicates) })
  }
}

/// The results of one place, a region or the country; ``Results`` are made of those of all places.
public struct PlaceResults: Sendable {
  let draws: Int
  let overflow: Int?
  /// By series, see ``SeriesLayout``.
  let summaries: [Summary]
  let lineMeans: [Double]
  /// Of each pair of scenarios: share of the draws with a difference below zero.
  let sharesNegative: [Double]
}
