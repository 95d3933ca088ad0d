import Testing

@testable import CostEngine

@Suite struct QuantileCatalogueTests {
  @Test func equalDistributionsHaveOneIndex() throws {
    var catalogue = QuantileCatalogue()
    // More than the first places hold, so that they grow.
    for round in 0..<2 {
      for number in 0..<300 {
        let distribution = try Distribution.uniform(from: 0, to: Double(number + 1))
        #expect(catalogue.index(of: distribution) == number, "in round \(round)")
      }
    }
    let all = try ReferenceDistribution.all.map { try $0.distribution }
    let indices = all.map { catalogue.index(of: $0) }
    for (distribution, index) in zip(all, indices) {
      for (other, otherIndex) in zip(all, indices) { #expect((index == otherIndex) == (distribution == other)) }
    }
    let compiled = catalogue.compiled()
    #expect(compiled[299].quantile(0.5) == 150)
    #expect(compiled.count == Set(indices).union(0..<300).count)
  }

  @Test func zeroIsZeroWhateverItsSign() throws {
    #expect(Distribution.constant(0).fingerprint == Distribution.constant(-0.0).fingerprint)
    #expect(
      try Distribution.discrete([(0, 0.5), (1, 0.5)]).fingerprint
        == Distribution.discrete([(-0.0, 0.5), (1, 0.5)]).fingerprint)
  }

  @Test func differentDistributionsDiffer() throws {
    var seen: [(distribution: Distribution, fingerprint: UInt64)] = []
    for reference in ReferenceDistribution.all {
      let distribution = try reference.distribution
      for (other, fingerprint) in seen {
        #expect((fingerprint == distribution.fingerprint) == (other == distribution))
      }
      seen.append((distribution, distribution.fingerprint))
    }
    #expect(try Distribution.empirical([1, 2]).fingerprint != Distribution.empirical([1, 2, 2]).fingerprint)
  }
}
