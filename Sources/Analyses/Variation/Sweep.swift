import CostEngine
import Reports
import StudyFiles
import Terms

/// The study as it is, against which every combination of values is held.
public struct SweepBase {
  let draws: RecordedDraws
  /// In the order of the amounts.
  public let summaries: [Summary]
}

extension VariedStudy {
  /// The outcomes for combinations of values of one or two inputs.
  ///
  /// - Parameters:
  ///   - combinations: each with values in the order of the inputs.
  ///   - progress: called with the number of replicates done, over all combinations and the study as it is.
  public func sweep(
    _ inputs: [VariedInput], _ combinations: [[Double]], progress: @Sendable (Int) -> Void
  ) throws(Failure) -> SweepContent {
    let base = try sweepBase(progress: progress)
    var outcomes: [SweepContent.Outcome] = []
    for (index, values) in combinations.enumerated() {
      let done = (index + 1) * replicates
      outcomes.append(try outcome(inputs, values, base) { progress(done + $0) })
    }
    return content(inputs, combinations, outcomes, own: base.summaries)
  }

  /// Computes the study as it is.
  ///
  /// - Parameter progress: called with the number of replicates done.
  public func sweepBase(progress: @Sendable (Int) -> Void) throws(Failure) -> SweepBase {
    let own = try recordOwn(progress: progress)
    return SweepBase(
      draws: own, summaries: amounts.indices.map { Summary(ofRecorded: own[$0], sampler: settings.sampler) })
  }

  /// The outcome for one combination of values.
  ///
  /// - Parameter progress: called with the number of replicates done.
  public func outcome(
    _ inputs: [VariedInput], _ values: [Double], _ base: SweepBase, progress: @Sendable (Int) -> Void
  ) throws(Failure) -> SweepContent.Outcome {
    let sampler = settings.sampler
    switch try record(zip(inputs, values).flatMap({ $0.overrides($1) }), progress: progress) {
    case .impossible(let reason): return .impossible(reason)
    case .draws(let draws, _):
      let figures = amounts.indices.compactMap { amount -> SweepContent.Figures? in
        let differences = zip(draws[amount], base.draws[amount]).map { $0 - $1 }
        // Of two amounts that are counted the difference may be too large.
        guard let difference = Summary(of: differences, sampler: sampler) else { return nil }
        return SweepContent.Figures(
          summary: Summary(ofRecorded: draws[amount], sampler: sampler), difference: difference)
      }
      return figures.count == amounts.count ? .figures(figures) : .impossible(Self.amountTooLarge)
    }
  }

  /// The outcomes for all combinations, as they are told.
  ///
  /// - Parameters:
  ///   - outcomes: in the order of the combinations.
  ///   - own: the study as it is, in the order of the amounts.
  public func content(
    _ inputs: [VariedInput], _ combinations: [[Double]], _ outcomes: [SweepContent.Outcome], own: [Summary]
  ) -> SweepContent {
    SweepContent(
      study: study, inputs: inputs.map { $0.content }, amounts: amounts, own: own,
      combinations: zip(combinations, outcomes).map { values, outcome in
        SweepContent.Combination(
          values: values, isOwn: zip(inputs, values).allSatisfy { $0.isOwn($1) }, outcome: outcome)
      }, settings: settings)
  }
}
