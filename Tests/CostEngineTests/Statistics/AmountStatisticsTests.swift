import TestSupport
import Testing

@testable import CostEngine

@Suite struct AmountStatisticsTests {
  typealias Parts = (statistics: AmountStatistics, replicates: AmountStatistics.Replicates)

  /// Statistics of amounts in EUR, in replicates of the given size.
  func statistics(_ euros: some Collection<Double>, replicate size: Int = 200) -> Parts {
    var statistics = AmountStatistics()
    var replicates = AmountStatistics.Replicates()
    var rest = Array(euros)[...]
    while !rest.isEmpty {
      let chunk = Array(rest.prefix(size))
      rest = rest.dropFirst(size)
      var registers = [SIMD8<Double>](repeating: SIMD8(repeating: .nan), count: (chunk.count + 7) / 8)
      for (index, value) in chunk.enumerated() { registers[index / 8][index % 8] = value }
      var bins = [SIMD8<Int32>](repeating: SIMD8(repeating: 0), count: registers.count)
      #expect(statistics.add(registers, draws: chunk.count, bins: &bins))
      replicates.add(draws: chunk.count)
    }
    return (statistics, replicates)
  }

  func merged(_ parts: [Parts]) -> Parts {
    var all = parts[0]
    for part in parts.dropFirst() {
      all.statistics.merge(part.statistics)
      all.replicates.merge(part.replicates)
    }
    return all
  }

  func summary(_ parts: Parts, _ error: AmountStatistics.StandardError = .ofDraws) -> Summary {
    parts.statistics.summary(of: parts.replicates, error)
  }

  // MARK: Degenerate cases

  @Test func oneDrawIsItsOwnSummary() {
    let one = summary(statistics([-1234.56]))
    #expect(one.mean == -1234.56 && one.standardError == 0 && one.standardDeviation == 0)
    #expect(one.percentiles.allSatisfy { $0 == -1234.56 } && one.cvar95 == -1234.56 && one.sharePositive == 0)
  }

  @Test func aConstantIsExact() {
    for value in [0, 0.01, -0.01, 12_073.75, 1_400_000_000_000] {
      for error in [AmountStatistics.StandardError.ofDraws, .ofReplicates, .ofStrands] {
        let constant = summary(statistics([Double](repeating: value, count: 1000)), error)
        #expect(constant.mean == value && constant.standardError == 0 && constant.standardDeviation == 0)
        #expect(constant.percentiles.allSatisfy { $0 == value } && constant.cvar95 == value)
        #expect(constant.sharePositive == (value > 0 ? 1 : 0))
      }
    }
  }

  // MARK: Sums

  /// NIST Statistical Reference Datasets, univariate summary statistics NumAcc1-4: certified mean and standard
  /// deviation. All amounts are whole cents, so that the sums are exact; the certified values are met but for the
  /// rounding of one division and one square root (2 ulp).
  @Test(
    arguments: [
      ([10_000_001, 10_000_003, 10_000_002], 10_000_002, 1),
      ([1.2] + (0..<500).flatMap { _ in [1.1, 1.3] }, 1.2, 0.1),
      ([1_000_000.2] + (0..<500).flatMap { _ in [1_000_000.1, 1_000_000.3] }, 1_000_000.2, 0.1),
      ([10_000_000.2] + (0..<500).flatMap { _ in [10_000_000.1, 10_000_000.3] }, 10_000_000.2, 0.1),
    ] as [([Double], Double, Double)])
  func referenceDatasets(values: [Double], mean: Double, deviation: Double) {
    let whole = summary(statistics(values))
    #expect(abs(whole.mean - mean) <= 2 * mean.ulp)
    #expect(abs(whole.standardDeviation - deviation) <= 2 * deviation.ulp)
    var random = SplitMix(seed: 7)
    for _ in 0..<10 {
      let cut = Int.random(in: 1..<values.count, using: &random)
      let parts = [statistics(values[..<cut]), statistics(values[cut...].shuffled(using: &random))]
      for order in [parts, parts.reversed()] {
        let split = summary(merged(order))
        #expect(split.mean == whole.mean && split.standardDeviation == whole.standardDeviation)
      }
    }
  }

  @Test func theLargestAmountsDoNotOverflow() {
    let largest = Cents.limit / 100
    let values = (0..<2000).map { $0 % 2 == 0 ? largest : -largest }
    let extreme = summary(statistics(values), .ofReplicates)
    // Mean 0; sd^2 = n / (n - 1) largest^2.
    #expect(extreme.mean == 0)
    #expect(abs(extreme.standardDeviation / (largest * (2000.0 / 1999).squareRoot()) - 1) < 1e-14)
  }

  /// Sums of squares that doubles just hold: in a replicate of equal amounts, and of amounts whose halves are the largest.
  /// Against sums in 128 bits.
  @Test func squaresAreExact() {
    var random = SplitMix(seed: 47)
    for cents: Int64 in [0x7FFF_FFFF_FFFF, 0x7FFF_FF00_0000, 0xFF_FFFF, -0x8000_0000_0000, 0x5555_5555_5555, 1] {
      let values = (0..<400).map { _ in cents - Int64(random.number(in: 0...3)) * (cents < 0 ? -1 : 1) }
      var (sum, squares) = (Int128(0), Int128(0))
      for value in values {
        sum += Int128(value)
        squares += Int128(value) * Int128(value)
      }
      let found = summary(statistics(values.map { Double($0) / 100 }), .ofReplicates)
      // (n S2 - S^2) / (n (n - 1)), exact up to one division and one root.
      let variance = Double(400 * squares - sum * sum) / (400.0 * 399)
      #expect(abs(found.standardDeviation * 100 - variance.squareRoot()) <= 4 * variance.squareRoot().ulp, "\(cents)")
    }
  }

  /// What is no amount, or too large, anywhere among 400 draws is told.
  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, 0x1p47 / 100, (-0x1p47 - 1) / 100, 2e12])
  func whatCannotBeCountedIsTold(amount: Double) {
    for place in [0, 7, 8, 199, 200, 396, 399] {
      for draws in [400, 397] where place < draws {
        var registers = [SIMD8<Double>](repeating: SIMD8(repeating: 12.34), count: 50)
        registers[place / 8][place % 8] = amount
        var bins = [SIMD8<Int32>](repeating: SIMD8(repeating: 0), count: 50)
        var statistics = AmountStatistics()
        #expect(statistics.add(&registers, draws: draws, bins: &bins) == false, "\(place) of \(draws)")
      }
    }
    // Beyond the last draw it may stand.
    var registers = [SIMD8<Double>](repeating: SIMD8(repeating: 12.34), count: 50)
    registers[49][5] = amount
    var bins = [SIMD8<Int32>](repeating: SIMD8(repeating: 0), count: 50)
    var statistics = AmountStatistics()
    #expect(statistics.add(&registers, draws: 397, bins: &bins))
  }

  // MARK: Percentiles

  @Test(arguments: [1, 2, 19, 20, 21, 99, 200, 1234])
  func percentilesAreTheSortedDraws(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    let scales: [ClosedRange<Double>] = [-5...5, -3000...3000, 1e5...1.2e5, -2e9 ... -1e9, -1e8...1e9]
    for scale in scales {
      let values = (0..<count).map { _ in (random.number(in: scale) * 100).rounded(.down) / 100 }
      let sorted = values.sorted()
      let found = summary(statistics(values.shuffled(using: &random)))
      for (percentage, value) in zip(Summary.percentages, found.percentiles) {
        // The smallest draw with at least that share of the draws at or below it.
        let exact = sorted.first { draw in 100 * sorted.count(where: { $0 <= draw }) >= percentage * count }!
        #expect(abs(value - exact) <= max(1, 0.0005 * abs(exact)), "p\(percentage) of \(count) in \(scale)")
      }
      let largest = sorted.suffix((count + 19) / 20)
      let shortfall = largest.reduce(0, +) / Double(largest.count)
      // Each of them is taken as its bin's middle: within half a bin.
      #expect(abs(found.cvar95 - shortfall) <= max(0.64, 0.0005 * largest.map(abs).max()!))
      #expect(found.sharePositive == Double(values.count { $0 > 0 }) / Double(count))
    }
  }

  /// Sixteen different amounts are kept as they are; a seventeenth makes all of them count by bins.
  @Test(arguments: [2, 16, 17])
  func fewAmountsAreExact(different: Int) {
    let amounts = (0..<different).map { Double(4_181_423 + 100_001 * $0) / 100 }
    let values = (0..<1700).map { amounts[$0 * 7 % different] }
    let sorted = values.sorted()
    let parts = (0..<17).map { statistics(values[$0 * 100..<($0 + 1) * 100]) }
    for found in [summary(statistics(values)), summary(merged(parts)), summary(merged(parts.reversed()))] {
      for (percentage, value) in zip(Summary.percentages, found.percentiles) {
        let exact = sorted[(1700 * percentage + 99) / 100 - 1]
        let bin = AmountBins.bin(of: (exact * 100).rounded())
        let middle = AmountBins.middle(of: bin) / 100
        #expect(value == (different <= 16 ? exact : max(sorted[0], min(sorted[1699], middle))))
      }
      // The mean of 85 exact amounts: their sum has 84 roundings of at most 2^-53 of itself.
      guard different <= 16 else { continue }
      let shortfall = sorted.suffix(85).reduce(0, +) / 85
      #expect(abs(found.cvar95 - shortfall) <= 85 * shortfall * 0x1p-53)
    }
  }

  /// The plain twin of the percentiles and the tail: every amount is replaced by its bin's middle, then sorted.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func percentilesAreThoseOfTheSortedMiddles(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let scale = [100.0, 1e4, 1e6, 1e9][Int(seed % 4)]
    let count = Int.random(in: 50...70_000, using: &random)
    // Some hundred values lie so close together that their bin's count takes more than one and than two digits.
    let values = (0..<count).map { index in
      ((index % 3 == 0 ? 1 + 0.001 * random.number(in: -1...1) : random.number(in: -1...1)) * scale * 100).rounded(
        .down) / 100
    }
    let cents = values.map { ($0 * 100).rounded(.toNearestOrAwayFromZero) }.sorted()
    let middles = cents.map {
      max(cents[0], min(cents[count - 1], AmountBins.middle(of: AmountBins.bin(of: $0)))) / 100
    }
    let found = summary(statistics(values))
    for (percentage, value) in zip(Summary.percentages, found.percentiles) {
      #expect(value == middles[(count * percentage + 99) / 100 - 1])
    }
  }

  /// Zero is never taken together with small amounts, nor the ends of a bin for its mean.
  @Test func zeroIsKeptApart() {
    let found = summary(statistics((0..<1000).map { $0 < 940 ? 0.0 : 1.0 }))
    #expect(found.p50 == 0 && found.p90 == 0 && found.p95 == 1 && found.cvar95 == 1)
    let skewed = summary(statistics((0..<1000).map { $0 < 960 ? 0.01 : 1.27 }))
    #expect(abs(skewed.p95 - 0.01) <= 0.64 && abs(skewed.cvar95 - (40 * 1.27 + 10 * 0.01) / 50) <= 0.64)
  }

  /// Counts of more than a byte's worth are carried, in parts and in sums of parts.
  @Test func largeCountsAreKept() {
    let values = (0..<3000).map { $0 % 10 == 0 ? 5.0 : -7.0 }
    let whole = summary(statistics(values))
    #expect(whole.p05 == -7 && whole.p90 == -7 && whole.p95 == 5 && whole.cvar95 == 5)
    let parts = (0..<15).map { statistics(values[$0 * 200..<($0 + 1) * 200]) }
    #expect(summary(merged(parts)) == whole)
  }

  // MARK: Standard errors

  @Test func independentDrawsHaveTheirOwnStandardError() {
    let found = summary(statistics([1, 2, 3, 4]))
    // sd^2 = 5/3
    #expect(abs(found.standardError - (5.0 / 3 / 4).squareRoot()) < 1e-15)
  }

  /// Replicates with means 1, 2 and 6 of two draws each: the standard error of three numbers' mean,
  /// sqrt((4 + 1 + 9) / 2 / 3), whatever the spread within them.
  @Test func replicatesGiveTheStandardErrorOfTheirMeans() {
    let parts = statistics([0, 2, -8, 12, 6, 6], replicate: 2)
    #expect(abs(summary(parts, .ofReplicates).standardError - (14.0 / 6).squareRoot()) < 1e-14)
  }

  /// Sums 3 (2 draws) and 4 (1 draw), mean 7/3: R/(R-1) ((3 - 14/3)^2 + (4 - 7/3)^2) / 9 = 2 * (50/9) / 9.
  @Test func aLastReplicateThatIsShorterIsWeighted() {
    let parts = statistics([1, 2, 4], replicate: 2)
    #expect(abs(summary(parts, .ofReplicates).standardError - (100.0 / 81).squareRoot()) < 1e-14)
  }

  /// Strands with means 1, 2, 3 and 6 of two draws each: sqrt((4 + 1 + 0 + 9) / 12).
  @Test func strandsGiveTheStandardErrorOfTheirMeans() {
    let found = summary(statistics([0, 2, 1, 8, 2, 2, 5, 4]), .ofStrands)
    #expect(abs(found.standardError - (14.0 / 12).squareRoot()) < 1e-14)
  }

  /// Of ten draws the first two strands have three: sums 6, 3, 4 and 10, mean 2.3.
  @Test func strandsOfDifferentLengths() {
    let found = summary(statistics([0, 2, 1, 8, 2, 0, 3, 2, 4, 1]), .ofStrands)
    // Off by -0.3, -1.3, -0.3 and 2.7: squares of 0.09, 1.69, 0.09 and 7.29.
    #expect(abs(found.standardError - (9.16 / 12).squareRoot()) < 1e-14)
  }

  @Test func mergingIsTheSameInAnyOrder() {
    var random = SplitMix(seed: 9)
    let chunks = (0..<9).map { _ in (0..<200).map { _ in random.number(in: -1e6...3e6) } }
    let whole = summary(statistics(chunks.joined()), .ofReplicates)
    for _ in 0..<5 {
      let parts = chunks.shuffled(using: &random).map { statistics($0) }
      #expect(summary(merged(parts), .ofReplicates) == whole)
    }
  }
}
