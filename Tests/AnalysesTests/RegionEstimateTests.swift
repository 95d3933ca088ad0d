import CostEngine
import Foundation
import TestSupport
import Testing

@testable import Analyses

/// What regions that gave a figure tell of those that gave none.
@Suite struct RegionEstimateTests {
  /// The inhabitants of regions differ by a factor of some five.
  private func sizes(_ random: inout SplitMix) -> [Double] {
    (0..<25).map { _ in random.number(in: 300_000...1_500_000) }
  }

  /// A thousand rounds of 25 regions, of which between 6 and 20 answer: the ranges hold nine of ten answers that were withheld.
  ///
  /// The number withheld is about 12,000; those of one round and kind share their range, so that the standard error is that of
  /// a thousand rounds: of one round's share of hits some 0.13, of the mean 0.004. The bounds of the issue, 85 and 95 %, are
  /// twelve of these away.
  @Test(arguments: ["lognormal", "rounded", "size", "hours", "share", "zeros"])
  func rangesHoldWhatWasWithheld(kind: String) {
    var random = SplitMix(seed: 17)
    var (held, withheld) = (0, 0)
    for _ in 0..<1_000 {
      let sizes = sizes(&random)
      let figures = sizes.map { figure(kind, size: $0, &random) }
      let answering = Int(random.number(in: 6...21))
      let answered = Array((0..<25).shuffled(using: &random).prefix(answering))
      for region in 0..<25 where !answered.contains(region) {
        guard
          let estimate = RegionEstimate(
            from: answered.map { figures[$0] }, sizes: answered.map { sizes[$0] }, size: sizes[region],
            isShare: kind == "share")
        else { continue }
        let (low, high) = ends(estimate.range)
        withheld += 1
        // A whole number lies in a range that rounds to it.
        let slack = ["rounded", "zeros"].contains(kind) ? 0.5 : 0
        if figures[region] >= low - slack, figures[region] <= high + slack { held += 1 }
      }
    }
    let share = Double(held) / Double(withheld)
    #expect(withheld > 5_000)
    #expect(share > 0.85 && share < 0.95, "\(kind): \(share)")
  }

  private func figure(_ kind: String, size: Double, _ random: inout SplitMix) -> Double {
    // Box and Muller.
    let z = (-2 * log(random.number())).squareRoot() * cos(2 * Double.pi * random.number())
    switch kind {
    case "rounded": return max(1, (12 * exp(0.5 * z)).rounded())
    // The larger a region, the fewer for each inhabitant.
    case "size": return 5 * exp(0.3 * z) * (300_000 / size)
    case "hours": return max(1, 24 + 6 * z)
    case "share": return 1 / (1 + exp(1.5 - 0.6 * z))
    case "zeros": return max(0, (3 + 2 * z).rounded())
    default: return 8 * exp(0.6 * z)
    }
  }

  private func ends(_ range: PredictionRange) -> (Double, Double) {
    switch range {
    case .quantiles(let low, _, let high): return (low, high)
    case .lognormal(let mean, let deviation):
      let distribution = try! Distribution.lognormal(mean: mean, standardDeviation: deviation)
      return (distribution.quantile(0.05), distribution.quantile(0.95))
    case .normal(let mean, let deviation):
      let distribution = try! Distribution.normal(
        mean: mean, standardDeviation: deviation, lowerBound: 0, upperBound: nil)
      return (distribution.quantile(0.05), distribution.quantile(0.95))
    }
  }

  /// By hand: of 4, 5, 6, 7 and 8 the logarithms have mean 1.762569 and standard deviation 0.273818; t(0.95; 4) is
  /// 2.131847, so that the half width is 0.639454 and the range goes from 3.07442 to 11.04549: to the five decimals shown.
  @Test func byHand() throws {
    let range = try #require(PredictionRange(of: [4, 5, 6, 7, 8], isShare: false))
    let (low, high) = ends(range)
    #expect(abs(low - 3.07442) < 1e-5 && abs(high - 11.04549) < 1e-5)
  }

  @Test func likeRegionsComeFirst() throws {
    let sizes = [100.0, 110, 120, 130, 140, 1_000, 1_000, 1_000, 1_000, 1_000]
    let figures = [1.0, 2, 3, 4, 5, 60, 70, 80, 90, 100]
    let small = try #require(RegionEstimate(from: figures, sizes: sizes, size: 120, isShare: false))
    #expect(small.sources == [0, 1, 2, 3, 4])
    // Nobody is like it: all count.
    let other = try #require(RegionEstimate(from: figures, sizes: sizes, size: 5_000, isShare: false))
    #expect(other.sources == Array(0..<10))
    #expect(RegionEstimate(from: [1, 2, 3, 4], sizes: [1, 1, 1, 1], size: 1, isShare: false) == nil)
    #expect(RegionEstimate(from: [3, 3, 3, 3, 3], sizes: [1, 1, 1, 1, 1], size: 1, isShare: false) == nil)
  }
}
