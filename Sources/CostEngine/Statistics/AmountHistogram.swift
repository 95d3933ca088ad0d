/// How often amounts fell in each bin of ``AmountBins``, and where in it on average: whole numbers, so that parts merge
/// in any order to the same.
///
/// Only the range of bins that was met is stored; it grows as amounts outside it come. Its size follows from the spread
/// of the amounts, not from their number.
struct AmountHistogram: Sendable {
  /// Bin of `tallies[0]`.
  private var first = 0
  /// For each bin its number of amounts in the upper 28 bits, the sum of their places in the lower 36: neither overflows
  /// below 2^28 amounts (``SimulationSettings/maximumDraws``).
  private var tallies: [UInt64] = []

  private static let sumBits: UInt64 = 36

  /// Counts amounts by their codes.
  mutating func count(_ codes: UnsafePointer<Int32>, _ number: Int) {
    guard number > 0 else { return }
    var low = codes[0]
    var high = codes[0]
    for i in 1..<max(1, number) {
      low = min(low, codes[i])
      high = max(high, codes[i])
    }
    cover(Int(low >> Int32(AmountBins.placeBits)), Int(high >> Int32(AmountBins.placeBits)))
    let offset = first
    tallies.withUnsafeMutableBufferPointer { tallies in
      let base = tallies.baseAddress! - offset
      for i in 0..<number {
        let code = codes[i]
        base[Int(code >> Int32(AmountBins.placeBits))] &+=
          1 &<< AmountHistogram.sumBits | UInt64(truncatingIfNeeded: code & 0xFF)
      }
    }
  }

  mutating func merge(_ other: AmountHistogram) {
    guard !other.tallies.isEmpty else { return }
    cover(other.first, other.first + other.tallies.count - 1)
    let shift = other.first - first
    for i in other.tallies.indices { tallies[shift + i] &+= other.tallies[i] }
  }

  /// Makes room for the bins from `low` to `high`, with some more on a side that has to move.
  private mutating func cover(_ low: Int, _ high: Int) {
    if tallies.isEmpty {
      first = low
      tallies = [UInt64](repeating: 0, count: high - low + 1)
      return
    }
    let last = first + tallies.count - 1
    guard low < first || high > last else { return }
    let spare = tallies.count / 4
    let newFirst = low < first ? low - spare : first
    let newLast = high > last ? high + spare : last
    var grown = [UInt64](repeating: 0, count: newLast - newFirst + 1)
    let shift = first - newFirst
    for i in tallies.indices { grown[shift + i] = tallies[i] }
    tallies = grown
    first = newFirst
  }

  private func number(at index: Int) -> Int { Int(tallies[index] &>> AmountHistogram.sumBits) }

  /// The mean of the amounts in a bin, in cents; of which there must be some.
  private func mean(at index: Int) -> Double {
    let sum = tallies[index] & (1 &<< AmountHistogram.sumBits - 1)
    return AmountBins.amount(bin: first + index, place: Double(sum) / Double(number(at: index)))
  }

  /// The smallest amounts with at least the given ranks at or below them, in cents: each as the mean of its bin.
  ///
  /// - Parameter ranks: 1 ... number of amounts, ascending.
  func amounts(atRanks ranks: [Int]) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(ranks.count)
    var below = 0
    var index = 0
    for rank in ranks {
      while below + number(at: index) < rank {
        below += number(at: index)
        index += 1
      }
      found.append(mean(at: index))
    }
    return found
  }

  /// Mean of the largest `share` amounts, in cents: exact but for the bin that is taken in part and the width of a place.
  func meanOfLargest(_ share: Int) -> Double {
    var left = share
    var sum = 0.0
    var index = tallies.count - 1
    while left > 0 {
      let taken = min(left, number(at: index))
      if taken > 0 { sum += Double(taken) * mean(at: index) }
      left -= taken
      index -= 1
    }
    return sum / Double(share)
  }
}
