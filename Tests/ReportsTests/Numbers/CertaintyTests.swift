import CostEngine
import Terms
import Testing

@testable import Reports

/// Percentages of certainty, and the place of the mean among them.
@Suite struct CertaintyTests {
  private func summary(_ mean: Double, _ percentiles: [Double]) -> Summary {
    Summary(
      mean: mean, standardError: 0.01, standardDeviation: 1, percentiles: percentiles, cvar95: percentiles[10],
      sharePositive: 1)
  }

  /// Of an exponential amount `1 - 1/e` = 63.2 % is at or below the mean; of a normal one half.
  @Test func knownDistributions() {
    let exponential = [0.0513, 0.1054, 0.2877, 0.6931, 1.2040, 1.3863, 1.6094, 1.8971, 2.3026, 2.9957, 4.6052]
    #expect(summary(1, exponential).placeOfMean == .about(63))
    let normal = [-1.645, -1.2816, -0.6745, 0, 0.5244, 0.6745, 0.8416, 1.0364, 1.2816, 1.645, 2.3263]
    #expect(summary(0, normal).placeOfMean == .about(50))
    // P60 of a normal amount is 0.2533 standard deviations above the mean, and P88 1.1750.
    #expect(summary(0.2533, normal).placeOfMean == .about(60))
    #expect(summary(1.1750, normal).placeOfMean == .about(88))
  }

  @Test func beyondWhatIsKnown() {
    let rare = Array(repeating: 0.0, count: 11)
    #expect(summary(5, rare).placeOfMean == .above(99))
    #expect(summary(-5, rare).placeOfMean == .below(99))
    #expect(summary(-5, [-4, -3, -2, -1, 0, 0, 0, 0, 0, 0, 0]).placeOfMean == .below(5))
    #expect(summary(0, rare).placeOfMean == .about(99))
  }

  /// Where half of the draws give one amount and half another, the place is between the percentiles around the mean.
  @Test func amountsThatManyDrawsGive() {
    guard case .about(let place) = summary(5, [0, 0, 0, 0] + Array(repeating: 10, count: 7)).placeOfMean else {
      Issue.record("about")
      return
    }
    #expect((50...99).contains(place))
  }

  /// Results of an earlier version lack P70, P80, P85 and P99.
  @Test func percentilesThatAreMissing() {
    let nan = Double.nan
    let earlier = [-1.645, -1.2816, -0.6745, 0, nan, 0.6745, nan, nan, 1.2816, 1.645, nan]
    #expect(summary(0.2533, earlier).placeOfMean == .about(60))
    #expect(summary(2, earlier).placeOfMean == .above(95))
    #expect(summary(2, Array(repeating: nan, count: 11)).placeOfMean == nil)
    var certain = summary(0, earlier)
    certain.standardDeviation = 0
    #expect(certain.placeOfMean == nil)
    var gaps = ResultsGaps()
    gaps.columns = [.p70, .p80, .p85, .p99]
    #expect(Certainty.known(gaps) == [50, 75, 90, 95] && Certainty.known(ResultsGaps()) == Certainty.percentages)
  }

  /// The factors are `sqrt(p (1 - p)) / f(z_p)` with the normal density `f`: of independent draws of a normal amount.
  @Test func errorsOfPercentiles() {
    let scores: [Int: Double] = [
      50: 0, 70: 0.52440, 75: 0.67449, 80: 0.84162, 85: 1.03643, 90: 1.28155, 95: 1.64485, 99: 2.32635,
    ]
    for (percentage, score) in scores {
      let share = Double(percentage) / 100
      // The density by its series, far from overflow.
      var density = 0.3989422804014327
      var (term, power) = (1.0, 1.0)
      for index in 1...60 {
        power *= -score * score / 2 / Double(index)
        term += power
      }
      density *= term
      let factor = (share * (1 - share)).squareRoot() / density
      let found = summary(0, Array(repeating: 0, count: 11)).shownPercentile(percentage, draws: 100)
      // One of a hundred draws has the error factor / 10; the shown place is the decade nearest to it.
      #expect(found.place == ShownFigure.place(of: factor / 10, finest: 0))
    }
  }

  // MARK: Reserves

  /// The table of the weerstandsratio.
  @Test func classes() {
    let cases: [(Double, String)] = [
      (2.01, "A"), (2, "B"), (1.4, "B"), (1.39, "C"), (1, "C"), (0.99, "D"), (0.8, "D"), (0.79, "E"), (0.6, "E"),
      (0.59, "F"), (0, "F"),
    ]
    for (ratio, letter) in cases { #expect(ReserveRatio.Class(of: ratio).letter == letter, "\(ratio)") }
  }

  /// Needed is P90 less the mean; the class is that of the ratio as it is shown.
  @Test func aRatio() {
    let net = SmallStudy.summary(1_000_000, sd: 100_000, draws: 1000)
    let found = ReserveRatio(reserve: 256_400, net: net)
    #expect(abs(found.needed - 128_200) < 1e-6 && found.ratio == 2 && found.grade == .b)
    #expect(ReserveRatio(reserve: 257_800, net: net).grade == .a)
    #expect(ReserveRatio(reserve: 0, net: net).grade == .f)
    // 1.9975 is shown as 2.00.
    #expect(ReserveRatio(reserve: 256_080, net: net).grade == .b)
    let certain = ReserveRatio(reserve: 5, net: SmallStudy.summary(1_000_000, sd: 0, draws: 1000))
    #expect(certain.ratio == nil && certain.grade == nil && certain.needed == 0)
  }
}
