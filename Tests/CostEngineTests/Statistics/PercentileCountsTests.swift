import TestSupport
import Testing

@testable import CostEngine

@Suite struct PercentileCountsTests {
  /// Counts and statistics of amounts in EUR, in waves of so many replicates.
  func counted(_ euros: [Double], wave: Int = 1)
    -> (counts: PercentileCounts, statistics: AmountStatistics, replicates: AmountStatistics.Replicates)
  {
    var counts = PercentileCounts()
    var statistics = AmountStatistics()
    var replicates = AmountStatistics.Replicates()
    for first in stride(from: 0, to: euros.count, by: wave * 200) {
      let chunk = euros[first..<min(first + wave * 200, euros.count)]
      var registers = [SIMD8<Double>](repeating: SIMD8(repeating: .nan), count: (chunk.count + 7) / 8)
      for (index, value) in chunk.enumerated() { registers[index / 8][index % 8] = value }
      var bins = [SIMD8<Int32>](repeating: SIMD8(repeating: 0), count: registers.count)
      counts.add(registers, draws: chunk.count, isFirst: first == 0)
      #expect(statistics.add(registers, draws: chunk.count, bins: &bins))
      replicates.add(draws: chunk.count)
    }
    return (counts, statistics, replicates)
  }

  /// The numbers 1 ... 200 in every replicate but for some: what lies at or below the thresholds 10, 100 and 190.
  func amounts(replicates: Int, _ change: (_ replicate: Int, _ amount: Double) -> Double) -> [Double] {
    (0..<replicates).flatMap { replicate in (1...200).map { change(replicate, Double($0)) } }
  }

  /// Ten replicates of which the last nine put 9 or 11 of 200 at or below the first one's P5, and it itself 10.
  @Test func replicatesGiveTheErrorOfTheirCounts() {
    // Amount 10 goes above the threshold in odd replicates, amount 11 below it in even ones; five of one, four of other.
    let euros = amounts(replicates: 10) { replicate, amount in
      if replicate > 0, replicate % 2 == 1, amount == 10 { return 10.5 }
      if replicate > 0, replicate % 2 == 0, amount == 11 { return 9.5 }
      return amount
    }
    let found = counted(euros)
    // Counts 10, five times 9, four times 11: sum 99, mean 9.9; squares 0.01 + 5 * 0.81 + 4 * 1.21 = 8.9.
    let below = 99.0 / 2000
    let expected = (8.9 * 10 / 9).squareRoot() * (0.05 * 0.95 / (below * (1 - below))).squareRoot()
    let error = found.counts.error(0, found.replicates, .ofReplicates)
    #expect(abs(error.error - expected) < 1e-9)
    // Nine degrees of freedom (R, `qt(0.975, 9)`).
    #expect(abs(error.factor - 2.262157) < 3e-4)
    // The median's counts agree: what is left is the granularity of ten whole numbers.
    #expect(found.counts.error(1, found.replicates, .ofReplicates).error == (10.0 / 6).squareRoot())
  }

  /// Of independent draws, and of few replicates: the binomial error of n p draws.
  @Test func independentDrawsHaveTheBinomialError() {
    let few = counted(amounts(replicates: 9) { $1 })
    for kind in [AmountStatistics.StandardError.ofDraws, .ofReplicates] {
      let error = few.counts.error(0, few.replicates, kind)
      #expect(abs(error.error - (1800 * 0.05 * 0.95).squareRoot()) < 1e-12)
      #expect(abs(error.factor - 1.959964) < 1e-6)
    }
  }

  /// Strands with 9, 10, 10 and 11 of 50 draws at or below the threshold, 40 of 200 in all: the errors of the four shares,
  /// in proportion to P5's binomial error.
  @Test func strandsGiveTheErrorOfTheirCounts() {
    var euros = [Double](repeating: 100, count: 200)
    var number = 0.0
    for (strand, count) in [9, 10, 10, 11].enumerated() {
      for index in 0..<count {
        euros[index * 4 + strand] = number < 9 ? number : 9
        number += 1
      }
    }
    // The tenth smallest is 9, as are 31 more.
    let found = counted(euros)
    let spread = (0.02 * 0.02 * 2 / 12).squareRoot() * 200
    let error = found.counts.error(0, found.replicates, .ofStrands)
    #expect(abs(error.error - max(spread * (0.05 * 0.95 / (0.2 * 0.8)).squareRoot(), (4.0 / 6).squareRoot())) < 1e-9)
    #expect(error.factor == 3.182446)
  }

  /// 2,000 independent draws: the ends of P50's interval are the draws of rank 1,000 -+ 43.8.
  @Test func anIntervalIsMadeOfRankedDraws() throws {
    var random = SplitMix(seed: 5)
    let euros = (1...2000).map { Double($0) * 1000 }.shuffled(using: &random)
    let found = counted(euros)
    let median = try #require(found.statistics.precision(of: found.replicates, .ofDraws, found.counts))[1]
    let reach = 1.959964 * (2000 * 0.25).squareRoot()
    // A bin holds at most one or two of these: half its width, 0.05 %, and the distance between two draws.
    #expect(abs(median.low - (1000 - reach) * 1000) < 0.0005 * 1e6 + 1000)
    #expect(abs(median.high - (1000 + reach) * 1000) < 0.0005 * 1e6 + 1000)
    #expect(abs(median.error - (median.high - median.low) / 2 / 1.959964) < 1e-7 * median.error)
  }

  /// An amount that most draws share is certain.
  @Test func aLoneAmountHasNoError() throws {
    var euros = [Double](repeating: 0, count: 2000)
    for index in stride(from: 3, to: 2000, by: 4) { euros[index] = Double(index) }
    let found = counted(euros)
    let precision = try #require(found.statistics.precision(of: found.replicates, .ofReplicates, found.counts))
    #expect(precision[0].error == 0 && precision[1].error == 0 && precision[1].low == 0)
    #expect(precision[2].error > 0)
    let constant = counted([Double](repeating: -7.5, count: 400))
    let certain = try #require(constant.statistics.precision(of: constant.replicates, .ofDraws, constant.counts))
    #expect(certain.allSatisfy { $0 == PercentilePrecision(low: -7.5, high: -7.5, error: 0) })
    let one = counted([1])
    #expect(one.statistics.precision(of: one.replicates, .ofDraws, one.counts) == nil)
  }

  @Test func wavesOfAnyLengthCountTheSame() {
    var random = SplitMix(seed: 6)
    let euros = (0..<3333).map { _ in random.number(in: -1e6...3e6) }
    let one = counted(euros)
    for wave in [2, 5, 17] {
      let other = counted(euros, wave: wave)
      for index in 0..<3 {
        for kind in [AmountStatistics.StandardError.ofDraws, .ofReplicates, .ofStrands] {
          #expect(
            one.counts.error(index, one.replicates, kind).error
              == other.counts.error(index, other.replicates, kind).error)
        }
      }
    }
  }

  /// Two places in one bin are told apart: four amounts in the bin of 1...128 cents lie a quarter of it apart.
  @Test func placesWithinABin() {
    var histogram = AmountHistogram()
    histogram.add(4, bin: 1)
    histogram.add(1, bin: 2)
    #expect(histogram.amounts(atPlaces: [0, 1, 2, 4, 5]) == [0.5, 32.5, 64.5, 128.5, 256.5])
    histogram.add(5, bin: 0)
    #expect(histogram.amounts(atPlaces: [0, 5, 6]) == [0, 0, 32.5])
  }
}
