import CostEngine

/// Draws per second of whole studies with all statistics; reading and writing aside.
enum Draws {
  static func measure(_ harness: Harness) {
    harness.begin("draws")
    for (name, folder) in StudyFolders.all where harness.isWanted(name) {
      let study = StudyFolders.study(in: folder)
      let draws = harness.options.isQuick ? 2_000 : 10_000
      let settings = SimulationSettings(draws: draws, seed: 1, sampler: .latinHypercube)
      let plan = Plan(study, selection: Selection(study), settings: settings)
      let times = harness.times(of: [
        { _ = Simulation.results(of: plan, threads: 1) }, { _ = Simulation.results(of: plan, threads: 2) },
      ])
      harness.report("\(name), 1 thread", times[0], rateOf: Double(draws), "draws/s")
      harness.report("\(name), 2 threads", times[1], rateOf: Double(draws), "draws/s")
      let scaling = Harness.Times.combine(times) { $0[0] / $0[1] }
      harness.report("\(name), 2 threads to 1", best: scaling.best, median: scaling.median, unit: "times")

      let statistics = Evaluator.statistics(of: plan)
      let amounts = amountCount(Simulation.results(of: plan, threads: 2))
      harness.report("\(name), amounts with statistics a draw", Double(amounts), "")
      harness.report(
        "\(name), a draw's time spread over them", times[0], per: Double(draws * amounts), in: .nanoseconds)
      let once = harness.times(of: [
        { _ = Plan(study, selection: Selection(study), settings: settings) },
        { _ = try? statistics.results(of: plan) },
      ])
      harness.report("\(name), compiling the plan (once a run)", once[0], in: .milliseconds)
      harness.report("\(name), statistics to results (once a run)", once[1], in: .milliseconds)
    }
  }

  /// How many amounts of a draw enter statistics: today's cost and funding do not differ by scenario, and count once.
  private static func amountCount(_ results: Results) -> Int {
    let scenarios = results.selection.scenarios.count
    let places = results.regionCount * (results.years + 1)
    let differing = ReportedQuantity.allCases.filter { ![.baseline, .funding, .npv].contains($0) }.count
    return places * (2 + scenarios * differing) + results.presentValues.count + results.comparisons.count
  }
}
