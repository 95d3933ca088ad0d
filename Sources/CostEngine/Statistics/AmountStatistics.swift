/// The statistics of one reported amount over any set of draws; parts can be merged in any order, with bitwise equal
/// results.
struct AmountStatistics: Sendable {
  /// Sum of the amounts in cents.
  private(set) var sum = WideInteger.zero
  /// Sum of their squares.
  private(set) var squares = WideInteger.zero
  /// Sum of the squares of the replicates' sums.
  private(set) var replicateSquares = WideInteger.zero
  /// Sum of the replicates' sums, each multiplied by its number of draws.
  private(set) var weightedSums = WideInteger.zero
  /// Sums of the draws `i` with `i % 4` of 0, 1, 2 and 3.
  private var strands = (WideInteger.zero, WideInteger.zero, WideInteger.zero, WideInteger.zero)
  /// The smallest and the largest amount, in cents.
  private var lowest = Double.infinity
  private var highest = -Double.infinity
  /// All amounts, as long as there are few different ones; nil once they are counted in ``histogram``.
  private var few: FewAmounts? = FewAmounts()
  private var histogram = AmountHistogram()

  init() {}

  /// Adds the draws of some replicates.
  ///
  /// - Parameters:
  ///   - euros: the amounts in EUR, eight draws per register. Lanes beyond the last draw may contain anything.
  ///   - draws: their number; every replicate but the last has ``RandomStream/drawsPerReplicate``.
  ///   - bins: space for as many registers.
  /// - Returns: false if an amount exceeds ``Cents/limit``; the statistics are then invalid.
  mutating func add(
    _ euros: UnsafePointer<Register>, draws: Int, bins: UnsafeMutablePointer<SIMD8<Int32>>
  ) -> Bool {
    var moments = Moments()
    var sums = WideInteger.zero
    var lanes = SIMD8<Int64>(repeating: 0)
    var first = 0
    while first < draws {
      let size = min(RandomStream.drawsPerReplicate, draws - first)
      let replicate = moments.add(euros + first / 8, draws: size, bins: bins + first / 8)
      let sum = WideInteger(replicate.wrappedSum())
      sums += sum
      replicateSquares += WideInteger(replicate.wrappedSum(), times: replicate.wrappedSum())
      weightedSums += sum * Int64(size)
      lanes &+= replicate
      first += size
    }
    guard moments.isCounted else { return false }
    sum += sums
    let strands = lanes.lowHalf &+ lanes.highHalf
    add(
      (WideInteger(strands[0]), WideInteger(strands[1]), WideInteger(strands[2]), WideInteger(strands[3])))
    squares += moments.squares
    let (low, high) = (moments.lowest.min(), moments.highest.max())
    lowest = min(lowest, low)
    highest = max(highest, high)
    count(euros, draws, bins, low, high)
    return true
  }

  private mutating func add(_ other: (WideInteger, WideInteger, WideInteger, WideInteger)) {
    strands.0 += other.0
    strands.1 += other.1
    strands.2 += other.2
    strands.3 += other.3
  }

  private mutating func count(
    _ euros: UnsafePointer<Register>, _ draws: Int, _ bins: UnsafeMutablePointer<SIMD8<Int32>>, _ low: Double,
    _ high: Double
  ) {
    var counted = 0
    if few != nil {
      if low == high {
        add(low, draws)
        counted = draws
      }
      while counted < draws, few != nil {
        add(Cents.rounded(euros: euros[counted / 8])[counted % 8], 1)
        counted += 1
      }
    }
    guard counted < draws else { return }
    histogram.count(
      UnsafeMutableRawPointer(bins).assumingMemoryBound(to: Int32.self) + counted, draws - counted,
      low: AmountBins.bin(of: low), high: AmountBins.bin(of: high))
  }

  /// Adds a number of equal amounts in cents.
  private mutating func add(_ cents: Double, _ number: Int) {
    // Adding 0 avoids minus zero.
    if few?.add(cents + 0, number) == true { return }
    countFew()
    histogram.add(number, bin: AmountBins.bin(of: cents))
  }

  /// Switches from exact amounts to the histogram.
  private mutating func countFew() {
    guard let few else { return }
    histogram.makeRoom(low: AmountBins.bin(of: lowest), high: AmountBins.bin(of: highest))
    for entry in few.entries { histogram.add(entry.number, bin: AmountBins.bin(of: entry.amount)) }
    self.few = nil
  }

  mutating func merge(_ other: AmountStatistics) {
    sum += other.sum
    squares += other.squares
    replicateSquares += other.replicateSquares
    weightedSums += other.weightedSums
    add(other.strands)
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
    if let few = other.few {
      for entry in few.entries { add(entry.amount, entry.number) }
    } else {
      countFew()
      histogram.merge(other.histogram)
    }
  }

  // MARK: State

  /// The sums, the ends of the range and the amounts: each with its number if there are few, else as a histogram.
  func write(to writer: inout StateWriter) {
    for sum in [sum, squares, replicateSquares, weightedSums - fullWeight, strands.0, strands.1, strands.2] {
      writer.write(sum)
    }
    guard let few else {
      writer.write(count: 0)
      writer.write(signed: Int64(lowest))
      writer.write(signed: Int64(highest))
      histogram.write(to: &writer, low: AmountBins.bin(of: lowest), high: AmountBins.bin(of: highest))
      return
    }
    writer.write(count: few.entries.count)
    for entry in few.entries {
      writer.write(signed: Int64(entry.amount))
      writer.write(count: entry.number)
    }
  }

  /// ``weightedSums`` if every replicate is full.
  private var fullWeight: WideInteger { sum * Int64(RandomStream.drawsPerReplicate) }

  /// Whether both are of the same amounts, as far as their state tells.
  func isSame(as other: AmountStatistics) -> Bool {
    guard sum == other.sum, squares == other.squares, replicateSquares == other.replicateSquares,
      weightedSums == other.weightedSums, strands == other.strands, lowest == other.lowest, highest == other.highest
    else { return false }
    if let few { return other.few.map { few.isSame(as: $0) } ?? false }
    let (low, high) = (AmountBins.bin(of: lowest), AmountBins.bin(of: highest))
    return other.few == nil && histogram.isSame(as: other.histogram, low: low, high: high)
  }

  /// Reads what ``write(to:)`` wrote.
  ///
  /// - Parameter draws: number of draws, at least one.
  init(_ reader: inout StateReader, draws: Int) throws(StateDamage) {
    self.init()
    sum = try reader.sum()
    squares = try reader.sum()
    replicateSquares = try reader.sum()
    weightedSums = try reader.sum() + fullWeight
    strands = (try reader.sum(), try reader.sum(), try reader.sum(), .zero)
    strands.3 = sum - strands.0 - strands.1 - strands.2
    let number = try reader.count(most: FewAmounts.most)
    guard number > 0 else {
      (lowest, highest) = (try AmountStatistics.cents(&reader), try AmountStatistics.cents(&reader))
      guard lowest < highest else { throw StateDamage() }
      few = nil
      histogram = try AmountHistogram(
        &reader, low: AmountBins.bin(of: lowest), high: AmountBins.bin(of: highest), draws: draws)
      return
    }
    var left = draws
    for index in 0..<number {
      let amount = try AmountStatistics.cents(&reader)
      let count = try reader.count(most: left)
      guard count > 0, index == 0 || amount > highest else { throw StateDamage() }
      if index == 0 { lowest = amount }
      highest = amount
      left -= count
      _ = few?.add(amount, count)
    }
    guard left == 0 else { throw StateDamage() }
  }

  private static func cents(_ reader: inout StateReader) throws(StateDamage) -> Double {
    let cents = Double(try reader.signed())
    guard cents.magnitude <= Cents.limit else { throw StateDamage() }
    return cents
  }

  /// Share of the draws below zero.
  func shareNegative(_ replicates: Replicates) -> Double {
    Double(numberBelowZero) / Double(replicates.draws)
  }

  private var numberBelowZero: Int { few?.numberBelowZero ?? histogram.numberBelowZero }
  private var numberOfZeros: Int { few?.numberOfZeros ?? histogram.number(in: 0) }

  /// Number and sizes of the replicates behind a set of draws.
  struct Replicates: Sendable, Equatable {
    var draws = 0
    var count = 0
    /// Sum of the squares of the replicates' numbers of draws.
    var squaredSizes: Int64 = 0

    /// Adds the replicates of a wave; all but the last are full.
    mutating func add(draws number: Int) {
      let size = RandomStream.drawsPerReplicate
      let (full, rest) = number.quotientAndRemainder(dividingBy: size)
      draws += number
      count += full + (rest > 0 ? 1 : 0)
      squaredSizes += Int64(full) &* Int64(size * size) &+ Int64(rest * rest)
    }

    func write(to writer: inout StateWriter) {
      writer.write(count: draws)
      writer.write(count: count)
      writer.write(UInt64(bitPattern: squaredSizes))
    }

    init() {}

    init(_ reader: inout StateReader) throws(StateDamage) {
      draws = try reader.count(most: SimulationSettings.maximumDraws)
      count = try reader.count(most: draws)
      squaredSizes = Int64(bitPattern: try reader.number())
      guard count > 0, squaredSizes > 0 else { throw StateDamage() }
    }

    mutating func merge(_ other: Replicates) {
      draws += other.draws
      count += other.count
      squaredSizes += other.squaredSizes
    }
  }

  /// How the standard error of the mean is determined.
  enum StandardError: Sendable {
    /// From the draws themselves, which are independent: `sd / sqrt(n)`.
    case ofDraws
    /// From the means of the replicates, which are independent: with sums `S_k` of `n_k` draws
    /// `sqrt(R / (R - 1) sum (S_k - n_k mean)^2) / n`, the ratio estimator, which for replicates of one size is the
    /// standard error of their mean. With one replicate as for draws.
    case ofReplicates
    /// From the means `m_k` of the four strands, the draws `i` with `i % 4 = k`, which are independent:
    /// `sqrt(sum (m_k - mean)^2 / 12)`. With fewer than eight draws as for draws.
    case ofStrands
  }

  /// The statistics, in EUR.
  func summary(of replicates: Replicates, _ standardError: StandardError) -> Summary {
    let n = replicates.draws
    let count = Double(n)
    // Everything is computed relative to a whole number of cents near the mean, exactly, so that nothing cancels.
    let centre = Int64((sum.double / count).rounded(.down))
    let offset = (sum - WideInteger(Int64(n)) * centre).double / count
    let squaresAboutCentre = (squares - (sum << 1) * centre + WideInteger(centre, times: centre) * Int64(n)).double
    let variance = n > 1 ? max(0, squaresAboutCentre - count * offset * offset) / (count - 1) : 0
    let deviation = variance.squareRoot()
    var error = n > 1 ? deviation / count.squareRoot() : 0
    switch standardError {
    case .ofReplicates where replicates.count > 1:
      error = errorOfReplicates(replicates, centre: centre, offset: offset) / count
    case .ofStrands where n >= 8: error = errorOfStrands(n)
    default: break
    }
    let mean = (Double(centre) + offset) / 100
    let positive = n - numberBelowZero - numberOfZeros
    if variance == 0 {
      // If there is a single value, its bin's middle would be less exact than the value itself.
      return Summary(
        mean: mean, standardError: 0, standardDeviation: 0,
        percentiles: [Double](repeating: mean, count: Summary.percentages.count), cvar95: mean,
        sharePositive: Double(positive) / count)
    }
    let ranks = Summary.percentages.map { OrderStatistic.rank(ofPercentile: $0, of: n) }
    let tail = (n + 19) / 20
    let percentiles = few?.amounts(atRanks: ranks) ?? histogram.amounts(atRanks: ranks)
    let shortfall = few?.meanOfLargest(tail) ?? histogram.meanOfLargest(tail)
    return Summary(
      mean: mean, standardError: error / 100, standardDeviation: deviation / 100,
      percentiles: percentiles.map { inRange($0) / 100 }, cvar95: inRange(shortfall) / 100,
      sharePositive: Double(positive) / count)
  }

  /// The precision of the percentiles of ``PercentileCounts/percentages``; nil for a single draw.
  func precision(
    of replicates: Replicates, _ standardError: StandardError, _ counts: PercentileCounts
  ) -> [PercentilePrecision]? {
    let n = replicates.draws
    guard n > 1 else { return nil }
    if lowest == highest {
      let only = PercentilePrecision(low: lowest / 100, high: lowest / 100, error: 0)
      return PercentileCounts.percentages.map { _ in only }
    }
    let counted = PercentileCounts.percentages.indices.map { counts.error($0, replicates, standardError) }
    let ends = zip(PercentileCounts.percentages, counted).flatMap { percentage, count in
      let middle = Double(n) * Double(percentage) / 100
      let reach = count.factor * count.error
      return [max(0, middle - reach), min(Double(n), middle + reach)]
    }
    // With few draws the intervals overlap, while amounts can only be looked up in ascending order.
    let order = ends.indices.sorted { ends[$0] < ends[$1] }
    let places = order.map { ends[$0] }
    let found = few?.amounts(atPlaces: places) ?? histogram.amounts(atPlaces: places)
    var amounts = ends
    for (place, amount) in zip(order, found) { amounts[place] = inRange(amount) / 100 }
    return counted.indices.map { index in
      let (low, high) = (amounts[2 * index], amounts[2 * index + 1])
      return PercentilePrecision(
        low: low, high: high, error: (high - low) / (2 * counted[index].factor), jump: jump(low, high, of: n))
    }
  }

  /// The jump between the ends of an interval, in EUR. Of draws without one the widest gap is a fraction of the interval:
  /// among as few as 12 draws it exceeds half of it in 0.6 % of the cases.
  private func jump(_ low: Double, _ high: Double, of draws: Int) -> PercentilePrecision.Jump? {
    let ends = (low * 100, high * 100)
    let widest =
      few == nil ? histogram.widestGap(from: ends.0, to: ends.1) : few?.widestGap(from: ends.0, to: ends.1)
    guard ends.1 - ends.0 > 1, let widest, widest.width > 0.5 * (ends.1 - ends.0) else { return nil }
    return PercentilePrecision.Jump(shareBelow: Double(widest.below) / Double(draws))
  }

  private func errorOfReplicates(_ replicates: Replicates, centre: Int64, offset: Double) -> Double {
    let sizes = Double(replicates.squaredSizes)
    let about =
      replicateSquares - (weightedSums << 1) * centre
      + WideInteger(centre, times: centre) * replicates.squaredSizes
    let weighted = (weightedSums - WideInteger(centre) * replicates.squaredSizes).double
    let spread = max(0, about.double - 2 * offset * weighted + offset * offset * sizes)
    let r = Double(replicates.count)
    return (spread * (r / (r - 1))).squareRoot()
  }

  private func errorOfStrands(_ n: Int) -> Double {
    /// `(m_k - mean)^2`: the difference is exact until it is divided.
    func square(_ sum: WideInteger, _ strand: Int) -> Double {
      let own = n / 4 + (strand < n % 4 ? 1 : 0)
      let difference = (sum * Int64(n) - self.sum * Int64(own)).double / (Double(own) * Double(n))
      return difference * difference
    }
    let squares = square(strands.0, 0) + square(strands.1, 1) + square(strands.2, 2) + square(strands.3, 3)
    return (squares / 12).squareRoot()
  }

  /// Limits an amount to the range of all amounts, as a bin's middle may lie beyond it.
  private func inRange(_ amount: Double) -> Double { max(lowest, min(highest, amount)) }
}
