import CostEngine
import Foundation
import Testing

/// A million draws of each distribution against its distribution function, written here from the textbook: nothing of
/// it is shared with the engine's quantiles.
@Suite struct DistributionSamplingTests {
  static let draws = 1_000_000

  /// The same million of seeded uniform numbers for all, ascending: a quantile rises, so these are a distribution's
  /// sorted draws (which the tests check) at the price of one sort.
  static let uniforms: [Double] = {
    let stream = RandomStream(name: "a million draws", seed: 20_221)
    return (0..<draws).map { UnitInterval.number(from: stream.word(ofDraw: $0)) }.sorted()
  }()

  static func sortedDraws(_ distribution: Distribution) -> [Double] {
    let vectors = draws / 8
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: vectors)
    defer { column.deallocate() }
    return column.withMemoryRebound(to: Double.self, capacity: draws) { values in
      uniforms.withUnsafeBufferPointer { values.update(from: $0.baseAddress!, count: draws) }
      CompiledQuantile(distribution).fill(column, vectors: vectors)
      return Array(UnsafeBufferPointer(start: values, count: draws))
    }
  }

  // MARK: Continuous distributions

  struct Continuous: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var distribution: Distribution
    var cumulative: @Sendable (Double) -> Double
  }

  /// Kolmogorov-Smirnov: with n draws, sqrt(n) D exceeds 1.95 with probability 2 exp(-2 * 1.95^2) = 0.001.
  ///
  /// D is taken at every 100th draw. Between two of these both functions rise, so that D itself is at most 100 / n
  /// more: that much is added.
  @Test(arguments: continuous)
  func kolmogorovSmirnov(_ sample: Continuous) {
    let sorted = DistributionSamplingTests.sortedDraws(sample.distribution)
    let count = Double(sorted.count)
    let stride = 100
    var largest = 0.0
    var falls = 0
    var before = sorted[0]
    for index in Swift.stride(from: 0, to: sorted.count, by: stride) {
      let cumulative = sample.cumulative(sorted[index])
      largest = max(largest, abs(cumulative - Double(index) / count), abs(cumulative - Double(index + 1) / count))
      if sorted[index] < before { falls += 1 }
      before = sorted[index]
    }
    #expect(falls == 0)
    #expect(largest + Double(stride) / count < 1.95 / count.squareRoot())
    #expect(1 - sample.cumulative(sorted[sorted.count - 1]) < 1.95 / count.squareRoot())
  }

  private static func normal(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// The y with quantile(y) = x, for quantiles that have no inverse in closed form.
  private static func inverse(of quantile: (Double) -> Double, at x: Double) -> Double {
    var (low, high) = (-40.0, 40.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if quantile(logistic(middle)) < x { low = middle } else { high = middle }
    }
    return logistic(low)
  }

  static let continuous: [Continuous] = {
    func sample(
      _ name: String, _ distribution: Distribution, _ cumulative: @escaping @Sendable (Double) -> Double
    ) -> Continuous {
      Continuous(testDescription: name, distribution: distribution, cumulative: cumulative)
    }
    return try! [
      sample("uniform(2; 5)", .uniform(from: 2, to: 5)) { ($0 - 2) / 3 },
      sample("triangular(1; 2; 7)", .triangular(minimum: 1, mode: 2, maximum: 7)) { x in
        x < 2 ? (x - 1) * (x - 1) / 6 : 1 - (7 - x) * (7 - x) / 30
      },
      // Beta with whole shapes is a binomial tail: at least a of a + b - 1 trials. Here Beta(2, 4).
      sample("pert(0; 1; 4)", .pert(minimum: 0, mode: 1, maximum: 4)) { x in
        let y = 1 - x / 4
        return 1 - pow(y, 5) - 5 * (1 - y) * pow(y, 4)
      },
      // Beta(2, 8).
      sample("pert(2; 3; 10; 8)", .pert(minimum: 2, mode: 3, maximum: 10, lambda: 8)) { x in
        let y = 1 - (x - 2) / 8
        return 1 - pow(y, 9) - 9 * (1 - y) * pow(y, 8)
      },
      sample("normal(-120; 35)", .normal(mean: -120, standardDeviation: 35)) { normal(($0 + 120) / 35) },
      sample(
        "normal(5; 2; 4; 8)", .normal(mean: 5, standardDeviation: 2, lowerBound: 4, upperBound: 8)
      ) { x in (normal((x - 5) / 2) - normal(-0.5)) / (normal(1.5) - normal(-0.5)) },
      sample("normal(0; 1; 10)", .normal(mean: 0, standardDeviation: 1, lowerBound: 10)) { x in
        1 - erfc(x / 2.0.squareRoot()) / erfc(10 / 2.0.squareRoot())
      },
      sample("lognormal(100; 30)", .lognormal(mean: 100, standardDeviation: 30)) { x in
        let variance = log(1.09)
        return normal((log(x / 100) + variance / 2) / variance.squareRoot())
      },
      sample("beta(0.5; 0.5)", .beta(alpha: 0.5, beta: 0.5)) { 2 / Double.pi * asin($0.squareRoot()) },
      sample("beta(3; 2; -1; 4)", .beta(alpha: 3, beta: 2, lowerBound: -1, upperBound: 4)) { x in
        let share = (x + 1) / 5
        return 4 * pow(share, 3) * (1 - share) + pow(share, 4)
      },
      sample("gamma(3; 2)", .gamma(shape: 3, scale: 2)) { x in
        let z = x / 2
        return 1 - exp(-z) * (1 + z + z * z / 2)
      },
      // A square of a normal variable.
      sample("gamma(0.5; 2)", .gamma(shape: 0.5, scale: 2)) { erf(($0 / 2).squareRoot()) },
      sample("exponential(5)", .exponential(mean: 5)) { -expm1(-$0 / 5) },
      sample("weibull(1.5; 3)", .weibull(shape: 1.5, scale: 3)) { -expm1(-pow($0 / 3, 1.5)) },
      sample("quantiles(p25: 9; p75: 11)", .metalog(quantiles: [(0.25, 9), (0.75, 11)])) { x in
        logistic((x - 10) * log(3))
      },
      sample("quantiles(p25: 1; p75: 4; lo: 0)", .metalog(quantiles: [(0.25, 1), (0.75, 4)], lowerBound: 0)) { x in
        logistic(log(x / 2) / log(2) * log(3))
      },
      sample("quantiles(p25: -4; p75: -1; hi: 0)", .metalog(quantiles: [(0.25, -4), (0.75, -1)], upperBound: 0)) { x in
        1 - logistic(log(-x / 2) / log(2) * log(3))
      },
      // The logits of the shares 0.25 and 0.75 are the same at their own probabilities: uniform.
      sample(
        "quantiles(p25: 1; p75: 3; lo: 0; hi: 4)",
        .metalog(quantiles: [(0.25, 1), (0.75, 3)], lowerBound: 0, upperBound: 4)
      ) { $0 / 4 },
      // a1 = 3, a2 = 8 / (2 L), a3 = 4 / (0.9 L) with L = ln 19.
      sample("quantiles(p5: 1; p50: 3; p95: 9)", .metalog(quantiles: [(0.05, 1), (0.5, 3), (0.95, 9)])) { x in
        inverse(of: { y in 3 + (4 + 4 / 0.9 * (y - 0.5)) / log(19) * log(y / (1 - y)) }, at: x)
      },
    ]
  }()

  // MARK: Discrete distributions

  struct Discrete: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var distribution: Distribution
    /// Probabilities of the values, which are all of them but for what `remainder` sums up.
    var probabilities: [(value: Double, probability: Double)]
    /// The chi-square value with one degree of freedom less than there are cells that is exceeded with probability
    /// 0.001 (SciPy's chi2.isf).
    var critical: Double
  }

  /// Pearson's chi-square test at 0.001; every cell expects 10 draws or more, the last one takes all values from its
  /// own on.
  @Test(arguments: discrete)
  func chiSquare(_ sample: Discrete) {
    let sorted = DistributionSamplingTests.sortedDraws(sample.distribution)
    var statistic = 0.0
    var first = 0
    var remaining = 1.0
    for (cell, (value, probability)) in sample.probabilities.enumerated() {
      let isLast = cell == sample.probabilities.count - 1
      let end = isLast ? sorted.count : firstIndex(in: sorted, above: value)
      let expected = Double(sorted.count) * (isLast ? remaining : probability)
      #expect(expected >= 10)
      if !isLast && end > first { #expect(sorted[first] == value && sorted[end - 1] == value) }
      let excess = Double(end - first) - expected
      statistic += excess * excess / expected
      remaining -= probability
      first = end
    }
    #expect(statistic < sample.critical)
  }

  private func firstIndex(in sorted: [Double], above value: Double) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  static let discrete: [Discrete] = {
    let choices = [1, 10, 45, 120, 210, 252, 210, 120, 45.0]
    let binomial = choices.enumerated().map { k, ways in
      (value: Double(k), probability: ways * pow(0.3, Double(k)) * pow(0.7, Double(10 - k)))
    }
    let poisson = (0...13).map { k in
      (value: Double(k), probability: exp(-3.5) * pow(3.5, Double(k)) / tgamma(Double(k) + 1))
    }
    return try! [
      Discrete(
        testDescription: "bernoulli(0.3)", distribution: .bernoulli(probability: 0.3),
        probabilities: [(0, 0.7), (1, 0.3)], critical: 10.8276),
      Discrete(
        testDescription: "binomial(10; 0.3)", distribution: .binomial(trials: 10, probability: 0.3),
        probabilities: binomial, critical: 26.1245),
      Discrete(
        testDescription: "poisson(3.5)", distribution: .poisson(mean: 3.5), probabilities: poisson, critical: 34.5282),
      Discrete(
        testDescription: "discrete(5: 0.2; -1: 0.5; 9: 0.3)",
        distribution: .discrete([(5, 0.2), (-1, 0.5), (9, 0.3)]),
        probabilities: [(-1, 0.5), (5, 0.2), (9, 0.3)], critical: 13.8155),
      Discrete(
        testDescription: "empirical(4, 1, 1, 8, 2.5)", distribution: .empirical([4, 1, 1, 8, 2.5]),
        probabilities: [(1, 0.4), (2.5, 0.2), (4, 0.2), (8, 0.2)], critical: 16.2662),
    ]
  }()

  /// Counts with many values: the Kolmogorov-Smirnov test is conservative for them (its statistic is that of the
  /// uniform numbers, taken at fewer points).
  @Test(arguments: [1200.0, 1e6])
  func kolmogorovSmirnovOfCounts(mean: Double) throws {
    let sorted = DistributionSamplingTests.sortedDraws(try .poisson(mean: mean))
    let deviation = mean.squareRoot()
    var count = (mean - 7 * deviation).rounded(.down)
    // Summed upward from where less than 1e-11 lies below.
    var cumulative = 0.0
    var largest = 0.0
    while count < mean + 7 * deviation {
      cumulative += exp(count * log(mean) - mean - lgamma(count + 1))
      let share = Double(firstIndex(in: sorted, above: count)) / Double(sorted.count)
      largest = max(largest, abs(share - cumulative))
      count += 1
    }
    #expect(largest < 1.95 / Double(sorted.count).squareRoot())
    // The logarithms of 1e6 cancel to about 1e-9 of a probability.
    #expect(abs(cumulative - 1) < 1e-7)
  }
}
