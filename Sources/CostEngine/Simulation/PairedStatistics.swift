/// The statistics of the difference between two plans in one place, draw by draw; any order of adding gives the same
/// bits.
///
/// A value of this type may be used by one thread at a time only.
public struct PairedStatistics: Sendable {
  /// The statistics of one period.
  private struct Found: Sendable {
    var a = AmountStatistics()
    var b = AmountStatistics()
    var difference = AmountStatistics()
    var linesA: [WideInteger]
    var linesB: [WideInteger]
    var baselineA = WideInteger.zero
    var baselineB = WideInteger.zero
    var fundingA = WideInteger.zero
    var fundingB = WideInteger.zero
    /// Structural, then incidental, by item; empty if items are not counted.
    var itemsA: [WideInteger]
    var itemsB: [WideInteger]

    init(_ plans: PairedPlans) {
      linesA = [WideInteger](repeating: .zero, count: CostLine.allCases.count)
      linesB = linesA
      itemsA = [WideInteger](repeating: .zero, count: 2 * (plans.a.items?.items ?? 0))
      itemsB = [WideInteger](repeating: .zero, count: 2 * (plans.b.items?.items ?? 0))
    }
  }

  private let plans: PairedPlans
  private let place: Int
  private var periods: [Found]
  private var replicates = AmountStatistics.Replicates()
  private var overflow: PairedOverflow?

  /// Statistics without any draws.
  ///
  /// - Parameter place: index in ``PairedPlans/places``.
  public init(_ plans: PairedPlans, place: Int) {
    self.plans = plans
    self.place = place
    periods = [Found](repeating: Found(plans), count: plans.periods.count)
  }

  /// Adds the draws of a wave of the place in both plans.
  public mutating func add(_ a: WaveAmounts, _ b: WaveAmounts) {
    let registers = (a.draws + 7) / 8
    let (first, second) = (a.scratch, b.scratch)
    let difference = a.scratch + a.columns.capacity
    for (index, period) in plans.periods.enumerated() {
      let amountA = amount(plans.quantity, in: period.a)
      let amountB = amount(plans.quantity, in: period.b)
      for v in 0..<registers {
        // Rounded to whole cents first, so that the difference is that of the amounts as reported.
        let centsA = Cents.rounded(euros: a.register(v, of: amountA))
        let centsB = Cents.rounded(euros: b.register(v, of: amountB))
        first[v] = centsA / 100
        second[v] = centsB / 100
        difference[v] = (centsB - centsA) / 100
      }
      if !periods[index].a.add(first, draws: a.draws, bins: a.bins) { note(.init(isOfB: false, period: period.a)) }
      if !periods[index].b.add(second, draws: a.draws, bins: a.bins) { note(.init(isOfB: true, period: period.b)) }
      if !periods[index].difference.add(difference, draws: a.draws, bins: a.bins) {
        note(.init(isOfB: true, period: period.b))
      }
      addParts(a, b, index)
    }
    if a.columns.overflow.pointee < .max { note(.init(isOfB: false, period: .total)) }
    if b.columns.overflow.pointee < .max { note(.init(isOfB: true, period: .total)) }
    replicates.add(draws: a.draws)
  }

  private func amount(_ quantity: ReportedQuantity, in period: Period) -> RecordedAmount {
    RecordedAmount(scenario: 0, place: 0, period: period, quantity: quantity)
  }

  private mutating func addParts(_ a: WaveAmounts, _ b: WaveAmounts, _ index: Int) {
    let period = plans.periods[index]
    let firstA = plans.a.layout.lines(scenario: 0, period: period.a.position(years: plans.a.years))
    let firstB = plans.b.layout.lines(scenario: 0, period: period.b.position(years: plans.b.years))
    for line in CostLine.allCases.indices {
      periods[index].linesA[line] += WideInteger(a.columns.lines[firstA + line])
      periods[index].linesB[line] += WideInteger(b.columns.lines[firstB + line])
    }
    if let items = plans.a.items {
      Self.add(a.columns.items, of: items, period.a, to: &periods[index].itemsA)
    }
    if let items = plans.b.items {
      Self.add(b.columns.items, of: items, period.b, to: &periods[index].itemsB)
    }
    // An overflow here implies that the amounts themselves overflow.
    periods[index].baselineA += a.sum(of: amount(.baseline, in: period.a)) ?? .zero
    periods[index].baselineB += b.sum(of: amount(.baseline, in: period.b)) ?? .zero
    periods[index].fundingA += a.sum(of: amount(.funding, in: period.a)) ?? .zero
    periods[index].fundingB += b.sum(of: amount(.funding, in: period.b)) ?? .zero
  }

  private static func add(
    _ wave: UnsafePointer<Int64>, of layout: ItemLayout, _ period: Period, to sums: inout [WideInteger]
  ) {
    let position = period.position(years: layout.years)
    for series in sums.indices { sums[series] += WideInteger(wave[series * layout.periods + position]) }
  }

  /// Keeps the first overflow in a fixed order, whatever the order of the waves.
  private mutating func note(_ found: PairedOverflow) {
    guard let known = overflow else {
      overflow = found
      return
    }
    if (found.isOfB ? 1 : 0, found.period) < (known.isOfB ? 1 : 0, known.period) { overflow = found }
  }

  // MARK: State

  /// Writes the statistics of draws that are not all: what ``merge(_:)`` reads.
  ///
  /// - Precondition: there are draws.
  public func write(to writer: inout StateWriter) {
    precondition(replicates.draws > 0)
    replicates.write(to: &writer)
    writer.write(count: overflow.map { 1 + 2 * $0.period.position(years: years($0)) + ($0.isOfB ? 1 : 0) } ?? 0)
    guard overflow == nil else { return }
    for period in periods {
      for one in [period.a, period.b, period.difference] { one.write(to: &writer) }
      for sum in period.linesA + period.linesB + period.itemsA + period.itemsB { writer.write(sum) }
      for sum in [period.baselineA, period.baselineB, period.fundingA, period.fundingB] { writer.write(sum) }
    }
  }

  /// Adds the draws of another part of the same comparison.
  ///
  /// - Throws: if the bytes are not those of ``write(to:)`` of a part of this comparison. The statistics are then invalid.
  public mutating func merge(_ reader: inout StateReader) throws(StateDamage) {
    let other = try AmountStatistics.Replicates(&reader)
    let found = try reader.count(most: 2 * (max(plans.a.years, plans.b.years) + 2))
    replicates.merge(other)
    if found > 0 {
      let isOfB = (found - 1) % 2 > 0
      let years = isOfB ? plans.b.years : plans.a.years
      note(PairedOverflow(isOfB: isOfB, period: Period(position: (found - 1) / 2, years: years)))
      return
    }
    for index in periods.indices {
      periods[index].a.merge(try AmountStatistics(&reader, draws: other.draws))
      periods[index].b.merge(try AmountStatistics(&reader, draws: other.draws))
      periods[index].difference.merge(try AmountStatistics(&reader, draws: other.draws))
      func add(_ sums: inout [WideInteger], _ reader: inout StateReader) throws(StateDamage) {
        for sum in sums.indices { sums[sum] += try reader.sum() }
      }
      try add(&periods[index].linesA, &reader)
      try add(&periods[index].linesB, &reader)
      try add(&periods[index].itemsA, &reader)
      try add(&periods[index].itemsB, &reader)
      periods[index].baselineA += try reader.sum()
      periods[index].baselineB += try reader.sum()
      periods[index].fundingA += try reader.sum()
      periods[index].fundingB += try reader.sum()
    }
  }

  private func years(_ overflow: PairedOverflow) -> Int { overflow.isOfB ? plans.b.years : plans.a.years }

  /// The comparisons by period.
  ///
  /// - Throws: if an amount in some draw exceeds the range that is counted.
  public func results() throws(PairedOverflow) -> [PairedComparison] {
    if var overflow {
      let plan = overflow.isOfB ? plans.b : plans.a
      let position = overflow.isOfB ? plans.places[place].b : plans.places[place].a
      overflow.amount = AmountOverflow(
        of: plan, scenario: 0, place: position, period: overflow.period, quantity: plans.quantity)
      throw overflow
    }
    let error = AmountStatistics.StandardError(plans.a.settings.sampler)
    let count = Double(replicates.draws)
    func mean(_ cents: WideInteger) -> Double { cents.double / count / 100 }
    func meanOfParts(_ sum: WideInteger) -> Double { BlockSums.mean(sum, draws: replicates.draws) }
    func items(_ sums: [WideInteger]) -> [ItemAmount] {
      stride(from: 0, to: sums.count, by: 2).map {
        ItemAmount(structural: meanOfParts(sums[$0]), incidental: meanOfParts(sums[$0 + 1]))
      }
    }
    return periods.map { period in
      PairedComparison(
        a: period.a.summary(of: replicates, error), b: period.b.summary(of: replicates, error),
        difference: period.difference.summary(of: replicates, error),
        shareBLess: period.difference.shareNegative(replicates), linesA: period.linesA.map(meanOfParts),
        linesB: period.linesB.map(meanOfParts), baselineA: mean(period.baselineA), baselineB: mean(period.baselineB),
        fundingA: mean(period.fundingA), fundingB: mean(period.fundingB), itemsA: items(period.itemsA),
        itemsB: items(period.itemsB))
    }
  }
}

/// An amount beyond any budget in one of two plans.
public struct PairedOverflow: Error, Sendable {
  /// Whether it belongs to the second plan.
  public var isOfB: Bool
  var period: Period
  /// The amount; nil until the results are requested.
  public var amount: AmountOverflow?

  init(isOfB: Bool, period: Period) {
    self.isOfB = isOfB
    self.period = period
    amount = nil
  }
}
