import CostEngine
import Reports

extension ConcurrentSimulation {
  /// The statistics of some of the draws.
  ///
  /// - Parameters:
  ///   - run: what the whole run is made with.
  ///   - draws: from the start of a replicate to the end of one.
  ///   - progress: called with the number of replicates done, of all up to the last of these draws.
  public func part(
    _ run: Manifest, draws: Range<Int>, progress: @Sendable (Int) -> Void
  ) throws(Failure) -> RunPart {
    try check(plan.memoryNeed)
    var places = places
    if draws.lowerBound > 0 {
      // The first replicate of all sets the thresholds at which the sampling error of percentiles is counted.
      try add(0..<min(RandomStream.drawsPerReplicate, plan.settings.draws), to: places, progress: { _ in })
      places = places.map { place in workers.guarded(place.withLock { $0.emptied }) }
    }
    try add(draws, to: places, progress: progress)
    return RunPart(run, plan, workers, places: places, ranges: DrawRanges([draws])!)
  }
}
