/// Converts the lines of a region, or of the country, to the columns from which its statistics are taken.
extension Evaluator {
  /// - Parameters:
  ///   - target: the place's columns.
  ///   - register: register within the wave.
  ///   - draws: number of lanes that are draws, 1...8.
  ///   - baseline: by year.
  ///   - delta: by scenario, year and line, see ``KernelScratch``.
  ///   - funding: by year.
  ///   - v: register within the replicate.
  func report(
    to target: AmountColumns, register: Int, draws: Int, baseline: UnsafePointer<Register>,
    delta: UnsafePointer<Register>, funding: UnsafePointer<Register>, _ v: Int
  ) {
    let layout = target.layout
    let capacity = target.capacity
    let out = target.columns + register
    let years = program.years
    put(baseline, at: out + layout.baseline &* capacity, capacity)
    put(funding, at: out + layout.funding &* capacity, capacity)
    for scenario in 0..<program.scenarios {
      var total = Totals()
      var present = Register(repeating: 0)
      var parts = out + layout.parts(scenario: scenario, year: 0) &* capacity
      for year in 0..<years {
        let line = delta + (scenario &* program.slots &+ year) &* KernelScratch.deltas
        let amounts = YearAmounts(baseline: baseline[year], delta: line, funding: funding[year])
        @inline(__always)
        func put(_ amount: Register, _ part: AmountColumns.YearPart) { parts[part.rawValue &* capacity] = amount }
        put(amounts.structural, .structural)
        put(amounts.incidental, .incidental)
        put(amounts.staffTime, .staffTime)
        parts += AmountColumns.YearPart.allCases.count &* capacity
        total.add(amounts)
        present += amounts.amount(of: .delta) * value(program.discountFactors[year], v)
      }
      let totals = out + layout.totals(scenario: scenario) &* capacity
      @inline(__always)
      func put(_ amount: Register, _ quantity: ScenarioQuantity) { totals[quantity.rawValue &* capacity] = amount }
      put(total.cost, .cost)
      put(total.delta, .delta)
      put(total.structural, .structural)
      put(total.incidental, .incidental)
      put(total.staffTime, .staffTime)
      put(total.outOfPocket, .outOfPocket)
      put(total.net, .net)
      out[layout.presentValue(scenario: scenario) &* capacity] = present
      let end = delta + (scenario &* program.slots &+ years) &* KernelScratch.deltas
      out[layout.end(scenario: scenario) &* capacity] =
        YearAmounts(
          baseline: baseline[years &- 1], delta: end, funding: Register(repeating: 0)
        ).structural
      addLines(scenario, delta: delta, draws: draws)
    }
  }

  /// Each ``ScenarioQuantity`` over the years so far.
  private struct Totals {
    var cost = Register(repeating: 0)
    var delta = Register(repeating: 0)
    var structural = Register(repeating: 0)
    var incidental = Register(repeating: 0)
    var staffTime = Register(repeating: 0)
    var outOfPocket = Register(repeating: 0)
    var net = Register(repeating: 0)

    @inline(__always)
    mutating func add(_ year: YearAmounts) {
      cost += year.amount(of: .cost)
      delta += year.amount(of: .delta)
      structural += year.amount(of: .structural)
      incidental += year.amount(of: .incidental)
      staffTime += year.amount(of: .staffTime)
      outOfPocket += year.amount(of: .outOfPocket)
      net += year.amount(of: .net)
    }
  }

  /// Stores the amount of each year and of the whole horizon.
  @inline(__always)
  func put(_ amounts: UnsafePointer<Register>, at column: UnsafeMutablePointer<Register>, _ capacity: Int) {
    var total = Register(repeating: 0)
    for year in 0..<program.years {
      column[year &* capacity] = amounts[year]
      total += amounts[year]
    }
    column[program.years &* capacity] = total
  }

  /// Adds the lines of a scenario, by year and of the end state.
  private func addLines(_ scenario: Int, delta: UnsafePointer<Register>, draws: Int) {
    let first = delta + scenario &* program.slots &* KernelScratch.deltas
    for index in program.firstLine[scenario]..<program.firstLine[scenario &+ 1] {
      let line = program.lines[index]
      scratch.lines.add(
        first + line, stride: KernelScratch.deltas, to: scenario &* CostLine.allCases.count &+ line, draws: draws)
    }
  }
}
