/// How many draws lie at or below three thresholds, and how unequally replicates and strands share them: what the
/// sampling error of P5, P50 and P95 follows from.
///
/// Draws that are spread on purpose share a threshold more evenly than independent draws would, so that the binomial
/// error is too large for them. Replicates, and strands, are independent of each other: the spread of their counts is the
/// honest error. To count, a threshold must be known beforehand, the same however the work is divided: it is the
/// percentile of the first replicate. The error at the percentile itself is that at the threshold, in proportion to the
/// binomial ones.
///
/// Sources: order statistics as an interval: H. A. David, H. N. Nagaraja, Order Statistics (2003), section 7.1; replicates
/// of stratified draws: A. B. Owen, Annals of Statistics 25 (1997), doi:10.1214/aos/1031594731; M. D. McKay, R. J.
/// Beckman, W. J. Conover, Technometrics 21 (1979), doi:10.1080/00401706.1979.10489755.
struct PercentileCounts: Sendable {
  /// The percentages whose error is known.
  static let percentages = [5, 50, 95]
  /// With fewer replicates their spread says too little, and the error of independent draws stands in, which is larger.
  static let fewestReplicates = 10

  private struct Threshold: Sendable, Equatable {
    /// EUR, half a cent above the amount itself.
    var euros = 0.0
    /// Draws at or below it, by strand.
    var strands = SIMD4<Int64>(repeating: 0)
    /// Sum of the squares of the replicates' numbers.
    var squares: Int64 = 0
    /// Sum of the replicates' numbers, each times its number of draws.
    var weighted: Int64 = 0

    @inline(__always)
    mutating func add(_ lanes: SIMD8<Int64>, draws: Int) {
      let number = lanes.wrappedSum()
      strands &+= lanes.lowHalf &+ lanes.highHalf
      squares += number * number
      weighted += number * Int64(draws)
    }

    mutating func merge(_ other: Threshold) {
      strands &+= other.strands
      squares += other.squares
      weighted += other.weighted
    }

    /// The same threshold, nothing counted.
    var emptied: Threshold { Threshold(euros: euros) }
  }

  private var thresholds = (Threshold(), Threshold(), Threshold())
  private(set) var hasThresholds = false

  /// Adds the draws of a wave.
  ///
  /// - Parameters:
  ///   - euros: as for ``AmountStatistics/add(_:draws:bins:)``.
  ///   - isFirst: whether the wave begins with the first draw of all; the first wave that is added must.
  mutating func add(_ euros: UnsafePointer<Register>, draws: Int, isFirst: Bool) {
    if !hasThresholds {
      precondition(isFirst)
      setThresholds(euros, draws: min(draws, RandomStream.drawsPerReplicate))
    }
    let low = Register(repeating: thresholds.0.euros)
    let middle = Register(repeating: thresholds.1.euros)
    let high = Register(repeating: thresholds.2.euros)
    var first = 0
    while first < draws {
      let size = min(RandomStream.drawsPerReplicate, draws - first)
      // Minus one for each draw at or below: a comparison is a lane of ones.
      var counts = (SIMD8<Int64>(repeating: 0), SIMD8<Int64>(repeating: 0), SIMD8<Int64>(repeating: 0))
      for register in (first / 8)..<((first + size) / 8) {
        let amounts = euros[register]
        counts.0 &+= PercentileCounts.ones(amounts .< low)
        counts.1 &+= PercentileCounts.ones(amounts .< middle)
        counts.2 &+= PercentileCounts.ones(amounts .< high)
      }
      if size % 8 > 0 {
        let isDraw = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7) .< SIMD8<Int64>(repeating: Int64(size % 8))
        let amounts = euros[(first + size) / 8]
        counts.0 &+= PercentileCounts.ones((amounts .< low) .& isDraw)
        counts.1 &+= PercentileCounts.ones((amounts .< middle) .& isDraw)
        counts.2 &+= PercentileCounts.ones((amounts .< high) .& isDraw)
      }
      thresholds.0.add(0 &- counts.0, draws: size)
      thresholds.1.add(0 &- counts.1, draws: size)
      thresholds.2.add(0 &- counts.2, draws: size)
      first += size
    }
  }

  @inline(__always)
  private static func ones(_ mask: SIMDMask<SIMD8<Int64>>) -> SIMD8<Int64> {
    unsafeBitCast(mask, to: SIMD8<Int64>.self)
  }

  private mutating func setThresholds(_ euros: UnsafePointer<Register>, draws: Int) {
    thresholds.0.euros = PercentileCounts.threshold(PercentileCounts.percentages[0], euros, draws: draws)
    thresholds.1.euros = PercentileCounts.threshold(PercentileCounts.percentages[1], euros, draws: draws)
    thresholds.2.euros = PercentileCounts.threshold(PercentileCounts.percentages[2], euros, draws: draws)
    hasThresholds = true
  }

  /// A percentile of some draws, and half a cent: found by halving, which for a few registers is quicker than sorting them.
  private static func threshold(_ percentage: Int, _ euros: UnsafePointer<Register>, draws: Int) -> Double {
    func euros(above cents: Int64) -> Double { (Double(cents) + 0.5) / 100 }
    let rank = Int64((draws * percentage + 99) / 100)
    let place = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
    var (low, high) = (-Int64(Cents.limit), Int64(Cents.limit))
    while low < high {
      let middle = (low + high) >> 1
      let threshold = Register(repeating: euros(above: middle))
      var counts = SIMD8<Int64>(repeating: 0)
      for register in 0..<(draws / 8) { counts &-= ones(euros[register] .< threshold) }
      if draws % 8 > 0 {
        let isDraw = place .< SIMD8<Int64>(repeating: Int64(draws % 8))
        counts &-= ones((euros[draws / 8] .< threshold) .& isDraw)
      }
      if counts.wrappedSum() >= rank { high = middle } else { low = middle + 1 }
    }
    return euros(above: low)
  }

  mutating func merge(_ other: PercentileCounts) {
    guard other.hasThresholds else { return }
    guard hasThresholds else {
      self = other
      return
    }
    precondition(
      thresholds.0.euros == other.thresholds.0.euros && thresholds.1.euros == other.thresholds.1.euros
        && thresholds.2.euros == other.thresholds.2.euros)
    thresholds.0.merge(other.thresholds.0)
    thresholds.1.merge(other.thresholds.1)
    thresholds.2.merge(other.thresholds.2)
  }

  /// The same thresholds, nothing counted.
  var emptied: PercentileCounts {
    var emptied = self
    emptied.thresholds = (thresholds.0.emptied, thresholds.1.emptied, thresholds.2.emptied)
    return emptied
  }

  // MARK: Reading

  /// The error of a number of draws, and how many of it a 95 % interval reaches to each side.
  struct CountError {
    var error: Double
    var factor: Double
  }

  /// The standard error of the number of draws at or below a percentile.
  ///
  /// - Parameter index: in ``percentages``.
  func error(_ index: Int, _ replicates: AmountStatistics.Replicates, _ kind: AmountStatistics.StandardError)
    -> CountError
  {
    let share = Double(PercentileCounts.percentages[index]) / 100
    let n = Double(replicates.draws)
    let independent = (n * share * (1 - share)).squareRoot()
    let threshold = index == 0 ? thresholds.0 : index == 1 ? thresholds.1 : thresholds.2
    let below = Double(threshold.strands.wrappedSum()) / n
    // At an amount that all draws lie at or below there is nothing to compare.
    let ratio = (share * (1 - share) / (below * (1 - below))).squareRoot()
    guard ratio < .infinity else { return CountError(error: independent, factor: StudentQuantile.normal) }
    switch kind {
    case .ofReplicates where replicates.count >= PercentileCounts.fewestReplicates:
      let r = Double(replicates.count)
      let sizes = Double(replicates.squaredSizes)
      let spread = Double(threshold.squares) - 2 * below * Double(threshold.weighted) + below * below * sizes
      let error = (max(0, spread) * (r / (r - 1))).squareRoot() * ratio
      return CountError(
        error: max(error, PercentileCounts.granularity(r)),
        factor: StudentQuantile.upper(degrees: replicates.count - 1))
    case .ofStrands where replicates.draws >= 8:
      var squares = 0.0
      for strand in 0..<4 {
        let own = Double(replicates.draws / 4 + (strand < replicates.draws % 4 ? 1 : 0))
        let difference = Double(threshold.strands[strand]) / own - below
        squares += difference * difference
      }
      let error = n * (squares / 12).squareRoot() * ratio
      // Four counts tell their spread badly; it is hardly ever more than that of independent draws.
      return CountError(
        error: max(min(error, independent), PercentileCounts.granularity(4)),
        factor: StudentQuantile.upper(degrees: 3))
    default: return CountError(error: independent, factor: StudentQuantile.normal)
    }
  }

  /// The least error of a sum of so many whole numbers, however even they are by chance: the variance of one that is
  /// rounded up or down at random is `f (1 - f)`, on average 1/6.
  private static func granularity(_ parts: Double) -> Double { (parts / 6).squareRoot() }
}
