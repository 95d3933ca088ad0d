/// A distribution's quantile in the form that is fastest to evaluate, for columns of draws.
///
/// For every u it is within 1e-10 of ``Distribution/quantile(_:)``, relative to the distribution's scale (its 10 % - 90
/// % range) or, if larger, the distance to the median; it is equal to it for discrete distributions.
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
  /// The memory that holds the table of `form`.
  private let memory: SegmentMemory?

  /// Takes well under a millisecond.
  public init(_ distribution: Distribution) {
    self.init(distribution, tolerance: 3e-11)
  }

  /// - Parameter tolerance: maximum error allowed where the table is checked, relative to the scale.
  init(_ distribution: Distribution, tolerance: Double) {
    self.distribution = distribution
    let table: (QuantileTable, SegmentMemory)
    switch distribution.recipe {
    case .quick(let form):
      self.form = form
      memory = nil
      return
    case .table:
      table = CompiledQuantile.table(DirectSampler(distribution: distribution), distribution, tolerance)
    case .betaTable(let beta): table = CompiledQuantile.table(PearsonSampler(beta), distribution, tolerance)
    case .gammaTable(let gamma): table = CompiledQuantile.table(PearsonSampler(gamma), distribution, tolerance)
    }
    form = .table(table.0)
    memory = table.1
  }

  /// How a distribution is converted to a form.
  enum Recipe {
    /// Quick as it is.
    case quick(Form)
    /// By a table of quantiles that are computed one by one.
    case table
    /// By a table of quantiles, each of which is computed by solving an equation.
    case betaTable(Distribution.Beta)
    case gammaTable(Distribution.Gamma)
  }

  private static func table<Sampler: QuantileSampler>(
    _ sampler: Sampler, _ distribution: Distribution, _ tolerance: Double
  ) -> (QuantileTable, SegmentMemory) {
    let median = sampler.median
    let scale = distribution.quantile(0.9) - distribution.quantile(0.1)
    return QuantileTable.make(sampler, support: distribution.support) { value in
      // The numbers themselves limit the accuracy: 8 ulps.
      tolerance * max(scale, (value - median).magnitude) + value.magnitude * 0x1p-49
    }
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
      let value = table.value(u)
      return value.isNaN ? distribution.quantile(below: u, above: 1 - u) : value
    }
  }

  /// Replaces the probabilities of a column, all strictly between 0 and 1, by their values, bit for bit those of
  /// ``quantile(_:)``.
  public func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, vectors: Int) {
    switch form {
    case .constant(let value): column.update(repeating: SIMD8(repeating: value), count: vectors)
    case .uniform(let uniform): uniform.fill(column, vectors: vectors)
    case .triangular(let triangular): triangular.fill(column, vectors: vectors)
    case .empirical(let empirical): empirical.fill(column, vectors: vectors)
    case .steps(let steps): steps.fill(column, vectors: vectors)
    case .exact: for vector in 0..<vectors { replace(&column[vector]) }
    case .table(let table):
      var vector = table.fill(column, from: 0, to: vectors)
      while vector < vectors {
        replace(&column[vector])
        vector = table.fill(column, from: vector + 1, to: vectors)
      }
    }
  }

  @inline(never)
  private func replace(_ register: inout SIMD8<Double>) {
    for lane in 0..<8 { register[lane] = quantile(register[lane]) }
  }
}
