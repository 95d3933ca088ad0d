/// Evaluates waves of replicates of a plan and delivers the amounts of each place. Every thread has its own instance.
///
/// A wave consists of a few replicates, and the statistics are taken over all of its draws at once. Within a wave each
/// replicate is sampled column by column, then evaluated in blocks of ``registersPerBlock``, region by region.
public final class Evaluator {
  let plan: Plan
  let program: KernelProgram
  /// The draws of a replicate, for every column of the plan.
  let columns: UnsafeMutablePointer<Register>
  let sampler: ColumnSampler
  let scratch: KernelScratch
  private let amounts: UnsafeMutablePointer<Register>
  private let lines: UnsafeMutablePointer<Int64>
  /// Sums of the amounts of items, see ``ItemLayout`` and ``BlockSums``.
  private let items: UnsafeMutablePointer<Int64>
  private let overflows: UnsafeMutablePointer<Int>
  private let wideScratch: UnsafeMutablePointer<Register>
  private let bins: UnsafeMutablePointer<SIMD8<Int32>>
  private let layout: AmountColumns.Layout
  let hasTraces: Bool
  private let samples: SampleStore?
  /// Of each variable in ``samples``; nil if draws are not kept.
  private let places: [Int]?
  /// Number of registers in a wave.
  private let capacity: Int

  /// Maximum number of replicates in a wave.
  public let replicatesPerWave: Int

  /// Chosen by measurement: with more draws at once, the memory touched by the statistics of an amount is used more
  /// often while it is in the cache; beyond eight replicates nothing more is gained.
  public static let mostReplicatesPerWave = 8
  /// Maximum number of bytes for the amounts of a wave, unless a single replicate needs more.
  private static let mostMemory = 48 << 20

  public convenience init(_ plan: Plan) { self.init(plan, mostReplicates: Evaluator.mostReplicatesPerWave) }

  /// - Parameters:
  ///   - mostReplicates: maximum in a wave; more than one only benefits statistics, and takes proportionally more memory.
  ///   - samples: where draws are kept, and taken from; of this thread alone.
  public init(_ plan: Plan, mostReplicates: Int, samples: SampleStore? = nil) {
    self.plan = plan
    self.samples = samples
    places = samples?.places(of: plan)
    program = KernelProgram(plan)
    layout = AmountColumns.Layout(
      scenarios: plan.selection.scenarios.count, years: plan.years, hasPayers: plan.payers != nil,
      isPooled: plan.payers?.pool != nil, traced: plan.traces?.count ?? 0)
    hasTraces = layout.traced > 0
    let replicate = plan.placeCount * layout.count * registersPerReplicate * MemoryLayout<Register>.stride
    replicatesPerWave = max(
      1, min(mostReplicates, plan.replicateCount, Evaluator.mostMemory / replicate))
    capacity = replicatesPerWave * registersPerReplicate
    columns = Evaluator.room(plan.columnCount * registersPerReplicate)
    sampler = ColumnSampler(plan, program: program)
    scratch = KernelScratch(plan)
    amounts = .allocate(capacity: plan.placeCount * layout.count * capacity)
    lines = .allocate(capacity: plan.placeCount * plan.layout.lineCount)
    items = .allocate(capacity: plan.placeCount * (plan.items?.count ?? 0))
    overflows = .allocate(capacity: plan.placeCount)
    wideScratch = Evaluator.room(2 * capacity)
    bins = .allocate(capacity: capacity)
    for constant in plan.constants {
      column(constant.column).update(repeating: Register(repeating: constant.value), count: registersPerReplicate)
    }
  }

  deinit {
    program.deallocate()
    columns.deallocate()
    sampler.deallocate()
    scratch.deallocate()
    amounts.deallocate()
    lines.deallocate()
    items.deallocate()
    overflows.deallocate()
    wideScratch.deallocate()
    bins.deallocate()
  }

  static func room(_ registers: Int) -> UnsafeMutablePointer<Register> {
    let room = UnsafeMutablePointer<Register>.allocate(capacity: registers)
    room.initialize(repeating: Register(repeating: 0), count: registers)
    return room
  }

  func column(_ column: Plan.Column) -> UnsafeMutablePointer<Register> {
    columns + column * registersPerReplicate
  }

  /// Evaluates the draws of some replicates.
  ///
  /// - Parameters:
  ///   - replicates: at most ``replicatesPerWave`` of 0 ..< ``Plan/replicateCount``.
  ///   - take: called with the amounts of each place, which is a position of the plan's regions, or after them the
  ///     country.
  public func evaluate(replicates: Range<Int>, _ take: (_ place: Int, _ amounts: WaveAmounts) -> Void) {
    let size = RandomStream.drawsPerReplicate
    evaluate(
      draws: (replicates.lowerBound * size)..<min(replicates.upperBound * size, plan.settings.draws), take)
  }

  /// Evaluates some draws.
  ///
  /// - Parameters:
  ///   - draws: draws of at most ``replicatesPerWave`` replicates. They begin at the start of a replicate, or at a
  ///     multiple of eight draws within a replicate whose end they do not pass.
  ///   - take: as above.
  public func evaluate(draws: Range<Int>, _ take: (_ place: Int, _ amounts: WaveAmounts) -> Void) {
    let size = RandomStream.drawsPerReplicate
    precondition(draws.lowerBound >= 0 && draws.upperBound <= plan.settings.draws && !draws.isEmpty)
    precondition(draws.count <= replicatesPerWave * size)
    let replicate = draws.lowerBound / size
    let offset = draws.lowerBound % size
    precondition(offset == 0 || (offset % 8 == 0 && offset + draws.count <= size))
    lines.update(repeating: 0, count: plan.placeCount * plan.layout.lineCount)
    items.update(repeating: 0, count: plan.placeCount * (plan.items?.count ?? 0))
    overflows.update(repeating: .max, count: plan.placeCount)
    for index in 0..<((draws.count + size - 1) / size) {
      evaluate(
        replicate: replicate + index, draws: offset..<min(size, offset + draws.count - index * size),
        register: index * registersPerReplicate)
    }
    for place in 0..<plan.placeCount { take(place, wave(of: place, draws: draws)) }
  }

  /// Evaluates the same draws of two plans.
  ///
  /// - Parameters:
  ///   - draws: as above, from at most ``replicatesPerWave`` replicates of either evaluator.
  ///   - other: an evaluator of a plan with the same number of draws.
  ///   - places: pairs of corresponding places of the two plans.
  ///   - take: called with an index in `places`, and the amounts of that place in this plan and in the other.
  public func evaluate(
    draws: Range<Int>, beside other: Evaluator, places: [(own: Int, other: Int)],
    _ take: (_ pair: Int, _ own: WaveAmounts, _ other: WaveAmounts) -> Void
  ) {
    precondition(plan.settings.draws == other.plan.settings.draws)
    evaluate(draws: draws) { _, _ in }
    other.evaluate(draws: draws) { _, _ in }
    for (pair, place) in places.enumerated() {
      take(pair, wave(of: place.own, draws: draws), other.wave(of: place.other, draws: draws))
    }
  }

  private func wave(of place: Int, draws: Range<Int>) -> WaveAmounts {
    WaveAmounts(
      columns: amounts(of: place), traces: plan.traces, draws: draws.count, isFirst: draws.lowerBound == 0,
      scratch: wideScratch, bins: bins)
  }

  /// Evaluates the draws of some replicates, at most ``replicatesPerWave``, and adds them to statistics.
  public func evaluate(replicates: Range<Int>, into accumulator: inout Accumulator) {
    evaluate(replicates: replicates) { place, amounts in accumulator.add(amounts, place: place) }
  }

  /// Evaluates all draws of a plan, one wave after another.
  public static func statistics(of plan: Plan) -> Accumulator {
    let evaluator = Evaluator(plan)
    var statistics = Accumulator(plan)
    for first in stride(from: 0, to: plan.replicateCount, by: evaluator.replicatesPerWave) {
      let last = min(first + evaluator.replicatesPerWave, plan.replicateCount)
      evaluator.evaluate(replicates: first..<last, into: &statistics)
    }
    return statistics
  }

  @inline(__always)
  func amounts(of place: Int) -> AmountColumns {
    AmountColumns(
      layout: layout, capacity: capacity, columns: amounts + place * layout.count * capacity,
      hasShares: layout.isPooled && place < plan.regions.count, lines: lines + place * plan.layout.lineCount,
      items: items + place * (plan.items?.count ?? 0),
      overflow: overflows + place)
  }

  /// Evaluates draws of one replicate into the registers of the wave, starting at `register`.
  private func evaluate(replicate: Int, draws: Range<Int>, register: Int) {
    sample(replicate)
    evaluateColumns(draws: draws, register: register, regions: 0..<plan.regions.count)
  }

  /// Evaluates the content of the columns for some draws of a replicate into the registers of the wave, starting at
  /// `register`.
  ///
  /// - Parameter regions: positions; the amounts of other regions are unchanged, and the country's consist of these
  ///   only.
  func evaluateColumns(draws: Range<Int>, register: Int, regions: Range<Int>) {
    let start = draws.lowerBound / 8
    let end = (draws.upperBound + 7) / 8
    let register = register - start
    let draws = draws.upperBound
    for v in start..<end { fillSharedColumns(v) }
    for first in stride(from: start, to: end, by: registersPerBlock) {
      let block = first..<min(first + registersPerBlock, end)
      if plan.includesNational { scratch.resetNational(plan) }
      for region in regions {
        let target = amounts(of: region)
        for v in block {
          evaluate(region: region, v, block: v - first, draws: min(8, draws - v * 8))
          report(
            to: target, register: register + v, draws: min(8, draws - v * 8), baseline: scratch.baseline,
            delta: scratch.delta, funding: scratch.funding, v)
          if program.hasPayers { reportPaid(scratch.paid, to: target, register: register + v) }
          if hasTraces {
            reportTraces(
              to: target, register: register + v, regions: region..<region + 1, delta: scratch.delta, block: nil, v)
          }
        }
        addSums(to: target, nation: plan.includesNational ? amounts(of: plan.regions.count).items : nil)
      }
      if plan.includesNational { evaluateNation(block, draws: draws, register: register) }
      if let pool = plan.payers?.pool {
        for v in block { reportShares(of: pool, v, register: register + v) }
      }
    }
  }

  private func evaluateNation(_ block: Range<Int>, draws: Int, register: Int) {
    let target = amounts(of: plan.regions.count)
    for v in block {
      let place = v - block.lowerBound
      completeNation(v, block: place, draws: min(8, draws - v * 8))
      let delta = scratch.nationalDelta + place * program.scenarios * program.slots * KernelScratch.deltas
      report(
        to: target, register: register + v, draws: min(8, draws - v * 8),
        baseline: scratch.nationalBaseline + place * plan.years, delta: delta,
        funding: scratch.nationalFunding + place * plan.years, v)
      if hasTraces {
        reportTraces(
          to: target, register: register + v, regions: 0..<plan.regions.count, delta: delta, block: place, v)
      }
      if program.hasPayers {
        reportPaid(scratch.nationalPaid + place * 2 * plan.years, to: target, register: register + v)
      }
    }
    addSums(to: target, nation: nil)
  }

  /// Adds the sums of a block's lines and items to those of a place; its items to those of the country too.
  private func addSums(to target: AmountColumns, nation: UnsafeMutablePointer<Int64>?) {
    let lines = CostLine.allCases.count
    let tooLarge = scratch.lines.move(to: target.lines, and: nil) { series, period in
      plan.layout.lines(scenario: series / lines, period: period) &+ series % lines
    }
    if let tooLarge {
      let delta = plan.layout.quantity(.delta, scenario: tooLarge.series / lines)
      target.overflow.pointee = min(target.overflow.pointee, delta + min(tooLarge.period, plan.years))
    }
    guard let items = scratch.items else { return }
    let periods = items.layout.periods
    if items.sums.move(to: target.items, and: nation, { series, period in series &* periods &+ period }) != nil {
      // Told as the total delta of the first scenario: items have no series of their own.
      target.overflow.pointee = min(target.overflow.pointee, plan.layout.deltaTotal(scenario: 0))
    }
  }

  /// Draws every variable of the plan for one replicate.
  func sample(_ replicate: Int) {
    for index in plan.commonFactors.indices { sampler.drawFactor(index, replicate: replicate) }
    for index in 0..<program.variables.count {
      let column = column(program.variableColumns[index])
      guard let samples, let places else {
        sampler.draw(index, replicate: replicate, into: column)
        continue
      }
      if samples.copy(places[index], replicate: replicate, to: column) { continue }
      sampler.draw(index, replicate: replicate, into: column)
      samples.keep(column, places[index], replicate: replicate)
    }
  }
}

/// Registers of eight draws in a replicate.
let registersPerReplicate = RandomStream.registersPerReplicate
