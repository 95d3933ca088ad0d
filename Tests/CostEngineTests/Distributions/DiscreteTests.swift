import Testing

@testable import CostEngine

@Suite struct DiscreteTests {
  @Test func quantileGoesThroughValuesAscending() throws {
    let distribution = try Distribution.discrete([(10, 0.25), (-3, 0.5), (4, 0.25)])
    #expect(distribution.quantile(0x1p-40) == -3)
    #expect(distribution.quantile(0.5) == -3)
    #expect(distribution.quantile((0.5).nextUp) == 4)
    #expect(distribution.quantile(0.75) == 4)
    #expect(distribution.quantile((0.75).nextUp) == 10)
    #expect(distribution.quantile(1 - 0x1p-53) == 10)
    #expect(distribution.mean == 2)
    #expect(distribution.support == (-3, 10))
  }

  @Test func equalValuesAreJoinedAndImpossibleOnesDropped() throws {
    let distribution = try Distribution.discrete([(1, 0.25), (7, 0), (2, 0.5), (1, 0.25)])
    #expect(distribution.support == (1, 2))
    #expect(distribution.quantile(0.5) == 1)
    #expect(distribution.mean == 1.5)
  }

  @Test func roundedThirdsAreAccepted() throws {
    let third = 0.3333333333
    let distribution = try Distribution.discrete([(0, third), (3, third), (6, third)])
    // Scaled to a sum of 1; three products of at most 6.
    #expect((distribution.mean - 3).magnitude < 1e-15 * 6)
    #expect(distribution.quantile(0.99999999999) == 6)
  }

  @Test func manyEqualSteps() throws {
    let distribution = try Distribution.discrete((0..<1000).map { (Double($0), 0.001) })
    for step in 0..<1000 {
      #expect(distribution.quantile((Double(step) + 0.5) / 1000) == Double(step))
    }
  }
}
