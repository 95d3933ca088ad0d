/// The statistics of all reported amounts of one place, a region or the country, over any set of replicates. Parts can
/// be merged in any order, with bitwise equal results.
///
/// The wave that begins with the first draw of all must be added before any other: it sets the thresholds used to count
/// sampling errors. ``emptied`` starts another part.
///
/// A value of this type may be used by one thread at a time only.
public struct PlaceStatistics: Sendable {
  let layout: SeriesLayout
  private(set) var series: [AmountStatistics]
  private(set) var lines: [WideInteger]
  /// See ``ItemLayout``; empty if items are not counted.
  private(set) var items: [WideInteger]
  /// Counts for the series in ``SeriesLayout/printed(isWhole:)``.
  private var counts: [PercentileCounts]
  /// For each series its position in ``counts``, or -1.
  private let countPlaces: [Int32]
  private(set) var replicates = AmountStatistics.Replicates()
  /// The lowest series with an amount beyond ``Cents/limit``.
  private(set) var overflow: Int?

  /// Statistics without any draws.
  ///
  /// - Parameter place: position in the plan's regions, or after them the country.
  public init(_ plan: Plan, place: Int) {
    layout = plan.layout
    series = [AmountStatistics](repeating: AmountStatistics(), count: layout.count)
    lines = [WideInteger](repeating: .zero, count: layout.lineCount)
    items = [WideInteger](repeating: .zero, count: plan.items?.count ?? 0)
    let printed = layout.printed(isWhole: place == plan.placeCount - 1 && (plan.includesNational || place == 0))
    counts = [PercentileCounts](repeating: PercentileCounts(), count: printed.count)
    var places = [Int32](repeating: -1, count: layout.count)
    for (place, index) in printed.enumerated() { places[index] = Int32(place) }
    countPlaces = places
  }

  /// Statistics with the same thresholds, without draws.
  public var emptied: PlaceStatistics {
    var emptied = self
    emptied.series = [AmountStatistics](repeating: AmountStatistics(), count: layout.count)
    emptied.lines = [WideInteger](repeating: .zero, count: layout.lineCount)
    emptied.items = [WideInteger](repeating: .zero, count: items.count)
    emptied.counts = counts.map { $0.emptied }
    emptied.replicates = AmountStatistics.Replicates()
    emptied.overflow = nil
    return emptied
  }

  /// Adds the draws of another part of the same run.
  public mutating func merge(_ other: PlaceStatistics) {
    precondition(layout.count == other.layout.count && layout.lineCount == other.layout.lineCount)
    for index in series.indices { series[index].merge(other.series[index]) }
    for index in lines.indices { lines[index] += other.lines[index] }
    for index in items.indices { items[index] += other.items[index] }
    for index in counts.indices { counts[index].merge(other.counts[index]) }
    replicates.merge(other.replicates)
    overflow = [overflow, other.overflow].compactMap { $0 }.min()
  }

  /// Adds the draws of a wave, as delivered by an ``Evaluator``.
  public mutating func add(_ wave: WaveAmounts) {
    let columns = wave.columns
    let layout = columns.layout
    let at = self.layout
    let periods = at.periods
    let registers = (wave.draws + 7) / 8
    for period in 0..<periods {
      add(columns.column(layout.baseline + period), to: at.baseline + period, wave)
      add(columns.column(layout.funding + period), to: at.funding + period, wave)
    }
    for scenario in 0..<at.scenarios {
      for year in 0..<at.years {
        let amounts = columns.year(year, scenario: scenario)
        for quantity in ScenarioQuantity.allCases {
          let draws = amounts.draws(of: quantity, registers: registers, room: wave.scratch)
          add(draws, to: at.quantity(quantity, scenario: scenario) + year, wave)
        }
      }
      let totals = layout.totals(scenario: scenario)
      for quantity in ScenarioQuantity.allCases {
        add(columns.column(totals + quantity.rawValue), to: at.quantity(quantity, scenario: scenario) + at.years, wave)
      }
      add(columns.column(layout.presentValue(scenario: scenario)), to: at.presentValue(scenario: scenario), wave)
      add(columns.column(layout.end(scenario: scenario)), to: at.endState(scenario: scenario), wave)
    }
    addPairs(wave)
    if at.hasPayers { addPayers(wave) }
    for index in lines.indices { lines[index] += WideInteger(columns.lines[index]) }
    for index in items.indices { items[index] += WideInteger(columns.items[index]) }
    if columns.overflow.pointee < .max { noteOverflow(columns.overflow.pointee) }
    replicates.add(draws: wave.draws)
  }

  private mutating func addPairs(_ wave: WaveAmounts) {
    let layout = wave.columns.layout
    var pair = 0
    for a in 0..<self.layout.scenarios {
      for b in (a + 1)..<max(a + 1, self.layout.scenarios) {
        let first = wave.columns.column(layout.total(of: .delta, scenario: a))
        let second = wave.columns.column(layout.total(of: .delta, scenario: b))
        for v in 0..<((wave.draws + 7) / 8) { wave.scratch[v] = first[v] - second[v] }
        add(wave.scratch, to: self.layout.pair(pair), wave)
        pair += 1
      }
    }
  }

  /// Adds what the State and the region pay, and the municipalities: the rest of the delta, to the cent, if they do not
  /// pay by a key.
  private mutating func addPayers(_ wave: WaveAmounts) {
    let columns = wave.columns
    let layout = columns.layout
    let registers = (wave.draws + 7) / 8
    for period in 0..<self.layout.periods {
      let asked = Period(position: period, years: self.layout.years)
      let state = columns.column(layout.paid(.state) + period)
      let region = columns.column(layout.paid(.region) + period)
      add(state, to: self.layout.paid(.state) + period, wave)
      add(region, to: self.layout.paid(.region) + period, wave)
      for scenario in 0..<self.layout.scenarios {
        let series = self.layout.municipalities(scenario: scenario) + period
        if columns.hasShares {
          add(columns.column(layout.shares(scenario: scenario) + period), to: series, wave)
          continue
        }
        for v in 0..<registers {
          let delta = columns.amount(of: .delta, scenario: scenario, period: asked, v)
          let rest = Cents.rounded(euros: delta) - Cents.rounded(euros: state[v]) - Cents.rounded(euros: region[v])
          wave.scratch[v] = rest / 100
        }
        add(wave.scratch, to: series, wave)
      }
    }
  }

  private mutating func add(_ euros: UnsafePointer<Register>, to index: Int, _ wave: WaveAmounts) {
    if !series[index].add(euros, draws: wave.draws, bins: wave.bins) { noteOverflow(index) }
    let count = Int(countPlaces[index])
    if count >= 0 { counts[count].add(euros, draws: wave.draws, isFirst: wave.isFirst) }
  }

  private mutating func noteOverflow(_ index: Int) { overflow = min(overflow ?? index, index) }

  /// Number of draws so far.
  public var drawCount: Int { replicates.draws }

  // MARK: State

  /// Writes the statistics of draws that are not all: what ``merge(_:)-reader`` reads.
  ///
  /// - Precondition: there are draws.
  public func write(to writer: inout StateWriter) {
    precondition(replicates.draws > 0)
    replicates.write(to: &writer)
    writer.write(count: overflow.map { $0 + 1 } ?? 0)
    // Of an amount that is too large some waves are counted and others are not.
    guard overflow == nil else { return }
    let firsts = sameSeries
    for index in series.indices {
      // Many amounts are others: the delta is the structural one where nothing is incidental.
      writer.write(count: firsts[index] < index ? index - firsts[index] : 0)
      if firsts[index] == index { series[index].write(to: &writer) }
    }
    for count in counts { count.write(to: &writer) }
    for sum in lines { writer.write(sum) }
    for sum in items { writer.write(sum) }
  }

  /// For each series the first one that is the same.
  private var sameSeries: [Int] {
    var firsts = Array(series.indices)
    // Those that can be the same stand together, by a sum that hardly any two others share.
    let sorted = series.indices.sorted { (series[$0].squares.low, $0) < (series[$1].squares.low, $1) }
    for (position, index) in sorted.enumerated() {
      var before = position - 1
      while before >= 0, series[sorted[before]].squares.low == series[index].squares.low {
        let other = sorted[before]
        if firsts[other] == other, series[other].isSame(as: series[index]) { firsts[index] = other }
        before -= 1
      }
    }
    return firsts
  }

  /// Adds the draws of another part of the same run.
  ///
  /// - Throws: if the bytes are not those of ``write(to:)`` of a part of this run. The statistics are then invalid.
  public mutating func merge(_ reader: inout StateReader) throws(StateDamage) {
    let other = try AmountStatistics.Replicates(&reader)
    let overflow = try reader.count(most: layout.count)
    if overflow > 0 { noteOverflow(overflow - 1) }
    replicates.merge(other)
    guard overflow == 0 else { return }
    var found: [AmountStatistics] = []
    found.reserveCapacity(series.count)
    var isOther = [Bool](repeating: false, count: series.count)
    for index in series.indices {
      let back = try reader.count(most: index)
      guard back == 0 || !isOther[index - back] else { throw StateDamage() }
      isOther[index] = back > 0
      found.append(back > 0 ? found[index - back] : try AmountStatistics(&reader, draws: other.draws))
      series[index].merge(found[index])
    }
    for index in counts.indices {
      let count = try PercentileCounts(&reader)
      guard !counts[index].hasThresholds || counts[index].agrees(with: count) else { throw StateDamage() }
      counts[index].merge(count)
    }
    for index in lines.indices { lines[index] += try reader.sum() }
    for index in items.indices { items[index] += try reader.sum() }
  }

  /// The results for the place, without statistics if an amount in some draw exceeds the range that is counted. This takes
  /// longer than adding draws; several places can be computed in parallel.
  public func results(of plan: Plan) -> PlaceResults {
    if let overflow {
      // Of such an amount some waves are counted and others are not: there are fewer draws than are ranked.
      return PlaceResults(
        draws: replicates.draws, overflow: overflow, summaries: [], lineMeans: [], itemMeans: [], sharesNegative: [])
    }
    let standardError = AmountStatistics.StandardError(plan.settings.sampler)
    return PlaceResults(
      draws: replicates.draws, overflow: nil, summaries: series.indices.map { summary(of: $0, standardError) },
      lineMeans: lines.map { BlockSums.mean($0, draws: replicates.draws) },
      itemMeans: items.map { BlockSums.mean($0, draws: replicates.draws) },
      sharesNegative: (0..<layout.pairCount).map { series[layout.pair($0)].shareNegative(replicates) })
  }

  /// The statistics of the total delta of each scenario only; nil if an amount in some draw exceeds the range that is
  /// counted.
  public func deltaTotals(of plan: Plan) -> [Summary]? {
    guard overflow == nil else { return nil }
    let standardError = AmountStatistics.StandardError(plan.settings.sampler)
    return (0..<layout.scenarios).map { summary(of: layout.deltaTotal(scenario: $0), standardError) }
  }

  private func summary(of index: Int, _ standardError: AmountStatistics.StandardError) -> Summary {
    var summary = series[index].summary(of: replicates, standardError)
    let count = Int(countPlaces[index])
    if count >= 0 {
      summary.precision = series[index].precision(of: replicates, standardError, counts[count])
    }
    return summary
  }
}

/// The results of one place, a region or the country; ``Results`` combines those of all places.
public struct PlaceResults: Sendable {
  let draws: Int
  /// The first series with an amount that exceeds the range that is counted; if there is one, all that follows is empty.
  let overflow: Int?
  /// By series, see ``SeriesLayout``.
  let summaries: [Summary]
  let lineMeans: [Double]
  /// See ``ItemLayout``.
  let itemMeans: [Double]
  /// For each pair of scenarios the share of the draws with a difference below zero.
  let sharesNegative: [Double]
}
