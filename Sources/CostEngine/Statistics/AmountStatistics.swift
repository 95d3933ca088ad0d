/// What is kept of one reported amount over any set of draws; parts merge in any order to the same bits.
struct AmountStatistics: Sendable {
  /// Of the amounts in cents.
  var sum = WideInteger.zero
  /// Of their squares.
  var squares = WideInteger.zero
  /// Of the squares of the replicates' sums.
  var replicateSquares = WideInteger.zero
  /// Of the replicates' sums, each times its number of draws.
  var weightedSums = WideInteger.zero
  /// Draws above zero, and below.
  var positive = 0
  var negative = 0
  var histogram = AmountHistogram()

  /// Adds a replicate of `draws` draws.
  ///
  /// - Parameters:
  ///   - part: the sums over its draws.
  ///   - codes: of its amounts, see ``AmountBins``.
  mutating func add(_ part: Part, draws: Int, codes: UnsafePointer<Int32>) {
    let sum = WideInteger(part.sum)
    self.sum += sum
    squares +=
      WideInteger(part.lowSquares) + (WideInteger(part.crossProducts) << 25) + (WideInteger(part.highSquares) << 48)
    replicateSquares += WideInteger(part.sum, times: part.sum)
    weightedSums += sum * Int64(draws)
    positive += Int(part.positive)
    negative += Int(part.negative)
    histogram.count(codes, draws)
  }

  mutating func merge(_ other: AmountStatistics) {
    sum += other.sum
    squares += other.squares
    replicateSquares += other.replicateSquares
    weightedSums += other.weightedSums
    positive += other.positive
    negative += other.negative
    histogram.merge(other.histogram)
  }

  /// The sums over the draws of one replicate, in 64 bits.
  ///
  /// An amount `x = h 2^24 + l` of at most 2^47 cents has products below 2^48; 200 of them stay below 2^56.
  struct Part: Sendable {
    var sum: Int64 = 0
    var lowSquares: Int64 = 0
    var crossProducts: Int64 = 0
    var highSquares: Int64 = 0
    var positive: Int64 = 0
    var negative: Int64 = 0

    /// Adds eight amounts in whole cents.
    @inline(__always)
    mutating func add(_ cents: SIMD8<Double>) {
      let x = Cents.integers(cents)
      let low = x & SIMD8<Int64>(repeating: 0xFF_FFFF)
      let high = x &>> SIMD8<Int64>(repeating: 24)
      sum &+= x.wrappedSum()
      lowSquares &+= (low &* low).wrappedSum()
      crossProducts &+= (low &* high).wrappedSum()
      highSquares &+= (high &* high).wrappedSum()
      positive &+= count(cents .> 0)
      negative &+= count(cents .< 0)
    }

    @inline(__always)
    private func count(_ lanes: SIMDMask<SIMD8<Int64>>) -> Int64 {
      SIMD8<Int64>(repeating: 0).replacing(with: SIMD8<Int64>(repeating: 1), where: lanes).wrappedSum()
    }
  }

  /// Share of the draws below zero.
  func shareNegative(_ replicates: Replicates) -> Double { Double(negative) / Double(replicates.draws) }

  /// Number and sizes of the replicates behind a set of draws.
  struct Replicates: Sendable, Equatable {
    var draws = 0
    var count = 0
    /// Sum of the squares of their numbers of draws.
    var squaredSizes = 0

    mutating func add(draws number: Int) {
      draws += number
      count += 1
      squaredSizes += number * number
    }

    mutating func merge(_ other: Replicates) {
      draws += other.draws
      count += other.count
      squaredSizes += other.squaredSizes
    }
  }

  /// The statistics, in EUR.
  ///
  /// - Parameter stratified: whether the standard error is that of the replicates' means: with sums `S_k` of `n_k` draws
  ///   `sqrt(R / (R - 1) sum (S_k - n_k mean)^2) / n`, the ratio estimator, which for replicates of one size is the
  ///   standard error of their mean. With fewer than two replicates, and for independent draws, it is `sd / sqrt(n)`.
  func summary(of replicates: Replicates, stratified: Bool) -> Summary {
    let n = replicates.draws
    let count = Double(n)
    // Everything is taken about a whole number of cents beside the mean, exactly, so that nothing cancels.
    let centre = Int64((sum.double / count).rounded(.down))
    let offset = (sum - WideInteger(Int64(n)) * centre).double / count
    let squaresAboutCentre = (squares - (sum << 1) * centre + WideInteger(centre, times: centre) * Int64(n)).double
    let variance = n > 1 ? max(0, squaresAboutCentre - count * offset * offset) / (count - 1) : 0
    let deviation = variance.squareRoot()
    var error = n > 1 ? deviation / count.squareRoot() : 0
    if stratified, replicates.count > 1 {
      let sizes = Double(replicates.squaredSizes)
      let about =
        replicateSquares - (weightedSums << 1) * centre
        + WideInteger(centre, times: centre) * Int64(replicates.squaredSizes)
      let weighted = (weightedSums - WideInteger(centre) * Int64(replicates.squaredSizes)).double
      let spread = max(0, about.double - 2 * offset * weighted + offset * offset * sizes)
      let r = Double(replicates.count)
      error = (spread * (r / (r - 1))).squareRoot() / count
    }
    let mean = (Double(centre) + offset) / 100
    if variance == 0 {
      // One value: its bin's middle would be less exact than the value itself.
      return Summary(
        mean: mean, standardError: 0, standardDeviation: 0,
        percentiles: [Double](repeating: mean, count: Summary.percentages.count), cvar95: mean,
        sharePositive: Double(positive) / count)
    }
    let ranks = Summary.percentages.map { (n * $0 + 99) / 100 }
    return Summary(
      mean: mean, standardError: error / 100, standardDeviation: deviation / 100,
      percentiles: histogram.amounts(atRanks: ranks).map { $0 / 100 },
      cvar95: histogram.meanOfLargest((n + 19) / 20) / 100, sharePositive: Double(positive) / count)
  }
}
