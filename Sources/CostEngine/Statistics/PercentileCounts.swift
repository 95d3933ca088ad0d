/// The number of draws at or below three thresholds, and its spread over replicates and strands, from which the
/// sampling error of P5, P50 and P95 is derived.
///
/// Stratified draws are spread more evenly around a threshold than independent draws would be, so that the binomial
/// error is too large for them. Replicates, and strands, are independent of each other: the spread of their counts
/// gives a valid error. Counting needs a threshold that is known beforehand, and is the same however the work is
/// divided: it is the percentile of the first replicate. The error at the percentile itself is the error at the
/// threshold, scaled by the ratio of the binomial errors.
///
/// Sources: order statistics as an interval: H. A. David, H. N. Nagaraja, Order Statistics (2003), section 7.1;
/// replicates of stratified draws: A. B. Owen, Annals of Statistics 25 (1997), doi:10.1214/aos/1031594731; M. D. McKay,
/// R. J. Beckman, W. J. Conover, Technometrics 21 (1979), doi:10.1080/00401706.1979.10489755.
struct PercentileCounts: Sendable {
  /// The percentages whose error is determined.
  static let percentages = [5, 50, 95]
  /// With fewer replicates their spread is too unreliable, and the error of independent draws, which is larger, is
  /// used.
  static let fewestReplicates = 10

  private struct Threshold: Sendable, Equatable {
    /// The threshold in EUR, half a cent above the amount itself.
    var euros: Double
    /// Number of draws at or below it, by strand.
    var strands = SIMD4<Int64>(repeating: 0)
    /// Sum of the squares of the replicates' counts.
    var squares: Int64 = 0
    /// Sum of the replicates' counts, each multiplied by its number of draws.
    var weighted: Int64 = 0

    init(euros: Double = 0) { self.euros = euros }

    /// A percentile of some draws, found by bisection, which for a few registers is faster than sorting them.
    init(_ percentage: Int, of amounts: UnsafePointer<Register>, draws: Int) {
      let rank = Int64(OrderStatistic.rank(ofPercentile: percentage, of: draws))
      func euros(above cents: Int64) -> Double { (Double(cents) + 0.5) / 100 }
      var (low, high) = (-Int64(Cents.limit), Int64(Cents.limit))
      while low < high {
        let middle = (low + high) >> 1
        let number = Threshold.lanes(amounts, draws: draws, below: euros(above: middle)).wrappedSum()
        if number >= rank { high = middle } else { low = middle + 1 }
      }
      self.init(euros: euros(above: low))
    }

    /// Adds the draws of one replicate.
    @inline(__always)
    mutating func count(_ amounts: UnsafePointer<Register>, draws: Int) {
      let lanes = Threshold.lanes(amounts, draws: draws, below: euros)
      let number = lanes.wrappedSum()
      strands &+= lanes.lowHalf &+ lanes.highHalf
      // At most 200^2 for each of a few million replicates.
      squares &+= number &* number
      weighted &+= number &* Int64(draws)
    }

    /// The number of draws below a threshold, lane by lane.
    @inline(__always)
    private static func lanes(_ amounts: UnsafePointer<Register>, draws: Int, below euros: Double) -> SIMD8<Int64> {
      let threshold = Register(repeating: euros)
      var lanes = SIMD8<Int64>(repeating: 0)
      // A comparison gives all ones, which is minus one, for each draw below.
      for register in 0..<(draws / 8) {
        lanes &-= unsafeBitCast(amounts[register] .< threshold, to: SIMD8<Int64>.self)
      }
      if draws % 8 > 0 {
        let isDraw = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7) .< SIMD8<Int64>(repeating: Int64(draws % 8))
        lanes &-= unsafeBitCast((amounts[draws / 8] .< threshold) .& isDraw, to: SIMD8<Int64>.self)
      }
      return lanes
    }

    mutating func merge(_ other: Threshold) {
      strands &+= other.strands
      squares += other.squares
      weighted += other.weighted
    }

    /// The same threshold, with nothing counted.
    var emptied: Threshold { Threshold(euros: euros) }
  }

  private var thresholds = (Threshold(), Threshold(), Threshold())
  private(set) var hasThresholds = false

  init() {}

  /// Adds the draws of a wave.
  ///
  /// - Parameters:
  ///   - euros: as for ``AmountStatistics/add(_:draws:bins:)``.
  ///   - isFirst: whether the wave begins with the first draw of all, as the first wave that is added must.
  mutating func add(_ euros: UnsafePointer<Register>, draws: Int, isFirst: Bool) {
    if !hasThresholds {
      precondition(isFirst)
      setThresholds(euros, draws: min(draws, RandomStream.drawsPerReplicate))
    }
    for first in stride(from: 0, to: draws, by: RandomStream.drawsPerReplicate) {
      let replicate = euros + first / 8
      let size = min(RandomStream.drawsPerReplicate, draws - first)
      thresholds.0.count(replicate, draws: size)
      thresholds.1.count(replicate, draws: size)
      thresholds.2.count(replicate, draws: size)
    }
  }

  private mutating func setThresholds(_ euros: UnsafePointer<Register>, draws: Int) {
    thresholds.0 = Threshold(PercentileCounts.percentages[0], of: euros, draws: draws)
    thresholds.1 = Threshold(PercentileCounts.percentages[1], of: euros, draws: draws)
    thresholds.2 = Threshold(PercentileCounts.percentages[2], of: euros, draws: draws)
    hasThresholds = true
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

  /// The same thresholds, with nothing counted.
  var emptied: PercentileCounts {
    var emptied = self
    emptied.thresholds = (thresholds.0.emptied, thresholds.1.emptied, thresholds.2.emptied)
    return emptied
  }

  // MARK: State

  func write(to writer: inout StateWriter) {
    for threshold in [thresholds.0, thresholds.1, thresholds.2] {
      writer.write(threshold.euros)
      for strand in 0..<4 { writer.write(UInt64(bitPattern: threshold.strands[strand])) }
      writer.write(UInt64(bitPattern: threshold.squares))
      writer.write(UInt64(bitPattern: threshold.weighted))
    }
  }

  /// Reads what ``write(to:)`` wrote.
  init(_ reader: inout StateReader) throws(StateDamage) {
    self.init()
    func threshold(_ reader: inout StateReader) throws(StateDamage) -> Threshold {
      var threshold = Threshold(euros: try reader.double())
      guard threshold.euros.isFinite else { throw StateDamage() }
      for strand in 0..<4 { threshold.strands[strand] = Int64(bitPattern: try reader.number()) }
      threshold.squares = Int64(bitPattern: try reader.number())
      threshold.weighted = Int64(bitPattern: try reader.number())
      guard threshold.strands.min() >= 0, threshold.squares >= 0, threshold.weighted >= 0 else { throw StateDamage() }
      return threshold
    }
    thresholds = (try threshold(&reader), try threshold(&reader), try threshold(&reader))
    hasThresholds = true
  }

  /// Whether both count at the same thresholds, as parts of one run do.
  func agrees(with other: PercentileCounts) -> Bool {
    hasThresholds == other.hasThresholds && thresholds.0.euros == other.thresholds.0.euros
      && thresholds.1.euros == other.thresholds.1.euros && thresholds.2.euros == other.thresholds.2.euros
  }

  // MARK: Reading

  /// The standard error of a number of draws, and the half-width of a 95 % interval in standard errors.
  struct CountError {
    var error: Double
    var factor: Double
  }

  /// The standard error of the number of draws at or below a percentile.
  ///
  /// - Parameter index: index in ``percentages``.
  func error(_ index: Int, _ replicates: AmountStatistics.Replicates, _ kind: AmountStatistics.StandardError)
    -> CountError
  {
    let share = Double(PercentileCounts.percentages[index]) / 100
    let n = Double(replicates.draws)
    let independent = (n * share * (1 - share)).squareRoot()
    let threshold = index == 0 ? thresholds.0 : index == 1 ? thresholds.1 : thresholds.2
    let below = Double(threshold.strands.wrappedSum()) / n
    // If all draws are at or below the amount there is nothing to compare with.
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
      // Four counts give a poor estimate of their spread, which is hardly ever larger than that of independent draws.
      return CountError(
        error: max(min(error, independent), PercentileCounts.granularity(4)),
        factor: StudentQuantile.upper(degrees: 3))
    default: return CountError(error: independent, factor: StudentQuantile.normal)
    }
  }

  /// The minimum error of a sum of so many whole numbers, however equal they happen to be: the variance of a number
  /// that is randomly rounded up or down is `f (1 - f)`, on average 1/6.
  private static func granularity(_ parts: Double) -> Double { (parts / 6).squareRoot() }
}
