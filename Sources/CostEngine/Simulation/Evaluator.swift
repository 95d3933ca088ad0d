/// Evaluates waves of replicates of a plan and hands the amounts of each place over. Every thread has its own.
///
/// A wave is a few replicates: the statistics are taken over all of its draws at once. Within it a replicate is sampled
/// column by column, then evaluated in blocks of ``registersPerBlock``, region by region.
public final class Evaluator {
  let plan: Plan
  let program: KernelProgram
  /// The draws of a replicate, for every column of the plan.
  let columns: UnsafeMutablePointer<Register>
  let sampler: ColumnSampler
  let scratch: KernelScratch
  private let amounts: UnsafeMutablePointer<Register>
  private let lines: UnsafeMutablePointer<Int64>
  private let overflows: UnsafeMutablePointer<Int>
  private let wideScratch: UnsafeMutablePointer<Register>
  private let bins: UnsafeMutablePointer<SIMD8<Int32>>
  private let layout: AmountColumns.Layout
  /// Registers of a wave.
  private let capacity: Int

  /// Replicates that a wave may hold.
  public let replicatesPerWave: Int

  /// Chosen by measurement: the more draws at once, the more often what the statistics of an amount touch is used while
  /// it is near the processor; after eight replicates that gains nothing more.
  public static let mostReplicatesPerWave = 8
  /// Bytes that the amounts of a wave may take, if that leaves one replicate.
  private static let mostMemory = 48 << 20

  public convenience init(_ plan: Plan) { self.init(plan, mostReplicates: Evaluator.mostReplicatesPerWave) }

  /// - Parameter mostReplicates: of a wave.
  init(_ plan: Plan, mostReplicates: Int) {
    self.plan = plan
    program = KernelProgram(plan)
    layout = AmountColumns.Layout(scenarios: plan.selection.scenarios.count, years: plan.years)
    let replicate = plan.placeCount * layout.count * registersPerReplicate * MemoryLayout<Register>.stride
    replicatesPerWave = max(
      1, min(mostReplicates, plan.replicateCount, Evaluator.mostMemory / replicate))
    capacity = replicatesPerWave * registersPerReplicate
    columns = Evaluator.room(plan.columnCount * registersPerReplicate)
    sampler = ColumnSampler(plan, program: program)
    scratch = KernelScratch(plan)
    amounts = .allocate(capacity: plan.placeCount * layout.count * capacity)
    lines = .allocate(capacity: plan.placeCount * plan.layout.lineCount)
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
  ///   - take: is given the amounts of each place, a position of the plan's regions or after them the country.
  public func evaluate(replicates: Range<Int>, _ take: (_ place: Int, _ amounts: WaveAmounts) -> Void) {
    precondition(replicates.lowerBound >= 0 && replicates.upperBound <= plan.replicateCount)
    precondition(!replicates.isEmpty && replicates.count <= replicatesPerWave)
    let size = RandomStream.drawsPerReplicate
    let draws = draws(of: replicates)
    lines.update(repeating: 0, count: plan.placeCount * plan.layout.lineCount)
    overflows.update(repeating: .max, count: plan.placeCount)
    for (index, replicate) in replicates.enumerated() {
      evaluate(
        replicate: replicate, draws: min(size, draws - index * size), register: index * registersPerReplicate)
    }
    for place in 0..<plan.placeCount { take(place, wave(of: place, draws: draws)) }
  }

  /// Evaluates the same replicates of two plans.
  ///
  /// - Parameters:
  ///   - replicates: at most ``replicatesPerWave`` of either.
  ///   - other: evaluates a plan of as many draws.
  ///   - places: of both plans, those that belong together.
  ///   - take: is given an index in `places`, and the amounts of that place in this plan and in the other.
  public func evaluate(
    replicates: Range<Int>, beside other: Evaluator, places: [(own: Int, other: Int)],
    _ take: (_ pair: Int, _ own: WaveAmounts, _ other: WaveAmounts) -> Void
  ) {
    precondition(plan.settings.draws == other.plan.settings.draws)
    evaluate(replicates: replicates) { _, _ in }
    other.evaluate(replicates: replicates) { _, _ in }
    let draws = draws(of: replicates)
    for (pair, place) in places.enumerated() {
      take(pair, wave(of: place.own, draws: draws), other.wave(of: place.other, draws: draws))
    }
  }

  private func draws(of replicates: Range<Int>) -> Int {
    let size = RandomStream.drawsPerReplicate
    return min(replicates.count * size, plan.settings.draws - replicates.lowerBound * size)
  }

  private func wave(of place: Int, draws: Int) -> WaveAmounts {
    WaveAmounts(columns: amounts(of: place), draws: draws, scratch: wideScratch, bins: bins)
  }

  /// Evaluates the draws of some replicates, at most ``replicatesPerWave``, into statistics.
  public func evaluate(replicates: Range<Int>, into accumulator: inout Accumulator) {
    evaluate(replicates: replicates) { place, amounts in accumulator.add(amounts, place: place) }
  }

  /// Evaluates all draws of a plan, one wave after the other.
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
      lines: lines + place * plan.layout.lineCount, overflow: overflows + place)
  }

  /// Evaluates one replicate into the registers of the wave from `register` on.
  private func evaluate(replicate: Int, draws: Int, register: Int) {
    sample(replicate)
    evaluateColumns(draws: draws, register: register, regions: 0..<plan.regions.count)
  }

  /// Evaluates what the columns hold into the registers of the wave from `register` on.
  ///
  /// - Parameter regions: positions; the amounts of the others stay as they are, and the country's are made of these only.
  func evaluateColumns(draws: Int, register: Int, regions: Range<Int>) {
    let registers = (draws + 7) / 8
    for v in 0..<registers { fillSharedColumns(v) }
    for first in stride(from: 0, to: registers, by: registersPerBlock) {
      let block = first..<min(first + registersPerBlock, registers)
      if plan.includesNational { scratch.resetNational(plan) }
      for region in regions {
        let target = amounts(of: region)
        resetLines()
        for v in block {
          evaluate(region: region, v, block: v - first)
          report(
            to: target, register: register + v, draws: min(8, draws - v * 8), baseline: scratch.baseline,
            delta: scratch.delta, funding: scratch.funding, v)
        }
        addLines(to: target)
      }
      if plan.includesNational { evaluateNation(block, draws: draws, register: register) }
    }
  }

  private func evaluateNation(_ block: Range<Int>, draws: Int, register: Int) {
    let target = amounts(of: plan.regions.count)
    resetLines()
    for v in block {
      let place = v - block.lowerBound
      completeNation(v, block: place)
      report(
        to: target, register: register + v, draws: min(8, draws - v * 8),
        baseline: scratch.nationalBaseline + place * plan.years,
        delta: scratch.nationalDelta + place * program.scenarios * plan.years * KernelScratch.deltas,
        funding: scratch.nationalFunding + place * plan.years, v)
    }
    addLines(to: target)
  }

  private func resetLines() { scratch.lines.update(repeating: SIMD8(repeating: 0), count: plan.layout.lineCount) }

  private func addLines(to target: AmountColumns) {
    for index in 0..<plan.layout.lineCount { target.lines[index] &+= scratch.lines[index].wrappedSum() }
  }

  /// Draws every variable of the plan for one replicate.
  func sample(_ replicate: Int) {
    for index in plan.commonFactors.indices { sampler.drawFactor(index, replicate: replicate) }
    for index in 0..<program.variables.count {
      sampler.draw(index, replicate: replicate, into: column(program.variableColumns[index]))
    }
  }
}

/// Registers of eight draws in a replicate.
let registersPerReplicate = RandomStream.registersPerReplicate
