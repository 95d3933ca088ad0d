import CostEngine

/// How the time of a run grows when one thing of a study doubles: 2 is linear, less is better.
enum Growth {
  static func measure(_ harness: Harness) {
    harness.begin("growth")
    let draws = harness.options.isQuick ? 1_000 : 4_000
    for (name, folder) in StudyFolders.all where harness.isWanted(name) {
      let study = StudyFolders.study(in: folder)
      // Even numbers, so that all can be halved.
      let whole = Size(
        regions: study.regions.count / 2 * 2, functions: study.functions.count / 2 * 2, years: study.years / 2 * 2,
        scenarios: study.scenarios.count / 2 * 2, draws: draws)
      let halves: [(of: String, at: WritableKeyPath<Size, Int>)] = [
        ("regions", \.regions), ("functions", \.functions), ("years", \.years), ("scenarios", \.scenarios),
        ("draws", \.draws),
      ]
      let sizes = [whole] + halves.map { whole.halved($0.at) }
      let times = harness.times(of: sizes.map { run(of: study, $0) })
      for (index, half) in halves.enumerated() {
        let ratio = Harness.Times.combine([times[0], times[index + 1]]) { $0[0] / $0[1] }
        let number = whole[keyPath: half.at]
        harness.report(
          "\(name), \(number / 2) to \(number) \(half.of)", best: ratio.best, median: ratio.median, unit: "times")
      }
    }
  }

  private struct Size {
    var regions, functions, years, scenarios, draws: Int

    func halved(_ number: WritableKeyPath<Size, Int>) -> Size {
      var size = self
      size[keyPath: number] /= 2
      return size
    }
  }

  private static func run(of study: Study, _ size: Size) -> () -> Void {
    let settings = SimulationSettings(draws: size.draws, seed: 1, sampler: .latinHypercube)
    let study = study.cut(
      regions: size.regions, functions: size.functions, years: size.years, scenarios: size.scenarios)
    let plan = Plan(study, selection: Selection(study), settings: settings)
    return { _ = Simulation.results(of: plan, threads: 1) }
  }
}

extension Study {
  /// The study with only the first so many of each.
  fileprivate func cut(regions: Int, functions: Int, years: Int, scenarios: Int) -> Study {
    var study = self
    study.regions = Array(study.regions.prefix(regions))
    study.current = study.current.prefix(regions).map { Array($0.prefix(functions)) }
    study.currentProvisions = Array(study.currentProvisions.prefix(regions))
    study.functions = Array(study.functions.prefix(functions))
    study.norms = study.norms.map { Array($0.prefix(functions)) }
    study.scenarios = Array(study.scenarios.prefix(scenarios))
    for index in study.scenarios.indices {
      study.scenarios[index].terms = Array(study.scenarios[index].terms.prefix(regions))
    }
    for index in study.measures.indices {
      study.measures[index].inForce = Array(study.measures[index].inForce.prefix(regions))
      study.measures[index].effects.removeAll { !$0.driver.isOfProvision && $0.item >= functions }
    }
    for index in study.oneOffs.indices { study.oneOffs[index].scenarios.removeAll { $0 >= scenarios } }
    for fund in study.funds.indices {
      for entry in study.funds[fund].entries.indices {
        study.funds[fund].entries[entry].key = Array(study.funds[fund].entries[entry].key.prefix(regions))
      }
    }
    study.years = years
    let growthYears = Swift.max(0, study.lastYear - study.priceYear)
    study.wageGrowth = Array(study.wageGrowth.prefix(growthYears))
    study.priceGrowth = Array(study.priceGrowth.prefix(growthYears))
    return study
  }
}
