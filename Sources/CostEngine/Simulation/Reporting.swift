/// From the lines of a region, or of the country, to the reported amounts.
extension Evaluator {
  /// Records all amounts of one region position for eight draws.
  ///
  /// - Parameters:
  ///   - baseline: by year.
  ///   - delta: by scenario, year and line, see ``KernelScratch``.
  ///   - funding: by year.
  func report(
    region: Int, baseline: UnsafePointer<Register>, delta: UnsafePointer<Register>, funding: UnsafePointer<Register>,
    _ v: Int
  ) {
    let years = plan.years
    let layout = plan.layout
    recordSum(baseline, series: layout.baseline(region: region))
    recordSum(funding, series: layout.funding(region: region))
    for scenario in plan.selection.scenarios.indices {
      let first = layout.quantities(scenario: scenario, region: region)
      let periods = layout.periods
      let zero = Register(repeating: 0)
      var total = Amounts()
      var present = zero
      var lines = (zero, zero, zero, zero, zero, zero, zero, zero, zero, zero)
      for year in 0..<years {
        let line = delta + (scenario * years + year) * KernelScratch.deltas
        let incidental = line[0] + line[1] + line[7] + line[8]
        let structural = line[2] + line[3] + line[4] + line[5] + line[6] + line[9]
        let sum = structural + incidental
        let amounts = Amounts(
          cost: baseline[year] + sum, delta: sum, structural: structural, incidental: incidental,
          staffTime: line[KernelScratch.staff], outOfPocket: sum - line[KernelScratch.staff],
          net: sum - funding[year])
        record(amounts, first: first + year, stride: periods)
        total.add(amounts)
        present += sum * value(plan.discountFactors[year], v)
        withUnsafeMutableBytes(of: &lines) { bytes in
          let totals = bytes.assumingMemoryBound(to: Register.self)
          let place = layout.lines(scenario: scenario, region: region, period: year)
          for index in 0..<CostLine.allCases.count {
            recorder.record(line[index], line: place + index, series: first + periods + year)
            totals[index] += line[index]
          }
        }
      }
      record(total, first: first + years, stride: periods)
      recorder.record(present, series: layout.presentValue(scenario: scenario, region: region))
      withUnsafeBytes(of: &lines) { bytes in
        let totals = bytes.assumingMemoryBound(to: Register.self)
        let place = layout.lines(scenario: scenario, region: region, period: years)
        for index in 0..<CostLine.allCases.count {
          recorder.record(totals[index], line: place + index, series: first + periods + years)
        }
      }
      scratch.totals[scenario] = total.delta
    }
    var pair = 0
    for a in plan.selection.scenarios.indices {
      for b in plan.selection.scenarios.indices where b > a {
        recorder.record(scratch.totals[a] - scratch.totals[b], series: layout.pair(pair, region: region))
        pair += 1
      }
    }
  }

  /// The quantities that differ between scenarios, in the order of ``SeriesLayout/scenarioQuantities``.
  private struct Amounts {
    var cost = Register(repeating: 0)
    var delta = Register(repeating: 0)
    var structural = Register(repeating: 0)
    var incidental = Register(repeating: 0)
    var staffTime = Register(repeating: 0)
    var outOfPocket = Register(repeating: 0)
    var net = Register(repeating: 0)

    @inline(__always)
    mutating func add(_ other: Amounts) {
      cost += other.cost
      delta += other.delta
      structural += other.structural
      incidental += other.incidental
      staffTime += other.staffTime
      outOfPocket += other.outOfPocket
      net += other.net
    }
  }

  @inline(__always)
  private func record(_ amounts: Amounts, first: Int, stride: Int) {
    recorder.record(amounts.cost, series: first)
    recorder.record(amounts.delta, series: first + stride)
    recorder.record(amounts.structural, series: first + 2 * stride)
    recorder.record(amounts.incidental, series: first + 3 * stride)
    recorder.record(amounts.staffTime, series: first + 4 * stride)
    recorder.record(amounts.outOfPocket, series: first + 5 * stride)
    recorder.record(amounts.net, series: first + 6 * stride)
  }

  /// Records the amount of each year and of the whole horizon.
  private func recordSum(_ amounts: UnsafePointer<Register>, series: Int) {
    var total = Register(repeating: 0)
    for year in 0..<plan.years {
      recorder.record(amounts[year], series: series + year)
      total += amounts[year]
    }
    recorder.record(total, series: series + plan.years)
  }
}
