import CostEngine
import Reports
import StudyFiles
import Terms

extension VariedStudy {
  /// Searches for the value of an input at which a condition on the first of the amounts holds.
  ///
  /// - Parameters:
  ///   - wantsLargest: whether to look from the largest value down.
  ///   - progress: called with the number of replicates done, out of ``mostReplicates(of:)``.
  public func solve(
    _ input: VariedInput, _ condition: SolveCondition, _ search: SolutionSearch, wantsLargest: Bool,
    progress: @Sendable (Int) -> Void
  ) throws(Failure) -> SolveContent {
    var outcomes: [Int: SolveContent.Outcome] = [:]
    func outcome(_ position: Int) throws(Failure) -> SolveContent.Outcome {
      if let known = outcomes[position] { return known }
      let done = outcomes.count * replicates
      let found = try record(input.overrides(search.values[position])) { progress(done + $0) }
      let outcome = Self.outcome(found, condition, settings.sampler)
      outcomes[position] = outcome
      return outcome
    }
    func first(
      _ value: (DrawStatistic.Estimate) -> Double
    ) throws(Failure) -> (position: Int, before: Int?)? {
      try search.first(isReversed: wantsLargest) { position throws(Failure) in
        guard case .figures(let figures) = try outcome(position) else { return false }
        return condition.holds(value(figures.estimate))
      }
    }
    // The whole grid, also beyond the answer: the condition may hold, fail and hold again.
    for position in search.grid { _ = try outcome(position) }
    let isCeiling = condition.comparison == .atMost || condition.comparison == .below
    let found = try first { $0.value }
    let earliest = try first { isCeiling ? $0.lower : $0.upper }
    let latest = try first { isCeiling ? $0.upper : $0.lower }
    return SolveContent(
      study: study, input: input.content, condition: condition, wantsLargest: wantsLargest,
      trials: outcomes.sorted { $0.key < $1.key }.map { .init(value: search.values[$0.key], outcome: $0.value) },
      grid: search.grid.map { search.values[$0] }, precision: search.precision,
      solution: found.map { search.values[$0.position] }, neighbour: found?.before.map { search.values[$0] },
      earliest: earliest.map { search.values[$0.position] }, latest: latest.map { search.values[$0.position] },
      settings: settings)
  }

  private static func outcome(
    _ outcome: Outcome, _ condition: SolveCondition, _ sampler: Sampler
  ) -> SolveContent.Outcome {
    switch outcome {
    case .impossible(let reason): return .impossible(reason)
    case .draws(let recorded):
      let draws = recorded[0]
      guard let estimate = condition.statistic.estimate(of: draws, sampler: sampler) else {
        preconditionFailure("recorded amounts are counted")
      }
      let limit = condition.limit ?? 0
      return .figures(
        SolveContent.Figures(
          estimate: estimate, summary: Summary(ofRecorded: draws, sampler: sampler),
          shareAbove: Double(draws.count { $0 > limit }) / Double(draws.count)))
    }
  }

  /// Approximate maximum number of replicates of a search: the three bisections, each of one gap of the default grid,
  /// take fewer than 30 runs.
  public func mostReplicates(of search: SolutionSearch) -> Int {
    replicates * (search.grid.count + (search.precision == nil ? 0 : 30))
  }
}
