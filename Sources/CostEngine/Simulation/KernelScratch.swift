/// Number of registers in a block: 40 draws, so that what the regions and the country need of them stays in the cache;
/// a replicate has five blocks.
let registersPerBlock = 5

/// The intermediate registers of a region's evaluation, and the country's sums.
struct KernelScratch {
  /// The lines of the delta, followed by the own staff hours.
  static let deltas = CostLine.allCases.count + 1
  static let staff = CostLine.allCases.count

  /// Today's cost of a region, by year.
  let baseline: UnsafeMutablePointer<Register>
  /// The delta of a region, by scenario, year (the end state comes after the years) and ``deltas``.
  let delta: UnsafeMutablePointer<Register>
  /// The region's funding, by year.
  let funding: UnsafeMutablePointer<Register>
  /// Today's cost lines and the prices of one function, by year: see ``FunctionYear``.
  let today: UnsafeMutablePointer<FunctionYear>
  /// Today's cost of one provision, by year.
  let provision: UnsafeMutablePointer<Register>
  /// `psi_m(t)` if the measure is in force in the region, by measure and year, the end state included.
  let ramps: UnsafeMutablePointer<Register>
  /// What the State and the region pay in a region, by payer and year; and the sums over the regions, for each register
  /// of a block. Only used if the plan computes who pays.
  let paid, nationalPaid: UnsafeMutablePointer<Register>
  /// `F(driver, item, t)` of one item, by row and year, the end state included.
  let factors: UnsafeMutablePointer<Register>
  /// Sums over the regions, for each register of a block, laid out like baseline, delta and funding.
  let nationalBaseline: UnsafeMutablePointer<Register>
  let nationalDelta: UnsafeMutablePointer<Register>
  let nationalFunding: UnsafeMutablePointer<Register>
  /// The lines of a place; a series is a scenario and line.
  let lines: BlockSums

  /// The values of a function in a year that all scenarios share.
  struct FunctionYear {
    /// `w`, and `d`, `w + d`, `e` and `a` (per year) before the effect of measures, EUR.
    var wage, course, hour, exam, standby: Register
    /// Today's cost lines.
    var replacement, annual, recertification, standbyCost, staff: Register
  }

  /// Nil if the amounts of items are not counted.
  let items: ItemScratch?
  /// The traced items of a region, by trace and year, the end state included: structural and incidental together.
  let traces: UnsafeMutablePointer<Register>
  /// The number of those registers, and the same of the country for each register of a block.
  let traceRegisters: Int
  private let tracesOfNation: UnsafeMutablePointer<Register>
  /// See ``TraceLayout``; nil if no item is traced.
  let traceOfSeries: UnsafeMutablePointer<Int>?

  private let storage: UnsafeMutableRawPointer

  init(_ plan: Plan) {
    let years = plan.years
    let slots = years + 1
    let scenarios = plan.selection.scenarios.count
    let deltas = scenarios * slots * KernelScratch.deltas
    let rows = max(
      plan.functions.map { $0.factorRows.count }.max() ?? 0, plan.provisions.map { $0.factorRows.count }.max() ?? 0)
    let paid = plan.payers == nil ? 0 : 2 * years
    let traced = (plan.traces?.traces.count ?? 0) * slots
    traceRegisters = traced
    let registersPerYear = MemoryLayout<FunctionYear>.stride / MemoryLayout<Register>.stride
    let sizes = [
      years, deltas, years, years * registersPerYear, years, plan.measures.count * slots, rows * slots,
      registersPerBlock * years, registersPerBlock * deltas, registersPerBlock * years,
      paid, registersPerBlock * paid, traced, registersPerBlock * traced,
    ]
    let count = sizes.reduce(0, +)
    storage = .allocate(byteCount: count * MemoryLayout<Register>.stride, alignment: MemoryLayout<Register>.alignment)
    let registers = storage.initializeMemory(as: Register.self, repeating: Register(repeating: 0), count: count)
    var places: [UnsafeMutablePointer<Register>] = []
    var place = registers
    for size in sizes {
      places.append(place)
      place += size
    }
    (baseline, delta, funding) = (places[0], places[1], places[2])
    today = UnsafeMutableRawPointer(places[3]).bindMemory(to: FunctionYear.self, capacity: years)
    (provision, ramps, factors) = (places[4], places[5], places[6])
    (nationalBaseline, nationalDelta, nationalFunding) = (places[7], places[8], places[9])
    (self.paid, nationalPaid, traces, tracesOfNation) = (places[10], places[11], places[12], places[13])
    if let traces = plan.traces, !traces.traceOfSeries.isEmpty {
      let table = UnsafeMutablePointer<Int>.allocate(capacity: traces.traceOfSeries.count)
      for (series, trace) in traces.traceOfSeries.enumerated() { (table + series).initialize(to: trace) }
      traceOfSeries = table
    } else {
      traceOfSeries = nil
    }
    items = plan.items.map { ItemScratch($0) }
    lines = BlockSums(series: scenarios * CostLine.allCases.count, years: years)
  }

  func deallocate() {
    storage.deallocate()
    lines.deallocate()
    items?.deallocate()
    traceOfSeries?.deallocate()
  }

  /// The traced items of the country in a register of a block.
  @inline(__always)
  func nationalTraces(_ block: Int) -> UnsafeMutablePointer<Register> { tracesOfNation + block &* traceRegisters }

  func resetNational(_ plan: Plan) {
    let zero = Register(repeating: 0)
    let deltas = plan.selection.scenarios.count * (plan.years + 1) * KernelScratch.deltas
    nationalBaseline.update(repeating: zero, count: registersPerBlock * plan.years)
    nationalDelta.update(repeating: zero, count: registersPerBlock * deltas)
    nationalFunding.update(repeating: zero, count: registersPerBlock * plan.years)
    tracesOfNation.update(repeating: zero, count: registersPerBlock * traceRegisters)
    if plan.payers != nil { nationalPaid.update(repeating: zero, count: registersPerBlock * 2 * plan.years) }
  }
}
