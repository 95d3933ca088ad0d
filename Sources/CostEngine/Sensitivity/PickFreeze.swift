/// Evaluates a plan repeatedly with the inputs of one group at a time drawn anew, or set to a quantile. Every thread
/// has its own instance.
///
/// Sample A is the simulation's own; sample B is independent of it. For a group g, `AB_g` is A with the inputs of g
/// from B: `f(B)` and `f(AB_g)` share only these inputs, `f(A)` and `f(AB_g)` all others. Each replicate takes
/// `2 + groups` evaluations for the indices, and two per group for the tornado; those of a group that belongs to one
/// region evaluate only that region.
public final class PickFreeze {
  /// The probabilities to whose quantiles the inputs of a group are set for the tornado, but for those with
  /// ``InputEnds`` of their own.
  public static let ends = InputEnds.usual

  private let sensitivity: SensitivityPlan
  private let a: Evaluator
  private let b: Evaluator
  /// f(A) of the place, and of each region if the place is the country.
  private var base: [Double] = []
  private var baseOfRegions: [[Double]] = []
  private let kept: UnsafeMutablePointer<Register>

  public init(_ sensitivity: SensitivityPlan) {
    self.sensitivity = sensitivity
    a = Evaluator(sensitivity.plan, mostReplicates: 1)
    b = Evaluator(sensitivity.other, mostReplicates: 1)
    let most = sensitivity.parts.map { $0.variables.count }.max() ?? 0
    kept = Evaluator.room(most * registersPerReplicate)
  }

  deinit { kept.deallocate() }

  /// - Parameters:
  ///   - replicate: 0 ..< ``Plan/replicateCount``.
  ///   - isStopped: checked between groups.
  /// - Returns: nil if it was stopped.
  public func evaluate(replicate: Int, isStopped: () -> Bool) -> PickFreezeReplicate? {
    let size = RandomStream.drawsPerReplicate
    let draws = min(size, sensitivity.plan.settings.draws - replicate * size)
    let all = 0..<sensitivity.plan.regions.count
    a.sample(replicate)
    a.evaluateColumns(draws: 0..<draws, register: 0, regions: all)
    base = values(a, place: sensitivity.place, draws)
    if sensitivity.place == all.count { baseOfRegions = all.map { values(a, place: $0, draws) } }
    b.sample(replicate)
    b.evaluateColumns(draws: 0..<draws, register: 0, regions: all)
    let second = values(b, place: sensitivity.place, draws)
    var result = PickFreezeReplicate(amounts: base, centre: sensitivity.centre, other: second)
    for part in sensitivity.parts {
      if isStopped() { return nil }
      guard !part.variables.isEmpty else {
        result.groups.append(PickFreezeReplicate.Sums(low: result.sum, high: result.sum))
        continue
      }
      keep(part)
      exchange(part, replicate)
      var sums = PickFreezeReplicate.Sums()
      sums.add(a: base, b: second, exchanged: evaluate(part, draws), centre: sensitivity.centre)
      fix(part, replicate) { $0.low }
      for value in evaluate(part, draws) { sums.low += value - sensitivity.centre }
      fix(part, replicate) { $0.high }
      for value in evaluate(part, draws) { sums.high += value - sensitivity.centre }
      restore(part, replicate)
      result.groups.append(sums)
    }
    return result
  }

  /// The amounts of the place with the current content of the columns, where only the inputs of a group differ from A.
  private func evaluate(_ part: SensitivityPlan.Part, _ draws: Int) -> [Double] {
    a.evaluateColumns(draws: 0..<draws, register: 0, regions: part.regions)
    let isPart = part.regions.count < sensitivity.plan.regions.count
    guard isPart else { return values(a, place: sensitivity.place, draws) }
    let region = part.regions.lowerBound
    let own = values(a, place: region, draws)
    return (0..<draws).map { base[$0] - baseOfRegions[region][$0] + own[$0] }
  }

  private func values(_ evaluator: Evaluator, place: Int, _ draws: Int) -> [Double] {
    let amounts = evaluator.amounts(of: place).column(sensitivity.column)
    return (0..<draws).map { amounts[$0 / 8][$0 % 8] }
  }

  // MARK: Inputs

  private func column(_ variable: Int) -> UnsafeMutablePointer<Register> {
    a.column(sensitivity.plan.variableColumns[variable])
  }

  private func keep(_ part: SensitivityPlan.Part) {
    for (index, variable) in part.variables.enumerated() {
      (kept + index * registersPerReplicate).update(from: column(variable), count: registersPerReplicate)
    }
  }

  private func restore(_ part: SensitivityPlan.Part, _ replicate: Int) {
    for factor in part.factors { a.sampler.drawFactor(factor, replicate: replicate) }
    for (index, variable) in part.variables.enumerated() {
      column(variable).update(from: kept + index * registersPerReplicate, count: registersPerReplicate)
    }
  }

  /// Gives the inputs of a group the values of sample B; for a factor alone, the variables that load on it are
  /// recomputed.
  private func exchange(_ part: SensitivityPlan.Part, _ replicate: Int) {
    if part.isFactorAlone {
      for factor in part.factors { a.sampler.setFactor(factor, as: b.sampler) }
      for variable in part.variables { a.sampler.draw(variable, replicate: replicate, into: column(variable)) }
      return
    }
    for variable in part.variables {
      let source = b.column(sensitivity.other.variableColumns[variable])
      column(variable).update(from: source, count: registersPerReplicate)
    }
  }

  /// Sets the inputs of a group to a quantile; if it has factors, these are set and the variables that load on them
  /// follow.
  private func fix(_ part: SensitivityPlan.Part, _ replicate: Int, at end: (InputEnds) -> Double) {
    for factor in part.factors { a.sampler.setFactor(factor, at: end(PickFreeze.ends)) }
    for variable in part.variables {
      if a.program.variables[variable].loadings.isEmpty {
        let ends = sensitivity.plan.outcomeEnds[variable] ?? PickFreeze.ends
        a.sampler.setQuantile(variable, at: end(ends), into: column(variable))
      } else {
        a.sampler.draw(variable, replicate: replicate, into: column(variable))
      }
    }
  }
}
