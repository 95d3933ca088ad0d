/// Amounts of which a plan keeps every draw only because an analysis asks for them: lines, items and phase-ins.
///
/// Each has a column for every year, one for the whole horizon and one for the end state, behind the columns from which
/// the statistics of a place are taken.
struct TraceLayout: Sendable {
  struct Trace: Sendable, Equatable {
    /// Position in the plan's selection.
    var scenario: Int
    var subject: RecordedSubject
  }

  let traces: [Trace]
  let years: Int
  /// For each series of items (see ``ItemLayout``) the trace of which it is a part, or -1; empty without items.
  let traceOfSeries: [Int]

  /// - Returns: nil if nothing needs a trace.
  init?(_ amounts: [RecordedAmount], _ study: Study, items: ItemLayout?) {
    var traces: [Trace] = []
    for amount in amounts {
      let trace = Trace(scenario: amount.scenario, subject: amount.subject)
      guard trace.subject.isTraced, !traces.contains(trace) else { continue }
      traces.append(trace)
    }
    if traces.isEmpty { return nil }
    self.traces = traces
    years = study.years
    var traceOfSeries = [Int](repeating: -1, count: items?.seriesCount ?? 0)
    for (index, trace) in traces.enumerated() {
      guard let items, case .item(let item) = trace.subject else { continue }
      let series = items.series(items.position(of: item), scenario: trace.scenario)
      traceOfSeries[series] = index
      traceOfSeries[series + 1] = index
    }
    self.traceOfSeries = traceOfSeries
  }

  /// Number of columns of a trace: the years, the whole horizon and the end state.
  var periods: Int { years + 2 }
  var count: Int { traces.count * periods }

  func position(of subject: RecordedSubject, scenario: Int) -> Int {
    guard let trace = traces.firstIndex(of: Trace(scenario: scenario, subject: subject)) else {
      preconditionFailure("the plan does not trace this amount")
    }
    return trace
  }
}

extension RecordedSubject {
  /// Whether its draws are kept only where they are asked for.
  var isTraced: Bool {
    switch self {
    case .quantity, .paid: return false
    case .line, .item, .phaseIn: return true
    }
  }

  var isItem: Bool {
    if case .item = self { return true }
    return false
  }
}

extension ItemLayout {
  /// Position of an item in ``Study/items``.
  func position(of item: CostItem) -> Int {
    switch item {
    case .function(let index): return index
    case .provision(let index): return provisions + index
    case .oneOff(let index): return oneOffs + index
    case .measure(let index): return measures + index
    }
  }
}

extension Evaluator {
  /// Forgets the items of the last region.
  func resetTraces() {
    scratch.traces.update(repeating: Register(repeating: 0), count: scratch.traceRegisters)
  }

  /// Adds the traced items of a region to those of the country.
  func addTracesToNation(block: Int) {
    let national = scratch.nationalTraces(block)
    for index in 0..<scratch.traceRegisters { national[index] += scratch.traces[index] }
  }

  /// Stores the traced amounts of a place.
  ///
  /// - Parameters:
  ///   - regions: positions; phase-ins are the smallest of theirs.
  ///   - delta: by scenario, year and line, see ``KernelScratch``.
  ///   - block: the register's position in its block if the place is the country, whose items are summed there; nil for
  ///     a region, whose items stand in the scratch space.
  func reportTraces(
    to target: AmountColumns, register: Int, regions: Range<Int>, delta: UnsafePointer<Register>, block: Int?, _ v: Int
  ) {
    guard let traces = plan.traces else { return }
    let (years, slots, capacity) = (program.years, program.slots, target.capacity)
    for (index, trace) in traces.traces.enumerated() {
      let out = target.column(target.layout.trace(index)) + register
      switch trace.subject {
      case .quantity, .paid: break
      case .phaseIn:
        for year in 0..<years {
          var smallest = Register(repeating: 1)
          for region in regions {
            let phi = value(plan.phaseInsOfRegions[region][trace.scenario][year], v)
            smallest.replace(with: phi, where: phi .< smallest)
          }
          out[year &* capacity] = smallest
        }
        // There is no share of the whole horizon.
        out[years &* capacity] = Register(repeating: 0)
        out[(years &+ 1) &* capacity] = Register(repeating: 1)
      case .line(let line):
        let first = delta + (trace.scenario &* program.slots &* KernelScratch.deltas &+ line.rawValue)
        put(at: out, capacity) { year in first[year &* KernelScratch.deltas] }
      case .item:
        let own = (block.map(scratch.nationalTraces) ?? scratch.traces) + index &* slots
        put(at: out, capacity) { year in own[year] }
      }
    }
  }

  /// Stores the amount of each year, of the whole horizon and of the end state, which comes after the years.
  private func put(at out: UnsafeMutablePointer<Register>, _ capacity: Int, _ amount: (Int) -> Register) {
    var total = Register(repeating: 0)
    for year in 0..<program.years {
      out[year &* capacity] = amount(year)
      total += amount(year)
    }
    out[program.years &* capacity] = total
    out[(program.years &+ 1) &* capacity] = amount(program.years)
  }
}

extension WaveAmounts {
  /// Eight draws of an amount of any kind, EUR; of a phase-in its share.
  ///
  /// - Precondition: the amount exists: see ``RecordedSubject``.
  func amount(of subject: RecordedSubject, scenario: Int, period: Period, _ v: Int) -> Register {
    let layout = columns.layout
    switch subject {
    case .quantity(let quantity): return columns.amount(of: quantity, scenario: scenario, period: period, v)
    case .line, .item, .phaseIn:
      guard let traces else { preconditionFailure("the plan traces nothing") }
      let trace = traces.position(of: subject, scenario: scenario)
      return columns.column(layout.trace(trace) + period.position(years: layout.years))[v]
    case .paid(let payer):
      precondition(layout.hasPayers && period != .end)
      let position = period.position(years: layout.years)
      if payer != .municipalities { return columns.column(layout.paid(payer) + position)[v] }
      if columns.hasShares { return columns.column(layout.shares(scenario: scenario) + position)[v] }
      return columns.amount(of: .delta, scenario: scenario, period: period, v)
        - columns.column(layout.paid(.state) + position)[v] - columns.column(layout.paid(.region) + position)[v]
    }
  }
}
