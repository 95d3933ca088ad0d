import Testing

@testable import CostEngine

@Suite struct EmpiricalTests {
  @Test func quantileIsTheOrderStatistic() throws {
    let distribution = try Distribution.empirical([8, 1, 4, 2])
    // x[ceil(n u)], n = 4.
    #expect(distribution.quantile(0x1p-40) == 1)
    #expect(distribution.quantile(0.25) == 1)
    #expect(distribution.quantile((0.25).nextUp) == 2)
    #expect(distribution.quantile(0.5) == 2)
    #expect(distribution.quantile(0.75) == 4)
    #expect(distribution.quantile((0.75).nextUp) == 8)
    #expect(distribution.quantile(1 - 0x1p-53) == 8)
    #expect(distribution.mean == 3.75)
    #expect(distribution.support == (1, 8))
  }

  @Test func meanOfLargeValues() throws {
    #expect(try Distribution.empirical([1e308, 0.5e308, 1e308, 0.5e308]).mean == 0.75e308)
    #expect(try Distribution.empirical([1e15 + 1, 1e15 + 2]).mean == 1e15 + 1.5)
  }
}
