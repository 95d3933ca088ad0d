/// A probability distribution of a cell (the closed set of the cell grammar).
///
/// Created by the factories, which validate the parameters and turn a degenerate distribution (zero width, one value)
/// into ``constant(_:)``. Which one to use depends on what is known:
///
/// - a range, a most likely value: ``uniform(from:to:)``, ``pert(minimum:mode:maximum:lambda:)``,
///   ``triangular(minimum:mode:maximum:)``;
/// - a mean and a spread: ``normal(mean:standardDeviation:lowerBound:upperBound:)``,
///   ``lognormal(mean:standardDeviation:)``;
/// - quantiles that experts state: ``metalog(quantiles:lowerBound:upperBound:)``;
/// - shares, rates, waiting times: ``beta(alpha:beta:lowerBound:upperBound:)``, ``gamma(shape:scale:)``,
///   ``exponential(mean:)``, ``weibull(shape:scale:)``;
/// - events and counts: ``bernoulli(probability:)``, ``binomial(trials:probability:)``, ``poisson(mean:)``;
/// - a list: ``discrete(_:)``, ``empirical(_:)``.
public enum Distribution: Sendable, Equatable {
  case constant(Double)
  case uniform(Uniform)
  case triangular(Triangular)
  case pert(Pert)
  case normal(Normal)
  case lognormal(Lognormal)
  case beta(Beta)
  case gamma(Gamma)
  case exponential(Exponential)
  case weibull(Weibull)
  case bernoulli(Bernoulli)
  case binomial(Binomial)
  case poisson(Poisson)
  case discrete(Discrete)
  case metalog(Metalog)
  case empirical(Empirical)

  /// The smallest value with probability `u` or more at or below it.
  ///
  /// Exact to 1e-9 of the distribution's scale for `1e-6 < u < 1 - 1e-6`; finite for all `u` of 2^-100 and more.
  ///
  /// - Parameter u: a probability strictly between 0 and 1.
  public func quantile(_ u: Double) -> Double {
    precondition(u > 0 && u < 1, "a quantile is asked strictly between 0 and 1")
    return quantile(below: u, above: 1 - u)
  }

  /// The quantile at `lower`; `upper = 1 - lower` is given too, because only the smaller of the two represents a tail
  /// precisely.
  func quantile(below lower: Double, above upper: Double) -> Double {
    switch self {
    case .constant(let value): return value
    case .uniform(let uniform): return uniform.quantile(below: lower, above: upper)
    case .triangular(let triangular): return triangular.quantile(below: lower, above: upper)
    case .pert(let pert): return pert.quantile(below: lower, above: upper)
    case .normal(let normal): return normal.quantile(below: lower, above: upper)
    case .lognormal(let lognormal): return lognormal.quantile(below: lower, above: upper)
    case .beta(let beta): return beta.quantile(below: lower, above: upper)
    case .gamma(let gamma): return gamma.quantile(below: lower, above: upper)
    case .exponential(let exponential): return exponential.quantile(below: lower, above: upper)
    case .weibull(let weibull): return weibull.quantile(below: lower, above: upper)
    case .bernoulli(let bernoulli): return bernoulli.quantile(below: lower, above: upper)
    case .binomial(let binomial): return binomial.quantile(below: lower, above: upper)
    case .poisson(let poisson): return poisson.quantile(below: lower, above: upper)
    case .discrete(let discrete): return discrete.quantile(below: lower, above: upper)
    case .metalog(let metalog): return metalog.quantile(below: lower, above: upper)
    case .empirical(let empirical): return empirical.quantile(below: lower, above: upper)
    }
  }

  /// The mean; infinite for a ``metalog(quantiles:lowerBound:upperBound:)`` whose open tail is too heavy for a finite
  /// mean.
  public var mean: Double {
    switch self {
    case .constant(let value): return value
    case .uniform(let uniform): return uniform.mean
    case .triangular(let triangular): return triangular.mean
    case .pert(let pert): return pert.mean
    case .normal(let normal): return normal.mean
    case .lognormal(let lognormal): return lognormal.mean
    case .beta(let beta): return beta.mean
    case .gamma(let gamma): return gamma.mean
    case .exponential(let exponential): return exponential.mean
    case .weibull(let weibull): return weibull.mean
    case .bernoulli(let bernoulli): return bernoulli.mean
    case .binomial(let binomial): return binomial.mean
    case .poisson(let poisson): return poisson.mean
    case .discrete(let discrete): return discrete.mean
    case .metalog(let metalog): return metalog.mean
    case .empirical(let empirical): return empirical.mean
    }
  }

  /// The smallest interval that contains all values; infinite on a side without a bound.
  public var support: (lower: Double, upper: Double) {
    switch self {
    case .constant(let value): return (value, value)
    case .uniform(let uniform): return uniform.support
    case .triangular(let triangular): return triangular.support
    case .pert(let pert): return pert.support
    case .normal(let normal): return normal.support
    case .lognormal(let lognormal): return lognormal.support
    case .beta(let beta): return beta.support
    case .gamma(let gamma): return gamma.support
    case .exponential(let exponential): return exponential.support
    case .weibull(let weibull): return weibull.support
    case .bernoulli(let bernoulli): return bernoulli.support
    case .binomial(let binomial): return binomial.support
    case .poisson(let poisson): return poisson.support
    case .discrete(let discrete): return discrete.support
    case .metalog(let metalog): return metalog.support
    case .empirical(let empirical): return empirical.support
    }
  }

  /// The same for equal distributions, and almost always different for different ones.
  var fingerprint: UInt64 {
    switch self {
    case .constant(let value): return Distribution.fingerprint(0, [value])
    case .uniform(let it): return Distribution.fingerprint(1, [it.minimum, it.maximum])
    case .triangular(let it): return Distribution.fingerprint(2, [it.minimum, it.mode, it.maximum])
    case .pert(let it): return Distribution.fingerprint(3, [it.mode, it.support.lower, it.support.upper, it.lambda])
    case .normal(let it):
      return Distribution.fingerprint(
        4, [it.untruncatedMean, it.standardDeviation, it.support.lower, it.support.upper])
    case .lognormal(let it): return Distribution.fingerprint(5, [it.mean, it.standardDeviation])
    case .beta(let it): return Distribution.fingerprint(6, [it.alpha, it.beta, it.lowerBound, it.upperBound])
    case .gamma(let it): return Distribution.fingerprint(7, [it.shape, it.scale])
    case .exponential(let it): return Distribution.fingerprint(8, [it.mean])
    case .weibull(let it): return Distribution.fingerprint(9, [it.shape, it.scale])
    case .bernoulli(let it): return Distribution.fingerprint(10, [it.probability])
    case .binomial(let it): return Distribution.fingerprint(11, [it.trials, it.probability])
    case .poisson(let it): return Distribution.fingerprint(12, [it.mean])
    case .discrete(let it): return Distribution.fingerprint(13, it.values + it.probabilities)
    case .metalog(let it):
      return Distribution.fingerprint(14, it.coefficients + [it.support.lower, it.support.upper])
    case .empirical(let it): return Distribution.fingerprint(15, it.values)
    }
  }

  /// How columns of its draws are made; see ``CompiledQuantile``.
  var recipe: CompiledQuantile.Recipe {
    switch self {
    case .constant(let value): return .quick(.constant(value))
    case .uniform(let uniform): return .quick(.uniform(uniform))
    case .triangular(let triangular): return .quick(.triangular(triangular))
    case .pert(let pert): return .betaTable(pert.beta)
    case .beta(let beta): return .betaTable(beta)
    case .gamma(let gamma): return .gammaTable(gamma)
    case .normal, .lognormal, .exponential, .weibull, .metalog: return .table
    case .bernoulli(let bernoulli): return .quick(.steps(bernoulli.steps))
    case .binomial(let binomial): return .quick(binomial.steps.map { .steps($0) } ?? .exact)
    case .poisson(let poisson): return .quick(poisson.steps.map { .steps($0) } ?? .exact)
    case .discrete(let discrete): return .quick(.steps(discrete.steps))
    case .empirical(let empirical): return .quick(.empirical(empirical))
    }
  }

  /// The value of a ``constant(_:)``; nil for all others.
  public var certainValue: Double? {
    if case .constant(let value) = self { return value }
    return nil
  }

  /// The distribution itself, if every value that can be drawn is finite.
  func checkedForOverflow() throws(DistributionError) -> Distribution {
    let lowest = quantile(below: 0x1p-100, above: 1)
    let highest = quantile(below: 1 - 0x1p-53, above: 0x1p-53)
    guard lowest.isFinite && highest.isFinite && (highest - lowest).isFinite else { throw .overflow }
    return self
  }
}
