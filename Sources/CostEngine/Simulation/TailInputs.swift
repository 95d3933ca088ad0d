/// The uncertain inputs whose rare or large values may rule an amount's mean, and what they do to the amounts of a run.
///
/// The standard error of a mean is only as good as the tail that the draws have seen. For an amount with skewness `G`
/// the usual interval of its mean (1.96 standard errors to either side) misses in no more than 6 % of the runs, rather
/// than 5 %, from about `25 G^2` draws on (W. G. Cochran, Sampling Techniques, third edition 1977, section 2.15). For an
/// event with a small chance `p` this is `25 / p`: the event must have occurred some 25 times.
///
/// The skewness is not taken from the draws, which underestimate it as long as they miss the tail, but from the inputs:
/// an amount that depends on independent inputs `i` by effects with standard deviations `s_i` and skewnesses `g_i` has
/// the skewness `sum s_i^3 g_i / S^3`, with `S` the amount's own standard deviation. Effects are linear between two values
/// of the input, with all others at their means.
public struct TailInputs: Sendable {
  /// Draws per squared skewness.
  public static let drawsPerSquare = 25.0
  /// With a smaller skewness the fewest draws that give an error, one replicate, suffice.
  static let leastSkewness = 2.5

  /// An input that may rule an amount.
  struct Candidate: Sendable {
    /// Index in ``Study/variables``.
    var variable: Int
    var shape: TailShape
    /// Its values with the usual and with the other outcome, or in the middle and in the tail.
    var usual, other: Double
    /// What moving from one to the other stands for, in the unit of ``shape``.
    var step: Double
    /// The effect of that on delta and net, EUR, by scenario and place.
    var delta: [[Double]] = []
    var net: [[Double]] = []
  }

  /// An input, and its part in an amount's tail.
  public struct Influence: Sendable, Equatable {
    /// Index in ``Study/variables``.
    public var variable: Int
    /// The probability of another value than the usual one; nil for a long tail.
    public var chance: Double?
    /// What it adds to the expected amount over its usual value, EUR; nil for a long tail.
    public var expected: Double?
    /// The cube of its standard deviation times its skewness.
    var weight: Double
  }

  /// The judgement of one amount whose tail the draws do not suffice for.
  public struct Judgement: Sendable, Equatable {
    /// The number of draws from which the standard error of its mean can be trusted; infinite if never.
    public var needed: Double
    /// The inputs that rule it, the strongest first.
    public var inputs: [Influence]
    /// Whether every draw gave the same amount: none of what is rare has been drawn.
    public var isUnseen: Bool
  }

  /// Number of uncertain inputs on which some amount may depend.
  public let inputCount: Int
  private(set) var candidates: [Candidate] = []

  public init(_ study: Study, selection: Selection) {
    let used = PlanCompiler.variables(of: study, selection: selection)
    inputCount = used.count
    let adoptions = study.certainAdoptions
    // An assumption holds for every region that gives no figure of its own: a metalog, which takes long to integrate, comes
    // many times. Of a study in which all differ, no more is compared than what integrating one costs.
    var known: [Distribution.Metalog] = []
    var shapes: [TailShape?] = []
    let compared = 100
    func shape(_ distribution: Distribution) -> TailShape? {
      guard case .metalog(let metalog) = distribution else { return distribution.tailShape }
      if let same = known.indices.suffix(compared).first(where: { known[$0] == metalog }) { return shapes[same] }
      known.append(metalog)
      shapes.append(distribution.tailShape)
      return shapes.last!
    }
    for variable in used {
      let candidate: Candidate?
      if let adoption = adoptions[variable] {
        candidate = Candidate(variable, adoption: adoption)
      } else {
        let distribution = study.variables[variable].distribution
        candidate = shape(distribution).flatMap { Candidate(variable, distribution, $0) }
      }
      if let candidate { candidates.append(candidate) }
    }
    if !candidates.isEmpty { findEffects(study, selection) }
  }

  /// Whether no input has a tail that could rule an amount.
  public var isEmpty: Bool { candidates.isEmpty }

  // MARK: Effects

  private mutating func findEffects(_ study: Study, _ selection: Selection) {
    let isWhole = selection.regions.count == study.regions.count
    let uses = selection.regions.map { region -> [Bool] in
      var isUsed = [Bool](repeating: false, count: study.variables.count)
      let here = Selection(scenarios: selection.scenarios, regions: [region])
      for variable in PlanCompiler.variables(of: study, selection: here) { isUsed[variable] = true }
      return isUsed
    }
    var values = study.variables.map { variable -> Double in
      let mean = variable.distribution.mean
      return mean.isFinite ? mean : variable.distribution.quantile(0.5)
    }
    for candidate in candidates { values[candidate.variable] = candidate.usual }
    for index in candidates.indices {
      let candidate = candidates[index]
      var changed = values
      changed[candidate.variable] = candidate.other
      for scenario in selection.scenarios {
        var (delta, net): ([Double], [Double]) = ([], [])
        for (position, region) in selection.regions.enumerated() {
          guard uses[position][candidate.variable] else {
            delta.append(0)
            net.append(0)
            continue
          }
          let (before, after) = (
            WorkedCalculation(study, scenario: scenario, region: region, values: values),
            WorkedCalculation(study, scenario: scenario, region: region, values: changed)
          )
          delta.append(after.total[.delta] - before.total[.delta])
          net.append(after.total[.net] - before.total[.net])
        }
        if isWhole {
          let own =
            TailInputs.nationalOneOffs(study, scenario: scenario, changed)
            - TailInputs.nationalOneOffs(study, scenario: scenario, values)
          delta.append(delta.reduce(own, +))
          net.append(net.reduce(own, +))
        }
        candidates[index].delta.append(delta)
        candidates[index].net.append(net)
      }
    }
  }

  /// What the one-offs that occur once for the country cost, EUR.
  private static func nationalOneOffs(_ study: Study, scenario: Int, _ values: [Double]) -> Double {
    let draw = WorkedCalculation.Draw(study: study, region: 0, values: values)
    var sum = 0.0
    for (index, oneOff) in study.oneOffs.enumerated() where oneOff.per == .national {
      for year in study.firstYear...study.lastYear {
        let worked = WorkedCalculation.OneOffYear(
          index, scenario: scenario, year: year, wageIndex: draw.index(study.wageGrowth, year: year),
          priceIndex: draw.index(study.priceGrowth, year: year), in: draw)
        sum += worked?.amount ?? 0
      }
    }
    return sum
  }

  /// Whether an input with such a tail changes an amount.
  public var hasEffect: Bool {
    candidates.contains { candidate in
      (candidate.delta + candidate.net).contains { $0.contains { $0.magnitude >= 0.005 } }
    }
  }

  // MARK: Judgement

  /// What inputs do to an amount over the whole horizon; nil if its draws suffice for its tail.
  ///
  /// - Parameters:
  ///   - quantity: `delta` or `net`.
  ///   - scenario: position in the selection.
  ///   - place: position of a region in the selection; the country comes after the regions.
  ///   - summary: the amount's statistics.
  ///   - draws: the number of draws.
  public func judgement(
    of quantity: ReportedQuantity = .delta, scenario: Int, place: Int, summary: Summary, draws: Int
  ) -> Judgement? {
    precondition(quantity == .delta || quantity == .net)
    var inputs: [Influence] = []
    var variance = 0.0
    for candidate in candidates {
      let effect = (quantity == .delta ? candidate.delta : candidate.net)[scenario][place]
      // Less than a cent is rounding.
      guard effect.magnitude >= 0.005, effect.isFinite else { continue }
      let slope = effect / candidate.step
      let spread = (slope * candidate.shape.deviation).magnitude
      variance += spread * spread
      let chance = candidate.shape.rare?.chance
      inputs.append(
        Influence(
          variable: candidate.variable, chance: chance, expected: chance.map { effect * $0 },
          weight: spread * spread * spread * candidate.shape.skewness.magnitude))
    }
    guard !inputs.isEmpty else { return nil }
    // As long as the tail was not drawn, the draws vary less than the amount does; where it was drawn too often, more: all
    // but the tail varies by at most half the width from P5 to P95, apart from a tenth of the draws.
    let drawn = summary.standardDeviation * summary.standardDeviation
    let width = (summary.p95 - summary.p05) / 2
    let square = drawn.isFinite ? max(variance, min(drawn, variance + width * width)) : variance
    let third = inputs.reduce(0) { $0 + $1.weight }
    let skewness = third / (square * square.squareRoot())
    let needed = skewness.isNaN ? Double.infinity : TailInputs.drawsPerSquare * skewness * skewness
    guard needed > Double(draws) else { return nil }
    let order = inputs.indices.sorted { (inputs[$1].weight, $0) < (inputs[$0].weight, $1) }
    // Those that make up most of it.
    var told: [Influence] = []
    var sum = 0.0
    for index in order where told.isEmpty || sum < 0.9 * third {
      told.append(inputs[index])
      sum += inputs[index].weight
    }
    return Judgement(needed: needed, inputs: told, isUnseen: drawn == 0)
  }

  /// The number of draws from which the standard errors of all means can be trusted; 0 if the draws suffice.
  ///
  /// - Parameter totals: for each place the summaries of the total delta of all scenarios.
  public func needed(_ totals: [[Summary]], draws: Int) -> Double {
    if isEmpty { return 0 }
    var most = 0.0
    for (place, summaries) in totals.enumerated() {
      for (scenario, summary) in summaries.enumerated() {
        let found = judgement(
          scenario: scenario, place: place, summary: summary, draws: draws)
        most = max(most, found?.needed ?? 0)
      }
    }
    return most
  }
}

extension TailInputs.Candidate {
  /// Nil for an input that is not skewed enough.
  fileprivate init?(_ variable: Int, _ distribution: Distribution, _ shape: TailShape) {
    guard shape.skewness.magnitude >= TailInputs.leastSkewness else { return nil }
    let usual = shape.rare?.usual ?? distribution.quantile(0.5)
    let other = shape.rare?.other ?? distribution.quantile(shape.skewness < 0 ? 0.05 : 0.95)
    guard other != usual, (other - usual).isFinite else { return nil }
    self.init(variable: variable, shape: shape, usual: usual, other: other, step: other - usual)
  }

  /// A measure that is hardly ever, or nearly always, in force; nil for other chances.
  fileprivate init?(_ variable: Int, adoption: Double) {
    guard adoption > 0, adoption < 1 else { return nil }
    let shape = TailShape.event(adoption)
    guard shape.skewness.magnitude >= TailInputs.leastSkewness else { return nil }
    let (inForce, not) = (adoption / 2, (1 + adoption) / 2)
    let isUsual = adoption > 0.5
    self.init(
      variable: variable, shape: shape, usual: isUsual ? inForce : not, other: isUsual ? not : inForce, step: 1)
  }
}
