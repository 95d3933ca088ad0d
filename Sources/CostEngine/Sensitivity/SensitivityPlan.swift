/// The plan for computing the influence of groups of inputs on one amount: two independent samples of a scenario's
/// inputs.
public struct SensitivityPlan: Sendable {
  /// The plan of the scenario, in the requested region or in all regions.
  public let plan: Plan
  /// The same plan with another seed.
  let other: Plan
  public let groups: [InputGroup]
  let parts: [Part]
  /// Position of the place whose amount is analysed, and its column.
  let place: Int
  let column: Int
  let quantity: ReportedQuantity
  /// A value near the amount's mean, which is subtracted before anything is squared.
  let centre: Double

  /// A group in the form that the kernels use.
  struct Part: Sendable {
    /// Positions in ``Plan/variables``.
    var variables: [Int]
    var factors: [Int]
    var isFactorAlone: Bool
    /// Positions of the regions whose amounts it can affect.
    var regions: Range<Int>
  }

  /// The amounts whose uncertainty can be attributed: totals over the horizon.
  public static let quantities: [ReportedQuantity] = [.delta, .net, .structural, .incidental]

  /// - Parameters:
  ///   - scenario: index in ``Study/scenarios``.
  ///   - region: index in ``Study/regions``; nil for the country.
  ///   - quantity: one of ``quantities``.
  ///   - settings: `sobol` is replaced by Latin hypercube: draw by draw, the points of a Sobol sequence are not
  ///     independent of those of another scrambling of it.
  ///   - groups: each is changed by itself while everything else stays the same.
  public init(
    _ study: Study, scenario: Int, region: Int?, quantity: ReportedQuantity, settings: SimulationSettings,
    groups: [InputGroup]
  ) {
    precondition(SensitivityPlan.quantities.contains(quantity))
    let selection = Selection(
      scenarios: [scenario], regions: region.map { [$0] } ?? Array(study.regions.indices))
    var settings = settings
    if settings.sampler == .sobol { settings.sampler = .latinHypercube }
    plan = Plan(study, selection: selection, settings: settings)
    // Far from any seed that a person would choose.
    settings.seed = settings.seed &+ 0x9E37_79B9_7F4A_7C15
    other = Plan(study, selection: selection, settings: settings)
    self.groups = groups
    self.quantity = quantity
    place = region == nil ? selection.regions.count : 0
    let first = Evaluator(plan, mostReplicates: 1)
    column = first.amounts(of: place).layout.total(of: quantity, scenario: 0)
    let places = SensitivityPlan.regionsOfVariables(study, scenario: scenario, selection.regions)
    var positions = [Int?](repeating: nil, count: study.variables.count)
    for (position, variable) in plan.usedVariables.enumerated() { positions[variable] = position }
    parts = groups.map { group in
      // A variable that affects no region's amounts, such as a key that only divides who pays, has no influence.
      let variables = group.variables.filter { positions[$0] != nil && !places[$0].isEmpty }
      var regions = 0..<0
      for variable in variables {
        let own = places[variable]
        regions = regions.isEmpty ? own : regions == own ? own : 0..<selection.regions.count
      }
      return Part(
        variables: variables.compactMap { positions[$0] }, factors: group.factors,
        isFactorAlone: group.isFactorAlone, regions: regions)
    }
    let draws = min(RandomStream.drawsPerReplicate, settings.draws)
    first.sample(0)
    first.evaluateColumns(draws: 0..<draws, register: 0, regions: 0..<selection.regions.count)
    var sum = 0.0
    let amounts = first.amounts(of: place).column(column)
    for draw in 0..<draws { sum += amounts[draw / 8][draw % 8] }
    centre = sum.isFinite ? sum / Double(draws) : 0
  }

  /// The result of all replicates together.
  public func result(of replicates: [PickFreezeReplicate]) -> SensitivityResult {
    var result = SensitivityResult(replicates, centre: centre)
    for (index, part) in parts.enumerated() where !part.isFactorAlone {
      result.groups[index].endsAreOutcomes = part.variables.contains { plan.outcomeEnds[$0] != nil }
    }
    return result
  }

  /// The error to report if an amount in some replicate is outside the range that is counted.
  public var overflow: AmountOverflow {
    AmountOverflow(
      RecordedAmount(scenario: 0, place: place, period: .total, quantity: quantity), of: plan)
  }

  /// For each variable the positions of the regions whose amounts it can affect: one, or all.
  private static func regionsOfVariables(_ study: Study, scenario: Int, _ regions: [Int]) -> [Range<Int>] {
    var places = [Range<Int>](repeating: 0..<0, count: study.variables.count)
    for (position, region) in regions.enumerated() {
      let selection = Selection(scenarios: [scenario], regions: [region])
      for variable in PlanCompiler.variables(of: study, selection: selection) {
        places[variable] = places[variable].isEmpty ? position..<position + 1 : 0..<regions.count
      }
    }
    return places
  }
}
