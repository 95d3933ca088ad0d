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
    func summaries(_ draws: RecordedDraws) -> [Summary]? {
      let found = amounts.indices.compactMap { Summary(of: draws[$0], sampler: sampler) }
      return found.count == amounts.count ? found : nil
    }
    guard let ownSummaries = summaries(own) else { preconditionFailure("recorded amounts are counted") }
    var outcomes: [SweepContent.Combination] = []
    for (index, values) in combinations.enumerated() {
      let done = (index + 1) * replicates
      let overrides = zip(inputs, values).flatMap { $0.overrides($1) }
      let outcome: SweepContent.Outcome
      switch try record(overrides, progress: { progress(done + $0) }) {
      case .impossible(let reason): outcome = .impossible(reason)
      case .draws(let draws):
        let figures = amounts.indices.compactMap { amount -> SweepContent.Figures? in
          let differences = zip(draws[amount], own[amount]).map { $0 - $1 }
          guard let summary = Summary(of: draws[amount], sampler: sampler),
            let difference = Summary(of: differences, sampler: sampler)
          else { return nil }
          return SweepContent.Figures(summary: summary, difference: difference)
        }
        outcome =
          figures.count == amounts.count
          ? .figures(figures)
          : .impossible(Bilingual(nl: "Een bedrag is te groot.", en: "An amount is too large."))
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
