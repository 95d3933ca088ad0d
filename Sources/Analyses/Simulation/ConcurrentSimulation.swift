import CostEngine
import Reports

/// Runs the replicates of a plan on several threads; their number and order change no figure.
public struct ConcurrentSimulation: Sendable {
  public enum Failure: Error {
    /// An amount in some draw exceeded the range that is counted.
    case overflow(AmountOverflow)
    case interrupted
    case tooLittleMemory(MemoryShortage)
  }

  /// The statistics of a place, kept once for all threads.
  typealias Place = Guarded<PlaceStatistics>

  let plan: Plan
  let workers: Workers

  public init(_ plan: Plan, workers: Workers) {
    self.plan = plan
    self.workers = workers
  }

  var places: [Place] {
    (0..<plan.placeCount).map { workers.guarded(PlaceStatistics(plan, place: $0)) }
  }

  /// The results of all draws of the plan.
  ///
  /// - Parameter progress: called with the number of replicates done, of ``Plan/replicateCount``, by any thread.
  public func results(progress: @Sendable (Int) -> Void) throws(Failure) -> Results {
    try check(plan.memoryNeed)
    let places = places
    try add(0..<plan.settings.draws, to: places, progress: progress)
    return try results(of: places)
  }

  /// The results of some draws of the plan.
  ///
  /// - Parameters:
  ///   - ranges: from the start of a replicate to the end of one, each.
  ///   - progress: called with the number of replicates done, of these draws.
  public func results(of ranges: DrawRanges, progress: @Sendable (Int) -> Void) throws(Failure) -> Results {
    try check(plan.memoryNeed)
    let places = places
    if let first = ranges.ranges.first, first.lowerBound > 0 { setThresholds(of: places) }
    var done = 0
    for range in ranges.ranges {
      let skipped = RandomStream.replicates(of: range.lowerBound) - done
      try add(range, to: places) { progress($0 - skipped) }
      done += RandomStream.replicates(of: range.count)
    }
    return try results(of: places)
  }

  /// Sets the thresholds at which the sampling error of percentiles is counted, which the first replicate of all
  /// determines, of places that have no draws.
  func setThresholds(of places: [Place]) {
    let first = 0..<min(RandomStream.drawsPerReplicate, plan.settings.draws)
    _ = ConcurrentSimulation(plan, workers: workers.unstoppable).addUntilStopped(first, to: places, progress: { _ in })
    for place in places { place.withLock { $0 = $0.emptied } }
  }

  /// The results of as many draws as a goal needs; draws are added in rounds to those already done.
  ///
  /// - Parameters:
  ///   - goal: the goal whose ``PrecisionGoal/largest(_:)`` is the plan's number of draws.
  ///   - draws: number of draws to begin with.
  ///   - tails: the inputs whose tails must have been drawn before a sampling error is believed.
  ///   - begin: called at the start of a round with its number, from 1, and the number of replicates expected to
  ///     suffice.
  ///   - progress: as above.
  public func results(
    within goal: PrecisionGoal, from draws: Int, tails: TailInputs, begin: (_ round: Int, _ replicates: Int) -> Void,
    progress: @Sendable (Int) -> Void
  ) throws(Failure) -> Results {
    let sampler = plan.settings.sampler
    precondition(plan.settings.draws == goal.largest(sampler))
    try check(plan.memoryNeed)
    let places = places
    var drawn = 0
    var next = goal.first(draws, sampler)
    var expected = next
    var round = 1
    repeat {
      begin(round, RandomStream.replicates(of: expected))
      try add(drawn..<next, to: places, progress: progress)
      drawn = next
      round += 1
      let totals = places.compactMap { place in place.withLock { $0.deltaTotals(of: plan) } }
      guard totals.count == places.count, let needed = needed(goal, totals, drawn, tails) else { break }
      next = goal.next(after: drawn, share: needed.share, fewest: needed.draws, sampler)
      expected = max(next, Int(min(needed.draws, Double(plan.settings.draws))))
    } while drawn < plan.settings.draws
    return try results(of: places)
  }

  /// The number of draws that a goal still needs, and the share of the figure that needs most; nil if the draws suffice,
  /// or if more of them cannot help.
  private func needed(
    _ goal: PrecisionGoal, _ totals: [[Summary]], _ drawn: Int, _ tails: TailInputs
  ) -> (draws: Double, share: Double)? {
    let tail = tails.needed(totals, draws: drawn)
    let worst = LeastPrecise(totals, passingJumps: true)
    var needed = tail
    if let worst, worst.share > goal.tolerance { needed = max(needed, goal.needed(drawn, share: worst.share)) }
    if needed <= Double(drawn), let jump = LeastPrecise(totals), jump.jump != nil, jump.share > goal.tolerance {
      needed = goal.needed(drawn, for: jump)
      // The draws would never tell on which side of the jump it lies.
      if needed > Double(goal.maximumDraws) { return nil }
    }
    return needed > Double(drawn) ? (needed, worst?.share ?? 0) : nil
  }

  /// Records amounts in every draw, for analyses that need more than statistics.
  ///
  /// - Parameters:
  ///   - amounts: the amounts to record; memory grows with their number times the number of draws.
  ///   - bytes: what each takes in a draw, with all that is computed from it afterwards.
  ///   - progress: as for ``results(progress:)``.
  public func record(
    _ amounts: [RecordedAmount], bytes: Int = MemoryLayout<Double>.stride, progress: @Sendable (Int) -> Void
  ) throws(Failure) -> RecordedDraws {
    try check(MemoryNeed(plan, amounts: amounts.count, bytes: bytes))
    let recorded = RecordedDraws(amounts, draws: plan.settings.draws)
    let byPlace = Dictionary(grouping: amounts.indices) { amounts[$0].place }
    let overflows = workers.guarded(Int?.none)
    let all = 0..<plan.settings.draws
    let end = evaluate(all, mostReplicates: 1, progress: progress) { draws, place, wave in
      for index in byPlace[place] ?? []
      where !wave.record(amounts[index], into: recorded.room(index, first: draws.lowerBound)) {
        overflows.withLock { $0 = min($0 ?? index, index) }
      }
    } end: { _ in
    }
    guard end == all.upperBound else { throw .interrupted }
    if let index = overflows.withLock({ $0 }) { throw .overflow(AmountOverflow(amounts[index], of: plan)) }
    return recorded
  }

  /// Means of a quantity without its distribution, by place, scenario and year, see ``AmountSums``.
  ///
  /// - Parameter progress: as for ``results(progress:)``.
  func means(of quantity: ReportedQuantity, progress: @Sendable (Int) -> Void) throws(Failure) -> [[Double]] {
    let places = (0..<plan.placeCount).map { _ in workers.guarded(AmountSums(plan, of: quantity)) }
    let all = 0..<plan.settings.draws
    let end = evaluate(all, progress: progress) { _, place, amounts in
      places[place].withLock { $0.add(amounts) }
    } end: { _ in
    }
    guard end == all.upperBound else { throw .interrupted }
    do throws(AmountOverflow) {
      var means: [[Double]] = []
      for (index, place) in places.enumerated() {
        means.append(try place.withLock { $0 }.means(of: plan, place: index))
      }
      return means
    } catch {
      throw .overflow(error)
    }
  }

  /// Refuses what would not fit, before anything is done for it.
  func check(_ need: MemoryNeed) throws(Failure) {
    if let shortage = MemoryShortage(need, workers) { throw .tooLittleMemory(shortage) }
  }

  /// Adds draws to the statistics of all places.
  private func add(_ draws: Range<Int>, to places: [Place], progress: @Sendable (Int) -> Void) throws(Failure) {
    guard addUntilStopped(draws, to: places, progress: progress) == draws.upperBound else { throw .interrupted }
  }

  /// Adds draws to the statistics of all places, or the first of them if it is stopped.
  ///
  /// - Returns: the first draw that was not added: all before it were, in every place.
  func addUntilStopped(_ draws: Range<Int>, to places: [Place], progress: @Sendable (Int) -> Void) -> Int {
    // No other draws may be added until the first draws have set the thresholds of every place.
    let beginning = workers.threads.makeGate()
    if draws.lowerBound > 0 { beginning.open() }
    return evaluate(draws, progress: progress) { wave, place, amounts in
      if wave.lowerBound > 0 { beginning.wait() }
      places[place].withLock { $0.add(amounts) }
    } end: { wave in
      if wave.lowerBound == 0 { beginning.open() }
    }
  }

  /// Evaluates draws on the threads.
  ///
  /// - Parameters:
  ///   - mostReplicates: maximum number of replicates in a wave.
  ///   - progress: called with the number of replicates done, of all up to the last of these draws.
  ///   - take: called with the draws of a wave, a place and its amounts, by several threads at a time.
  ///   - end: called when all places of a wave have been taken.
  /// - Returns: the first draw that is not done: all before it are.
  private func evaluate(
    _ draws: Range<Int>, mostReplicates: Int = Evaluator.mostReplicatesPerWave, progress: @Sendable (Int) -> Void,
    take: @Sendable (Range<Int>, Int, WaveAmounts) -> Void,
    end: @Sendable (Range<Int>) -> Void
  ) -> Int {
    withoutActuallyEscaping(take) { take in
      withoutActuallyEscaping(end) { end in
        ConcurrentDraws(draws: draws, workers: workers).run(progress) {
          let evaluator = Evaluator(plan, mostReplicates: mostReplicates, samples: workers.samples)
          return ConcurrentDraws.Worker(most: evaluator.replicatesPerWave) { wave in
            evaluator.evaluate(draws: wave) { place, amounts in take(wave, place, amounts) }
            end(wave)
          }
        }
      }
    }
  }

  private func results(of places: [Place]) throws(Failure) -> Results {
    let results = workers.guarded([PlaceResults?](repeating: nil, count: places.count))
    let next = workers.guarded(0)
    workers.threads.perform(min(workers.count, places.count)) { _ in
      func take() -> Int? {
        next.withLock { next in
          guard next < places.count else { return nil }
          next += 1
          return next - 1
        }
      }
      while let place = take() {
        let found = places[place].withLock { $0.results(of: plan) }
        results.withLock { $0[place] = found }
      }
    }
    do throws(AmountOverflow) {
      return try Results(of: plan, places: results.withLock { $0.compactMap { $0 } })
    } catch {
      throw .overflow(error)
    }
  }
}
