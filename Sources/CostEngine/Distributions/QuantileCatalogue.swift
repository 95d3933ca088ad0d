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

  /// - Parameter quantile: compiles one, or has it from before.
  func compiled(_ quantile: (Distribution) -> CompiledQuantile = { CompiledQuantile($0) }) -> [CompiledQuantile] {
    distributions.map(quantile)
  }
}

extension Distribution {
  /// FNV-1a, taking a number at a time instead of a byte, with the high bits folded down.
  static func fingerprint(_ family: UInt64, _ numbers: [Double]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ family
    for number in numbers {
      // Adding 0 turns -0 into 0, which is equal to it.
      hash = (hash ^ (number + 0).bitPattern) &* 0x0000_0100_0000_01B3
      hash ^= hash >> 29
    }
    return hash
  }
}
