/// The draws of single variables of a plan, without evaluating the model. Every thread has its own instance.
public final class VariableDraws {
  private let plan: Plan
  private let program: KernelProgram
  private let sampler: ColumnSampler
  private let column: UnsafeMutablePointer<Register>

  public init(_ plan: Plan) {
    self.plan = plan
    program = KernelProgram(plan)
    sampler = ColumnSampler(plan, program: program)
    column = Evaluator.room(registersPerReplicate)
  }

  deinit {
    program.deallocate()
    sampler.deallocate()
    column.deallocate()
  }

  /// Writes the value of a variable in every draw, as a simulation of the plan uses it.
  ///
  /// - Parameters:
  ///   - variable: position in ``Plan/usedVariables``.
  ///   - target: space for all draws.
  public func write(_ variable: Int, into target: UnsafeMutablePointer<Double>) {
    let loadings = program.loadings[program.variables[variable].loadings]
    for replicate in 0..<plan.replicateCount {
      for loading in loadings { sampler.drawFactor(loading.factor, replicate: replicate) }
      sampler.draw(variable, replicate: replicate, into: column)
      let first = replicate * RandomStream.drawsPerReplicate
      for draw in 0..<min(RandomStream.drawsPerReplicate, plan.settings.draws - first) {
        target[first + draw] = column[draw / 8][draw % 8]
      }
    }
  }
}
