/// The draws of a plan's inputs, column by column, separated into what factors share and what is each input's own.
/// Every thread has its own instance.
///
/// After the last register of draws each column has one more, ``ends``: its first two lanes hold the column's value if
/// the input is at its P10 and at its P90, or at its two outcomes, see ``InputEnds``.
public final class InputColumns {
  public typealias Column = UnsafeMutablePointer<SIMD8<Double>>

  private let plan: Plan
  private let program: KernelProgram
  private let sampler: ColumnSampler
  /// Number of registers of whole replicates, plus the ends.
  private let stride: Int
  /// The normal scores of every factor, including its ends.
  private let factors: Column
  private let room: Column

  /// Number of registers of draws.
  public let registers: Int
  /// The part of the normal score that does not depend on factors, itself standardised to a standard normal score.
  public let own: Column
  /// The normal score of the input.
  public let score: Column
  /// The value of the input; of one that puts a measure in force 1 where it does, otherwise 0. At the ends the value if ``own`` is at its ends, for inputs without factors; meaningless
  /// for others.
  public let value: Column

  /// The weight of ``own`` in ``score``.
  public private(set) var residual = 1.0

  /// The probabilities at which the input is low and high.
  public static let ends = (low: 0.1, high: 0.9)
  /// Whether the ends of the input are its outcomes.
  public private(set) var endsAreOutcomes = false

  /// - Precondition: the plan's draws are whole registers of eight.
  public init(_ plan: Plan) {
    precondition(plan.settings.draws % 8 == 0)
    self.plan = plan
    program = KernelProgram(plan)
    sampler = ColumnSampler(plan, program: program)
    registers = plan.settings.draws / 8
    let drawn = plan.replicateCount * registersPerReplicate
    stride = drawn + 1
    factors = Evaluator.room(max(1, plan.commonFactors.count * stride))
    room = Evaluator.room(3 * stride)
    own = room
    score = room + stride
    value = room + 2 * stride
    for factor in plan.commonFactors.indices {
      for replicate in 0..<plan.replicateCount {
        sampler.drawFactor(factor, replicate: replicate)
        (factors + factor * stride + replicate * registersPerReplicate).update(
          from: sampler.scores + factor * registersPerReplicate, count: registersPerReplicate)
      }
      setEnds(factors + factor * stride, .usual)
      plan.normal.quantile(factors + factor * stride + registers, vectors: 1)
    }
  }

  deinit {
    program.deallocate()
    sampler.deallocate()
    factors.deallocate()
    room.deallocate()
  }

  /// The normal scores of a factor, an index in ``Study/factors``.
  public func factor(_ index: Int) -> Column { factors + index * stride }

  /// Fills ``own``, ``score`` and ``value`` of an input.
  ///
  /// - Parameter variable: position in ``Plan/usedVariables``.
  /// - Returns: whether it shares a factor with others.
  public func fill(_ variable: Int) -> Bool {
    for replicate in 0..<plan.replicateCount {
      sampler.drawUniform(variable, replicate: replicate, into: value + replicate * registersPerReplicate)
    }
    endsAreOutcomes = plan.outcomeEnds[variable] != nil
    setEnds(value, plan.outcomeEnds[variable] ?? .usual)
    own.update(from: value, count: registers + 1)
    plan.normal.quantile(own, vectors: registers + 1)
    let sampled = program.variables[variable]
    let isLoaded = !sampled.loadings.isEmpty
    residual = sampled.residual
    if isLoaded {
      // The same operations as in the simulation, in the same order.
      for v in 0..<registers { score[v] = own[v] * sampled.residual }
      for loading in program.loadings[sampled.loadings] {
        let column = factor(loading.factor)
        for v in 0..<registers { score[v] += column[v] * loading.loading }
      }
      value.update(from: score, count: registers)
      plan.normal.cumulative(value, vectors: registers)
    } else {
      score.update(from: own, count: registers + 1)
    }
    program.quantiles[sampled.quantile].fill(value, vectors: registers + 1)
    if let adoption = plan.adoptions[variable] {
      // What counts is whether the measure is in force, which no power of the number itself tells.
      let (one, zero) = (Register(repeating: 1), Register(repeating: 0))
      for v in 0...registers { value[v] = zero.replacing(with: one, where: value[v] .< adoption) }
    }
    return isLoaded
  }

  private func setEnds(_ column: Column, _ ends: InputEnds) {
    // The last replicate may extend beyond the number of draws.
    column[registers] = Register(repeating: 0.5)
    column[registers][0] = ends.low
    column[registers][1] = ends.high
  }
}
