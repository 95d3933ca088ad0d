import Testing

@testable import CostEngine

@Suite struct PrecisionGoalTests {
  let goal = PrecisionGoal(tolerance: 0.01, maximumDraws: 100_100)

  @Test func drawsAreWholeReplicatesOrPowersOfTwo() {
    #expect(goal.largest(.random) == 100_000 && goal.largest(.latinHypercube) == 100_000)
    #expect(goal.largest(.sobol) == 65_536)
    #expect(goal.first(1, .latinHypercube) == 200 && goal.first(1001, .random) == 1200)
    #expect(goal.first(1, .sobol) == 256 && goal.first(4096, .sobol) == 4096 && goal.first(4097, .sobol) == 8192)
    #expect(goal.first(1_000_000, .random) == 100_000 && goal.first(1_000_000, .sobol) == 65_536)
  }

  /// Twice as large an error takes four times the draws, and a tenth more to be sure; one step goes at most to four times.
  @Test func drawsFollowTheSquareOfTheError() {
    #expect(goal.needed(10_000, share: 0.02) == 40_000)
    #expect(goal.next(after: 10_000, share: 0.0125, .random) == 17_200)
    #expect(goal.next(after: 10_000, share: 0.02, .random) == 40_000)
    #expect(goal.next(after: 50_000, share: 0.02, .random) == 100_000)
    #expect(goal.next(after: 8192, share: 0.0125, .sobol) == 16_384)
    #expect(goal.next(after: 8192, share: 0.5, .sobol) == 32_768)
  }

  /// However near the goal is, and even where an error is none: it goes on.
  @Test(arguments: Sampler.allCases) func everyStepGoesOn(sampler: Sampler) {
    var draws = goal.first(1, sampler)
    while draws < goal.largest(sampler) {
      let next = goal.next(after: draws, share: 0.010000001, sampler)
      #expect(next > draws && next <= goal.largest(sampler))
      draws = next
    }
    #expect(draws == goal.largest(sampler))
  }

  func summary(_ errors: [Double], width: Double = 100, deviation: Double = 30, standardError: Double = 1) -> Summary {
    Summary(
      mean: 0, standardError: standardError, standardDeviation: deviation,
      percentiles: [-width / 2, 0, 0, 0, 0, 0, 0, 0, 0, width / 2, 0], cvar95: 0, sharePositive: 0.5,
      precision: errors.map { PercentilePrecision(low: 0, high: 0, error: $0) })
  }

  @Test func theLeastPreciseFigureIsNamed() {
    let totals = [
      [summary([2, 1, 2]), summary([2, 1, 3])], [summary([3, 2, 2.5]), summary([9, 9, 9], width: 1000)],
    ]
    // 3 of 100, first met in the second scenario of the first region.
    #expect(LeastPrecise(totals) == LeastPrecise(scenario: 1, region: 0, figure: .p95, share: 0.03))
    #expect(LeastPrecise([[summary([0, 0, 0])]])?.figure == .mean)
    #expect(LeastPrecise([[summary([0, 4, 0])]])?.figure == .p50)
    #expect(LeastPrecise([[summary([4, 4, 0])]])?.figure == .p05)
  }

  /// Certain amounts are as precise as can be; what is too rare for P5 and P95 is held against its standard deviation.
  @Test func amountsWithoutAWidth() throws {
    #expect(LeastPrecise([[summary([0, 0, 0], width: 0, deviation: 0, standardError: 0)]]) == nil)
    #expect(LeastPrecise([]) == nil)
    let rare = try #require(LeastPrecise([[summary([0, 0, 0], width: 0, deviation: 30, standardError: 1)]]))
    // P5 and P95 of a normal amount are 3.2897 standard deviations apart.
    #expect(rare.figure == .mean && abs(rare.share - 1 / (3.2897 * 30)) < 1e-6)
  }

  /// A percentile on a jump does not become more precise: 520 million draws used to be asked for.
  @Test func drawsOfAPercentileOnAJump() {
    let goal = PrecisionGoal(tolerance: 0.005, maximumDraws: 1_000_000)
    func figure(_ shareBelow: Double) -> LeastPrecise {
      LeastPrecise(scenario: 0, region: 0, figure: .p50, share: 0.25, jump: .init(shareBelow: shareBelow))
    }
    #expect(goal.needed(10_000, for: figure(0.5)) == .infinity)
    // 1.96^2 0.25 / 0.01^2.
    #expect(abs(goal.needed(10_000, for: figure(0.51)) - 9604) < 1)
    let plain = LeastPrecise(scenario: 0, region: 0, figure: .p50, share: 0.01)
    #expect(goal.needed(10_000, for: plain) == goal.needed(10_000, share: 0.01))
  }

  /// What is needed for another reason is gone to as well, in steps.
  @Test func fewestDraws() {
    let goal = PrecisionGoal(tolerance: 0.005, maximumDraws: 1_000_000)
    #expect(goal.next(after: 100_000, share: 0.001, fewest: 250_000, .latinHypercube) == 250_000)
    #expect(goal.next(after: 10_000, share: 0.001, fewest: 250_000, .latinHypercube) == 40_000)
    #expect(goal.next(after: 10_000, share: 0, fewest: .infinity, .latinHypercube) == 40_000)
  }
}
