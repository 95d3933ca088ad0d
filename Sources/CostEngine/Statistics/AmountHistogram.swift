/// How often amounts fell in each bin of ``AmountBins``: whole counts, so that parts merge in any order to the same.
///
/// Only the range of bins that was met is stored; it grows as amounts outside it come. Its size follows from the spread
/// of the amounts, not from their number.
struct AmountHistogram: Sendable {
  /// Bin of `counts[0]`.
  private(set) var first = 0
  private(set) var counts: [UInt32] = []

  /// Counts amounts by their bins.
  mutating func count(_ bins: UnsafePointer<Int16>, _ number: Int) {
    guard number > 0 else { return }
    var low = bins[0]
    var high = bins[0]
    for i in 1..<max(1, number) {
      low = min(low, bins[i])
      high = max(high, bins[i])
    }
    cover(Int(low), Int(high))
    let offset = first
    counts.withUnsafeMutableBufferPointer { counts in
      let base = counts.baseAddress! - offset
      for i in 0..<number { base[Int(bins[i])] &+= 1 }
    }
  }

  mutating func merge(_ other: AmountHistogram) {
    guard !other.counts.isEmpty else { return }
    cover(other.first, other.first + other.counts.count - 1)
    let shift = other.first - first
    for i in other.counts.indices { counts[shift + i] += other.counts[i] }
  }

  /// Makes room for the bins from `low` to `high`, with some more on a side that has to move.
  private mutating func cover(_ low: Int, _ high: Int) {
    if counts.isEmpty {
      first = low
      counts = [UInt32](repeating: 0, count: high - low + 1)
      return
    }
    let last = first + counts.count - 1
    guard low < first || high > last else { return }
    let spare = counts.count / 4
    let newFirst = low < first ? low - spare : first
    let newLast = high > last ? high + spare : last
    var grown = [UInt32](repeating: 0, count: newLast - newFirst + 1)
    let shift = first - newFirst
    for i in counts.indices { grown[shift + i] = counts[i] }
    counts = grown
    first = newFirst
  }

  /// The smallest amounts with at least the given ranks at or below them, in cents.
  ///
  /// - Parameter ranks: 1 ... number of amounts, ascending.
  func amounts(atRanks ranks: [Int]) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(ranks.count)
    var below = 0
    var index = 0
    for rank in ranks {
      while index < counts.count, below + Int(counts[index]) < rank {
        below += Int(counts[index])
        index += 1
      }
      found.append(AmountBins.middle(of: first + index))
    }
    return found
  }

  /// Mean of the largest `number` amounts, in cents.
  func meanOfLargest(_ number: Int) -> Double {
    var left = number
    var sum = 0.0
    var index = counts.count - 1
    while left > 0, index >= 0 {
      let taken = min(left, Int(counts[index]))
      if taken > 0 { sum += Double(taken) * AmountBins.middle(of: first + index) }
      left -= taken
      index -= 1
    }
    return sum / Double(number)
  }
}
