import TestSupport
import Testing

@testable import CostEngine

/// The kernels that exchange inputs, against the model spelled out.
@Suite struct PickFreezeTests {
  private static let draws = 3

  /// Total of a quantity over the horizon for given inputs.
  private static func total(
    _ study: Study, _ values: [Double], region: Int?, quantity: ReportedQuantity
  ) -> Double {
    if let region {
      return WorkedCalculation(study, scenario: 0, region: region, values: values).total[quantity]
    }
    return WorkedNational(study, scenario: 0, values: values).total[quantity]
  }

  /// The sums of every group, of single variables and of several, with factors and without, are those of the model with
  /// the values of two samples put together by hand.
  @Test(arguments: Array(UInt64(1)...12), [nil, 1])
  func sumsAreThoseOfTheModel(seed: UInt64, region: Int?) throws {
    let study = RandomStudy.make(seed: seed, uncertain: true)
    guard region.map({ study.regions.indices.contains($0) }) ?? true else { return }
    let settings = SimulationSettings(draws: Self.draws, seed: 17, sampler: seed % 2 == 0 ? .random : .sobol)
    var other = settings
    other.sampler = seed % 2 == 0 ? .random : .latinHypercube
    let a = DrawSampler(study, settings: other)
    other.seed = settings.seed &+ 0x9E37_79B9_7F4A_7C15
    let b = DrawSampler(study, settings: other)
    let quantity = SensitivityPlan.quantities[Int(seed % 4)]
    let groups = InputGroup.grouped(Array(study.variables.indices), of: study) { $0 % 3 == 0 ? "together" : "\($0)" }
      .map(\.group)
    let sensitivity = SensitivityPlan(
      study, scenario: 0, region: region, quantity: quantity, settings: settings, groups: groups)
    let result = try #require(PickFreeze(sensitivity).evaluate(replicate: 0) { false })
    #expect(result.groups.count == groups.count)

    let valuesA = (0..<Self.draws).map { a.values(ofDraw: $0) }
    let valuesB = (0..<Self.draws).map { b.values(ofDraw: $0) }
    func total(_ values: [Double]) -> Double { Self.total(study, values, region: region, quantity: quantity) }
    let (fA, fB) = (valuesA.map(total), valuesB.map(total))
    // The kernels add in another order: a few hundred terms whose sizes add up to less than 1e9.
    let tolerance = 1e9 * 0x1p-52 * 300
    for draw in 0..<Self.draws { #expect(abs(result.amounts[draw] - fA[draw]) <= tolerance) }
    for (index, group) in groups.enumerated() {
      var (first, squares, low, high) = (0.0, 0.0, 0.0, 0.0)
      for draw in 0..<Self.draws {
        var values = valuesA[draw]
        for variable in group.variables { values[variable] = valuesB[draw][variable] }
        let change = total(values) - fA[draw]
        first += (fB[draw] - sensitivity.centre) * change
        squares += change * change
        if group.factors.isEmpty {
          for (probability, isLow) in [(0.1, true), (0.9, false)] {
            for variable in group.variables {
              values[variable] = study.variables[variable].distribution.quantile(probability)
            }
            if isLow { low += total(values) } else { high += total(values) }
          }
        }
      }
      let size = 1e9 * Double(Self.draws)
      #expect(abs(result.groups[index].first - first) <= 2 * tolerance * size, "group \(index)")
      #expect(abs(result.groups[index].total - squares) <= 4 * tolerance * size, "group \(index)")
      guard group.factors.isEmpty else { continue }
      // Tabulated quantiles are exact to 1e-9 of a distribution's scale, and amounts rise by less than 1e9 a scale.
      let shift = Double(Self.draws) * sensitivity.centre
      #expect(abs(result.groups[index].low + shift - low) <= Double(Self.draws) * (tolerance + 1), "group \(index)")
      #expect(abs(result.groups[index].high + shift - high) <= Double(Self.draws) * (tolerance + 1), "group \(index)")
    }
  }

  /// What shares a factor is one group; labels that a factor ties are told.
  @Test func factorsTieGroups() {
    var study = RandomStudy.make(seed: 3, uncertain: true)
    for index in study.variables.indices { study.variables[index].loadings = [] }
    study.factors = ["x", "y"]
    study.variables[1].loadings = [FactorLoading(factor: 1, loading: 0.5)]
    study.variables[4].loadings = [FactorLoading(factor: 1, loading: 0.3), FactorLoading(factor: 0, loading: 0.3)]
    study.variables[5].loadings = [FactorLoading(factor: 0, loading: 0.2)]
    study.variables[2].loadings = [FactorLoading(factor: 0, loading: 0)]
    let groups = InputGroup.grouped([5, 4, 3, 2, 1, 0], of: study) { ["a", "b", "c", "a", "d", "e"][$0] }
    #expect(
      groups.map(\.group) == [
        InputGroup(variables: [5, 4, 1], factors: [0, 1]), InputGroup(variables: [3, 0]), InputGroup(variables: [2]),
      ])
    #expect(groups.map(\.labels) == [["e", "d", "b"], ["a"], ["c"]])
  }

  @Test func itStopsBetweenGroups() {
    let study = RandomStudy.make(seed: 2, uncertain: true)
    let groups = study.variables.indices.map { InputGroup(variables: [$0]) }
    let sensitivity = SensitivityPlan(
      study, scenario: 0, region: nil, quantity: .delta,
      settings: SimulationSettings(draws: 200, seed: 1, sampler: .random), groups: groups)
    var asked = 0
    let result = PickFreeze(sensitivity).evaluate(replicate: 0) {
      asked += 1
      return asked == 3
    }
    #expect(result == nil && asked == 3)
  }
}
