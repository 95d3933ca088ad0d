import TestSupport
import Testing

@testable import CostEngine

@Suite struct SobolDimensionsTests {
  func dimensions(_ names: [String], factors: [String] = []) throws -> SobolDimensions {
    let distribution = try Distribution.uniform(from: 0, to: 1)
    var study = ClosedFormStudy.make(amounts: [[]])
    study.variables = names.map { UncertainVariable(name: $0, distribution: distribution) }
    study.factors = factors
    return SobolDimensions(study, for: .sobol)
  }

  /// What everything depends on comes first, what is a region's own comes last.
  @Test func tablesHaveTheirOrder() throws {
    let names = [
      "staffing.persons[VR01/A]", "funding.amount[F/2027]", "one-offs.amount[X]", "norms.positions[n/A]",
      "provision-current.quantity[VR01/P]", "measures.in_force[M/VR01]", "measure-effects.factor[M/A/persons]",
      "functions.hourly_cost[A]", "provision-norms.quantity[n/P]", "measures.adoption[M]",
      "scenarios.release[S]", "settings.discount_rate", "variables.prijs",
    ]
    let found = try dimensions(names, factors: ["b", "a"])
    #expect(found.factors == [1, 0])
    #expect(found.variables == (2..<names.count + 2).reversed())
  }

  /// Sorting the rows of a table in a spreadsheet changes nothing.
  @Test func namesDecideNotTheirOrder() throws {
    let names = [
      "norms.positions[n/B]", "variables.b", "training.hours[VR02/A]", "norms.positions[n/A]", "variables.a",
    ]
    let found = try dimensions(names)
    #expect(found.variables == [3, 1, 4, 2, 0])
    #expect(try dimensions(names.reversed()).variables == found.variables.reversed())
  }

  /// Each has a dimension of its own.
  @Test func everyDimensionIsTakenOnce() throws {
    let names = (0..<500).map { ["x", "norms.", "variables.", "funding."][$0 % 4] + "\($0)" }
    let found = try dimensions(names, factors: (0..<7).map { "f\($0)" })
    #expect((found.factors + found.variables).sorted() == Array(0..<507))
  }
}
