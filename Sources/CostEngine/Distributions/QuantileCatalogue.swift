/// The distinct distributions of a study, each compiled only once, however many variables have it.
struct QuantileCatalogue {
  private var distributions: [Distribution] = []
  private var fingerprints: [UInt64] = []
  /// Hash table of indices: for each slot that a fingerprint may select, the index of a distribution plus one, or 0; at
  /// most half of the slots are used.
  private var places = [Int](repeating: 0, count: 64)

  /// A distribution's index, which is that of an equal one if there is any.
  mutating func index(of distribution: Distribution) -> Int {
    let fingerprint = distribution.fingerprint
    var place = firstPlace(of: fingerprint)
    while places[place] > 0 {
      let index = places[place] - 1
      if fingerprints[index] == fingerprint && distributions[index] == distribution { return index }
      place = (place + 1) & (places.count - 1)
    }
    distributions.append(distribution)
    fingerprints.append(fingerprint)
    places[place] = distributions.count
    if 2 * distributions.count > places.count { grow() }
    return distributions.count - 1
  }

  private func firstPlace(of fingerprint: UInt64) -> Int {
    Int(truncatingIfNeeded: fingerprint >> 32) & (places.count - 1)
  }

  private mutating func grow() {
    places = [Int](repeating: 0, count: 2 * places.count)
    for (index, fingerprint) in fingerprints.enumerated() {
      var place = firstPlace(of: fingerprint)
      while places[place] > 0 { place = (place + 1) & (places.count - 1) }
      places[place] = index + 1
    }
  }

  func compiled() -> [CompiledQuantile] { distributions.map { CompiledQuantile($0) } }
}

extension Distribution {
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

  /// FNV-1a, taking a number at a time instead of a byte, with the high bits folded down.
  private static func fingerprint(_ family: UInt64, _ numbers: [Double]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ family
    for number in numbers {
      // Adding 0 turns -0 into 0, which is equal to it.
      hash = (hash ^ (number + 0).bitPattern) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
    }
    return hash
  }
}
