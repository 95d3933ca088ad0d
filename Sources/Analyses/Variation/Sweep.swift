import CostEngine
import Reports
import StudyFiles
import Terms

extension VariedStudy {
  /// The outcomes for combinations of values of one or two inputs.
  ///
  /// - Parameters:
  ///   - combinations: each with values in the order of the inputs.
  ///   - progress: called with the number of replicates done, over all combinations and the study as it is.
  public func sweep(
    _ inputs: [VariedInput], _ combinations: [[Double]], progress: @Sendable (Int) -> Void
  ) throws(Failure) -> SweepContent {
    let own = try recordOwn(progress: progress)
    let sampler = settings.sampler
    let ownSummaries = amounts.indices.map { Summary(ofRecorded: own[$0], sampler: sampler) }
    var outcomes: [SweepContent.Combination] = []
    for (index, values) in combinations.enumerated() {
      let done = (index + 1) * replicates
      let overrides = zip(inputs, values).flatMap { $0.overrides($1) }
      let outcome: SweepContent.Outcome
      switch try record(overrides, progress: { progress(done + $0) }) {
      case .impossible(let reason): outcome = .impossible(reason)
      case .draws(let draws, _):
        let figures = amounts.indices.compactMap { amount -> SweepContent.Figures? in
          let differences = zip(draws[amount], own[amount]).map { $0 - $1 }
          // Of two amounts that are counted the difference may be too large.
          guard let difference = Summary(of: differences, sampler: sampler) else { return nil }
          return SweepContent.Figures(
            summary: Summary(ofRecorded: draws[amount], sampler: sampler), difference: difference)
        }
        outcome = figures.count == amounts.count ? .figures(figures) : .impossible(Self.amountTooLarge)
      }
      let isOwn = zip(inputs, values).allSatisfy { $0.isOwn($1) }
      outcomes.append(SweepContent.Combination(values: values, isOwn: isOwn, outcome: outcome))
    }
    return SweepContent(
      study: study, inputs: inputs.map { $0.content }, amounts: amounts, own: ownSummaries,
      combinations: outcomes,
      settings: settings)
  }
}
