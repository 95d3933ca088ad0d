/// A distribution's quantile in the form that is quickest to evaluate, for columns of draws.
///
/// Within 1e-10 of the distribution's scale (its 10 % - 90 % range) of ``Distribution/quantile(_:)``, of the distance
/// to the median where that is larger, for every u; equal to it for discrete distributions.
public struct CompiledQuantile: Sendable {
  enum Form {
    case constant(Double)
    case uniform(Distribution.Uniform)
    case triangular(Distribution.Triangular)
    case empirical(Distribution.Empirical)
    case steps(StepQuantile)
    case table(QuantileTable)
    case exact
  }

  private let distribution: Distribution
  let form: Form

  /// Takes well under a millisecond.
  public init(_ distribution: Distribution) {
    self.init(distribution, tolerance: 3e-11)
  }

  /// - Parameter tolerance: aimed at where the table is checked, relative to the scale.
  init(_ distribution: Distribution, tolerance: Double) {
    self.distribution = distribution
    switch distribution {
    case .constant(let value): form = .constant(value)
    case .uniform(let uniform): form = .uniform(uniform)
    case .triangular(let triangular): form = .triangular(triangular)
    case .bernoulli(let bernoulli): form = .steps(bernoulli.steps)
    case .binomial(let binomial): form = binomial.steps.map { .steps($0) } ?? .exact
    case .poisson(let poisson): form = poisson.steps.map { .steps($0) } ?? .exact
    case .discrete(let discrete): form = .steps(discrete.steps)
    case .empirical(let empirical): form = .empirical(empirical)
    case .pert(let pert): form = CompiledQuantile.table(PearsonSampler(pert.beta), distribution, tolerance)
    case .beta(let beta): form = CompiledQuantile.table(PearsonSampler(beta), distribution, tolerance)
    case .gamma(let gamma): form = CompiledQuantile.table(PearsonSampler(gamma), distribution, tolerance)
    case .normal, .lognormal, .exponential, .weibull, .metalog:
      form = CompiledQuantile.table(DirectSampler(distribution: distribution), distribution, tolerance)
    }
  }

  private static func table<Sampler: QuantileSampler>(
    _ sampler: Sampler, _ distribution: Distribution, _ tolerance: Double
  ) -> Form {
    let median = sampler.median
    let scale = distribution.quantile(0.9) - distribution.quantile(0.1)
    return .table(
      QuantileTable(sampler, support: distribution.support) { value in
        // No better than the numbers themselves: 8 ulps.
        tolerance * max(scale, (value - median).magnitude) + value.magnitude * 0x1p-49
      })
  }

  /// The value at a probability `u` strictly between 0 and 1.
  public func quantile(_ u: Double) -> Double {
    precondition(u > 0 && u < 1, "a quantile is asked strictly between 0 and 1")
    switch form {
    case .constant(let value): return value
    case .uniform(let uniform): return uniform.quantile(below: u, above: 1 - u)
    case .triangular(let triangular): return triangular.quantile(below: u, above: 1 - u)
    case .empirical(let empirical): return empirical.quantile(below: u, above: 1 - u)
    case .steps(let steps): return steps.quantile(u)
    case .exact: return distribution.quantile(below: u, above: 1 - u)
    case .table(let table):
      let value = table.withSegments { table.value(u, $0) }
      return value.isNaN ? distribution.quantile(below: u, above: 1 - u) : value
    }
  }

  /// Replaces the probabilities of a column, all strictly between 0 and 1, by their values: bit for bit those of
  /// ``quantile(_:)``.
  public func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    column.withMemoryRebound(to: Double.self, capacity: 8 * vectors) { values in
      fill(UnsafeMutableBufferPointer(start: values, count: 8 * vectors))
    }
  }

  private func fill(_ column: UnsafeMutableBufferPointer<Double>) {
    switch form {
    case .constant(let value): column.update(repeating: value)
    case .uniform(let uniform): replace(column) { u in uniform.quantile(below: u, above: 1 - u) }
    case .triangular(let triangular): replace(column) { u in triangular.quantile(below: u, above: 1 - u) }
    case .empirical(let empirical): replace(column) { u in empirical.quantile(below: u, above: 1 - u) }
    case .steps(let steps): replace(column) { u in steps.quantile(u) }
    case .exact: replace(column) { u in distribution.quantile(below: u, above: 1 - u) }
    case .table(let table):
      table.withSegments { segments in
        for index in column.indices {
          let u = column[index]
          let value = table.value(u, segments)
          column[index] = value.isNaN ? distribution.quantile(below: u, above: 1 - u) : value
        }
      }
    }
  }

  @inline(__always)
  private func replace(_ column: UnsafeMutableBufferPointer<Double>, by value: (Double) -> Double) {
    for index in column.indices { column[index] = value(column[index]) }
  }
}
