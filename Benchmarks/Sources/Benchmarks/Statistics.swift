import CostEngine

/// Nanoseconds to take one amount of one draw into its statistics (sums, squares, percentiles, signs).
///
/// What a draw of a study with `s` scenarios takes is `a + b s + c s (s - 1) / 2`, because every pair of scenarios is one
/// more amount in every region, and nothing but its subtraction and its statistics. So `c` follows from three numbers of
/// scenarios: `t(1 + 2d) - 2 t(1 + d) + t(1) = c d^2`, whatever `a` and `b` are.
enum Statistics {
  private static let step = 31
  private static let regions = 4

  static func measure(_ harness: Harness) throws(DistributionError) {
    harness.begin("statistics")
    let name = "an update, a pair's subtraction included"
    guard harness.isWanted(name) else { return }
    let price = try Distribution.pert(minimum: 50_000, mode: 80_000, maximum: 150_000)
    // A whole number of blocks of draws; much more than the first ones, in which the percentiles' tables grow.
    let draws = 20 * RandomStream.drawsPerReplicate
    let evaluations = [1, 1 + step, 1 + 2 * step].map { count in
      evaluation(of: InventedStudy.scenarios(count, regions: regions, price: price), draws: draws)
    }
    let times = harness.times(of: evaluations)
    // The regions and the country.
    let updates = Double(draws * step * step * (regions + 1))
    let update = Harness.Times.combine(times) { $0[2] - 2 * $0[1] + $0[0] }
    harness.report(name, update, per: updates, in: .nanoseconds)
  }

  private static func evaluation(of study: Study, draws: Int) -> () -> Void {
    let settings = SimulationSettings(draws: draws, seed: 1, sampler: .random)
    let plan = Plan(study, selection: Selection(study), settings: settings)
    return { _ = Evaluator.statistics(of: plan) }
  }
}
