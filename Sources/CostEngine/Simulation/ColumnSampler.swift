/// Draws the variables of a plan in columns, one replicate at a time. Every thread has its own instance.
struct ColumnSampler {
  let plan: Plan
  let program: KernelProgram
  /// The factors' normal scores.
  let scores: UnsafeMutablePointer<Register>

  init(_ plan: Plan, program: KernelProgram) {
    self.plan = plan
    self.program = program
    scores = Evaluator.room(plan.commonFactors.count * registersPerReplicate)
  }

  func deallocate() { scores.deallocate() }

  /// Draws the scores of a factor, which the variables that load on it need.
  func drawFactor(_ index: Int, replicate: Int) {
    let column = scores + index * registersPerReplicate
    fillUniform(column, stream: plan.commonFactors[index], sequence: index, replicate)
    plan.normal.quantile(column, vectors: registersPerReplicate)
  }

  /// Draws a variable (an index in ``Plan/variables``), after its factors.
  func draw(_ index: Int, replicate: Int, into column: UnsafeMutablePointer<Register>) {
    let variable = program.variables[index]
    drawUniform(index, replicate: replicate, into: column)
    if !variable.loadings.isEmpty {
      FactorCopula.correlate(
        column, vectors: registersPerReplicate, loadings: program.loadings[variable.loadings],
        residual: variable.residual, scores: scores, stride: registersPerReplicate, normal: plan.normal)
    }
    program.quantiles[variable.quantile].fill(column, vectors: registersPerReplicate)
  }

  /// Draws the uniform numbers from which a variable's own part is derived.
  func drawUniform(_ index: Int, replicate: Int, into column: UnsafeMutablePointer<Register>) {
    let stream = program.variables[index].stream
    fillUniform(column, stream: stream, sequence: plan.commonFactors.count + index, replicate)
  }

  /// Gives a factor the same quantile in every draw.
  func setFactor(_ index: Int, at probability: Double) {
    let column = scores + index * registersPerReplicate
    column.update(repeating: Register(repeating: probability), count: registersPerReplicate)
    plan.normal.quantile(column, vectors: registersPerReplicate)
  }

  /// Gives a factor the same scores as in another sampler.
  func setFactor(_ index: Int, as other: ColumnSampler) {
    (scores + index * registersPerReplicate).update(
      from: other.scores + index * registersPerReplicate, count: registersPerReplicate)
  }

  /// Gives a variable its own distribution's quantile in every draw.
  func setQuantile(_ index: Int, at probability: Double, into column: UnsafeMutablePointer<Register>) {
    column.update(repeating: Register(repeating: probability), count: registersPerReplicate)
    program.quantiles[program.variables[index].quantile].fill(column, vectors: registersPerReplicate)
  }

  private func fillUniform(
    _ column: UnsafeMutablePointer<Register>, stream: RandomStream, sequence: Int, _ replicate: Int
  ) {
    switch plan.settings.sampler {
    case .random: stream.fillUniform(column, replicate: replicate)
    case .latinHypercube: LatinHypercube.fill(column, stream: stream, replicate: replicate)
    case .sobol:
      plan.sobol?.fill(
        column, sequence: sequence, register: replicate * registersPerReplicate, vectors: registersPerReplicate)
    }
  }
}
