/// Evaluates replicates of a plan, one after the other, into statistics. Every thread has its own.
public final class Evaluator {
  let plan: Plan
  /// A block of draws of every column of the plan.
  let columns: UnsafeMutablePointer<Register>
  /// The order of the strata, for each variable and then each factor.
  private let orders: UnsafeMutablePointer<UInt8>
  /// The factors' normal scores.
  private let scores: UnsafeMutablePointer<Register>
  let scratch: KernelScratch
  var recorder: Recorder
  private var accumulator: Accumulator

  public init(_ plan: Plan) {
    self.plan = plan
    columns = .allocate(capacity: max(1, plan.columnCount * registersPerBlock))
    columns.initialize(repeating: Register(repeating: 0), count: plan.columnCount * registersPerBlock)
    let streams = plan.variables.count + plan.factors.count
    orders = .allocate(capacity: max(1, streams * LatinHypercube.paddedStrata))
    scores = .allocate(capacity: max(1, plan.factors.count * registersPerBlock))
    scores.initialize(repeating: Register(repeating: 0), count: plan.factors.count * registersPerBlock)
    scratch = KernelScratch(plan)
    recorder = Recorder(plan.layout)
    accumulator = Accumulator(plan.layout)
    for constant in plan.constants {
      for v in 0..<registersPerBlock { column(constant.column)[v] = Register(repeating: constant.value) }
    }
  }

  deinit {
    columns.deallocate()
    orders.deallocate()
    scores.deallocate()
    scratch.deallocate()
    recorder.deallocate()
  }

  /// What was evaluated so far.
  public var statistics: Accumulator { accumulator }

  @inline(__always)
  func column(_ column: Plan.Column) -> UnsafeMutablePointer<Register> { columns + column &* registersPerBlock }

  /// Evaluates the draws of one replicate.
  ///
  /// - Parameter replicate: 0 ..< ``Plan/replicateCount``.
  public func evaluate(replicate: Int) {
    precondition(replicate >= 0 && replicate < plan.replicateCount)
    let size = RandomStream.drawsPerReplicate
    let draws = min(size, plan.settings.draws - replicate * size)
    if plan.settings.sampler == .latinHypercube { fillOrders(replicate) }
    var done = 0
    while done < draws {
      evaluateBlock(replicate: replicate, first: done, draws: min(draws - done, registersPerBlock * 8))
      done += registersPerBlock * 8
    }
    recorder.flush(draws: draws, into: &accumulator)
  }

  private func fillOrders(_ replicate: Int) {
    for (index, variable) in plan.variables.enumerated() {
      LatinHypercube.fillOrder(order(index), stream: variable.stream, replicate: replicate)
    }
    for (index, stream) in plan.factors.enumerated() {
      LatinHypercube.fillOrder(order(plan.variables.count + index), stream: stream, replicate: replicate)
    }
  }

  private func order(_ index: Int) -> UnsafeMutablePointer<UInt8> { orders + index * LatinHypercube.paddedStrata }

  /// Evaluates `draws` draws from draw `first` of the replicate on.
  private func evaluateBlock(replicate: Int, first: Int, draws: Int) {
    let group = first / (registersPerBlock * 8)
    for (index, stream) in plan.factors.enumerated() {
      let column = scores + index * registersPerBlock
      fillUniform(column, stream: stream, order: plan.variables.count + index, replicate: replicate, group: group)
      plan.normal.quantile(column, vectors: registersPerBlock)
    }
    for variable in plan.sharedVariables { sample(variable, replicate: replicate, group: group) }
    let registers = (draws + 7) / 8
    for v in 0..<registers { fillSharedColumns(v) }
    scratch.resetNational(plan)
    for region in plan.regions.indices {
      for variable in plan.regionVariables[region] { sample(variable, replicate: replicate, group: group) }
      for v in 0..<registers {
        recorder.begin(register: first / 8 + v, draws: min(8, draws - v * 8))
        evaluate(region: region, v)
      }
    }
    guard plan.includesNational else { return }
    for v in 0..<registers {
      recorder.begin(register: first / 8 + v, draws: min(8, draws - v * 8))
      evaluateNational(v)
    }
  }

  private func sample(_ index: Int, replicate: Int, group: Int) {
    let variable = plan.variables[index]
    let column = column(plan.variableColumns[index])
    fillUniform(column, stream: variable.stream, order: index, replicate: replicate, group: group)
    if !variable.loadings.isEmpty {
      FactorCopula.correlate(
        column, vectors: registersPerBlock, variable: variable, scores: scores, stride: registersPerBlock,
        normal: plan.normal)
    }
    plan.quantiles[variable.quantile].fill(column, vectors: registersPerBlock)
  }

  @inline(__always)
  private func fillUniform(
    _ column: UnsafeMutablePointer<Register>, stream: RandomStream, order: Int, replicate: Int, group: Int
  ) {
    let words = stream.words(replicate: replicate, group: group)
    column[0] = UnitInterval.numbers(from: words.0)
    column[1] = UnitInterval.numbers(from: words.1)
    column[2] = UnitInterval.numbers(from: words.2)
    column[3] = UnitInterval.numbers(from: words.3)
    guard plan.settings.sampler == .latinHypercube else { return }
    let order = self.order(order) + group * registersPerBlock * 8
    for v in 0..<registersPerBlock { column[v] = LatinHypercube.numbers(order: order + v * 8, within: column[v]) }
  }
}
