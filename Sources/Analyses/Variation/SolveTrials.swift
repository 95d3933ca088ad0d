import CostEngine
import Reports
import StudyFiles
import Terms

/// The values that a search has tried, and what came out.
final class SolveTrials {
  private let varied: VariedStudy
  private let input: VariedInput
  let condition: Condition
  private let progress: @Sendable (Int) -> Void
  private(set) var outcomes: [Double: SolveContent.Outcome] = [:]
  /// Number of values of which a few draws were looked at.
  private(set) var glimpses = 0
  /// Margins of clauses are compared in these units.
  private var scales: [Double]
  /// The draws of every amount at the first value that could be computed.
  private var first: RecordedDraws?
  /// Whether the input changed a draw of any amount of a clause.
  private(set) var hasEffect: [Bool]

  init(
    _ varied: VariedStudy, _ input: VariedInput, _ condition: Condition, progress: @escaping @Sendable (Int) -> Void
  ) {
    self.varied = varied
    self.input = input
    self.condition = condition
    self.progress = progress
    scales = condition.clauses.map { _ in 1 }
    hasEffect = condition.clauses.map { _ in false }
  }

  // MARK: Values

  func outcome(_ value: Double) throws(VariedStudy.Failure) -> SolveContent.Outcome {
    if let known = outcomes[value] { return known }
    let done = outcomes.count * varied.replicates + glimpses
    let progress = progress
    let outcome: SolveContent.Outcome
    switch try varied.record(input.overrides(value), progress: { progress(done + $0) }) {
    case .impossible(let reason): outcome = .impossible(reason)
    case .draws(let draws, let study):
      noteEffect(draws)
      outcome = .figures(figures(draws, study))
    }
    outcomes[value] = outcome
    return outcome
  }

  func figures(_ value: Double) throws(VariedStudy.Failure) -> SolveContent.Figures? {
    if case .figures(let figures) = try outcome(value) { return figures }
    return nil
  }

  private func figures(_ draws: RecordedDraws, _ study: Study) -> SolveContent.Figures {
    let sampler = varied.settings.sampler
    let estimates = condition.figures(of: varied.amounts, { draws[$0] }, sampler: sampler)
    let clauses = zip(condition.clauses, estimates).map { clause, estimate in
      var figures = SolveContent.ClauseFigures(estimate: estimate)
      guard let amount = clause.amount, !amount.isShare else { return figures }
      let own = draws[varied.amounts.firstIndex(of: amount)!]
      figures.summary = Summary(ofRecorded: own, sampler: sampler)
      if let limit = clause.limitOfDraws {
        figures.shareAbove = Double(own.count { $0 > limit }) / Double(own.count)
      }
      return figures
    }
    let ends = varied.places.indices.map { place in
      let phaseIn = draws[varied.amounts.count + 2 * place]
      let structural = draws[varied.amounts.count + 2 * place + 1]
      return SolveContent.EndFigures(
        region: varied.places[place], complete: Double(phaseIn.count { $0 >= 1 }) / Double(phaseIn.count),
        structural: Summary(ofRecorded: structural, sampler: sampler))
    }
    return SolveContent.Figures(
      clauses: clauses, ends: ends, lastYear: study.lastYear, late: study.lateItems(scenario: varied.scenarios[0]))
  }

  private func noteEffect(_ draws: RecordedDraws) {
    guard let first else {
      first = draws
      return
    }
    for (index, clause) in condition.clauses.enumerated() where !hasEffect[index] {
      hasEffect[index] = clause.subject.amounts.contains { amount in
        let position = varied.amounts.firstIndex(of: amount)!
        return !first[position].elementsEqual(draws[position])
      }
    }
  }

  // MARK: Margins

  /// How far the condition is met: that of the clause that is met least, 0 or more where all hold; the lowest number
  /// where the study cannot be computed.
  func margin(_ value: Double) throws(VariedStudy.Failure) -> Double {
    guard let figures = try figures(value) else { return -.greatestFiniteMagnitude }
    return margin(figures.clauses.map { $0.estimate })
  }

  private func margin(_ estimates: [DrawStatistic.Estimate]) -> Double {
    var least = Double.infinity
    for (index, clause) in condition.clauses.enumerated() {
      let value = estimates[index].value
      let margin = clause.margin(value) / scales[index]
      least = min(least, clause.holds(value) ? max(0, margin) : min(margin, -.leastNonzeroMagnitude))
    }
    return least
  }

  /// Takes the largest margins so far as the units in which those of different clauses are compared.
  func setScales() {
    guard condition.clauses.count > 1 else { return }
    for index in condition.clauses.indices {
      var most = 0.0
      for outcome in outcomes.values {
        guard case .figures(let figures) = outcome else { continue }
        most = max(most, condition.clauses[index].margin(figures.clauses[index].estimate.value).magnitude)
      }
      if most > 0 { scales[index] = most }
    }
  }

  /// The margin in the first draws only; nil where the study cannot be computed.
  func glimpse(_ value: Double) throws(VariedStudy.Failure) -> Double? {
    let done = outcomes.count * varied.replicates + glimpses
    glimpses += 1
    let progress = progress
    switch try varied.record(
      input.overrides(value), draws: RandomStream.drawsPerReplicate, progress: { progress(done + $0) })
    {
    case .impossible: return nil
    case .draws(let draws, _):
      return margin(condition.figures(of: varied.amounts, { draws[$0] }, sampler: varied.settings.sampler))
    }
  }
}

extension Study {
  /// One-offs and measures of a scenario of which cost may come after the last year.
  func lateItems(scenario: Int) -> [CostItem] {
    func isLate(_ quantity: Quantity) -> Bool {
      switch quantity {
      case .certain(let year): return year.rounded(.down) > Double(lastYear)
      case .uncertain(let index): return variables[index].distribution.support.upper.rounded(.down) > Double(lastYear)
      case .product: return false
      }
    }
    return items.filter { item in
      guard
        regions.indices.contains(where: { has(item, scenario: scenario, region: $0) })
          || has(item, scenario: scenario, region: nil)
      else { return false }
      switch item {
      case .function, .provision: return false
      case .oneOff(let index): return isLate(oneOffs[index].until)
      case .measure(let index): return isLate(measures[index].from)
      }
    }
  }
}
