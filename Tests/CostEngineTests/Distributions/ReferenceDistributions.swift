import Testing

@testable import CostEngine

/// One block of distributions.txt: a distribution with its values by mpmath.
struct ReferenceDistribution: Sendable, CustomTestStringConvertible {
  var words: [String]
  var mean = 0.0
  var deviation = 0.0
  var support = (lower: 0.0, upper: 0.0)
  var quantiles: [(u: Double, value: Double)] = []

  var testDescription: String { words.joined(separator: " ") }

  var distribution: Distribution {
    get throws { try ReferenceDistribution.distribution(words) }
  }

  /// A name as in the cell grammar and its parameters, `-` for a bound that is not given.
  static func distribution(_ words: [String]) throws(DistributionError) -> Distribution {
    let optional = words.dropFirst().map { Double($0) }
    let p = optional.map { $0 ?? .nan }
    switch words[0] {
    case "uniform": return try .uniform(from: p[0], to: p[1])
    case "triangular": return try .triangular(minimum: p[0], mode: p[1], maximum: p[2])
    case "pert": return try .pert(minimum: p[0], mode: p[1], maximum: p[2], lambda: p[3])
    case "normal":
      return try .normal(mean: p[0], standardDeviation: p[1], lowerBound: optional[2], upperBound: optional[3])
    case "lognormal": return try .lognormal(mean: p[0], standardDeviation: p[1])
    case "beta": return try .beta(alpha: p[0], beta: p[1], lowerBound: p[2], upperBound: p[3])
    case "gamma": return try .gamma(shape: p[0], scale: p[1])
    case "exponential": return try .exponential(mean: p[0])
    case "weibull": return try .weibull(shape: p[0], scale: p[1])
    case "bernoulli": return try .bernoulli(probability: p[0])
    case "binomial": return try .binomial(trials: p[0], probability: p[1])
    case "poisson": return try .poisson(mean: p[0])
    case "metalog":
      let quantiles = stride(from: 2, to: p.count, by: 2).map { (probability: p[$0], value: p[$0 + 1]) }
      return try .metalog(quantiles: quantiles, lowerBound: optional[0], upperBound: optional[1])
    default: preconditionFailure("no distribution \(words[0])")
    }
  }

  /// Largest error allowed at a value: 1e-9 of the standard deviation (in the far tails of the distance to the mean),
  /// and what the last place of a number can hold.
  func tolerance(at value: Double) -> Double {
    1e-9 * max(deviation, (value - mean).magnitude) + 4 * value.ulp
  }

  static let all: [ReferenceDistribution] = {
    var all: [ReferenceDistribution] = []
    for words in fixture("distributions.txt") {
      let numbers = words.dropFirst().map { Double($0) ?? .nan }
      switch words[0] {
      case "distribution": all.append(ReferenceDistribution(words: words.dropFirst().map(String.init)))
      case "mean": all[all.count - 1].mean = numbers[0]
      case "deviation": all[all.count - 1].deviation = numbers[0]
      case "support": all[all.count - 1].support = (numbers[0], numbers[1])
      case "quantile": all[all.count - 1].quantiles.append((numbers[0], numbers[1]))
      default: preconditionFailure("distributions.txt: \(words[0])")
      }
    }
    precondition(all.count > 60, "distributions.txt has too few distributions")
    return all
  }()

  static let continuous = all.filter { !["bernoulli", "binomial", "poisson"].contains($0.words[0]) }
  static let counts = all.filter { ["bernoulli", "binomial", "poisson"].contains($0.words[0]) }
}
