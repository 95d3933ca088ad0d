import Testing

@testable import CostEngine

/// All distributions against values of mpmath and SciPy.
@Suite struct DistributionTests {
  @Test(arguments: ReferenceDistribution.continuous)
  func quantilesAreExact(_ reference: ReferenceDistribution) throws {
    let distribution = try reference.distribution
    #expect(reference.quantiles.count >= 19)
    for (u, value) in reference.quantiles {
      let found = distribution.quantile(u)
      #expect((found - value).magnitude <= reference.tolerance(at: value), "\(found), not \(value), at \(u)")
    }
  }

  @Test(arguments: ReferenceDistribution.counts)
  func countsAreEqual(_ reference: ReferenceDistribution) throws {
    let distribution = try reference.distribution
    #expect(reference.quantiles.count >= 10)
    for (u, value) in reference.quantiles {
      #expect(distribution.quantile(u) == value, "at \(u)")
    }
  }

  @Test(arguments: ReferenceDistribution.all)
  func meansAreExact(_ reference: ReferenceDistribution) throws {
    let mean = try reference.distribution.mean
    #expect((mean - reference.mean).magnitude <= 1e-9 * reference.deviation + 4 * reference.mean.ulp)
  }

  @Test(arguments: ReferenceDistribution.all)
  func supports(_ reference: ReferenceDistribution) throws {
    let distribution = try reference.distribution
    #expect(distribution.support == reference.support)
    #expect(distribution.certainValue == nil)
  }

  /// Rising, finite and inside the support over the whole of 2^-40...1 - 2^-40 and beyond.
  @Test(arguments: ReferenceDistribution.all)
  func quantilesRise(_ reference: ReferenceDistribution) throws {
    let distribution = try reference.distribution
    let tails = (1...60).map { Double(sign: .plus, exponent: -$0, significand: 1) }
    let steps = (1..<200).map { Double($0) / 200 }
    let probabilities =
      ([0x1p-100] + tails + steps + tails.map { 1 - $0 }.filter { $0 < 1 } + [(0.5).nextDown, (0.5).nextUp]).sorted()
    var before = -Double.greatestFiniteMagnitude
    for u in probabilities {
      let value = distribution.quantile(u)
      #expect(value.isFinite)
      #expect(value >= reference.support.lower && value <= reference.support.upper)
      // Values at neighbouring numbers u may differ by less than their own rounding: a few ulps.
      #expect(value >= before - 8 * before.ulp, "\(value) after \(before) at \(u)")
      before = value
    }
  }
}
