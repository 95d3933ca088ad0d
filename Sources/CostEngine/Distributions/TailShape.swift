/// How far a distribution reaches beyond what a few draws show, by its moments.
///
/// It exists for distributions that may be strongly skewed; those that never are (their skewness is at most 2, that of
/// an exponential distribution) have none: uniform, triangular, PERT and normal ones.
public struct TailShape: Sendable, Equatable {
  /// A value that is hardly ever taken.
  public struct RareOutcome: Sendable, Equatable {
    /// The value that is nearly always taken.
    public var usual: Double
    /// The mean of the others.
    public var other: Double
    /// The probability of another value than the usual one: at most ``greatestChance``.
    public var chance: Double
  }

  /// With another value in more than one draw of ten, P10 and P90 differ.
  public static let greatestChance = 0.1

  /// Standard deviation; infinite for a tail too heavy to have one.
  public var deviation: Double
  /// The third central moment divided by the cube of the standard deviation; infinite for a tail too heavy to have one.
  public var skewness: Double
  /// Nil if no single value is taken in nine draws of ten.
  public var rare: RareOutcome?

  /// 1 with a given probability, otherwise 0.
  static func event(_ probability: Double) -> TailShape {
    TailShape(of: [(value: 0, probability: 1 - probability), (value: 1, probability: probability)])
  }

  /// - Parameter values: each with its probability.
  init(of values: [(value: Double, probability: Double)]) {
    let mean = values.reduce(0) { $0 + $1.value * $1.probability }
    var (second, third) = (0.0, 0.0)
    var usual = values[0]
    for entry in values {
      let distance = entry.value - mean
      second += distance * distance * entry.probability
      third += distance * distance * distance * entry.probability
      if entry.probability > usual.probability { usual = entry }
    }
    deviation = second.squareRoot()
    skewness = second > 0 ? third / (second * deviation) : 0
    let chance = 1 - usual.probability
    guard chance > 0, chance <= TailShape.greatestChance else { return }
    // Of a tiny chance 1 - p loses digits that the sum of the others keeps.
    let others = values.filter { $0.value != usual.value }
    let sum = others.reduce(0) { $0 + $1.probability }
    rare = RareOutcome(
      usual: usual.value, other: others.reduce(0) { $0 + $1.value * $1.probability } / sum, chance: sum)
  }

  init(deviation: Double, skewness: Double, rare: RareOutcome? = nil) {
    self.deviation = deviation
    self.skewness = skewness
    self.rare = rare
  }

  /// The moments of a continuous distribution from its quantiles.
  ///
  /// With `u = 1 / (1 + exp(-y))` the integrals over `u` become integrals of smooth functions that vanish on both sides,
  /// of which the trapezoidal rule takes all digits but those of tails beyond 1e-30.
  init(integrating distribution: Distribution) {
    let steps = 276
    var moments = (first: 0.0, second: 0.0, third: 0.0)
    let centre = distribution.quantile(0.5)
    for step in -steps...steps {
      let y = Double(step) / 4
      let (lower, upper) = (1 / (1 + Double.exp(-y)), 1 / (1 + Double.exp(y)))
      let value = distribution.quantile(below: lower, above: upper) - centre
      let weight = lower * upper / 4
      moments.first += weight * value
      moments.second += weight * value * value
      moments.third += weight * value * value * value
    }
    let mean = moments.first
    let variance = moments.second - mean * mean
    let deviation = max(0, variance).squareRoot()
    self.deviation = deviation
    skewness = (moments.third - 3 * mean * moments.second + 2 * mean * mean * mean) / (variance * deviation)
    if !(skewness.magnitude < .infinity) { skewness = .infinity }
  }
}

extension Distribution {
  /// Nil for distributions that are never strongly skewed.
  public var tailShape: TailShape? {
    switch self {
    case .constant, .uniform, .triangular, .pert, .normal: return nil
    case .exponential(let it): return TailShape(deviation: it.mean, skewness: 2)
    case .gamma(let it):
      return TailShape(deviation: it.scale * it.shape.squareRoot(), skewness: 2 / it.shape.squareRoot())
    case .lognormal(let it):
      // With w = exp(s^2) = 1 + (sd / mean)^2 the skewness is (w + 2) sqrt(w - 1).
      let ratio = it.standardDeviation / it.mean
      return TailShape(deviation: it.standardDeviation, skewness: (ratio * ratio + 3) * ratio)
    case .beta(let it):
      let (a, b) = (it.alpha, it.beta)
      let width = it.upperBound - it.lowerBound
      return TailShape(
        deviation: width * (a * b / (a + b + 1)).squareRoot() / (a + b),
        skewness: 2 * (b - a) * (a + b + 1).squareRoot() / ((a + b + 2) * (a * b).squareRoot()))
    case .weibull, .metalog: return TailShape(integrating: self)
    case .bernoulli(let it): return .event(it.probability)
    case .binomial(let it):
      let (n, p) = (it.trials, it.probability)
      let deviation = (n * p * (1 - p)).squareRoot()
      return TailShape(
        deviation: deviation, skewness: (1 - 2 * p) / deviation,
        rare: p < 0.5
          ? TailShape.RareOutcome(usual: 0, mean: n * p, none: Double.pow(1 - p, n))
          : TailShape.RareOutcome(usual: n, mean: n * p, none: Double.pow(p, n)))
    case .poisson(let it):
      let deviation = it.mean.squareRoot()
      return TailShape(
        deviation: deviation, skewness: 1 / deviation,
        rare: TailShape.RareOutcome(usual: 0, mean: it.mean, none: Double.exp(-it.mean)))
    case .discrete(let it):
      return TailShape(of: zip(it.values, it.probabilities).map { (value: $0, probability: $1) })
    case .empirical(let it):
      var values: [(value: Double, probability: Double)] = []
      let share = 1 / Double(it.values.count)
      for value in it.values {
        if let last = values.last, last.value == value {
          values[values.count - 1].probability += share
        } else {
          values.append((value: value, probability: share))
        }
      }
      return TailShape(of: values)
    }
  }
}

extension TailShape.RareOutcome {
  /// - Parameters:
  ///   - mean: the mean of all values.
  ///   - none: the probability of the usual value; nil is returned unless others are rare.
  fileprivate init?(usual: Double, mean: Double, none: Double) {
    let chance = 1 - none
    guard chance > 0, chance <= TailShape.greatestChance else { return nil }
    self.init(usual: usual, other: usual + (mean - usual) / chance, chance: chance)
  }
}
