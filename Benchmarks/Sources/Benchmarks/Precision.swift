import CostEngine

/// How many times smaller than plain Monte Carlo's a sampler makes the standard error of the country's total, for the
/// same number of draws: what no clock has to be asked.
enum Precision {
  /// Of `sobol` a run's standard error is an estimate from four strands: taken over many runs.
  private static let seeds = 1...20 as ClosedRange<UInt64>

  static func measure(_ harness: Harness) {
    harness.begin("precision")
    for (name, folder) in StudyFolders.all where harness.isWanted(name) {
      let study = StudyFolders.study(in: folder)
      let seeds = harness.options.isQuick ? seeds.prefix(4) : seeds.prefix(20)
      for (sampler, draws) in [(Sampler.latinHypercube, 10_000), (.sobol, 8192), (.sobol, 65_536)] {
        guard draws < 65_536 || !harness.options.isQuick else { continue }
        let random = errors(study, .random, draws, seeds: 1...1)
        let other = errors(study, sampler, draws, seeds: seeds)
        for (index, scenario) in study.scenarios.enumerated() where random[index] > 0 {
          harness.report(
            "\(name), \(scenario.code), \(sampler.id) with \(draws) draws", (random[index] / other[index]), "times")
        }
      }
    }
  }

  /// Of each scenario the standard error of the country's total delta, the root of its mean square over runs.
  private static func errors(
    _ study: Study, _ sampler: Sampler, _ draws: Int, seeds: some Collection<UInt64>
  ) -> [Double] {
    var squares = [Double](repeating: 0, count: study.scenarios.count)
    for seed in seeds {
      let settings = SimulationSettings(draws: draws, seed: seed, sampler: sampler)
      let results = Simulation.results(of: Plan(study, selection: Selection(study), settings: settings), threads: 2)
      for scenario in squares.indices {
        let error = results.summary(.delta, scenario: scenario, region: results.national, year: results.total)
          .standardError
        squares[scenario] += error * error
      }
    }
    return squares.map { ($0 / Double(seeds.count)).squareRoot() }
  }
}
